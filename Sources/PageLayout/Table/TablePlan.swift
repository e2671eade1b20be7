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

  init(_ table: Table, measure: Length, parent: ElementID, context: inout LayoutContext) {
    self.table = table
    self.measure = measure
    let element = context.structure.add(.table, in: parent, span: table.span)
    caption = table.caption.map {
      ParagraphPlan($0, measure: measure, parent: element, context: &context)
    }
    // The continuation repeats what the caption says: it is an artifact and needs no element.
    continuation = table.continuation.map {
      ParagraphPlan.repeated($0, measure: measure, context: &context)
    }
    var maker = TableRowMaker(table, measure: measure)
    columns = maker.measureColumns(context: &context)
    head = maker.rows(table.head, part: .tableHead, in: element, context: &context)
    body = maker.rows(table.body, part: .tableBody, in: element, context: &context)
    foot = maker.rows(table.foot, part: .tableFoot, in: element, context: &context)
    notes = table.notes.map {
      ParagraphPlan($0, measure: measure, parent: element, context: &context)
    }
  }

  /// The height of the whole table on one page.
  var height: Length {
    captionHeight + rowsHeight(head) + rowsHeight(body) + rowsHeight(foot) + notesHeight
  }

  var captionHeight: Length { caption?.height ?? .zero }
  var notesHeight: Length { notes.reduce(.zero) { $0 + $1.height } }

  func rowsHeight(_ rows: some Sequence<RowOfCells>) -> Length {
    rows.reduce(.zero) { $0 + $1.height }
  }

  func close(at origin: Point, into canvas: inout Canvas) {
    closePart(
      TablePart(rows: body.indices, isFirst: true, isLast: true),
      at: origin,
      into: &canvas
    )
  }
}

/// One column: where it stands and how its content is aligned.
struct ColumnPlan: Hashable {
  var left: Length
  var width: Length
  var alignment: CellAlignment
  /// The widest part before the decimal point, and the widest from the point on.
  var beforePoint = Length.zero
  var fromPoint = Length.zero
}

/// A row whose cells are broken into lines.
struct RowOfCells {
  struct Cell {
    var columns: Range<Int>
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
