import Diagnostics
import Statistics

/// A file read as a ledger with a column of each type, and asked for by a query.
enum LedgerCheck {
  private static let definition = StatisticsPlan.LedgerDefinition(
    name: "townships",
    title: "乡镇台账",
    columns: [
      .init(name: "unit", type: .organisation, title: "单位", match: ["乡镇", "镇街"]),
      .init(name: "planned", type: .integer, title: "应建"),
      .init(name: "built", type: .number, title: "产值", unit: "亿元", isOptional: true),
      .init(name: "rate", type: .percent, title: "覆盖率", match: ["占比"], isOptional: true),
      .init(name: "day", type: .date, title: "日期", isOptional: true),
      .init(name: "remark", type: .text, title: "备注", isOptional: true),
    ],
    key: ["unit"]
  )

  private static let plan = StatisticsPlan(
    ledgers: [definition],
    organisations: [.init(name: "双桥镇", others: ["双桥"]), .init(name: "城关街道")],
    queries: [
      .init(
        name: "sums",
        sql: """
          select unit, sum(planned), max(built), min(rate), max(day), max(remark)
          from townships group by unit
          """
      )
    ],
    checks: [.init(title: "合计", sql: "select sum(planned) as left, 1 as right from townships")]
  )

  static func read(_ bytes: [UInt8], named name: String) -> Fuzzer.Outcome {
    var files = SourceFiles()
    var findings = Findings()
    let id = files.add(name: name, bytes: bytes).id
    let ledger = Ledger.read(id, in: &files, definition: definition, findings: &findings)
    let fault =
      FindingsCheck.silence(ledger != nil, findings) ?? faultOfCells(in: bytes)
      ?? ledger.flatMap { faultOfRows($0, files) ?? faultOfUse($0, files, &findings) }
      ?? FindingsCheck.fault(findings, in: files)
    return Fuzzer.Outcome(isRead: ledger != nil, fault: fault)
  }

  private static func faultOfUse(
    _ ledger: Ledger,
    _ files: SourceFiles,
    _ findings: inout Findings
  ) -> String? {
    do {
      // Some hundred rows tell what a million would.
      var some = ledger
      some.rows = Array(ledger.rows.prefix(200))
      _ = try Derivation(plan).dataset(
        reports: [],
        figures: [],
        ledgers: [some],
        findings: &findings
      )
    } catch {
      return "the machine refuses: \(error.finding.code.name)"
    }
    return nil
  }

  private static func faultOfRows(_ ledger: Ledger, _ files: SourceFiles) -> String? {
    var last = 0
    for row in ledger.rows {
      guard row.cells.count == definition.columns.count else {
        return "row \(row.number) has \(row.cells.count) cells"
      }
      guard row.number > last else { return "row \(row.number) comes after row \(last)" }
      last = row.number
      for (cell, column) in zip(row.cells, definition.columns) {
        let fault = FindingsCheck.fault(cell.span, in: files) ?? fault(in: cell, of: column)
        if let fault { return "row \(row.number), \(column.name): \(fault)" }
      }
    }
    return nil
  }

  private static func fault(
    in cell: Ledger.Cell,
    of column: StatisticsPlan.LedgerDefinition.Column
  ) -> String? {
    switch (cell.value, column.type) {
    case (.null, _): nil
    case (.number(let number), .integer) where number.rounded() == number: nil
    case (.number(let number), .number) where number.isFinite: nil
    case (.number(let number), .percent) where number.isFinite: nil
    case (.text, .text), (.text, .date), (.text, .organisation): nil
    default: "\(cell.value) is of another type"
    }
  }

  /// The bytes as separated values: what stands in no cell, and is not said to stand behind a
  /// quotation mark, divides cells or rows.
  private static func faultOfCells(in bytes: [UInt8]) -> String? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    for separator in CSVSeparator.allCases {
      let table = CSVTable.read(bytes, separator: separator)
      if let fault = faultOfCells(of: table, in: bytes, separator) { return fault }
    }
    return nil
  }

  private static func faultOfCells(
    of table: CSVTable,
    in bytes: [UInt8],
    _ separator: CSVSeparator
  ) -> String? {
    // Of more faults only the first hundred are kept.
    guard table.faults.count < 100 else { return nil }
    var isRead = bytes.map { Set(separator.rawValue.utf8).union([0x0A, 0x0D]).contains($0) }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 0..<3 : 0..<0
    for place in [mark] + table.faults.map(\.range) {
      for byte in place { isRead[byte] = true }
    }
    var end = 0
    for row in 0..<table.count {
      for cell in table.cells(row) {
        guard cell.range.lowerBound >= end, cell.range.upperBound <= bytes.count else {
          return "a cell of row \(table.number(row)) stands at \(cell.range)"
        }
        for byte in cell.range { isRead[byte] = true }
        end = cell.range.upperBound
        _ = table.text(cell)
      }
    }
    return isRead.firstIndex(of: false).map { "byte \($0) stands in no cell" }
  }
}
