import WritingSystems

/// Reads the words around a figure: about how much, up or down, against what, cumulative or not.
struct FigureContext {
  struct Reading {
    var approximate: Figure.Approximation?
    var change: Figure.Change = .none
    var comparison: Figure.Comparison = .none
    var isCumulative = false
    /// Where the words that belong to the number begin; the noun phrase ends there at the latest.
    var start: Int
    /// 占 stands before the number: it is a share, and its subject stands before 占.
    var isShare = false
    /// 分别 or 依次 stands before the number: of several subjects each has its own.
    var isRespective = false
  }

  private let text: FoldedText
  /// The words of comparison in the text, in order.
  private let comparisons: [(range: Range<Int>, meaning: Figure.Comparison)]

  /// How far back a clause is looked through; keeps the walk linear in texts without marks.
  private static let reach = 80

  init(_ text: FoldedText) {
    self.text = text
    var found: [(Range<Int>, Figure.Comparison)] = []
    var position = 0
    while position < text.count {
      if let (meaning, end) = Self.yearly(at: position, in: text) {
        found.append((position..<end, meaning))
        position = end
      } else if let (meaning, end) = WordTables.comparisonWords.word(at: position, in: text) {
        found.append((position..<end, meaning))
        position = end
      } else {
        position += 1
      }
    }
    comparisons = found
  }

  /// 年增 and 月減, as Taiwan writes 同比 and 环比; in 2024年增, 今年增 and 平均年增 they are none.
  private static func yearly(
    at position: Int,
    in text: FoldedText
  ) -> (meaning: Figure.Comparison, end: Int)? {
    guard let scalar = text.at(position), scalar == "年" || scalar == "月",
      let next = text.at(position + 1), next == "增" || next == "减"
    else { return nil }
    if let before = text.at(position - 1),
      text.isDigit(position - 1) || Numerals.digit(before) != nil || notYearly.contains(before)
    {
      return nil
    }
    return (scalar == "年" ? .yearOnYear : .monthOnMonth, position + 1)
  }

  private static let notYearly = ScalarSet("十百半多余几两去今明前后全上下每本当同均近历逐连来整首某该此那这学财")

  func reading(of draft: Draft) -> Reading {
    var reading = Reading(start: draft.contextEnd)
    readBackwards(into: &reading)
    // 近3年 are the last three years, not nearly three.
    if draft.main.kind == .duration, reading.approximate == .nearly { reading.approximate = nil }
    reading.approximate = draft.main.inner ?? reading.approximate
    readAfter(draft.range.upperBound, of: draft.main, into: &reading)
    if case .change(_, let to, let change) = draft.form {
      reading.change = change
      if let near = approximation(before: to.range.lowerBound) { reading.approximate = near }
    }
    if draft.main.change != .none { reading.change = draft.main.change }
    readComparison(of: draft, into: &reading)
    reading.isCumulative = clause(before: draft.contextEnd, contains: "累计")
    return reading
  }

  private func readBackwards(into reading: inout Reading) {
    let end = reading.start
    while reading.start > max(0, end - Self.reach) {
      if text.at(reading.start - 1) == " " { reading.start -= 1 }
      guard let (meaning, start) = WordTables.before.word(before: reading.start, in: text),
        !isEndOfWord(start, reading.start)
      else { return }
      switch meaning {
      case .approximate(let found): reading.approximate = reading.approximate ?? found
      case .change(let found):
        if reading.change == .none { reading.change = found }
      case .comparative(let found):
        guard isCompared(start) else { return }
        reading.change = found
      case .share: reading.isShare = true
      case .stop: return
      case .respective: reading.isRespective = true
      case .arrow, .level, .filler, .comparison, .time, .origin: break
      }
      reading.start = start
      if case .change = meaning, Self.yearly(at: start - 1, in: text) != nil { reading.start -= 1 }
      // 下降的有31种 counts what fell; nothing before 的有 speaks of the number.
      if text.at(start) == "的", meaning == .level { return }
    }
  }

