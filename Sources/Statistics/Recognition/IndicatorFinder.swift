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
  }

  let text: FoldedText
  let phrases: Phrases

  init(_ text: FoldedText, elements: [Element]) {
    self.text = text
    phrases = Phrases(text, elements: elements)
  }

  /// What the figure speaks of; nil when its clause does not say.
  func finding(of draft: Draft, _ context: FigureContext.Reading) -> Finding? {
    if isAdverbial(draft) { return nil }
    let before = before(draft, context)
    if draft.main.kind == .rank, text.at(draft.range.upperBound) == "的" || after(draft) == nil {
      return subject(before: draft.contextEnd).map { Finding(range: $0) }
    }
    let countsThings = draft.main.kind == .count || draft.main.kind == .ordinal
    let after = after(draft)
    if draft.main.kind == .duration, context.change == .none {
      return duration(before, after)
    }
    if countsThings, let after, isTransitive(context) {
      return Finding(range: after, isObject: true)
    }
    guard countsThings, context.change == .none else {
      let isAttribute = text.at(draft.range.upperBound) == "的"
      let isAdjacent = context.start == draft.contextEnd
      let prefersAfter =
        before.map {
          $0.isVerb || $0.isPredicate && isAttribute || isAdjacent && phrases.isActivity($0.range)
        } ?? true
      return prefersAfter ? after.map { Finding(range: $0) } ?? before : before
    }
    let isLimit = WordTables.after.word(at: draft.range.upperBound, in: text).map {
      text.at($0.end) == "的"
    }
    // 企业10家以上的乡镇 counts companies.
    if isLimit == true, let before, !before.isVerb { return before }
    if let after { return Finding(range: after) }
    if var before {
      before.isVerb = before.isVerb || phrases.isActivity(before.range)
      return before
    }
    return object(after: draft).map { Finding(range: $0) }
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

  // MARK: Before

  private func before(_ draft: Draft, _ context: FigureContext.Reading) -> Finding? {
    let isMultiple = draft.main.kind == .multiple
    let isCount = draft.main.kind == .count
    let isPart = draft.main.kind == .percent || draft.main.kind == .ratio || isMultiple
    guard
      var found = noun(
        before: context.start,
        isCount: isCount,
        isMultiple: isMultiple,
        isPart: isPart && !context.isShare && text.at(context.start - 1) == "的"
      )
    else {
      return measure(at: context)
    }
    if WordTables.shares.word(before: found.range.upperBound, in: text) != nil,
      let subject = subjectOfShare(found.range)
    {
      guard let range = subject.range else { return nil }
      found = Finding(range: range)
    }
    if found.isVerb { return found }
    if context.isShare, text.at(found.range.upperBound) == "，" { return nil }
    // 4个街道和企业10家以上: what is joined to a number before belongs to that one.
    if phrases.stretch(endingAt: found.range.lowerBound)?.kind == .number,
      let last = phrases.joined(found.range).last
    {
      found.range = last
    }
    let whole = context.isRespective ? found.range : coordinated(found.range)
    guard let range = phrases.trimmed(whole), !isBare(range) else { return nil }
    return Finding(range: range, isPredicate: found.isPredicate)
  }

  /// The noun phrase, or else the verb, whose words end right before an offset.
  private func noun(
    before end: Int,
    isCount: Bool = false,
    isMultiple: Bool = false,
    isPart: Bool = false
  ) -> Finding? {
    var position = end
    for _ in 0..<8 {
      if text.at(position - 1) == " " { position -= 1 }
      if let opening = text.bracket(before: position) {
        position = opening
        continue
      }
      guard let last = phrases.stretch(endingAt: position) else { return nil }
      switch last.kind {
      case .context, .light, .share, .than: position = last.range.lowerBound
      case .noun:
        let before = phrases.stretch(endingAt: last.range.lowerBound)?.kind
        guard before != .share, before != .than, !isCompared(last.range.lowerBound),
          !isPart || !isWhole(last.range)
        else {
          position = last.range.lowerBound
          continue
        }
        // 经季节调整后上涨0.2%
        let isTime = text.at(last.range.upperBound - 1) == "后" && !isCount
        return isTime ? nil : Finding(range: phrases.bracketed(last.range))
      case .verb: return predicate(last.range, isCount: isCount)
      case .number:
        // 连续8年保持100%
        let time = WordTables.opensTime.word(before: last.range.lowerBound, in: text)
        guard let start = time?.start ?? (isMultiple ? last.range.lowerBound : nil) else {
          return nil
        }
        position = start
      case .boundary:
        // 是2020年的3.5倍
        guard let scalar = text.at(position - 1),
          (isMultiple || isPart) && "的是为".unicodeScalars.contains(scalar)
            || (scalar == "自" || scalar == "按") && position == end
        else { return nil }
        position -= 1
      case .mark where text.at(end - 1) == "（" && position == end: position -= 1
      case .mark, .nominal, .moving: return nil
      }
    }
    return nil
  }

  /// Whether what begins at an offset only goes on with a comparison: 较历史同期均值偏低.
  private func isCompared(_ start: Int) -> Bool {
    guard let time = phrases.stretch(endingAt: start), time.kind == .context else { return false }
    let first = phrases.stretch(endingAt: time.range.lowerBound)
    if first?.kind == .than { return true }
    return first?.kind == .noun
      && phrases.stretch(endingAt: first?.range.lowerBound ?? 0)?.kind == .than
  }

  /// Whether a phrase is what a part is measured by: 不到全国平均水平的40%.
  private func isWhole(_ range: Range<Int>) -> Bool {
    guard text.at(range.upperBound) == "的",
      var before = phrases.stretch(endingAt: range.lowerBound)
    else { return false }
    if before.kind == .context, let other = phrases.stretch(endingAt: before.range.lowerBound) {
      before = other
    }
    let last = text.at(before.range.upperBound - 1)
    return before.kind == .light || last == "为" || last == "是"
  }

  /// 增速比前三季度加快1.4个百分点: a measure of change that stands by itself is the subject.
  func measure(at context: FigureContext.Reading, isOnly: Bool = false) -> Finding? {
    guard let word = WordTables.changeMeasures.word(at: context.start, in: text),
      text.at(context.start - 1).map(WordTables.boundaries.contains) ?? true
    else { return nil }
    let isCompared = WordTables.comparisonWords.word(at: word.end, in: text) != nil
    let isLimited = context.approximate != nil || isOnly
    return isCompared && text.at(word.end) != "同" || isLimited
      ? Finding(range: context.start..<word.end) : nil
  }

  /// 财产险赔付 as a whole, of 预备党员转正38人 the people; a verb alone when nothing is before it.
  private func predicate(_ verb: Range<Int>, isCount: Bool) -> Finding {
    var range = verb
    if let other = phrases.stretch(endingAt: range.lowerBound), other.kind == .verb {
      range = other.range.lowerBound..<range.upperBound
    }
    // 资金已下达6亿元
    let adverb = phrases.stretch(endingAt: range.lowerBound).flatMap {
      $0.kind == .context ? $0.range : nil
    }
    let happens = WordTables.happenings.word(at: verb.lowerBound, in: text) != nil
    guard let subject = phrases.stretch(endingAt: adverb?.lowerBound ?? range.lowerBound),
      subject.kind == .noun, let trimmed = phrases.trimmed(subject.range), !isBare(trimmed),
      !isCount || happens
    else { return Finding(range: range, isVerb: true) }
    let whole = trimmed.lowerBound..<range.upperBound
    return Finding(range: isCount || adverb != nil ? trimmed : whole, isPredicate: true)
  }

  /// Of A占B的比重 it is A; the range is nil when A stands in another clause, and the whole answer
  /// when there is no 占 before.
  private func subjectOfShare(_ part: Range<Int>) -> (range: Range<Int>?, Void)? {
    var position = part.lowerBound
    if text.at(position) == "与" { return (nil, ()) }
    for _ in 0..<6 {
      guard let last = phrases.stretch(endingAt: position), last.kind != .mark,
        last.kind != .number
      else { return isBare(part) ? (nil, ()) : nil }
      position = last.range.lowerBound
      guard last.kind == .share else { continue }
      return (noun(before: position).map { $0.range }, ())
    }
    return nil
  }

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
  private func coordinated(_ last: Range<Int>) -> Range<Int> {
    var start = last.lowerBound
    while last.upperBound - start < Phrases.longest, text.at(start - 1) == "、",
      let before = phrases.stretch(endingAt: start - 1), before.kind == .noun
    {
      start = phrases.bracketed(before.range).lowerBound
    }
    return start..<last.upperBound
  }

  private func isBare(_ range: Range<Int>) -> Bool {
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
    guard let verb = phrases.stretch(endingAt: start), verb.kind == .moving,
      verb.range.lowerBound == 0 || phrases.stretch(endingAt: verb.range.lowerBound)?.kind != .noun
    else { return nil }
    return WordTables.before.word(before: start, in: text)?.meaning
  }

  // MARK: After

  private func after(_ draft: Draft) -> Range<Int>? {
    var position = draft.range.upperBound
    position = WordTables.after.word(at: position, in: text)?.end ?? position
    if text.at(position) == "多" { position += 1 }
    // 30万千瓦级机组
    if text.at(position) == "级", draft.main.kind != .count { position += 1 }
    // 1280平方米的高标准的中心 speaks of the last noun, 24家单位的清单 of the first.
    let isAttribute = text.at(position) == "的"
    if isAttribute { position += 1 }
    // 12类45件民生实事
    if let next = phrases.stretch(at: position), next.kind == .number, draft.main.kind == .count {
      position = next.range.upperBound
    }
    position = afterComparison(position) ?? phrases.afterQuotation(position)
    var found: Range<Int>?
    for _ in 0..<4 {
      let start = position
      position = WordTables.adjectives.word(at: position, in: text)?.end ?? position
      guard let next = phrases.stretch(at: position), next.kind == .noun else { break }
      let whole = phrases.bracketedAhead(start..<next.range.upperBound)
      found = phrases.trimmed(whole, shortest: 1) ?? found
      guard isAttribute, text.at(whole.upperBound) == "的" else { break }
      position = whole.upperBound + 1
    }
    if found == nil, !isAttribute { return described(draft) }
    if let found, isBare(found) { return nil }
    found = found.map(withoutEvent)
    if draft.main.plainUnit?.hasSuffix("岁") == true { found = found.map(person) }
    if let only = found,
      WordTables.leading.word(at: only.lowerBound, in: text)?.end == only.upperBound
    {
      return nil
    }
    let isNamed = text.at(draft.range.upperBound) == "）" || text.at(draft.range.upperBound) == ")"
    return isNamed ? found : found.flatMap { own($0) }
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
    if phrases.stretch(at: range.upperBound)?.kind == .number {
      // 4个街道和企业10家以上的乡镇
      guard let first = phrases.joined(range).first else { return nil }
      return first.upperBound < range.upperBound ? first : withoutMeasure(range) ?? range
    }
    guard speaksOfAnother(range.upperBound) else { return range }
    return withoutMeasure(range) ?? (startOfMeasure(at: range.upperBound) == nil ? range : nil)
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
    return end - range.lowerBound >= 2 ? range.lowerBound..<end : nil
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

  /// Of 2家企业上市 only the 企业, when nothing more is said.
  private func withoutEvent(_ phrase: Range<Int>) -> Range<Int> {
    guard let next = text.at(phrase.upperBound), WordTables.boundaries.contains(next),
      let event = WordTables.events.word(before: phrase.upperBound, in: text),
      event.start - phrase.lowerBound >= 2
    else { return phrase }
    return phrase.lowerBound..<event.start
  }

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
      word.meaning == .nominal || isShare && (word.meaning == .verb || word.meaning == .noun)
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
  private func object(after draft: Draft) -> Range<Int>? {
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

  /// 近3年, 两年内: time in which something was done is no figure of anything.
  private func isAdverbial(_ draft: Draft) -> Bool {
    guard draft.main.kind == .duration else { return false }
    return WordTables.opensTime.word(before: draft.contextEnd, in: text) != nil
      || WordTables.closesTime.word(at: draft.range.upperBound, in: text) != nil
  }
}
