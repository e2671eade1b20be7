import Diagnostics
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

  /// Makes a stack of nothing.
  init() {}

  /// Measures the blocks; `offsetInset` is from the upper edge to where offsets are measured from.
  init(
    _ blocks: [Block],
    measure: Length,
    parent: ElementID,
    offsetInset: Length = .zero,
    context: inout LayoutContext
  ) {
    // The space that the block before wants behind it; nil before the first.
    var pending: Length?
    for block in blocks {
      guard let plan = planBlock(block, measure: measure, parent: parent, context: &context) else {
        continue
      }
      if case .offset(let left, let top) = block.placement {
        let y = top + offsetInset - frameInset(of: block)
        children.append(Child(plan: plan, origin: Point(x: left, y: y), id: block.id))
        continue
      }
      if let pending { height += max(pending, block.spaceBefore) }
      let extent = block.extent ?? plan.height
      let y = height + block.verticalAlignment.offset(of: plan.height, in: extent)
      children.append(Child(plan: plan, origin: Point(x: .zero, y: y), id: block.id))
      height += extent
      pending = block.spaceAfter
    }
  }

  func close(at origin: Point, into frame: inout OpenFrame) {
    for child in children {
      let place = origin + child.origin
      if let id = child.id { frame.marks.append(.destination(name: id, at: place)) }
      child.plan.close(at: place, into: &frame)
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

/// Measures a block that is not parted; nil for a page break, which is reported: only the flow of
/// pages can end a page.
func planBlock(
  _ block: Block,
  measure: Length,
  parent: ElementID,
  context: inout LayoutContext
) -> (any BlockPlan)? {
  switch block.content {
  case .paragraph(let paragraph):
    return ParagraphPlan(paragraph, measure: measure, parent: parent, context: &context)
  case .table(let table):
    return TablePlan(table, measure: measure, parent: parent, context: &context)
  case .row(let row):
    return CellRowPlan(row, measure: measure, parent: parent, context: &context)
  case .box(let box): return BoxPlan(box, measure: measure, parent: parent, context: &context)
  case .group(let role, let blocks):
    let element = context.structure.add(role, in: parent, span: block.span)
    return StackPlan(blocks, measure: measure, parent: element, context: &context)
  case .rule(let rule): return RulePlan(rule: rule, measure: measure)
  case .space(let height): return SpacePlan(height: height)
  case .pageBreak:
    context.findings.add(Finding(.breakInsideBlock, at: block.span))
    return nil
  }
}
