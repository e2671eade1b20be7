package import Diagnostics
package import Statistics

/// `figures` as a table for people, and as CSV.
package enum FiguresText {
  /// One figure a line, with its place.
  package static func document(
    _ figures: [Figure],
    files: SourceFiles,
    language: MessageLanguage
  ) -> String {
    let places = SpanPlaces(files)
    var table = PlainTable()
    let heads =
      language == .chinese
      ? ["序号", "原文", "指标", "值", "类别", "位置"]
      : ["id", "quote", "indicator", "value", "kind", "place"]
    table.add(heads)
    for figure in figures {
      table.add([
        String(figure.id), figure.quote, figure.indicator ?? "", figure.valueText,
        figure.kind.rawValue, places.text(figure.span),
      ])
    }
    return table.text()
  }

  /// The keys of `figures --json` as columns; `base` is two.
  package static func csv(_ figures: [Figure]) -> String {
    let heads = [
      "id", "quote", "indicator", "kind", "value", "unit", "from", "to", "low", "high",
      "base_value",
      "base_unit", "approximate", "change", "comparison", "cumulative", "report", "section",
      "paragraph", "start", "end",
    ]
    return CSVText.document([heads] + figures.map(row))
  }

  private static func row(_ figure: Figure) -> [String] {
    let numbers = [figure.from, figure.to, figure.low, figure.high, figure.base?.value]
    let head = [
      String(figure.id), figure.quote, figure.indicator ?? "", figure.kind.rawValue,
      text(figure.value), figure.unit ?? "",
    ]
    let middle = [
      figure.base?.unit ?? "", figure.approximate?.rawValue ?? "", figure.change.rawValue,
      figure.comparison.rawValue, figure.isCumulative ? "true" : "false",
    ]
    let place = [
      figure.report, figure.section, figure.paragraph, figure.range.lowerBound,
      figure.range.upperBound,
    ]
    return head + numbers.map(text) + middle + place.map { String($0) }
  }

  private static func text(_ number: Double?) -> String {
    number.flatMap(ShortestNumber.text) ?? ""
  }
}

extension Figure {
  /// The value with its unit: `28.57 → 82.43 %`, `63 – 68 %`, `88 个`.
  fileprivate var valueText: String {
    let write = { (number: Double?) in number.flatMap(ShortestNumber.text) }
    let number: String?
    if let from = write(from), let to = write(to) {
      number = "\(from) → \(to)"
    } else if low != nil || high != nil {
      number = "\(write(low) ?? "") – \(write(high) ?? "")"
    } else {
      number = write(value)
    }
    return [number, unit].compactMap { $0 }.joined(separator: " ")
  }
}
