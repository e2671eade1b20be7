import Diagnostics
import WritingSystems
package import Statistics

/// `statistics --json`: the dataset a bulletin would print.
package enum StatisticsJSON {
  package static func document(_ dataset: Dataset) -> JSONValue {
    [
      "kanyin": 1,
      "results": .object(dataset.results.map { JSONValue.Member($0.name, json($0)) }),
      "checks": .array(dataset.checks.map(json)),
    ]
  }

  private static func json(_ result: Dataset.Result) -> JSONValue {
    let head = [
      JSONValue.Member("title", .text(result.title)),
      JSONValue.Member("unit", .text(result.unit)),
    ]
    let sources = JSONValue.Member("sources", .array(result.sources.map(json)))
    if let value = result.single {
      let detail = JSONValue.Member("detail", .text(result.detail))
      return .object(head + [JSONValue.Member("value", json(value)), detail, sources])
    }
    let columns = JSONValue.Member("columns", .array(result.columns.map(json)))
    let rows = JSONValue.Member("rows", .array(result.rows.map { .array($0.map(json)) }))
    let rowSources = JSONValue.Member(
      "row-sources",
      result.rowSources.map { .array($0.map { .array($0.map(json)) }) } ?? .null
    )
    return .object(head + [columns, rows, sources, rowSources])
  }

  private static func json(_ column: Dataset.Column) -> JSONValue {
    [
      "name": .string(column.name),
      "type": .string(column.type),
      "unit": .text(column.unit),
    ]
  }

  private static func json(_ value: Dataset.Value) -> JSONValue {
    switch value {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .null: .null
    }
  }

  private static func json(_ source: Dataset.Source) -> JSONValue {
    switch source {
    case .figure(let index): ["figure": .integer(index)]
    case .ledger(let name, let row, let column):
      ["ledger": .string(name), "row": .integer(row), "column": .string(column)]
    case .past(let period, let figure):
      ["period": .string(period.iso), "figure": .integer(figure)]
    case .pastLedger(let period, let name, let row, let column):
      [
        "period": .string(period.iso), "ledger": .string(name), "row": .integer(row),
        "column": .string(column),
      ]
    }
  }

  private static func json(_ check: Dataset.CheckResult) -> JSONValue {
    [
      "title": .string(check.title),
      "severity": .string(check.severity.rawValue),
      "holds": check.holds.map { .bool($0) } ?? .null,
      "detail": .text(check.detail),
      "sources": .array(check.sources.map(json)),
    ]
  }
}
