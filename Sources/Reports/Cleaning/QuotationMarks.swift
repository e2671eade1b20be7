/// Straight and wrongly turned quotation marks become paired ones where Chinese text is inside or
/// beside them (GB/T 15834-2011, 4.8).
///
/// Which mark opens and which closes is reckoned over the whole line (`QuotationPairing`): marks
/// that are turned already, what stands beside each mark, and the levels, double outside and single
/// inside (4.8.3.4). Apostrophes, feet and inches stay. A mark for which another reading is nearly
/// as good stays as it is: the language check names it.
enum QuotationMarks {
  static func find(_ line: LineView) -> [Edit] {
    guard line.isChinese, line.scalars.contains(where: QuotationMark.mayBegin) else { return [] }
    let marks = QuotationMark.all(in: line)
    guard !isRight(marks) else { return [] }
    var edits: [Edit] = []
    for pair in QuotationPairing.pairs(of: marks) {
      let (open, close) = (marks[pair.open], marks[pair.close])
      guard quotesChinese(line, open.range, close.range, isSingle: pair.isSingle) else { continue }
      edits += edit(open, to: pair.isSingle ? "‘" : "“") + edit(close, to: pair.isSingle ? "’" : "”")
    }
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether all marks are turned and pair as they stand, none within its like.
  private static func isRight(_ marks: [QuotationMark]) -> Bool {
    var open: [Bool] = []
    for mark in marks {
      guard let opens = mark.opens else { return false }
      if opens {
        guard open.last != mark.isSingle else { return false }
        open.append(mark.isSingle)
      } else if open.popLast() != mark.isSingle {
        return false
      }
    }
    return open.isEmpty
  }

  private static func edit(_ mark: QuotationMark, to wide: Unicode.Scalar) -> [Edit] {
    mark.scalar == wide ? [] : [Edit(range: mark.range, replacement: [wide])]
  }

  private static func quotesChinese(
    _ line: LineView,
    _ open: Range<Int>,
    _ close: Range<Int>,
    isSingle: Bool
  ) -> Bool {
    guard close.lowerBound > open.upperBound else { return false }
    func isChinese(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isChinese || scalar == "'" || scalar == "\"" || scalar.isSpace
    }
    let inside = line.scalars[open.upperBound..<close.lowerBound]
    let hasChinese = inside.contains(where: \.isHan)
    let isInside =
      hasChinese && (inside.first.map(isChinese) ?? false || inside.last.map(isChinese) ?? false)
    let isBeside =
      line.visible(before: open.lowerBound)?.isChinese ?? false
      || (open.lowerBound == 0 && line.visible(after: close.upperBound - 1)?.isChinese ?? false)
    return isInside || (isBeside && !isSingle)
  }
}

/// A quotation mark of a line: one scalar, or two straight ones typed for a double mark.
struct QuotationMark {
  let range: Range<Int>
  /// What is written; of two straight ones the first.
  let scalar: Unicode.Scalar
  /// Whether it is a single mark.
  let isSingle: Bool
  /// Which way it is turned: nil for a straight one.
  let opens: Bool?
  /// What speaks against its opening, its closing and its standing alone.
  private(set) var against = Against()

  struct Against {
    var opening = 0
    var closing = 0
    var standingAlone = 0
  }

