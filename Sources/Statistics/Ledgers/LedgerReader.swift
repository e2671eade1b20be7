import Diagnostics
import WritingSystems

/// Reads one raw table as the layout's definition says, and gathers what is wrong with it.
struct LedgerReader {
  let table: any RawTable
  let definition: StatisticsPlan.LedgerDefinition

  /// As many rows as a sheet can have, its headings aside.
  private static let mostRows = 1_048_576

  func read(_ findings: inout Findings) -> Ledger? {
    var own = LedgerLog(ledger: definition.name)
    let ledger = read(&own)
    findings.add(contentsOf: own.finished())
    return ledger
  }

  private func read(_ findings: inout LedgerLog) -> Ledger? {
    guard table.count - 1 <= Self.mostRows else {
      findings.add(.ledgerTooLong, ["limit": .number(Self.mostRows)])
      return nil
    }
    guard let header = HeaderSearch(table: table, definition: definition).find(&findings) else {
      findings.add(.ledgerEmpty)
      return nil
    }
    let columns = ReadColumns(definition, header, table, &findings)
    var rows: [Ledger.Row] = []
    rows.reserveCapacity(table.count)
    var others = OtherRows(table: table, header: header, definition: definition)
    for index in (header.row + 1)..<max(header.row + 1, table.count) {
      let row = table.row(index)
      guard !others.takes(row, at: index, &findings) else { continue }
      rows.append(read(row, header, columns, &findings))
    }
    noteHidden(rows, header, &findings)
    others.checkTotals(rows, columns, &findings)
    LedgerChecks(definition: definition, table: table, places: header.places)
      .check(rows, &findings)
    return Ledger(name: definition.name, columns: definition.columns, rows: rows)
  }

  // MARK: Rows

  private func read(
    _ row: RawRow,
    _ header: HeaderSearch.Header,
    _ columns: ReadColumns,
    _ findings: inout LedgerLog
  ) -> Ledger.Row {
    checkWidth(of: row, header, &findings)
    let cells = columns.list.map { column -> Ledger.Cell in
      guard let place = column.place, let cell = row[place] else {
        return Ledger.Cell(value: .null, span: nil)
      }
      return read(cell, column, row: row.number, &findings)
    }
    return Ledger.Row(number: row.number, cells: cells)
  }

  /// What stands beyond the last heading has no name; a row of a text file that is too short has
  /// lost a cell somewhere.
  private func checkWidth(
    of row: RawRow,
    _ header: HeaderSearch.Header,
    _ findings: inout LedgerLog
  ) {
    let filled = (row.lastFilled ?? -1) + 1
    let isShort = !table.hasTypes && row.cells.count < header.width
    guard filled > header.width || isShort else { return }
    if table.hasTypes {
      let span = row[filled - 1]?.span
      return findings.count(.ledgerBeyondHeadings, at: span)
    }
    findings.add(
      .ledgerCellCount,
      at: row.span,
      [
        "place": .words(table.place(row: row.number, column: nil)),
        "found": .number(isShort ? row.cells.count : filled), "expected": .number(header.width),
      ]
    )
  }

  // MARK: Cells

  private func read(
    _ cell: RawCell,
    _ column: ReadColumns.Column,
    row: Int,
    _ findings: inout LedgerLog
  ) -> Ledger.Cell {
    let name = column.definition.name
    if cell.isCopied {
      let isNumeric = column.definition.type.isNumeric
      findings.count(isNumeric ? .ledgerMergedNumber : .ledgerMerged, at: cell.span, column: name)
      if isNumeric { return Ledger.Cell(value: .null, span: cell.span) }
    }
    switch outcome(of: cell, column, row: row, &findings) {
    case .found(let value, let decimals, let remark):
      if let remark { note(remark, cell, name, &findings) }
      return column.converted(Ledger.Cell(value: value, decimals: decimals, span: cell.span))
    case .wrong:
      findings.add(
        .ledgerBadCell,
        at: cell.span,
        arguments(cell, column, row).merging(["type": .words(column.type.words)]) { $1 },
        column: name
      )
    case nil: break
    }
    return Ledger.Cell(value: .null, span: cell.span)
  }

  private func arguments(
    _ cell: RawCell,
    _ column: ReadColumns.Column,
    _ row: Int
  ) -> [String: FindingArgument] {
    [
      "place": .words(table.place(row: row, column: cell.column)),
      "column": .quote(column.definition.name), "text": .quote(String(cell.text.prefix(40))),
    ]
  }

  /// The value of a cell; nil for one that holds none and was told of.
  private func outcome(
    of cell: RawCell,
    _ column: ReadColumns.Column,
    row: Int,
    _ findings: inout LedgerLog
  ) -> CellType.Outcome? {
    let name = column.definition.name
    switch cell.content {
    case .text(let text):
      if column.definition.type.isNumeric, SpreadsheetFault.isFault(text) {
        findings.add(.ledgerFault, at: cell.span, arguments(cell, column, row), column: name)
        return nil
      }
      let outcome = column.type.value(of: text)
      if table.hasTypes, column.definition.type.isNumeric, case .found(.number, _, _) = outcome {
        findings.count(.ledgerNumberAsText, at: cell.span, column: name)
      }
      return outcome
    case .number(let number, let decimals, let isPercent):
      return column.type.value(of: number, decimals: decimals, isPercent: isPercent)
    case .date(let date): return column.type.value(of: date)
    case .flag(let flag): return column.type.value(of: flag)
    case .fault:
      findings.add(.ledgerFault, at: cell.span, arguments(cell, column, row), column: name)
    case .missing:
      findings.add(.ledgerNoValue, at: cell.span, arguments(cell, column, row), column: name)
    }
    return nil
  }

