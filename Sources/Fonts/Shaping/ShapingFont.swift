import CHarfBuzz
import Geometry
import PageModel

/// One worker's own `hb_font_t` over a shared face; positions come in font units.
final class ShapingFont {
  let id: FontID
  let face: FontFace
  /// The `hb_font_t`.
  let raw: OpaquePointer

  init(_ id: FontID, face: FontFace) {
    guard let font = hb_font_create(face.raw) else {
      preconditionFailure("HarfBuzz gives its empty font rather than none")
    }
    hb_ot_font_set_funcs(font)
    hb_font_set_scale(font, Int32(face.unitsPerEm), Int32(face.unitsPerEm))
    self.id = id
    self.face = face
    raw = font
  }

  deinit {
    hb_font_destroy(raw)
  }

  func has(_ scalar: Unicode.Scalar) -> Bool { glyph(of: scalar) != 0 }

  /// The glyph of a character by itself; 0 when the font has none.
  func glyph(of scalar: Unicode.Scalar) -> UInt32 {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(raw, scalar.value, &glyph) != 0 ? glyph : 0
  }

  /// The ink of a glyph in font units, y upwards; nil when there is none.
  func ink(of glyph: UInt32) -> hb_glyph_extents_t? {
    var extents = hb_glyph_extents_t()
    guard hb_font_get_glyph_extents(raw, glyph, &extents) != 0, extents.width != 0,
      extents.height != 0
    else { return nil }
    return extents
  }

  /// Where the font's Han have their ink; nil when it has none.
  private(set) lazy var hanFace = HanFace(of: self)

  func hasVariation(of base: Unicode.Scalar, by selector: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_variation_glyph(raw, base.value, selector.value, &glyph) != 0
  }

  /// A position in font units as a length, rounded once.
  func length(_ units: Int32, at size: Length) -> Length {
    size.scaled(by: Int64(units), over: face.unitsPerEm)
  }

  func ratio(_ units: Int32) -> Ratio {
    Ratio(Double(units) / Double(face.unitsPerEm))
  }

  /// Whether a font can set a whole cluster.
  ///
  /// What is never seen needs no glyph; white space of unusual width is made by HarfBuzz from the
  /// common one; a decomposed letter may be had in its composed form.
  func covers(_ cluster: some Sequence<Unicode.Scalar>, kind: CharacterClass) -> Bool {
    let missing = missing(of: cluster, kind: kind)
    guard let first = missing.first else { return true }
    let visible = cluster.filter { !CharacterTable.isInvisible($0) }
    guard visible.count == 2, visible.last == first else { return false }
    var composed: hb_codepoint_t = 0
    let exists =
      hb_unicode_compose(
        hb_unicode_funcs_get_default(),
        visible[0].value,
        visible[1].value,
        &composed
      ) != 0
    return exists && Unicode.Scalar(composed).map(has) ?? false
  }

  /// The characters of a cluster that the font has no glyph for.
  func missing(of cluster: some Sequence<Unicode.Scalar>, kind: CharacterClass) -> [Unicode.Scalar]
  {
    cluster.filter { scalar in
      if has(scalar) || CharacterTable.isInvisible(scalar) { return false }
      if kind == .mark, let other = CharacterTable.equivalent(of: scalar) {
        return !has(other.scalar)
      }
      return !(kind == .space && has(" "))
    }
  }
}
