import Geometry
import Typography

/// What a line costs the reader: the further from natural spacing, the more.
///
/// Costs are whole numbers. The unit is chosen so that giving all commas of a line half their
/// width costs 100; the order of costs follows clreq's order of adjustment. In rising order: marks
/// that give, gaps at Western text that grow, gaps between Han, a runt, a mark where it may not
/// stand, a figure parted, a line too long.
struct LineCost {
  private let sums: LineSums
  /// The last line of a paragraph is not brought to the measure, nor any in ragged text.
  private let justifies: Bool
  /// How much of the way from a quarter to a half em the gaps at Western text may grow, in
  /// thousandths.
  private let westernReach: Int64

  init(sums: LineSums, style: CompositionStyle) {
    self.sums = sums
    justifies = style.justifies
    westernReach = style.autospace == .third ? 333 : 1000
  }

  /// Gaps between words grown to half an em.
  private static let wordStretchWeight: Int64 = 40
  /// Gaps between Han and Western grown from a quarter to a third of an em, clreq's practical
  /// maximum.
  private static let westernStretchWeight: Int64 = 45
  /// Grown beyond a third of an em: dearer than a line that leaves the grid by little.
  private static let wideGap: Int64 = 600
  /// Grown from a third to a half em, JLREQ's maximum.
  private static let wideGapWeight: Int64 = 2000
  /// Any gap between Han: such a line leaves the grid.
  private static let offGrid: Int64 = 150
  /// The dearest that gaps may be, at 1.6 em each.
  private static let loosest: Int64 = 20_000_000
  /// One Han alone on a last line (clreq, Widows, orphans and runts): dearer than a loose line.
  static let runt: Int64 = 22_000_000
  /// A line that cannot be brought to its measure.
  private static let underfull: Int64 = 30_000_000
  /// A line longer than its measure, used only where nothing else is possible.
  private static let overfull: Int64 = 1_000_000_000

  /// Cost of giving up all that a class has to give.
  private static func weight(of kind: ShrinkClass) -> Int64 {
    switch kind {
    case .wordSpace: 40
    case .interpunct: 50
    case .bracket: 60
    case .comma: 100
    case .westernGap: 120
    case .stop: 300
    }
  }

  /// The cost of setting a line to a measure, all but that of its end.
  func of(_ line: Range<Int>, measure: Length, isLast: Bool) -> Int64 {
    let shortage = measure - sums.width(of: line)
    if shortage < .zero { return ofShrinking(line, by: -shortage) }
    if isLast { return 0 }
    return justifies ? ofStretching(line, by: shortage) : ofRag(line, missing: shortage)
  }

  private func ofShrinking(_ line: Range<Int>, by needed: Length) -> Int64 {
    var rest = needed
    var cost: Int64 = 0
    for kind in ShrinkClass.allCases where rest > .zero {
      let capacity = sums.shrink(kind, of: line)
      guard capacity > .zero else { continue }
      let used = min(rest, capacity)
      cost += Self.weight(of: kind) * Self.permille(used, of: capacity) / 1000
      rest -= used
    }
    let em = sums.units[line.lowerBound].em
    return rest > .zero ? Self.overfull + Self.permille(rest, of: em) * 1000 : cost
  }

  private func ofStretching(_ line: Range<Int>, by needed: Length) -> Int64 {
    var rest = needed
    var cost: Int64 = 0
    let words = sums.stretch(.wordSpace, of: line)
    if rest > .zero, words > .zero {
      let used = min(rest, words)
      cost += Self.wordStretchWeight * Self.permille(used, of: words) / 1000
      rest -= used
    }
    let western = sums.stretch(.westernGap, of: line)
    if rest > .zero, western > .zero {
      let used = min(rest, western)
      cost += ofWesternGaps(Self.permille(used, of: western) * westernReach / 1000)
      rest -= used
    }
    guard rest > .zero else { return cost }
    let em = sums.units[line.lowerBound].em
    let gaps = sums.evenGaps(of: line)
    guard gaps > 0 else { return cost + Self.underfull + Self.permille(rest, of: em) * 1000 }
    // Cubic: one loose line is worse than two half as loose (Knuth and Plass, p. 1128).
    let each = min(Self.permille(rest, of: em * gaps), 20_000)
    return min(cost + Self.offGrid + each * each * each / 216, Self.loosest)
  }

  /// `growth` is how much of the way from a quarter to a half em gaps have grown, in thousandths.
  private func ofWesternGaps(_ growth: Int64) -> Int64 {
    let third: Int64 = 334
    if growth <= third {
      return Self.westernStretchWeight * growth * growth / (third * third)
    }
    let beyond = growth - third
    let way = 1000 - third
    return Self.westernStretchWeight + Self.wideGap
      + Self.wideGapWeight * beyond * beyond / (way * way)
  }

  /// Lines that are not justified are to be alike: the square of what is missing, in tenths of
  /// an em.
  private func ofRag(_ line: Range<Int>, missing: Length) -> Int64 {
    let tenths = Self.permille(missing, of: sums.units[line.lowerBound].em) / 100
    return min(tenths * tenths, Self.loosest)
  }

  static func permille(_ part: Length, of whole: Length) -> Int64 {
    guard whole.units > 0 else { return 0 }
    let (product, overflows) = part.units.multipliedReportingOverflow(by: 1000)
    return overflows ? part.units / whole.units * 1000 : product / whole.units
  }
}

extension LineSums {
  /// One Han at most, with or without marks, and nothing Western.
  func isRunt(_ line: Range<Int>) -> Bool {
    var characters = 0
    for unit in units[line] {
      switch unit.kind {
      case .ideograph, .iterationMark, .smallKana: characters += 1
      case .western: return false
      default: break
      }
      if characters > 1 { return false }
    }
    return true
  }
}
