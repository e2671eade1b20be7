import Diagnostics
import DocumentModel
import Geometry
import OrderedCollections
import Settings
import Typography

extension TemplateReader {
  private static let styleKind = Bilingual("样式", "style")
  private static let tableStyleKind = Bilingual("表格样式", "table style")

  mutating func readStyles() {
    for entry in root["styles"]?.entries ?? [] {
      for part in chain(of: entry, in: root["styles"], kind: Self.styleKind) {
        var attributes = styles.styles[entry.key] ?? StyleSheet.Attributes()
        read(part, into: &attributes)
        styles.styles[entry.key] = attributes
      }
    }
  }

  /// A style and all it extends, what is extended first; a cycle is told once, at its own style.
  private mutating func chain(
    of entry: SettingNode.Entry,
    in group: SettingNode?,
    kind: Bilingual
  ) -> [SettingNode] {
    var nodes = [entry.value]
    var names = [entry.key]
    while let base = nodes[0]["extends"], let name = base.string {
      guard let node = group?[name] else {
        if nodes.count == 1 { unknown(kind, base, among: (group?.entries ?? []).map(\.key)) }
        break
      }
      if names.contains(name) {
        if name == entry.key {
          let chain = (names + [name]).joined(separator: " → ")
          let own = entry.value["extends"]?.span
          findings.add(
            Finding(.layoutCycle, at: own, ["kind": .words(kind), "chain": .word(chain)])
          )
        }
        break
      }
      names.append(name)
      nodes.insert(node, at: 0)
    }
    return nodes
  }

  private mutating func read(_ node: SettingNode, into style: inout StyleSheet.Attributes) {
    if let size = length(node["size"], key: "size", em: style.size, .typeSize) { style.size = size }
    if let font = node["font"]?.string { style.font = FontRole(font) }
    if let weight = weight(node["weight"]) { style.weight = weight }
    if let ink = inkTint(node["ink"]) { style.ink = ink }
    if let line = node["line"] {
      style.line =
        line.string == "grid"
        ? .grid : styleMeasure(line, "line", em: style.size, .positive).map { .measure($0) }
    }
    if let alignment: ParagraphStyle.Alignment = choice(node["align"]) {
      style.alignment = alignment
    }
    if let balance: ParagraphStyle.Balance = choice(node["balance"]) { style.balance = balance }
    if let combine: StyleSheet.Combination = choice(node["combine"]) { style.combine = combine }
    if let level: ProhibitionLevel = choice(node["prohibition"]) { style.prohibition = level }
    if let marks: PunctuationStyle = choice(node["punctuation"]) { style.punctuation = marks }
    if let gap: Autospace = choice(node["autospace"]) { style.autospace = gap }
    if let language = node["hyphenate"]?.string { style.hyphenation = LanguageTag(language) }
    if let flag = node["keep-with-next"]?.flag { style.keepWithNext = flag }
    if let flag = node["keep-together"]?.flag { style.keepTogether = flag }
    if let position: TextPosition = choice(node["position"]) { style.position = position }
    if let decorations = decorations(node["decoration"], em: style.size) {
      style.decorations = decorations
    }
    if let number = node["outline"]?.integer { style.outline = number }
    if let number = node["orphans"]?.integer { style.orphans = number }
    if let number = node["widows"]?.integer { style.widows = number }
    readMeasures(node, into: &style)
  }

  /// One decoration or several; `none` takes away what is around.
  private mutating func decorations(
    _ node: SettingNode?,
    em: Length?
  ) -> [StyleSheet.Decoration]? {
    guard let node else { return nil }
    let items = node.items.isEmpty ? [node] : node.items
    return items.compactMap { item in
      let mark = item.entries.isEmpty ? item : item["mark"]
      guard let kind: TextDecoration.Kind = choice(mark) else { return nil }
      return StyleSheet.Decoration(
        kind: kind,
        ink: inkTint(item["ink"]),
        weight: item["weight"].flatMap { styleMeasure($0, "weight", em: em, .notNegative) }
      )
    }
  }

  private mutating func readMeasures(
    _ node: SettingNode,
    into style: inout StyleSheet.Attributes
  ) {
    let measures: [(String, WritableKeyPath<StyleSheet.Attributes, Measure?>, LengthBounds)] = [
      ("indent", \.indent, .signed), ("indent-left", \.indentLeft, .signed),
      ("indent-right", \.indentRight, .signed), ("tracking", \.tracking, .signed),
      ("raise", \.raise, .signed), ("space-before", \.spaceBefore, .notNegative),
      ("space-after", \.spaceAfter, .notNegative),
    ]
    for (key, path, bounds) in measures {
      if let value = node[key], let measure = styleMeasure(value, key, em: style.size, bounds) {
        style[keyPath: path] = measure
      }
    }
  }

  func weight(_ node: SettingNode?) -> FontWeight? {
    LayoutWords.weights.first { $0.name == node?.string }?.weight
  }

