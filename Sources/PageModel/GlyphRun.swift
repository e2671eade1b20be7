package import Diagnostics
package import Geometry
package import Typography

/// A glyph with where it stands relative to the one before it.
///
/// Lengths are in `Length` units; 32 bits hold ±16 900 pt, more than a page. 24 bytes a glyph keep
/// a page of 616 characters under 15 KB.
@frozen
package struct Glyph: Hashable, Sendable {
  /// The number of the glyph in its font.
  package var id: UInt32
  /// The UTF-8 offset, in the run's text, of the cluster the glyph belongs to.
  package var cluster: UInt32
  package var xAdvance: Int32
  package var yAdvance: Int32
  package var xOffset: Int32
  package var yOffset: Int32

  @inlinable
  package init(
    id: UInt32,
    cluster: UInt32,
    xAdvance: Length,
    yAdvance: Length = .zero,
    xOffset: Length = .zero,
    yOffset: Length = .zero
  ) {
    self.id = id
    self.cluster = cluster
    self.xAdvance = Int32(clamping: xAdvance.units)
    self.yAdvance = Int32(clamping: yAdvance.units)
    self.xOffset = Int32(clamping: xOffset.units)
    self.yOffset = Int32(clamping: yOffset.units)
  }

  /// How far the pen moves, to the right and down.
  @inlinable
  package var advance: Point {
    Point(x: Length(units: Int64(xAdvance)), y: Length(units: Int64(yAdvance)))
  }

  /// How far the glyph is drawn from the pen, to the right and down.
  @inlinable
  package var offset: Point {
    Point(x: Length(units: Int64(xOffset)), y: Length(units: Int64(yOffset)))
  }
}

/// Shaped text of one font, size and ink; white space for justification is in the advances.
package struct GlyphRun: Hashable, Sendable {
  package var font: FontID
  package var size: Length
  package var ink: InkTint
  package var direction: TextDirection
  package var language: LanguageTag
  package var glyphs: [Glyph]
  /// The text the glyphs stand for; clusters count in its UTF-8.
  package var text: String
  /// Glyphs are in visual order; when they read from right to left, clusters fall.
  package var isRightToLeft: Bool
  /// Where the text was read.
  package var span: Span?
  /// The figure of the report that the text is part of.
  package var figure: FigureID?

  package init(
    font: FontID,
    size: Length,
    ink: InkTint,
    direction: TextDirection = .horizontal,
    language: LanguageTag,
    glyphs: [Glyph],
    text: String,
    isRightToLeft: Bool = false,
    span: Span? = nil,
    figure: FigureID? = nil
  ) {
    self.font = font
    self.size = size
    self.ink = ink
    self.direction = direction
    self.language = language
    self.glyphs = glyphs
    self.text = text
    self.isRightToLeft = isRightToLeft
    self.span = span
    self.figure = figure
  }

  /// From the first pen position to the last.
  package var advance: Point {
    glyphs.reduce(.zero) { $0 + $1.advance }
  }
}
