import Diagnostics

/// The codes of one and two bytes that an older encoding gives its characters, both ways.
///
/// Made from ICU's tables when first asked for, in a few milliseconds; it may be used from any
/// thread. Text decoded in the wrong encoding is turned back into its bytes with it.
package struct LegacyCodes: Sendable {
  /// GB18030's codes of two bytes: GBK, with the areas that users may fill.
  package static let gb18030 = LegacyCodes("GB18030")
  /// Big5 with the characters of Hong Kong.
  package static let big5 = LegacyCodes("Big5-HKSCS")
  /// Windows-1252, and Latin-1's control characters where that has none.
  package static let western = LegacyCodes(western: ())

  private static let firstLead = 0x81
  private static let firstTrail = 0x40
  private static let trails = 0xFF - 0x40
  /// Each code stands on a line of its own, so that one that is none spoils no other.
  private static let stride = 3
  private static let lineEnd: UInt8 = 0x0A

  /// For each code of two bytes its character, 0 where it has none; of one byte for `western`.
  private let scalars: [UInt16]
  /// For each character of the Basic Multilingual Plane its code, 0 where it has none.
  private let codes: [UInt16]

  private init(_ charset: String) {
    let leads = Self.firstLead..<0xFF
    var bytes: [UInt8] = []
    bytes.reserveCapacity(leads.count * Self.trails * Self.stride)
    for lead in leads {
      for trail in Self.firstTrail..<0xFF {
        bytes.append(UInt8(lead))
        bytes.append(UInt8(trail))
        bytes.append(Self.lineEnd)
      }
    }
    let (units, offsets) = CharsetReading.decode(bytes, in: charset)
    var scalars = [UInt16](repeating: 0, count: leads.count * Self.trails)
    var codes = [UInt16](repeating: 0, count: 1 << 16)
    for index in units.indices.dropLast() {
      let offset = Int(offsets[index])
      // A code that is none may take the line end along, one of several characters has no place.
      guard offset % Self.stride == 0, offsets[index + 1] == offset + 2,
        units[index + 1] == UInt16(Self.lineEnd), units[index] != 0xFFFD,
        Unicode.Scalar(units[index]) != nil
      else { continue }
      let place = offset / Self.stride
      scalars[place] = units[index]
      let lead = place / Self.trails + Self.firstLead
      let code = UInt16(lead << 8 | (place % Self.trails + Self.firstTrail))
      if codes[Int(units[index])] == 0 { codes[Int(units[index])] = code }
    }
    self.scalars = scalars
    self.codes = codes
  }

  private init(western: Void) {
    scalars = []
    var codes = [UInt16](repeating: 0, count: 1 << 16)
    for value in 0x80...0xFF { codes[value] = UInt16(value) }
    let special = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    for (index, scalar) in special.unicodeScalars.enumerated() {
      codes[Int(scalar.value)] = UInt16(0x80 + index)
    }
    self.codes = codes
  }

  /// The code of a character beyond ASCII: one byte below 0x100, else two; nil where it has none.
  package func code(of scalar: Unicode.Scalar) -> UInt16? {
    guard scalar.value < 1 << 16 else { return nil }
    let code = codes[Int(scalar.value)]
    return code == 0 ? nil : code
  }

  /// The character of a code of two bytes.
  package func scalar(lead: UInt8, trail: UInt8) -> Unicode.Scalar? {
    guard lead >= 0x81, lead < 0xFF, trail >= 0x40, trail < 0xFF else { return nil }
    let place = (Int(lead) - Self.firstLead) * Self.trails + Int(trail) - Self.firstTrail
    guard place < scalars.count, scalars[place] != 0 else { return nil }
    return Unicode.Scalar(scalars[place])
  }

  /// Whether a character is of those that are written every day: level 1 of GB 2312 or of Big5, or
  /// a mark of Chinese text.
  package static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80, 0x3001...0x3011, 0xFF01...0xFF5E: true
    // · × ° — ‘ ’ “ ” …
    case 0xB7, 0xD7, 0xB0, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: true
    default: EverydayHan.contains(scalar)
    }
  }
}
