package import Diagnostics
package import Statistics

/// `statistics` as tables for people, and as CSV.
package enum StatisticsText {
  package static func document(_ dataset: Dataset, language: MessageLanguage) -> String {
    let results = dataset.results.map(text)
    let checks = dataset.checks.map { check in
      let mark = check.holds.map { $0 ? "✓" : "✗" } ?? "–"
      let detail = check.detail.map { language == .chinese ? "：\($0)" : ": \($0)" } ?? ""
      return "\(mark) \(check.title)\(detail)\n"
    }
    return (results + [checks.joined()]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func text(_ result: Dataset.Result) -> String {
    let title = result.title.map { "\(result.name)  \($0)" } ?? result.name
    if let value = result.single {
      let unit = value == .null ? "" : result.unit.map { " \($0)" } ?? ""
      return "\(title)  \(shown(value))\(unit)\n"
    }
    var table = PlainTable()
    table.add(
      result.columns.map { column in column.unit.map { "\(column.name)/\($0)" } ?? column.name }
    )
    for row in result.rows { table.add(row.map(shown)) }
    return "\(title)\n\(table.text(indent: 2))"
  }

  /// A null is a dash to people, an empty cell of CSV.
  private static func shown(_ value: Dataset.Value) -> String {
    value == .null ? "–" : text(value)
  }

  /// One cell a line: `result,row,column,value,unit`; rows count from 1.
  package static func csv(_ dataset: Dataset) -> String {
    var rows = [["result", "row", "column", "value", "unit"]]
    for result in dataset.results {
      for (index, row) in result.rows.enumerated() {
        for (column, value) in zip(result.columns, row) {
          let unit = column.unit ?? (result.single == nil ? nil : result.unit)
          rows.append([result.name, String(index + 1), column.name, text(value), unit ?? ""])
        }
      }
    }
    return CSVText.document(rows)
  }

  private static func text(_ value: Dataset.Value) -> String {
    switch value {
    case .number(let number): ShortestNumber.text(number) ?? ""
    case .text(let text): text
    case .null: ""
    }
  }
}
