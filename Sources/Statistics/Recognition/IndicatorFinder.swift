import WritingSystems

/// Finds the noun phrase that a number speaks of.
///
/// The text is cut once into stretches (`Phrases`). Counts speak of the noun after them (26家成员单位),
/// else of the one before (党支部26个); other numbers of the one before (覆盖率86%); a share of
/// what stands before 占; a place in a ranking of the subject of its clause.
struct IndicatorFinder {
  /// What the text says of a number.
  struct Finding {
    var range: Range<Int>
    /// Only a verb stands there: 处分794人.
    var isVerb = false
    /// A verb ends it: 财产险赔付.
    var isPredicate = false
    /// The word of change before the number is a verb like any other: 改造提升25个校区.
    var isObject = false
    /// It only says where: 辽宁185万亩大豆.
    var isPlace = false
  }

  let text: FoldedText
  let phrases: Phrases

  init(_ text: FoldedText, elements: [Element]) {
    self.text = text
    phrases = Phrases(text, elements: elements)
  }

  /// What the figure speaks of; nil when its clause does not say.
  func finding(of draft: Draft, _ context: FigureContext.Reading) -> Finding? {
    if isAdverbial(draft, context) { return nil }
    let before = before(draft, context)
    if draft.main.kind == .rank, text.at(draft.range.upperBound) == "的" || after(draft) == nil {
      return subject(before: draft.contextEnd).map { Finding(range: $0) }
    }
    let countsThings = draft.main.kind == .count || draft.main.kind == .ordinal
    let after = after(draft)
    if draft.main.kind == .duration, context.change == .none {
      return duration(before, after)
    }
    if countsThings, isTransitive(context) {
      if let after { return Finding(range: after, isObject: true) }
      if let before { return Finding(range: before.range, isVerb: true, isObject: true) }
    }
    guard countsThings, context.change == .none else {
      let isAttribute = text.at(draft.range.upperBound) == "的"
      let isAdjacent = context.start == draft.contextEnd
      // 覆盖城区和93%以上行政村
      let isJoined =
        isAdjacent && text.at(context.start - 1).map { "和与及".unicodeScalars.contains($0) } ?? false
      let prefersAfter =
        before.map {
          $0.isVerb || isJoined || $0.isPlace || $0.isPredicate && isAttribute
            || isAdjacent && phrases.isActivity($0.range)
        } ?? true
      if context.isShare, before == nil { return nil }
      return prefersAfter ? after.map { Finding(range: $0) } ?? before : before
    }
    let isLimit = WordTables.after.word(at: draft.range.upperBound, in: text).map {
      text.at($0.end) == "的"
    }
    // 企业10家以上的乡镇 counts companies, 吞吐量超过100万箱的港口 boxes.
    let isThreshold = context.approximate != nil && text.at(draft.range.upperBound) == "的"
    if isLimit == true || isThreshold, let before, !before.isVerb { return before }
    if let after { return Finding(range: after) }
    if var before {
      before.isVerb = before.isVerb || phrases.isActivity(before.range)
      return before
    }
    return happening(after: draft) ?? object(after: draft).map { Finding(range: $0) }
  }

  /// 427人受伤: what happened to so many, when nothing else is said of them.
  private func happening(after draft: Draft) -> Finding? {
    guard WordTables.harms.word(at: draft.range.upperBound, in: text) != nil,
      let verb = phrases.stretch(at: draft.range.upperBound),
      verb.kind == .verb, verb.range.lowerBound == draft.range.upperBound,
      text.at(verb.range.upperBound).map(WordTables.boundaries.contains) ?? true
    else { return nil }
    return Finding(range: verb.range, isVerb: false)
  }

  /// 改造提升25个校区: a word of change behind another verb has an object and no measure.
  private func isTransitive(_ context: FigureContext.Reading) -> Bool {
    guard context.change != .none, let verb = phrases.stretch(endingAt: context.start) else {
      return false
    }
    return verb.kind == .verb || verb.kind == .noun && phrases.isActivity(verb.range)
  }

  /// 工期100天 is a length of time, 三年行动 something that takes one.
  private func duration(_ before: Finding?, _ after: Range<Int>?) -> Finding? {
    if let before, WordTables.lengthsOfTime.word(before: before.range.upperBound, in: text) != nil {
      return before
    }
    return after.map { Finding(range: $0) } ?? before.flatMap { $0.isVerb ? nil : $0 }
  }

