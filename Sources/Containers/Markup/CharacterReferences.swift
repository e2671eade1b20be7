import CXML

/// Reads text with character references: `&nbsp;`, `&#12288;`, `&#x3000;`.
package enum CharacterReferences {
  /// Calls with each character and the bytes it stands for; what is no reference stands as it is.
  package static func read(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ body: (Unicode.Scalar, Range<Int>) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "&"),
        let (scalar, end) = reference(bytes, index..<range.upperBound)
      {
        body(scalar, index..<end)
        index = end
      } else {
        let (scalar, end) = decode(bytes, at: index, before: range.upperBound)
        body(scalar, index..<end)
        index = end
      }
    }
  }

  static func readLiteral(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ body: (Unicode.Scalar, Range<Int>) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, end) = decode(bytes, at: index, before: range.upperBound)
      body(scalar, index..<end)
      index = end
    }
  }

  /// The scalar at an index of valid UTF-8; U+FFFD for a byte that is none.
  private static func decode(
    _ bytes: [UInt8],
    at index: Int,
    before end: Int
  ) -> (Unicode.Scalar, Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), index + 1) }
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, index + width <= end else { return ("\u{FFFD}", index + 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(width + 1))
    for place in (index + 1)..<(index + width) { value = value << 6 | UInt32(bytes[place] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", index + width)
  }

  // MARK: References

  private static func reference(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) -> (Unicode.Scalar, end: Int)? {
    let start = range.lowerBound + 1
    guard start < range.upperBound else { return nil }
    return bytes[start] == UInt8(ascii: "#")
      ? numeric(bytes, (start + 1)..<range.upperBound)
      : named(bytes, start..<range.upperBound)
  }

  private static func numeric(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) -> (Unicode.Scalar, end: Int)? {
    var index = range.lowerBound
    guard index < range.upperBound else { return nil }
    let isHexadecimal = bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let radix: UInt32 = isHexadecimal ? 16 : 10
    let digits = index
    var value: UInt32 = 0
    while index < range.upperBound, let digit = digit(bytes[index]), digit < radix {
      value = min(value * radix + digit, 0x11_0000)
      index += 1
    }
    guard index > digits else { return nil }
    if index < range.upperBound, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (scalar(value), index)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
      UInt32(byte | 0x20) - 0x61 + 10
    default: nil
    }
  }

  /// Numbers 0x80 to 0x9F are read as Windows-1252 (HTML Standard, 13.2.5.80).
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) { return windows1252[Int(value) - 0x80] }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let windows1252 = Array(
    """
    €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ
    """.unicodeScalars
  )

  /// A named reference of HTML 4; the semicolon may be missing where no letter follows.
  private static func named(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) -> (Unicode.Scalar, end: Int)? {
    let longestName = 8
    var end = range.lowerBound
    while end < range.upperBound, end - range.lowerBound <= longestName, isAlphanumeric(bytes[end])
    {
      end += 1
    }
    guard (2...longestName).contains(end - range.lowerBound) else { return nil }
    let name = Array(bytes[range.lowerBound..<end]) + [0]
    let value = name == Array("apos\0".utf8) ? 0x27 : htmlEntityLookup(name)?.pointee.value
    guard let value, let scalar = Unicode.Scalar(value) else { return nil }
    let hasSemicolon = end < range.upperBound && bytes[end] == UInt8(ascii: ";")
    return (scalar, hasSemicolon ? end + 1 : end)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
