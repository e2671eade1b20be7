/// Markup as a tree of elements and texts, each with the bytes of the source it was read from.
///
/// The nodes stand in the order of the source, parents before their children, so that the nodes of
/// an element are one range and most questions are answered by one walk over an array. Depth is
/// limited (`HTMLTree`, `XMLTree`), so a walk by recursion is safe too.
package struct MarkupTree: Sendable {
  package struct Attribute: Hashable, Sendable {
    /// The name as written; in HTML in small letters.
    package let name: String
    /// The bytes of the value, without quotation marks.
    package let value: Range<Int>
  }

  package enum Kind: Hashable, Sendable {
    case element(String)
    /// Text with character references.
    case text
    /// Text without them: CDATA, the content of a script.
    case literal
    /// A comment or declaration.
    case comment
  }

  package struct Node: Sendable {
    package let kind: Kind
    /// The index of the element it stands in, or nil at the top.
    package let parent: Int?
    /// The bytes of a text, or of the start tag of an element.
    package let range: Range<Int>
    package let attributes: [Attribute]
    /// The index of the first node after it that stands not in it.
    package fileprivate(set) var end: Int

    /// The name of an element, else an empty string.
    package var name: String {
      if case .element(let name) = kind { name } else { "" }
    }

    package var isText: Bool {
      switch kind {
      case .text, .literal: true
      case .element, .comment: false
      }
    }
  }

  /// The source, in UTF-8.
  package let bytes: [UInt8]
  package private(set) var nodes: [Node] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Adds a node and gives its index; it ends at once unless it is closed later.
  mutating func append(
    _ kind: Kind,
    in parent: Int?,
    _ range: Range<Int>,
    attributes: [Attribute] = []
  ) -> Int {
    nodes.append(
      Node(
        kind: kind,
        parent: parent,
        range: range,
        attributes: attributes,
        end: nodes.count + 1
      )
    )
    return nodes.count - 1
  }

  mutating func close(_ node: Int) {
    nodes[node].end = nodes.count
  }

  /// The nodes directly in an element, in order.
  package func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var next = node + 1
    while next < nodes[node].end {
      children.append(next)
      next = nodes[next].end
    }
    return children
  }

  /// The value of an attribute, with its references read; nil without the attribute.
  package func value(_ name: String, of node: Int) -> String? {
    attribute(name, of: node).map { attribute in
      var text = String.UnicodeScalarView()
      CharacterReferences.read(bytes, attribute.value) { scalar, _ in text.append(scalar) }
      return String(text)
    }
  }

  package func attribute(_ name: String, of node: Int) -> Attribute? {
    nodes[node].attributes.first { $0.name == name }
  }

  /// Calls with each character of a text and the bytes it stands for: `&nbsp;` is one character.
  package func forEachScalar(of node: Int, _ body: (Unicode.Scalar, Range<Int>) -> Void) {
    switch nodes[node].kind {
    case .text: CharacterReferences.read(bytes, nodes[node].range, body)
    case .literal: CharacterReferences.readLiteral(bytes, nodes[node].range, body)
    case .element, .comment: break
    }
  }

  /// Calls with each character of the value of an attribute and its bytes.
  package func forEachScalar(
    of attribute: Attribute,
    _ body: (Unicode.Scalar, Range<Int>) -> Void
  ) {
    CharacterReferences.read(bytes, attribute.value, body)
  }
}
