import Diagnostics
import WritingSystems

/// Runs the checks of a layout (勾稽关系) and writes out their arithmetic.
struct CheckRunner {
  let runner: QueryRunner

  func run(_ check: StatisticsPlan.Check, _ findings: inout Findings) -> Dataset.CheckResult? {
    guard let answer = runner.run(check.sql, name: check.title, at: check.span, &findings) else {
      return nil
    }
    let columns = answer.columns.map { $0.name.lowercased() }
    guard answer.rows.count <= 1, let form = Form(columns) else {
      findings.add(wrongShape(check, answer))
      return nil
    }
    let row = answer.rows.first ?? columns.map { _ in Dataset.Value.null }
    let sources = runner.sources(of: answer)
    let (holds, detail) =
      switch form {
      case .sides(let left, let right):
        compare(row[left], row[right], answer.readings, tolerance: check.tolerance)
      case .holds(let place): (Self.truth(row[place]), nil as String?)
      }
    let own = columns.firstIndex(of: "detail").flatMap { Self.text(row[$0]) }
    let result = Dataset.CheckResult(
      title: check.title,
      severity: FindingCode.checkFailed.severity,
      holds: holds,
      detail: own ?? detail,
      sources: sources,
      sql: check.sql
    )
    report(result, check, &findings)
    return result
  }

  /// Which columns of the row say what.
  private enum Form {
    case sides(left: Int, right: Int)
    case holds(Int)

    init?(_ columns: [String]) {
      if let left = columns.firstIndex(of: "left"), let right = columns.firstIndex(of: "right") {
        self = .sides(left: left, right: right)
      } else if let holds = columns.firstIndex(of: "holds") {
        self = .holds(holds)
      } else {
        return nil
      }
    }
  }

  private func compare(
    _ left: Dataset.Value,
    _ right: Dataset.Value,
    _ readings: [SourceRecorder.Reading],
    tolerance: Double?
  ) -> (holds: Bool?, detail: String?) {
    switch (left, right) {
    case (.number(let a), .number(let b)):
      let arithmetic = Arithmetic(left: a, right: b, terms: runner.terms(of: readings))
      let difference = DecimalText(abs(a - b))?.rounded(significant: 12).double ?? .infinity
      let holds = difference <= tolerance ?? arithmetic.tolerance
      return (holds, arithmetic.detail(holds: holds))
    case (.text(let a), .text(let b)):
      let holds = MatchingKey(a) == MatchingKey(b)
      return (holds, "\(a) \(holds ? "=" : "≠") \(b)")
    case (.null, _), (_, .null):
      return (nil, nil)
    case (.number(let a), .text(let b)):
      return (false, "\(Arithmetic.text(a)) ≠ \(b)")
    case (.text(let a), .number(let b)):
      return (false, "\(a) ≠ \(Arithmetic.text(b))")
    }
  }

  private func report(
    _ result: Dataset.CheckResult,
    _ check: StatisticsPlan.Check,
    _ findings: inout Findings
  ) {
    guard result.holds != true else { return }
    var arguments: [String: FindingArgument] = ["title": .quote(check.title)]
    guard result.holds == false else {
      findings.add(Finding(.checkNotApplicable, at: check.span, arguments))
      return
    }
    arguments["detail"] = .word(result.detail ?? "0")
    findings.add(
      Finding(
        .checkFailed,
        at: check.span,
        arguments,
        notes: runner.database.places(of: result.sources)
      )
    )
  }

  private func wrongShape(_ check: StatisticsPlan.Check, _ answer: QueryRunner.Answer) -> Finding {
    Finding(
      .checkWrongShape,
      at: check.span,
      [
        "title": .quote(check.title), "rows": .number(answer.rows.count),
        "columns": .choices(answer.columns.map(\.name)),
      ]
    )
  }

  private static func truth(_ value: Dataset.Value) -> Bool? {
    if case .number(let number) = value { number != 0 } else { nil }
  }

  private static func text(_ value: Dataset.Value) -> String? {
    switch value {
    case .text(let text): text
    case .number(let number): Arithmetic.text(number)
    case .null: nil
    }
  }
}
