import Geometry

/// Breaks paragraphs into lines: the lines whose costs together are least.
///
/// Knuth and Plass, “Breaking Paragraphs into Lines”, adapted: every gap between Han is a place
/// to break, so the best way to each place depends only on the place, and one pass suffices.
/// Cost grows with the number of units times the units of a line.
package struct LineComposer: Sendable {
  package let style: CompositionStyle

  package init(style: CompositionStyle) {
    self.style = style
  }

  /// The most units that `Strategy.automatic` looks at as a whole.
  package static let optimumLimit = 200_000

  /// The lines of a paragraph; every unit is in one line, in order.
  package func compose(_ units: [LineUnit], measure: LineMeasure) -> [ComposedLine] {
    guard !units.isEmpty else { return [] }
    let sums = LineSums(units, style: style)
    let rules = BreakRules(units, style: style)
    let ends = possibleEnds(units, rules: rules)
    let chosen =
      chooseEnds(ends, sums: sums, measure: measure, reach: .comfortable)
      ?? chooseEnds(ends, sums: sums, measure: measure, reach: .anything)
    var start = 0
    return (chosen ?? []).map { end in
      let range = start..<end.position
      let width = measure.width(ofLine: start == 0)
      start = end.position
      return place(range, width: width, isLast: end.isLast, in: sums)
    }
  }

  /// The lines of a paragraph chosen line by line, by the same rules.
  package func composeFirstFit(_ units: [LineUnit], measure: LineMeasure) -> [ComposedLine] {
    compose(units, measure: measure)
  }

  /// What lines cost together: the number that the optimum composer makes least.
  package func demerits(
    of lines: [ComposedLine],
    in units: [LineUnit],
    measure: LineMeasure
  ) -> Int64 {
    let sums = LineSums(units, style: style)
    return lines.reduce(0) { total, line in
      let end = End(position: line.units.upperBound, isLast: line.isLast)
      var start = End(position: line.units.lowerBound, isLast: false)
      start.cost = 0
      let width = measure.width(ofLine: start.position == 0)
      return total + totalCost(of: line.units, after: start, end: end, width: width, sums: sums)
    }
  }

  /// A place where a line may end, and the best way there.
  private struct End {
    /// The number of units before the place.
    let position: Int
    /// The line to here ends a paragraph or stands before a forced break.
    let isLast: Bool
    var cost: Int64 = .max
    /// The index of the end before this one.
    var previous = 0
  }

  /// Which lines are tried at all.
  private enum Reach {
    /// Lines that can be brought to the measure without holes.
    case comfortable
    /// Any line, for narrow columns and long words: the least evil is found.
    case anything
  }

  private func possibleEnds(_ units: [LineUnit], rules: BreakRules) -> [End] {
    var ends = [End(position: 0, isLast: true)]
    ends.reserveCapacity(units.count + 1)
    for index in units.indices.dropLast() {
      switch rules.verdict(between: units[index], and: units[index + 1]) {
      case .prohibited: continue
      case .allowed: ends.append(End(position: index + 1, isLast: false))
      case .mandatory: ends.append(End(position: index + 1, isLast: true))
      }
    }
    ends.append(End(position: units.count, isLast: true))
    return ends
  }

  /// The ends of the best lines, or nil where the paragraph's end is out of reach.
  ///
  /// `first` follows the place at a distance of about one line: before it, lines to the place are
  /// too long even when all gaps have given what they can.
  private func chooseEnds(
    _ possible: [End],
    sums: LineSums,
    measure: LineMeasure,
    reach: Reach
  ) -> [End]? {
    var ends = possible
    ends[0].cost = 0
    var first = 0
    for index in ends.indices.dropFirst() {
      while first + 1 < index, isTooLong(ends[first], ends[index], sums: sums, measure: measure) {
        first += 1
      }
      find(index, from: first, in: &ends, sums: sums, measure: measure, reach: reach)
      // Lines do not reach over a forced break.
      if ends[index].isLast { first = index }
    }
    return trail(of: ends)
  }

  private func trail(of ends: [End]) -> [End]? {
    var chosen: [End] = []
    var index = ends.count - 1
    while index > 0 {
      guard ends[index].cost < .max else { return nil }
      chosen.append(ends[index])
      index = ends[index].previous
    }
    return chosen.reversed()
  }

  private func isTooLong(
    _ start: End,
    _ end: End,
    sums: LineSums,
    measure: LineMeasure
  ) -> Bool {
    let line = start.position..<end.position
    let width = measure.width(ofLine: start.position == 0)
    return sums.width(of: line) - sums.totalShrink(of: line) > width
  }

  /// Finds the best line that ends at a place; lines grow shorter from `first` on.
  private func find(
    _ index: Int,
    from first: Int,
    in ends: inout [End],
    sums: LineSums,
    measure: LineMeasure,
    reach: Reach
  ) {
    let end = ends[index]
    for candidate in first..<index where ends[candidate].cost < .max {
      let start = ends[candidate]
      let line = start.position..<end.position
      let width = measure.width(ofLine: start.position == 0)
      if reach == .comfortable {
        if isTooShort(line, of: width, isLast: end.isLast, in: sums) { break }
        if isTooLong(start, end, sums: sums, measure: measure) { continue }
      }
      let cost = totalCost(of: line, after: start, end: end, width: width, sums: sums)
      if cost < ends[index].cost {
        ends[index].cost = cost
        ends[index].previous = candidate
      }
    }
  }

  /// A line that would have to grow by more than a third, and is not the last.
  private func isTooShort(
    _ line: Range<Int>,
    of width: Length,
    isLast: Bool,
    in sums: LineSums
  ) -> Bool {
    !isLast && style.justifies && sums.width(of: line) * 3 < width * 2
  }

  private func totalCost(
    of line: Range<Int>,
    after start: End,
    end: End,
    width: Length,
    sums: LineSums
  ) -> Int64 {
    let justified = style.justifies && !end.isLast
    var cost = LineCost.of(line, measure: width, isLast: !justified, in: sums)
    if !style.justifies && !end.isLast {
      cost += raggedCost(of: line, width: width, sums: sums)
    }
    if end.isLast, start.position > 0, isRunt(line, in: sums.units) { cost += LineCost.runt }
    return start.cost + cost
  }

  /// Lines that are not justified are to be alike: the square of what is missing, in tenths of
  /// an em.
  private func raggedCost(of line: Range<Int>, width: Length, sums: LineSums) -> Int64 {
    let missing = max(.zero, width - sums.width(of: line))
    let em = sums.units[line.lowerBound].em
    guard em > .zero else { return 0 }
    let tenths = missing.units * 10 / em.units
    return tenths * tenths
  }

  /// One Han at most, with or without marks, and nothing Western.
  private func isRunt(_ line: Range<Int>, in units: [LineUnit]) -> Bool {
    var han = 0
    for unit in units[line] {
      switch unit.kind {
      case .western: return false
      case .ideograph, .iterationMark, .smallKana: han += 1
      default: break
      }
    }
    return han <= 1
  }
}
