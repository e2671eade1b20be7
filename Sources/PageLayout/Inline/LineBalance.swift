import DocumentModel
import Geometry
import LineBreaking
import Typography
import WritingSystems

/// Chooses where a title is broken, so that its lines make a shape.
///
/// Titles are set 梯形 or 菱形, longest line not much longer than its neighbours, and never broken
/// inside a word (GB/T 9704-2012 7.3.1; look: neighbours differ by two to five characters).
struct LineBalance {
  private let shape: ParagraphStyle.Balance

  init(_ shape: ParagraphStyle.Balance) {
    self.shape = shape
  }

  /// The units with line ends at the chosen places and nowhere else; unchanged where the text
  /// fits on one line or cannot be broken at words.
  func balance(
    _ units: [LineUnit],
    text: ShapedParagraph,
    measure: Length
  ) -> [LineUnit] {
    let widths = widthsTo(units)
    guard let total = widths.last, total > measure, !hasForcedBreak(units) else {
      return units
    }
    let places = breakPlaces(units, text: text)
    for count in 2...4 where total <= count * measure {
      if let chosen = best(count, of: places, widths: widths, measure: measure) {
        return broken(units, at: chosen)
      }
    }
    return units
  }

  /// A place to break and what speaks against it.
  private struct Place {
    let index: Int
    let cost: Int
  }

  private func hasForcedBreak(_ units: [LineUnit]) -> Bool {
    units.dropLast().contains { $0.opportunity == .mandatory }
  }

  /// The natural width of the first n units.
  private func widthsTo(_ units: [LineUnit]) -> [Length] {
    var width = Length.zero
    var widths = [width]
    for element in units {
      let isMark =
        element.advance > .zero && element.kind.isPauseOrBracket
      width +=
        element.kind == .wordSpace || isMark ? element.em.scaled(by: 3, over: 4) : element.advance
      widths.append(width)
    }
    return widths
  }

  /// Breaks after a mark or a space cost nothing, breaks between words a little.
  private func breakPlaces(_ units: [LineUnit], text: ShapedParagraph) -> [Place] {
    let language = text.source.stretches.first?.style.language.tag ?? "zh"
    let words = TextBreaks(of: text.source.text, unit: .word, language: language)
    return units.indices.dropFirst().compactMap { index in
      let before = units[index - 1]
      let here = units[index]
      let offset = text.pieces[index].text.lowerBound
      guard words[offset] != .prohibited, before.opportunity != .prohibited,
        before.group == 0 || before.group != here.group,
        ![.closer, .comma, .colon, .question, .stop, .wordSpace].contains(here.kind),
        before.kind != .opener
      else { return nil }
      return Place(index: index, cost: cost(after: before.kind, before: here.kind))
    }
  }

  private func cost(after before: CharacterClass, before here: CharacterClass) -> Int {
    switch before {
    case .wordSpace, .ideographicSpace: 0
    case .comma, .colon, .question, .stop: 5
    case .closer: 40
    default: here == .opener ? 45 : 60
    }
  }

  private func best(
    _ count: Int,
    of places: [Place],
    widths: [Length],
    measure: Length
  ) -> [Int]? {
    var best: (cost: Int, chosen: [Int])?
    func choose(_ chosen: [Place], from start: Int) {
      if chosen.count == count - 1 {
        guard let cost = cost(of: chosen, widths: widths, measure: measure) else { return }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, chosen.map(\.index)) }
        return
      }
      let begun = chosen.last?.index ?? 0
      for next in start..<max(start, places.count) {
        // Lines only grow: what is too long now stays too long.
        if widths[places[next].index] - widths[begun] > measure { break }
        choose(chosen + [places[next]], from: next + 1)
      }
    }
    choose([], from: 0)
    return best?.chosen
  }

  /// What a choice of breaks costs, in tenths of an em squared; nil where a line is too long.
  private func cost(of chosen: [Place], widths: [Length], measure: Length) -> Int? {
    let bounds = [0] + chosen.map(\.index) + [widths.count - 1]
    let lines = zip(bounds, bounds.dropFirst()).map { widths[$1] - widths[$0] }
    guard lines.allSatisfy({ $0 <= measure }), let last = widths.last else { return nil }
    let em = max(last.scaled(by: 1, over: Int64(max(widths.count - 1, 1))), Length(units: 1))
    let tenths = lines.map { Int($0.units * 10 / em.units) }
    let steps = zip(tenths, tenths.dropFirst()).map { $1 - $0 }
    return chosen.reduce(0) { $0 + $1.cost } + steps.reduce(0) { $0 + stepCost($1) }
      + hourglassCost(steps)
  }

  /// Neighbours differ by two to five characters in a trapezoid, and not at all in an even shape.
  private func stepCost(_ step: Int) -> Int {
    let difference = abs(step)
    let wanted = shape == .trapezoid ? 15...50 : 0...0
    if difference < wanted.lowerBound { return (wanted.lowerBound - difference) * 2 }
    let beyond = difference - wanted.upperBound
    return beyond > 0 ? beyond * beyond / 10 : 0
  }

  /// Narrow in the middle is no shape of a title.
  private func hourglassCost(_ steps: [Int]) -> Int {
    zip(steps, steps.dropFirst()).count { $0 < 0 && $1 > 0 } * 400
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