  /// Whether a scalar is only the end of a longer word: 编列, 收到.
  private func isEndOfWord(_ start: Int, _ end: Int) -> Bool {
    guard end - start == 1, let word = WordTables.classes.word(before: end, in: text) else {
      return false
    }
    return word.start < start && (word.meaning == .verb || word.meaning == .noun)
  }

  /// Whether a word of comparison stands right before 多 or 少.
  private func isCompared(_ index: Int) -> Bool {
    if case .comparison? = WordTables.before.word(before: index, in: text)?.meaning { return true }
    return clause(before: index, contains: "比") || clause(before: index, contains: "较")
  }

  private func approximation(before index: Int) -> Figure.Approximation? {
    guard case .approximate(let found)? = WordTables.before.word(before: index, in: text)?.meaning
    else { return nil }
    return found
  }

  private func readAfter(_ end: Int, of main: Quantity, into reading: inout Reading) {
    if let (meaning, _) = WordTables.after.word(at: end, in: text) { reading.approximate = meaning }
    // 两倍多, 3年多; 10家多部门 is no such thing.
    if text.at(end) == "多", Self.trailed.contains(main.kind) { reading.approximate = .over }
    guard text.at(end) == "的", reading.change == .none,
      case .change(let change)? = WordTables.before.word(at: end + 1, in: text)?.meaning,
      let last = WordTables.before.word(at: end + 1, in: text)?.end
    else { return }
    // 5%的增长, but not 5%的提高到…
    let isNoun = text.at(last).map(WordTables.boundaries.contains) ?? true
    if isNoun { reading.change = change }
  }

  /// What may have 多 after it for a little more.
  private static let trailed: Set<Figure.Kind> = [.multiple, .duration, .length, .area, .mass]

  // MARK: Comparison

  private func readComparison(of draft: Draft, into reading: inout Reading) {
    let kinds: Set<Figure.Kind> = [.percent, .percentagePoint, .rank, .index, .multiple, .permille]
    guard reading.change != .none || kinds.contains(draft.main.kind) else { return }
    let end =
      if case .change(let from, _, _) = draft.form { from.range.lowerBound } else {
        draft.range.lowerBound
      }
    guard let last = comparison(before: end), end - last.range.upperBound <= Self.reach else {
      return
    }
    if isJoined(last.range, to: end, hasChange: reading.change != .none) {
      reading.comparison = last.meaning
    }
  }

  private func comparison(before end: Int) -> (range: Range<Int>, meaning: Figure.Comparison)? {
    var low = 0
    var high = comparisons.count
    while low < high {
      let middle = (low + high) / 2
      if comparisons[middle].range.upperBound <= end { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? comparisons[low - 1] : nil
  }

  /// Whether a comparison still speaks of a number: in its clause, in its list (、), in what 其中
  /// adds, or when it is all its own clause (与上月相比，).
  private func isJoined(_ word: Range<Int>, to end: Int, hasChange: Bool) -> Bool {
    var isAdded = false
    for index in word.upperBound..<end {
      guard let scalar = text.at(index), WordTables.boundaries.contains(scalar) else { continue }
      if WordTables.sentenceEnds.contains(scalar) { return false }
      let isList = scalar == "、" || scalar == "（" || scalar == "("
      let isWhole = index == word.upperBound
      if hasChange, text.at(index + 1) == "其", text.at(index + 2) == "中" { isAdded = true }
      guard isList || isWhole || isAdded || endsComparing(index) else { return false }
    }
    return true
  }

  /// Whether the clause before a mark only compares, as 与上月（289613例）相比 does.
  private func endsComparing(_ index: Int) -> Bool {
    text.at(index - 1) == "比" || text.at(index) == "）" || text.at(index) == ")"
  }

  private func clause(before end: Int, contains word: String) -> Bool {
    let letters = Array(word.unicodeScalars)
    var index = end - 1
    while index >= max(0, end - Self.reach) {
      if let opening = text.bracket(before: index + 1) {
        index = opening - 1
        continue
      }
      if WordTables.boundaries.contains(text.scalars[index]), text.scalars[index] != "、" {
        return false
      }
      if text.scalars[index...].starts(with: letters) { return true }
      index -= 1
    }
    return false
  }
}
