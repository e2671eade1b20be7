import DocumentModel
import Geometry
import PageModel
import Typography

/// Closes filled pages into frames: the flow, what stands at the foot, running heads and folios.
struct PageMaker {
  let setup: PageSetup
  let flow: Flow
  let filler: PageFiller
  private var grid: CharacterGrid { setup.grid }

  init(setup: PageSetup, flow: Flow, filler: PageFiller) {
    self.setup = setup
    self.flow = flow
    self.filler = filler
  }

  /// Closes all pages, and says where outline entries and destinations came to stand.
  func close(context: inout LayoutContext) -> (pages: [Page], marks: [[OpenFrame.Mark]]) {
    var pages: [Page] = []
    var marks: [[OpenFrame.Mark]] = []
    for index in filler.pages.indices {
      let number = index + 1
      context.pages.current = number
      var frame = OpenFrame()
      closeFlow(index, into: &frame)
      if number == filler.pages.count { closeFoot(number, into: &frame) }
      closeRunning(number, context: &context, into: &frame)
      pages.append(page(number, frame.items))
      marks.append(frame.marks)
    }
    return (pages, marks)
  }

  private func page(_ number: Int, _ items: [FrameItem]) -> Page {
    Page(
      // A copy takes no more room than its items need; a thousand pages stand in memory at once.
      frame: Frame(size: setup.size, items: items.withUnsafeBufferPointer(Array.init)),
      trim: setup.size,
      bleed: setup.bleed,
      number: PageNumber(number),
      label: prints(number) ? String(number) : nil
    )
  }

  private func prints(_ number: Int) -> Bool {
    let master = setup.masters.master(ofPage: number)
    return [master.header, master.footer].contains { element in
      element?.content.inlines.contains(where: \.isPageNumber) ?? false
    }
  }

  /// Where a height in line boxes is on the page.
  private func point(_ height: Length, onPage number: Int) -> Point {
    let area = setup.typeArea(ofPage: number)
    return Point(x: area.minX, y: area.minY + height - grid.gap.scaled(by: 1, over: 2))
  }

  private func closeFlow(_ index: Int, into frame: inout OpenFrame) {
    for placed in filler.pages[index].placed {
      let child = flow.children[placed.child]
      if let id = child.id, placed.isFirst {
        frame.marks.append(.destination(name: id, at: point(placed.top, onPage: index + 1)))
      }
      close(placed, of: child, onPage: index + 1, into: &frame)
    }
  }

  private func close(
    _ placed: PageFiller.Placed,
    of child: FlowChild,
    onPage number: Int,
    into frame: inout OpenFrame
  ) {
    switch (placed.what, child.content) {
    case (.lines(let range, let tops), .paragraph(let plan)):
      for (line, top) in zip(range, tops) {
        plan.closeLine(line, at: point(top, onPage: number), into: &frame)
      }
    case (.rows(let part, let top), .table(let plan)):
      plan.closePart(part, at: point(top, onPage: number), into: &frame)
    case (.whole(let top), .fixed(let plan)):
      let extent = child.extent ?? plan.height
      let shift = child.alignment.offset(of: plan.height, in: extent)
      plan.close(at: point(top + shift, onPage: number), into: &frame)
    default:
      preconditionFailure("a block is placed as what it was measured as")
    }
  }

  /// The lower edge of what stands at the foot is that of the type area (GB/T 9704-2012 7.4).
  private func closeFoot(_ number: Int, into frame: inout OpenFrame) {
    let area = setup.typeArea(ofPage: number)
    let top = area.maxY - flow.foot.height
    flow.foot.close(at: Point(x: area.minX, y: top), into: &frame)
  }

  private func closeRunning(
    _ number: Int,
    context: inout LayoutContext,
    into frame: inout OpenFrame
  ) {
    let master = setup.masters.master(ofPage: number)
    let area = setup.typeArea(ofPage: number)
    frame.isRepeated = true
    if let header = master.header {
      let running = RunningPlan(header, measure: area.size.width, context: &context)
      let y = area.minY - header.distance - running.inkBottom
      running.close(at: Point(x: area.minX, y: y), into: &frame)
    }
    if let footer = master.footer {
      let running = RunningPlan(footer, measure: area.size.width, context: &context)
      let y = area.maxY + footer.distance - running.inkTop
      running.close(at: Point(x: area.minX, y: y), into: &frame)
    }
    frame.isRepeated = false
  }
}

extension PageFiller.Placed {
  /// Whether this is the first piece of its block.
  var isFirst: Bool {
    switch what {
    case .lines(let range, _): range.lowerBound == 0
    case .rows(let part, _): part.isFirst
    case .whole: true
    }
  }

  /// The top of the first line box.
  var top: Length {
    switch what {
    case .lines(_, let tops): tops.first ?? .zero
    case .rows(_, let top), .whole(let top): top
    }
  }
}

extension Inline {
  fileprivate var isPageNumber: Bool {
    switch self {
    case .pageReference(let reference, _): reference.target == .current
    case .figure(_, let content), .kept(let content), .name(let content),
      .link(_, let content), .marked(_, _, let content),
      .ruby(let content, _):
      content.contains(where: \.isPageNumber)
    case .text, .lineBreak, .fill, .leader: false
    }
  }
}

/// A running head or foot, measured to its ink.
struct RunningPlan {
  private let plan: ParagraphPlan
  /// From the upper edge of the line box to the upper edge of the first glyph's ink.
  let inkTop: Length
  /// From the upper edge of the line box to the lower edge of the last line's frame.
  let inkBottom: Length

  init(_ element: RunningElement, measure: Length, context: inout LayoutContext) {
    var paragraph = element.content
    // The inset lies at the side that the content is aligned to.
    switch paragraph.style.alignment {
    case .right: paragraph.style.indentRight += element.inset
    default: paragraph.style.indentLeft += element.inset
    }
    plan = ParagraphPlan(repeated: paragraph, measure: measure, context: &context)
    let style = paragraph.style
    let frameTop = (style.lineStep - style.text.size).scaled(by: 1, over: 2)
    let baseline = frameTop + CharacterFrame.ascent(of: style.text.size)
    inkTop = plan.broken.firstInkTop(shaper: context.shaper).map { baseline + $0 } ?? frameTop
    inkBottom = plan.height - style.lineStep + baseline
  }

  func close(at origin: Point, into frame: inout OpenFrame) {
    plan.close(at: origin, into: &frame)
  }
}
