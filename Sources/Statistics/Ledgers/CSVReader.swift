import Diagnostics

/// Comma-separated values as RFC 4180 defines them, each cell with its place.
///
/// CRLF, LF and a lone CR end a row; a byte order mark is stepped over; an empty line is no row.
package struct CSVReader {
  package struct Cell {
    package var text: String
    /// Byte offsets into the text of the file, quotation marks included.
    package var range: Range<Int>
    package var isQuoted: Bool
  }

  package enum Fault {
    case openQuote
    case textAfterQuote
    case bareQuote
  }

  package struct Table {
    /// The rows with their numbers, from 1, empty lines counted.
    package var rows: [(number: Int, cells: [Cell])] = []
    package var faults: [(fault: Fault, row: Int, range: Range<Int>)] = []
  }

  private let bytes: [UInt8]
  private var position: Int
  private var row = 1
  private var table = Table()

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// Reads valid UTF-8.
  package static func read(_ bytes: [UInt8]) -> Table {
    var reader = CSVReader(bytes)
    reader.readRows()
    return reader.table
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private mutating func readRows() {
    while position < bytes.count {
      var cells = [readCell()]
      while position < bytes.count, bytes[position] == Self.comma {
        position += 1
        cells.append(readCell())
      }
      let isEmptyLine = cells.count == 1 && cells[0].text.isEmpty && !cells[0].isQuoted
      if !isEmptyLine { table.rows.append((row, cells)) }
      stepOverLineEnd()
      row += 1
    }
  }

  private mutating func stepOverLineEnd() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == Self.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == Self.lineFeed
    position += isPair ? 2 : 1
  }

  private mutating func readCell() -> Cell {
    let start = position
    guard position < bytes.count, bytes[position] == Self.quote else {
      return readPlain(from: start)
    }
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      if bytes[position] != Self.quote {
        text.append(bytes[position])
        position += 1
      } else if position + 1 < bytes.count, bytes[position + 1] == Self.quote {
        text.append(Self.quote)
        position += 2
      } else {
        position += 1
        return close(text, from: start)
      }
    }
    table.faults.append((.openQuote, row, start..<(start + 1)))
    return Cell(
      text: String(decoding: text, as: UTF8.self),
      range: start..<position,
      isQuoted: true
    )
  }

  /// The cell after its closing quote; what stands before the next comma is a fault.
  private mutating func close(_ text: [UInt8], from start: Int) -> Cell {
    let end = position
    while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
    if position > end { table.faults.append((.textAfterQuote, row, end..<position)) }
    return Cell(text: String(decoding: text, as: UTF8.self), range: start..<end, isQuoted: true)
  }

  private mutating func readPlain(from start: Int) -> Cell {
    var hasQuote = false
    while position < bytes.count, !endsCell(bytes[position]) {
      hasQuote = hasQuote || bytes[position] == Self.quote
      position += 1
    }
    if hasQuote { table.faults.append((.bareQuote, row, start..<position)) }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return Cell(text: text, range: start..<position, isQuoted: false)
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn
  }
}
