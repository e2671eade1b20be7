import Diagnostics
import Settings
import Statistics

extension TemplateReader {
  mutating func readPlan() {
    plan = StatisticsPlan(
      indicators: (root["indicators"]?.entries ?? []).map(indicator),
      ledgers: (root["data"]?.entries ?? []).map { ledger($0) },
      organisations: (root["organisations"]?.entries ?? []).map(organisation),
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

  private mutating func ledger(_ entry: SettingNode.Entry) -> StatisticsPlan.LedgerDefinition {
    let node = entry.value
    let columns = (node["columns"]?.entries ?? []).map(column)
    checkLedger(node, columns.map(\.name))
    let table = StatisticsPlan.LedgerDefinition.ReportTable(
      number: node["table"]?.integer,
      caption: texts(node["caption"])
    )
    return StatisticsPlan.LedgerDefinition(
      name: entry.key,
      title: node["title"]?.string,
      columns: columns,
      isRequired: !(node["optional"]?.flag ?? false),
      key: texts(node["key"]),
      sheet: node["sheet"]?.string.map { .init($0) },
      reportTable: node["from"] == nil ? nil : table,
      span: entry.keySpan
    )
  }

  /// A type alone, or more about a column.
  private func column(_ entry: SettingNode.Entry) -> StatisticsPlan.LedgerDefinition.Column {
    StatisticsPlan.LedgerDefinition.Column(
      name: entry.key,
      type: choice(entry.value["type"]) ?? choice(entry.value) ?? .text,
      title: entry.value["title"]?.string,
      match: texts(entry.value["match"]),
      unit: entry.value["unit"]?.string,
      isOptional: entry.value["optional"]?.flag ?? false
    )
  }

  /// Keys are columns; which table of the report is asked of a ledger that is one.
  private mutating func checkLedger(_ node: SettingNode, _ columns: [String]) {
    let keys = node["key"].map { $0.items.isEmpty ? [$0] : $0.items } ?? []
    for key in keys {
      guard let name = key.string, !columns.contains(name) else { continue }
      findings.add(
        Finding(
          .layoutUnknownName,
          at: key.span,
          [
            "name": .quote(name), "kind": .words(Bilingual("列", "column")),
            "choices": .choices(columns),
          ],
          suggestion: Suggestion.nearest(to: name, among: columns)
        )
      )
    }
    guard node["from"] == nil else { return }
    for word in ["table", "caption"] {
      guard let value = node[word] else { continue }
      findings.add(Finding(.layoutTableWithoutReport, at: value.span, ["key": .quote(word)]))
    }
  }

  private func organisation(_ entry: SettingNode.Entry) -> StatisticsPlan.Organisation {
    StatisticsPlan.Organisation(
      name: entry.key,
      others: texts(entry.value),
      span: entry.keySpan
    )
  }

  /// One text or a list of them.
  private func texts(_ node: SettingNode?) -> [String] {
    guard let node else { return [] }
    return node.string.map { [$0] } ?? node.items.compactMap(\.string)
  }

  private func query(_ entry: SettingNode.Entry) -> StatisticsPlan.Query {
    StatisticsPlan.Query(
      name: entry.key,
      title: entry.value["title"]?.string,
      sql: entry.value["sql"]?.string ?? "",
      unit: entry.value["unit"]?.string,
      units: (entry.value["units"]?.entries ?? []).compactMap { unit in
        unit.value.string.map { .init(column: unit.key, unit: $0, span: unit.keySpan) }
      },
      missing: entry.value["missing"]?.string,
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
