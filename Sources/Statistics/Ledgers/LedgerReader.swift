import Diagnostics
import WritingSystems

/// Reads one ledger and gathers what is wrong with it.
struct LedgerReader {
  let file: SourceFile
  let definition: StatisticsPlan.LedgerDefinition

  /// More rows than any office's table; a limit so that a wrong file does not fill the memory.
  private static let mostRows = 200_000

  func read(_ findings: inout Findings) -> Ledger? {
    guard isText(&findings) else { return nil }
    let table = CSVReader.read(file.text)
    for fault in table.faults { findings.add(finding(fault.fault, fault.row, fault.range)) }
    guard let header = table.rows.first else {
      findings.add(Finding(.ledgerEmpty, at: span(0..<0), ["ledger": .quote(definition.name)]))
      return nil
    }
    guard table.rows.count <= Self.mostRows else {
      findings.add(
        Finding(
          .ledgerTooLong,
          at: span(0..<0),
          ["ledger": .quote(definition.name), "limit": .number(Self.mostRows)]
        )
      )
      return nil
    }
    let places = places(in: header.cells, &findings)
    let rows = table.rows.dropFirst().map { row in
      self.row(row.number, row.cells, header: header.cells.count, places, &findings)
    }
    return Ledger(name: definition.name, columns: definition.columns, rows: rows)
  }

  // MARK: The file

  private func isText(_ findings: inout Findings) -> Bool {
    guard String(validating: file.text, as: UTF8.self) == nil else { return true }
    let place = Self.firstInvalid(in: file.text)
    findings.add(
      Finding(
        .ledgerNotText,
        at: span(place..<min(place + 1, file.text.count)),
        ["ledger": .quote(definition.name)]
      )
    )
    return false
  }

  /// The offset of the first byte that is no UTF-8.
  private static func firstInvalid(in bytes: [UInt8]) -> Int {
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

  private func span(_ range: Range<Int>) -> Span {
    let offsets = file.transcoding?.offsets
    func place(_ offset: Int) -> Int { offsets.map { Int($0[offset]) } ?? offset }
    return Span(file: file.id, start: place(range.lowerBound), end: place(range.upperBound))
  }

  private func finding(_ fault: CSVReader.Fault, _ row: Int, _ range: Range<Int>) -> Finding {
    let code: FindingCode =
      switch fault {
      case .openQuote: .ledgerOpenQuote
      case .textAfterQuote: .ledgerTextAfterQuote
      case .bareQuote: .ledgerBareQuote
      }
    return Finding(
      code,
      at: span(range),
      ["ledger": .quote(definition.name), "row": .number(row)]
    )
  }

  // MARK: Columns

  /// For each column of the definition, where it stands in the rows.
  private func places(in header: [CSVReader.Cell], _ findings: inout Findings) -> [Int?] {
    let keys = header.map { MatchingKey($0.text) }
    let known = definition.columns.map { MatchingKey($0.name) }
    for (index, cell) in header.enumerated() {
      let isAgain = keys[..<index].contains(keys[index])
      if known.contains(keys[index]), !isAgain { continue }
      let code: FindingCode = isAgain ? .ledgerDuplicateColumn : .ledgerUnknownColumn
      let names = definition.columns.map(\.name)
      findings.add(
        Finding(
          code,
          at: span(cell.range),
          ["ledger": .quote(definition.name), "column": .quote(cell.text)],
          suggestion: isAgain ? nil : Suggestion.nearest(to: cell.text, among: names)
        )
      )
    }
    return definition.columns.indices.map { index in
      if let place = keys.firstIndex(of: known[index]) { return place }
      let name = definition.columns[index].name
      let unclaimed = header.indices.filter { !known.contains(keys[$0]) }.map { header[$0].text }
      findings.add(
        Finding(
          .ledgerMissingColumn,
          at: header.last.map { span(header[0].range.lowerBound..<$0.range.upperBound) },
          ["ledger": .quote(definition.name), "column": .quote(name)],
          suggestion: Suggestion.nearest(to: name, among: unclaimed)
        )
      )
      return nil
    }
  }

  // MARK: Rows

  private func row(
    _ number: Int,
    _ cells: [CSVReader.Cell],
    header count: Int,
    _ places: [Int?],
    _ findings: inout Findings
  ) -> Ledger.Row {
    if cells.count != count {
      findings.add(
        Finding(
          .ledgerCellCount,
          at: cells.last.map { span(cells[0].range.lowerBound..<$0.range.upperBound) },
          [
            "ledger": .quote(definition.name), "row": .number(number),
            "found": .number(cells.count), "expected": .number(count),
          ]
        )
      )
    }
    let typed = zip(definition.columns, places).map { column, place in
      guard let place, cells.indices.contains(place) else { return Ledger.Cell(value: .null) }
      return cell(cells[place], column, row: number, &findings)
    }
    return Ledger.Row(number: number, cells: typed)
  }

  private func cell(
    _ cell: CSVReader.Cell,
    _ column: StatisticsPlan.LedgerDefinition.Column,
    row: Int,
    _ findings: inout Findings
  ) -> Ledger.Cell {
    let span = span(cell.range)
    switch CellType(column.type).value(of: cell.text) {
    case .found(let value, let decimals):
      return Ledger.Cell(value: value, decimals: decimals, span: span)
    case .wrong:
      findings.add(
        Finding(
          .ledgerBadCell,
          at: span,
          [
            "ledger": .quote(definition.name), "row": .number(row),
            "column": .quote(column.name), "text": .quote(cell.text),
            "type": .words(CellType(column.type).words),
          ]
        )
      )
      return Ledger.Cell(value: .null, span: span)
    }
  }
}

/// How a cell of one type is read.
struct CellType {
  enum Outcome {
    case found(Dataset.Value, decimals: Int)
    case wrong
  }

