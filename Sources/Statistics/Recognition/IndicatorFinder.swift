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
    if draft.main.kind == .rank, let subject = subject(before: draft.contextEnd) {
      return Finding(range: subject)
    }
    let countsThings = draft.main.kind == .count || draft.main.kind == .ordinal
    guard countsThings, context.change == .none else {
      return before ?? after(draft).map { Finding(range: $0) }
    }
    if let after = after(draft) { return Finding(range: after) }
    return before ?? object(after: draft).map { Finding(range: $0) }
  }

  /// What several subjects named before 分别 are, when they are just as many as their numbers.
  func subjects(_ count: Int, before context: FigureContext.Reading) -> [Range<Int>]? {
    guard let last = noun(before: context.start)?.range else { return nil }
    let whole = coordinated(last)
    let items = phrases.items(of: whole, count: count)
    return items?.compactMap { phrases.trimmed($0) }
  }

  // MARK: Before

  private func before(_ draft: Draft, _ context: FigureContext.Reading) -> Finding? {
    guard var found = noun(before: context.start, isCount: draft.main.kind == .count) else {
      return nil
    }
    if WordTables.shares.word(before: found.range.upperBound, in: text) != nil,
      let subject = subjectOfShare(found.range)
    {
      guard let range = subject.range else { return nil }
      found = Finding(range: range)
    }
    if found.isVerb { return found }
    if context.isShare, text.at(found.range.upperBound) == "，" { return nil }
    let whole = context.isRespective ? found.range : coordinated(found.range)
    guard let range = phrases.trimmed(whole), !isBare(range) else { return nil }
    return Finding(range: range)
  }

  /// The noun phrase, or else the verb, whose words end right before an offset.
  private func noun(before end: Int, isCount: Bool = false) -> Finding? {
    var position = end
    for _ in 0..<8 {
      if text.at(position - 1) == " " { position -= 1 }
      if let opening = text.bracket(before: position) {
        position = opening
        continue
      }
      guard let last = phrases.stretch(endingAt: position) else { return nil }
      switch last.kind {
      case .context, .light, .share: position = last.range.lowerBound
      case .noun:
        guard phrases.stretch(endingAt: last.range.lowerBound)?.kind != .share else {
          position = last.range.lowerBound
          continue
        }
        return Finding(range: phrases.bracketed(last.range))
      case .verb: return predicate(last.range, isCount: isCount)
      case .boundary, .mark, .number, .nominal: return nil
      }
    }
    return nil
  }

  /// 财产险赔付 as a whole, of 预备党员转正38人 the people; a verb alone when nothing is before it.
  private func predicate(_ verb: Range<Int>, isCount: Bool) -> Finding {
    var range = verb
    if let other = phrases.stretch(endingAt: range.lowerBound), other.kind == .verb {
      range = other.range.lowerBound..<range.upperBound
    }
    guard let subject = phrases.stretch(endingAt: range.lowerBound), subject.kind == .noun,
      let trimmed = phrases.trimmed(subject.range), !isBare(trimmed)
    else { return Finding(range: range, isVerb: true) }
    return Finding(range: isCount ? trimmed : trimmed.lowerBound..<range.upperBound)
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
  private func subject(before end: Int) -> Range<Int>? {
    var position = end
    var subject: Range<Int>?
    for _ in 0..<10 {
      guard let last = phrases.stretch(endingAt: position), last.kind != .mark,
        last.kind != .number
      else { break }
      if last.kind == .noun, let range = phrases.trimmed(last.range), !isBare(range) {
        subject = range
      }
      position = last.range.lowerBound
    }
    return subject
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
  func topic(of draft: Draft) -> Range<Int>? {
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
    return subject(before: position)
  }

  // MARK: After

  private func after(_ draft: Draft) -> Range<Int>? {
    var position = draft.range.upperBound
    position = WordTables.after.word(at: position, in: text)?.end ?? position
    if text.at(position) == "多" { position += 1 }
    // 1280平方米的高标准的中心 speaks of the last noun, 24家单位的清单 of the first.
    let isAttribute = text.at(position) == "的"
    if isAttribute { position += 1 }
    position = phrases.afterQuotation(position)
    position = WordTables.adjectives.word(at: position, in: text)?.end ?? position
    var found: Range<Int>?
    for _ in 0..<4 {
      guard let next = phrases.stretch(at: position), next.kind == .noun else { break }
      let whole = phrases.bracketedAhead(position..<next.range.upperBound)
      found = phrases.trimmed(whole, shortest: 1) ?? found
      guard isAttribute, text.at(whole.upperBound) == "的" else { break }
      position = whole.upperBound + 1
    }
    return found.flatMap { own($0) }
  }

  /// Of 27个行业增加值增长 and 9个完成率超过90% only what is counted: the measure has a number of
  /// its own.
  private func own(_ range: Range<Int>) -> Range<Int>? {
    guard speaksOfAnother(range.upperBound) else { return range }
    let bracket = text.scalars[range].firstIndex { $0 == "（" || $0 == "(" }
    var end = bracket ?? range.upperBound
    if let measure = WordTables.measures.word(before: range.upperBound, in: text) {
      end = min(end, measure.start)
    } else {
      return range
    }
    return end - range.lowerBound >= 2 ? range.lowerBound..<end : nil
  }

  private func speaksOfAnother(_ end: Int) -> Bool {
    if phrases.stretch(at: end)?.kind == .light { return true }
    switch WordTables.before.word(at: end, in: text)?.meaning {
    case .change, .approximate, .level, .comparison: return true
    default: return false
    }
  }

  /// What is done in 两批: 分三批组织入党积极分子体检 speaks of those who are organised.
  private func object(after draft: Draft) -> Range<Int>? {
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
