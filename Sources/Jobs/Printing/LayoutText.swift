import Diagnostics
import Statistics
import Templates

/// `layouts NAME` for people: a layout's parameters, data, indicators, statistics and checks.
struct LayoutText {
  let template: Template
  let language: MessageLanguage

  var text: String {
    let title = "\(template.name)  \(template.title)\n"
    let about = template.about.map { $0 + "\n" } ?? ""
    return title + about + parameters + ledgers + indicators + queries + checks
  }

  private var parameters: String {
    block(
      "参数（--set 名称=值）",
      "parameters (--set NAME=VALUE)",
      template.parameters.map { parameter in
        let needed = parameter.isRequired ? word("必填", "required") : ""
        return [parameter.name, parameter.title, type(of: parameter), needed]
      }
    )
  }

  private func type(of parameter: Parameter) -> String {
    var words = parameter.kind.rawValue
    if !parameter.choices.isEmpty { words = parameter.choices.joined(separator: " | ") }
    if let minimum = parameter.minimum { words += " ≥ \(minimum)" }
    if let maximum = parameter.maximum { words += " ≤ \(maximum)" }
    return words
  }

  private var ledgers: String {
    block(
      "台账（--data 名称=文件）",
      "data (--data NAME=FILE)",
      template.plan.ledgers.map { ledger in
        let columns = ledger.columns.map { "\($0.name): \($0.type.rawValue)" }
        let needed = ledger.isRequired ? word("必填", "required") : ""
        return [ledger.name, columns.joined(separator: ", "), needed]
      }
    )
  }

  private var indicators: String {
    block(
      "指标",
      "indicators",
      template.plan.indicators.map { indicator in
        [
          indicator.name, indicator.title ?? "", indicator.match.joined(separator: " | "),
          indicator.unit ?? "",
        ]
      }
    )
  }

  private var queries: String {
    block(
      "统计",
      "statistics",
      template.plan.queries.map { query in
        [query.name, query.title ?? "", query.unit ?? ""]
      }
    )
  }

  private var checks: String {
    block("勾稽关系", "checks", template.plan.checks.map { [$0.title] })
  }

  private func block(_ chinese: String, _ english: String, _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    var table = PlainTable()
    for row in rows { table.add(row) }
    return "\n\(word(chinese, english))\n\(table.text(indent: 2))"
  }

  private func word(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }
}
