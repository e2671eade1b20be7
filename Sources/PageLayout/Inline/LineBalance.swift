import DocumentModel
import Geometry
import LineBreaking
import Typography

/// Chooses where a title is broken, so that its lines make a shape.
///
/// Titles are set 梯形 or 菱形, “词意完整，排列对称，长短适宜，间距恰当” (GB/T 9704-2012 7.3.1).
/// Of all ways to break a title of up to five lines at its words the cheapest is taken: what the
/// breaks cost (`TitleBreaks`) and what the shape costs. The search is exact: the cost of a line
/// depends on the line before it and on the way the shape has gone, so one pass over pairs of
/// neighbouring lines finds the best of all.
struct LineBalance {
  private let shape: ParagraphStyle.Balance
  /// The size of type, the measure of how long lines are.
  private let em: Length

  init(_ shape: ParagraphStyle.Balance, em: Length) {
    self.shape = shape
    self.em = em
  }

  /// More lines than five are no title.
  private static let mostLines = 5
  /// A line more than is needed costs as much as two breaks between words.
  private static let lineCost = 120

  /// The units with line ends at the chosen places and nowhere else; unchanged where the text
  /// fits on one line, has ends of its own, or cannot be broken at words.
  func balance(
    _ units: [LineUnit],
    text: ShapedParagraph,
    measure: Length
  ) -> [LineUnit] {
    let widths = TitleWidths(units)
    let total = widths.width(0..<units.count)
    guard total > measure, total <= Self.mostLines * measure, em > .zero,
      !units.dropLast().contains(where: { $0.opportunity == .mandatory })
    else { return units }
    let places = TitleBreaks(units, shaped: text).places()
    guard let chosen = best(places, of: units.count, widths: widths, measure: measure) else {
      return units
    }
    return broken(units, at: chosen)
  }

  // MARK: The search

  /// A line between two places, by their numbers; its length in tenths of an em.
  private struct Line {
    let start: Int
    let end: Int
    let tenths: Int
  }

  /// How the lengths of lines have gone so far.
  private enum Trend: Int, CaseIterable {
    case none
    case growing
    case shrinking
    /// Grown, and shrinking since.
    case turned
  }

  /// The best way to the end of a line: its cost, and the line and trend before it.
  private struct Way {
    var cost: Int
    var line: Int
    var trend: Int
  }

  private func best(
    _ places: [TitleBreaks.Place],
    of count: Int,
    widths: TitleWidths,
    measure: Length
  ) -> [Int]? {
    let bounds = [0] + places.map(\.index) + [count]
    let costs = [0] + places.map(\.cost) + [0]
    let lines = lines(between: bounds, widths: widths, measure: measure)
    var ending: [[Int]] = Array(repeating: [], count: bounds.count)
    for (number, line) in lines.enumerated() { ending[line.end].append(number) }
    var ways = firstWays(lines)
    var best: (cost: Int, lines: [Int])?
    var trails: [[Way?]] = [ways]
    for count in 2...Self.mostLines {
      ways = nextWays(after: ways, lines: lines, ending: ending, costs: costs)
      trails.append(ways)
      for number in ending[bounds.count - 1] {
        for trend in Trend.allCases {
          guard let way = ways[number * Self.trends + trend.rawValue] else { continue }
          let cost = way.cost + endCost(trend, lines: count) + count * Self.lineCost
          if best.map({ cost < $0.cost }) ?? true {
            best = (cost, trail(to: number, trend, trails))
          }
        }
      }
    }
    return best?.lines.dropFirst().map { bounds[lines[$0].start] }
  }

  private static let trends = Trend.allCases.count

  /// All lines that fit the measure.
  private func lines(
    between bounds: [Int],
    widths: TitleWidths,
    measure: Length
  ) -> [Line] {
    var lines: [Line] = []
    for start in bounds.indices.dropLast() {
      for end in (start + 1)..<bounds.count {
        let width = widths.width(bounds[start]..<bounds[end])
        // Lines only grow: what is too long now stays too long.
        if width > measure { break }
        lines.append(
          Line(start: start, end: end, tenths: Int(width.units * 10 / em.units))
        )
      }
    }
    return lines
  }

  private func firstWays(_ lines: [Line]) -> [Way?] {
    var ways: [Way?] = Array(repeating: nil, count: lines.count * Self.trends)
    for (number, line) in lines.enumerated() where line.start == 0 {
      ways[number * Self.trends] = Way(cost: shortCost(line), line: -1, trend: 0)
    }
    return ways
  }

  /// The best ways to lines that follow those of `ways`.
  private func nextWays(
    after ways: [Way?],
    lines: [Line],
    ending: [[Int]],
    costs: [Int]
  ) -> [Way?] {
    var next: [Way?] = Array(repeating: nil, count: ways.count)
    for (number, line) in lines.enumerated() where line.start > 0 {
      let own = shortCost(line) + costs[line.start]
      for before in ending[line.start] {
        let step = line.tenths - lines[before].tenths
        for trend in Trend.allCases {
          guard let way = ways[before * Self.trends + trend.rawValue] else { continue }
          let (turned, turnCost) = turn(trend, by: step)
          let cost = way.cost + own + stepCost(step) + turnCost
          let place = number * Self.trends + turned.rawValue
          if next[place].map({ cost < $0.cost }) ?? true {
            next[place] = Way(cost: cost, line: before, trend: trend.rawValue)
          }
        }
      }
    }
    return next
  }

