import Diagnostics
import Reports
import Statistics
import Testing

@Suite struct DerivationTests {
  static let lines = [
    "今年以来，单建两新党支部21个，组建联合党支部55个，两项合计共新建两新党支部76个，"
      + "总体覆盖率从年初的31.42%提升至86.41%，提高54.99个百分点。"
  ]

  static let indicators: [StatisticsPlan.Indicator] = [
    .init(name: "coverage", match: ["总体覆盖率"], unit: "%"),
    .init(name: "coverage-rise", match: ["总体覆盖率"], unit: "个百分点"),
    .init(name: "single", match: ["单建两新党支部"], unit: "个"),
    .init(name: "joint", match: ["联合党支部"], unit: "个"),
    .init(name: "new", match: ["共新建两新党支部"], unit: "个"),
  ]

  static let sum = """
    select (select value from figure where indicator = 'single')
         + (select value from figure where indicator = 'joint') as left,
           (select value from figure where indicator = 'new') as right
    """

  private func plan(
    _ sql: [String] = [],
    checks: [String] = [],
    tolerance: Double? = nil,
    ledgers: [StatisticsPlan.LedgerDefinition] = []
  ) -> StatisticsPlan {
    StatisticsPlan(
      indicators: Self.indicators,
      ledgers: ledgers,
      queries: sql.enumerated().map { .init(name: "q\($0)", sql: $1, unit: "个") },
      checks: checks.enumerated().map { .init(title: "c\($0)", sql: $1, tolerance: tolerance) }
    )
  }

  // MARK: Indicators

