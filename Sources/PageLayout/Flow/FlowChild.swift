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
  let id: String?
}

/// The blocks of a document, measured: those of the flow, and those at the foot of the last page.
struct Flow {
  private(set) var children: [FlowChild] = []
  private(set) var atFoot: [StackPlan] = []

  init(_ blocks: [Block], measure: Length, context: inout LayoutContext) {
    for block in blocks {
      if block.placement == .bottomOfLastPage {
        var inFlow = block
        inFlow.placement = .flow
        atFoot.append(
          StackPlan([inFlow], measure: measure, parent: StructureTree.root, context: &context)
        )
      } else {
        children.append(Self.child(block, measure: measure, context: &context))
      }
    }
  }

  private static func child(
    _ block: Block,
    measure: Length,
    context: inout LayoutContext
  ) -> FlowChild {
    FlowChild(
      content: content(of: block, measure: measure, context: &context),
      spaceBefore: block.spaceBefore,
      spaceAfter: block.spaceAfter,
      extent: block.extent,
      alignment: block.verticalAlignment,
      keepWithNext: block.keepWithNext,
      id: block.id
    )
  }

  private static func content(
    of block: Block,
    measure: Length,
    context: inout LayoutContext
  ) -> FlowChild.Content {
    let root = StructureTree.root
    let isWhole = block.keepTogether || block.extent != nil
    switch block.content {
    case .space(let height): return .space(height)
    case .pageBreak: return .pageBreak
    case .paragraph(let paragraph):
      let plan = ParagraphPlan(paragraph, measure: measure, parent: root, context: &context)
      return isWhole && !paragraph.style.onGrid ? .fixed(plan) : .paragraph(plan)
    case .table(let table):
      let plan = TablePlan(table, measure: measure, parent: root, context: &context)
      return isWhole ? .fixed(plan) : .table(plan)
    case .box(let box):
      // In the flow, what is set at an offset is measured from the character frame of the line
      // that the box begins on, as all distances of GB/T 9704 are.
      let inset = context.grid.gap.scaled(by: 1, over: 2)
      return .fixed(
        BoxPlan(box, measure: measure, parent: root, offsetInset: inset, context: &context)
      )
    case .row(let row):
      return .fixed(RowPlan(row, measure: measure, parent: root, context: &context))
    case .rule(let rule):
      return .fixed(RulePlan(rule: rule, measure: measure))
    }
  }
}
