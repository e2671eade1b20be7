/// Cuts a text into stretches: words of the tables, numbers, and the nouns between them.
struct PhraseCutter {
  typealias Class = Phrases.Class
  typealias Stretch = Phrases.Stretch

  private let text: FoldedText
  /// Where numbers, dates and codes stand, and what each is to a phrase.
  private let fixed: [Stretch]

  /// Dates say when, codes (5G, PM2.5) belong to nouns, numbers end phrases.
  init(text: FoldedText, elements: [Element]) {
    self.text = text
    fixed = elements.map { element in
      switch element.form {
      case .calendar: Stretch(kind: .context, range: element.range)
      case .name:
        // 下午3点 says when.
        Stretch(kind: Self.isHour(element, in: text) ? .context : .noun, range: element.range)
      case .quantity(let quantity):
        // 世界500强企业
        Stretch(
          kind: quantity.isBare && text.at(element.range.upperBound) == "强" ? .noun : .number,
          range: element.range
        )
      }
    }
  }

  private static func isHour(_ element: Element, in text: FoldedText) -> Bool {
    guard let last = text.at(element.range.upperBound - 1) else { return false }
    return last == "时" || last == "点" || last == "分"
  }

  /// The stretches of the text, and the words that the nouns and verbs among them are made of.
  func read() -> (stretches: [Stretch], words: [Word]) {
    let (stretches, words) = cut()
    return (settled(stretches), words)
  }

  // MARK: Cutting

  private func cut() -> ([Stretch], [Word]) {
    // Nothing is asked of a text without numbers.
    guard fixed.contains(where: { $0.kind == .number }) else {
      return (text.count > 0 ? [Stretch(kind: .mark, range: 0..<text.count)] : [], [])
    }
    var stretches: [Stretch] = []
    var words: [Word] = []
    stretches.reserveCapacity(text.count / 2)
    words.reserveCapacity(text.count / 2)
    var cutter = WordCutter(text)
    var next = 0
    var position = 0
    while position < text.count {
      while next < fixed.count, fixed[next].range.upperBound <= position { next += 1 }
      let element = next < fixed.count ? fixed[next] : nil
      if let whole = whole(at: position, before: element) {
        Self.add(whole, to: &stretches)
        words.append(Word(range: whole.range, tag: Self.tag(whole.kind), kind: whole.kind))
        position = whole.range.upperBound
        continue
      }
      var end = position + 1
      let limit = element?.range.lowerBound ?? text.count
      while end < limit, !isWhole(at: end) { end += 1 }
      let run = cutter.words(
        of: position..<end,
        before: stretches.last.map { Self.tag($0.kind) } ?? .mark,
        after: end == limit ? Self.tagAhead(element?.kind) : .mark
      )
      let classes = WordClasses(text: text, words: run, before: stretches.last?.kind, element)
      for index in run.indices {
        var stretch = classes.stretch(of: index)
        // 不合格样品: 不 is a part of what it denies.
        if index > 0, classes.isDenial(index - 1), let last = stretches.last,
          last.range == run[index - 1].range
        {
          stretch.range = last.range.lowerBound..<stretch.range.upperBound
          stretches.removeLast()
        }
        Self.add(stretch, to: &stretches)
      }
      words += run
      position = end
    }
    return (stretches, words)
  }

  private static func add(_ found: Stretch, to stretches: inout [Stretch]) {
    if found.kind == .noun, let last = stretches.last, last.kind == .noun {
      stretches[stretches.count - 1].range = last.range.lowerBound..<found.range.upperBound
    } else {
      stretches.append(found)
    }
  }

  private static func tag(_ kind: Class) -> Word.Tag {
    switch kind {
    case .number: .measure
    case .mark: .mark
    case .context: .time
    default: .noun
    }
  }

  private static func tagAhead(_ kind: Class?) -> Word.Tag {
    kind == .number ? .numeral : kind.map(tag) ?? .mark
  }

  private func isWhole(at position: Int) -> Bool {
    let scalar = text.scalars[position]
    return WordTables.boundaries.contains(scalar)
      || FoldedText.openings.contains(scalar) && text.quotes.stretch(at: position + 1) != nil
  }

  /// What is no running text: a number, a date, a mark, a short quotation.
  private func whole(at position: Int, before element: Stretch?) -> Stretch? {
    if let element, element.range.contains(position) {
      return Stretch(kind: element.kind, range: position..<element.range.upperBound)
    }
    if WordTables.boundaries.contains(text.scalars[position]) {
      return Stretch(kind: .mark, range: position..<(position + 1))
    }
    return quotation(at: position, before: element)
  }

