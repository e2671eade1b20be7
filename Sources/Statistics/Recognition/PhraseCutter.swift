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
    if let name = quotation(at: position, before: element) { return name }
    let scalar = text.scalars[position]
    if let element, element.range.lowerBound == position + 1 {
      // 比2020年, 过亿元
      let isCompared = element.kind == .context && (scalar == "比" || scalar == "较")
      if isCompared { return Stretch(kind: .than, range: position..<(position + 1)) }
      if element.kind == .number, Self.limits.contains(scalar) {
        return Stretch(kind: .context, range: position..<(position + 1))
      }
    }
    if last == .number || last == .context, Self.times.contains(scalar),
      WordTables.nouns.word(at: position, in: text) == nil
    {
      return Stretch(kind: .context, range: position..<(position + 1))
    }
    if scalar == "比", last != .noun, WordTables.nouns.word(at: position, in: text) == nil {
      return Stretch(kind: .than, range: position..<(position + 1))
    }
    if (scalar == "多" || scalar == "少"), last == .context || last == .than, isCompared(position) {
      return Stretch(kind: .moving, range: position..<(position + 1))
    }
    let found = classify(at: position)
    return Stretch(kind: found.kind, range: position..<found.end)
  }

  /// “高效办成一件事”: whatever verbs a short quotation holds, it is a name.
  private func quotation(at start: Int, before element: Stretch?) -> Stretch? {
    guard let inside = text.quotes.stretch(at: start + 1),
      (element?.range.lowerBound ?? text.count) >= inside.upperBound,
      !text.scalars[inside].contains("、")
    else { return nil }
    return Stretch(kind: .noun, range: start..<(inside.upperBound + 1))
  }

  /// Whether 多 or 少 says which way something went: 比上年同期多蓄水2亿立方米.
  private func isCompared(_ position: Int) -> Bool {
    for index in stride(from: position - 1, through: max(0, position - 8), by: -1) {
      let scalar = text.scalars[index]
      if scalar == "比" || scalar == "较" { return true }
      if WordTables.boundaries.contains(scalar) { return false }
    }
    return false
  }

  /// What after a date or a span of time belongs to it: 两年内, 2023年末.
  private static let times = ScalarSet("内来末底初间起前")
  /// What before a number says only about how much.
  private static let limits = ScalarSet("过超近约达逾")

  /// The class of the word at an offset; a verb before a suffix of nouns (办结率) is a noun.
  private func classify(at start: Int) -> (kind: Class, end: Int) {
    let scalar = text.scalars[start]
    if WordTables.boundaries.contains(scalar) { return (.mark, start + 1) }
    if scalar == "的" || isInside(at: start) { return (.boundary, start + 1) }
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

  /// 中 in 户籍人口中劳动力 divides what is said; 中学 and 初中 hold it.
  private func isInside(at index: Int) -> Bool {
    guard text.scalars[index] == "中", let before = text.at(index - 1), let next = text.at(index + 1)
    else { return false }
    return before.properties.isIdeographic && next.properties.isIdeographic
      && !Self.beforeMiddle.contains(before) && !Self.afterMiddle.contains(next)
  }

  private static let beforeMiddle = ScalarSet("气云土血河海湖初高集其空心城当途市大小水正适从手水命建美年月期")
  private static let afterMiddle = ScalarSet(
    "心学小央国型药医层介试期标部等高级华外方欧老铁职专长低草游转美日非东西亚原共山卫宁间粮科直省坚性班餐轴秋考队成文子巴俄韩英法德美风程枢断止控旬午度青年资交建车物航石化核电冶钢储信盐免林南北下上段枪奖"
  )

  /// 居 before a place and 有 at the start of a clause are verbs; 宜居 and 既有 hold them.
  private func standsAlone(at start: Int) -> Bool {
    switch text.scalars[start] {
    case "居", "列":
      return text.at(start + 1).map(Self.places.contains) ?? false
    case "获":
      let isInside =
        text.at(start - 1).map(Self.beforeGain.contains) ?? false || text.at(start + 1) == "得"
      return !isInside
    case "有", "含", "辖":
      guard let before = text.at(start - 1) else { return true }
      return WordTables.boundaries.contains(before) || Self.holders.contains(before)
    default: return true
    }
  }

  private static let places = ScalarSet("全第前首各省市中世东西末国同")
  private static let beforeGain = ScalarSet("收荣捕查抓斩缴喜俘侦截破探")
  private static let holders = ScalarSet("地的共现还仍另中区县市省镇乡村内校院已也并")

  /// 共 in 共报告 and 新 in 新登记 go with the verb; 新 in 高新技术 does not.
  private func isSmall(at start: Int) -> Bool {
    let scalar = text.scalars[start]
    if Self.modals.contains(scalar), isModal(at: start) { return true }
    guard Self.adverbs.contains(scalar),
      let kind = WordTables.classes.word(at: start + 1, in: text)?.meaning
    else { return false }
    if scalar == "均", let before = text.at(start - 1), Self.averages.contains(before) {
      return false
    }
    return kind == .verb || kind == .light || kind == .nominal && scalar != "新"
      || scalar == "共" && WordTables.activities.word(at: start + 1, in: text) != nil
  }

  /// 会 in 气温会降至 and 可 in 可增加; 委员会 and 许可 hold them.
  private func isModal(at start: Int) -> Bool {
    if let before = text.at(start - 1) {
      if text.at(start) == "会", !Self.beforeWill.contains(before) { return false }
      if Self.beforeModals.contains(before) { return false }
    }
    switch WordTables.before.word(at: start + 1, in: text)?.meaning {
    case .change, .level, .arrow: return true
    default: break
    }
    switch WordTables.classes.word(at: start + 1, in: text)?.meaning {
    case .verb, .light, .moving: return true
    default: return false
    }
  }

  private static let modals = ScalarSet("会可约仍")
  private static let beforeModals = ScalarSet("都省许认宁合条契签大节集公违履特预")
  private static let beforeWill = ScalarSet("温量率额值价速将就还也部力们间我区")

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
      // 人均结案90件
      let isMeasured = index + 1 < raw.count && raw[index + 1].kind == .number
      if stretch.kind == .verb, isMeasured, let last, last.kind == .noun,
        text.at(last.range.upperBound - 1) == "均"
      {
        stretch.kind = .noun
      }
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
      // 供水工程覆盖人口比例
      if last?.kind == .noun, isBeforeNoun, let noun = next.first, isShare(noun.range) {
        return .noun
      }
      let isName =
        isMeasured && WordTables.adjectives.word(at: stretch.range.lowerBound, in: text) != nil
      return isBeforeNoun && (isName || isDescribing(stretch)) ? .noun : .verb
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
    let isModifier = isCounted || last.map { $0.kind == .noun && !isAgent($0.range) } ?? false
    return !isBeforeNoun || isModifier || isMeasured || isDescribing(stretch) ? .noun : .verb
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
