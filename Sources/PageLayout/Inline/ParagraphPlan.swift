import Diagnostics
import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

/// A paragraph broken into lines: cheap to hold, closed into frame items when its place is known.
struct ParagraphPlan: BlockPlan {
  let paragraph: Paragraph
  let shaped: ShapedParagraph
  let lines: [ComposedLine]
  /// The width the paragraph was given.
  let measure: Length
  let element: ElementID
  /// The level and words of the outline entry that the paragraph makes, if any.
  let outline: (level: Int, title: String)?

  init(
    _ paragraph: Paragraph,
    measure: Length,
    parent: ElementID,
    context: inout LayoutContext
  ) {
    self.paragraph = paragraph
    self.measure = measure
    let style = paragraph.style
    let source = InlineText(paragraph.inlines, base: style.text, pages: context.pages)
    let grid = context.grid
    let isGridText = { (text: TextStyle) in
      (style.onGrid && text.size == grid.characterSize ? grid.characterPitch : text.size)
        + text.tracking
    }
    shaped = ShapedParagraph(
      source,
      language: style.text.language,
      cell: isGridText,
      context: &context
    )
    lines = Self.composeLines(shaped, style: style, measure: measure)
    element = context.structure.add(paragraph.role, in: parent, span: paragraph.span)
    outline = Self.outline(of: paragraph, text: source.text)
    Self.reportLines(lines, of: paragraph, context: &context)
  }

  var height: Length { lines.count * paragraph.style.lineStep }

  /// The width that the widest line needs.
  var naturalWidth: Length { lines.map(\.width).max() ?? .zero }

  private static func composeLines(
    _ shaped: ShapedParagraph,
    style: ParagraphStyle,
    measure: Length
  ) -> [ComposedLine] {
    let room = measure - style.indentLeft - style.indentRight
    let widths = LineMeasure(first: room - style.indentFirst, others: room)
    let justifies = style.alignment == .justify && shaped.fills.isEmpty
    let composition = CompositionStyle(
      prohibition: style.prohibition,
      punctuation: style.punctuation,
      justifies: justifies
    )
    var elements = shaped.elements
    if style.balance != .none {
      elements = LineBalance(style.balance).balance(elements, text: shaped, measure: room)
    }
    return LineComposer(style: composition).compose(elements, measure: widths)
  }

  private static func outline(
    of paragraph: Paragraph,
    text: String
  ) -> (level: Int, title: String)? {
    guard case .heading(let level) = paragraph.role else { return nil }
    return (level, text.replacing("\u{2028}", with: " "))
  }

  private static func reportLines(
    _ lines: [ComposedLine],
    of paragraph: Paragraph,
    context: inout LayoutContext
  ) {
    for line in lines where line.overflow > .zero {
      let millimetres = Int((line.overflow.millimetres * 100).rounded())
      context.findings.add(
        Finding(.lineOverfull, at: paragraph.span, ["hundredths": .number(millimetres)])
      )
    }
  }

  func close(at origin: Point, into canvas: inout Canvas) {
    for index in lines.indices {
      let top = origin.y + index * paragraph.style.lineStep
      closeLine(index, at: Point(x: origin.x, y: top), into: &canvas)
    }
  }
}
