import Containers
import Diagnostics
import WritingSystems

/// What styles say: which are of titles, which are bold or hidden, and the numbers of lists.
struct OpenStyles {
  private(set) var bold: Set<String> = []
  /// Styles whose words nobody sees (ODF 1.3, part 3, 20.253).
  private var hidden: Set<String> = []
  private var parents: [String: String] = [:]
  private var listNames: [String: String] = [:]
  private(set) var numbering = OpenNumbering()
  /// What stands around each page, as words of its own.
  private(set) var furniture: [RawDocument.Dropped] = []

  mutating func read(_ part: MarkupPart) {
    for node in part.tree.nodes.indices {
      switch part.tree.nodes[node].name {
      case "style:style": readStyle(node, part)
      case "text:list-style", "text:outline-style": numbering.readStyle(node, part)
      case let name where name.hasPrefix("style:header") && !name.hasSuffix("-style"):
        readFurniture(node, part, .pageHead)
      case let name where name.hasPrefix("style:footer") && !name.hasSuffix("-style"):
        readFurniture(node, part, .footer)
      default: break
      }
    }
  }

  private mutating func readFurniture(
    _ node: Int,
    _ part: MarkupPart,
    _ kind: Report.Dropped.Kind
  ) {
    for child in part.tree.children(of: node) {
      let text = part.text(of: part.nodes(of: child)).collapsed()
      if !text.isBlank { furniture.append(.init(text: text, kind: kind, rule: nil)) }
    }
  }

  private mutating func readStyle(_ node: Int, _ part: MarkupPart) {
    guard let name = part.tree.value("style:name", of: node) else { return }
    parents[name] = part.tree.value("style:parent-style-name", of: node)
    listNames[name] = part.tree.value("style:list-style-name", of: node)
    guard let properties = part.element(["style:text-properties"], in: node) else { return }
    if part.tree.value("fo:font-weight", of: properties) == "bold" { bold.insert(name) }
    if part.tree.value("text:display", of: properties) == "none" { hidden.insert(name) }
  }

  func isHidden(_ name: String?) -> Bool { chain(name).contains(where: hidden.contains) }

  /// The list style that a paragraph's style names; an empty name says that it has none.
  func listName(of name: String?) -> String? { chain(name).lazy.compactMap { listNames[$0] }.first }

  /// A style and those that it is made from, itself first.
  private func chain(_ name: String?) -> [String] {
    var chain: [String] = []
    var next = name
    // A style may by mistake be made from itself.
    while let name = next, chain.count < 16 {
      chain.append(name)
      next = parents[name]
    }
    return chain
  }

  /// What a style makes of a paragraph, itself or by a style that it is made from.
  func form(of name: String?) -> Line.Form? {
    for name in chain(name) {
      if name == "Title" { return .title }
      if Self.captions.contains(name) { return .caption }
    }
    return nil
  }

  /// The styles that LibreOffice gives captions; WPS has its own.
  private static let captions: Set<String> = [
    "Caption", "Illustration", "Drawing", "Figure", "题注",
  ]
}
