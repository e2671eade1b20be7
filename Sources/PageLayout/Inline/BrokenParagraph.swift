import Diagnostics
import DocumentModel
import Fonts
import Geometry
import LineBreaking
import PageModel
import Typography

/// A paragraph shaped and broken into lines, in no place yet and in no structure: to measure with.
struct BrokenParagraph {
  let paragraph: Paragraph
  let shaped: ShapedParagraph
  let lines: [ComposedLine]
  /// The width the paragraph was given.
  let measure: Length

  init(_ paragraph: Paragraph, measure: Length, context: inout LayoutContext) {
    self.paragraph = paragraph
    self.measure = measure
    let style = paragraph.style
    let shaper = context.shaper
    let source = InlineText(paragraph.inlines, base: style.text, pages: context.pages) {
      shaper.mustMake($0, in: $1)
    }
    let grid = context.grid
    let tracking = { (text: TextStyle) in
      let isGridText = style.onGrid && text.size == grid.characterSize
      return text.tracking + (isGridText ? grid.characterPitch - text.size : .zero)
    }
    shaped = ShapedParagraph(
      source,
      language: style.text.language,
      tracking: tracking,
      context: &context
    )
    lines = Self.composeLines(shaped, style: style, measure: measure)
  }

  var height: Length { lines.count * paragraph.style.lineStep }

  /// The width that the widest line needs.
  var naturalWidth: Length { lines.map(\.width).max() ?? .zero }

  private static func composeLines(
    _ shaped: ShapedParagraph,
    style: ParagraphStyle,
    measure: Length
  ) -> [ComposedLine] {
    // Indents may leave nothing; then every unit is a line, and the paragraph is reported.
    let room = max(.zero, measure - style.indentLeft - style.indentRight)
    let widths = LineMeasure(first: max(.zero, room - style.indentFirst), others: room)
    let justifies = style.alignment == .justify && shaped.fills.isEmpty
    let composition = CompositionStyle(
      prohibition: style.prohibition,
      punctuation: style.punctuation,
      autospace: style.autospace,
      region: style.text.language.chineseRegion,
      justifies: justifies
    )
    var units = shaped.units
    if style.balance != .none {
      let balance = LineBalance(style.balance, em: style.text.size)
      units = balance.balance(units, text: shaped, measure: room)
    }
    return LineComposer(style: composition).compose(units, measure: widths)
  }

  /// Says what lines of the paragraph could not keep.
  func reportLines(to findings: inout Findings) {
    reportDecorations(to: &findings)
    reportReadings(to: &findings)
    reportStrains(to: &findings)
  }

  /// The upper edge of the first glyph's ink, from the baseline downwards (so it is negative).
  func firstInkTop(shaper: Shaper) -> Length? {
    guard let line = lines.first,
      let piece = line.units.lazy.map({ shaped.pieces[$0] }).first(where: { !$0.glyphs.isEmpty })
    else { return nil }
    let run = shaped.runs[piece.run]
    let glyph = run.glyphs[piece.glyphs.lowerBound]
    return shaper.inkBounds(of: glyph.id, in: run.font, size: run.size)?.minY
  }
}

extension Length {
  /// The length in hundredths of a millimetre (丝), for messages.
  var hundredths: Int { Int((millimetres * 100).rounded()) }
}