  @Test func indicatorsNameTheirFigures() throws {
    let (dataset, findings) = try Samples.dataset(Self.lines, plan())
    let quotes = dataset.indicators.mapValues { dataset.figures[$0].quote }
    #expect(
      quotes == [
        "coverage": "从年初的31.42%提升至86.41%", "coverage-rise": "54.99个百分点", "single": "21个",
        "joint": "55个", "new": "76个",
      ]
    )
    #expect(findings.codes == [])
  }

  @Test func indicatorsAreMatchedInTraditionalTextToo() throws {
    let text = "單建兩新黨支部21個，組建聯合黨支部55個，總體覆蓋率從年初的31.42%提升至86.41%。"
    let (dataset, _) = try Samples.dataset([text], plan())
    #expect(dataset.indicators["single"].map { dataset.figures[$0].value } == 21)
    #expect(dataset.indicators["coverage"].map { dataset.figures[$0].to } == 86.41)
  }

  @Test func anIndicatorWithoutAFigureIsAWarning() throws {
    var plan = plan()
    plan.indicators = [.init(name: "members", match: ["党员总数"], unit: "名")]
    let (dataset, findings) = try Samples.dataset(Self.lines, plan)
    #expect(dataset.indicators.isEmpty)
    #expect(findings.codes == ["statistics.indicator-not-found"])
    #expect(findings.list.first?.severity == .warning)
  }

  @Test func anOptionalIndicatorWithoutAFigureIsNothingToSay() throws {
    var plan = plan()
    plan.indicators = [
      .init(name: "members", match: ["党员总数"], unit: "名", isOptional: true),
      .init(name: "joint", match: ["联合党支部"], unit: "个", isOptional: true),
    ]
    let (dataset, findings) = try Samples.dataset(Self.lines, plan)
    #expect(dataset.indicators.keys.sorted() == ["joint"])
    #expect(findings.codes == [])
  }

  @Test func ofSeveralFiguresTheChangeIsTakenAndSaid() throws {
    var plan = plan()
    plan.indicators = [.init(name: "coverage", match: ["覆盖率"], unit: "%")]
    let lines = ["覆盖率达到86%。", "覆盖率从31%提升至86%。"]
    let (dataset, findings) = try Samples.dataset(lines, plan)
    #expect(dataset.indicators["coverage"] == 1)
    #expect(findings.codes == ["statistics.indicator-ambiguous"])
    #expect(findings.list.first?.notes.count == 2)
  }

  @Test func anotherUnitIsAnotherFigure() throws {
    var plan = plan()
    plan.indicators = [.init(name: "new", match: ["新建两新党支部"], unit: "家")]
    let (dataset, _) = try Samples.dataset(Self.lines, plan)
    #expect(dataset.indicators["new"] == nil)
  }

  // MARK: Queries

  @Test func differencesAreRoundedToTwelveDigits() throws {
    let sql = "select to_value - from_value from figure where indicator = 'coverage'"
    let (dataset, findings) = try Samples.dataset(Self.lines, plan([sql]))
    #expect(dataset.result(named: "q0")?.single == .number(54.99))
    #expect(dataset.result(named: "q0")?.columns.first?.unit == "个")
    #expect(findings.codes == [])
  }

  @Test func theRiseOfTheFirstBulletinIsExact() throws {
    let text = "党组织总体覆盖率从年初的28.57%提升至82.43%，单建支部26个，联合支部62个，共新建支部88个。"
    var plan = plan(["select to_value - from_value from figure where kind = 'percent'"])
    plan.indicators = []
    plan.checks = [
      .init(
        title: "sum",
        sql: """
          select sum(value) filter (where phrase <> '支部' or quote <> '88个') as left, 88 as right
          from figure where kind = 'count' and quote <> '88个'
          """
      )
    ]
    let (dataset, _) = try Samples.dataset([text], plan)
    #expect(dataset.result(named: "q0")?.single == .number(53.86))
    #expect(dataset.checks.first?.detail == "26 + 62 = 88")
    #expect(dataset.checks.first?.holds == true)
  }

  @Test func resultsKnowTheFiguresTheyRead() throws {
    let sql = [
      "select value from figure where indicator = 'single'",
      "select sum(value) from figure where indicator in ('single', 'joint')",
      "select count(*) from figure", "select 1 + 1",
    ]
    let (dataset, _) = try Samples.dataset(Self.lines, plan(sql))
    let single = try #require(dataset.indicators["single"])
    let joint = try #require(dataset.indicators["joint"])
    #expect(
      dataset.results.map(\.sources) == [
        [.figure(single)], [.figure(single), .figure(joint)], [], [],
      ]
    )
  }

  @Test func ledgersAreQueriedByTheirColumns() throws {
    let text = "township,enterprises,organised,target\n凤形乡,16,10,80\n城关街道,98,91,80\n"
    var findings = Findings()
    let ledger = try #require(
      Ledger.read(Samples.file(text), definition: Samples.townships, findings: &findings)
    )
    let ranking = """
      select rank() over (order by 100.0 * organised / enterprises desc) as 名次, township as 单位,
             enterprises as 应建, organised as 已建, 100.0 * organised / enterprises as 覆盖率
      from townships order by 名次, township
      """
    let (dataset, made) = try Samples.dataset(
      Self.lines,
      plan(
        [ranking, "select organised from townships where township = '凤形乡'"],
        ledgers: [Samples.townships]
      ),
      ledgers: [ledger]
    )
    let result = try #require(dataset.result(named: "q0"))
    #expect(made.codes == [])
    #expect(result.columns.map(\.name) == ["名次", "单位", "应建", "已建", "覆盖率"])
    #expect(result.columns.map(\.type) == ["integer", "text", "integer", "integer", "number"])
    #expect(
      result.rows == [
        [.number(1), .text("城关街道"), .number(98), .number(91), .number(92.8571428571)],
        [.number(2), .text("凤形乡"), .number(16), .number(10), .number(62.5)],
      ]
    )
    #expect(
      dataset.result(named: "q1")?.sources.contains(
        .ledger("townships", row: 2, column: "organised")
      ) == true
    )
  }

  @Test func ledgersThatAreMissingOrUndeclaredAreSaid() throws {
    let other = Ledger(name: "township", columns: [], rows: [])
    let (dataset, findings) = try Samples.dataset(
      Self.lines,
      plan(["select count(*) from townships"], ledgers: [Samples.townships]),
      ledgers: [other]
    )
    #expect(findings.codes == ["ledger.undeclared", "ledger.missing"])
    #expect(findings.list.first?.suggestion == "townships")
    #expect(dataset.result(named: "q0")?.single == .number(0))
  }

  @Test func columnsAndTablesWithOddNamesWork() throws {
    let definition = StatisticsPlan.LedgerDefinition(
      name: "各\"镇 表",
      columns: [.init(name: "单位 名称", type: .text), .init(name: "select", type: .number)]
    )
    var findings = Findings()
    let ledger = try #require(
      Ledger.read(
        Samples.file("单位 名称,select\n双桥,1.5\n"),
        definition: definition,
        findings: &findings
      )
    )
    let (dataset, made) = try Samples.dataset(
      [],
      plan(["select \"select\" from \"各\"\"镇 表\""], ledgers: [definition]),
      ledgers: [ledger]
    )
    #expect(dataset.result(named: "q0")?.single == .number(1.5))
    #expect(made.codes.filter { !$0.contains("indicator") } == [])
  }

  // MARK: What a query may not do

  @Test(arguments: [
    ("select", "statistics.query-failed"), ("select * from figures", "statistics.query-failed"),
    ("select valeu from figure", "statistics.query-failed"), ("", "statistics.query-not-select"),
    ("-- nothing", "statistics.query-not-select"),
    ("select 1; select 2", "statistics.query-not-select"),
    ("delete from report", "statistics.query-not-select"),
    ("pragma user_version", "statistics.query-not-select"),
    ("attach ':memory:' as other", "statistics.query-not-select"),
    ("with a as (select 1) insert into report(id) select * from a", "statistics.query-refused"),
    ("select random()", "statistics.query-refused"),
    ("select date('now')", "statistics.query-refused"),
    ("select current_timestamp", "statistics.query-refused"),
    ("select load_extension('x')", "statistics.query-refused"),
    ("select value from \"figure cells\"", "statistics.query-refused"),
    ("select * from pragma_database_list", "statistics.query-refused"),
    ("select 9e999", "statistics.query-bad-value"), ("select x'00'", "statistics.query-bad-value"),
    ("select abs(-9223372036854775808)", "statistics.query-failed"),
    (
      "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
      "statistics.query-too-long"
    ),
    (
      "with recursive n(i) as (select 1 union all select i + 1 from n limit 11000) select i from n",
      "statistics.query-too-many-rows"
    ),
  ])
  func refusesWithOneFinding(sql: String, code: String) throws {
    let limits = Derivation.Limits(steps: 1_000_000, rows: 10_000)
    let (dataset, findings) = try Samples.dataset(
      Self.lines,
      plan([sql, "select 1"]),
      limits: limits
    )
    #expect(findings.codes == [code])
    #expect(dataset.results.map(\.name) == ["q1"])
  }

  @Test func aMisspeltColumnIsSuggested() throws {
    let (_, findings) = try Samples.dataset(Self.lines, plan(["select valeu from figure"]))
    #expect(findings.list.first?.suggestion == "value")
    #expect(findings.list.first?.message(in: .english).contains("no such column: valeu") == true)
  }

  @Test(arguments: [
    "/* why */ select 1", "-- why\nselect 1", "  SELECT 1",
    "with a as (select 1 as x) select x from a",
    "values (1)", "select 1;",
  ])
  func oneQueryInAnySpellingIsRun(sql: String) throws {
    let (dataset, findings) = try Samples.dataset(Self.lines, plan([sql]))
    #expect(findings.codes == [])
    #expect(dataset.result(named: "q0")?.single == .number(1))
  }

  @Test func theSameInputsGiveTheSameDataset() throws {
    let plan = plan(["select * from figure order by id"], checks: [Self.sum])
    #expect(try Samples.dataset(Self.lines, plan) == Samples.dataset(Self.lines, plan))
  }
}
