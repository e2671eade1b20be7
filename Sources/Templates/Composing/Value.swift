import Diagnostics
import DocumentModel
import Statistics
import Typography
import WritingSystems

/// What a name in a placeholder stands for.
enum Value: Hashable, Sendable {
  /// There is no such figure, parameter or cell this time.
  case null
  case text(String)
  case number(DecimalText)
  /// A number of the report, with the figure it was read from.
  case figure(DecimalText, FigureID)
  /// A number that a query derived, with the result it stands in.
  case result(DecimalText, ResultPlace)
  case date(PartialDate)
  case flag(Bool)
  case list([String])
  case table(Dataset.Result)
  /// Text of the layout with its marks, handed to a component.
  case rich([Piece])
  case page(PageNumberKind)
  /// `fill`: white space that takes what is left of the line.
  case fill

  enum PageNumberKind: Hashable, Sendable {
    case number
    case count
  }

  /// Whether a `when:` takes the value for being there.
  var isPresent: Bool {
    switch self {
    case .null, .flag(false): false
    case .text(let text): !text.isEmpty
    case .list(let items): !items.isEmpty
    case .table(let result): !result.rows.isEmpty
    case .rich(let pieces): pieces.contains { !$0.text.isEmpty }
    case .number, .figure, .result, .date, .flag, .page, .fill: true
    }
  }

  /// The kind in words, for messages.
  var kindName: Bilingual {
    switch self {
    case .null: Bilingual("空的", "empty")
    case .text, .rich: Bilingual("文字", "text")
    case .number, .figure, .result: Bilingual("数", "a number")
    case .date: Bilingual("日期", "a date")
    case .flag: Bilingual("是否", "a flag")
    case .list: Bilingual("列表", "a list")
    case .table: Bilingual("表", "a table")
    case .page: Bilingual("页码", "a page number")
    case .fill: Bilingual("空白", "white space")
    }
  }

  init(_ value: Dataset.Value) {
    switch value {
    case .null: self = .null
    case .text(let text): self = .text(text)
    case .number(let number): self = DecimalText(number).map(Value.number) ?? .null
    }
  }

  /// A value of a result: its numbers know where they stand in it.
  init(_ value: Dataset.Value, at place: ResultPlace) {
    self.init(value)
    if case .number(let number) = self { self = .result(number, place) }
  }
}

/// Where a number stands among the results of a layout's queries.
struct ResultPlace: Hashable, Sendable {
  /// The name of the result.
  var name: String
  /// The row of a table, from 0; nil for what speaks of all rows, and for a single value.
  var row: Int?
  var column: String?
}

/// A stretch of text on its way into a paragraph.
struct Piece: Hashable, Sendable {
  var text: String
  var marks = LayoutString.Marks()
  /// The text style laid over that of the paragraph.
  var style: String?
  var figure: FigureID?
  /// The derived number that the piece prints.
  var result: ResultPlace?
  /// Where the piece leads if that place is in the bulletin (see `SourceLinks`).
  var wish: String?
  /// The page number of a place stands here.
  var pageOf: String?
  var page: Value.PageNumberKind?
  /// White space that takes what is left of the line.
  var fill: Fill?
  /// The piece does not part from the one before it.
  var isKept = false
  /// Which run of the layout's text the piece is of: neighbours in one style, but of two runs, are
  /// two phrases.
  var run = 0
  /// The text of a note whose mark stands here.
  var note: [Piece]?
  /// The mark of a note that has its number.
  var reference: NoteReference?
  var span: Span?
  /// Where each character was read.
  var origin: TextOrigin?

  /// The text where there is no line: white space is a space.
  var words: String { fill == nil ? text : " " }

  /// White space, with what leads over it.
  struct Fill: Hashable, Sendable {
    var leader: Leader.Pattern?
  }

  /// The mark of a note, and the block that it leads to.
  struct NoteReference: Hashable, Sendable {
    var mark: String
    var id: String
  }
}
