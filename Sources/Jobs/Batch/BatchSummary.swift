package import Diagnostics

/// The summary of a batch: one row a job, in input order.
package struct BatchSummary: Sendable {
  fileprivate struct Row {
    let item: BatchItem
    let result: BatchResult
    let message: String
  }

  private static let columns = [
    "report", "layout", "output", "status", "pages", "seconds", "warnings", "message", "sha256",
  ]

  fileprivate let rows: [Row]

  package init(items: [BatchItem], results: [BatchResult], language: MessageLanguage) {
    rows = zip(items, results).map { item, result in
      Row(item: item, result: result, message: Self.message(of: result, in: language))
    }
  }

  /// The first error; what a person reads first.
  private static func message(of result: BatchResult, in language: MessageLanguage) -> String {
    if result.isSkipped {
      return language == .chinese ? "没有印：前面有一份失败了" : "not made: an earlier one failed"
    }
    let error = result.findings.list.first { $0.severity == .error }
    return error?.message(in: language) ?? ""
  }

  package var csv: String {
    CSVText.document(
      [Self.columns]
        + rows.map { row in
          let result = row.result
          return [
            row.report, row.item.job.layout, row.item.output, result.status.rawValue,
            row.isMade ? String(result.pages) : "", row.seconds, String(row.warnings), row.message,
            result.digest ?? "",
          ]
        }
    )
  }

  /// `{ "kanyin": 1, "jobs": […] }` with the columns of the CSV as keys.
  package var json: JSONValue {
    let jobs = rows.map { row -> JSONValue in
      [
        "report": .text(row.report),
        "layout": .string(row.item.job.layout),
        "output": .string(row.item.output),
        "status": .string(row.result.status.rawValue),
        "pages": row.isMade ? .integer(row.result.pages) : .null,
        "seconds": .number(Double((row.result.seconds * 1000).rounded()) / 1000),
        "warnings": .integer(row.warnings),
        "message": .text(row.message),
        "sha256": .text(row.result.digest),
      ]
    }
    return ["kanyin": 1, "jobs": .array(jobs)]
  }
}

extension BatchSummary.Row {
  fileprivate var isMade: Bool { result.status == .made }

  fileprivate var report: String { item.job.reports.joined(separator: " ") }

  fileprivate var warnings: Int { result.findings.count(of: .warning) }

  fileprivate var seconds: String { StageTimes.seconds(result.seconds) }
}