  private let type: StatisticsPlan.LedgerDefinition.ColumnType

  init(_ type: StatisticsPlan.LedgerDefinition.ColumnType) { self.type = type }

  /// The value of a cell; spaces around it do not count, and an empty cell is null.
  func value(of text: String) -> Outcome {
    let plain = Self.halfWidth(text)
    guard !plain.isEmpty else { return .found(.null, decimals: 0) }
    switch type {
    case .text: return .found(.text(Self.trimmed(text)), decimals: 0)
    case .integer:
      guard let number = DecimalText(plain), number.trimmed.decimals == 0 else { return .wrong }
      return .found(.number(number.double), decimals: 0)
    case .number:
      guard let number = DecimalText(plain) else { return .wrong }
      return .found(.number(number.double), decimals: number.decimals)
    case .percent:
      // 80% and 80 both read as 80.
      let digits = plain.hasSuffix("%") ? Self.trimmed(String(plain.dropLast())) : plain
      guard let number = DecimalText(digits) else { return .wrong }
      return .found(.number(number.double), decimals: number.decimals)
    case .date:
      guard let date = Self.date(plain) else { return .wrong }
      return .found(.text(date.iso), decimals: 0)
    }
  }

  /// What was expected, in words.
  var words: Bilingual {
    switch type {
    case .text: Bilingual("文字", "text")
    case .integer: Bilingual("整数", "a whole number")
    case .number: Bilingual("数", "a number")
    case .percent: Bilingual("百分数", "a percentage")
    case .date: Bilingual("日期（如 2025-10-14）", "a date such as 2025-10-14")
    }
  }

  /// 2025-10-14, 2025/10/14, 2025.10.14 and 2025年10月14日; also a month or a year.
  private static func date(_ text: String) -> PartialDate? {
    let marks: Set<Character> = ["-", "/", ".", "年", "月", "日"]
    let parts = text.split(whereSeparator: marks.contains)
    let numbers = parts.map { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } && part.count <= 4 ? Int(part) : nil
    }
    guard (1...3).contains(numbers.count), !numbers.contains(nil), parts[0].count == 4 else {
      return nil
    }
    let values = numbers.compactMap { $0 }
    return PartialDate(
      year: values[0],
      month: values.count > 1 ? values[1] : nil,
      day: values.count > 2 ? values[2] : nil
    )
  }

  /// The text with full-width digits and marks as ASCII, without spaces around it.
  private static func halfWidth(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isFullWidth = ("！"..."～").contains(scalar)
      view.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return trimmed(String(view))
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
