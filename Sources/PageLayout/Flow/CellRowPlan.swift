import DocumentModel
import Geometry
import PageModel
import Typography

/// Cells side by side.
struct CellRowPlan: BlockPlan {
  private let row: Row
  private let cells: [StackPlan]
  private let widths: [Length]
  let height: Length

  init(_ row: Row, measure: Length, parent: ElementID, context: inout LayoutContext) {
    self.row = row
    let element = context.structure.add(.division, in: parent)
    let gutters = max(row.cells.count - 1, 0) * row.gutter
    // A row is a frame for its content and not made by it: a cell that asks for its natural width
    // takes an equal share.
    let wishes = row.cells.map { $0.width == .natural ? ColumnWidth.share(.one) : $0.width }
    let widths = ColumnWidth.distribute(
      wishes,
      naturals: wishes.map { _ in .zero },
      measure: measure - gutters
    )
    self.widths = widths
    var plans: [StackPlan] = []
    for (cell, width) in zip(row.cells, widths) {
      plans.append(
        StackPlan(cell.content, measure: width, parent: element, context: &context)
      )
    }
    cells = plans
    height = row.height ?? plans.map(\.height).max() ?? .zero
  }

  func close(at origin: Point, into frame: inout OpenFrame) {
    var x = origin.x
    for (index, cell) in cells.enumerated() {
      let top = row.cells[index].verticalAlignment.offset(of: cell.height, in: height)
      cell.close(at: Point(x: x, y: origin.y + top), into: &frame)
      x += widths[index]
      guard index + 1 < cells.count else { break }
      if let divider = row.divider {
        let middle = x + row.gutter.scaled(by: 1, over: 2)
        frame.addRule(
          from: Point(x: middle, y: origin.y + row.dividerClearance),
          to: Point(x: middle, y: origin.y + height - row.dividerClearance),
          stroke: divider
        )
      }
      x += row.gutter
    }
  }
}
