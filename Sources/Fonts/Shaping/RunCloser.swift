import Geometry
import PageModel
import Typography

/// Gathers the glyphs of pieces into runs of one font, and font units into lengths.
struct RunCloser {
  let size: Length
  let direction: TextDirection
  private var closed: [ShapedRun] = []
  private var last: ShapedRun?

  /// The runs, in the order of their text.
  var runs: [ShapedRun] { last.map { closed + [$0] } ?? closed }

  init(request: ShapingRequest) {
    size = request.size
    direction = request.direction
  }

  mutating func add(_ simple: SimpleGlyph, at range: Range<Int>) {
    append(
      glyph(simple.glyph, at: range.lowerBound, unitsPerEm: simple.unitsPerEm),
      font: simple.font,
      range: range
    )
  }

  mutating func add(_ glyphs: [UnitGlyph], of piece: Piece, font: ShapingFont) {
    extend(font: font.id, range: piece.range, isRightToLeft: piece.isRightToLeft)
    for unit in glyphs {
      let glyph = glyph(unit, at: piece.range.lowerBound, unitsPerEm: font.face.unitsPerEm)
      last?.glyphs.append(glyph)
    }
  }

  /// A character that no font has: 〓 (or glyph 0), one em on, so that layout can go on and a proof
  /// shows the place.
  mutating func addMissing(at range: Range<Int>, font: FontID, glyph: UInt32) {
    let isUpright = direction == .upright
    let standIn = Glyph(
      id: glyph,
      cluster: UInt32(range.lowerBound),
      xAdvance: isUpright ? .zero : size,
      yAdvance: isUpright ? size : .zero,
      xOffset: isUpright ? -size.scaled(by: 1, over: 2) : .zero,
      yOffset: isUpright ? CharacterFrame.ascent(of: size) : .zero
    )
    append(standIn, font: font, range: range)
  }

  private mutating func append(_ glyph: Glyph, font: FontID, range: Range<Int>) {
    extend(font: font, range: range, isRightToLeft: false)
    last?.glyphs.append(glyph)
  }

  /// Lets the last run go on, or begins one; a right-to-left run is a run of its own, because its
  /// glyphs stand in visual order.
  private mutating func extend(font: FontID, range: Range<Int>, isRightToLeft: Bool) {
    if let last, last.font == font, !last.isRightToLeft, !isRightToLeft {
      self.last?.range = last.range.lowerBound..<range.upperBound
    } else {
      if let last { closed.append(last) }
      last = ShapedRun(font: font, glyphs: [], range: range, isRightToLeft: isRightToLeft)
    }
  }

  private func glyph(_ glyph: UnitGlyph, at start: Int, unitsPerEm: Int64) -> Glyph {
    func length(_ units: Int32) -> Length {
      units == 0 ? .zero : size.scaled(by: Int64(units), over: unitsPerEm)
    }
    return Glyph(
      id: glyph.id,
      cluster: UInt32(start) + glyph.cluster,
      xAdvance: length(glyph.xAdvance),
      yAdvance: length(glyph.yAdvance),
      xOffset: length(glyph.xOffset),
      yOffset: length(glyph.yOffset)
    )
  }
}
