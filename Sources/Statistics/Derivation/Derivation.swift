package import Diagnostics
import GRDB
package import Reports
package import WritingSystems

/// Derives what a layout asks for from the figures of the reports and the ledgers, by SQL.
package struct Derivation: Sendable {
  /// How much work one query may be, counted so that it stops at the same place everywhere.
  package struct Limits: Hashable, Sendable {
    /// Instructions of SQLite's machine, counted in thousands.
    package var steps: Int
    package var rows: Int

    package init(steps: Int = 50_000_000, rows: Int = 10_000) {
      self.steps = steps
      self.rows = rows
    }
  }

  private let plan: StatisticsPlan
  private let limits: Limits

  package init(_ plan: StatisticsPlan, limits: Limits = Limits()) {
    self.plan = plan
    self.limits = limits
  }

  /// The dataset: figures named, queries answered, checks made, in the layout's order.
  ///
  /// What is wrong with the layout's SQL, missing from the report or the ledgers, or does not add
  /// up becomes a finding; a query that failed has no result. Throws when there is no database.
  ///
  /// Of the history the months before `period` are looked at, which is the first report's own when
  /// it is nil.
  package func dataset(
    reports: [Report],
    figures: [Figure],
    ledgers: [Ledger] = [],
    history: History = History(),
    period: Period? = nil,
    findings: inout Findings
  ) throws(MachineFailure) -> Dataset {
    let matching = IndicatorMatching(figures: figures, reports: reports)
    let indicators = matching.matches(plan.indicators, &findings)
    let contradictions = matching.contradictions(plan.indicators)
    let figures = IndicatorMatching.converted(figures, plan.indicators, indicators, &findings)
    let given = tables(from: ledgers, &findings)
    let names = OrganisationNames(plan, given, &findings)
    let tables = given.map { names.named($0, &findings) }
    let current = period ?? reports.lazy.compactMap(\.period).first
    let past = current.map { history.before($0) } ?? History()
    let database = try load(
      reports,
      figures,
      tables,
      names,
      indicators,
      current: current,
      past
    )
    let runner = QueryRunner(database: database, limits: limits)
    let checks = CheckRunner(runner: runner)
    var dataset = Dataset(
      figures: figures,
      indicators: indicators,
      results: plan.queries.compactMap { result(of: $0, by: runner, &findings) },
      checks: plan.checks.compactMap { checks.run($0, &findings) }
    )
    let sentences = FigureSentence.sentences(of: figures, in: reports)
    var agreements = ReportChecks(sentences: sentences).run() + contradictions
    if let current {
      let months = HistoryChecks(
        sentences: sentences,
        indicators: indicators,
        current: current,
        history: past
      )
      agreements += months.run()
    }
    // What the layout checks already is not said twice.
    let checked = Set(dataset.checks.map { Set($0.sources) })
    agreements.removeAll { checked.contains(Set($0.result.sources)) }
    dataset.checks += agreements.map(\.result)
    for agreement in agreements where !agreement.holds { findings.add(agreement.finding) }
    dataset.inputs = database.inputs(
      of: dataset.results.flatMap { $0.sources + ($0.rowSources?.flatMap { $0 } ?? []) }
        + dataset.checks.flatMap(\.sources)
    )
    return dataset
  }

  /// The ledgers of the plan, empty ones for those that were not supplied.
  private func tables(from ledgers: [Ledger], _ findings: inout Findings) -> [Ledger] {
    for ledger in ledgers where !plan.ledgers.contains(where: { $0.name == ledger.name }) {
      let names = plan.ledgers.map(\.name)
      findings.add(
        Finding(
          .ledgerUndeclared,
          ["ledger": .quote(ledger.name)],
          suggestion: Suggestion.nearest(to: ledger.name, among: names)
        )
      )
    }
    return plan.ledgers.map { definition in
      if let ledger = ledgers.first(where: { $0.name == definition.name }) { return ledger }
      if definition.isRequired, !Self.wasFaulty(definition.name, findings) {
        findings.add(
          Finding(
            .ledgerMissing,
            at: definition.span,
            ["ledger": .quote(definition.name), "name": .word(definition.name)]
          )
        )
      }
      return Ledger(name: definition.name, columns: definition.columns, rows: [])
    }
  }

  /// Whether a ledger was given and could not be read, which has been said then.
  private static func wasFaulty(_ name: String, _ findings: Findings) -> Bool {
    findings.list.contains { finding in
      finding.code.name.hasPrefix("ledger.") && finding.severity == .error
        && finding.arguments["ledger"] == .quote(name)
    }
  }

  private func load(
    _ reports: [Report],
    _ figures: [Figure],
    _ ledgers: [Ledger],
    _ names: OrganisationNames,
    _ indicators: [String: Int],
    current: Period?,
    _ history: History
  ) throws(MachineFailure) -> StatisticsDatabase {
    do {
      var database = try StatisticsDatabase(organisations: names)
      try database.load(reports, figures, indicators: indicators)
      try database.load(
        figures,
        indicators: indicators,
        named: plan.indicators.map(\.name),
        current: current,
        history: history
      )
      for ledger in ledgers {
        try database.load(ledger, current: current, history: history)
      }
      return database
    } catch {
      throw MachineFailure(.databaseFailed, ["message": .word("\(error)")])
    }
  }

  private func result(
    of query: StatisticsPlan.Query,
    by runner: QueryRunner,
    _ findings: inout Findings
  ) -> Dataset.Result? {
    runner.run(query.sql, name: query.name, at: query.span, &findings).map { answer in
      var columns = answer.columns
      if columns.count == 1, let unit = query.unit { columns[0].unit = unit }
      setUnits(of: query, in: &columns, &findings)
      let isSingle = columns.count == 1 && answer.rows.count == 1
      return Dataset.Result(
        name: query.name,
        title: query.title,
        unit: query.unit ?? (isSingle ? columns[0].unit : nil),
        columns: columns,
        rows: answer.rows,
        sources: runner.sources(of: answer),
        rowSources: answer.named,
        detail: isSingle ? runner.arithmetic(of: answer) : nil
      )
    }
  }

  private func setUnits(
    of query: StatisticsPlan.Query,
    in columns: inout [Dataset.Column],
    _ findings: inout Findings
  ) {
    for unit in query.units {
      if let index = columns.firstIndex(where: { $0.name == unit.column }) {
        columns[index].unit = unit.unit
        continue
      }
      let names = columns.map(\.name)
      findings.add(
        Finding(
          .queryUnknownColumn,
          at: unit.span ?? query.span,
          [
            "query": .quote(query.name), "column": .quote(unit.column),
            "choices": .choices(names),
          ],
          suggestion: Suggestion.nearest(to: unit.column, among: names)
        )
      )
    }
  }
}

extension Dataset {
  /// What a layout asks for, derived within the usual limits (see `Derivation`).
  package static func derive(
    _ plan: StatisticsPlan,
    reports: [Report],
    figures: [Figure],
    ledgers: [Ledger],
    history: History = History(),
    period: Period? = nil,
    findings: inout Findings
  ) throws(MachineFailure) -> Dataset {
    try Derivation(plan).dataset(
      reports: reports,
      figures: figures,
      ledgers: ledgers,
      history: history,
      period: period,
      findings: &findings
    )
  }
}
