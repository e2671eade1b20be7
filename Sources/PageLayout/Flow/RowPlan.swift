import DocumentModel
import Geometry
import PageModel
import Typography

/// Cells side by side.
struct RowPlan: BlockPlan {
  private let row: Row
  private let cells: [StackPlan]
  private let widths: [Length]
  let height: Length

  init(_ row: Row, measure: Length, parent: ElementID, context: inout LayoutContext) {
    self.row = row
    let element = context.structure.add(.division, in: parent)
    let gutters = max(row.cells.count - 1, 0) * row.gutter
    let widths = Self.widths(of: row.cells.map(\.width), in: measure - gutters)
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

  /// Fixed widths first; the rest is shared.
  ///
  /// A cell that asks for its natural width takes a share,
  /// for a row is a frame for its content and not made by it.
  private static func widths(of wishes: [ColumnWidth], in measure: Length) -> [Length] {
    var fixed = Length.zero
    var shares: [Int64] = []
    for wish in wishes {
      switch wish {
      case .fixed(let width):
        fixed += width
        shares.append(0)
      case .share(let ratio): shares.append(ratio.millionths)
      case .natural: shares.append(1_000_000)
      }
    }
    let total = max(shares.reduce(0, +), 1)
    return zip(wishes, shares).map { wish, share in
      if case .fixed(let width) = wish { return width }
      return (measure - fixed).scaled(by: share, over: total)
    }
  }

  func close(at origin: Point, into canvas: inout Canvas) {
    var x = origin.x
    for (index, cell) in cells.enumerated() {
      let top = row.cells[index].verticalAlignment.offset(of: cell.height, in: height)
      cell.close(at: Point(x: x, y: origin.y + top), into: &canvas)
      x += widths[index]
      guard index + 1 < cells.count else { break }
      if let divider = row.divider {
        let middle = x + row.gutter.scaled(by: 1, over: 2)
        canvas.addRule(
          from: Point(x: middle, y: origin.y + row.dividerClearance),
          to: Point(x: middle, y: origin.y + height - row.dividerClearance),
          stroke: divider
        )
      }
      x += row.gutter
    }
  }
}
