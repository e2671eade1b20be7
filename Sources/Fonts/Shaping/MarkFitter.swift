import CHarfBuzz

/// Makes —— and …… what they must be, whatever the font draws: two ems wide, in the middle of the
/// line's height, without a gap at the join (GB/T 15834-2011, 5.1.4 and 5.1.5); and gives quotation
/// marks and · their frames (5.1.3, 5.1.7: half an em).
///
/// Glyphs are only moved and repeated, in font units; `middle` is the middle of the Han beside them.
struct MarkFitter {
  let font: ShapingFont
  /// Font units from the baseline up; nil leaves heights as they are.
  let middle: Int32?

  private var em: Int32 { Int32(clamping: font.face.unitsPerEm) }

  /// What is off by less is left as it was drawn.
  private var tolerance: Int32 { em / 66 }

  /// Fits a run of one mark, repeated; a cluster is one of the marks.
  func fit(_ glyphs: [UnitGlyph], of mark: Unicode.Scalar, count: Int) -> [UnitGlyph] {
    switch mark {
    case "—", "―": fitDashes(glyphs, count: count, bytes: UTF8.width(mark))
    case "⸺": fitDashes(glyphs, count: 2, bytes: 0)
    case "…", "⋯": fitDots(glyphs, count: count)
    case "“", "‘": glyphs.map { standing($0, at: .right) }
    case "”", "’": glyphs.map { standing($0, at: .left) }
    case "·": glyphs.map { standing($0, at: .middle, of: em / 2) }
    default: glyphs
    }
  }

  // MARK: Dashes

  private func fitDashes(_ glyphs: [UnitGlyph], count: Int, bytes: Int) -> [UnitGlyph] {
    guard let first = glyphs.first, let ink = font.ink(of: first.id), ink.width > 0 else {
      return glyphs
    }
    let drop = drop(of: ink)
    // One glyph for all of them: a ligature, which is joined by its maker.
    if glyphs.count == 1, count > 1 || bytes == 0 {
      return [inFrame(first, ink, em * Int32(clamping: count), drop: drop)]
    }
    let left = ink.x_bearing
    let reaches = left <= 0 && left + ink.width >= em
    guard count > 1, !reaches || first.xAdvance != em else {
      return glyphs.map { inFrame($0, ink, em, drop: drop) }
    }
    return rule(of: first, ink, length: em * Int32(clamping: count), marks: count, bytes, drop)
  }

  /// As many pieces as it takes to draw one line of them, each over the end of the one before.
  private func rule(
    of piece: UnitGlyph,
    _ ink: hb_glyph_extents_t,
    length: Int32,
    marks: Int,
    _ bytes: Int,
    _ drop: Int32
  ) -> [UnitGlyph] {
    let width = ink.width
    // The ends keep the blank the font gives them, within reason.
    let blank = min(max(ink.x_bearing, 0), em / 20)
    let room = length - 2 * blank - width
    let overlap = max(1, min(em / 25, width / 4))
    let step = max(1, width - overlap)
    let pieces = Int(max(Int32(clamping: marks - 1), (room + step - 1) / step)) + 1
    var glyphs: [UnitGlyph] = []
    var pen: Int32 = 0
    for index in 0..<pieces {
      let start = blank + Int32(Int64(room) * Int64(index) / Int64(max(1, pieces - 1)))
      var glyph = piece
      glyph.cluster = UInt32(index * marks / pieces * bytes)
      // The last piece of each mark moves the pen on.
      if let last = glyphs.last, last.cluster != glyph.cluster {
        glyphs[glyphs.count - 1].xAdvance = em
        pen += em
      }
      glyph.xOffset = start - ink.x_bearing - pen
      glyph.xAdvance = 0
      glyph.yOffset += drop
      glyphs.append(glyph)
    }
    glyphs[glyphs.count - 1].xAdvance = length - pen
    return glyphs
  }

  // MARK: Dots

  /// Dots of all the marks at one distance from each other, and all of them in the middle.
  private func fitDots(_ glyphs: [UnitGlyph], count: Int) -> [UnitGlyph] {
    guard let first = glyphs.first, let ink = font.ink(of: first.id), ink.width > 0 else {
      return glyphs
    }
    let drop = drop(of: ink)
    guard glyphs.count == count else { return glyphs.map { moved($0, down: drop) } }
    let marks = Int32(clamping: count)
    let dot = -ink.height
    // From a dot to the next, three to a mark.
    let pitch = (ink.width - dot) / 2
    let isLine = pitch > 0 && ink.width > 2 * dot
    let step = isLine ? pitch * 3 : em
    let whole = step * (marks - 1) + ink.width
    guard isLine, whole <= em * marks else {
      return glyphs.map { inFrame($0, ink, em, drop: drop) }
    }
    let blank = (em * marks - whole) / 2
    return glyphs.enumerated().map { index, glyph in
      var glyph = moved(glyph, down: drop)
      let frame = Int32(clamping: index) * em
      glyph.xOffset = blank + Int32(clamping: index) * step - ink.x_bearing - frame
      glyph.xAdvance = em
      return glyph
    }
  }

  // MARK: Frames

  private enum Place { case left, middle, right }

  /// A mark that is narrower than its frame stands at the side of what it belongs to.
  private func standing(_ glyph: UnitGlyph, at place: Place, of width: Int32? = nil) -> UnitGlyph {
    let width = width ?? em
    guard 0 < glyph.xAdvance, glyph.xAdvance < width else { return glyph }
    var glyph = glyph
    let free = width - glyph.xAdvance
    switch place {
    case .left: break
    case .middle: glyph.xOffset += free / 2
    case .right: glyph.xOffset += free
    }
    glyph.xAdvance = width
    return glyph
  }

  private func inFrame(
    _ glyph: UnitGlyph,
    _ ink: hb_glyph_extents_t,
    _ width: Int32,
    drop: Int32
  ) -> UnitGlyph {
    var glyph = moved(glyph, down: drop)
    if abs(glyph.xAdvance - width) > 0 {
      glyph.xOffset = (width - ink.width) / 2 - ink.x_bearing
      glyph.xAdvance = width
    }
    return glyph
  }

  private func moved(_ glyph: UnitGlyph, down drop: Int32) -> UnitGlyph {
    var glyph = glyph
    glyph.yOffset += drop
    return glyph
  }

  /// How far down the ink must go to stand in the middle of the Han.
  private func drop(of ink: hb_glyph_extents_t) -> Int32 {
    guard let middle else { return 0 }
    let off = ink.y_bearing + ink.height / 2 - middle
    return abs(off) > tolerance ? off : 0
  }
}
