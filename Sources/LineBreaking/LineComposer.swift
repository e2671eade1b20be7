import Geometry
import Typography

/// Breaks paragraphs into lines: the lines whose demerits together are least.
///
/// Knuth and Plass, “Breaking Paragraphs into Lines”, adapted: every gap between Han is a place
/// to break, so the best way to each place depends only on the place, and one pass suffices.
/// Cost grows with the number of units times the units of a line.
package struct LineComposer: Sendable {
  package let style: CompositionStyle

  /// The most units that `CompositionStyle.Strategy.automatic` looks at as a whole.
  package static let optimumLimit = 200_000

  package init(style: CompositionStyle) {
    self.style = style
  }

  /// The lines of a paragraph; every unit is in one line, in order.
  package func compose(_ units: [LineUnit], measure: LineMeasure) -> [ComposedLine] {
    let isFirstFit =
      switch style.strategy {
      case .automatic: units.count > Self.optimumLimit
      case .optimum: false
      case .firstFit: true
      }
    if isFirstFit { return composeFirstFit(units, measure: measure) }
    guard !units.isEmpty else { return [] }
    let task = LineTask(units, style: style, measure: measure)
    return task.lines(endingAt: task.optimumEnds())
  }

  /// The lines of a paragraph chosen one by one, by the same rules and costs: each the best that
  /// begins where the one before it ends, without a look at those that follow.
  package func composeFirstFit(_ units: [LineUnit], measure: LineMeasure) -> [ComposedLine] {
    guard !units.isEmpty else { return [] }
    let task = LineTask(units, style: style, measure: measure)
    return task.lines(endingAt: task.firstFitEnds())
  }

  /// The numbers of units behind which a line may end, whatever its measure; not the text's end.
  ///
  /// Places that a line ends at only for want of others are not among them.
  package func placesToBreak(_ units: [LineUnit]) -> [Int] {
    let unbounded = LineMeasure(Length(units: .max))
    return BreakRules(units, style: style, measure: unbounded).places().dropFirst().dropLast()
      .filter { $0.strain == .none }.map(\.position)
  }

  /// What lines of a paragraph cost together: the number that the optimum composer makes least.
  ///
  /// Every line must end at a place where lines may end.
  package func demerits(
    of lines: [ComposedLine],
    in units: [LineUnit],
    measure: LineMeasure
  ) -> Int64 {
    guard !units.isEmpty else { return 0 }
    let task = LineTask(units, style: style, measure: measure)
    var places = task.places[...]
    return lines.reduce(0) { total, line in
      places = places.drop { $0.position < line.units.upperBound }
      guard let end = places.first, end.position == line.units.upperBound else {
        preconditionFailure("lines of this composer end where its rules allow it")
      }
      return total + task.cost(from: line.units.lowerBound, to: end)
    }
  }
}

/// One paragraph to be broken: its sums, the places where lines may end, and what lines cost.
struct LineTask {
  let style: CompositionStyle
  let measure: LineMeasure
  let sums: LineSums
  let places: [BreakPlace]
  private let prices: LineCost

  init(_ units: [LineUnit], style: CompositionStyle, measure: LineMeasure) {
    self.style = style
    self.measure = measure
    sums = LineSums(units, style: style)
    places = BreakRules(units, style: style, measure: measure).places()
    prices = LineCost(sums: sums, style: style)
  }

  /// The units of a line that take room.
  func units(from start: Int, to end: BreakPlace) -> Range<Int> { start..<max(start, end.seen) }

  /// The width that the units of a line may take; a hyphen takes some of it.
  func room(from start: Int, to end: BreakPlace) -> Length {
    measure.width(ofLine: start == 0) - (end.hyphen ?? .zero)
  }

  /// The demerits of a line with those of its end.
  func cost(from start: Int, to end: BreakPlace) -> Int64 {
    let line = units(from: start, to: end)
    let cost = prices.of(line, measure: room(from: start, to: end), isLast: end.isLast)
    let isRunt = end.isLast && start > 0 && sums.isRunt(line) && isContinued(start)
    return cost + end.penalty + (isRunt ? LineCost.runt : 0)
  }

  /// Whether the text before a line flows into it: what follows a forced break is no runt.
  func isContinued(_ start: Int) -> Bool {
    start > 0 && sums.units[start - 1].opportunity != .mandatory
  }

  /// Whether a line is too long even when all its gaps have given what they can.
  func isTooLong(from start: Int, to end: BreakPlace) -> Bool {
    let line = units(from: start, to: end)
    return sums.width(of: line) - sums.totalShrink(of: line) > room(from: start, to: end)
  }

  /// Whether a line is shorter than its measure: those that begin later only cost more.
  func isShort(from start: Int, to end: BreakPlace) -> Bool {
    sums.width(of: units(from: start, to: end)) <= room(from: start, to: end)
  }

  func lines(endingAt ends: [BreakPlace]) -> [ComposedLine] {
    var start = 0
    return ends.map { end in
      defer { start = end.position }
      return place(from: start, to: end)
    }
  }
}
