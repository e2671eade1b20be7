import CHarfBuzz

/// What characters are to the choice of fonts.
enum CharacterTable {
  static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"
  /// 〓, the geta mark: stands for a character that is not to be had (GB 2312, row 1).
  static let standIn: Unicode.Scalar = "\u{3013}"

  /// The list that a character is for, before its neighbours are looked at.
  static func kind(of scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.value {
    case 0x30...0x39: .digit
    case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: .space
    case 0x21...0x7E: .latin
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2015, 0x2026, 0xB7, 0x22EF, 0x2E3A: .mark
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFD:
      .han
    case 0x590...0x10FF, 0x1200...0x1CFF:
      // Also marks that Unicode counts as common to several scripts, as the Arabic comma.
      .other
    default: kind(of: script(of: scalar))
    }
  }

  private static func kind(of script: hb_script_t) -> CharacterClass {
    switch script {
    case HB_SCRIPT_LATIN, HB_SCRIPT_GREEK, HB_SCRIPT_CYRILLIC: .latin
    case HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN, HB_SCRIPT_HAN,
      HB_SCRIPT_HANGUL, HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA, HB_SCRIPT_BOPOMOFO:
      .han
    default: .other
    }
  }

  /// What draws the same mark where a font lacks it: ⸺ is —— and ⋯ is … (clreq, Tables of Chinese
  /// punctuation marks).
  static func equivalent(of mark: Unicode.Scalar) -> (scalar: Unicode.Scalar, count: Int)? {
    switch mark {
    case "⸺": ("—", 2)
    case "―": ("—", 1)
    case "⋯": ("…", 1)
    default: nil
    }
  }

  /// The script of a character (UAX #24), from HarfBuzz's own table.
  static func script(of scalar: Unicode.Scalar) -> hb_script_t {
    hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
  }

  /// The script that a cluster is shaped by; marks common to all take the one of their list.
  static func shapingScript(of scalar: Unicode.Scalar, kind: CharacterClass) -> hb_script_t {
    if kind == .han, (0x4E00...0x9FFF).contains(scalar.value) { return HB_SCRIPT_HAN }
    let own = script(of: scalar)
    switch own {
    case HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN:
      return switch kind {
      case .han, .mark: HB_SCRIPT_HAN
      case .latin, .digit, .space: HB_SCRIPT_LATIN
      case .other: HB_SCRIPT_COMMON
      }
    default:
      return own
    }
  }

  /// Whether a character has no base of its own: combining marks, variation selectors, joiners
  /// and all that is never seen.
  static func leansOnTheOneBefore(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return scalar.value == 0xAD }
    switch scalar.value {
    // The bulk of all text: ideographs, and the blocks of marks that Chinese uses.
    case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF9F, 0x2010...0x2027: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return isInvisible(scalar)
    }
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic
    }
  }

  /// Whether a character shows nothing (UAX #44, Default_Ignorable_Code_Point).
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint
  }

  /// Whether a character fills a character frame: ideographs, kana, Chinese marks, full-width
  /// forms (UAX #11, wide and full-width).
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether a mark beside a digit is a part of the number: 54.99%, 1,000, −3.5, 10:30, 90°.
  static func belongsToNumbers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ":", "%", "/", "+", "-", "~", "\u{2030}", "\u{2212}", "\u{2013}", "\u{B1}",
      "\u{B0}":
      true
    default: false
    }
  }

  /// Whether a selector asks for another form of the ideograph before it: an ideographic or a
  /// standardized variation sequence (UTS #37), not the choice between text and emoji.
  static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0D).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
  }
}
