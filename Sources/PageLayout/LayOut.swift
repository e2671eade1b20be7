package import Diagnostics
package import DocumentModel
package import Fonts
import Geometry
package import PageModel
import Typography
package import WritingSystems

/// Turns a document into finished pages.
///
/// Blocks are measured into plans, plans are distributed over pages, and pages are closed into
/// frames. Page references in the text are settled by rounds; five are enough for any document
/// whose references do not chase each other.
///
/// - Parameters:
///   - document: what to set; all its lengths are absolute.
///   - shaper: the worker's own shaper; its fonts are those of the result.
///   - hyphenators: the machine's hyphenation dictionaries, shared by all workers.
///   - findings: takes lines too long, blocks too high, and what the fonts lack.
/// - Returns: the pages, with the outline and the structure tree.
package func layOut(
  _ document: Document,
  shaper: Shaper,
  hyphenators: Hyphenators = Hyphenators(),
  findings: inout Findings
) -> PagedDocument {
  var references = PageReferences(current: 0, total: 0, blocks: [:])
  let mostRounds = 5
  for round in 1...mostRounds {
    var context = LayoutContext(
      shaper: shaper,
      hyphenators: hyphenators,
      grid: document.page.grid,
      pages: references
    )
    let flow = Flow(document.body, measure: document.page.typeArea.width, context: &context)
    let filler = fillPages(of: flow, setup: document.page)
    let settled = PageReferences(settledBy: filler, flow: flow)
    let isSettled = settled == references || !document.body.contains(where: \.hasPageReference)
    guard isSettled || round == mostRounds else {
      references = settled
      continue
    }
    if !isSettled {
      context.findings.add(Finding(.referencesUnsettled, ["rounds": .number(mostRounds)]))
    }
    context.pages = settled
    let paged = close(document, flow: flow, filler: filler, context: &context)
    findings.add(contentsOf: context.findings)
    findings.add(contentsOf: context.fontIncidents.findings)
    return paged
  }
  preconditionFailure("the last round always closes its pages")
}

private func fillPages(of flow: Flow, setup: PageSetup) -> PageFiller {
  let last = LastPage(
    grid: setup.grid,
    height: flow.foot.height,
    mostFitLines: setup.lastPageFit
  )
  return last.fill(flow.children)
}

private func close(
  _ document: Document,
  flow: Flow,
  filler: PageFiller,
  context: inout LayoutContext
) -> PagedDocument {
  filler.report(flow, to: &context.findings)
  let maker = PageMaker(setup: document.page, flow: flow, filler: filler)
  let closed = maker.close(context: &context)
  var paged = PagedDocument(
    info: document.info,
    palette: document.palette,
    fonts: context.shaper.library.fonts,
    pages: closed.pages,
    structure: context.structure
  )
  for (page, marks) in zip(closed.pages, closed.marks) {
    for mark in marks { paged.add(mark, on: page.number) }
  }
  return paged
}

extension PagedDocument {
  fileprivate mutating func add(_ mark: OpenFrame.Mark, on page: PageNumber) {
    switch mark {
    case .outline(let title, let level, let point):
      outline.append(OutlineEntry(title: title, level: level, page: page, point: point))
    case .destination(let name, let point):
      destinations.append(Destination(name: name, page: page, point: point))
    }
  }
}

extension PageReferences {
  /// What references read as once pages are filled.
  fileprivate init(settledBy filler: PageFiller, flow: Flow) {
    self.init(current: 0, total: filler.pages.count, blocks: [:])
    for (index, page) in filler.pages.enumerated() {
      for placed in page.placed {
        let child = flow.children[placed.child]
        if let id = child.id, blocks[id] == nil { blocks[id] = index + 1 }
        guard case .paragraph(let plan) = child.content, case .lines(let range, _) = placed.what
        else { continue }
        for anchor in plan.anchors where range.contains(anchor.line) {
          blocks[anchor.name] = blocks[anchor.name] ?? index + 1
        }
      }
    }
  }
}

extension Block {
  /// Whether text in the flow refers to a page: then one round is not enough.
  fileprivate var hasPageReference: Bool {
    switch content {
    case .paragraph(let paragraph): paragraph.inlines.contains(where: \.hasPageReference)
    case .box(let box): box.content.contains(where: \.hasPageReference)
    case .row(let row): row.cells.contains { $0.content.contains(where: \.hasPageReference) }
    case .group(_, let blocks): blocks.contains(where: \.hasPageReference)
    case .table(let table):
      (table.head + table.body + table.foot).contains { row in
        row.cells.contains {
          $0.content.contains { $0.inlines.contains(where: \.hasPageReference) }
        }
      }
    case .rule, .space, .pageBreak: false
    }
  }
}

extension Inline {
  fileprivate var hasPageReference: Bool {
    switch self {
    case .pageReference: true
    case .figure(_, let content), .kept(let content), .name(let content),
      .link(_, let content), .marked(_, _, let content),
      .ruby(let content, _):
      content.contains(where: \.hasPageReference)
    case .text, .lineBreak, .fill, .leader: false
    }
  }
}