  /// “高效办成一件事”: whatever verbs a short quotation holds, it is a name.
  private func quotation(at start: Int, before element: Stretch?) -> Stretch? {
    guard let inside = text.quotes.stretch(at: start + 1),
      (element?.range.lowerBound ?? text.count) >= inside.upperBound,
      !text.scalars[inside].contains("、")
    else { return nil }
    return Stretch(kind: .noun, range: start..<(inside.upperBound + 1))
  }

  // MARK: Verb or noun

  /// Settles what may be verb or noun by its neighbours, and joins nouns that touch.
  private func settled(_ raw: [Stretch]) -> [Stretch] {
    var stretches: [Stretch] = []
    stretches.reserveCapacity(raw.count)
    for index in raw.indices {
      var stretch = raw[index]
      let last = stretches.last
      if stretch.kind == .nominal || stretch.kind == .verb {
        let rest = raw[(index + 1)...]
        // 项目原估算总投资: what stands before the small word says what the verb is.
        let isPart =
          last?.kind == .modifier
          && stretches.dropLast().last.map { $0.kind == .noun || $0.kind == .number } ?? false
        let before = isPart ? stretches.dropLast().last : last
        stretch.kind =
          isObject(stretch, after: before, before: rest.prefix(2), in: stretches)
          ? .noun : kind(of: stretch, after: before, before: rest.prefix(2), head: head(of: rest))
      }
      if stretch.kind == .noun, let last, last.kind == .noun || last.kind == .modifier {
        // 平均审理天数 and 油菜籽平均亩产 are one noun.
        let isWhole =
          last.kind == .modifier && stretches.dropLast().last.map { $0.kind == .noun } ?? false
        if isWhole { stretches.removeLast() }
        stretches[stretches.count - 1].kind = .noun
        stretches[stretches.count - 1].range =
          stretches[stretches.count - 1].range.lowerBound..<stretch.range.upperBound
      } else {
        if last?.kind == .modifier { stretches[stretches.count - 1].kind = .context }
        stretches.append(stretch)
      }
    }
    if stretches.last?.kind == .modifier { stretches[stretches.count - 1].kind = .context }
    return stretches
  }

  /// What is measured is no verb: 人均结案90件, 追回欠薪1.36亿元, 行政编13个.
  private func isObject(
    _ stretch: Stretch,
    after last: Stretch?,
    before rest: ArraySlice<Stretch>,
    in stretches: [Stretch]
  ) -> Bool {
    guard let next = rest.first, let last else { return false }
    let isMeasured = next.kind == .number
    if isMeasured, last.kind == .noun, text.at(last.range.upperBound - 1) == "均" { return true }
    // 544个摸排小组, 118起成功避险案例
    if last.kind == .number, isClassifier(last.range.upperBound - 1) {
      let second = rest.dropFirst().first?.kind
      if next.kind == .noun { return second != .boundary }
      if next.kind == .nominal, second == .noun { return true }
    }
    // 监督抽检6997批次
    if last.kind == .noun, isMeasured, !isAgent(last.range), isOfDeeds(next.range) { return true }
    // 发放稳岗返还资金
    if last.kind == .noun, next.kind == .noun, let verb = stretches.dropLast().last,
      verb.kind == .verb || verb.kind == .light,
      WordTables.grasping.word(before: verb.range.upperBound, in: text)?.start
        == verb.range.lowerBound,
      rest.dropFirst().first?.kind == .number
    {
      return true
    }
    // 惠及参保企业
    if last.kind == .verb, next.kind == .noun,
      WordTables.happenings.word(at: stretch.range.lowerBound, in: text)?.end
        == stretch.range.upperBound
    {
      return true
    }
    guard !stretch.isOwn else { return false }
    if last.kind == .noun, stretch.range.count == 1 {
      return isMeasured || next.kind == .moving || next.kind == .light
    }
    // 实施安防工程: of two verbs the second describes the noun.
    return last.kind == .verb && (isMeasured || last.isOwn && next.kind == .noun)
  }

  /// Whether a number counts what is done: 20次, 6批次, but 20人次.
  private func isOfDeeds(_ number: Range<Int>) -> Bool {
    guard let last = text.at(number.upperBound - 1), let before = text.at(number.upperBound - 2)
    else { return false }
    return "次场轮期".unicodeScalars.contains(last) && !"人户家车".unicodeScalars.contains(before)
  }

  /// The last noun of a phrase that is cut into nouns and what may be one.
  private func head(of rest: ArraySlice<Stretch>) -> Stretch? {
    var head: Stretch?
    for stretch in rest.prefix(4) {
      switch stretch.kind {
      case .noun: head = stretch
      case .nominal, .modifier: continue
      default: return head
      }
    }
    return head
  }

