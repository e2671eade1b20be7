import CHarfBuzz
package import Diagnostics
package import PageModel

/// A font cut to the glyphs that a document uses.
package struct CutFont: Sendable, Hashable {
  /// A plain font file of one face (.otf or .ttf), whatever it was cut from.
  package let bytes: [UInt8]
  /// The numbers in the cut font of the glyphs asked for, and of glyph 0.
  package let newGlyph: [UInt32: UInt32]
}

extension FontLibrary {
  /// Cuts a font to some glyphs, which get new numbers.
  ///
  /// Cairo 1.16 must never be handed a whole CFF collection (77 ms and half a megabyte for two
  /// pages); cut fonts are read from memory. Tables for shaping are left out: the glyphs are
  /// chosen already. Throws `font.unreadable` or `font.cut`.
  package func cut(_ font: FontID, glyphs: Set<UInt32>) throws(MachineFailure) -> CutFont {
    let face = try face(of: font)
    let identity = self[font]
    guard let cut = FontCut(of: face, glyphs: glyphs.sorted()) else {
      throw MachineFailure(
        .uncutFont,
        ["font": .word(identity.postScriptName), "file": .word(identity.path)]
      )
    }
    return CutFont(bytes: cut.bytes, newGlyph: cut.newGlyph)
  }
}

/// One run of hb-subset.
private struct FontCut {
  let bytes: [UInt8]
  let newGlyph: [UInt32: UInt32]

  init?(of face: FontFace, glyphs: [UInt32]) {
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    Self.fill(input, glyphs: glyphs)
    guard let plan = hb_subset_plan_create_or_fail(face.raw, input) else { return nil }
    defer { hb_subset_plan_destroy(plan) }
    guard let cut = hb_subset_plan_execute_or_fail(plan) else { return nil }
    defer { hb_face_destroy(cut) }
    bytes = Self.bytes(of: cut)
    newGlyph = Self.numbers(of: [0] + glyphs, in: plan)
    guard !bytes.isEmpty, glyphs.allSatisfy({ newGlyph[$0] != nil }) else { return nil }
  }

  private static func fill(_ input: OpaquePointer, glyphs: [UInt32]) {
    let set = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(set, glyph) }
    // Without its layout tables the closure adds no glyphs that nobody asked for.
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag: StaticString in ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"] {
      hb_set_add(dropped, HarfBuzz.tag(tag))
    }
    // The shape of glyph 0 is kept: it may be what stands on the page for a missing character.
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
  }

  private static func bytes(of face: OpaquePointer) -> [UInt8] {
    let blob = hb_face_reference_blob(face)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
  }

  private static func numbers(of glyphs: [UInt32], in plan: OpaquePointer) -> [UInt32: UInt32] {
    let map = hb_subset_plan_old_to_new_glyph_mapping(plan)
    var numbers: [UInt32: UInt32] = [:]
    for glyph in glyphs where hb_map_has(map, glyph) != 0 {
      numbers[glyph] = hb_map_get(map, glyph)
    }
    return numbers
  }
}
