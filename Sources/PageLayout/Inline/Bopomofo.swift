import DocumentModel
import Fonts
import Geometry
import PageModel
import Typography

/// Bopomofo at the right of its character: symbols from top to bottom, the tone beside the last.
///
/// The proportions are those of clreq (Positioning of Bopomofo Symbols, with its figures), in parts
/// of the em of the base: the whole takes half an em whatever it holds; symbols are 3/10 and stand
/// 1/30 off the base; tones stand at their right, half of the mark's space above the top of the last
/// symbol; the neutral tone stands above the first, 1/15 high.
struct Bopomofo {
  let reading: Reading
  let em: Length
  private let symbols: [Unicode.Scalar]
  private let tones: [Unicode.Scalar]
  private let isNeutral: Bool

  /// How wide the reading is: half of its base.
  static func width(em: Length) -> Length { em.scaled(by: 1, over: 2) }

  /// ˉ ˊ ˇ ˋ and the tones of dialects; the checked ones ㆴ ㆵ ㆶ ㆷ stand lower.
  private static let toneMarks = Set("ˉˊˇˋ˪˫ㆴㆵㆶㆷ".unicodeScalars)
  private static let checkedTones = Set("ㆴㆵㆶㆷ".unicodeScalars)
  private static let neutralTone: Unicode.Scalar = "˙"

  init(_ reading: Reading, em: Length) {
    self.reading = reading
    self.em = em
    let scalars = reading.text.unicodeScalars.filter { !$0.properties.isWhitespace }
    symbols = scalars.filter { $0 != Self.neutralTone && !Self.toneMarks.contains($0) }
    tones = scalars.filter(Self.toneMarks.contains)
    isNeutral = scalars.contains(Self.neutralTone)
  }

  /// The runs in the order in which they are read: the neutral tone, symbols, the tone.
  func runs(context: inout LayoutContext) -> [ShapedReading.Run] {
    guard !symbols.isEmpty || isNeutral else { return tones.flatMap { tone($0, .zero, &context) } }
    var runs: [ShapedReading.Run] = []
    var y = (em - height).scaled(by: 1, over: 2)
    if isNeutral {
      runs += mark(
        Self.neutralTone,
        in: Rect(x: left, y: y, width: size, height: neutralHeight),
        &context
      )
      y += neutralHeight + neutralGap
    }
    for (index, symbol) in symbols.enumerated() {
      if index > 0 { y += gap }
      runs += run(symbol, size: size, &context).map { run in
        var placed = run
        placed.origin = Point(
          x: left + (size - run.advance).scaled(by: 1, over: 2),
          y: y + CharacterFrame.ascent(of: size)
        )
        return placed
      }
      y += size
    }
    return runs + tones.flatMap { tone($0, y - size, &context) }
  }

  // MARK: Proportions

  /// The size of a symbol: that of the style, less where more than three would not fit the em.
  private var size: Length {
    let room = em - (isNeutral ? neutralHeight + neutralGap : .zero)
    return min(reading.style.size, room.scaled(by: 1, over: Int64(max(symbols.count, 1))))
  }

  private var left: Length { em.scaled(by: 1, over: 30) }
  private var neutralHeight: Length { em.scaled(by: 1, over: 15) }
  private var neutralGap: Length { em.scaled(by: 1, over: 30) }
  /// One symbol or two do not stand solid.
  private var gap: Length { symbols.count == 2 ? em.scaled(by: 1, over: 15) : .zero }
  /// The space of a tone is a square of a sixth of an em, of which its ink leaves a quarter white.
  private var toneSide: Length { em.scaled(by: 1, over: 6) }

  private var height: Length {
    let stack = symbols.count * size + max(0, symbols.count - 1) * gap
    return stack + (isNeutral ? neutralHeight + neutralGap : .zero)
  }

  // MARK: Glyphs

  /// A tone beside the last symbol, whose upper edge is at `top`.
  private func tone(
    _ scalar: Unicode.Scalar,
    _ top: Length,
    _ context: inout LayoutContext
  ) -> [ShapedReading.Run] {
    let half = toneSide.scaled(by: 1, over: 2)
    let y = Self.checkedTones.contains(scalar) ? top + size - half : top - half
    let white = toneSide.scaled(by: 1, over: 8)
    let side = toneSide - 2 * white
    let box = Rect(x: left + size + white, y: y + white, width: side, height: side)
    return mark(scalar, in: box, &context)
  }

  private func run(
    _ scalar: Unicode.Scalar,
    size: Length,
    _ context: inout LayoutContext
  ) -> [ShapedReading.Run] {
    let text = String(scalar)
    let shaped = context.shape(reading.request(text, size: size), span: reading.span)
    return shaped.runs.map { ShapedReading.Run($0, of: text, at: .zero) }
  }

  /// A mark of which the ink fills a box as far as its form allows, in the middle.
  ///
  /// Fonts draw tones in ems of all kinds, so the ink is measured, never the advance.
  private func mark(
    _ scalar: Unicode.Scalar,
    in box: Rect,
    _ context: inout LayoutContext
  ) -> [ShapedReading.Run] {
    let whole = run(scalar, size: em, &context)
    guard let first = whole.first, let glyph = first.glyphs.first,
      let ink = context.shaper.inkBounds(of: glyph.id, in: first.font, size: first.size),
      ink.size.width > .zero, ink.size.height > .zero
    else { return [] }
    let share = min(
      box.size.width.units * 1000 / ink.size.width.units,
      box.size.height.units * 1000 / ink.size.height.units,
      1000
    )
    func scaled(_ length: Length) -> Length { length.scaled(by: share, over: 1000) }
    var placed = run(scalar, size: scaled(em), &context)
    let middle = Point(
      x: box.minX + box.size.width.scaled(by: 1, over: 2),
      y: box.minY + box.size.height.scaled(by: 1, over: 2)
    )
    for index in placed.indices {
      placed[index].origin = Point(
        x: middle.x - scaled(glyph.offset.x + ink.minX + ink.size.width.scaled(by: 1, over: 2)),
        y: middle.y - scaled(glyph.offset.y + ink.minY + ink.size.height.scaled(by: 1, over: 2))
      )
    }
    return placed
  }
}

extension ShapedReading.Run {
  fileprivate var advance: Length { glyphs.reduce(Length.zero) { $0 + $1.advance.x } }
}
