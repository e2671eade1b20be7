import Diagnostics
import DocumentModel
import Geometry
import OrderedCollections
import Settings
import Typography

extension TemplateReader {
  mutating func readComponents() -> OrderedDictionary<String, Template.Component> {
    var components: OrderedDictionary<String, Template.Component> = [:]
    for entry in root["components"]?.entries ?? [] {
      checkName(entry)
      let parameters = (entry.value["parameters"]?.entries ?? []).map { parameter in
        Template.Component.Parameter(
          name: parameter.key,
          isOptional: parameter.value["optional"]?.flag ?? false
        )
      }
      let ids = ids(in: entry.value["body"])
      scope.component = parameters.map(\.name)
      scope.componentIDs = ids
      let body = readBlocks(entry.value["body"])
      scope.component = []
      scope.componentIDs = []
      components[entry.key] = Template.Component(parameters: parameters, ids: ids, body: body)
      checkCycle(from: entry)
    }
    return components
  }

  /// A component that uses itself, over others or not, would never end.
  private mutating func checkCycle(from entry: SettingNode.Entry) {
    var waiting: [(name: String, chain: [String])] = [(entry.key, [entry.key])]
    var seen: Set<String> = []
    while let (name, chain) = waiting.popLast() {
      for use in uses(in: root["components"]?[name]?["body"]) {
        let chain = chain + [use.string ?? ""]
        if use.string == entry.key {
          findings.add(
            Finding(
              .layoutCycle,
              at: use.span,
              [
                "kind": .words(Bilingual("部件", "component")),
                "chain": .word(chain.joined(separator: " → ")),
              ]
            )
          )
          return
        }
        if let next = use.string, seen.insert(next).inserted { waiting.append((next, chain)) }
      }
    }
  }

  /// All `use:` below a node.
  private func uses(in node: SettingNode?) -> [SettingNode] {
    guard let node else { return [] }
    let own = node["use"].map { [$0] } ?? []
    return own + node.items.flatMap { uses(in: $0) }
      + node.entries.flatMap { uses(in: $0.value) }
  }

  /// The ids of the blocks below a node.
  func ids(in node: SettingNode?) -> Set<String> {
    guard let node else { return [] }
    var ids: Set<String> = []
    for block in node.items {
      if let id = block["id"]?.string { ids.insert(id) }
      for key in ["box", "content", "otherwise"] { ids.formUnion(self.ids(in: block[key])) }
      for cell in block["row"]?.items ?? [] { ids.formUnion(self.ids(in: cell["content"])) }
    }
    return ids
  }

  mutating func readBlocks(_ node: SettingNode?) -> [TemplateBlock] {
    (node?.items ?? []).compactMap { readBlock($0) }
  }

  private mutating func readBlock(_ node: SettingNode) -> TemplateBlock? {
    guard let content = content(of: node) else { return nil }
    return TemplateBlock(
      content: content,
      placement: placement(node["at"]),
      spaceBefore: length(node["space-before"], key: "space-before"),
      spaceAfter: length(node["space-after"], key: "space-after"),
      extent: length(node["extent"], key: "extent"),
      verticalAlignment: choice(node["vertical"]) ?? .top,
      keep: choice(node["keep"]),
      id: node["id"]?.string,
      span: node.entries.first.map { $0.keySpan } ?? node.span
    )
  }

  private mutating func placement(_ node: SettingNode?) -> Block.Placement {
    guard let node else { return .flow }
    if node.string != nil { return .bottomOfLastPage }
    return .offset(
      left: length(node["left"], key: "left", .signed) ?? .zero,
      top: length(node["top"], key: "top", .signed) ?? .zero
    )
  }

  /// What a block holds; the check has seen that exactly one of these keys is there.
  private mutating func content(of node: SettingNode) -> TemplateBlock.Content? {
    for entry in node.entries {
      switch entry.key {
      case "text": return text(entry.value, in: node)
      case "heading": return heading(entry.value, in: node)
      case "report": return choice(entry.value).map { .report($0) }
      case "table": return table(entry.value).map { .table($0) }
      case "row": return .row(row(entry.value, in: node))
      case "box": return .box(box(entry.value, in: node))
      case "rule": return rule(entry.value, in: node)
      case "space": return length(entry.value, key: "space").map { .space($0) }
      case "break": return .pageBreak
      case "notes": return notes(in: node)
      case "sources": return sources(entry.value)
      case "each": return each(entry.value, in: node)
      case "when":
        let conditions = conditions(entry.value)
        return .when(
          conditions,
          readBlocks(node["content"]),
          otherwise: readBlocks(node["otherwise"])
        )
      case "use": return use(entry.value, in: node)
      default: continue
      }
    }
    return nil
  }

  // MARK: Text

  private mutating func text(_ value: SettingNode, in node: SettingNode) -> TemplateBlock.Content? {
    let style = node["style"].map { paragraphStyleName($0) } ?? usualStyle("body", at: value.span)
    var text = templateText(value)
    text.missing = node["missing"]?.string
    return style.map { .text(text, style: $0) }
  }

  /// What the block sets has a style of its own; those it may have beside take its look.
  private mutating func sources(_ value: SettingNode) -> TemplateBlock.Content? {
    guard usualStyle(SourcesStyle.text.rawValue, at: value.span) != nil else { return nil }
    for style in SourcesStyle.paragraphs where styles.styles[style.rawValue] != nil {
      _ = usualStyle(style.rawValue, at: value.span)
    }
    return choice(value).map { .sources($0) }
  }

