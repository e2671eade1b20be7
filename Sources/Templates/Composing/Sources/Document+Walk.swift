import DocumentModel
import Typography

/// Walks over all paragraphs of a document, in its order.
extension Block {
  func forEachParagraph(_ body: (Paragraph) -> Void) {
    switch content {
    case .paragraph(let paragraph): body(paragraph)
    case .table(let table):
      if let caption = table.caption { body(caption) }
      for row in table.head + table.body + table.foot {
        for cell in row.cells { for paragraph in cell.content { body(paragraph) } }
      }
      for note in table.notes { body(note) }
    case .row(let row):
      for cell in row.cells { for block in cell.content { block.forEachParagraph(body) } }
    case .box(let box): for block in box.content { block.forEachParagraph(body) }
    case .group(_, let blocks): for block in blocks { block.forEachParagraph(body) }
    case .rule, .space, .pageBreak: break
    }
  }

  func forEachID(_ body: (String) -> Void) {
    if let id { body(id) }
    switch content {
    case .row(let row):
      for cell in row.cells { for block in cell.content { block.forEachID(body) } }
    case .box(let box): for block in box.content { block.forEachID(body) }
    case .group(_, let blocks): for block in blocks { block.forEachID(body) }
    case .paragraph, .table, .rule, .space, .pageBreak: break
    }
  }

  mutating func updateParagraphs(_ change: (inout Paragraph) -> Void) {
    switch content {
    case .paragraph(var paragraph):
      change(&paragraph)
      content = .paragraph(paragraph)
    case .table(var table):
      table.updateParagraphs(change)
      content = .table(table)
    case .row(var row):
      for index in row.cells.indices { row.cells[index].content.updateParagraphs(change) }
      content = .row(row)
    case .box(var box):
      box.content.updateParagraphs(change)
      content = .box(box)
    case .group(let role, var blocks):
      blocks.updateParagraphs(change)
      content = .group(role, blocks)
    case .rule, .space, .pageBreak: break
    }
  }

  /// The blocks with some of them, at any depth, replaced by others.
  func replaced(_ replacement: (Block) -> [Block]?) -> [Block] {
    if let blocks = replacement(self) { return blocks }
    var block = self
    switch content {
    case .row(var row):
      for index in row.cells.indices {
        row.cells[index].content = row.cells[index].content.flatMap { $0.replaced(replacement) }
      }
      block.content = .row(row)
    case .box(var box):
      box.content = box.content.flatMap { $0.replaced(replacement) }
      block.content = .box(box)
    case .group(let role, let blocks):
      let inner = blocks.flatMap { $0.replaced(replacement) }
      // An element of nothing is none.
      if inner.isEmpty { return [] }
      block.content = .group(role, inner)
    case .paragraph, .table, .rule, .space, .pageBreak: break
    }
    return [block]
  }
}

extension [Block] {
  mutating func updateParagraphs(_ change: (inout Paragraph) -> Void) {
    for index in indices { self[index].updateParagraphs(change) }
  }
}

extension Table {
  fileprivate mutating func updateParagraphs(_ change: (inout Paragraph) -> Void) {
    if var caption {
      change(&caption)
      self.caption = caption
    }
    for path in [\Table.head, \Table.body, \Table.foot] {
      for row in self[keyPath: path].indices {
        for cell in self[keyPath: path][row].cells.indices {
          for index in self[keyPath: path][row].cells[cell].content.indices {
            change(&self[keyPath: path][row].cells[cell].content[index])
          }
        }
      }
    }
    for index in notes.indices { change(&notes[index]) }
  }
}

extension Inline {
  /// The names of the places in the document that the inline leads to.
  func forEachLink(_ body: (String) -> Void) {
    switch self {
    case .link(let target, let content):
      if case .destination(let name) = target { body(name) }
      for inline in content { inline.forEachLink(body) }
    case .figure(_, let content), .kept(let content), .name(let content),
      .marked(_, _, let content), .ruby(let content, _):
      for inline in content { inline.forEachLink(body) }
    case .text, .pageReference, .lineBreak, .fill, .leader: break
    }
  }

  /// The inline with links to wishes made links to places; a link without a place is plain text.
  func resolved(mark: String, _ target: (String) -> String?) -> [Inline] {
    func all(_ content: [Inline]) -> [Inline] { content.resolved(mark: mark, target) }
    switch self {
    case .link(.destination(let name), let content) where name.hasPrefix(mark):
      return target(name).map { [.link(.destination($0), all(content))] } ?? all(content)
    case .link(let place, let content): return [.link(place, all(content))]
    case .figure(let id, let content): return [.outward(all(content)) { .figure(id, $0) }]
    case .kept(let content): return [.outward(all(content)) { .kept($0) }]
    case .name(let content): return [.name(all(content))]
    case .marked(let role, let language, let content):
      return [.marked(role, language, all(content))]
    case .ruby(let content, let reading): return [.ruby(all(content), reading)]
    case .text, .pageReference, .lineBreak, .fill, .leader: return [self]
    }
  }

  /// Content that is one link stands in it, and not the link in what holds the content: then links
  /// side by side can be one.
  private static func outward(_ content: [Inline], _ hold: ([Inline]) -> Inline) -> Inline {
    if content.count == 1, case .link(let target, let inner) = content[0] {
      return .link(target, [hold(inner)])
    }
    return hold(content)
  }

  /// How many Unicode scalars the inline takes in its paragraph's text.
  var scalarCount: Int {
    switch self {
    case .text(let text): text.string.unicodeScalars.count
    case .lineBreak, .fill, .leader: 1
    case .pageReference: 0
    case .figure(_, let content), .kept(let content), .name(let content), .link(_, let content),
      .marked(_, _, let content), .ruby(let content, _):
      content.reduce(0) { $0 + $1.scalarCount }
    }
  }
}

extension [Inline] {
  /// The inlines with wishes made links (see `Inline.resolved`), one where several follow each
  /// other that lead to one place.
  func resolved(mark: String, _ target: (String) -> String?) -> [Inline] {
    var result: [Inline] = []
    for inline in flatMap({ $0.resolved(mark: mark, target) }) {
      if case .link(let place, let content) = inline,
        case .link(place, let before)? = result.last
      {
        result[result.count - 1] = .link(place, before + content)
      } else {
        result.append(inline)
      }
    }
    return result
  }
}
