import Diagnostics

/// A JSON value whose objects keep the order of their members.
///
/// The order of keys is part of the contract of `--json`, and Foundation's encoder does not keep
/// it. Written as RFC 8259 asks.
package indirect enum JSONValue: Hashable, Sendable {
  /// One key with its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])
}

extension JSONValue {
  /// A text, or null for none and for an empty one: the contract knows no empty strings.
  package static func text(_ text: String?) -> JSONValue {
    text.flatMap { $0.isEmpty ? nil : .string($0) } ?? .null
  }

  /// A number, or null for none.
  package static func number(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByIntegerLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  package init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONValue {
  /// The widest line that an array or an object stands on as a whole, in bytes.
  private static let widest = 100

  /// The value as text, ending in a line end.
  ///
  /// What fits on a line stands on one; the rest is broken and indented by two spaces.
  package var printed: String {
    var text = ""
    write(into: &text, indent: 0)
    return text + "\n"
  }

  private func write(into text: inout String, indent: Int) {
    let line = onOneLine
    if line.utf8.count + indent <= Self.widest {
      text += line
      return
    }
    switch self {
    case .array(let values):
      let rows = values.map { ("", $0) }
      Self.write(rows, between: ("[", "]"), into: &text, indent: indent)
    case .object(let members):
      let rows = members.map { (Self.quoted($0.key) + ": ", $0.value) }
      Self.write(rows, between: ("{", "}"), into: &text, indent: indent)
    case .null, .bool, .integer, .number, .string:
      text += line
    }
  }

  private static func write(
    _ rows: [(key: String, value: JSONValue)],
    between brackets: (open: String, close: String),
    into text: inout String,
    indent: Int
  ) {
    text += brackets.open
    for (index, row) in rows.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + String(repeating: " ", count: indent + 2) + row.key
      row.value.write(into: &text, indent: indent + 2)
    }
    text += "\n" + String(repeating: " ", count: indent) + brackets.close
  }

  /// The value without a line end anywhere.
  package var onOneLine: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): ShortestNumber.text(value) ?? "null"
    case .string(let text): Self.quoted(text)
    case .array(let values): values.isEmpty ? "[]" : Self.joined(values.map(\.onOneLine), "[", "]")
    case .object(let members):
      members.isEmpty
        ? "{}"
        : Self.joined(members.map { "\(Self.quoted($0.key)): \($0.value.onOneLine)" }, "{ ", " }")
    }
  }

  private static func joined(_ parts: [String], _ open: String, _ close: String) -> String {
    open + parts.joined(separator: ", ") + close
  }

  /// A string with what RFC 8259 §7 wants escaped; U+2028 and U+2029 too, which scripts trip over.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        quoted += "\\u" + String(scalar.value, digits: 4, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// Binary numbers as text, without locale.
enum ShortestNumber {
  /// The fewest digits that read back as the same number, whole numbers without a point; nil for
  /// what is no number.
  static func text(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    // Above 2^53 not every whole number is a Double, so the shortest form is the honest one.
    let exact = 9_007_199_254_740_992.0
    if value.rounded() == value, value.magnitude <= exact { return String(Int(value)) }
    return value.description
  }
}