  /// What several subjects named before 分别 are, when they are just as many as their numbers.
  func subjects(_ count: Int, before end: Int) -> [Range<Int>]? {
    guard let last = noun(before: end)?.range else { return nil }
    var whole = coordinated(last)
    var items = phrases.items(of: whole, count: count)
    // 集中供养和分散供养标准: a verb in the list does nothing.
    while items == nil || phrases.stretch(at: whole.lowerBound)?.kind == .verb,
      last.upperBound - whole.lowerBound < Phrases.longest,
      let before = phrases.stretch(endingAt: whole.lowerBound),
      before.kind == .noun || before.kind == .verb
    {
      whole = before.range.lowerBound..<whole.upperBound
      items = phrases.items(of: whole, count: count)
    }
    return items?.compactMap { phrases.trimmed($0) }
  }

  /// Where 分别 stands in the clause before an offset, other words between: 分别较上年下降.
  func respective(before end: Int) -> Int? {
    var position = end
    while position > max(0, end - Phrases.longest) {
      if case .respective? = WordTables.before.word(before: position, in: text)?.meaning {
        return WordTables.before.word(before: position, in: text)?.start
      }
      position -= 1
      let scalar = text.scalars[position]
      if WordTables.boundaries.contains(scalar), scalar != "、" { return nil }
    }
    return nil
  }

  // MARK: The clause

  /// The first noun phrase of the clause: 高铁路网密度居各省区第一.
  func subject(before end: Int) -> Range<Int>? {
    var position = end
    var subject: Range<Int>?
    for _ in 0..<10 {
      guard let last = phrases.stretch(endingAt: position), last.kind != .mark else { break }
      if last.kind == .number,
        WordTables.opensTime.word(before: last.range.lowerBound, in: text) == nil
      {
        break
      }
      if last.kind == .light { subject = nil }
      if last.kind == .noun, let range = phrases.trimmed(last.range), !isBare(range) {
        subject = range
      }
      position = last.range.lowerBound
    }
    return subject.flatMap { phrases.trimmed(coordinated($0)) }
  }

  /// The phrase with those joined to it by 、 before it: 粮油、食品类.
  func coordinated(_ last: Range<Int>) -> Range<Int> {
    var start = last.lowerBound
    while last.upperBound - start < Phrases.longest, text.at(start - 1) == "、",
      let before = phrases.stretch(endingAt: start - 1), before.kind == .noun
    {
      start = phrases.bracketed(before.range).lowerBound
    }
    return start..<last.upperBound
  }

  func isBare(_ range: Range<Int>) -> Bool {
    WordTables.bare.word(at: range.lowerBound, in: text)?.end == range.upperBound
  }

  /// What the clause before speaks of: 新发展党员中，35岁以下的, 汛情平稳，达到.
  func topic(of draft: Draft, isCount: Bool) -> Range<Int>? {
    var position = draft.contextEnd
    for _ in 0..<8 {
      guard let last = phrases.stretch(endingAt: position), last.kind != .number else { return nil }
      position = last.range.lowerBound
      if last.kind == .mark { break }
    }
    guard text.at(position) == "，", let last = phrases.stretch(endingAt: position) else {
      return nil
    }
    if last.kind == .noun, text.at(position - 1) == "中" { return phrases.trimmed(last.range) }
    return isCount ? nil : subject(before: position)
  }

  /// The change that a verb right before a phrase is.
  func movement(before phrase: Range<Int>) -> WordTables.Before? {
    // 降低各类成本: small words belong to the stretch, not to the phrase.
    let start = phrases.stretch(at: phrase.lowerBound)?.range.lowerBound ?? phrase.lowerBound
    let small = phrases.stretch(endingAt: start).flatMap { $0.kind == .context ? $0.range : nil }
    let end = small?.lowerBound ?? start
    guard let verb = phrases.stretch(endingAt: end), verb.kind == .moving,
      verb.range.lowerBound == 0 || phrases.stretch(endingAt: verb.range.lowerBound)?.kind != .noun
    else { return nil }
    return WordTables.before.word(before: end, in: text)?.meaning
  }

  /// 近3年, 两年内: time in which something was done is no figure of anything.
  private func isAdverbial(_ draft: Draft, _ context: FigureContext.Reading) -> Bool {
    guard draft.main.kind == .duration else { return false }
    // 五年增长64%, but 工期3年
    if case .change? = WordTables.before.word(at: draft.range.upperBound, in: text)?.meaning,
      WordTables.lengthsOfTime.word(before: context.start, in: text) == nil
    {
      return true
    }
    return WordTables.opensTime.word(before: draft.contextEnd, in: text) != nil
      || WordTables.closesTime.word(at: draft.range.upperBound, in: text) != nil
  }
}
