import Diagnostics
import Reports
import WritingSystems

/// The tables that stand in reports, in reading order.
struct ReportTables {
  private struct Entry {
    let rows: [[SourcedText]]
    let span: Span?
    /// The texts that may name it: the one before it, the heading of its section, and a caption
    /// after it.
    let names: [String]
  }

  private var entries: [Entry] = []

  init(_ reports: [Report]) {
    for report in reports {
      for section in report.sections { add(section) }
    }
  }

  private mutating func add(_ section: Report.Section) {
    for (index, paragraph) in section.paragraphs.enumerated() where paragraph.kind == .table {
      guard let rows = paragraph.rows, !rows.isEmpty else { continue }
      var names: [String] = []
      let before = index > 0 ? section.paragraphs[index - 1] : nil
      if let before, before.kind != .table { names.append(before.text.string) }
      if before == nil { names.append(section.heading.string) }
      let after = section.paragraphs.dropFirst(index + 1).first
      if let after, after.kind == .caption { names.append(after.text.string) }
      entries.append(Entry(rows: rows, span: paragraph.text.span, names: names))
    }
  }

  /// The table wanted; nil, with a finding unless the ledger may be missing, when there is none.
  func table(
    _ choice: StatisticsPlan.LedgerDefinition.ReportTable,
    _ definition: StatisticsPlan.LedgerDefinition,
    _ findings: inout Findings
  ) -> ReportTable? {
    let found = entries.indices.filter { index in
      choice.caption.isEmpty || Self.has(entries[index].names, words: choice.caption)
    }
    let place = (choice.number ?? 1) - 1
    let arguments: [String: FindingArgument] = [
      "ledger": .quote(definition.name), "count": .number(entries.count),
    ]
    guard found.indices.contains(place) else {
      if definition.isRequired {
        findings.add(Finding(.ledgerNoTable, at: definition.span, arguments))
      }
      return nil
    }
    let entry = entries[found[place]]
    if found.count > 1, choice.number == nil {
      findings.add(
        Finding(
          .ledgerSeveralTables,
          at: entry.span,
          arguments.merging(["found": .number(found.count)]) { $1 }
        )
      )
    }
    return ReportTable(rows: entry.rows, span: entry.span, number: found[place] + 1)
  }

  private static func has(_ names: [String], words: [String]) -> Bool {
    names.contains { name in
      let key = MatchingKey(name)
      return words.allSatisfy { key.contains(MatchingKey($0)) }
    }
  }
}

/// A table of a report as a raw table.
struct ReportTable: RawTable {
  let rows: [[SourcedText]]
  /// Where the whole stands, for cells that hold nothing.
  let span: Span?
  /// From 1, among the tables of the reports.
  let number: Int

  var count: Int { rows.count }

  func place(row: Int, column: Int?) -> Bilingual {
    Bilingual("（报告第\(number)张表）第\(row)行", "row \(row) of table \(number) of the report")
  }

  func row(_ index: Int) -> RawRow {
    let cells = rows[index]
    let near = cells.lazy.compactMap(\.span).first ?? span
    return RawRow(
      number: index + 1,
      cells: cells.enumerated().map { column, cell in
        RawCell(column: column, content: .text(cell.string), span: cell.span ?? near)
      }
    )
  }
}
