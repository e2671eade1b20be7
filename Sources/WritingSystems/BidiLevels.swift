import CICU

/// In which direction the parts of a text are read, by the Unicode bidirectional algorithm (UAX #9).
package struct BidiLevels: Sendable {
  private let levels: [UInt8]

  /// Whether a text may have parts that are read from right to left: letters of such scripts, or
  /// characters that command a direction.
  package static func areNeeded(for text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x590: false
      case 0x590...0x8FF, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF,
        0xFE70...0xFEFC,
        0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }

  /// Finds the levels of a text whose lines run from left to right, as Chinese ones do.
  ///
  /// A number between words from right to left and Chinese is taken as Chinese: in 新疆شىنجاڭ2022年
  /// the year stays with its 年 (UAX #9, HL2; the bare algorithm would set it before the name).
  package init(of text: String) {
    var copy = Self.withChineseNumbers(text)
    levels = copy.withUTF8 { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
        count = bytes.count
        guard let target = buffer.baseAddress, let source = bytes.baseAddress else { return }
        target.initialize(repeating: 0, count: count)
        let failed = source.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          kanyin_icu_bidi_levels($0, Int32(bytes.count), target)
        }
        precondition(failed == 0, "a valid text has levels; ICU's error \(failed)")
      }
    }
  }

  /// The level of the character at a UTF-8 offset: even from left to right, odd the other way.
  package subscript(offset: Int) -> UInt8 { levels[offset] }

  /// The text with letters for the digits of numbers behind which Chinese follows.
  private static func withChineseNumbers(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var isBeforeChinese = false
    for index in scalars.indices.reversed() {
      switch scalars[index].value {
      case 0x30...0x39: if isBeforeChinese { scalars[index] = "A" }
      case 0..<0x41, 0x2010...0x2046, 0xA0...0xBF: break
      case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0x20000...0x3FFFD:
        isBeforeChinese = true
      default: isBeforeChinese = false
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}
