/// What stands after a number.
extension IndicatorFinder {
  func after(_ draft: Draft) -> Range<Int>? {
    var position = draft.range.upperBound
    position = WordTables.after.word(at: position, in: text)?.end ?? position
    if text.at(position) == "多" { position += 1 }
    // 30万千瓦级机组
    if text.at(position) == "级", draft.main.kind != .count { position += 1 }
    // 1280平方米的高标准的中心 speaks of the last noun, 24家单位的清单 of the first.
    let isAttribute = text.at(position) == "的"
    if isAttribute { position += 1 }
    position = afterGrade(position)
    // 12类45件民生实事
    if let next = phrases.stretch(at: position), next.kind == .number, draft.main.kind == .count {
      position = next.range.upperBound
      position = WordTables.after.word(at: position, in: text)?.end ?? position
    }
    position = afterComparison(position) ?? phrases.afterQuotation(position)
    // 牵头建设44家全国重点实验室
    if let place = WordTables.places.word(at: position, in: text),
      phrases.stretch(at: place.end)?.kind == .noun
    {
      position = place.end
    }
    var found: Range<Int>?
    for _ in 0..<4 {
      let start = position
      while let word = WordTables.adjectives.word(at: position, in: text) { position = word.end }
      guard let next = phrases.stretch(at: position), next.kind == .noun else { break }
      let whole = phrases.bracketedAhead(start..<next.range.upperBound)
      found = phrases.trimmed(whole, shortest: 1) ?? found
      guard isAttribute || isAdjective(whole), text.at(whole.upperBound) == "的" else { break }
      position = whole.upperBound + 1
    }
    if found == nil, !isAttribute { return described(draft) }
    // 39222人紧急转移安置, 优秀青年组成的队伍
    if let only = found, isAdjective(only) { return nil }
    if let named = found, text.at(named.upperBound) == "的" { found = withoutDeed(named) ?? named }
    if let found, isBare(found) { return nil }
    found = found.map { withoutEvent($0, of: draft) }
    if draft.main.plainUnit?.hasSuffix("岁") == true { found = found.map(person) }
    if let only = found,
      WordTables.leading.word(at: only.lowerBound, in: text)?.end == only.upperBound
    {
      return nil
    }
    let isNamed = text.at(draft.range.upperBound) == "）" || text.at(draft.range.upperBound) == ")"
    return isNamed ? found : found.flatMap { own($0) }
  }

  /// 三个全新的主题区: whether a phrase only describes the next one.
  private func isAdjective(_ range: Range<Int>) -> Bool {
    phrases.words(in: range).allSatisfy { $0.tag == .adjective || $0.tag == .describing }
  }

  /// 20次5级以上地震 and 2台30万千瓦级机组: the grade of what is counted.
  private func afterGrade(_ start: Int) -> Int {
    var position = start
    while text.isDigit(position) || text.at(position) == "." { position += 1 }
    guard position > start, text.at(position) == "级" else { return start }
    position += 1
    return WordTables.after.word(at: position, in: text)?.end ?? position
  }

  /// 与上月（2896例）相比，发病数上升: what was so many then is named behind.
  private func afterComparison(_ position: Int) -> Int? {
    guard text.at(position) == "）" || text.at(position) == ")", text.at(position + 1) == "相",
      text.at(position + 2) == "比", text.at(position + 3) == "，"
    else { return nil }
    return position + 4
  }

  /// Of 27个行业增加值增长 and 9个完成率超过90% only what is counted: the measure has a number of
  /// its own.
  private func own(_ range: Range<Int>) -> Range<Int>? {
    let others = text.at(range.upperBound) == "等" ? range.upperBound + 1 : range.upperBound
    if phrases.stretch(at: others)?.kind == .number {
      // 4个街道和企业10家以上的乡镇
      guard let first = phrases.joined(range).first else { return nil }
      return first.upperBound < range.upperBound
        ? first : withoutMeasure(range) ?? withoutDeed(range) ?? range
    }
    guard speaksOfAnother(range.upperBound) else { return range }
    if let counted = withoutDeed(range) { return counted }
    return withoutMeasure(range) ?? (startOfMeasure(at: range.upperBound) == nil ? range : nil)
  }

  /// A phrase up to the verb at its end; nil when none is or nothing is left.
  private func withoutDeed(_ range: Range<Int>) -> Range<Int>? {
    guard let deed = phrases.words(in: range).last, deed.range.upperBound == range.upperBound,
      deed.kind == nil || deed.kind == .nominal && text.at(deed.range.lowerBound) != "组",
      deed.may(.verb), deed.may(.verbalNoun) || deed.tag == .verb,
      deed.range.lowerBound - range.lowerBound >= 2
    else { return nil }
    return range.lowerBound..<deed.range.lowerBound
  }

  /// What is measured of so many things: of 15个重点事项审批时限 the 审批时限.
  func measured(_ range: Range<Int>) -> Range<Int> {
    guard let number = phrases.stretch(endingAt: range.lowerBound), number.kind == .number,
      let counted = withoutMeasure(range), counted.upperBound < range.upperBound,
      phrases.words(in: counted.upperBound..<range.upperBound).count > 1
    else { return range }
    return counted.upperBound..<range.upperBound
  }

