import DocumentModel
import Fonts
import Geometry
import PageModel
import Typography

/// A reading, shaped, with each run's place relative to the reading's own origin.
///
/// The origin of a reading above is at its left end on its baseline; that of one at the right is
/// at the right edge of the base's em and the upper edge of its frame.
struct ShapedReading {
  /// Glyphs of one font; clusters count in the run's own text.
  struct Run {
    var font: FontID
    var size: Length
    var glyphs: [Glyph]
    var text: String
    var origin: Point
    var isRightToLeft = false
  }

  let reading: Reading
  /// The UTF-8 range of the words in the paragraph's text.
  let base: Range<Int>
  /// The type size of the words.
  let em: Length
  /// The part of the paragraph that the reading is.
  let part: Int
  /// The words must be held together one by one, for nothing else does: line breaking parts groups
  /// of more than six ems.
  let mustHold: Bool
  private(set) var runs: [Run] = []
  /// How wide a reading above is; one at the right takes half the em of its base.
  private(set) var width: Length = .zero

  init(_ placed: InlineText.PlacedReading, context: inout LayoutContext) {
    reading = placed.reading
    base = placed.base
    em = placed.em
    part = placed.part
    mustHold = placed.isInGroup || placed.base.count > 6 * Self.bytesOfHan
    switch reading.position {
    case .above: shapeAbove(context: &context)
    case .right: runs = Bopomofo(reading, em: em).runs(context: &context)
    }
  }

  private static let bytesOfHan = 3

  private mutating func shapeAbove(context: inout LayoutContext) {
    let shaped = context.shape(reading.request(reading.text), span: reading.span)
    for run in shaped.runs {
      runs.append(
        Run(run, of: reading.text, at: Point(x: width, y: .zero))
      )
      width += run.glyphs.reduce(Length.zero) { $0 + $1.advance.x }
    }
  }

  /// From the baseline of a reading above to the frame of its base: a quarter of its size where
  /// letters reach below the baseline, else what a character frame has there.
  var descent: Length {
    let size = reading.style.size
    return isCellular ? CharacterFrame.descent(of: size) : size.scaled(by: 1, over: 4)
  }

  /// Every character stands in a cell: Han and bopomofo, but no letters.
  private var isCellular: Bool {
    reading.text.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
  }

  /// A reading above, spread over a width: one of Han that is shorter than its base is opened, with
  /// half a space at its ends (JLREQ 3.3.6, 1:2:1); letters keep their word together.
  func runs(over width: Length) -> [Run] {
    let count = runs.reduce(0) { $0 + $1.glyphs.count }
    let free = width - self.width
    guard isCellular, free > .zero, count > 0 else { return runs }
    let each = free.scaled(by: 1, over: Int64(count))
    var seen = 0
    return runs.map { run in
      var moved = run
      moved.origin.x += each.scaled(by: 1, over: 2) + seen * each
      for index in moved.glyphs.indices {
        moved.glyphs[index].xAdvance += Int32(clamping: each.units)
      }
      seen += run.glyphs.count
      return moved
    }
  }

  /// The width that a reading takes over a base of a width.
  func width(over base: Length) -> Length { isCellular ? max(width, base) : width }
}

extension ShapedReading.Run {
  /// A run of a shaped text, with clusters that count in its own part of it.
  init(_ shaped: ShapedRun, of text: String, at origin: Point) {
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: shaped.range.lowerBound)
    let end = text.utf8.index(start, offsetBy: shaped.range.count)
    self.init(
      font: shaped.font,
      size: shaped.size,
      glyphs: shaped.glyphs.map { glyph in
        var own = glyph
        own.cluster -= UInt32(shaped.range.lowerBound)
        return own
      },
      text: String(text[start..<end]),
      origin: origin,
      isRightToLeft: shaped.isRightToLeft
    )
  }
}

extension Reading {
  /// What is asked of the shaper; a size of its own is for marks of tones.
  func request(_ text: String, size: Length? = nil) -> ShapingRequest {
    ShapingRequest(
      text: text,
      role: style.font,
      weight: style.weight,
      size: size ?? style.size,
      language: style.language
    )
  }
}
