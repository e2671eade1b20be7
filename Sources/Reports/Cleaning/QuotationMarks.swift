/// Straight and wrongly turned quotation marks become paired ones where Chinese text is inside or
/// beside them (GB/T 15834-2011, 4.8).
///
/// Apostrophes, feet and inches stay. Where marks do not pair, none is touched.
enum QuotationMarks {
  /// A mark of a line: one scalar, or two straight ones typed for a double mark.
  private struct Mark {
    let range: Range<Int>
    /// Which way it is turned: nil for a straight one.
    let opens: Bool?
  }

  static func find(_ line: LineView) -> [Edit] {
    guard line.isChinese else { return [] }
    let double = marks(of: .double, in: line)
    let typedDouble = double.filter { $0.range.count == 2 }.map(\.range)
    let taken = Set(typedDouble.flatMap { $0 })
    let single = marks(of: .single, in: line).filter { !taken.contains($0.range.lowerBound) }
    let edits = pairs(double, in: line, as: ("“", "”")) + pairs(single, in: line, as: ("‘", "’"))
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private enum Kind { case single, double }

  private static func marks(of kind: Kind, in line: LineView) -> [Mark] {
    var marks: [Mark] = []
    var index = 0
    while index < line.scalars.count {
      let mark = kind == .double ? double(line, index) : single(line, index)
      if let mark, !line.isKept(index) { marks.append(mark) }
      index = mark?.range.upperBound ?? index + 1
    }
    return marks
  }

  private static func double(_ line: LineView, _ index: Int) -> Mark? {
    let scalars = line.scalars
    switch scalars[index] {
    case "\"", "＂", "〃":
      return isInch(line, index) ? nil : Mark(range: index..<(index + 1), opens: nil)
    case "“": return Mark(range: index..<(index + 1), opens: true)
    case "”": return Mark(range: index..<(index + 1), opens: false)
    case "'", "`", "＇":
      guard index + 1 < scalars.count, scalars[index + 1] == scalars[index] else { return nil }
      return Mark(range: index..<(index + 2), opens: nil)
    default: return nil
    }
  }

  private static func single(_ line: LineView, _ index: Int) -> Mark? {
    switch line.scalars[index] {
    case "'", "＇", "`":
      return isApostrophe(line, index) ? nil : Mark(range: index..<(index + 1), opens: nil)
    default: return nil
    }
  }

  /// 24" and 5'10": a straight mark behind a figure, with no such mark open before it.
  private static func isInch(_ line: LineView, _ index: Int) -> Bool {
    guard index > 0, line.scalars[index - 1].isASCIIDigit else { return false }
    let figure = line.scalars[..<index].reversed().prefix {
      $0.isASCIIDigit || $0 == "." || $0 == "'"
    }
    guard let before = line.scalars[..<(index - figure.count)].last else { return true }
    if before == "\"" || before == "“" { return false }
    // Of a mark open before it the reach is that of a quotation.
    let reach = 200
    let opened = line.scalars[max(0, index - reach)..<index].count { $0 == "\"" }
    return opened % 2 == 0
  }

  private static func isApostrophe(_ line: LineView, _ index: Int) -> Bool {
    let before = index > 0 ? line.scalars[index - 1] : nil
    let after = index + 1 < line.scalars.count ? line.scalars[index + 1] : nil
    return before?.isASCIIAlphanumeric ?? false && after.map { !$0.isChinese } ?? true
  }

  private static func pairs(
    _ marks: [Mark],
    in line: LineView,
    as wide: (open: Unicode.Scalar, close: Unicode.Scalar)
  ) -> [Edit] {
    // An odd one leaves open which of them pair: then none is touched.
    guard marks.count % 2 == 0, !marks.isEmpty else { return [] }
    let isTurned = marks.enumerated().allSatisfy { $1.opens == nil || $1.opens == ($0 % 2 == 0) }
    let isAllOneWay = Set(marks.map(\.opens)).count == 1 && marks[0].opens != nil
    guard isTurned || isAllOneWay else { return [] }
    return stride(from: 0, to: marks.count, by: 2).flatMap { index -> [Edit] in
      let (open, close) = (marks[index], marks[index + 1])
      guard quotesChinese(line, open.range, close.range, isSingle: wide.open == "‘") else {
        return []
      }
      return [(open, wide.open, true), (close, wide.close, false)].compactMap { mark, wide, opens in
        mark.opens == opens ? nil : Edit(range: mark.range, replacement: [wide])
      }
    }
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
