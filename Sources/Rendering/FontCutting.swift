import Diagnostics
import PageModel

/// A font cut to the glyphs that a document uses, fit for drawing with.
package struct DrawableFont: Sendable {
  /// A plain OpenType file with one face.
  package var bytes: [UInt8]
  /// The number in the cut font of each glyph that was asked for.
  package var newGlyphs: [UInt32: UInt32]

  package init(bytes: [UInt8], newGlyphs: [UInt32: UInt32]) {
    self.bytes = bytes
    self.newGlyphs = newGlyphs
  }
}

/// Cuts a font of the document to some of its glyphs.
typealias FontCutter =
  @Sendable (FontID, Set<UInt32>) throws(MachineFailure) -> DrawableFont

/// Which glyphs of which fonts some pages show.
struct GlyphsUsed {
  /// By the font's number, one bit a glyph.
  private var bits: [[UInt64]]

  init(fonts: Int, pages: [Page]) {
    bits = Array(repeating: [], count: fonts)
    for page in pages { add(page.frame) }
  }

  /// The fonts that are used at all, with their glyphs.
  var byFont: [(font: FontID, glyphs: Set<UInt32>)] {
    bits.indices.compactMap { index in
      let glyphs = Self.glyphs(in: bits[index])
      return glyphs.isEmpty ? nil : (FontID(index: UInt16(index)), glyphs)
    }
  }

  private mutating func add(_ frame: Frame) {
    for item in frame.items {
      switch item.content {
      case .text(let run): add(run)
      case .group(let group): add(group.frame)
      case .rule, .path, .link: break
      }
    }
  }

  private mutating func add(_ run: GlyphRun) {
    let font = Int(run.font.index)
    precondition(font < bits.count, "layout lists every font that its runs name")
    for glyph in run.glyphs {
      let word = Int(glyph.id >> 6)
      while word >= bits[font].count { bits[font].append(0) }
      bits[font][word] |= 1 << UInt64(glyph.id & 63)
    }
  }

  private static func glyphs(in bits: [UInt64]) -> Set<UInt32> {
    var glyphs: Set<UInt32> = []
    for (word, value) in bits.enumerated() {
      var rest = value
      while rest != 0 {
        glyphs.insert(UInt32(word << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return glyphs
  }
}
