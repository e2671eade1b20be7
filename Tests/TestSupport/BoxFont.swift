/// A TrueType font made on the spot: each character is a box, as wide as it should be.
///
/// It needs no file and shows any character, so drawing can be tested without fonts and shaping.
/// Glyph 0 is `.notdef`, the characters follow in the order given.
package struct BoxFont: Sendable {
  package static let unitsPerEm = 1000

  /// How wide a character is and where its box stands in it, in thousandths of an em.
  package struct Metrics: Sendable {
    package var advance: Int
    package var left: Int
    package var right: Int

    package init(advance: Int, left: Int, right: Int) {
      self.advance = advance
      self.left = left
      self.right = right
    }

    /// A box that fills the advance but for a little white at both sides.
    package init(advance: Int) {
      self.init(advance: advance, left: 40, right: max(40, advance - 40))
    }
  }

  package let characters: [Unicode.Scalar]
  package let bytes: [UInt8]

  /// Makes a font of the characters of a text, each once.
  package init(
    _ text: String,
    metrics: (Unicode.Scalar) -> Metrics = { Metrics(advance: BoxFont.advance(of: $0)) }
  ) {
    var characters: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !characters.contains(scalar) {
      characters.append(scalar)
    }
    self.characters = characters
    bytes = Self.file(characters, metrics: characters.map(metrics))
  }

  /// The glyph of a character; 0 when the font has none.
  package func glyph(of scalar: Unicode.Scalar) -> UInt32 {
    characters.firstIndex(of: scalar).map { UInt32($0 + 1) } ?? 0
  }

  /// A whole em, or half of one for ASCII.
  package static func advance(of scalar: Unicode.Scalar) -> Int { scalar.isASCII ? 500 : 1000 }

  /// Every glyph keeps its number.
  package var sameGlyphs: [UInt32: UInt32] {
    Dictionary(uniqueKeysWithValues: (0...UInt32(characters.count)).map { ($0, $0) })
  }
}

/// The tables of the file (OpenType 1.9), each no fuller than its readers need.
extension BoxFont {
  private static func file(_ characters: [Unicode.Scalar], metrics: [Metrics]) -> [UInt8] {
    let outlines =
      [box(Metrics(advance: 580))] + zip(characters, metrics).map { outline(of: $0, $1) }
    var offsets: [Int] = [0]
    for outline in outlines { offsets.append(offsets[offsets.count - 1] + outline.count) }
    let hmtx = words([500, 40]) + metrics.flatMap { words([$0.advance, $0.left]) }
    let tables: [(String, [UInt8])] = [
      ("cmap", cmap(characters)), ("glyf", outlines.flatMap { $0 }), ("head", head),
      (
        "hhea",
        words([1, 0, 880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, outlines.count])
      ),
      ("hmtx", hmtx), ("loca", longs(offsets)),
      ("maxp", words([1, 0, outlines.count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])),
      ("name", name), ("post", words([3, 0] + Array(repeating: 0, count: 14))),
    ]
    return assemble(tables)
  }

  private static func assemble(_ tables: [(String, [UInt8])]) -> [UInt8] {
    var file = words([1, 0, tables.count, 128, 3, 16])
    var body: [UInt8] = []
    let start = 12 + 16 * tables.count
    for (tag, table) in tables {
      file += Array(tag.utf8) + longs([0, start + body.count, table.count])
      body += table + Array(repeating: 0, count: (4 - table.count % 4) % 4)
    }
    return file + body
  }

  /// The space shows nothing; a box's height tells characters apart.
  private static func outline(of scalar: Unicode.Scalar, _ metrics: Metrics) -> [UInt8] {
    scalar == " " || metrics.advance == 0 ? [] : box(metrics)
  }

  /// One contour of four points on the curve, in words.
  private static func box(_ metrics: Metrics) -> [UInt8] {
    let ends = words([1, metrics.left, 0, metrics.right, 800, 3, 0])
    let flags: [UInt8] = [1, 1, 1, 1]
    let width = metrics.right - metrics.left
    return ends + flags + words([metrics.left, 0, width, 0, 0, 800, 0, -800])
  }

  private static var head: [UInt8] {
    words([1, 0, 1, 0]) + longs([0, 0x5F0F_3CF5]) + words([0, unitsPerEm])
      + longs([0, 0, 0, 0]) + words([0, 0, 1000, 800, 0, 8, 2, 1, 0])
  }

  /// Format 12: each character a group of its own, sorted.
  private static func cmap(_ characters: [Unicode.Scalar]) -> [UInt8] {
    let groups = characters.enumerated().map { (Int($1.value), $0 + 1) }.sorted { $0.0 < $1.0 }
    return words([0, 1, 3, 10]) + longs([12]) + words([12, 0])
      + longs([16 + 12 * groups.count, 0, groups.count])
      + groups.flatMap { longs([$0.0, $0.0, $0.1]) }
  }

  private static var name: [UInt8] {
    let text = Array("KanyinBoxes".utf16).flatMap { words([Int($0)]) }
    let records = [1, 4, 6].flatMap { words([3, 1, 0x409, $0, text.count, 0]) }
    return words([0, 3, 6 + records.count]) + records + text
  }

  private static func words(_ values: [Int]) -> [UInt8] {
    values.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  private static func longs(_ values: [Int]) -> [UInt8] {
    values.flatMap { words([$0 >> 16, $0]) }
  }
}