  private mutating func heading(
    _ value: SettingNode,
    in node: SettingNode
  ) -> TemplateBlock.Content? {
    let level = node["level"]?.integer ?? 1
    let part = level == 1 ? "section" : "section-\(level)"
    let own = root["report"]?[part] ?? root["report"]?["section"]
    let usual = own?["style"] ?? own
    let style =
      (node["style"] ?? usual).map { paragraphStyleName($0) }
      ?? usualStyle("section", at: value.span)
    guard let style, let text = string(value) else { return nil }
    return .heading(text, level: level, style: style)
  }

  mutating func templateText(_ node: SettingNode) -> TemplateText {
    guard case .list(let items) = node.value else {
      return TemplateText(runs: string(node).map { [.init(text: $0)] } ?? [], span: node.span)
    }
    let runs = items.compactMap { item -> TemplateText.Run? in
      guard let text = string(item.entries.isEmpty ? item : item["text"]) else { return nil }
      return TemplateText.Run(
        text: text,
        style: styleName(item["style"]),
        conditions: conditions(item["when"]),
        isKept: item["keep"]?.flag ?? false,
        missing: item["missing"]?.string
      )
    }
    return TemplateText(runs: runs, span: node.span)
  }

  // MARK: Boxes, rows, rules

  private mutating func row(_ cells: SettingNode, in node: SettingNode) -> TemplateRow {
    TemplateRow(
      cells: cells.items.map { cell in
        TemplateRow.Cell(
          width: columnWidth(cell["width"]) ?? .share(.one),
          content: readBlocks(cell["content"]),
          verticalAlignment: choice(cell["align"]) ?? .top,
          conditions: conditions(cell["when"])
        )
      },
      gutter: length(node["gutter"], key: "gutter") ?? .zero,
      divider: stroke(node["divider"]),
      clearance: length(node["clearance"], key: "clearance") ?? .zero,
      height: length(node["height"], key: "height")
    )
  }

  mutating func columnWidth(_ node: SettingNode?) -> ColumnWidth? {
    guard let node else { return nil }
    if node.string == "natural" { return .natural }
    guard case .fraction(let share) = measure(node) else {
      return length(node, key: "width", .positive).map { .fixed($0) }
    }
    guard share > .zero, share <= LengthBounds.mostShares else {
      outOfBounds(
        node,
        key: "width",
        expected: Bilingual("大于 0、至多 10000fr", "more than 0 and 10000fr at most")
      )
      return nil
    }
    return .share(share)
  }

  private mutating func box(_ content: SettingNode, in node: SettingNode) -> TemplateBox {
    let padding = node["padding"]
    let rules = node["rules"]
    return TemplateBox(
      content: readBlocks(content),
      padding: Sides(
        top: length(padding?["top"], key: "padding") ?? .zero,
        right: length(padding?["right"], key: "padding") ?? .zero,
        bottom: length(padding?["bottom"], key: "padding") ?? .zero,
        left: length(padding?["left"], key: "padding") ?? .zero
      ),
      borders: Borders(
        top: stroke(rules?["top"]),
        right: stroke(rules?["right"]),
        bottom: stroke(rules?["bottom"]),
        left: stroke(rules?["left"])
      ),
      fill: inkTint(node["fill"]),
      height: length(node["height"], key: "height"),
      verticalAlignment: choice(node["align"]) ?? .top
    )
  }

  private mutating func rule(_ value: SettingNode, in node: SettingNode) -> TemplateBlock.Content? {
    let ink = inkTint(node["ink"]) ?? .black
    guard let weight = length(value, key: "rule") else { return nil }
    return .rule(Stroke(weight: weight, ink: ink), width: length(node["width"], key: "width"))
  }

  // MARK: Names

  private mutating func each(_ value: SettingNode, in node: SettingNode) -> TemplateBlock.Content? {
    guard let text = value.text else { return nil }
    let path = name(of: text)
    let outer = scope.isInEach
    scope.isInEach = true
    defer { scope.isInEach = outer }
    return .each(path, readBlocks(node["content"]))
  }

  private mutating func use(_ value: SettingNode, in node: SettingNode) -> TemplateBlock.Content? {
    let arguments = (node["with"]?.entries ?? []).map { entry in
      (name: entry.key, text: templateText(entry.value))
    }
    guard let name = value.string else { return nil }
    guard let component = root["components"]?[name] else {
      unknown(
        Bilingual("部件", "component"),
        value,
        among: (root["components"]?.entries ?? []).map(\.key)
      )
      return nil
    }
    checkArguments(node["with"], of: component, named: name, at: value.span)
    return .use(component: name, arguments: arguments)
  }

  private mutating func checkArguments(
    _ arguments: SettingNode?,
    of component: SettingNode,
    named name: String,
    at span: Span
  ) {
    let parameters = component["parameters"]?.entries ?? []
    let given = arguments?.entries ?? []
    for entry in given where !parameters.contains(where: { $0.key == entry.key }) {
      let node = SettingNode(
        .scalar(.init(text: SourcedText(entry.key, span: entry.keySpan), isQuoted: false)),
        span: entry.keySpan
      )
      unknown(Bilingual("部件参数", "parameter of \(name)"), node, among: parameters.map(\.key))
    }
    for parameter in parameters
    where parameter.value["optional"]?.flag != true
      && !given.contains(where: { $0.key == parameter.key })
    {
      findings.add(
        Finding(
          .layoutMissingArgument,
          at: span,
          ["component": .quote(name), "name": .quote(parameter.key)]
        )
      )
    }
  }
}
