import Geometry

/// Breaks paragraphs into lines: the lines whose costs together are least.
///
/// Knuth and Plass, “Breaking Paragraphs into Lines”, adapted: every gap between Han is a place
/// to break, so the best way to each place depends only on the place, and one pass suffices.
/// Cost grows with the number of elements times the elements of a line.
package struct LineComposer: Sendable {
  package let style: CompositionStyle

  package init(style: CompositionStyle) {
    self.style = style
  }

  /// The lines of a paragraph; every element is in one line, in order.
  package func compose(_ elements: [Element], measure: LineMeasure) -> [ComposedLine] {
    guard !elements.isEmpty else { return [] }
    let sums = LineSums(elements, style: style)
    let rules = BreakRules(elements, style: style)
    let ends = chooseEnds(sums: sums, rules: rules, measure: measure)
    var start = 0
    return ends.map { end in
      let range = start..<end.position
      let width = measure.width(ofLine: start == 0)
      start = end.position
      return place(range, width: width, isLast: end.isLast, in: sums)
    }
  }

  /// A place where a line may end, and the best way there.
  private struct End {
    /// The number of elements before the place.
    let position: Int
    /// The line to here ends a paragraph or stands before a forced break.
    let isLast: Bool
    var cost: Int64 = .max
    /// The index of the end before this one.
    var previous = 0
  }

  private func chooseEnds(
    sums: LineSums,
    rules: BreakRules,
    measure: LineMeasure
  ) -> [End] {
    var ends = possibleEnds(sums.elements, rules: rules)
    ends[0].cost = 0
    for index in ends.indices.dropFirst() {
      reach(index, in: &ends, sums: sums, measure: measure)
    }
    var chosen: [End] = []
    var index = ends.count - 1
    while index > 0 {
      chosen.append(ends[index])
      index = ends[index].previous
    }
    return chosen.reversed()
  }

  private func possibleEnds(_ elements: [Element], rules: BreakRules) -> [End] {
    var ends = [End(position: 0, isLast: true)]
    for index in elements.indices.dropLast() {
      switch rules.verdict(between: elements[index], and: elements[index + 1]) {
      case .prohibited: continue
      case .allowed: ends.append(End(position: index + 1, isLast: false))
      case .mandatory: ends.append(End(position: index + 1, isLast: true))
      }
    }
    ends.append(End(position: elements.count, isLast: true))
    return ends
  }

  /// Finds the best line that ends at a place, trying starts from the nearest backwards until a
  /// line is too long even when all its gaps have given what they can.
  private func reach(
    _ index: Int,
    in ends: inout [End],
    sums: LineSums,
    measure: LineMeasure
  ) {
    let end = ends[index]
    var candidate = index - 1
    while candidate >= 0 {
      let start = ends[candidate]
      let line = start.position..<end.position
      let width = measure.width(ofLine: start.position == 0)
      let tooLong = sums.width(of: line) - sums.totalShrink(of: line) > width
      let cost = totalCost(of: line, after: start, end: end, width: width, sums: sums)
      if cost < ends[index].cost {
        ends[index].cost = cost
        ends[index].previous = candidate
      }
      // A forced break ends every line before it; beyond the first line that does not fit, lines
      // only grow.
      if tooLong || (start.isLast && candidate > 0) { break }
      candidate -= 1
    }
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
    if end.isLast, start.position > 0, isRunt(line, in: sums.elements) { cost += LineCost.runt }
    return start.cost.addingReportingOverflow(cost).partialValue
  }

  /// Lines that are not justified are to be alike: the square of what is missing, in tenths of
  /// an em.
  private func raggedCost(of line: Range<Int>, width: Length, sums: LineSums) -> Int64 {
    let missing = max(.zero, width - sums.width(of: line))
    let em = sums.elements[line.lowerBound].em
    guard em > .zero else { return 0 }
    let tenths = missing.units * 10 / em.units
    return tenths * tenths
  }

  /// One Han at most, with or without marks, and nothing Western.
  private func isRunt(_ line: Range<Int>, in elements: [Element]) -> Bool {
    var han = 0
    for element in elements[line] {
      switch element.kind {
      case .western: return false
      case .ideograph: han += 1
      default: break
      }
    }
    return han <= 1
  }
}
