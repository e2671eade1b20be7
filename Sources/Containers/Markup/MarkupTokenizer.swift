/// One piece of markup and the bytes it takes.
struct MarkupToken {
  enum Kind {
    /// Running text, with character references.
    case text
    /// Text without character references: a CDATA section, the inside of a script.
    case literal
    case start(name: String, attributes: [MarkupTree.Attribute], isClosed: Bool)
    case end(name: String)
    /// A comment, a declaration, a processing instruction.
    case comment
  }

  let kind: Kind
  /// Of text the text itself, of anything else all of it with its brackets.
  let range: Range<Int>
}

/// Divides markup into tokens, each with its bytes, in one pass from front to back.
///
/// For HTML the rules are those of the HTML Standard, 13.2.5 (tokenization), without the states that
/// only differ in the errors they report. No input is refused, and none takes more than linear time:
/// what is opened and never closed (`<a href="`) is text to the end of the file.
struct MarkupTokenizer {
  private let bytes: [UInt8]
  private let isXML: Bool
  private var index = 0
  /// The element whose content is no markup, until its end tag: `script`.
  private var rawName: String?

  init(_ bytes: [UInt8], isXML: Bool) {
    self.bytes = bytes
    self.isXML = isXML
  }

  mutating func next() -> MarkupToken? {
    guard index < bytes.count else { return nil }
    if let name = rawName {
      rawName = nil
      if let token = raw(until: name) { return token }
    }
    return markup() ?? text()
  }

  /// Text up to the next tag; it begins here even when the first character is a `<` that opens none.
  private mutating func text() -> MarkupToken {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != Self.less || !opensMarkup(index) { index += 1 }
    return MarkupToken(kind: .text, range: start..<index)
  }

  private func opensMarkup(_ place: Int) -> Bool {
    guard place + 1 < bytes.count else { return false }
    let next = bytes[place + 1]
    if next == Self.slash { return place + 2 < bytes.count && beginsName(bytes[place + 2]) }
    return beginsName(next) || next == Self.exclamation || next == Self.question
  }

  private mutating func markup() -> MarkupToken? {
    guard bytes[index] == Self.less, opensMarkup(index) else { return nil }
    let start = index
    switch bytes[index + 1] {
    case Self.exclamation, Self.question: return declaration()
    case Self.slash:
      index += 2
      let name = name()
      skip(to: Self.greater)
      return MarkupToken(kind: .end(name: name), range: start..<index)
    default: return startTag()
    }
  }

  // MARK: Declarations and comments

  private mutating func declaration() -> MarkupToken {
    let start = index
    if begins("<![CDATA[") {
      let end = find("]]>", from: start + 9) ?? bytes.count
      index = min(bytes.count, end + 3)
      guard isXML else { return MarkupToken(kind: .comment, range: start..<index) }
      return MarkupToken(kind: .literal, range: (start + 9)..<end)
    }
    if begins("<!--") {
      // `<!-->` is a whole comment (HTML Standard, 13.2.5.43).
      index = find("-->", from: start + (isXML ? 4 : 2)).map { $0 + 3 } ?? bytes.count
    } else if isXML, bytes[start + 1] == Self.question {
      index = find("?>", from: start + 2).map { $0 + 2 } ?? bytes.count
    } else {
      skip(to: Self.greater)
    }
    return MarkupToken(kind: .comment, range: start..<index)
  }

  private func begins(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.count else { return false }
    return (0..<length).allSatisfy { bytes[index + $0] == word.utf8Start[$0] }
  }

  private func find(_ word: StaticString, from start: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    var place = start
    while place + length <= bytes.count {
      if (0..<length).allSatisfy({ bytes[place + $0] == word.utf8Start[$0] }) { return place }
      place += 1
    }
    return nil
  }

  // MARK: Tags

  private mutating func startTag() -> MarkupToken {
    let start = index
    index += 1
    let name = name()
    guard let (attributes, isClosed) = attributes() else {
      index = bytes.count
      return MarkupToken(kind: .text, range: start..<index)
    }
    if !isXML, HTMLElements.raw.contains(name) { rawName = name }
    return MarkupToken(
      kind: .start(name: name, attributes: attributes, isClosed: isClosed),
      range: start..<index
    )
  }

