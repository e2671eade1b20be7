import Diagnostics

/// The codes of one and two bytes that an older encoding gives its characters, both ways.
///
/// Made from ICU's tables when first asked for, in a few milliseconds; it may be used from any
/// thread. Text decoded in the wrong encoding is turned back into its bytes with it.
package struct LegacyCodes: Sendable {
  /// GB18030's codes of two bytes: GBK, with the areas that users may fill.
  package static let gb18030 = LegacyCodes(.gb18030)
  /// Big5 with the characters of Hong Kong.
  package static let big5 = LegacyCodes(.big5HKSCS)
  /// Windows-1252, and Latin-1's control characters where that has none.
  package static let western = LegacyCodes(western: ())

  private static let firstLead = 0x81
  private static let firstTrail = 0x40
  private static let trails = 0xFF - 0x40

  /// For each code of two bytes its character, 0 where it has none; of one byte for `western`.
  private let scalars: [UInt16]
  /// For each character of the Basic Multilingual Plane its code, 0 where it has none.
  private let codes: [UInt16]

  private init(_ encoding: TextEncoding) {
    let leads = Self.firstLead..<0xFF
    var bytes: [UInt8] = []
    for lead in leads {
      for trail in Self.firstTrail..<0xFF { bytes += [UInt8(lead), UInt8(trail), 0x0A] }
    }
    var scalars = [UInt16](repeating: 0, count: leads.count * Self.trails)
    var codes = [UInt16](repeating: 0, count: 1 << 16)
    let decoded = TextDecoder.decode(bytes, in: encoding).transcoding
    let text = decoded.map { String(decoding: $0.text, as: UTF8.self) } ?? ""
    // A code that is none may take the line end along: then the line is longer, and passed over.
    var place = 0
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      guard place < scalars.count else { break }
      if line.count == 1, let scalar = line.first, scalar.value < 1 << 16, scalar != "\u{FFFD}" {
        scalars[place] = UInt16(scalar.value)
        let lead = place / Self.trails + Self.firstLead
        let code = UInt16(lead << 8 | (place % Self.trails + Self.firstTrail))
        if codes[Int(scalar.value)] == 0 { codes[Int(scalar.value)] = code }
      }
      place += 1
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
    scalar.value < 1 << 16 && common[Int(scalar.value)]
  }

  private static let common: [Bool] = {
    var common = [Bool](repeating: false, count: 1 << 16)
    for value in 0..<(1 << 16) {
      guard let scalar = Unicode.Scalar(UInt16(value)) else { continue }
      let gb = gb18030.code(of: scalar).map(Int.init) ?? 0
      let big5 = big5.code(of: scalar).map(Int.init) ?? 0
      // GB 2312-80: rows 16 to 55; Big5: A440 to C67E.
      let isLevelOne =
        (0xB0A1...0xD7F9).contains(gb) && gb & 0xFF >= 0xA1 || (0xA440...0xC67E).contains(big5)
      let isMark = (0x3001...0x3011).contains(value) || (0xFF01...0xFF5E).contains(value)
      let isShared = "“”‘’—…·×°".unicodeScalars.contains(scalar)
      common[value] = value < 0x80 || isMark || isShared || isLevelOne && value >= 0x3400
    }
    return common
  }()
}
