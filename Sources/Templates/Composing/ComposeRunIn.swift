import Diagnostics
import DocumentModel
import Reports
import Typography

/// Headings of sections, and those that the text goes on behind in one line (接排标题).
extension Composer {
  /// Whether the text of a section's first paragraph goes on behind its heading.
  func runsIn(_ section: Report.Section) -> Bool {
    guard !section.heading.isEmpty,
      section.runsOn || template.runIn.contains(part(ofLevel: section.level))
    else {
      return false
    }
    switch section.paragraphs.first?.kind {
    case .paragraph, .item: return true
    default: return false
    }
  }

  /// A heading in lines of its own.
  ///
  /// One that would run in, but has no text behind it, is set as text is, in the look of its style.
  mutating func heading(of section: Report.Section) -> Block {
    let part = part(ofLevel: section.level)
    guard template.runIn.contains(part) else { return block(section.heading, as: part) }
    let style = template.parts[.paragraph] ?? "body"
    let piece = Piece(
      text: section.heading.string,
      style: template.parts[part],
      span: section.heading.span
    )
    var paragraph = paragraph([piece], style: style, span: section.heading.span)
    paragraph.role = .heading(level(of: section))
    var block = styles.block(paragraph, style: style)
    block.keepWithNext = true
    return block
  }

  /// Sets the heading of a section before the text of its first paragraph.
  ///
  /// It is an element of its own all the same, and stands in the outline. One that ends without a
  /// mark is parted from the text by a blank of one character, which is the custom of books.
  func runIn(_ section: Report.Section, before block: inout Block) {
    guard case .paragraph(var paragraph) = block.content else { return }
    let part = part(ofLevel: section.level)
    let builder = InlineBuilder(
      styles: styles,
      recognise: composition.recognise,
      base: paragraph.style.text
    )
    let text = section.heading.string
    let piece = Piece(text: text, style: template.parts[part], span: section.heading.span)
    var opening = [
      Inline.marked(.heading(level(of: section)), nil, builder.inlines([piece]))
    ]
    if let last = text.unicodeScalars.last, !Self.endsByItself(last) {
      opening.append(.text(.init("\u{3000}", style: paragraph.style.text)))
    }
    paragraph.inlines = opening + paragraph.inlines
    let count = opening.reduce(0) { $0 + $1.scalarCount }
    for index in paragraph.anchors.indices { paragraph.anchors[index].offset += count }
    block.content = .paragraph(paragraph)
  }

  private static func endsByItself(_ scalar: Unicode.Scalar) -> Bool {
    "。．！？：；，、.!?:;,".unicodeScalars.contains(scalar)
  }

  private func level(of section: Report.Section) -> Int {
    let style = template.parts[part(ofLevel: section.level)]
    return style.flatMap { styles[$0].outline } ?? max(1, min(section.level, 6))
  }
}
