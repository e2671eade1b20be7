import Diagnostics
import Statistics
import Testing

@Suite("Functions that SQL lacks") struct StatisticalFunctionTests {
  @Test(
    arguments: [
      ("growth(105, 100)", 5), ("growth(95, 100)", -5), ("增幅(-50, -100)", 50),
      ("growth(1, 0)", nil), ("growth(null, 100)", nil), ("growth('约五', 100)", nil),
      ("share(1, 3)", 33.3333333333), ("占比(26, 88)", 29.5454545455), ("share(1, 0)", nil),
      ("completion(108.4, 100)", 108.4), ("完成率(0, 50)", 0),
      ("contribution(120, 100, 400)", 5), ("拉动(90, 100, 400)", -2.5),
      ("round_half_up(2.675, 2)", 2.68), ("round_half_up(-2.5, 0)", -3),
      ("round_half_even(2.5, 0)", 2), ("round_half_even(3.5, 0)", 4),
      ("round_half_even(2.675, 2)", 2.68), ("round_half_even(2.665, 2)", 2.66),
      ("round_half_up(82.43 - 28.57, 1)", 53.9), ("round_half_up(1, 400)", 1),
      ("(select median(column1) from (values (3), (1), (null), (2)))", 2),
      ("(select 中位数(column1) from (values (4), (1), (3), (2)))", 2.5),
      ("(select median(column1) from (values (null)))", nil),
      ("(select percentile(column1, 25) from (values (1), (2), (3), (4)))", 1.75),
      ("(select percentile(column1, 100) from (values (7), (9)))", 9),
      (
        "(select standard_deviation(column1) from (values (2), (4), (4), (4), (5), (5), (7), (9)))",
        2
      ),
      ("year('2025-10-03')", 2025), ("月('2025-10')", 10), ("day('2025-10')", nil),
      ("weekday('2025-10-01')", 3), ("星期('2000-02-29T08:30')", 2), ("weekday('十月')", nil),
      ("days_between('2024-02-28', '2024-03-01')", 2), ("相隔天数('2025-10-03', '2025-10-01')", -2),
      ("days_between('1999-12-31', '2100-03-01')", 36585),
      ("days_between(null, '2025-10-01')", nil),
    ] as [(String, Double?)]
  )
  func answers(_ expression: String, _ expected: Double?) throws {
    let plan = StatisticsPlan(queries: [.init(name: "q", sql: "select \(expression)")])
    let (dataset, findings) = try Samples.dataset(["甲。"], plan)
    #expect(findings.codes == [])
    let expected = expected.map { Dataset.Value.number($0) } ?? .null
    #expect(dataset.result(named: "q")?.single == expected)
  }

  @Test func aPercentileOutsideZeroToAHundredIsSaid() throws {
    let sql = "select percentile(column1, 120) from (values (1), (2))"
    let plan = StatisticsPlan(queries: [.init(name: "q", sql: sql)])
    let (dataset, findings) = try Samples.dataset(["甲。"], plan)
    #expect(findings.codes == ["statistics.query-failed"])
    #expect(dataset.results.isEmpty)
  }

  @Test func aValueThatWouldFillTheMemoryIsRefused() throws {
    let sql = "select length(hex(zeroblob(30000000)))"
    let plan = StatisticsPlan(queries: [.init(name: "q", sql: sql)])
    let (dataset, findings) = try Samples.dataset(["甲。"], plan)
    #expect(findings.codes == ["statistics.query-failed"])
    #expect(dataset.results.isEmpty)
  }

  @Test func aMisspeltFunctionIsAnsweredWithTheNearest() throws {
    let plan = StatisticsPlan(queries: [.init(name: "q", sql: "select grwth(2, 1)")])
    let (_, findings) = try Samples.dataset(["甲。"], plan)
    #expect(findings.list.first?.suggestion == "growth")
  }
}

@Suite("The order and the sources of rows") struct RowTests {
  private func townships() throws -> Ledger {
    let text = "township,enterprises,organised,target\n凤形乡,16,10,80\n城关街道,98,91,80\n双桥镇,20,16,80\n"
    var findings = Findings()
    return try #require(
      Ledger.read(Samples.file(text), definition: Samples.townships, findings: &findings)
    )
  }

  private func answer(_ sql: String) throws -> (result: Dataset.Result?, codes: [String]) {
    let plan = StatisticsPlan(
      ledgers: [Samples.townships],
      queries: [.init(name: "q", sql: sql)]
    )
    let (dataset, findings) = try Samples.dataset(
      ["单建支部26个，联合支部62个。"],
      plan,
      ledgers: [townships()]
    )
    return (dataset.result(named: "q"), findings.codes)
  }

  @Test(
    arguments: [
      ("select township from townships", false),
      // Ties keep the order of the file.
      ("select township from townships order by target", true),
      ("select township from townships order by target, township", true),
      ("select township from townships order by enterprises limit 1", true),
      ("select count(*) from townships", true),
      ("select sum(enterprises) from townships group by target", true),
    ]
  )
  func rowsInNoCertainOrderAreAWarning(_ sql: String, _ isOrdered: Bool) throws {
    let answer = try answer(sql)
    #expect(answer.result != nil)
    #expect(answer.codes == (isOrdered ? [] : ["statistics.query-unordered"]))
  }

  @Test func aColumnOfSourcesNarrowsWhatWasRead() throws {
    let sql = """
      select township, 100.0 * organised / enterprises as 覆盖率,
        'townships/' || "row" || '/organised, townships/' || "row" || '/enterprises' as sources
      from townships order by township limit 1
      """
    let answer = try answer(sql)
    #expect(answer.codes == [])
    #expect(answer.result?.columns.map(\.name) == ["township", "覆盖率"])
    #expect(
      answer.result?.sources == [
        .ledger("townships", row: 2, column: "organised"),
        .ledger("townships", row: 2, column: "enterprises"),
      ]
    )
  }

  @Test func figuresAreNamedByTheirIds() throws {
    let sql = "select max(value) as 最多, 1 as sources from figure"
    #expect(try answer(sql).result?.sources == [.figure(1)])
  }

  @Test(arguments: ["9", "townships/9/organised", "townships/2", "甲"])
  func aSourceThatIsNotThereIsAnError(_ written: String) throws {
    let answer = try answer("select 1 as 数, '\(written)' as sources")
    #expect(answer.codes == ["statistics.query-unknown-source"])
    #expect(answer.result == nil)
  }
}
