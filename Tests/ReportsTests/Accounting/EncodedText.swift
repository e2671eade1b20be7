import Diagnostics
import WritingSystems

/// Texts in other encodings than UTF-8.
enum EncodedText {
  static let all: [@Sendable (String) -> [UInt8]] = [
    { wide($0, 2, isBig: false) }, { wide($0, 2, isBig: true) }, { wide($0, 4, isBig: false) },
    { multibyte($0, gb18030) }, { multibyte($0, big5) },
  ]

  /// UTF-16 or UTF-32 with a byte order mark.
  private static func wide(_ text: String, _ width: Int, isBig: Bool) -> [UInt8] {
    let marked = "\u{FEFF}" + text
    let units = width == 2 ? marked.utf16.map(UInt32.init) : marked.unicodeScalars.map(\.value)
    return units.flatMap { unit in
      let bytes = (0..<width).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
      return isBig ? bytes.reversed() : bytes
    }
  }

  /// What the encoding has no two bytes for is left out.
  private static func multibyte(_ text: String, _ table: [Unicode.Scalar: [UInt8]]) -> [UInt8] {
    text.unicodeScalars.flatMap { $0.isASCII ? [UInt8($0.value)] : table[$0] ?? [] }
  }

  private static let gb18030 = table(of: .gb18030)
  private static let big5 = table(of: .big5HKSCS)

  /// The two bytes of each character, found by decoding all pairs.
  private static func table(of encoding: TextEncoding) -> [Unicode.Scalar: [UInt8]] {
    var pairs: [[UInt8]] = []
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F { pairs.append([lead, trail]) }
    }
    let bytes = pairs.flatMap { pair -> [UInt8] in pair + [0x0A] }
    let text = TextDecoder.decode(bytes, in: encoding).transcoding?.text ?? []
    let lines = String(decoding: text, as: UTF8.self).unicodeScalars.split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for (pair, line) in zip(pairs, lines) {
      guard line.count == 1, let scalar = line.first, scalar != "\u{FFFD}" else { continue }
      if table[scalar] == nil { table[scalar] = pair }
    }
    return table
  }
}
