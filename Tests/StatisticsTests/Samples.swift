import Diagnostics
import Reports
import Statistics

/// Reports, ledgers and plans of a few lines, as tests need them.
enum Samples {
  /// A report of one section whose paragraphs are the lines, read from a file of just these lines.
  static func report(_ lines: [String]) -> Report {
    var files = SourceFiles()
    let text = lines.joined(separator: "\n")
    let file = files.add(name: "report.txt", bytes: Array(text.utf8))
    var offset = 0
    let paragraphs = lines.map { line in
      var sourced = SourcedText()
      for scalar in line.unicodeScalars {
        let width = String(scalar).utf8.count
        sourced.append(
          String(scalar),
          span: Span(file: file.id, start: offset, end: offset + width)
        )
        offset += width
      }
      offset += 1
      return Report.Paragraph(text: sourced)
    }
    return Report(name: "report", sections: [Report.Section(level: 0, paragraphs: paragraphs)])
  }

  static func file(_ text: String) -> SourceFile { file(Array(text.utf8)) }

  static func file(_ bytes: [UInt8]) -> SourceFile {
    var files = SourceFiles()
    return files.add(name: "ledger.csv", bytes: bytes)
  }

  static let townships = StatisticsPlan.LedgerDefinition(
    name: "townships",
    columns: [
      .init(name: "township", type: .text), .init(name: "enterprises", type: .integer),
      .init(name: "organised", type: .integer), .init(name: "target", type: .percent),
    ]
  )

  /// The dataset of a plan over the lines of one report.
  static func dataset(
    _ lines: [String],
    _ plan: StatisticsPlan,
    ledgers: [Ledger] = [],
    limits: Derivation.Limits = .init()
  ) throws -> (dataset: Dataset, findings: Findings) {
    let reports = [report(lines)]
    var findings = Findings()
    let dataset = try Derivation(plan, limits: limits).dataset(
      reports: reports,
      figures: FigureRecogniser().figures(in: reports),
      ledgers: ledgers,
      findings: &findings
    )
    return (dataset, findings)
  }
}

extension Findings {
  /// The names of the codes, in order.
  var codes: [String] { list.map(\.code.name) }
}
