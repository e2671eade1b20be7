import Diagnostics
import Statistics
import Testing

@Suite("Results keep the types, units and inputs of what they select")
struct ResultTests {
  private static let ledgerText =
    "township,enterprises,organised,target\n凤形乡,16,10,80%\n城关街道,98,91,80%\n"

  private static func dataset(
    _ sql: String,
    unit: String? = nil,
    units: [StatisticsPlan.Query.ColumnUnit] = []
  ) throws -> (Dataset, Findings) {
    var findings = Findings()
    let ledger = try #require(
      Ledger.read(Samples.file(ledgerText), definition: Samples.townships, findings: &findings)
    )
    let plan = StatisticsPlan(
      indicators: DerivationTests.indicators,
      ledgers: [Samples.townships],
      queries: [.init(name: "q", sql: sql, unit: unit, units: units)]
    )
    return try Samples.dataset(DerivationTests.lines, plan, ledgers: [ledger])
  }

  struct Case: CustomTestStringConvertible {
    var sql: String
    var columns: [String]
    var testDescription: String { sql }

    init(_ sql: String, _ columns: String...) {
      self.sql = sql
      self.columns = columns
    }
  }

  @Test(arguments: [
    Case("select target from townships where township = '凤形乡'", "percent %"),
    Case(
      "select township as 单位, target, 2 * target as 倍 from townships order by 1",
      "text",
      "percent %",
      "number"
    ),
    // Through subqueries and common tables too.
    Case(
      "with t as (select target as x from townships) select max(x), x from t",
      "number",
      "percent %"
    ),
    Case("select (select value from figure where indicator = 'single') as a", "number 个"),
    Case(
      "select from_value, to_value from figure where indicator = 'coverage'",
      "number %",
      "number %"
    ),
    // One unit for all rows, or none.
    Case("select value from figure where indicator in ('single', 'joint') order by id", "number 个"),
    Case(
      "select value from figure where indicator in ('single', 'coverage') order by id",
      "number"
    ),
    // What is computed has no unit of itself.
    Case("select to_value - from_value from figure where indicator = 'coverage'", "number"),
    Case("select organised from townships_history order by organised", "integer"),
  ])
  func columnsKeepTypesAndUnits(sample: Case) throws {
    let (dataset, findings) = try Self.dataset(sample.sql)
    #expect(findings.codes == [])
    let columns = dataset.results[0].columns.map { column in
      [column.type, column.unit].compactMap { $0 }.joined(separator: " ")
    }
    #expect(columns == sample.columns)
  }

  @Test func unitsAreGivenByColumn() throws {
    let sql =
      "select township as 单位, 100.0 * organised / enterprises as 率 from townships order by 1"
    let (dataset, findings) = try Self.dataset(sql, units: [.init(column: "率", unit: "%")])
    #expect(findings.codes == [])
    #expect(dataset.results[0].columns.map(\.unit) == [nil, "%"])
    let (_, wrong) = try Self.dataset(sql, units: [.init(column: "比率", unit: "%")])
    #expect(wrong.codes == ["statistics.query-unknown-column"])
    #expect(wrong.list.first?.suggestion == "率")
  }

  @Test func aSingleValueTakesTheUnitOfItsFigureUnlessTheLayoutNamesOne() throws {
    let sql = "select value from figure where indicator = 'single'"
    #expect(try Self.dataset(sql).0.results[0].unit == "个")
    #expect(try Self.dataset(sql, unit: "支部").0.results[0].unit == "支部")
  }

  @Test func rowsKnowTheInputsThatTheirQueryNames() throws {
    let (dataset, findings) = try Self.dataset(
      """
      select township as 单位, organised as 已建, 'townships/' || row as sources
      from townships order by township
      """
    )
    #expect(findings.codes == [])
    let result = dataset.results[0]
    #expect(result.columns.map(\.name) == ["单位", "已建"])
    #expect(
      result.rowSources
        == [2, 3].map { row in
          ["township", "organised"].map { .ledger("townships", row: row, column: $0) }
        }
    )
    #expect(
      dataset.inputs[.ledger("townships", row: 2, column: "organised")]?.value == .number(10)
    )
    let (_, wrong) = try Self.dataset("select 1 as a, 'townships/99' as sources")
    #expect(wrong.codes == ["statistics.query-unknown-source"])
  }

  @Test(arguments: [
    (
      "select to_value - from_value from figure where indicator = 'coverage'",
      "86.41 − 31.42 = 54.99"
    ),
    ("select sum(value) from figure where indicator in ('single', 'joint')", "21 + 55 = 76"),
    (
      "select share((select value from figure where indicator = 'single'),"
        + " (select value from figure where indicator = 'new'))", "21 ÷ 76 × 100 ≈ 27.631579"
    ),
  ])
  func aDerivedNumberIsWrittenOut(sql: String, detail: String) throws {
    #expect(try Self.dataset(sql).0.results[0].detail == detail)
  }

  @Test(arguments: [
    "select value from figure where indicator = 'single'", "select 7",
    "select target from townships order by 1",
  ])
  func whatIsOnlyReadHasNoArithmetic(sql: String) throws {
    #expect(try Self.dataset(sql).0.results[0].detail == nil)
  }
}
