/// What stands before a number.
extension IndicatorFinder {
  func before(_ draft: Draft, _ context: FigureContext.Reading) -> Finding? {
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
    if found.isVerb, context.isShare { return Finding(range: found.range) }
    if found.isVerb { return found }
    // 占自然灾害所造成的死亡总和的58%
    if isPart, !context.isShare, text.at(context.start - 1) == "的",
      let share = startOfShare(before: found.range.lowerBound)
    {
      return noun(before: share).flatMap { phrases.trimmed($0.range) }.map { Finding(range: $0) }
    }
    if context.isShare, text.at(found.range.upperBound) == "，" { return nil }
    // 丙类传染病共报告5238例
    if isCount, phrases.isActivity(found.range),
      let small = phrases.stretch(endingAt: found.range.lowerBound),
      small.kind == .context, let subject = phrases.stretch(endingAt: small.range.lowerBound),
      subject.kind == .noun, let range = phrases.trimmed(subject.range), !isBare(range)
    {
      return Finding(range: range, isPredicate: true)
    }
    // 4个街道和企业10家以上: what is joined to a number before belongs to that one.
    if phrases.stretch(endingAt: found.range.lowerBound)?.kind == .number,
      let last = phrases.joined(found.range).last
    {
      found.range = last
    }
    // 以一般贸易方式进出口
    if text.at(found.range.lowerBound - 1) == "以",
      let way = phrases.words(in: found.range).first(where: { isWay($0.range) }),
      way.range.upperBound < found.range.upperBound
    {
      found.range = way.range.upperBound..<found.range.upperBound
    }
    // 4县区受灾人口
    if phrases.stretch(endingAt: found.range.lowerBound)?.kind == .number,
      let first = text.at(found.range.lowerBound), "区份市县".unicodeScalars.contains(first),
      phrases.words(in: found.range).first?.range.count == 1
    {
      found.range = (found.range.lowerBound + 1)..<found.range.upperBound
    }
    let whole = context.isRespective ? found.range : coordinated(found.range)
    guard let range = phrases.trimmed(measured(whole)), !isBare(range) else { return nil }
    if draft.main.kind == .percentagePoint, let verb = comparing(range) {
      return noun(before: verb).flatMap { phrases.trimmed($0.range) }.map { Finding(range: $0) }
    }
    return Finding(
      range: withDescription(range),
      isPredicate: found.isPredicate,
      isPlace: phrases.isPlace(range)
    )
  }

  /// 审查逮捕案件, 违反组织纪律行为, 外出农民工数量: a verb before deeds and measures says which,
  /// unless it is what was done about them (受理案件, 完成工作量).
  private func withDescription(_ range: Range<Int>) -> Range<Int> {
    guard
      let head = WordTables.deeds.word(before: range.upperBound, in: text)
        ?? WordTables.measuresDescribed.word(before: range.upperBound, in: text),
      head.start >= range.lowerBound,
      phrases.stretch(at: range.lowerBound)?.range.lowerBound == range.lowerBound
    else { return range }
    var start = range.lowerBound
    while let verb = phrases.stretch(endingAt: start), verb.kind == .verb, verb.range.count > 1,
      !isDone(verb.range)
    {
      start = verb.range.lowerBound
    }
    return start..<range.upperBound
  }

  /// Whether a verb says what was done about the thing behind it.
  private func isDone(_ verb: Range<Int>) -> Bool {
    [WordTables.doing, WordTables.grasping].contains {
      $0.word(at: verb.lowerBound, in: text)?.end == verb.upperBound
    }
  }

  /// 占调整预算的90%: a verb within the whole of a share.
  private func isSharePart(_ noun: Range<Int>) -> Bool {
    guard let verb = phrases.stretch(endingAt: noun.lowerBound), verb.kind == .verb else {
      return false
    }
    return phrases.stretch(endingAt: verb.range.lowerBound)?.kind == .share
  }

  /// 按可比价格: by which the number is reckoned.
  private func isReckoning(_ noun: Range<Int>) -> Bool {
    guard text.at(noun.lowerBound - 1) == "按" else { return false }
    return WordTables.reckonings.word(before: noun.upperBound, in: text) != nil
  }

  /// Where the verb of comparison before a phrase begins: 增速高于全市农民收入增速2.8个百分点.
  private func comparing(_ range: Range<Int>) -> Int? {
    var start = phrases.stretch(at: range.lowerBound)?.range.lowerBound ?? range.lowerBound
    if let small = phrases.stretch(endingAt: start), small.kind == .context {
      if let verb = WordTables.comparing.word(before: start, in: text) { return verb.start }
      start = small.range.lowerBound
    }
    return WordTables.comparing.word(before: start, in: text)?.start
  }

