/// Reads XML into a tree.
///
/// libxml2 decides whether it is well formed, within limits and without a document type
/// (`XMLCheck`); then it is divided in the same way as HTML, so that every text knows its bytes.
package enum XMLTree {
  /// The tree of a text in UTF-8.
  ///
  /// Names are given the prefixes of a table by their namespaces, whatever prefixes the file uses, so
  /// that `w:p` is always Word's paragraph.
  package static func read(
    _ bytes: [UInt8],
    prefixes: [String: String] = [:]
  ) throws(ContainerFault) -> MarkupTree {
    try XMLCheck.check(bytes)
    var builder = XMLTreeBuilder(bytes, prefixes)
    var tokenizer = MarkupTokenizer(bytes, isXML: true)
    while let token = tokenizer.next() { builder.add(token) }
    return builder.tree
  }
}

private struct XMLTreeBuilder {
  private(set) var tree: MarkupTree
  private var open: [Int] = []
  /// The prefix wanted for each namespace.
  private let wanted: [String: String]
  /// What a prefix of the file is called here, for those that are called otherwise.
  private var renamed: [String: String] = [:]

  init(_ bytes: [UInt8], _ prefixes: [String: String]) {
    tree = MarkupTree(bytes)
    wanted = prefixes
  }

  mutating func add(_ token: MarkupToken) {
    switch token.kind {
    case .text: _ = tree.append(.text, in: open.last, token.range)
    case .literal: _ = tree.append(.literal, in: open.last, token.range)
    case .comment: _ = tree.append(.comment, in: open.last, token.range)
    case .start(let name, let attributes, let isClosed):
      if !wanted.isEmpty { readNamespaces(attributes) }
      let node = tree.append(
        .element(canonical(name, isElement: true)),
        in: open.last,
        token.range,
        attributes: renamed.isEmpty ? attributes : attributes.map(canonical)
      )
      if !isClosed { open.append(node) }
    case .end:
      if let node = open.popLast() { tree.close(node) }
    }
  }

  /// Documents declare their namespaces at the top; a prefix given two of them is not told apart.
  private mutating func readNamespaces(_ attributes: [MarkupTree.Attribute]) {
    for attribute in attributes where attribute.name.hasPrefix("xmlns") {
      let namespace = String(decoding: tree.bytes[attribute.value], as: UTF8.self)
      guard let name = wanted[namespace] else { continue }
      let prefix = attribute.name == "xmlns" ? "" : String(attribute.name.dropFirst(6))
      if prefix != name { renamed[prefix] = name }
    }
  }

  private func canonical(_ attribute: MarkupTree.Attribute) -> MarkupTree.Attribute {
    MarkupTree.Attribute(
      name: canonical(attribute.name, isElement: false),
      value: attribute.value
    )
  }

  /// A name without a prefix is in a namespace only when it is an element's.
  private func canonical(_ name: String, isElement: Bool) -> String {
    guard !renamed.isEmpty else { return name }
    guard let colon = name.firstIndex(of: ":") else {
      let prefix = isElement ? renamed[""] : nil
      return prefix.map { $0.isEmpty ? name : "\($0):\(name)" } ?? name
    }
    guard let prefix = renamed[String(name[..<colon])] else { return name }
    let local = name[name.index(after: colon)...]
    return prefix.isEmpty ? String(local) : "\(prefix):\(local)"
  }
}
