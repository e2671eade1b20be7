import Diagnostics
import DocumentModel
import Geometry
import PageModel
import Typography

/// A block of the flow, measured, with what decides on where pages end.
struct FlowChild {
  enum Content {
    /// Lines that may be parted over pages.
    case paragraph(ParagraphPlan)
    /// Rows that may be parted over pages.
    case table(TablePlan)
    /// Stands on one page.
    case fixed(any BlockPlan)
    case space(Length)
    case pageBreak
  }

  let content: Content
  let spaceBefore: Length
  let spaceAfter: Length
  /// The height the block takes when it is not its own.
  let extent: Length?
  let alignment: VerticalAlignment
  let keepWithNext: Bool
  /// The lines or rows are not parted over pages.
  let keepTogether: Bool
  let id: String?
  let span: Span?
}

/// The blocks of a document, measured: those of the flow, and those at the foot of the last page.
struct Flow {
  private(set) var children: [FlowChild] = []
  private(set) var foot = StackPlan()

  init(_ blocks: [Block], measure: Length, context: inout LayoutContext) {
    let inFlow = blocks.filter { $0.placement != .bottomOfLastPage }
    collect(inFlow, measure: measure, parent: StructureTree.root, context: &context)
    let atFoot = blocks.filter { $0.placement == .bottomOfLastPage }.map { block in
      var block = block
      block.placement = .flow
      return block
    }
    foot = StackPlan(atFoot, measure: measure, parent: StructureTree.root, context: &context)
  }

  /// A group is an element of the structure, and its blocks stand in the flow like others.
  private mutating func collect(
    _ blocks: [Block],
    measure: Length,
    parent: ElementID,
    context: inout LayoutContext
  ) {
    for block in blocks {
      if case .group(let role, let content) = block.content {
        let element = context.structure.add(role, in: parent, span: block.span)
        collect(content, measure: measure, parent: element, context: &context)
      } else {
        children.append(
          FlowChild(
            content: Self.content(of: block, measure: measure, parent: parent, context: &context),
            spaceBefore: block.spaceBefore,
            spaceAfter: block.spaceAfter,
            extent: block.extent,
            alignment: block.verticalAlignment,
            keepWithNext: block.keepWithNext,
            keepTogether: block.keepTogether,
            id: block.id,
            span: block.span
          )
        )
      }
    }
  }

  private static func content(
    of block: Block,
    measure: Length,
    parent: ElementID,
    context: inout LayoutContext
  ) -> FlowChild.Content {
    switch block.content {
    case .space(let height): return .space(height)
    case .pageBreak: return .pageBreak
    case .paragraph(let paragraph):
      let plan = ParagraphPlan(paragraph, measure: measure, parent: parent, context: &context)
      return block.extent == nil || paragraph.style.onGrid ? .paragraph(plan) : .fixed(plan)
    case .table(let table):
      let plan = TablePlan(table, measure: measure, parent: parent, context: &context)
      return block.extent == nil && !block.keepTogether ? .table(plan) : .fixed(plan)
    case .box(let box):
      // In the flow, what is set at an offset is measured from the character frame of the line
      // that the box begins on, as all distances of GB/T 9704 are.
      let inset = context.grid.gap.scaled(by: 1, over: 2)
      return .fixed(
        BoxPlan(box, measure: measure, parent: parent, offsetInset: inset, context: &context)
      )
    case .row(let row):
      return .fixed(CellRowPlan(row, measure: measure, parent: parent, context: &context))
    case .rule(let rule): return .fixed(RulePlan(rule: rule, measure: measure))
    case .group: preconditionFailure("groups are taken apart before")
    }
  }
}
