import Diagnostics
import DocumentModel
import Settings
import Statistics

extension TemplateReader {
  mutating func table(_ node: SettingNode) -> TemplateTable? {
    guard let style = tableStyleName(node["style"]), let rows = node["rows"]?.text else {
      return nil
    }
    return TemplateTable(
      rows: resultName(rows),
      style: style,
      caption: string(node["caption"]),
      repeatsHead: node["repeat-header"]?.flag ?? true,
      hasTotal: node["total"] != nil,
      totalLabel: string(node["total-label"]),
      notes: (node["notes"]?.items ?? []).compactMap { string($0) },
      columns: (node["columns"]?.entries ?? []).map { (name: $0.key, column: column($0)) },
      span: node.span
    )
  }

  /// The name of a result; a parameter that is a list has no columns.
  private mutating func resultName(_ text: SourcedText) -> NamePath {
    let path = name(of: text)
    if path.parts.first != "statistics" {
      findings.add(Finding(.layoutNotRows, at: path.span, ["name": .quote(path.text)]))
    }
    return path
  }

  private mutating func column(_ entry: SettingNode.Entry) -> TemplateTable.Column {
    let node = entry.value
    return TemplateTable.Column(
      title: string(node["title"]),
      unit: string(node["unit"]),
      isShown: node["show"]?.flag ?? true,
      isHeader: node["header"]?.flag ?? false,
      filters: filters(node["format"]),
      alignment: choice(node["align"]),
      width: columnWidth(node["width"]) ?? .natural,
      missing: node["missing"]?.string,
      total: total(node["total"]),
      highlight: highlight(node["highlight"]),
      span: entry.keySpan
    )
  }

  /// The filter of `format: "number: 2"`, read by the rules of placeholders.
  private mutating func filters(_ node: SettingNode?) -> [Placeholder.Filter] {
    guard let text = node?.text, let span = text.span else { return [] }
    var source = SourcedText("{{ value | ", span: Span(file: span.file, start: 0, end: 0))
    source.append(text)
    source.append(" }}", span: Span(file: span.file, start: 0, end: 0))
    return LayoutStringParser.parse(source, findings: &findings).onlyPlaceholder?.filters ?? []
  }

  private mutating func total(_ node: SettingNode?) -> TemplateTable.Total? {
    switch node?.string {
    case nil: nil
    case "sum": .sum
    case "none": TemplateTable.Total.none
    default: string(node).map { .text($0) }
    }
  }

  private func highlight(_ node: SettingNode?) -> TemplateTable.Highlight? {
    guard let below = node?["below"]?.string, let weight = weight(node?["weight"]) else {
      return nil
    }
    return TemplateTable.Highlight(below: below, weight: weight)
  }
}
