import CHarfBuzz
package import Geometry

/// The lines of a font, as parts of its em.
package struct FontMetrics: Hashable, Sendable {
  /// A line across the text.
  package struct Line: Hashable, Sendable {
    /// From the baseline up to the middle of the line; below the baseline it is negative.
    package let position: Ratio
    package let thickness: Ratio
  }

  /// From the baseline up; what the font states, which is not the character frame's 0.88.
  package let ascent: Ratio
  /// From the baseline down, positive.
  package let descent: Ratio
  /// The height of H.
  package let capHeight: Ratio
  /// The height of x.
  package let xHeight: Ratio
  package let underline: Line
  package let strikeout: Line
}

extension FontMetrics {
  init(of font: ShapingFont) {
    func position(_ tag: hb_ot_metrics_tag_t) -> Int32? {
      var value: hb_position_t = 0
      return hb_ot_metrics_get_position(font.raw, tag, &value) != 0 ? value : nil
    }
    func height(of letter: Unicode.Scalar) -> Int32 {
      var glyph: hb_codepoint_t = 0
      var extents = hb_glyph_extents_t()
      guard hb_font_get_nominal_glyph(font.raw, letter.value, &glyph) != 0,
        hb_font_get_glyph_extents(font.raw, glyph, &extents) != 0
      else { return 0 }
      return extents.y_bearing
    }
    func line(_ offset: hb_ot_metrics_tag_t, _ size: hb_ot_metrics_tag_t) -> Line {
      let thickness = position(size) ?? 0
      let top = position(offset) ?? 0
      return Line(
        position: font.ratio(top - thickness / 2),
        thickness: font.ratio(thickness)
      )
    }
    ascent = font.ratio(position(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) ?? 0)
    descent = font.ratio(-(position(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER) ?? 0))
    capHeight = font.ratio(position(HB_OT_METRICS_TAG_CAP_HEIGHT) ?? height(of: "H"))
    xHeight = font.ratio(position(HB_OT_METRICS_TAG_X_HEIGHT) ?? height(of: "x"))
    underline = line(HB_OT_METRICS_TAG_UNDERLINE_OFFSET, HB_OT_METRICS_TAG_UNDERLINE_SIZE)
    strikeout = line(HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, HB_OT_METRICS_TAG_STRIKEOUT_SIZE)
  }
}
