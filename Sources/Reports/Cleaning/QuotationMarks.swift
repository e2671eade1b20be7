/// Straight and wrongly turned quotation marks become paired ones where Chinese text is inside or
/// beside them, double outside and single inside (GB/T 15834-2011, 4.8.2 and 4.8.3.4).
///
/// Which mark opens and which closes is reckoned over the whole line (`QuotationPairing`): marks
/// that are turned already, what stands beside each mark, and the levels. Apostrophes, feet and
/// inches stay. A mark for which another reading is nearly as good stays as it is: the language
/// check names it.
enum QuotationMarks {
  static func find(_ line: LineView) -> [Edit] {
    guard line.isChinese, line.scalars.contains(where: QuotationMark.mayBegin) else { return [] }
    let script = Script(line)
    let marks = QuotationMark.all(in: line, withCorners: script == .simplified)
    guard !isRight(marks) else { return [] }
    let reading = QuotationPairing.read(marks)
    // Where a quotation began or ends in another paragraph, its levels cannot be told.
    let keepsLevels = script == .traditional || reading.isPartOfAnother
    var edits: [Edit] = []
    for pair in reading.pairs {
      let open = marks[pair.open]
      let close = pair.close.map { marks[$0] }
      if keepsLevels, open.opens != nil, close?.opens != nil, open.isSingle != pair.isSingle {
        continue
      }
      guard quotesChinese(line, open.range, close?.range, isSingle: open.isSingle) else { continue }
      edits += edit(open, to: pair.isSingle ? "‘" : "“")
      if let close { edits += edit(close, to: pair.isSingle ? "’" : "”") }
    }
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Corner brackets quote in traditional text; in simplified text they stand for “” (5.2).
  private enum Script {
    case simplified, traditional, unknown

    init(_ line: LineView) {
      var balance = 0
      for scalar in line.scalars {
        switch ScriptPairs.script(of: scalar) {
        case .traditional: balance += 1
        case .simplified: balance -= 1
        default: break
        }
      }
      self = balance > 0 ? .traditional : balance < 0 ? .simplified : .unknown
    }
  }

  /// Whether all marks are turned and pair as they stand, at their levels, each where it may stand.
  private static func isRight(_ marks: [QuotationMark]) -> Bool {
    var depth = 0
    for mark in marks {
      guard let opens = mark.opens, !mark.isCorner, !mark.context.isOutOfPlace else { return false }
      if !opens { depth -= 1 }
      guard depth >= 0, mark.isSingle == (depth % 2 == 1) else { return false }
      if opens { depth += 1 }
    }
    return depth == 0
  }

  private static func edit(_ mark: QuotationMark, to wide: Unicode.Scalar) -> [Edit] {
    mark.scalar == wide ? [] : [Edit(range: mark.range, replacement: [wide])]
  }

  private static func quotesChinese(
    _ line: LineView,
    _ open: Range<Int>,
    _ close: Range<Int>?,
    isSingle: Bool
  ) -> Bool {
    let end = close?.lowerBound ?? line.scalars.count
    guard end > open.upperBound else { return false }
    func isChinese(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isChinese || scalar == "'" || scalar == "\"" || scalar.isSpace
    }
    let inside = line.scalars[open.upperBound..<end]
    let hasChinese = inside.contains(where: \.isHan)
    let isInside =
      hasChinese && (inside.first.map(isChinese) ?? false || inside.last.map(isChinese) ?? false)
    guard let close else { return isInside }
    let isBeside =
      line.visible(before: open.lowerBound)?.isChinese ?? false
      || (open.lowerBound == 0 && line.visible(after: close.upperBound - 1)?.isChinese ?? false)
    return isInside || (isBeside && !isSingle)
  }
}
