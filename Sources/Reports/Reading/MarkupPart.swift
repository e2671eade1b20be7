import Containers
import Diagnostics

/// Markup with the file it stands in: a page, or a member of an office document.
struct MarkupPart {
  let tree: MarkupTree
  let file: SourceFile.ID
  private let offsets: [UInt32]?

  init(_ tree: MarkupTree, of source: SourceFile) {
    self.tree = tree
    file = source.id
    offsets = source.transcoding?.offsets
  }

  /// The span in the file as given of bytes of the text.
  func span(of range: Range<Int>) -> Span {
    guard let offsets else {
      return Span(file: file, start: range.lowerBound, end: range.upperBound)
    }
    return Span(
      file: file,
      start: Int(offsets[range.lowerBound]),
      end: Int(offsets[range.upperBound])
    )
  }

  /// The span of the text, or the start tag, of a node.
  func span(of node: Int) -> Span { span(of: tree.nodes[node].range) }

  /// Adds the characters of a text with their places in the file as given.
  func append(_ node: Int, to strand: inout Strand) {
    tree.forEachScalar(of: node) { strand.append($0, at: span(of: $1)) }
  }

  /// The text of nodes as it stands, white space and all.
  func text(of nodes: Range<Int>) -> Strand {
    var strand = Strand(file: file)
    for node in nodes { append(node, to: &strand) }
    return strand
  }

  /// The value of an attribute as text with its places; nil without it.
  func text(of attribute: MarkupTree.Attribute?) -> Strand? {
    guard let attribute else { return nil }
    var strand = Strand(file: file)
    tree.forEachScalar(of: attribute) { strand.append($0, at: span(of: $1)) }
    return strand
  }

  func nodes(of element: Int) -> Range<Int> { element..<tree.nodes[element].end }

  func children(of element: Int, named name: String) -> [Int] {
    tree.children(of: element).filter { tree.nodes[$0].name == name }
  }

  /// The element reached by names from an element, each the first of its name.
  func element(_ path: [String], in element: Int) -> Int? {
    var found = element
    for name in path {
      guard let next = tree.children(of: found).first(where: { tree.nodes[$0].name == name }) else {
        return nil
      }
      found = next
    }
    return found
  }
}
