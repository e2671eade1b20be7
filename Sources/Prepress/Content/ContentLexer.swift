/// Cuts a content stream into tokens (ISO 32000-1, 7.2 and 7.8.2) without copying a byte.
struct ContentLexer {
  enum Kind: UInt8 {
    case number
    case name
    case string
    /// `[`, `]`, `<<` or `>>`.
    case bracket
    /// An operator, or one of the words `true`, `false`, `null`.
    case word
  }

  struct Token {
    var kind: Kind
    var start: Int
    var end: Int
  }

  /// A byte offset at which nothing can begin or something never ends.
  struct Fault: Error, Hashable {
    var offset: Int
  }

  private let content: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ content: UnsafeBufferPointer<UInt8>) {
    self.content = content
  }

  /// The next token; nil at the end.
  ///
  /// White space and comments belong to none.
  mutating func next() throws(Fault) -> Token? {
    skipSpace()
    guard place < content.count else { return nil }
    let start = place
    let kind = try scan()
    return Token(kind: kind, start: start, end: place)
  }

  private mutating func skipSpace() {
    while place < content.count {
      let byte = content[place]
      if byte == Self.percent {
        while place < content.count, content[place] != 0x0A, content[place] != 0x0D { place += 1 }
      } else if Self.isSpace(byte) {
        place += 1
      } else {
        return
      }
    }
  }

  private mutating func scan() throws(Fault) -> Kind {
    let byte = content[place]
    switch byte {
    case UInt8(ascii: "("):
      try skipString()
      return .string
    case UInt8(ascii: "<"):
      if place + 1 < content.count, content[place + 1] == byte {
        place += 2
        return .bracket
      }
      try skipHexString()
      return .string
    case UInt8(ascii: ">"):
      guard place + 1 < content.count, content[place + 1] == byte else {
        throw Fault(offset: place)
      }
      place += 2
      return .bracket
    case UInt8(ascii: "["), UInt8(ascii: "]"):
      place += 1
      return .bracket
    case UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"): throw Fault(offset: place)
    case UInt8(ascii: "/"):
      place += 1
      skipRegular()
      return .name
    default:
      skipRegular()
      return Self.beginsNumber(byte) ? .number : .word
    }
  }

  /// A string in parentheses, which nest; a backslash guards the byte after it.
  private mutating func skipString() throws(Fault) {
    let start = place
    var depth = 0
    while place < content.count {
      switch content[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
    throw Fault(offset: start)
  }

  private mutating func skipHexString() throws(Fault) {
    let start = place
    while place < content.count {
      place += 1
      if content[place - 1] == UInt8(ascii: ">") { return }
    }
    throw Fault(offset: start)
  }

  private mutating func skipRegular() {
    while place < content.count, Self.isRegular(content[place]) { place += 1 }
  }

  private static let percent = UInt8(ascii: "%")

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), percent:
      false
    default: !isSpace(byte)
    }
  }

  private static func beginsNumber(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
  }
}
