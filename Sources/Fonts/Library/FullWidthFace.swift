import CHarfBuzz

/// Makes the Han of a font as wide as its em.
///
/// Some fonts draw them narrower (cwTeX FangSong 0.92 em): they look a size smaller than their
/// neighbours and run out of step with the character grid. Saying that the em has fewer units makes
/// all glyphs larger alike, for shaping, for cutting and in the file, with nothing to remember.
enum FullWidthFace {
  /// The face itself, or one with a smaller em in its place; takes the caller's reference over.
  static func make(of face: OpaquePointer) -> OpaquePointer {
    // The outlines of CFF have a scale of their own; only those of TrueType follow the em.
    guard hasTable("glyf", face), let width = widthOfHan(in: face) else { return face }
    let em = hb_face_get_upem(face)
    // A font whose Han are far from an em was made for another purpose.
    guard width < em, width * 5 > em * 4, let head = head(of: face, unitsPerEm: width),
      let builder = hb_face_builder_create()
    else { return face }
    defer { hb_blob_destroy(head) }
    for tag in tags(of: face) {
      let table = hb_face_reference_table(face, tag)
      hb_face_builder_add_table(builder, tag, tag == HarfBuzz.tag("head") ? head : table)
      hb_blob_destroy(table)
    }
    hb_face_destroy(face)
    return builder
  }

  private static func widthOfHan(in face: OpaquePointer) -> UInt32? {
    guard let font = hb_font_create(face) else { return nil }
    defer { hb_font_destroy(font) }
    var glyph: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(font, 0x4E00, &glyph) != 0 else { return nil }
    return UInt32(clamping: hb_font_get_glyph_h_advance(font, glyph))
  }

  private static func hasTable(_ tag: StaticString, _ face: OpaquePointer) -> Bool {
    let table = hb_face_reference_table(face, HarfBuzz.tag(tag))
    defer { hb_blob_destroy(table) }
    return hb_blob_get_length(table) > 0
  }

  /// A copy of the `head` table with another `unitsPerEm`, which stands at byte 18 (OpenType, head).
  private static func head(of face: OpaquePointer, unitsPerEm: UInt32) -> OpaquePointer? {
    let table = hb_face_reference_table(face, HarfBuzz.tag("head"))
    defer { hb_blob_destroy(table) }
    let copy = hb_blob_copy_writable_or_fail(table)
    var length: UInt32 = 0
    guard let copy, let bytes = hb_blob_get_data_writable(copy, &length), length >= 20 else {
      hb_blob_destroy(copy)
      return nil
    }
    bytes[18] = CChar(bitPattern: UInt8(unitsPerEm >> 8 & 0xFF))
    bytes[19] = CChar(bitPattern: UInt8(unitsPerEm & 0xFF))
    return copy
  }

  private static func tags(of face: OpaquePointer) -> [hb_tag_t] {
    var count = hb_face_get_table_tags(face, 0, nil, nil)
    return [hb_tag_t](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
      hb_face_get_table_tags(face, 0, &count, buffer.baseAddress)
      filled = Int(count)
    }
  }
}
