import Containers

/// What the style sheet of a document says of its paragraphs.
struct WordStyles {
  struct Style {
    var name = ""
    var base: String?
    /// The rank of a heading, 1 the highest.
    var outline: Int?
    var numbering: WordNumbering.Reference?
    var isBold = false
  }

  private var styles: [String: Style] = [:]

  init(_ part: MarkupPart?) {
    guard let part else { return }
    for node in part.tree.nodes.indices where part.tree.nodes[node].name == "w:style" {
      guard let id = part.tree.value("w:styleId", of: node) else { continue }
      var style = Style()
      if let name = part.element(["w:name"], in: node) {
        style.name = part.tree.value("w:val", of: name) ?? ""
      }
      if let base = part.element(["w:basedOn"], in: node) {
        style.base = part.tree.value("w:val", of: base)
      }
      if let properties = part.element(["w:pPr"], in: node) {
        style.outline = Self.outline(of: properties, in: part)
        style.numbering = WordNumbering.reference(of: properties, in: part)
      }
      if let run = part.element(["w:rPr"], in: node) {
        style.isBold = Self.isOn("w:b", of: run, in: part) ?? false
      }
      styles[id] = style
    }
  }

  /// The rank that properties of a paragraph give it: levels 0 to 8 are ranks 1 to 9.
  static func outline(of properties: Int, in part: MarkupPart) -> Int? {
    guard let node = part.element(["w:outlineLvl"], in: properties),
      let level = part.tree.value("w:val", of: node).flatMap({ Int($0) }), (0...8).contains(level)
    else { return nil }
    return level + 1
  }

  /// Whether a property that is on or off is on; nil when it is not said.
  static func isOn(_ name: String, of properties: Int, in part: MarkupPart) -> Bool? {
    guard let node = part.element([name], in: properties) else { return nil }
    let value = part.tree.value("w:val", of: node) ?? "1"
    return !["0", "false", "off", "none"].contains(value)
  }

  /// A style and those that it is based on, itself first.
  private func chain(_ id: String?) -> [Style] {
    var chain: [Style] = []
    var next = id
    // A style may by mistake be based on itself.
    while let id = next, let style = styles[id], chain.count < 16 {
      chain.append(style)
      next = style.base
    }
    return chain
  }

  func numbering(of id: String?) -> WordNumbering.Reference? {
    chain(id).lazy.compactMap(\.numbering).first
  }

  func isBold(_ id: String?) -> Bool { chain(id).contains(where: \.isBold) }

  /// What a style makes of a paragraph.
  func form(of id: String?) -> Line.Form {
    let chain = chain(id)
    if let rank = chain.lazy.compactMap(\.outline).first { return .heading(rank) }
    for style in chain {
      let name = style.name.lowercased()
      for word in ["heading ", "标题 "] where name.hasPrefix(word) {
        if let rank = Int(name.dropFirst(word.count)) { return .heading(rank) }
      }
      if name == "title" || name == "标题" { return .title }
      if name == "caption" || name == "题注" { return .caption }
      if name.hasPrefix("list bullet") { return .item }
    }
    return .plain
  }

  /// Whether a style is one of a table of contents.
  func isContents(_ id: String?) -> Bool {
    chain(id).contains { style in
      let name = style.name.lowercased()
      return name.hasPrefix("toc ") || name == "toc heading" || name.hasPrefix("目录")
    }
  }
}
