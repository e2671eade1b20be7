import Diagnostics
import WritingSystems

/// A table as its file has it, before the layout gives its columns types: the common form of CSV,
/// spreadsheets and tables of reports.
protocol RawTable {
  /// How many rows there are; lines without anything are none.
  var count: Int { get }
  func row(_ index: Int) -> RawRow
  /// Where something stands, in words: `第5行`, `Sheet1!C5`.
  func place(row: Int, column: Int?) -> Bilingual
  /// Whether a number that is stored as text is worth a word.
  var hasTypes: Bool { get }
  func isHidden(row: Int) -> Bool
  func isHidden(column: Int) -> Bool
}

extension RawTable {
  var hasTypes: Bool { false }
  func isHidden(row: Int) -> Bool { false }
  func isHidden(column: Int) -> Bool { false }

  func place(row: Int, column: Int?) -> Bilingual {
    Bilingual("第\(row)行", "row \(row)")
  }
}

struct RawRow {
  /// From 1, as the file counts.
  var number: Int
  /// In the order of their columns; what is missing is empty.
  var cells: [RawCell]

  subscript(column: Int) -> RawCell? {
    if cells.indices.contains(column), cells[column].column == column { return cells[column] }
    return cells.first { $0.column == column }
  }

  /// Whether nothing stands in the row itself.
  var isBlank: Bool { cells.allSatisfy { $0.isCopied || $0.isBlank } }

  /// The first and the last of the columns in which something stands.
  var lastFilled: Int? { cells.last { !$0.isBlank }?.column }

  var span: Span? {
    let spans = cells.compactMap(\.span)
    guard let first = spans.first else { return nil }
    return spans.last.map { $0.file == first.file && $0.start >= first.start }
      == true ? first.joined(with: spans[spans.count - 1]) : first
  }
}

struct RawCell {
  enum Content: Equatable {
    case text(String)
    /// A number as shown: a percentage is the number before its sign. `decimals` are those shown.
    case number(DecimalText, decimals: Int, isPercent: Bool)
    case date(PartialDate)
    case flag(Bool)
    /// `#DIV/0!` and its like.
    case fault(String)
    /// A formula without a value.
    case missing
  }

  /// From 0.
  var column: Int
  var content: Content
  var span: Span?
  /// It only stands under a cell merged with it.
  var isCopied = false

  /// What it holds, as text.
  var text: String {
    switch content {
    case .text(let text): text
    case .number(let number, _, let isPercent): number.text(minus: "-") + (isPercent ? "%" : "")
    case .date(let date): date.iso
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    case .fault(let fault): fault
    case .missing: ""
    }
  }

  var isBlank: Bool {
    guard case .text(let text) = content else { return false }
    return text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
  }
}
