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
  var spaceBefore: Length
  let spaceAfter: Length
  /// The height the block takes when it is not its own.
  let extent: Length?
  let alignment: VerticalAlignment
  var keepWithNext: Bool
  /// The lines or rows are not parted over pages.
  let keepTogether: Bool
  var id: String?
  let span: Span?
}

/// A place in the flow: before a piece (a line, rows that stay together, all of a block) of a child.
struct FlowPlace: Hashable {
  let child: Int
  let piece: Int

  static let beginning = FlowPlace(child: 0, piece: 0)

  var nextPiece: FlowPlace { FlowPlace(child: child, piece: piece + 1) }
  var nextChild: FlowPlace { FlowPlace(child: child + 1, piece: 0) }
}

extension FlowChild {
  /// How many pieces the block can be parted into; none for what only moves others.
  var pieceCount: Int {
    switch content {
    case .paragraph(let plan): plan.lines.count
    // A table without rows is its head and what closes it.
    case .table(let plan): max(1, plan.breaks.count)
    case .fixed: 1
    case .space, .pageBreak: 0
    }
  }

  /// Whether the block is a heading that is kept with its text.
  var isHeading: Bool {
    guard keepWithNext, case .paragraph(let plan) = content,
      case .heading = plan.paragraph.role
    else { return false }
    return true
  }

  /// The heights of a heading that does not stand on the grid and is to take whole lines of it.
  struct HeadingBlock {
    let height: Length
    let spaceAfter: Length
  }

  var headingBlock: HeadingBlock? {
    guard case .paragraph(let plan) = content, case .heading = plan.paragraph.role,
      !plan.paragraph.style.onGrid
    else { return nil }
    return HeadingBlock(height: plan.height, spaceAfter: spaceAfter)
  }

  /// How far below the first line box the block begins at the top of a page.
  ///
  /// The type area begins at the first character frame, half a gap below the first line box: no
  /// rule and no smaller line stands above it (GB/T 9704-2012 5.1).
  func inset(atTopOf grid: CharacterGrid, isFirst: Bool) -> Length {
    let gap = grid.gap.scaled(by: 1, over: 2)
    switch content {
    case .paragraph(let plan): return max(.zero, gap - plan.paragraph.style.blank)
    case .table(let plan):
      let opening = isFirst ? plan.caption : plan.continuation
      return max(.zero, gap - (opening?.paragraph.style.blank ?? .zero))
    case .fixed(let plan): return extent == nil && plan.isFramed ? gap : .zero
    case .space, .pageBreak: return .zero
    }
  }

  /// How far above the lower edge of the last line box a piece must end at a page's foot, so that
  /// nothing of it stands below the type area; nil for lines of the grid, whose frames are within.
  func drop(atFootOf grid: CharacterGrid, place: FlowPlace) -> Length? {
    let gap = grid.gap.scaled(by: 1, over: 2)
    switch content {
    case .paragraph(let plan):
      let style = plan.paragraph.style
      return style.onGrid ? nil : max(.zero, gap - style.blank)
    case .table(let plan):
      let note = place.piece + 1 == pieceCount ? plan.notes.last : nil
      return max(.zero, gap - (note?.paragraph.style.blank ?? .zero))
    case .fixed(let plan): return extent == nil && plan.isFramed ? gap : .zero
    case .space, .pageBreak: return .zero
    }
  }
}

extension ParagraphStyle {
  /// The white space above and below the character frame in a line box.
  var blank: Length { (lineStep - text.size).scaled(by: 1, over: 2) }
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
        let first = children.count
        collect(content, measure: measure, parent: element, context: &context)
        // What holds for the group holds for the first of its blocks.
        guard children.indices.contains(first) else { continue }
        children[first].id = children[first].id ?? block.id
        children[first].spaceBefore = max(children[first].spaceBefore, block.spaceBefore)
      } else {
        if block.keepWithPrevious { keepLastWithNext() }
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

  /// Keeps the last block with the one that follows; white space between them does not matter.
  private mutating func keepLastWithNext() {
    let last = children.lastIndex { child in
      if case .space = child.content { false } else { true }
    }
    if let last { children[last].keepWithNext = true }
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
      return block.extent == nil ? .table(plan) : .fixed(plan)
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
