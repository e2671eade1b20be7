import CHarfBuzz
import Geometry

/// The box in which a font draws its Han, as thousandths of the em: what the eye takes for their
/// size and their line.
///
/// It is measured from the ink of common characters. What fonts state of it is of no use: Fandol's
/// `BASE` tables put the face between −5 and 765 where its Han reach from −175 to 795, Noto's are
/// right, and half of the free fonts have none.
struct HanFace: Hashable, Sendable {
  /// The side of a square as large as the mean box of ink.
  var size: Int64
  /// From the baseline up to the middle of the ink.
  var middle: Int64
  /// Whether common characters were measured; a font of rare ones alone has an unlike mean size.
  var isOfCommonHan: Bool

  /// Characters that simplified and traditional fonts share and that reach their frame on unlike
  /// sides; their mean is within a hundredth of that of 400 frequent characters in nine fonts.
  private static let samples: [Unicode.Scalar] = Array("永我成家原作重量建得高度使人大有".unicodeScalars)

  private static let fewestSamples = 8

  /// Measures a font; nil when it has no Han to speak of.
  init?(of font: ShapingFont) {
    var boxes = Self.samples.compactMap { Self.box(of: $0, in: font) }
    isOfCommonHan = boxes.count >= Self.fewestSamples
    if !isOfCommonHan { boxes = Self.rareBoxes(in: font) }
    guard boxes.count >= Self.fewestSamples, font.face.unitsPerEm > 0 else { return nil }
    let count = Int64(boxes.count)
    let em = font.face.unitsPerEm
    let width = boxes.reduce(0) { $0 + $1.width } * 1000 / (count * em)
    let height = boxes.reduce(0) { $0 + $1.height } * 1000 / (count * em)
    size = Int64(Double(width * height).squareRoot().rounded())
    middle = boxes.map(\.middle).sorted()[boxes.count / 2] * 1000 / em
  }

  private struct Box {
    let width: Int64
    let height: Int64
    let middle: Int64
  }

  private static func box(of scalar: Unicode.Scalar, in font: ShapingFont) -> Box? {
    let glyph = font.glyph(of: scalar)
    guard glyph != 0, let ink = font.ink(of: glyph) else { return nil }
    let height = -Int64(ink.height)
    return Box(
      width: Int64(ink.width),
      height: height,
      middle: Int64(ink.y_bearing) - height / 2
    )
  }

  /// Some characters of the extensions, from B on, far apart from each other.
  private static func rareBoxes(in font: ShapingFont) -> [Box] {
    var boxes: [Box] = []
    for value in stride(from: UInt32(0x20000), to: 0x32000, by: 97) where boxes.count < 32 {
      guard let scalar = Unicode.Scalar(value), let box = box(of: scalar, in: font) else {
        continue
      }
      boxes.append(box)
    }
    return boxes
  }
}

/// How a font that stands in for another is changed so that its Han look as large as the other's
/// and stand on the same line.
struct FontFit: Hashable, Sendable {
  /// In thousandths of the size wanted.
  var scale: Int64
  /// How far down its glyphs are moved, in thousandths of the size wanted.
  var drop: Int64

  static let none = FontFit(scale: 1000, drop: 0)

  /// A font is made no larger or smaller than this: beyond it strokes would look of another weight.
  private static let scales: ClosedRange<Int64> = 900...1120

  init(scale: Int64, drop: Int64) {
    self.scale = scale
    self.drop = drop
  }

  /// Fits a font's Han to those of the font it stands in for.
  init(_ taken: HanFace, to wanted: HanFace) {
    let ratio = taken.size > 0 ? (wanted.size * 1000 + taken.size / 2) / taken.size : 1000
    let isAlike = taken.isOfCommonHan && wanted.isOfCommonHan
    // A twentieth more or less is not seen, and such a glyph keeps its cell to the last unit.
    let isNear = abs(ratio - 1000) <= 50
    scale =
      isNear
      ? 1000 : isAlike ? min(max(ratio, Self.scales.lowerBound), Self.scales.upperBound) : 1000
    drop = taken.middle * scale / 1000 - wanted.middle
  }

  func size(_ size: Length) -> Length {
    scale == 1000 ? size : size.scaled(by: scale, over: 1000)
  }
}
