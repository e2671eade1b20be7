import Diagnostics
import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

/// A broken paragraph with its element of the structure: closed when its place is known.
struct ParagraphPlan: BlockPlan {
  let broken: BrokenParagraph
  /// The element of the paragraph; nil for what is repeated on pages and is no content.
  let element: ElementID?
  /// The elements of the text's parts: links, words in another language.
  let parts: [ElementID]
  /// The places that links lead to, each with the line it is in.
  let anchors: [(line: Int, name: String)]

  /// Breaks a paragraph that is content of the document.
  init(
    _ paragraph: Paragraph,
    measure: Length,
    parent: ElementID,
    context: inout LayoutContext
  ) {
    let broken = BrokenParagraph(paragraph, measure: measure, context: &context)
    self.init(broken, parent: parent, context: &context)
  }

  /// Gives a broken paragraph its place in the structure.
  init(_ broken: BrokenParagraph, parent: ElementID, context: inout LayoutContext) {
    self.broken = broken
    let paragraph = broken.paragraph
    let source = broken.shaped.source.parts
    // A run-in heading and the mark of a note share the paragraph's line, but are its neighbours in
    // the structure: `P` holds neither `H` nor `Lbl` (ISO 32000-1, 14.8.4.3).
    let before = source.indices.filter { source[$0].parent == nil && source[$0].role.precedes }
    var ids: [Int: ElementID] = [:]
    for index in before {
      ids[index] = context.structure.add(source[index].role, in: parent)
    }
    let element = context.structure.add(paragraph.role, in: parent, span: paragraph.span)
    self.element = element
    anchors = broken.anchorLines
    parts = source.enumerated().map { index, part in
      if let known = ids[index] { return known }
      let added = context.structure.add(
        part.role,
        in: part.parent.flatMap { ids[$0] } ?? element,
        attributes: StructureAttributes(language: part.language)
      )
      ids[index] = added
      return added
    }
    broken.reportLines(to: &context.findings)
  }

  /// Breaks a paragraph that is repeated on pages: a folio, a running head, a continuation.
  init(repeated paragraph: Paragraph, measure: Length, context: inout LayoutContext) {
    broken = BrokenParagraph(paragraph, measure: measure, context: &context)
    element = nil
    parts = []
    anchors = []
    context.reportRepeated(broken)
  }

  var paragraph: Paragraph { broken.paragraph }
  var lines: [ComposedLine] { broken.lines }
  var height: Length { broken.height }

  /// Whether the last line is one Han, with or without marks.
  var endsInLoneCharacter: Bool {
    guard let line = lines.last else { return false }
    var count = 0
    for unit in line.units.map({ broken.shaped.units[$0] })
    where !unit.kind.isPauseOrBracket && unit.advance > .zero {
      guard unit.kind == .ideograph else { return false }
      count += 1
    }
    return count == 1
  }

  func close(at origin: Point, into frame: inout OpenFrame) {
    for index in lines.indices {
      let top = origin.y + index * paragraph.style.lineStep
      closeLine(index, at: Point(x: origin.x, y: top), into: &frame)
    }
  }
}

extension StructureRole {
  /// Whether words of the role stand before their paragraph in the structure and not inside it.
  fileprivate var precedes: Bool {
    switch self {
    case .heading, .listLabel: true
    default: false
    }
  }
}
