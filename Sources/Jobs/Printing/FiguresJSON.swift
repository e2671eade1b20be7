package import Statistics

/// `figures --json`: the figures found in a report, in reading order.
package enum FiguresJSON {
  package static func document(_ figures: [Figure]) -> JSONValue {
    ["kanyin": 1, "figures": .array(figures.map(json))]
  }

  private static func json(_ figure: Figure) -> JSONValue {
    [
      "id": .integer(figure.id),
      "quote": .string(figure.quote),
      "indicator": .text(figure.indicator),
      "kind": .string(figure.kind.rawValue),
      "value": .number(figure.value),
      "unit": .text(figure.unit),
      "from": .number(figure.from),
      "to": .number(figure.to),
      "low": .number(figure.low),
      "high": .number(figure.high),
      "base": figure.base.map { ["value": .number($0.value), "unit": .string($0.unit)] } ?? .null,
      "approximate": .text(figure.approximate?.rawValue),
      "change": .string(figure.change.rawValue),
      "comparison": .string(figure.comparison.rawValue),
      "cumulative": .bool(figure.isCumulative),
      "report": .integer(figure.report),
      "section": .integer(figure.section),
      "paragraph": .integer(figure.paragraph),
      "start": .integer(figure.range.lowerBound),
      "end": .integer(figure.range.upperBound),
    ]
  }
}
