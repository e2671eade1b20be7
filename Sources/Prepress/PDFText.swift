import Diagnostics
import Geometry

/// Objects of a PDF written as text (ISO 32000-1, 7.3).
enum PDFText {
  /// A text string: ASCII as it is, all else in UTF-16 with its mark (7.9.2.2).
  static func string(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return literal(text) }
    return "<FEFF\(text.utf16.map { hex(Int($0), digits: 4) }.joined())>"
  }

  /// A name with all but regular ASCII characters escaped (7.3.5).
  static func name(_ name: String) -> String {
    if name.utf8.allSatisfy(isRegular) { return "/" + name }
    var written = "/"
    for byte in name.utf8 {
      written += isRegular(byte) ? String(Unicode.Scalar(byte)) : "#\(hex(Int(byte), digits: 2))"
    }
    return written
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: byte > 0x20 && byte < 0x7F
    }
  }

  /// A length in points with three decimals.
  static func number(_ length: Length) -> String { length.description }

  /// A ratio with at most six decimals, trailing zeros trimmed.
  static func number(_ ratio: Ratio) -> String {
    let magnitude = ratio.millionths.magnitude
    let whole = magnitude / 1_000_000
    var fraction = String(magnitude % 1_000_000 + 1_000_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    let sign = ratio.millionths < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }

  static func rectangle(_ rect: Rect) -> String {
    "[\(rect.minX) \(rect.minY) \(rect.maxX) \(rect.maxY)]"
  }

  static func hex(_ number: Int, digits: Int) -> String {
    String(number, digits: digits, radix: 16, uppercase: true)
  }

  private static func literal(_ text: String) -> String {
    var written = "("
    for character in text {
      if character == "(" || character == ")" || character == "\\" { written += "\\" }
      written.append(character)
    }
    return written + ")"
  }
}

/// The number of an indirect object, always of generation 0.
struct PDFReference: Hashable, CustomStringConvertible {
  let number: Int

  /// As other objects refer to it.
  var description: String { "\(number) 0 R" }
}

/// A dictionary in the order in which its entries were set; values are written objects.
struct PDFDictionary: CustomStringConvertible {
  private(set) var entries: [(key: String, value: String)]

  init(_ entries: [(key: String, value: String)] = []) {
    self.entries = entries
  }

  /// Setting nil takes the entry out.
  subscript(key: String) -> String? {
    get { entries.first { $0.key == key }?.value }
    set {
      if let index = entries.firstIndex(where: { $0.key == key }) {
        if let newValue { entries[index].value = newValue } else { entries.remove(at: index) }
      } else if let newValue {
        entries.append((key, newValue))
      }
    }
  }

  var description: String {
    var written = "<<"
    for (key, value) in entries { written += " \(PDFText.name(key)) \(value)" }
    return written + " >>"
  }
}