  /// A phrase up to the measure at its end: of 水库总蓄水量 the 水库; nil when no more is left.
  private func withoutMeasure(_ range: Range<Int>) -> Range<Int>? {
    let bracket = text.scalars[range].firstIndex { $0 == "（" || $0 == "(" }
    var end = bracket ?? range.upperBound
    guard let start = startOfMeasure(at: range.upperBound) else { return nil }
    end = min(end, start)
    while end > range.lowerBound, let scalar = text.at(end - 1),
      "总均共".unicodeScalars.contains(scalar)
    {
      end -= 1
    }
    guard end - range.lowerBound >= 2 else { return nil }
    return withoutDeed(range.lowerBound..<end) ?? range.lowerBound..<end
  }

  /// What a clause between says more of: 对26名符合条件的学生, 整改12家存在隐患的加油站.
  private func described(_ draft: Draft) -> Range<Int>? {
    guard draft.main.kind == .count, let before = phrases.stretch(endingAt: draft.contextEnd),
      before.kind == .verb || before.kind == .boundary,
      let first = phrases.stretch(at: draft.range.upperBound), first.kind == .verb
    else { return nil }
    var position = first.range.upperBound
    for _ in 0..<6 {
      guard let next = phrases.stretch(at: position), next.kind != .mark, next.kind != .number
      else { return nil }
      position = next.range.upperBound
      if next.kind == .boundary, text.at(next.range.lowerBound) == "的",
        let noun = nounGoingOn(at: position)
      {
        return phrases.trimmed(noun)
      }
    }
    return nil
  }

  /// The noun at an offset with the verb that describes it: 脱贫学生.
  private func nounGoingOn(at start: Int) -> Range<Int>? {
    guard let next = phrases.stretch(at: start) else { return nil }
    if next.kind == .noun { return next.range }
    guard next.kind == .verb, let noun = phrases.stretch(at: next.range.upperBound),
      noun.kind == .noun
    else { return nil }
    return start..<noun.range.upperBound
  }

  /// Of 2家企业上市 and 7个省份受灾 only who or what it happened to, when nothing more is said.
  private func withoutEvent(_ phrase: Range<Int>, of draft: Draft) -> Range<Int> {
    let isEnd = text.at(phrase.upperBound).map(WordTables.boundaries.contains) ?? true
    guard isEnd else { return phrase }
    if let event = WordTables.events.word(before: phrase.upperBound, in: text),
      event.start - phrase.lowerBound >= 2
    {
      return phrase.lowerBound..<event.start
    }
    guard let unit = draft.main.plainUnit?.unicodeScalars.first, Self.ofThings.contains(unit),
      let last = phrases.words(in: phrase).last, last.range.upperBound == phrase.upperBound,
      last.range.lowerBound - phrase.lowerBound >= 2,
      last.may(.verb) && last.kind != .noun && text.at(last.range.lowerBound) != "组"
        || WordTables.happenings.word(at: last.range.lowerBound, in: text)?.end
          == last.range.upperBound,
      let named = phrases.words(in: phrase).dropLast().last, named.tag == .noun
    else { return phrase }
    return phrase.lowerBound..<last.range.lowerBound
  }

  /// Measure words of persons and things, to which something may happen.
  private static let ofThings = ScalarSet("人名位户家台辆架艘头只匹羽株棵栋间套所个座")

  /// Of 60岁以上老年人流感疫苗接种 only the people are so old.
  private func person(in phrase: Range<Int>) -> Range<Int> {
    for start in phrase {
      if let word = WordTables.persons.word(at: start, in: text), word.end <= phrase.upperBound {
        return phrase.lowerBound..<word.end
      }
    }
    return phrase
  }

  /// Where the measure at the end of a phrase begins: 营业收入, 接种率, or what was done (庭院改造完成).
  private func startOfMeasure(at end: Int) -> Int? {
    if let measure = WordTables.measures.word(before: end, in: text), end - measure.start >= 2 {
      return measure.start
    }
    if let activity = WordTables.activities.word(before: end, in: text) { return activity.start }
    let isShare = text.at(end - 1).map { "率量额".unicodeScalars.contains($0) } ?? false
    guard let word = WordTables.classes.word(before: isShare ? end - 1 : end, in: text),
      word.meaning == .nominal && text.at(end - 2) != "组"
        || isShare && (word.meaning == .verb || word.meaning == .noun)
    else { return nil }
    return word.start
  }

  private func speaksOfAnother(_ end: Int) -> Bool {
    if let next = text.at(end), "较均都全".unicodeScalars.contains(next) { return true }
    if phrases.stretch(at: end)?.kind == .light { return true }
    switch WordTables.before.word(at: end, in: text)?.meaning {
    case .change, .approximate, .level, .comparison: return true
    default: return false
    }
  }

  /// What is done in 两批: 分三批组织入党积极分子体检 speaks of those who are organised.
  func object(after draft: Draft) -> Range<Int>? {
    guard let unit = draft.main.plainUnit?.unicodeScalars.first,
      "批次场期轮".unicodeScalars.contains(unit)
    else { return nil }
    var position = draft.range.upperBound
    for step in 0..<3 {
      guard let next = phrases.stretch(at: position) else { return nil }
      switch next.kind {
      case .noun: return step == 0 ? nil : phrases.trimmed(next.range)
      case .verb, .context: position = next.range.upperBound
      default: return nil
      }
    }
    return nil
  }
}