  private func note(
    _ remark: CellType.Remark,
    _ cell: RawCell,
    _ column: String,
    _ findings: inout LedgerLog
  ) {
    switch remark {
    case .blankMark(let mark):
      findings.count(.ledgerBlankMark, at: cell.span, column: column, text: mark)
    case .bracketed: findings.count(.ledgerBracketed, at: cell.span, column: column)
    case .unit(let unit):
      findings.count(.ledgerUnitInCell, at: cell.span, column: column, text: unit)
    case .control: findings.count(.ledgerControl, at: cell.span, column: column)
    }
  }

  private func noteHidden(
    _ rows: [Ledger.Row],
    _ header: HeaderSearch.Header,
    _ findings: inout LedgerLog
  ) {
    for row in rows where table.isHidden(row: row.number) {
      findings.count(.ledgerHiddenRows, at: row.cells.lazy.compactMap(\.span).first)
    }
    for (column, place) in zip(definition.columns, header.places) {
      guard let place, table.isHidden(column: place) else { continue }
      findings.count(.ledgerHiddenColumn, at: nil, column: column.name)
    }
  }
}

/// The errors that spreadsheets show in cells (ECMA-376-1, 18.17.3).
enum SpreadsheetFault {
  private static let faults: Set<String> = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
  ]

  static func isFault(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && faults.contains(text.trimmingSpaces)
  }
}

/// The columns of a ledger with where and how they are read.
struct ReadColumns {
  struct Column {
    let definition: StatisticsPlan.LedgerDefinition.Column
    let type: CellType
    /// Nil when the file has no such column.
    let place: Int?
    /// From the unit of the heading to the one wanted.
    let conversion: UnitConversion?

    func converted(_ cell: Ledger.Cell) -> Ledger.Cell {
      guard let conversion, case .number(let number) = cell.value else { return cell }
      var cell = cell
      cell.value = .number(conversion.converted(number))
      cell.decimals = conversion.decimals(cell.decimals)
      return cell
    }
  }

  private(set) var list: [Column] = []

  init(
    _ definition: StatisticsPlan.LedgerDefinition,
    _ header: HeaderSearch.Header,
    _ table: any RawTable,
    _ findings: inout LedgerLog
  ) {
    let general = Self.generalUnit(above: header.row, of: table)
    for (column, place) in zip(definition.columns, header.places) {
      let heading = place.flatMap { header.headings[$0] }
      let found =
        heading?.unit.flatMap(Self.knownUnit)
        ?? general.flatMap { unit in
          Self.isAlike(unit, column.unit) ? unit : nil
        }
      list.append(
        Column(
          definition: column,
          type: CellType(column),
          place: place,
          conversion: place == nil ? nil : Self.conversion(column, from: found, &findings)
        )
      )
    }
  }

  private static func conversion(
    _ column: StatisticsPlan.LedgerDefinition.Column,
    from found: String?,
    _ findings: inout LedgerLog
  ) -> UnitConversion? {
    let wanted = column.unit ?? (column.type == .percent ? "%" : nil)
    guard column.type.isNumeric, let found, let wanted else { return nil }
    let arguments: [String: FindingArgument] = [
      "column": .quote(column.name), "found": .quote(found), "unit": .quote(wanted),
    ]
    guard let conversion = UnitConversion(from: found, to: wanted) else {
      findings.add(.ledgerUnitDiffers, arguments)
      return nil
    }
    guard !conversion.isIdentity else { return nil }
    findings.add(.ledgerUnitConverted, arguments)
    return conversion
  }

  /// What stands in brackets is a unit when the table of units has it; 覆盖率（2025年） has none.
  private static func knownUnit(_ text: String) -> String? {
    let folded = FoldedText(text)
    if let (_, end) = UnitTable.units.word(at: 0, in: folded), end == folded.count { return text }
    guard let (_, scale) = UnitTable.scales.word(at: 0, in: folded),
      let (_, end) = UnitTable.units.word(at: scale, in: folded), end == folded.count
    else { return nil }
    return text
  }

  private static func isAlike(_ unit: String, _ wanted: String?) -> Bool {
    guard let wanted else { return false }
    return UnitConversion(from: unit, to: wanted) != nil
  }

  /// `单位：万元` in a line above the headings.
  private static func generalUnit(above row: Int, of table: any RawTable) -> String? {
    for index in 0..<row {
      for cell in table.row(index).cells where !cell.isBlank {
        let text = cell.text
        for word in ["单位：", "单位:", "單位：", "單位:"] {
          guard let range = text.firstRange(of: word) else { continue }
          let unit = text[range.upperBound...].trimmingSpaces
          let open = unit.prefix { !"）)】]".contains($0) }
          if let known = knownUnit(String(open).trimmingSpaces) { return known }
        }
      }
    }
    return nil
  }
}
