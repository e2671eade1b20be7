import DocumentModel
import Geometry
import PageModel

/// Blocks under each other that are not parted over pages: the content of boxes and cells.
struct StackPlan: BlockPlan {
  private struct Child {
    let plan: any BlockPlan
    let origin: Point
    let id: String?
  }

  private var children: [Child] = []
  /// The height of what stands in the flow of the stack.
  private(set) var height = Length.zero

  /// Measures the blocks; `offsetInset` is from the upper edge to where offsets are measured from.
  init(
    _ blocks: [Block],
    measure: Length,
    parent: ElementID,
    offsetInset: Length = .zero,
    context: inout LayoutContext
  ) {
    for (index, block) in blocks.enumerated() {
      guard let plan = planBlock(block, measure: measure, parent: parent, context: &context) else {
        continue
      }
      if case .offset(let left, let top) = block.placement {
        let y = top + offsetInset - frameInset(of: block)
        children.append(Child(plan: plan, origin: Point(x: left, y: y), id: block.id))
      } else {
        if index > 0 { height += block.spaceBefore }
        let extent = block.extent ?? plan.height
        let y = height + block.verticalAlignment.offset(of: plan.height, in: extent)
        children.append(Child(plan: plan, origin: Point(x: .zero, y: y), id: block.id))
        height += extent
        if index + 1 < blocks.count { height += block.spaceAfter }
      }
    }
  }

  func close(at origin: Point, into canvas: inout Canvas) {
    for child in children {
      let place = origin + child.origin
      if let id = child.id { canvas.marks.append(.destination(name: id, at: place)) }
      child.plan.close(at: place, into: &canvas)
    }
  }
}

/// From the upper edge of a block to its first character frame: offsets are measured to frames.
private func frameInset(of block: Block) -> Length {
  guard case .paragraph(let paragraph) = block.content else { return .zero }
  return (paragraph.style.lineStep - paragraph.style.text.size).scaled(by: 1, over: 2)
}

extension VerticalAlignment {
  /// From the upper edge of a room to that of what stands in it.
  func offset(of height: Length, in room: Length) -> Length {
    switch self {
    case .top: .zero
    case .middle: (room - height).scaled(by: 1, over: 2)
    case .bottom: room - height
    }
  }
}

/// Measures a block; nil for a page break, which only the flow of pages knows.
func planBlock(
  _ block: Block,
  measure: Length,
  parent: ElementID,
  context: inout LayoutContext
) -> (any BlockPlan)? {
  switch block.content {
  case .paragraph(let paragraph):
    ParagraphPlan(paragraph, measure: measure, parent: parent, context: &context)
  case .table(let table): TablePlan(table, measure: measure, parent: parent, context: &context)
  case .row(let row): RowPlan(row, measure: measure, parent: parent, context: &context)
  case .box(let box): BoxPlan(box, measure: measure, parent: parent, context: &context)
  case .rule(let rule): RulePlan(rule: rule, measure: measure)
  case .space(let height): SpacePlan(height: height)
  case .pageBreak: nil
  }
}
