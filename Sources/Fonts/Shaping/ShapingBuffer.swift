import CHarfBuzz

/// HarfBuzz's scratch buffer and the one call that shapes.
final class ShapingBuffer {
  /// The `hb_buffer_t`.
  private let raw: OpaquePointer

  init() {
    guard let buffer = hb_buffer_create() else {
      preconditionFailure("HarfBuzz gives its empty buffer rather than none")
    }
    raw = buffer
  }

  deinit {
    hb_buffer_destroy(raw)
  }

  /// Shapes a piece of text in one font; glyphs come from left to right, or from top to bottom.
  func shape(_ word: WordKey, in font: ShapingFont, voice: Voice) -> [UnitGlyph] {
    hb_buffer_clear_contents(raw)
    var text = word.text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        hb_buffer_add_utf8(
          raw,
          characters.baseAddress,
          Int32(characters.count),
          0,
          Int32(characters.count)
        )
      }
    }
    hb_buffer_set_direction(raw, direction(of: word, isVertical: voice.isVertical))
    hb_buffer_set_script(raw, hb_script_t(rawValue: word.script))
    hb_buffer_set_language(raw, voice.language)
    // What is never seen leaves no glyph, so that nothing of it is drawn or kerned against.
    hb_buffer_set_flags(raw, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
    let features = Self.features(for: word.kind)
    hb_shape(font.raw, raw, features, UInt32(features.count))
    return glyphs()
  }

  private func direction(of word: WordKey, isVertical: Bool) -> hb_direction_t {
    if isVertical { return HB_DIRECTION_TTB }
    return word.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR
  }

  /// Kerning is for Latin alone: in Chinese it would break the grid, in digits the columns.
  private static func features(for kind: CharacterClass) -> [hb_feature_t] {
    switch kind {
    case .han, .digit, .space: [feature("kern", 0)]
    // The full-width form of “”—…·, which some fonts keep beside a narrower default.
    case .mark: [feature("kern", 0), feature("fwid", 1)]
    case .latin, .other: []
    }
  }

  private static func feature(_ tag: StaticString, _ value: UInt32) -> hb_feature_t {
    hb_feature_t(
      tag: HarfBuzz.tag(tag),
      value: value,
      start: 0,
      end: UInt32.max
    )
  }

  private func glyphs() -> [UnitGlyph] {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(raw, &count),
      let positions = hb_buffer_get_glyph_positions(raw, &count)
    else { return [] }
    // HarfBuzz counts y upwards.
    return (0..<Int(count)).map { index in
      UnitGlyph(
        id: infos[index].codepoint,
        cluster: infos[index].cluster,
        xAdvance: positions[index].x_advance,
        yAdvance: -positions[index].y_advance,
        xOffset: positions[index].x_offset,
        yOffset: -positions[index].y_offset
      )
    }
  }
}

/// HarfBuzz itself.
package enum HarfBuzz {
  /// The version of the library that runs, `6.0.0`.
  package static var version: String { String(cString: hb_version_string()) }

  /// A four-letter tag as OpenType writes it.
  static func tag(_ letters: StaticString) -> hb_tag_t {
    precondition(letters.utf8CodeUnitCount == 4, "an OpenType tag has four letters")
    return letters.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
  }
}