  /// The lines of the best way, from the first to the last.
  private func trail(to number: Int, _ trend: Trend, _ trails: [[Way?]]) -> [Int] {
    var found = [number]
    var place = number * Self.trends + trend.rawValue
    for ways in trails.reversed() {
      guard let way = ways[place], way.line >= 0 else { break }
      found.append(way.line)
      place = way.line * Self.trends + way.trend
    }
    return found.reversed()
  }

  // MARK: Costs of the shape

  /// Neighbours differ by one and a half to five ems in a shape, and not at all in even lines.
  private func stepCost(_ step: Int) -> Int {
    let difference = abs(step)
    if shape == .even { return difference * difference / 12 }
    let wanted = 15...50
    if difference < wanted.lowerBound { return (wanted.lowerBound - difference) * 4 }
    let beyond = difference - wanted.upperBound
    return beyond > 0 ? beyond * beyond / 12 : (difference - wanted.lowerBound) / 5
  }

  /// Lines of fewer than four ems look lost.
  private func shortCost(_ line: Line) -> Int {
    let missing = 40 - line.tenths
    return missing > 0 ? 100 + missing * 10 : 0
  }

  /// What a change of direction makes of the shape: growing and then shrinking is a rhombus,
  /// shrinking and then growing an hourglass, which is no shape of a title.
  private func turn(_ trend: Trend, by step: Int) -> (Trend, Int) {
    // Lines that differ by less than half an em go on as before.
    guard shape != .even, abs(step) >= 5 else { return (trend, 0) }
    switch (trend, step > 0) {
    case (.none, true), (.growing, true): return (.growing, 0)
    case (.none, false), (.shrinking, false): return (.shrinking, 0)
    case (.growing, false): return (.turned, shape == .trapezoid ? Self.otherShape : 0)
    case (.turned, false): return (.turned, 0)
    case (.shrinking, true), (.turned, true): return (trend, Self.hourglass)
    }
  }

  /// 7.3.1 allows both shapes, so a rhombus where a trapezoid is asked for, or the other way round,
  /// is better than a bad break.
  private static let otherShape = 70
  private static let hourglass = 600

  /// A rhombus needs a middle.
  private func endCost(_ trend: Trend, lines: Int) -> Int {
    shape == .rhombus && lines > 2 && trend != .turned ? Self.otherShape : 0
  }

  private func broken(_ units: [LineUnit], at places: [Int]) -> [LineUnit] {
    var result = units
    for index in result.indices.dropLast() {
      result[index].opportunity = places.contains(index + 1) ? .mandatory : .prohibited
    }
    var group: Int32 = Int32.max - 8
    for index in result.indices {
      if places.contains(index) { group += 1 }
      result[index].group = group
    }
    return result
  }
}

/// The natural widths of the lines of a title.
private struct TitleWidths {
  private let units: [LineUnit]
  private let sums: [Length]

  init(_ units: [LineUnit]) {
    self.units = units
    var sums = [Length.zero]
    for (index, unit) in units.enumerated() {
      let gap = index > 0 ? Self.gap(units[index - 1], unit) : .zero
      sums.append(sums[index] + gap + Self.body(unit))
    }
    self.sums = sums
  }

  /// The width of a line; the blank halves of marks at its ends are not counted, nor spaces.
  func width(_ line: Range<Int>) -> Length {
    var end = line.upperBound
    while end > line.lowerBound, units[end - 1].isWhite { end -= 1 }
    guard end > line.lowerBound else { return .zero }
    let first = units[line.lowerBound]
    // The gap before the first unit is on the line before.
    let gap = line.lowerBound > 0 ? Self.gap(units[line.lowerBound - 1], first) : .zero
    var width = sums[end] - sums[line.lowerBound] - gap
    if first.kind == .opener { width -= first.half }
    let last = units[end - 1]
    if last.kind.isPauseOrBracket, last.kind != .opener { width -= last.half }
    return width
  }

  private static func body(_ unit: LineUnit) -> Length {
    switch unit.kind {
    case .western, .wordSpace, .anchor, .prefix, .postfix: unit.advance
    case .interpunct, .solidus: unit.half
    default: max(unit.em, unit.advance)
    }
  }

  private static func gap(_ a: LineUnit, _ b: LineUnit) -> Length {
    if b.isAttached { return .zero }
    if a.kind.isPauseOrBracket, b.kind.isPauseOrBracket, a.kind != .opener || b.kind == .opener {
      return -a.half
    }
    switch (a.kind, b.kind) {
    case (.ideograph, .western), (.western, .ideograph): return a.em.scaled(by: 1, over: 4)
    case (.ideograph, .ideograph): return min(a.tracking, b.tracking)
    default: return .zero
    }
  }
}

extension LineUnit {
  fileprivate var half: Length { em.scaled(by: 1, over: 2) }
  fileprivate var isWhite: Bool {
    kind == .wordSpace || kind == .ideographicSpace || kind == .anchor
  }
}
