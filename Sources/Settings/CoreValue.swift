import Diagnostics

/// The type of a scalar, read from its text by the core schema of YAML 1.2 (§10.3), made strict.
///
/// `010`, `12:30:00`, `no` and `1_000` are text here and not 8, 45000, false and 1000: a number
/// has no leading zero, so that serial numbers stay what they are. Only decimal numbers are read.
package enum CoreValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text

  package init(_ scalar: SettingNode.Scalar) {
    self = scalar.isQuoted ? .text : CoreValue(plain: scalar.text.string)
  }

  /// The type of an unquoted text.
  package init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .flag(true)
    case "false", "False", "FALSE": self = .flag(false)
    default: self = Self.number(text) ?? .text
    }
  }

  private static func number(_ text: String) -> CoreValue? {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = takeDigits(&rest)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
    if rest.isEmpty {
      return Int(text).map(CoreValue.integer) ?? Double(text).map(CoreValue.number)
    }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard !takeDigits(&rest).isEmpty else { return nil }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard !takeDigits(&rest).isEmpty else { return nil }
    }
    return rest.isEmpty ? Double(text).map(CoreValue.number) : nil
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }
}
