import Diagnostics

/// Separated values as RFC 4180 defines them, with any separator, each cell with its place.
///
/// CRLF, LF and a lone CR end a row; a byte order mark is stepped over; an empty line is no row.
/// Cells are kept as ranges of the text and decoded when asked.
package struct CSVTable: Sendable {
  package struct Cell: Hashable, Sendable {
    fileprivate let start: UInt32
    fileprivate let end: UInt32
    package let isQuoted: Bool

    /// Byte offsets into the text of the file, quotation marks included.
    package var range: Range<Int> { Int(start)..<Int(end) }

    fileprivate init(_ range: Range<Int>, isQuoted: Bool) {
      start = UInt32(clamping: range.lowerBound)
      end = UInt32(clamping: range.upperBound)
      self.isQuoted = isQuoted
    }
  }

  package enum Fault: Sendable {
    case openQuote
    case textAfterQuote
    case bareQuote
  }

  private struct RowStart {
    var number: UInt32
    var first: UInt32
  }

  private let bytes: [UInt8]
  private var cells: [Cell] = []
  private var starts: [RowStart] = []
  /// What breaks the rules, the first of each kind only so far as anybody reads them.
  package private(set) var faults: [(fault: Fault, row: Int, range: Range<Int>)] = []

  /// More faults than these nobody reads.
  private static let mostFaults = 100

  /// Reads valid UTF-8.
  package static func read(_ bytes: [UInt8], separator: CSVSeparator = .comma) -> CSVTable {
    var table = CSVTable(bytes)
    var scanner = CSVScanner(bytes, separator: separator.bytes)
    table.cells.reserveCapacity(bytes.count / 12)
    scanner.scan(into: &table, mostRows: .max)
    return table
  }

  /// Reads no more than the first rows.
  static func sample(_ bytes: [UInt8], separator: CSVSeparator, rows: Int) -> CSVTable {
    var table = CSVTable(bytes)
    var scanner = CSVScanner(bytes, separator: separator.bytes)
    scanner.scan(into: &table, mostRows: rows)
    return table
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var count: Int { starts.count }

  /// The number of a row, from 1, empty lines counted.
  package func number(_ row: Int) -> Int { Int(starts[row].number) }

  package func cells(_ row: Int) -> ArraySlice<Cell> {
    let end = row + 1 < starts.count ? Int(starts[row + 1].first) : cells.count
    return cells[Int(starts[row].first)..<end]
  }

  /// The text of a cell, doubled quotation marks made one.
  package func text(_ cell: Cell) -> String {
    guard cell.isQuoted else { return String(decoding: bytes[cell.range], as: UTF8.self) }
    let quote = UInt8(ascii: "\"")
    var inner = bytes[cell.range].dropFirst()
    if inner.last == quote { inner = inner.dropLast() }
    guard inner.contains(quote) else { return String(decoding: inner, as: UTF8.self) }
    var text: [UInt8] = []
    var isSecond = false
    for byte in inner {
      if byte == quote, !isSecond {
        isSecond = true
      } else {
        isSecond = false
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  fileprivate mutating func beginRow(_ number: Int) {
    starts.append(RowStart(number: UInt32(clamping: number), first: UInt32(cells.count)))
  }

  fileprivate mutating func append(_ range: Range<Int>, isQuoted: Bool) {
    cells.append(Cell(range, isQuoted: isQuoted))
  }

  /// Takes the row back when it is an empty line.
  fileprivate mutating func closeRow() {
    guard let last = starts.last, cells.count == Int(last.first) + 1,
      let cell = cells.last, cell.range.isEmpty, !cell.isQuoted
    else { return }
    cells.removeLast()
    starts.removeLast()
  }

  fileprivate mutating func note(_ fault: Fault, _ row: Int, _ range: Range<Int>) {
    if faults.count < Self.mostFaults { faults.append((fault, row, range)) }
  }
}

/// What stands between the cells of a row.
package enum CSVSeparator: String, Sendable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tabulator = "\t"
  case bar = "|"
  case wideComma = "，"

  var bytes: [UInt8] { Array(rawValue.utf8) }

  /// The separator that a first line `sep=;` names, as Excel writes it.
  init?(line: some StringProtocol) {
    guard line.lowercased().hasPrefix("sep="), line.count == 5, let last = line.last else {
      return nil
    }
    self.init(rawValue: String(last))
  }

  var words: Bilingual {
    switch self {
    case .comma: Bilingual("逗号", "a comma")
    case .semicolon: Bilingual("分号", "a semicolon")
    case .tabulator: Bilingual("制表符", "a tabulator")
    case .bar: Bilingual("竖线", "a bar")
    case .wideComma: Bilingual("全角逗号", "a full-width comma")
    }
  }
}

/// One pass over the bytes.
private struct CSVScanner {
  private let bytes: [UInt8]
  private let separator: [UInt8]
  private let first: UInt8
  private var position: Int
  private var row = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  init(_ bytes: [UInt8], separator: [UInt8]) {
    self.bytes = bytes
    self.separator = separator
    first = separator[0]
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func scan(into table: inout CSVTable, mostRows: Int) {
    while position < bytes.count, table.count < mostRows {
      table.beginRow(row)
      readCell(into: &table)
      while position < bytes.count, isSeparator(at: position) {
        position += separator.count
        readCell(into: &table)
      }
      table.closeRow()
      stepOverLineEnd()
      row += 1
    }
  }

  private func isSeparator(at place: Int) -> Bool {
    guard bytes[place] == first else { return false }
    return separator.count == 1 || bytes[place...].starts(with: separator)
  }

  private func endsCell(_ place: Int) -> Bool {
    let byte = bytes[place]
    return byte == Self.lineFeed || byte == Self.carriageReturn || isSeparator(at: place)
  }

  private mutating func stepOverLineEnd() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == Self.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == Self.lineFeed
    position += isPair ? 2 : 1
  }

  private mutating func readCell(into table: inout CSVTable) {
    let start = position
    guard position < bytes.count, bytes[position] == Self.quote else {
      return readPlain(from: start, into: &table)
    }
    position += 1
    while position < bytes.count {
      if bytes[position] != Self.quote {
        position += 1
      } else if position + 1 < bytes.count, bytes[position + 1] == Self.quote {
        position += 2
      } else {
        position += 1
        return close(from: start, into: &table)
      }
    }
    table.note(.openQuote, row, start..<(start + 1))
    table.append(start..<position, isQuoted: true)
  }

  /// The cell after its closing quote; what stands before the next separator is a fault.
  private mutating func close(from start: Int, into table: inout CSVTable) {
    let end = position
    while position < bytes.count, !endsCell(position) { position += 1 }
    if position > end { table.note(.textAfterQuote, row, end..<position) }
    table.append(start..<end, isQuoted: true)
  }

  private mutating func readPlain(from start: Int, into table: inout CSVTable) {
    var hasQuote = false
    while position < bytes.count, !endsCell(position) {
      hasQuote = hasQuote || bytes[position] == Self.quote
      position += 1
    }
    if hasQuote { table.note(.bareQuote, row, start..<position) }
    table.append(start..<position, isQuoted: false)
  }
}
