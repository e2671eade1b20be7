import Diagnostics
import DocumentModel
import Typography

/// Whether each link inside the document leads to one block of it.
///
/// The reader has seen that the layout has the block; here it may have been left out by `when:`, or
/// been repeated by `each:`.
struct LinkCheck {
  private(set) var findings = Findings()
  private var ids: Set<String> = []
  private var links: [(id: String, span: Span?)] = []

  mutating func check(_ document: Document) {
    visit(document.body)
    let masters = document.page.masters
    for master in [masters.first, masters.odd, masters.even] {
      for element in [master?.header, master?.footer] {
        if let element { visit(element.content) }
      }
    }
    for link in links where !ids.contains(link.id) {
      findings.add(Finding(.layoutLinkToNothing, at: link.span, ["id": .quote(link.id)]))
    }
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      if let id = block.id, !ids.insert(id).inserted {
        findings.add(Finding(.layoutRepeatedID, at: block.span, ["id": .quote(id)]))
      }
      switch block.content {
      case .paragraph(let paragraph): visit(paragraph)
      case .table(let table): visit(table)
      case .row(let row): for cell in row.cells { visit(cell.content) }
      case .box(let box): visit(box.content)
      case .group(_, let content): visit(content)
      case .rule, .space, .pageBreak: break
      }
    }
  }

  private mutating func visit(_ table: Table) {
    for row in table.head + table.body + table.foot {
      for cell in row.cells { for paragraph in cell.content { visit(paragraph) } }
    }
    if let caption = table.caption { visit(caption) }
    for note in table.notes { visit(note) }
  }

  private mutating func visit(_ paragraph: Paragraph) {
    ids.formUnion(paragraph.anchors.map(\.name))
    visit(paragraph.inlines, at: paragraph.span)
  }

  private mutating func visit(_ inlines: [Inline], at span: Span?) {
    for inline in inlines {
      switch inline {
      case .link(let target, let content):
        if case .destination(let id) = target { links.append((id, span)) }
        visit(content, at: span)
      case .figure(_, let content), .kept(let content), .name(let content),
        .marked(_, _, let content), .ruby(let content, _):
        visit(content, at: span)
      case .text, .pageReference, .lineBreak, .fill, .leader: break
      }
    }
  }
}
