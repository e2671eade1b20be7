import DocumentModel
import Fonts
import Geometry
import Typography

/// How raised and lowered text is set.
///
/// clreq and GB/T 9704 name no numbers and fonts disagree in theirs (OS/2), so one rule of ours
/// serves all fonts alike: six tenths of the size; a raised frame ends where that of the text
/// around it ends above, and lowered text stands on the lower edge of that frame.
enum RaisedText {
  /// 三号 becomes about 小五, 五号 about 七号: still read, and clearly smaller.
  static func size(of text: Length) -> Length { text.scaled(by: 3, over: 5) }

  /// The look that text in a position is shaped and set in.
  static func look(of style: TextStyle) -> TextStyle {
    guard style.position != .baseline else { return style }
    var look = style
    look.size = size(of: style.size)
    look.baselineShift +=
      style.position == .superscript
      ? CharacterFrame.ascent(of: style.size) - CharacterFrame.ascent(of: look.size)
      : -CharacterFrame.descent(of: style.size)
    return look
  }

  /// The plain character that a raised or lowered one is made of, and its position: ², ₃, ⁿ.
  ///
  /// These are the digits and signs of the block of superscripts and subscripts, and ¹ ² ³ of
  /// Latin-1 (compatibility decompositions `<super>` and `<sub>` of Unicode).
  static func plain(_ scalar: Unicode.Scalar) -> (text: String, position: TextPosition)? {
    let signs = ["+", "\u{2212}", "=", "(", ")"]
    switch scalar.value {
    case 0xB9: return ("1", .superscript)
    case 0xB2, 0xB3: return (String(scalar.value - 0xB0), .superscript)
    case 0x2070, 0x2074...0x2079: return (String(scalar.value - 0x2070), .superscript)
    case 0x2071: return ("i", .superscript)
    case 0x207A...0x207E: return (signs[Int(scalar.value - 0x207A)], .superscript)
    case 0x207F: return ("n", .superscript)
    case 0x2080...0x2089: return (String(scalar.value - 0x2080), .subscript)
    case 0x208A...0x208E: return (signs[Int(scalar.value - 0x208A)], .subscript)
    default: return nil
    }
  }
}

extension Shaper {
  /// Whether the first font of a style's role has no glyph for a character.
  ///
  /// A raised digit made of the font's own looks better than one out of another font.
  func mustMake(_ scalar: Unicode.Scalar, in style: TextStyle) -> Bool {
    let request = ShapingRequest(
      text: String(scalar),
      role: style.font,
      weight: style.weight,
      size: style.size,
      language: style.language
    )
    return !shape(request).incidents.isEmpty
  }
}
