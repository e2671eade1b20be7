/// Reads HTML, as saved from a site or as typed, into a tree.
///
/// Elements are nested by the rules of the HTML Standard that pages depend on: end tags that may be
/// left out, elements without content, scripts. Nothing is refused. Scripts are not run and nothing
/// that the page names is fetched.
package enum HTMLTree {
  /// Elements nested deeper become brothers of the deepest; browsers stop at 512.
  package static let deepest = 256

  /// The tree of a text in UTF-8.
  package static func read(_ bytes: [UInt8]) -> MarkupTree {
    var builder = HTMLTreeBuilder(bytes)
    var tokenizer = MarkupTokenizer(bytes, isXML: false)
    while let token = tokenizer.next() { builder.add(token) }
    return builder.finish()
  }
}

private struct HTMLTreeBuilder {
  private var tree: MarkupTree
  /// The elements that are open, outermost first.
  private var open: [(node: Int, name: String, traits: HTMLElements.Traits)] = []
  /// The elements that are open beyond the depth allowed.
  private var tooDeep = 0

  init(_ bytes: [UInt8]) {
    tree = MarkupTree(bytes)
  }

  mutating func add(_ token: MarkupToken) {
    switch token.kind {
    case .text: _ = tree.append(.text, in: open.last?.node, token.range)
    case .literal: _ = tree.append(.literal, in: open.last?.node, token.range)
    case .comment: _ = tree.append(.comment, in: open.last?.node, token.range)
    case .start(let name, let attributes, let isClosed):
      start(name, attributes, isClosed: isClosed, token.range)
    case .end(let name): end(name, token.range)
    }
  }

  mutating func finish() -> MarkupTree {
    close(downTo: 0)
    return tree
  }

  private mutating func start(
    _ name: String,
    _ attributes: [MarkupTree.Attribute],
    isClosed: Bool,
    _ range: Range<Int>
  ) {
    if HTMLElements.endsParagraph.contains(name) {
      endOpen(.paragraph, within: .paragraphScope)
    }
    if let rule = HTMLElements.implied[name] { endOpen(rule.ends, within: rule.within) }
    let node = tree.append(.element(name), in: open.last?.node, range, attributes: attributes)
    // Only names with a prefix (o:p, of Word) may close themselves: HTML ignores the slash.
    let hasNoContent = HTMLElements.void.contains(name) || (isClosed && name.contains(":"))
    if hasNoContent { return }
    if open.count < HTMLTree.deepest {
      open.append((node, name, HTMLElements.traits(of: name)))
    } else {
      tooDeep += 1
    }
  }

  /// Ends the innermost open element of some kind, and all within it.
  private mutating func endOpen(_ kind: HTMLElements.Traits, within scope: HTMLElements.Traits) {
    for place in open.indices.reversed() {
      if !open[place].traits.isDisjoint(with: kind) { return close(downTo: place) }
      if !open[place].traits.isDisjoint(with: scope) { return }
    }
  }

  private mutating func end(_ name: String, _ range: Range<Int>) {
    // </br> is written for <br> (13.2.6.4.7).
    if name == "br" { _ = tree.append(.element("br"), in: open.last?.node, range) }
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    let staysInCell = !HTMLElements.tableParts.contains(name)
    for place in open.indices.reversed() {
      if open[place].name == name { return close(downTo: place) }
      if staysInCell, open[place].traits.contains(.cell) { return }
    }
  }

  private mutating func close(downTo count: Int) {
    while open.count > count { tree.close(open.removeLast().node) }
    tooDeep = 0
  }
}
