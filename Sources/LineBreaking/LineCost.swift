import Geometry

/// What a line costs the reader: the further from natural spacing, the more.
///
/// Costs are whole numbers. The unit is chosen so that giving all commas of a line half their
/// width costs 50; the order of costs follows clreq's order of adjustment.
enum LineCost {
  /// Cost of giving up all that a class has to give.
  private static func weight(of kind: ShrinkClass) -> Int64 {
    switch kind {
    case .wordSpace: 40
    case .bracket: 60
    case .comma: 100
    case .westernGap: 120
    case .stop: 300
    }
  }

  private static let wordStretchWeight: Int64 = 40
  /// Gaps between Han and Western grown from a quarter to a half em.
  private static let westernStretchWeight: Int64 = 400
  /// Any gap between Han: such a line leaves the grid.
  private static let offGrid: Int64 = 150
  /// One Han alone on a last line (clreq, Widows, orphans and runts): dearer than any loose line.
  static let runt: Int64 = 1_000_000
  /// A line longer than its measure, used only where nothing else is possible.
  private static let overfull: Int64 = 100_000_000
  /// A line that cannot be brought to its measure.
  private static let underfull: Int64 = 10_000_000

  /// The cost of setting a line to a measure.
  static func of(_ line: Range<Int>, measure: Length, isLast: Bool, in sums: LineSums) -> Int64 {
    let shortage = measure - sums.width(of: line)
    if shortage < .zero { return ofShrinking(line, by: -shortage, in: sums) }
    return isLast ? 0 : ofStretching(line, by: shortage, in: sums)
  }

  private static func ofShrinking(
    _ line: Range<Int>,
    by needed: Length,
    in sums: LineSums
  ) -> Int64 {
    var rest = needed
    var cost: Int64 = 0
    for kind in ShrinkClass.allCases where rest > .zero {
      let capacity = sums.shrink(kind, of: line)
      guard capacity > .zero else { continue }
      let used = min(rest, capacity)
      cost += weight(of: kind) * permille(used, of: capacity) / 1000
      rest -= used
    }
    let em = sums.units[line.lowerBound].em
    return rest > .zero ? overfull + permille(rest, of: em) * 1000 : cost
  }

  private static func ofStretching(
    _ line: Range<Int>,
    by needed: Length,
    in sums: LineSums
  ) -> Int64 {
    var rest = needed
    var cost: Int64 = 0
    let words = sums.wordStretch(of: line)
    if rest > .zero, words > .zero {
      let used = min(rest, words)
      cost += wordStretchWeight * permille(used, of: words) / 1000
      rest -= used
    }
    let western = sums.westernStretch(of: line)
    if rest > .zero, western > .zero {
      let used = permille(min(rest, western), of: western)
      cost += westernStretchWeight * used * used / 1_000_000
      rest -= min(rest, western)
    }
    guard rest > .zero else { return cost }
    let em = sums.units[line.lowerBound].em
    let gaps = sums.evenGaps(of: line)
    guard gaps > 0 else { return cost + underfull + permille(rest, of: em) * 1000 }
    // Cubic: one loose line is worse than two half as loose (Knuth and Plass, p. 1128).
    let each = min(permille(rest, of: em * gaps), 20_000)
    return cost + offGrid + each * each * each / 216
  }

  private static func permille(_ part: Length, of whole: Length) -> Int64 {
    whole.units > 0
      ? part.units.multipliedReportingOverflow(by: 1000).partialValue / whole.units : 0
  }
}