  /// The attributes up to the end of the tag; nil when the file ends in it.
  private mutating func attributes() -> (list: [MarkupTree.Attribute], isClosed: Bool)? {
    var list: [MarkupTree.Attribute] = []
    while true {
      skipSpace()
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case Self.greater:
        index += 1
        return (list, false)
      case Self.slash:
        index += 1
        if index < bytes.count, bytes[index] == Self.greater {
          index += 1
          return (list, true)
        }
      default:
        guard let attribute = attribute() else { return nil }
        // An element with thousands of attributes is no page; the first are enough.
        if list.count < Self.mostAttributes { list.append(attribute) }
      }
    }
  }

  private static let mostAttributes = 256

  private mutating func attribute() -> MarkupTree.Attribute? {
    let start = index
    // An equals sign here begins a name (13.2.5.32).
    index += 1
    while index < bytes.count, !endsName(bytes[index]), bytes[index] != Self.equals { index += 1 }
    let name = word(start..<index)
    let afterName = index
    skipSpace()
    guard index < bytes.count, bytes[index] == Self.equals else {
      index = afterName
      return MarkupTree.Attribute(name: name, value: afterName..<afterName)
    }
    index += 1
    skipSpace()
    guard index < bytes.count else { return nil }
    let quote = bytes[index]
    if quote == Self.quote || quote == Self.apostrophe {
      let valueStart = index + 1
      guard let end = bytes[valueStart...].firstIndex(of: quote) else { return nil }
      index = end + 1
      return MarkupTree.Attribute(name: name, value: valueStart..<end)
    }
    let valueStart = index
    while index < bytes.count, bytes[index] != Self.greater, !isSpace(bytes[index]) { index += 1 }
    return MarkupTree.Attribute(name: name, value: valueStart..<index)
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, !endsName(bytes[index]) { index += 1 }
    return word(start..<index)
  }

  /// A name as it is compared: in HTML in small letters.
  private func word(_ range: Range<Int>) -> String {
    // No element or attribute has a name this long; it bounds what is kept of hostile ones.
    let kept = range.prefix(64)
    guard !isXML else {
      return String(decoding: bytes[kept.startIndex..<kept.endIndex], as: UTF8.self)
    }
    let small = bytes[range.lowerBound..<(range.lowerBound + kept.count)].map { byte in
      (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
    }
    return String(decoding: small, as: UTF8.self)
  }

  /// The content of an element such as a script; nil when there is none.
  private mutating func raw(until name: String) -> MarkupToken? {
    let start = index
    while index < bytes.count, !endsRaw(name, at: index) { index += 1 }
    guard index > start else { return nil }
    let hasReferences = HTMLElements.rawWithReferences.contains(name)
    return MarkupToken(kind: hasReferences ? .text : .literal, range: start..<index)
  }

  private func endsRaw(_ name: String, at place: Int) -> Bool {
    guard bytes[place] == Self.less, place + 2 + name.utf8.count <= bytes.count,
      bytes[place + 1] == Self.slash
    else { return false }
    let after = place + 2 + name.utf8.count
    guard after == bytes.count || endsName(bytes[after]) else { return false }
    return zip(bytes[(place + 2)..<after], name.utf8).allSatisfy { ($0 | 0x20) == $1 }
  }

  // MARK: Bytes

  private mutating func skipSpace() {
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
  }

  private mutating func skip(to byte: UInt8) {
    while index < bytes.count, bytes[index] != byte { index += 1 }
    index = min(bytes.count, index + 1)
  }

  private func beginsName(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return (0x61...0x7A).contains(small)
      || (isXML && (byte >= 0x80 || byte == 0x5F || byte == 0x3A))
  }

  private func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == Self.slash || byte == Self.greater
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static let less = UInt8(ascii: "<")
  private static let greater = UInt8(ascii: ">")
  private static let slash = UInt8(ascii: "/")
  private static let equals = UInt8(ascii: "=")
  private static let exclamation = UInt8(ascii: "!")
  private static let question = UInt8(ascii: "?")
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
}