  /// Whether a measure word wants a noun: 118起避险案例, but 12人获奖.
  private func isClassifier(_ index: Int) -> Bool {
    text.at(index).map(Self.classifiers.contains) ?? false
  }

  private static let classifiers = ScalarSet("个名项座所处台辆条件起支家位种类套")

  private func kind(
    of stretch: Stretch,
    after last: Stretch?,
    before next: ArraySlice<Stretch>,
    head: Stretch?
  ) -> Class {
    // 租赁 in 发放租赁补贴 is no verb: what follows it ends the phrase.
    let isBeforeLast = next.first?.kind == .nominal && next.dropFirst().first?.kind != .noun
    let isBeforeNoun =
      next.first?.kind == .noun || next.first?.kind == .nominal && !isBeforeLast
    let isMeasured = head.map(isMeasure) ?? false
    guard stretch.kind == .nominal else {
      // 供水工程覆盖人口比例
      if last?.kind == .noun, isBeforeNoun, let noun = next.first, isShare(noun.range) {
        return .noun
      }
      let isName =
        isMeasured && WordTables.adjectives.word(at: stretch.range.lowerBound, in: text) != nil
      // 高考上线率, 出厂价格
      let isAlone = !stretch.isOwn && last?.kind != .noun && head.map(endsInMeasure) ?? false
      return isBeforeNoun && (isName || isAlone || isDescribing(stretch)) ? .noun : .verb
    }
    // 89万监测对象, but 3期培训学员200人
    let isCounted =
      last?.kind == .number && next.first?.kind == .noun && next.dropFirst().first?.kind != .number
      && WordTables.attributive.word(at: stretch.range.lowerBound, in: text) != nil
    // 大学帮扶我省高校
    if next.first?.kind == .context, next.dropFirst().first?.kind == .noun, last?.kind != .number,
      text.at(stretch.range.upperBound).map({ "我全各".unicodeScalars.contains($0) }) ?? false
    {
      return .verb
    }
    if WordTables.attributive.word(at: stretch.range.lowerBound, in: text) != nil,
      WordTables.attributed.word(at: stretch.range.upperBound, in: text) != nil
    {
      return .noun
    }
    if !stretch.isOwn, last?.kind != .noun, head.map(endsInMeasure) ?? false { return .noun }
    // 工业生产原煤194.6万吨
    if last?.kind == .noun, next.first?.kind == .noun, let number = next.dropFirst().first,
      number.kind == .number, let unit = text.at(number.range.upperBound - 1),
      "吨斤方辆台".unicodeScalars.contains(unit), !(head.map(endsInMeasure) ?? false)
    {
      return .verb
    }
    let isModifier = isCounted || last.map { $0.kind == .noun && !isAgent($0.range) } ?? false
    return !isBeforeNoun || isModifier || isMeasured || isDescribing(stretch) ? .noun : .verb
  }

  private func endsInMeasure(_ noun: Stretch) -> Bool {
    guard noun.kind == .noun,
      let measure = WordTables.measures.word(before: noun.range.upperBound, in: text)
    else { return false }
    return measure.start >= noun.range.lowerBound
  }

  private func isShare(_ noun: Range<Int>) -> Bool {
    text.at(noun.upperBound - 1) == "率"
      || text.at(noun.upperBound - 2) == "比" && text.at(noun.upperBound - 1) == "例"
  }

  /// Whether a noun does what the verb after it says: 检查组抽查, 日均服务.
  private func isAgent(_ noun: Range<Int>) -> Bool {
    if WordTables.bare.word(at: noun.lowerBound, in: text)?.end == noun.upperBound { return true }
    return Self.agents.contains(text.scalars[noun.upperBound - 1])
  }

  private static let agents = ScalarSet("组局委院队门府司所办厅关")

  /// 安装工程产值: what the verb describes is measured, not done.
  private func isMeasure(_ noun: Stretch) -> Bool {
    guard noun.kind == .noun,
      let measure = WordTables.values.word(before: noun.range.upperBound, in: text)
    else { return false }
    return measure.start > noun.range.lowerBound
  }

  /// Whether only a measure follows the verb: 办理时限, but 发放资金 has its object.
  private func isDescribing(_ stretch: Stretch) -> Bool {
    guard stretch.range.count > 1 else { return false }
    let end = stretch.range.upperBound
    let measures = stretch.kind == .nominal ? WordTables.measures : WordTables.amounts
    if let measure = measures.word(at: end, in: text), text.at(measure.end) != "以" { return true }
    // 抽检合格率
    return text.at(end + 2) == "率" && text.at(end) != "的"
  }
}