  static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "＂", "〃", "″", "'", "`", "＇", "“", "”", "‘", "’": true
    default: false
    }
  }

  static func all(in line: LineView) -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var index = 0
    while index < line.scalars.count {
      guard mayBegin(line.scalars[index]), !line.isKept(index),
        var mark = QuotationMark(line, at: index)
      else {
        index += 1
        continue
      }
      mark.against = mark.contextSays(line)
      marks.append(mark)
      index = mark.range.upperBound
    }
    return marks
  }

  /// Nil for an apostrophe.
  private init?(_ line: LineView, at index: Int) {
    let scalars = line.scalars
    scalar = scalars[index]
    switch scalar {
    case "\"", "＂", "〃", "″", "“", "”":
      isSingle = false
      range = index..<(index + 1)
    case "'", "`", "＇":
      let isDoubled = index + 1 < scalars.count && scalars[index + 1] == scalar
      guard isDoubled || !Self.isApostrophe(line, index) else { return nil }
      isSingle = !isDoubled
      range = index..<(index + (isDoubled ? 2 : 1))
    default:
      guard !Self.isWithinWord(line, index) else { return nil }
      isSingle = true
      range = index..<(index + 1)
    }
    opens =
      switch scalar {
      case "“", "‘": true
      case "”", "’": false
      default: nil
      }
  }

  private static func isApostrophe(_ line: LineView, _ index: Int) -> Bool {
    let before = index > 0 ? line.scalars[index - 1] : nil
    let after = index + 1 < line.scalars.count ? line.scalars[index + 1] : nil
    return before?.isASCIIAlphanumeric ?? false && after.map { !$0.isChinese } ?? true
  }

  /// It’s, the workers’ union.
  private static func isWithinWord(_ line: LineView, _ index: Int) -> Bool {
    line.scalars[index] == "’" && isApostrophe(line, index)
  }
}

// MARK: - What stands beside a mark

extension QuotationMark {
  /// The weights are tenths of "as good as impossible"; see `QuotationPairing`.
  private func contextSays(_ line: LineView) -> Against {
    let before = line.visible(before: range.lowerBound)
    let after = line.visible(after: range.upperBound - 1)
    let isMeasure = opens == nil && followsFigure(line)
    var against = Against()
    against.opening = Self.againstOpening(after) + (isMeasure ? 30 : 0)
    against.closing = Self.againstClosing(before)
    let hasSpaceBefore = range.lowerBound > 0 && line.scalars[range.lowerBound - 1].isSpace
    let hasSpaceAfter =
      range.upperBound < line.scalars.count && line.scalars[range.upperBound].isSpace
    if hasSpaceBefore, !hasSpaceAfter { against.closing += 15 }
    if hasSpaceAfter, !hasSpaceBefore { against.opening += 15 }
    against.standingAlone = isMeasure ? 5 : opens != nil ? 45 : isSingle ? 30 : 55
    // A quotation of several paragraphs opens each and closes only the last (4.8.3.5).
    if opens == true, before == nil { against.standingAlone = 10 }
    turn(&against, before, after)
    return against
  }

  /// A mark that is turned already is seldom meant to be turned the other way.
  private func turn(
    _ against: inout Against,
    _ before: Unicode.Scalar?,
    _ after: Unicode.Scalar?
  ) {
    guard let opens else { return }
    if opens {
      let beginsSentence = before?.endsSentence ?? false && after?.isHan ?? false
      against.closing += beginsSentence ? 50 : 30
    } else {
      against.opening += 30
    }
  }

  /// 24" and 5': a straight mark behind a figure that does not itself stand behind such a mark.
  private func followsFigure(_ line: LineView) -> Bool {
    guard range.lowerBound > 0, line.scalars[range.lowerBound - 1].isASCIIDigit else { return false }
    let figure = line.scalars[..<range.lowerBound].reversed().prefix {
      $0.isASCIIDigit || $0 == "." || $0 == "'"
    }
    guard let before = line.scalars[..<(range.lowerBound - figure.count)].last else { return true }
    return before != "\"" && before != "“"
  }

  /// What cannot follow an opening mark.
  private static func againstOpening(_ after: Unicode.Scalar?) -> Int {
    switch after {
    case nil: 80
    case "，", "。", "、", "；", "：", "！", "？", ",", ";", ":", "!", "?", ".": 60
    case "）", ")", "》", "】", "〕", "”", "’": 60
    case "…", "—": 10
    // No word in quotation marks begins with these.
    case "的", "等", "及", "或": 12
    default: 0
    }
  }

  /// What cannot precede a closing mark.
  private static func againstClosing(_ before: Unicode.Scalar?) -> Int {
    switch before {
    case nil: 80
    case "，", "、", "；", "：", ",", ";", ":": 50
    case "（", "(", "《", "【", "〔", "“", "‘": 60
    case "—": 10
    // No word in quotation marks ends with these.
    case "和", "与", "與", "及", "或", "以", "把", "被", "将", "將", "按", "对", "對": 12
    default: 0
    }
  }
}