  // MARK: Names of styles

  /// The name of a style that there is.
  mutating func styleName(_ node: SettingNode?) -> String? {
    guard let node, let name = node.string else { return nil }
    guard styles.styles[name] != nil else {
      unknown(Self.styleKind, node, among: styles.styles.keys)
      return nil
    }
    return name
  }

  /// The name of a style that a paragraph can be set in.
  mutating func paragraphStyleName(_ node: SettingNode?) -> String? {
    guard let node, let name = styleName(node) else { return nil }
    return requireComplete(name, at: node.span) ? name : nil
  }

  private mutating func requireComplete(_ name: String, at span: Span?) -> Bool {
    guard let missing = styles.missing(in: name) else { return true }
    findings.add(
      Finding(
        .layoutIncompleteStyle,
        at: span,
        ["name": .quote(name), "missing": .words(missing)]
      )
    )
    return false
  }

  /// The style of text that names none: that of the report's paragraphs, else `body`.
  mutating func usualStyle(_ name: String, at span: Span) -> String? {
    guard styles.styles[name] != nil else {
      findings.add(
        Finding(
          .layoutUnknownName,
          at: span,
          [
            "kind": .words(Self.styleKind), "name": .quote(name),
            "choices": .choices(Array(styles.styles.keys)),
          ]
        )
      )
      return nil
    }
    return requireComplete(name, at: span) ? name : nil
  }

  /// The styles of the parts of the report, those without one taking that of a near part.
  mutating func readParts() -> (styles: [ReportPart: String], runIn: Set<ReportPart>) {
    var parts: [ReportPart: String] = [:]
    var runIn: Set<ReportPart> = []
    for part in ReportPart.allCases {
      guard let node = root["report"]?[part.rawValue] else { continue }
      switch part {
      case .leadIn: parts[part] = styleName(node)
      // Laid over the style of the text that goes on behind it, it need not be complete.
      case _ where node["run-in"]?.flag == true:
        parts[part] = styleName(node["style"])
        runIn.insert(part)
      case .table:
        if tableStyleName(node) != nil { parts[part] = node.string }
      default: parts[part] = paragraphStyleName(node["style"] ?? node)
      }
    }
    for part in ReportPart.allCases where parts[part] == nil {
      guard let fallback = part.fallback else { continue }
      parts[part] = parts[fallback]
      if runIn.contains(fallback) { runIn.insert(part) }
    }
    return (parts, runIn)
  }

  // MARK: Table styles

  mutating func readTableStyles() {
    for entry in root["table-styles"]?.entries ?? [] {
      let chain = chain(of: entry, in: root["table-styles"], kind: Self.tableStyleKind)
      tableStyles[entry.key] = tableStyle(chain, at: entry.keySpan)
    }
  }

  mutating func tableStyleName(_ node: SettingNode?) -> String? {
    guard let node, let name = node.string else { return nil }
    guard root["table-styles"]?[name] != nil else {
      unknown(
        Self.tableStyleKind,
        node,
        among: (root["table-styles"]?.entries ?? []).map(\.key)
      )
      return nil
    }
    return name
  }

  private mutating func tableStyle(_ chain: [SettingNode], at span: Span) -> TableStyle? {
    func value(_ key: String) -> SettingNode? { chain.last { $0[key] != nil }?[key] }
    guard let cell = value("cell").flatMap({ paragraphStyleName($0) }) else {
      if value("cell") == nil {
        findings.add(Finding(.settingMissingKey, at: span, ["key": .quote("cell")]))
      }
      return nil
    }
    let head = value("head").flatMap { paragraphStyleName($0) } ?? cell
    let total = value("total").flatMap { paragraphStyleName($0) } ?? cell
    let caption = value("caption").flatMap { paragraphStyleName($0) } ?? head
    let em = styles[cell].size
    let row = length(value("row"), key: "row", em: em) ?? styles.page.grid.linePitch
    let dense = value("dense").flatMap { node -> (after: Int, style: String)? in
      guard let after = node["after"]?.integer else { return nil }
      return tableStyleName(node["style"]).map { (after, $0) }
    }
    return TableStyle(
      cell: cell,
      head: head,
      total: total,
      totalLabel: value("total-label").flatMap { paragraphStyleName($0) } ?? total,
      caption: caption,
      continuation: value("continuation").flatMap { paragraphStyleName($0) } ?? caption,
      note: value("note").flatMap { paragraphStyleName($0) } ?? cell,
      row: row,
      headRow: length(value("head-row"), key: "head-row", em: em) ?? row,
      padding: length(value("padding"), key: "padding", em: em) ?? .zero,
      dense: dense,
      ruleTop: stroke(value("rule-top")),
      ruleHead: stroke(value("rule-head")),
      ruleTotal: stroke(value("rule-total")),
      ruleBottom: stroke(value("rule-bottom"))
    )
  }
}
