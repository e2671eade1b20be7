/// One sheet of a spreadsheet: what its cells hold, row by row.
///
/// Cells are kept as the bytes they were read from and turned into values when asked, so that a
/// sheet of a million rows takes little more room than its part of the file. Empty cells are left
/// out.
package struct Sheet: Sendable {
  package enum Value: Hashable, Sendable {
    case text(String)
    /// The digits as stored, and how they are shown.
    case number(String, NumberForm)
    /// ISO 8601, as some programs store a date.
    case date(String)
    case flag(Bool)
    /// `#DIV/0!` and its like.
    case fault(String)
    /// A formula that no program has worked out yet.
    case missing
  }

  package struct Cell: Sendable {
    enum Kind: UInt8 {
      case number, percent, shared, text, date, flag, fault, missing
    }

    fileprivate let start: UInt32
    fileprivate let end: UInt32
    /// An index into shared strings or into the sheet's own, or the number of the cell's format.
    fileprivate let index: UInt32
    fileprivate let rowNumber: UInt32
    fileprivate let columnNumber: UInt16
    fileprivate let kind: Kind
    package let isFormula: Bool

    /// From 1, as spreadsheets count.
    package var row: Int { Int(rowNumber) }
    /// From 0: A is 0.
    package var column: Int { Int(columnNumber) }
    /// The bytes of its value in the sheet's part, or of its start tag.
    package var range: Range<Int> { Int(start)..<Int(end) }

    init(
      _ kind: Kind,
      row: Int,
      column: Int,
      range: Range<Int>,
      index: Int = 0,
      isFormula: Bool = false
    ) {
      self.kind = kind
      rowNumber = UInt32(clamping: row)
      columnNumber = UInt16(clamping: column)
      start = UInt32(clamping: range.lowerBound)
      end = UInt32(clamping: range.upperBound)
      self.index = UInt32(clamping: index)
      self.isFormula = isFormula
    }
  }

  package struct Row: Sendable {
    /// From 1.
    package let number: Int
    /// Indices into `cells`, in the order of columns.
    package let cells: Range<Int>
  }

  /// Cells made one, by their first and last rows and columns.
  package struct Merge: Hashable, Sendable {
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>
  }

  /// As large as a sheet can be (the limits of Excel 2007 and later).
  static let mostRows = 1_048_576
  static let mostColumns = 16_384
  /// More cells than these no ledger has.
  static let mostCells = 16_000_000

  /// The part it was read from, in UTF-8.
  package let bytes: [UInt8]
  package private(set) var cells: [Cell] = []
  package private(set) var rows: [Row] = []
  package internal(set) var merges: [Merge] = []
  package internal(set) var hiddenRows: Set<Int> = []
  package internal(set) var hiddenColumns: Set<Int> = []
  /// Texts that stand in the sheet itself.
  private var texts = TextList()
  private let strings: TextList
  private let forms: [NumberForm]

  init(_ bytes: [UInt8], strings: TextList = TextList(), forms: [NumberForm] = []) {
    self.bytes = bytes
    self.strings = strings
    self.forms = forms
  }

  package func value(of cell: Cell) -> Value {
    switch cell.kind {
    case .number: .number(digits(of: cell), form(of: cell))
    case .percent: .number(digits(of: cell), .percent(cell.index == .max ? nil : Int(cell.index)))
    case .shared: .text(strings[Int(cell.index)])
    case .text: .text(texts[Int(cell.index)])
    case .date: .date(digits(of: cell))
    case .flag: .flag(bytes[cell.range].first == UInt8(ascii: "1") || digits(of: cell) == "true")
    case .fault: .fault(cell.index == .max ? digits(of: cell) : texts[Int(cell.index)])
    case .missing: .missing
    }
  }

  private func digits(of cell: Cell) -> String {
    String(decoding: bytes[cell.range], as: UTF8.self)
  }

  private func form(of cell: Cell) -> NumberForm {
    forms.indices.contains(Int(cell.index)) ? forms[Int(cell.index)] : .general
  }

  /// Adds a cell; one beyond the edge of what a sheet can be is left out.
  mutating func append(_ cell: Cell, text: [UInt8]? = nil) throws(ContainerFault) {
    guard (1...Self.mostRows).contains(cell.row), cell.column < Self.mostColumns else { return }
    guard cells.count < Self.mostCells else { throw .tooLarge(limit: Self.mostCells) }
    var added = cell
    if let text {
      added = Cell(
        cell.kind,
        row: cell.row,
        column: cell.column,
        range: cell.range,
        index: texts.count,
        isFormula: cell.isFormula
      )
      texts.append(text)
    }
    cells.append(added)
  }

  /// Puts the rows together once all cells are there.
  mutating func close() {
    let isSorted = cells.indices.dropFirst().allSatisfy { Self.precedes(cells[$0 - 1], cells[$0]) }
    if !isSorted { cells.sort(by: Self.precedes) }
    var start = 0
    while start < cells.count {
      let number = cells[start].row
      var end = start + 1
      while end < cells.count, cells[end].row == number { end += 1 }
      rows.append(Row(number: number, cells: start..<end))
      start = end
    }
  }

  private static func precedes(_ a: Cell, _ b: Cell) -> Bool {
    (a.rowNumber, a.columnNumber, a.start) < (b.rowNumber, b.columnNumber, b.start)
  }

  /// The name of a cell: `C5` for column 2 of row 5.
  package static func name(row: Int, column: Int) -> String { columnName(column) + String(row) }

  /// `A` for 0, `AA` for 26.
  package static func columnName(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The row, from 1, and column, from 0, that a name means; nil for what is none.
  static func place(_ name: some StringProtocol) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in name.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= mostColumns, row <= mostRows else { return nil }
    }
    return row > 0 && column > 0 ? (row, column - 1) : nil
  }
}

/// Many short texts, kept as one run of bytes.
package struct TextList: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  package init() {}

  package var count: Int { ends.count }

  mutating func append(_ text: [UInt8]) {
    bytes += text
    ends.append(UInt32(clamping: bytes.count))
  }

  /// A text; empty for an index that there is none of.
  package subscript(index: Int) -> String {
    guard ends.indices.contains(index) else { return "" }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return String(decoding: bytes[start..<Int(ends[index])], as: UTF8.self)
  }
}
