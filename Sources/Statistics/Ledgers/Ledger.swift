package import Diagnostics
package import Reports
import WritingSystems

/// A table supplied with the report (台账), its cells typed as the layout declares them.
package struct Ledger: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package var value: Dataset.Value
    /// Digits after the decimal point as written, for the tolerance of checks.
    package var decimals: Int
    /// Where the cell stands; nil for a cell that its row lacks.
    package var span: Span?

    package init(value: Dataset.Value, decimals: Int = 0, span: Span? = nil) {
      self.value = value
      self.decimals = decimals
      self.span = span
    }
  }

  package struct Row: Hashable, Sendable {
    /// From 1, the first row of the file being the first; as spreadsheets count.
    package var number: Int
    /// One for each column, in their order.
    package var cells: [Cell]

    package init(number: Int, cells: [Cell]) {
      self.number = number
      self.cells = cells
    }
  }

  /// The name by which the layout and its queries know the table.
  package var name: String
  /// In the order of the layout's definition.
  package var columns: [StatisticsPlan.LedgerDefinition.Column]
  package var rows: [Row]

  package init(
    name: String,
    columns: [StatisticsPlan.LedgerDefinition.Column],
    rows: [Row]
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

// MARK: - Reading

extension Ledger {
  /// Reads a file of separated values (RFC 4180, UTF-8 or as transcoded) as the layout's definition
  /// says; the separator is found out.
  ///
  /// Columns are found by their names, titles and other headings, in any order, compared by the
  /// matching key, in the row in which most of them stand. Cells that are empty, or hold a mark for
  /// nothing, are null. Every cell that does not fit its type is a finding and null; a missing
  /// column too. Nil when there is no row of names to read by. Cost is linear in the file.
  package static func read(
    _ file: SourceFile,
    definition: StatisticsPlan.LedgerDefinition,
    findings: inout Findings
  ) -> Ledger? {
    guard isText(file, definition, &findings) else { return nil }
    let table = CSVFile(file, columns: definition.columns.map(ColumnNames.init))
    var own = LedgerLog(ledger: definition.name)
    if table.separator != .comma {
      own.add(.ledgerSeparator, ["separator": .words(table.separator.words)])
    }
    for fault in table.table.faults {
      own.add(code(of: fault.fault), at: table.span(fault.range), ["row": .number(fault.row)])
    }
    findings.add(contentsOf: own.finished())
    return LedgerReader(table: table, definition: definition).read(&findings)
  }

  /// Reads a file of any kind: separated values, or a spreadsheet (.xlsx, .xlsm, .ods), told by how
  /// it begins.
  ///
  /// `sheet` goes before that of the definition. The sheet's part, or the text of the file, is kept
  /// in `files`. Nil, always with an error finding, when it is nothing that can be read.
  package static func read(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    definition: StatisticsPlan.LedgerDefinition,
    sheet: StatisticsPlan.LedgerDefinition.SheetChoice? = nil,
    findings: inout Findings
  ) -> Ledger? {
    let choice = sheet ?? definition.sheet
    switch LedgerForm(files[id]) {
    case .text:
      guard choice == nil || sheet == nil else {
        findings.add(Finding(.ledgerNoSheets, ["path": .quote(files[id].name)]))
        return nil
      }
      guard TextDecoder().decode(id, in: &files, findings: &findings) != nil else { return nil }
      return read(files[id], definition: definition, findings: &findings)
    case .spreadsheet:
      let file = SpreadsheetFile(file: files[id], ledger: definition.name)
      guard let table = file.open(choice, in: &files, findings: &findings) else { return nil }
      return LedgerReader(table: table, definition: definition).read(&findings)
    case .foreign(let form):
      let arguments: [String: FindingArgument] = [
        "path": .quote(files[id].name), "form": .words(form), "ledger": .quote(definition.name),
      ]
      findings.add(Finding(.ledgerForeign, arguments))
      return nil
    }
  }

  /// Reads a table that stands in one of the reports; nil when there is none such, which is a
  /// finding unless the ledger may be missing.
  package static func read(
    _ choice: StatisticsPlan.LedgerDefinition.ReportTable,
    in reports: [Report],
    definition: StatisticsPlan.LedgerDefinition,
    findings: inout Findings
  ) -> Ledger? {
    let tables = ReportTables(reports)
    guard let table = tables.table(choice, definition, &findings) else { return nil }
    return LedgerReader(table: table, definition: definition).read(&findings)
  }

  private static func code(of fault: CSVTable.Fault) -> FindingCode {
    switch fault {
    case .openQuote: .ledgerOpenQuote
    case .textAfterQuote: .ledgerTextAfterQuote
    case .bareQuote: .ledgerBareQuote
    }
  }

  // MARK: Text

  private static func isText(
    _ file: SourceFile,
    _ definition: StatisticsPlan.LedgerDefinition,
    _ findings: inout Findings
  ) -> Bool {
    let place = file.text.withUnsafeBufferPointer { firstInvalid(in: $0) }
    guard let place else { return true }
    let offsets = file.transcoding?.offsets
    let start = offsets.map { Int($0[place]) } ?? place
    findings.add(
      Finding(
        .ledgerNotText,
        at: Span(file: file.id, start: start, end: start + 1),
        ["ledger": .quote(definition.name)]
      )
    )
    return false
  }

  /// The offset of the first byte that is no UTF-8.
  private static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return offset
      }
    }
  }
}
