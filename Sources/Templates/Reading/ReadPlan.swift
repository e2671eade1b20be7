import Diagnostics
import Settings
import Statistics

extension TemplateReader {
  mutating func readPlan() {
    plan = StatisticsPlan(
      indicators: (root["indicators"]?.entries ?? []).map(indicator),
      ledgers: (root["data"]?.entries ?? []).map(ledger),
      queries: (root["statistics"]?.entries ?? []).map(query),
      checks: (root["checks"]?.items ?? []).map(check)
    )
    scope.figures = plan.indicators.map(\.name)
    scope.statistics = plan.queries.map(\.name)
    for group in ["indicators", "data", "statistics"] {
      for entry in root[group]?.entries ?? [] { checkName(entry) }
    }
  }

  private func indicator(_ entry: SettingNode.Entry) -> StatisticsPlan.Indicator {
    StatisticsPlan.Indicator(
      name: entry.key,
      title: entry.value["title"]?.string,
      match: (entry.value["match"]?.items ?? []).compactMap(\.string),
      unit: entry.value["unit"]?.string,
      section: entry.value["section"]?.string,
      isOptional: entry.value["optional"]?.flag ?? false,
      span: entry.keySpan
    )
  }

  private func ledger(_ entry: SettingNode.Entry) -> StatisticsPlan.LedgerDefinition {
    StatisticsPlan.LedgerDefinition(
      name: entry.key,
      columns: (entry.value["columns"]?.entries ?? []).map { column in
        .init(name: column.key, type: choice(column.value) ?? .text)
      },
      isRequired: !(entry.value["optional"]?.flag ?? false),
      span: entry.keySpan
    )
  }

  private func query(_ entry: SettingNode.Entry) -> StatisticsPlan.Query {
    StatisticsPlan.Query(
      name: entry.key,
      title: entry.value["title"]?.string,
      sql: entry.value["sql"]?.string ?? "",
      unit: entry.value["unit"]?.string,
      span: entry.value["sql"]?.span
    )
  }

  private func check(_ node: SettingNode) -> StatisticsPlan.Check {
    StatisticsPlan.Check(
      title: node["title"]?.string ?? "",
      sql: node["sql"]?.string ?? "",
      tolerance: node["tolerance"]?.number,
      span: node["sql"]?.span
    )
  }

  /// A name that placeholders can speak: no space, dot, brace or bar.
  mutating func checkName(_ entry: SettingNode.Entry) {
    let isBad = entry.key.isEmpty || entry.key.contains { " .{}|\t\n".contains($0) }
    if isBad {
      findings.add(Finding(.layoutBadName, at: entry.keySpan, ["name": .quote(entry.key)]))
    }
  }

  mutating func readParameters() {
    for entry in root["parameters"]?.entries ?? [] {
      checkName(entry)
      if NameScope.reserved.contains(entry.key) {
        findings.add(Finding(.layoutReservedName, at: entry.keySpan, ["name": .quote(entry.key)]))
      }
      // A default may speak of what stands before it and of the report, never of itself.
      let defaultValue = defaultValue(entry.value["default"])
      parameters.append(
        Parameter(
          name: entry.key,
          kind: choice(entry.value["type"]) ?? .text,
          title: entry.value["title"]?.string ?? entry.key,
          isOptional: entry.value["optional"]?.flag ?? false,
          minimum: entry.value["minimum"]?.integer,
          maximum: entry.value["maximum"]?.integer,
          choices: (entry.value["choices"]?.items ?? []).compactMap(\.string),
          span: entry.keySpan,
          defaultValue: defaultValue
        )
      )
      scope.parameters.append(entry.key)
    }
  }

  private mutating func defaultValue(_ node: SettingNode?) -> [LayoutString]? {
    guard let node else { return nil }
    if case .list(let items) = node.value { return items.compactMap { string($0) } }
    return string(node).map { [$0] }
  }

  mutating func readInfo() -> Template.Info {
    let info = root["info"]
    return Template.Info(
      title: string(info?["title"]),
      author: string(info?["author"]),
      subject: string(info?["subject"]),
      keywords: (info?["keywords"]?.items ?? []).compactMap { string($0) }
    )
  }
}
