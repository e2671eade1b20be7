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
    extend(font: simple.font, fit: simple.fit, range: range, isRightToLeft: false)
    let made = glyph(
      simple.glyph,
      at: range.lowerBound,
      unitsPerEm: simple.unitsPerEm,
      fit: simple.fit
    )
    last?.glyphs.append(made)
  }

  mutating func add(_ glyphs: [UnitGlyph], of piece: Piece, font: ShapingFont, fit: FontFit) {
    extend(font: font.id, fit: fit, range: piece.range, isRightToLeft: piece.isRightToLeft)
    for unit in glyphs {
      let made = glyph(
        unit,
        at: piece.range.lowerBound,
        unitsPerEm: font.face.unitsPerEm,
        fit: fit
      )
      last?.glyphs.append(made)
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
    extend(font: font, fit: .none, range: range, isRightToLeft: false)
    last?.glyphs.append(standIn)
  }

  /// Lets the last run go on, or begins one; a right-to-left run is a run of its own, because its
  /// glyphs stand in visual order.
  private mutating func extend(
    font: FontID,
    fit: FontFit,
    range: Range<Int>,
    isRightToLeft: Bool
  ) {
    let own = fit.size(size)
    if let last, last.font == font, last.size == own, !last.isRightToLeft, !isRightToLeft {
      self.last?.range = last.range.lowerBound..<range.upperBound
    } else {
      if let last { closed.append(last) }
      last = ShapedRun(
        font: font,
        size: own,
        glyphs: [],
        range: range,
        isRightToLeft: isRightToLeft
      )
    }
  }

  private func glyph(
    _ glyph: UnitGlyph,
    at start: Int,
    unitsPerEm: Int64,
    fit: FontFit
  ) -> Glyph {
    let own = fit.size(size)
    func length(_ units: Int32) -> Length {
      units == 0 ? .zero : own.scaled(by: Int64(units), over: unitsPerEm)
    }
    var closed = Glyph(
      id: glyph.id,
      cluster: UInt32(start) + glyph.cluster,
      xAdvance: length(glyph.xAdvance),
      yAdvance: length(glyph.yAdvance),
      xOffset: length(glyph.xOffset),
      yOffset: length(glyph.yOffset)
    )
    if fit != .none { stand(&closed, of: glyph, inFrameOf: Int32(clamping: unitsPerEm), fit) }
    return closed
  }

  /// Puts a glyph of a fitted font into the frame of the size wanted, and its ink on the line of
  /// the others.
  private func stand(
    _ closed: inout Glyph,
    of glyph: UnitGlyph,
    inFrameOf em: Int32,
    _ fit: FontFit
  ) {
    let blank = Int32(clamping: (size - fit.size(size)).scaled(by: 1, over: 2).units)
    if glyph.xAdvance == em {
      closed.xAdvance = Int32(clamping: size.units)
      closed.xOffset += blank
    }
    if glyph.yAdvance == em {
      closed.yAdvance = Int32(clamping: size.units)
      closed.yOffset += blank
    } else {
      closed.yOffset += Int32(clamping: size.scaled(by: fit.drop, over: 1000).units)
    }
  }
}
