import Geometry

/// Sums over the units and gaps of a paragraph, so that any line is measured in constant time.
struct LineSums {
  let units: [LineUnit]
  let gaps: [Gap]
  private let bodies: [Int64]
  private let naturals: [Int64]
  private let shrinks: [[Int64]]
  private let wordStretches: [Int64]
  private let westernStretches: [Int64]
  private let evens: [Int64]

  init(_ units: [LineUnit], style: CompositionStyle) {
    self.units = units
    let gaps = units.indices.dropLast().map {
      Gap(between: units[$0], and: units[$0 + 1], style: style)
    }
    self.gaps = gaps
    bodies = Self.sums(units.map { $0.body.units })
    naturals = Self.sums(gaps.map { $0.natural.units })
    shrinks = ShrinkClass.allCases.map { kind in
      Self.sums(gaps.map { $0.shrinkClass == kind ? $0.shrink.units : 0 })
    }
    wordStretches = Self.sums(gaps.map { $0.wordStretch.units })
    westernStretches = Self.sums(gaps.map { $0.westernStretch.units })
    evens = Self.sums(gaps.map { $0.isEven ? 1 : 0 })
  }

  /// The natural width of a line, from the first body to the last.
  func width(of line: Range<Int>) -> Length {
    guard !line.isEmpty else { return .zero }
    let gaps = line.lowerBound..<(line.upperBound - 1)
    return Length(units: Self.sum(bodies, line) + Self.sum(naturals, gaps))
  }

  func shrink(_ kind: ShrinkClass, of line: Range<Int>) -> Length {
    Length(units: Self.sum(shrinks[kind.rawValue], gapRange(of: line)))
  }

  func totalShrink(of line: Range<Int>) -> Length {
    let gaps = gapRange(of: line)
    return Length(units: shrinks.reduce(0) { $0 + Self.sum($1, gaps) })
  }

  func wordStretch(of line: Range<Int>) -> Length {
    Length(units: Self.sum(wordStretches, gapRange(of: line)))
  }

  func westernStretch(of line: Range<Int>) -> Length {
    Length(units: Self.sum(westernStretches, gapRange(of: line)))
  }

  /// How many gaps grow when nothing else is left to grow.
  func evenGaps(of line: Range<Int>) -> Int {
    Int(Self.sum(evens, gapRange(of: line)))
  }

  /// The gaps that count on a line: those between its units, but for a space at its end.
  func gapRange(of line: Range<Int>) -> Range<Int> {
    guard !line.isEmpty else { return line.lowerBound..<line.lowerBound }
    return line.lowerBound..<(line.upperBound - 1)
  }

  private static func sums(_ values: [Int64]) -> [Int64] {
    var total: Int64 = 0
    return [0]
      + values.map { value in
        total += value
        return total
      }
  }

  private static func sum(_ sums: [Int64], _ range: Range<Int>) -> Int64 {
    sums[range.upperBound] - sums[range.lowerBound]
  }
}
