import Diagnostics
import DocumentModel
import OrderedCollections

/// What stands where it would have no effect: page breaks and the foot of the last page belong to
/// the flow of pages, distances from the left and the top to a box.
struct PlaceCheck {
  let template: Template
  private(set) var findings = Findings()
  /// The places of components that have been looked through.
  private var seen: Set<Visit> = []
  /// The blocks that have been told; a component is told once, however often it is used.
  private var told: Set<Span> = []

  private enum Place: Hashable {
    /// The flow of pages.
    case flow
    /// A box, a cell, or a block that stands at the foot of the last page.
    case frame
  }

  private struct Visit: Hashable {
    var component: String
    var place: Place
  }

  init(_ template: Template) {
    self.template = template
  }

  mutating func run() { check(template.body, in: .flow) }

  private mutating func check(_ blocks: [TemplateBlock], in place: Place) {
    for block in blocks { check(block, in: place) }
  }

  private mutating func check(_ block: TemplateBlock, in place: Place) {
    var inner = place
    switch (block.placement, place) {
    case (.flow, _): break
    case (.bottomOfLastPage, .flow): inner = .frame
    case (.bottomOfLastPage, .frame):
      tell(
        "at: bottom-of-last-page",
        block,
        Bilingual("移到 box、row 之外", "move it out of the box or the row")
      )
    case (.offset, .flow):
      tell(
        "at: { left, top }",
        block,
        Bilingual("放进一个 box 里", "put it into a box")
      )
    case (.offset, .frame): break
    }
    switch block.content {
    case .pageBreak:
      guard inner == .frame else { return }
      tell("break: page", block, Bilingual("移到 box、row 之外", "move it out of the box or the row"))
    case .notes:
      guard inner == .frame else { return }
      tell("notes: here", block, Bilingual("移到 box、row 之外", "move it out of the box or the row"))
    case .box(let box): check(box.content, in: .frame)
    case .row(let row): for cell in row.cells { check(cell.content, in: .frame) }
    case .each(_, let content): check(content, in: inner)
    case .when(_, let content, let otherwise): check(content + otherwise, in: inner)
    case .use(let name, _): visit(name, in: inner)
    case .text, .heading, .report, .table, .rule, .space, .sources: break
    }
  }

  private mutating func visit(_ name: String, in place: Place) {
    guard seen.insert(Visit(component: name, place: place)).inserted else { return }
    check(template.components[name]?.body ?? [], in: place)
  }

  private mutating func tell(_ words: String, _ block: TemplateBlock, _ wayOut: Bilingual) {
    guard told.insert(block.span).inserted else { return }
    findings.add(
      Finding(
        .layoutMisplaced,
        at: block.span,
        ["words": .quote(words), "way": .words(wayOut)]
      )
    )
  }
}
