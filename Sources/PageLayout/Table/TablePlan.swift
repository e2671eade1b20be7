import DocumentModel
import Geometry
import PageModel
import Typography

/// A table with its columns measured: rows are broken into lines and know their heights.
struct TablePlan: BlockPlan {
  let table: Table
  let measure: Length
  let columns: [ColumnPlan]
  let head: [RowOfCells]
  let body: [RowOfCells]
  let foot: [RowOfCells]
  let caption: ParagraphPlan?
  let continuation: ParagraphPlan?
  let notes: [ParagraphPlan]

  /// The rows behind which a page may end: none where a cell goes on into the next row.
  let breaks: [Int]
  /// The heights of the first n rows of the body.
  private let heights: [Length]

  init(_ table: Table, measure: Length, parent: ElementID, context: inout LayoutContext) {
    self.table = table
    self.measure = measure
    let element = context.structure.add(.table, in: parent, span: table.span)
    caption = table.caption.map {
      ParagraphPlan($0, measure: measure, parent: element, context: &context)
    }
    continuation = table.continuation.map {
      ParagraphPlan(repeated: $0, measure: measure, context: &context)
    }
    let maker = TableRowMaker(table, measure: measure, context: &context)
    columns = maker.columns
    head = maker.headRows(in: element, context: &context)
    body = maker.bodyRows(in: element, context: &context)
    foot = maker.footRows(in: element, context: &context)
    // A note is no part of a table's rows (ISO 32000-1, table 337): it stands behind the table.
    notes = table.notes.map {
      ParagraphPlan($0, measure: measure, parent: parent, context: &context)
    }
    breaks = Self.breaks(of: body)
    heights = body.reduce(into: [.zero]) { $0.append(($0.last ?? .zero) + $1.height) }
  }

  private static func breaks(of rows: [RowOfCells]) -> [Int] {
    var openUntil = 0
    return rows.indices.compactMap { index in
      openUntil = max(openUntil, index + (rows[index].cells.map(\.rows).max() ?? 1))
      return openUntil <= index + 1 ? index + 1 : nil
    }
  }

  /// The rows of the nth piece: those that no page end may part; of a table without rows, none.
  func rows(ofPiece index: Int) -> Range<Int> {
    guard !breaks.isEmpty else { return 0..<0 }
    return (index == 0 ? 0 : breaks[index - 1])..<breaks[index]
  }

  func part(_ rows: Range<Int>) -> TablePart {
    TablePart(rows: rows, isFirst: rows.lowerBound == 0, isLast: rows.upperBound == body.count)
  }

  func rowsHeight(_ rows: Range<Int>) -> Length {
    heights[rows.upperBound] - heights[rows.lowerBound]
  }

  /// The height of the whole table on one page.
  var height: Length {
    captionHeight + rowsHeight(head) + rowsHeight(body.indices) + rowsHeight(foot) + notesHeight
  }

  var captionHeight: Length { caption?.height ?? .zero }
  var notesHeight: Length {
    notes.isEmpty ? .zero : notes.reduce(table.spaceBeforeNotes) { $0 + $1.height }
  }

  func rowsHeight(_ rows: [RowOfCells]) -> Length {
    rows.reduce(.zero) { $0 + $1.height }
  }

  func close(at origin: Point, into frame: inout OpenFrame) {
    closePart(part(body.indices), at: origin, into: &frame)
  }
}

/// One column: where it stands and how its content is aligned.
struct ColumnPlan: Hashable {
  var left: Length
  var width: Length
  var alignment: CellAlignment
  /// The widest part before the decimal point.
  var beforePoint = Length.zero
  /// The widest part from the point on; of a block the widest entry.
  var fromPoint = Length.zero
}

/// A row whose cells are broken into lines.
struct RowOfCells {
  struct Cell {
    var columns: Range<Int>
    /// How many rows the cell stands in.
    var rows: Int
    var paragraphs: [ParagraphPlan]
    var alignment: CellAlignment
    var fill: InkTint?

    var height: Length { paragraphs.reduce(.zero) { $0 + $1.height } }
  }

  var cells: [Cell]
  var height: Length
  var ruleAbove: Stroke?
}

/// The rows of a table that stand on one page.
struct TablePart: Hashable {
  var rows: Range<Int>
  var isFirst: Bool
  var isLast: Bool
}