  /// The noun phrase, or else the verb, whose words end right before an offset.
  func noun(
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
      case .context, .modifier, .light, .share, .than: position = last.range.lowerBound
      case .noun:
        let before = phrases.stretch(endingAt: last.range.lowerBound)?.kind
        if isReckoning(last.range) {
          position = last.range.lowerBound - 1
          continue
        }
        guard before != .share, !isSharePart(last.range), before != .than,
          !isCompared(last.range.lowerBound),
          !isPart || !isPartOf(last.range),
          !isPart || !isWhole(last.range)
        else {
          position = last.range.lowerBound
          continue
        }
        // 经季节调整后上涨0.2%
        let isTime = text.at(last.range.upperBound - 1) == "后" && !isCount
        return isTime ? nil : Finding(range: phrases.bracketed(last.range))
      case .verb where phrases.stretch(endingAt: last.range.lowerBound)?.kind == .share:
        position = last.range.lowerBound
      case .verb: return predicate(last.range, isCount: isCount)
      case .number:
        // 连续8年保持100%
        let time = WordTables.opensTime.word(before: last.range.lowerBound, in: text)
        // 资产总额五年增长64%
        let isSpan = position == end && last.range.count <= 4 && isSpan(last.range)
        guard let start = time?.start ?? (isMultiple || isSpan ? last.range.lowerBound : nil)
        else { return nil }
        position = start
      case .boundary:
        // 是2020年的3.5倍
        guard let scalar = text.at(position - 1),
          (isMultiple || isPart) && "的是为".unicodeScalars.contains(scalar)
            || (scalar == "自" || scalar == "按") && position == end
            || (scalar == "为" || scalar == "是") && position < end
        else { return nil }
        position -= 1
      case .mark where text.at(end - 1) == "（" && position == end: position -= 1
      // 增速比全省、全国高1.2个百分点
      case .mark where text.at(position - 1) == "、" && joinsPlaces(position - 1): position -= 1
      case .mark, .nominal, .moving: return nil
      }
    }
    return nil
  }

  private func joinsPlaces(_ mark: Int) -> Bool {
    phrases.stretch(endingAt: mark)?.kind == .context
      && phrases.stretch(at: mark + 1)?.kind == .context
  }

  /// Whether a number is a span of time: 五年, 10个月.
  private func isSpan(_ number: Range<Int>) -> Bool {
    text.at(number.upperBound - 1).map { "年月天".unicodeScalars.contains($0) } ?? false
  }

  /// Whether what begins at an offset only goes on with a comparison: 较历史同期均值偏低.
  private func isCompared(_ start: Int) -> Bool {
    guard let time = phrases.stretch(endingAt: start), time.kind == .context else { return false }
    let first = phrases.stretch(endingAt: time.range.lowerBound)
    if first?.kind == .than { return true }
    return first?.kind == .noun
      && phrases.stretch(endingAt: first?.range.lowerBound ?? 0)?.kind == .than
  }

  private func isWay(_ word: Range<Int>) -> Bool {
    word.count == 2 && text.at(word.upperBound - 1) == "式"
      && (text.at(word.lowerBound) == "方" || text.at(word.lowerBound) == "形")
  }

  /// Where 占 stands in the clause before an offset.
  private func startOfShare(before end: Int) -> Int? {
    var position = end
    for _ in 0..<8 {
      guard let last = phrases.stretch(endingAt: position), last.kind != .mark,
        last.kind != .number
      else { return nil }
      position = last.range.lowerBound
      if last.kind == .share { return position }
    }
    return nil
  }

  /// Whether a phrase is the whole of a share: 占全省外贸总值的23.8%.
  private func isPartOf(_ range: Range<Int>) -> Bool {
    guard let small = phrases.stretch(endingAt: range.lowerBound), small.kind == .context else {
      return false
    }
    return phrases.stretch(endingAt: small.range.lowerBound)?.kind == .share
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
    // 刑事抗诉57件
    if let kind = phrases.stretch(endingAt: verb.lowerBound), kind.kind == .noun,
      phrases.words(in: kind.range).allSatisfy({ $0.tag == .describing && $0.kind == nil })
    {
      return Finding(range: kind.range.lowerBound..<verb.upperBound)
    }
    if let other = phrases.stretch(endingAt: range.lowerBound), other.kind == .verb {
      range = other.range.lowerBound..<range.upperBound
    }
    // 资金已下达6亿元
    let adverb = phrases.stretch(endingAt: range.lowerBound).flatMap {
      $0.kind == .context ? $0.range : nil
    }
    // 中亚班列（澜湄快线）开行2700列
    let start = text.bracket(before: adverb?.lowerBound ?? range.lowerBound)
    let happens = WordTables.happenings.word(at: verb.lowerBound, in: text) != nil
    guard let subject = phrases.stretch(endingAt: start ?? adverb?.lowerBound ?? range.lowerBound),
      subject.kind == .noun, let trimmed = phrases.trimmed(subject.range), !isBare(trimmed),
      !isCount || happens
    else { return Finding(range: range, isVerb: true) }
    let whole = trimmed.lowerBound..<range.upperBound
    return Finding(
      range: isCount || adverb != nil || start != nil ? trimmed : whole,
      isPredicate: true
    )
  }

  /// Of A占B的比重 it is A; the range is nil when A stands in another clause, and the whole answer
  /// when there is no 占 before.
  private func subjectOfShare(_ part: Range<Int>) -> (range: Range<Int>?, Void)? {
    var position = part.lowerBound
    if text.at(position) == "与" || text.at(position - 1) == "与" { return (nil, ()) }
    // 物流费用与生产总值的比率
    if text.at(position - 1) == "的", let pair = phrases.stretch(endingAt: position - 1),
      pair.kind == .noun, phrases.joined(pair.range).count == 2
    {
      return (pair.range.lowerBound..<part.upperBound, ())
    }
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
}
