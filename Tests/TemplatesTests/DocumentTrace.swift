import DocumentModel
import Geometry
import Typography

/// A document in a few lines of text, so that a test can show it beside the layout it came from.
///
/// One line a block: `P` paragraph, `H1` heading, `box`, `row`, `table`, `rule`, `space`, `page`;
/// then what differs from the usual; then the text. In the text `{0:88}` is a figure with its
/// number, `<88个>` kept words, `⏎` a line break, `#` the page number, `##` the count of pages.
enum DocumentTrace {
  static func trace(_ document: Document) -> String {
    blocks(document.body, indent: 0).joined(separator: "\n")
  }

  static func blocks(_ blocks: [Block], indent: Int) -> [String] {
    blocks.flatMap { block($0, indent: indent) }
  }

  private static func block(_ block: Block, indent: Int) -> [String] {
    let space = String(repeating: "  ", count: indent)
    let (head, below) = content(block.content, indent: indent)
    return [space + head + place(block)] + below
  }

  private static func place(_ block: Block) -> String {
    var words: [String] = []
    switch block.placement {
    case .flow: break
    case .bottomOfLastPage: words.append("foot")
    case .offset(let left, let top): words.append("at \(millimetres(left)),\(millimetres(top))")
    }
    if block.spaceBefore != .zero { words.append("before \(millimetres(block.spaceBefore))") }
    if block.spaceAfter != .zero { words.append("after \(millimetres(block.spaceAfter))") }
    if let extent = block.extent {
      words.append("extent \(millimetres(extent)) \(block.verticalAlignment)")
    }
    if block.keepWithNext { words.append("keep") }
    return words.isEmpty ? "" : " (" + words.joined(separator: ", ") + ")"
  }

  private static func content(_ content: Block.Content, indent: Int) -> (String, [String]) {
    switch content {
    case .paragraph(let paragraph): return (text(of: paragraph), [])
    case .rule(let rule):
      return ("rule \(millimetres(rule.stroke.weight)) \(ink(rule.stroke.ink))", [])
    case .space(let height): return ("space \(millimetres(height))", [])
    case .pageBreak: return ("page", [])
    case .box(let box):
      let height = box.height.map { " \(millimetres($0))" } ?? ""
      return ("box\(height)", blocks(box.content, indent: indent + 1))
    case .row(let row):
      let space = String(repeating: "  ", count: indent + 1)
      let cells = row.cells.flatMap { cell in
        ["\(space)cell \(width(cell.width))"] + blocks(cell.content, indent: indent + 2)
      }
      return ("row", cells)
    case .table(let table): return ("table", rows(of: table, indent: indent + 1))
    case .group(let role, let content):
      return ("group \(role)", blocks(content, indent: indent + 1))
    }
  }

  private static func rows(of table: Table, indent: Int) -> [String] {
    let space = String(repeating: "  ", count: indent)
    func line(_ name: String, _ row: Table.TableRow) -> String {
      let cells = row.cells.map { cell in
        cell.content.map { inlines($0.inlines, base: $0.style.text) }.joined(separator: "/")
          + (cell.columns > 1 ? "×\(cell.columns)" : "")
      }
      return "\(space)\(name): " + cells.joined(separator: " | ")
    }
    let caption = table.caption.map { ["\(space)caption: " + text(of: $0)] } ?? []
    let continuation = table.continuation.map { ["\(space)again: " + text(of: $0)] } ?? []
    let columns = table.columns.map { "\($0.alignment) \(width($0.width))" }
    return caption + continuation + ["\(space)columns: " + columns.joined(separator: " | ")]
      + table.head.map { line("head", $0) } + table.body.map { line("body", $0) }
      + table.foot.map { line("foot", $0) }
      + table.notes.map { "\(space)note: " + text(of: $0) }
  }

  static func text(of paragraph: Paragraph) -> String {
    let role = if case .heading(let level) = paragraph.role { "H\(level)" } else { "P" }
    let style = paragraph.style.text
    return "\(role) \(look(style)) \(paragraph.style.alignment): "
      + inlines(paragraph.inlines, base: style)
  }

  private static func look(_ style: TextStyle) -> String {
    let weight = style.weight == .regular ? "" : " \(style.weight)"
    let colour = style.ink == .black ? "" : " \(ink(style.ink))"
    let language = style.language.isChinese ? "" : " \(style.language.tag)"
    let position = style.position == .baseline ? "" : " \(style.position)"
    return "\(style.font.name) \(style.size)\(weight)\(colour)\(language)\(position)"
      + style.decorations.map(decoration).joined()
  }

  /// ` underline 1`: a decoration with the number of its phrase.
  private static func decoration(_ decoration: TextDecoration) -> String {
    let colour = decoration.ink.map { " \(ink($0))" } ?? ""
    let weight = decoration.weight.map { " \(millimetres($0))" } ?? ""
    return " \(decoration.kind.rawValue)\(colour)\(weight) \(decoration.number)"
  }

  static func inlines(_ inlines: [Inline], base: TextStyle) -> String {
    inlines.map { inline($0, base: base) }.joined()
  }

  private static func inline(_ inline: Inline, base: TextStyle) -> String {
    switch inline {
    case .text(let text):
      text.style == base ? text.string : "[\(look(text.style))|\(text.string)]"
    case .figure(let id, let content): "{\(id.index):\(inlines(content, base: base))}"
    case .kept(let content): "<\(inlines(content, base: base))>"
    case .name(let content): "<name \(inlines(content, base: base))>"
    case .link(.address(let address), let content):
      "\(inlines(content, base: base))→\(address)"
    case .link(.destination(let name), let content): "\(inlines(content, base: base))→#\(name)"
    case .marked(let role, _, let content): "(\(role) \(inlines(content, base: base)))"
    case .pageReference(let reference, _): reference.target == .total ? "##" : "#"
    case .lineBreak: "⏎"
    case .fill: "…"
    case .leader(let leader): "…\(leader.pattern)…"
    case .ruby(let content, let reading):
      "(\(inlines(content, base: base)) \(reading.text) \(reading.position))"
    }
  }

  private static func ink(_ tint: InkTint) -> String {
    tint.tint == .one ? "ink\(tint.ink.index)" : "ink\(tint.ink.index)·\(tint.tint.value)"
  }

  private static func width(_ width: ColumnWidth) -> String {
    switch width {
    case .natural: "natural"
    case .fixed(let length): millimetres(length)
    case .share(let ratio): "\(ratio.value)fr"
    }
  }

  private static func millimetres(_ length: Length) -> String {
    let hundredths = Int((length.millimetres * 100).rounded())
    return hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
  }
}
