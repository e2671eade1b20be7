import Diagnostics
import DocumentModel
import Geometry
import Typography

/// A block of a layout's body, names and measures read, placeholders not yet filled.
struct TemplateBlock: Sendable {
  indirect enum Content: Sendable {
    case text(TemplateText, style: String)
    case heading(LayoutString, level: Int, style: String)
    case report(ReportSelection)
    case table(TemplateTable)
    case row(TemplateRow)
    case box(TemplateBox)
    case rule(Stroke, width: Length?)
    case space(Length)
    case pageBreak
    /// The notes so far, in a style.
    case notes(style: String)
    /// Where the numbers of the bulletin come from.
    case sources(SourcesSelection)
    case each(NamePath, [TemplateBlock])
    case when([NamePath], [TemplateBlock], otherwise: [TemplateBlock])
    case use(component: String, arguments: [(name: String, text: TemplateText)])
  }

  enum Keep: String, Sendable {
    case together
    case withNext = "with-next"
  }

  var content: Content
  var placement: Block.Placement
  var spaceBefore: Length?
  var spaceAfter: Length?
  var extent: Length?
  var verticalAlignment: VerticalAlignment
  var keep: Keep?
  var id: String?
  var span: Span
}

/// A string of a layout, or runs of it with styles of their own.
struct TemplateText: Sendable {
  struct Run: Sendable {
    var text: LayoutString
    var style: String?
    /// The run stands only when all these have a value.
    var conditions: [NamePath] = []
    /// The run does not part from the one before it.
    var isKept = false
    /// What stands for a value that is not there.
    var missing: String?
  }

  var runs: [Run]
  /// What stands for a value that is not there, in runs that do not say.
  var missing: String?
  var span: Span

  /// The one placeholder that is all of the text, or nil: it hands its value over as it is.
  var onlyPlaceholder: Placeholder? {
    runs.count == 1 && runs[0].style == nil && runs[0].conditions.isEmpty
      ? runs[0].text.onlyPlaceholder : nil
  }
}

struct TemplateRow: Sendable {
  struct Cell: Sendable {
    var width: ColumnWidth
    var content: [TemplateBlock]
    var verticalAlignment: VerticalAlignment
    var conditions: [NamePath]
  }

  var cells: [Cell]
  var gutter: Length
  var divider: Stroke?
  var clearance: Length
  var height: Length?
}

struct TemplateBox: Sendable {
  var content: [TemplateBlock]
  var padding: Sides
  var borders: Borders
  var fill: InkTint?
  var height: Length?
  var verticalAlignment: VerticalAlignment
}

struct TemplateTable: Sendable {
  struct Column: Sendable {
    var title: LayoutString?
    var unit: LayoutString?
    var isShown = true
    /// Its cells name their rows.
    var isHeader = false
    var filters: [Placeholder.Filter] = []
    var alignment: CellAlignment?
    var width: ColumnWidth = .natural
    var missing: String?
    var total: Total?
    var highlight: Highlight?
    var span: Span?
  }

  enum Total: Sendable {
    case sum
    case none
    case text(LayoutString)
  }

  struct Highlight: Sendable {
    var below: String
    var weight: FontWeight
  }

  var rows: NamePath
  var style: String
  var caption: LayoutString?
  var repeatsHead: Bool
  var hasTotal: Bool
  var totalLabel: LayoutString?
  var notes: [LayoutString]
  /// By the name of the result's column, in the order of the layout.
  var columns: [(name: String, column: Column)]
  var span: Span

  func column(named name: String) -> Column {
    columns.first { $0.name == name }?.column ?? Column()
  }
}

/// How tables look; names are those of text styles.
struct TableStyle: Sendable {
  var cell: String
  var head: String
  var total: String
  var totalLabel: String
  var caption: String
  var continuation: String
  var note: String
  var row: Length
  var headRow: Length
  var padding: Length
  /// The table style for more rows than so many.
  var dense: (after: Int, style: String)?
  var ruleTop: Stroke?
  var ruleHead: Stroke?
  var ruleTotal: Stroke?
  var ruleBottom: Stroke?
}
