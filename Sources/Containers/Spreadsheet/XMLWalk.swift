/// Walks over XML from front to back without keeping a tree, for parts that may be long.
///
/// Names are given without their prefixes: programs differ in those, and no two elements of one
/// part of a spreadsheet are told apart by them.
struct XMLWalk {
  enum Event {
    case start(String, [MarkupTree.Attribute], isClosed: Bool)
    case end(String)
    /// Text with character references.
    case text(Range<Int>)
    /// Text without them.
    case literal(Range<Int>)
  }

  let bytes: [UInt8]

  /// Takes valid UTF-8 that is well-formed XML within limits (`XMLCheck`), and refuses what is not.
  init(checking bytes: [UInt8]) throws(ContainerFault) {
    try XMLCheck.check(bytes)
    self.bytes = bytes
  }

  func walk(_ visit: (Event) throws(ContainerFault) -> Void) throws(ContainerFault) {
    var tokenizer = MarkupTokenizer(bytes, isXML: true)
    while let token = tokenizer.next() {
      switch token.kind {
      case .text: try visit(.text(token.range))
      case .literal: try visit(.literal(token.range))
      case .start(let name, let attributes, let isClosed):
        try visit(.start(Self.local(name), attributes, isClosed: isClosed))
      case .end(let name): try visit(.end(Self.local(name)))
      case .comment: break
      }
    }
  }

  /// The value of an attribute by its local name; of two the first.
  func value(_ name: String, _ attributes: [MarkupTree.Attribute]) -> String? {
    guard let attribute = attributes.first(where: { Self.local($0.name) == name }) else {
      return nil
    }
    var text = String.UnicodeScalarView()
    CharacterReferences.read(bytes, attribute.value) { scalar, _ in text.append(scalar) }
    return String(text)
  }

  func number(_ name: String, _ attributes: [MarkupTree.Attribute]) -> Int? {
    value(name, attributes).flatMap { Int($0) }
  }

  func flag(_ name: String, _ attributes: [MarkupTree.Attribute]) -> Bool {
    let value = value(name, attributes)
    return value == "1" || value == "true"
  }

  /// Adds the UTF-8 of a text, references read.
  func append(_ event: Event, to text: inout [UInt8]) {
    switch event {
    case .text(let range):
      guard bytes[range].contains(UInt8(ascii: "&")) else { return text += bytes[range] }
      CharacterReferences.read(bytes, range) { scalar, _ in text += Array(String(scalar).utf8) }
    case .literal(let range): text += bytes[range]
    case .start, .end: break
    }
  }

  static func local(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }
}
