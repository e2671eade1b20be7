import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

/// Numbers of two or three digits that stand in one cell (纵横).
///
/// On a character grid 第12期 then has the width and the rhythm of 第二期. Two digits take half an em
/// each and keep their height; three are narrowed to a third each (clreq, Numbers in vertical
/// text, of which this is the horizontal sister; JLREQ, tate-chu-yoko). Longer numbers, decimals,
/// and digits in a word or with a sign stay as they are.
enum CombinedDigits {
  /// A text in parts, those that are numbers of one cell apart.
  static func parts(of text: String) -> [(text: String, isNumber: Bool)] {
    var parts: [(text: String, isNumber: Bool)] = []
    let scalars = Array(text.unicodeScalars)
    var start = 0
    var position = 0
    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    while position < scalars.count {
      var end = position
      while end < scalars.count, isDigit(scalars[end]) { end += 1 }
      let number = position..<end
      if isCell(number, in: scalars) {
        if start < position { parts.append((string(start..<position), false)) }
        parts.append((string(number), true))
        start = end
      }
      position = max(end, position + 1)
    }
    if start < scalars.count { parts.append((string(start..<scalars.count), false)) }
    return parts
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// Two or three digits with nothing on either side that makes a longer number or word of them.
  private static func isCell(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    guard range.count == 2 || range.count == 3 else { return false }
    let neighbours = [range.lowerBound - 1, range.upperBound].filter(scalars.indices.contains)
    return neighbours.allSatisfy { CharacterClass(scalars[$0])?.standsInCell == true }
  }
}

extension CharacterClass {
  /// Whether a number beside it is a number of its own: 12% and ￥12 are not.
  fileprivate var standsInCell: Bool {
    switch self {
    case .western, .wordSpace, .prefix, .postfix, .operator: false
    default: true
    }
  }
}

extension FrameItem {
  /// A number in its cell, from the cell's left edge on the baseline: in the middle where it fits,
  /// else narrowed to the em; its height stays.
  static func combined(_ run: GlyphRun, at origin: Point, tag: MarkedContent) -> FrameItem {
    let width = run.advance.x
    guard width > run.size else {
      let side = (run.size - width).scaled(by: 1, over: 2)
      return FrameItem(.text(run), at: Point(x: origin.x + side, y: origin.y), tag: tag)
    }
    let ascent = CharacterFrame.ascent(of: run.size)
    let text = FrameItem(.text(run), at: Point(x: .zero, y: ascent), tag: tag)
    let share = run.size.units * 1_000_000 / width.units
    let group = Group(
      frame: Frame(size: Size(width: width, height: run.size), baseline: ascent, items: [text]),
      transform: Transform(
        a: Ratio(millionths: share),
        b: .zero,
        c: .zero,
        d: .one,
        translation: .zero
      )
    )
    return FrameItem(.group(group), at: Point(x: origin.x, y: origin.y - ascent), tag: tag)
  }
}
