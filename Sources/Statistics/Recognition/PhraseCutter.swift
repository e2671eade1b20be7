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
      case .name: Stretch(kind: .noun, range: element.range)
      case .quantity: Stretch(kind: .number, range: element.range)
      }
    }
  }

  func stretches() -> [Stretch] { settled(cut()) }

  // MARK: Cutting

  private func cut() -> [Stretch] {
    var stretches: [Stretch] = []
    stretches.reserveCapacity(text.count / 2)
    var next = 0
    var position = 0
    while position < text.count {
      while next < fixed.count, fixed[next].range.upperBound <= position { next += 1 }
      let element = next < fixed.count ? fixed[next] : nil
      let found = stretch(at: position, before: element, after: stretches.last?.kind)
      if found.kind == .noun, let last = stretches.last, last.kind == .noun {
        stretches[stretches.count - 1].range = last.range.lowerBound..<found.range.upperBound
      } else {
        stretches.append(found)
      }
      position = found.range.upperBound
    }
    return stretches
  }

  private func stretch(at position: Int, before element: Stretch?, after last: Class?) -> Stretch {
    if let element, element.range.contains(position) {
      return Stretch(kind: element.kind, range: position..<element.range.upperBound)
    }
    let scalar = text.scalars[position]
    if let element, element.range.lowerBound == position + 1 {
      // 比2020年, 过亿元
      let isCompared = element.kind == .context && (scalar == "比" || scalar == "较")
      if isCompared { return Stretch(kind: .than, range: position..<(position + 1)) }
      if element.kind == .number, Self.limits.contains(scalar) {
        return Stretch(kind: .context, range: position..<(position + 1))
      }
    }
    if last == .number || last == .context, Self.times.contains(scalar) {
      return Stretch(kind: .context, range: position..<(position + 1))
    }
    if scalar == "比", last != .noun, WordTables.nouns.word(at: position, in: text) == nil {
      return Stretch(kind: .than, range: position..<(position + 1))
    }
    let found = classify(at: position)
    return Stretch(kind: found.kind, range: position..<found.end)
  }

  /// What after a date or a span of time belongs to it: 两年内, 2023年末.
  private static let times = ScalarSet("内来末底初间起前")
  /// What before a number says only about how much.
  private static let limits = ScalarSet("过超近约达逾")

  /// The class of the word at an offset; a verb before a suffix of nouns (办结率) is a noun.
  private func classify(at start: Int) -> (kind: Class, end: Int) {
    let scalar = text.scalars[start]
    if WordTables.boundaries.contains(scalar) { return (.mark, start + 1) }
    if scalar == "的" { return (.boundary, start + 1) }
    guard let (kind, end) = WordTables.classes.word(at: start, in: text) else {
      return (isSmall(at: start) ? .context : .noun, start + 1)
    }
    if end - start == 1 {
      if kind == .than, text.at(end) == "比" { return (.noun, end + 1) }
      return (standsAlone(at: start) ? kind : .noun, end)
    }
    // 占地区生产总值的比重 is a share of it, 占地 is not.
    if kind == .noun, scalar == "占", text.at(end) == "区" { return (.share, start + 1) }
    let isVerb = kind == .verb || kind == .nominal || kind == .light || kind == .moving
    if isVerb, let next = text.at(end), WordTables.nounSuffixes.contains(next),
      WordTables.nouns.word(at: end, in: text) == nil
    {
      return (.noun, end + 1)
    }
    return (kind, end)
  }

  /// 居 before a place and 有 at the start of a clause are verbs; 宜居 and 既有 hold them.
  private func standsAlone(at start: Int) -> Bool {
    switch text.scalars[start] {
    case "居", "列":
      return text.at(start + 1).map(Self.places.contains) ?? false
    case "有", "获", "含", "辖":
      guard let before = text.at(start - 1) else { return true }
      return WordTables.boundaries.contains(before) || Self.holders.contains(before)
    default: return true
    }
  }

  private static let places = ScalarSet("全第前首各省市中世东西末国同")
  private static let holders = ScalarSet("的共现还仍另中区县市省镇乡村内校院已也并")

  /// 共 in 共报告 and 新 in 新登记 go with the verb; 新 in 高新技术 does not.
  private func isSmall(at start: Int) -> Bool {
    let scalar = text.scalars[start]
    guard Self.adverbs.contains(scalar),
      let kind = WordTables.classes.word(at: start + 1, in: text)?.meaning
    else { return false }
    if scalar == "均", let before = text.at(start - 1), Self.averages.contains(before) {
      return false
    }
    return kind == .verb || kind == .light || kind == .nominal && scalar != "新"
  }

  private static let adverbs = ScalarSet("共仅另已又均还新再拟并")
  private static let averages = ScalarSet("平人户日月年亩")

  // MARK: Verb or noun

  /// Settles what may be verb or noun by its neighbours, and joins nouns that touch.
  private func settled(_ raw: [Stretch]) -> [Stretch] {
    var stretches: [Stretch] = []
    stretches.reserveCapacity(raw.count)
    for index in raw.indices {
      var stretch = raw[index]
      let last = stretches.last
      if stretch.kind == .nominal || stretch.kind == .verb {
        stretch.kind = kind(of: stretch, after: last, before: raw[(index + 1)...].prefix(2))
      }
      if stretch.kind == .noun, let last, last.kind == .noun {
        stretches[stretches.count - 1].range = last.range.lowerBound..<stretch.range.upperBound
      } else {
        stretches.append(stretch)
      }
    }
    return stretches
  }

  private func kind(
    of stretch: Stretch,
    after last: Stretch?,
    before next: ArraySlice<Stretch>
  ) -> Class {
    // 租赁 in 发放租赁补贴 is no verb: what follows it ends the phrase.
    let isBeforeLast = next.first?.kind == .nominal && next.dropFirst().first?.kind != .noun
    let isBeforeNoun =
      next.first?.kind == .noun || next.first?.kind == .nominal && !isBeforeLast
    let isMeasured = next.first.map(isMeasure) ?? false
    guard stretch.kind == .nominal else {
      let isName =
        isMeasured && WordTables.adjectives.word(at: stretch.range.lowerBound, in: text) != nil
      return isBeforeNoun && (isName || isDescribing(stretch)) ? .noun : .verb
    }
    let isModifier = last.map { $0.kind == .noun && !isAgent($0.range) } ?? false
    return !isBeforeNoun || isModifier || isMeasured || isDescribing(stretch) ? .noun : .verb
  }

  /// Whether a noun does what the verb after it says: 检查组抽查, 日均服务.
  private func isAgent(_ noun: Range<Int>) -> Bool {
    if WordTables.bare.word(at: noun.lowerBound, in: text)?.end == noun.upperBound { return true }
    return Self.agents.contains(text.scalars[noun.upperBound - 1])
  }

  private static let agents = ScalarSet("组局委院队门府司所办厅")

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
    if measures.word(at: end, in: text) != nil { return true }
    // 抽检合格率
    return text.at(end + 2) == "率" && text.at(end) != "的"
  }
}
