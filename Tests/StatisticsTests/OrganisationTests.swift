import Diagnostics
import Reports
import Statistics
import Testing

@Suite("Units of organisation by their names")
struct OrganisationTests {
  private static let names: [StatisticsPlan.Organisation] = [
    .init(name: "双桥镇"), .init(name: "城关街道"), .init(name: "石桥镇"), .init(name: "石桥乡"),
    .init(name: "县发展和改革局", others: ["县发改局", "发改委"]), .init(name: "县民政局"),
    .init(name: "安澜县人民政府"), .init(name: "莲花社区"), .init(name: "市公安局", others: ["市局"]),
  ]

  private static let rosterDefinition = definition("units")

  private static func definition(_ name: String) -> StatisticsPlan.LedgerDefinition {
    StatisticsPlan.LedgerDefinition(
      name: name,
      columns: [.init(name: "unit", type: .organisation), .init(name: "count", type: .integer)]
    )
  }

  private static func ledger(_ name: String, _ units: [String]) throws -> Ledger {
    var findings = Findings()
    let text = "unit,count\n" + units.map { "\($0),1" }.joined(separator: "\n")
    let file = Samples.file(text)
    return try #require(Ledger.read(file, definition: definition(name), findings: &findings))
  }

  /// A spelling, the unit it means (or its own text when none), and what is said.
  @Test(arguments: [
    ("双桥镇", "双桥镇", ""), ("双桥", "双桥镇", "renamed"), ("雙橋鎮", "双桥镇", "renamed"),
    ("双 桥 镇", "双桥镇", "renamed"), ("双桥镇人民政府", "双桥镇", "renamed"),
    ("双桥镇党委", "双桥镇", "renamed"), ("安澜县双桥镇", "双桥镇", "renamed"),
    ("安澜县双桥镇人民政府", "双桥镇", "renamed"), ("双桥街道", "双桥街道", "unknown"),
    ("城关", "城关街道", "renamed"), ("城关街道办事处", "城关街道", "renamed"),
    ("城关街道党工委", "城关街道", "renamed"), ("城关镇", "城关镇", "unknown"),
    ("石桥镇", "石桥镇", ""), ("石桥乡", "石桥乡", ""), ("石桥", "石桥", "ambiguous"),
    ("石桥乡人民政府", "石桥乡", "renamed"), ("县发改局", "县发展和改革局", "renamed"),
    ("发改委", "县发展和改革局", "renamed"), ("发展和改革局", "县发展和改革局", "renamed"),
    ("民政局", "县民政局", "renamed"), ("安澜县", "安澜县人民政府", "renamed"),
    ("莲花社区居委会", "莲花社区居委会", "unknown"), ("市局", "市公安局", "renamed"),
    ("黄泥镇", "黄泥镇", "unknown"),
  ])
  func aSpellingMeansOneUnit(text: String, unit: String, code: String) throws {
    var findings = Findings()
    let ledger = try Self.ledger("units", [text]).naming(Self.names, &findings)
    #expect(ledger.rows[0].cells[0].value == .text(unit))
    #expect(findings.codes == (code.isEmpty ? [] : ["ledger.organisation-\(code)"]))
  }

  @Test func eachSpellingIsSaidOnceWithItsPlace() throws {
    var findings = Findings()
    let ledger = try Self.ledger("visits", ["双桥", "双桥镇", "双桥", "双侨镇"])
    _ = ledger.naming(Self.names, &findings)
    #expect(
      findings.list.map { $0.message(in: .chinese) } == [
        "台账“visits”里的“双桥”就是“双桥镇”（2处）", "台账“visits”里的“双侨镇”不在单位名单里",
      ]
    )
    #expect(findings.list[1].suggestion == "双桥镇")
    #expect(findings.list[0].span?.start == 11)
  }

  private func dataset(
    _ sql: String,
    over lines: [String] = ["标题"],
    names: [StatisticsPlan.Organisation] = [],
    _ ledgers: [Ledger]
  ) throws -> (rows: [[Dataset.Value]], findings: Findings) {
    let plan = StatisticsPlan(
      ledgers: ledgers.map { Self.definition($0.name) },
      organisations: names,
      queries: [.init(name: "q", sql: sql)]
    )
    let (dataset, findings) = try Samples.dataset(lines, plan, ledgers: ledgers)
    return (dataset.results.first?.rows ?? [], findings)
  }

  @Test func ledgersJoinByTheirUnits() throws {
    let sql = "select a.unit from units a join visits b on a.unit = b.unit order by a.unit"
    let (rows, findings) = try dataset(
      sql,
      [
        Self.ledger("units", ["双桥镇", "城关街道"]),
        Self.ledger("visits", ["城关街道办事处", "双桥", "外地镇"]),
      ]
    )
    #expect(rows == [[.text("双桥镇")], [.text("城关街道")]])
    // Without a list the first ledger is it.
    #expect(
      findings.codes == [
        "ledger.organisation-renamed", "ledger.organisation-renamed",
        "ledger.organisation-unknown",
      ]
    )
  }

  @Test(arguments: [
    ("双桥镇新建党支部5个。", "双桥镇"), ("在安澜县双桥镇调研。", "双桥镇"), ("雙橋鎮新建5個。", "双桥镇"),
    ("双桥镇和城关街道各建5个。", nil), ("双桥镇比双桥镇上月多5个。", "双桥镇"), ("全县共建5个。", nil), ("双桥", "双桥镇"),
    ("", nil),
    ("双桥新建5个。", "双桥镇"), ("双桥乡新建5个。", nil), ("双桥社区新建5个。", nil),
  ])
  func theFunctionFindsTheOnlyUnitOfAText(text: String, unit: String?) throws {
    let (rows, _) = try dataset(
      "select organisation('\(text)'), 单位名称('\(text)')",
      over: ["标题", text],
      names: Self.names,
      [Self.ledger("units", ["双桥镇"])]
    )
    let value = unit.map { Dataset.Value.text($0) } ?? .null
    #expect(rows == [[value, value]])
  }

  @Test func figuresJoinLedgersByTheirSentences() throws {
    let sql = """
      select l.unit, f.value from figure f join paragraph p
        on p.report = f.report and p.section = f.section and p.id = f.paragraph
      join units l on l.unit = organisation(p.text) order by l.unit
      """
    let (rows, _) = try dataset(
      sql,
      over: ["双桥新建党支部5个。", "城关街道办事处新建党支部7个。"],
      [Self.ledger("units", ["双桥镇", "城关街道"])]
    )
    #expect(rows == [[.text("双桥镇"), .number(5)], [.text("城关街道"), .number(7)]])
  }

  @Test func aNameOfTwoUnitsIsAnError() throws {
    let (_, findings) = try dataset(
      "select 1",
      names: [.init(name: "甲镇", others: ["老镇"]), .init(name: "乙镇", others: ["老镇"])],
      []
    )
    #expect(findings.codes == ["ledger.organisation-twice"])
  }

  /// Twenty thousand units: were each compared with each, it would take hours.
  @Test(.timeLimit(.minutes(10))) func asManyUnitsAsThereAreVillages() throws {
    let units = (0..<20_000).map { "第\($0)村" }
    var findings = Findings()
    let ledger = try Self.ledger("units", units).naming([], &findings)
    #expect(ledger.rows.map { $0.cells[0].value } == units.map { .text($0) })
    #expect(findings.codes == [])
  }
}
