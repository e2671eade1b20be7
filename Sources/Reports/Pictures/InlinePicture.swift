import Containers
import Diagnostics
import FoundationEssentials

/// A picture written out in a text: the address `data:image/png;base64,…` (RFC 2397), or base64 alone
/// as in a flat ODF file.
struct InlinePicture {
  /// What stands in the place of the address in the text: `data:image/png`.
  let label: String
  private let isBase64: Bool
  /// The payload, white space and references read.
  private let payload: ArraySlice<UInt8>

  /// Reads what stands at a place in a text in UTF-8.
  init(_ text: ArraySlice<UInt8>) {
    let text = text.contains(UInt8(ascii: "&")) ? Self.read(text)[...] : text
    let start = text.prefix(5).map { $0 | 0x20 }
    guard start.elementsEqual("data:".utf8), let comma = text.firstIndex(of: UInt8(ascii: ","))
    else {
      label = "base64"
      isBase64 = true
      payload = Self.withoutSpace(text)
      return
    }
    let head = String(decoding: text[text.startIndex..<comma].prefix(100), as: UTF8.self)
    label = Self.label(text.prefix(100))
    isBase64 = head.lowercased().filter { !$0.isWhitespace }.hasSuffix(";base64")
    let rest = text[(comma + 1)...]
    payload = isBase64 ? Self.withoutSpace(rest) : rest
  }

  /// The label of an address of which only the beginning is at hand.
  static func label(_ start: some Collection<UInt8>) -> String {
    let head = String(decoding: start, as: UTF8.self)
    return String(head.prefix { $0 != ";" && $0 != "," && !$0.isWhitespace })
  }

  private static func read(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var read: [UInt8] = []
    read.reserveCapacity(text.count)
    CharacterReferences.read(Array(text), 0..<text.count) { scalar, _ in
      read.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return read
  }

  private static func withoutSpace(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.contains { $0 <= 0x20 } ? text.filter { $0 > 0x20 }[...] : text
  }

  /// The size in bytes; nil when the payload is no base64 (RFC 4648, 4), whole groups of four.
  var byteCount: Int? {
    guard isBase64 else { return PercentEncoding.decode(Array(payload)).count }
    var end = payload.endIndex
    while end > payload.startIndex, payload.endIndex - end < 2,
      payload[end - 1] == UInt8(ascii: "=")
    {
      end -= 1
    }
    let isWhole = payload.count % 4 == 0 || end == payload.endIndex && payload.count % 4 > 1
    guard isWhole, payload[..<end].allSatisfy(Self.isDigit) else { return nil }
    return (end - payload.startIndex) * 3 / 4
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"): true
    default: false
    }
  }

  /// The bytes, or the first so many of them; nil when the payload is no base64.
  func bytes(first count: Int? = nil) -> [UInt8]? {
    guard isBase64 else {
      return PercentEncoding.decode(Array(count.map { payload.prefix(3 * $0) } ?? payload))
    }
    var digits = Array(count.map { payload.prefix(($0 + 2) / 3 * 4) } ?? payload)
    // The padding may be left out (RFC 4648, 3.2).
    while digits.count % 4 != 0 { digits.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(digits)).map { Array($0) }
  }
}
