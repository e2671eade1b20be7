import Diagnostics
import Statistics
import Testing
import WritingSystems

/// A sentence and what is compared in it: the arithmetic, with ≠ where it does not hold.
@Suite("What a report says twice") struct ReportCheckTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let details: [String]

    init(_ text: String, _ details: String...) {
      self.text = text
      self.details = details
    }

    var testDescription: String { text }
  }

  @Test(
    arguments: [
      // Changes and their ends.
      Case("覆盖率从年初的31.42%提升至86.41%，提高54.99个百分点。", "86.41 − 31.42 = 54.99"),
      Case("覆盖率从年初的31.42%提升至86.41%，提高54.98个百分点。", "86.41 − 31.42 = 54.99 ≠ 54.98"),
      Case("民宿由84家增至119家，增加35家。", "119 − 84 = 35"),
      Case("民宿由84家增至119家，净增36家。", "119 − 84 = 35 ≠ 36"),
      Case("民宿由80家增至100家，增长25%。", "(100 − 80) ÷ 80 × 100 = 25"),
      Case("民宿由80家增至100家，增长20%。", "(100 − 80) ÷ 80 × 100 = 25 ≠ 20"),
      Case("案件由120件降至90件，下降25%。", "(120 − 90) ÷ 120 × 100 = 25"),
      // Ends that are rounded leave the quotient uncertain.
      Case("产值由1.2亿元增至1.3亿元，增长9.1%。", "(1.3 − 1.2) ÷ 1.2 × 100 = 8.333333 ≈ 9.1"),
      // Of something else: not compared.
      Case("民宿由84家增至119家，床位增加35张。"),
      Case("民宿由84家增至119家，同比增长约40%。"),
      // Sums.
      Case("单建支部21个，组建联合支部55个，两项合计新建76个。", "21 + 55 = 76"),
      Case("单建支部21个，组建联合支部55个，两项合计新建77个。", "21 + 55 = 76 ≠ 77"),
      Case("检查企业5家，单建支部21个，联合支部55个，合计76个。", "21 + 55 = 76"),
      Case("单建支部21个，联合支部55个，合计86个。", "21 + 55 = 76 ≠ 86"),
      // A plain 共 that no run fits is of something else.
      Case("单建支部21个，联合支部55个，全县共有支部310个。"),
      Case("单建支部21个，联合支部55个，共建76个。", "21 + 55 = 76"),
      Case("投资1.5亿元，贷款5000万元，合计2亿元。", "150000000 + 50000000 = 200000000"),
      // Parts of a whole.
      Case("新覆盖307家，其中非公企业264家、社会组织43家。", "264 + 43 = 307"),
      Case("新覆盖307家，其中非公企业264家、社会组织34家。", "264 + 34 = 298 ≠ 307"),
      Case("新覆盖307家，其中非公企业264家、社会组织53家。", "264 + 53 = 317 ≠ 307"),
      Case("检查企业307家，其中食品企业20家、药品企业31家。"),
      // Shares.
      Case(
        "收入13.47亿元，其中税收收入9.05亿元，占67.2%。",
        "905000000 ÷ 1347000000 × 100 = 67.18634 ≈ 67.2"
      ),
      Case("党员400名，其中女党员100名，占25%。", "100 ÷ 400 × 100 = 25"),
      Case("党员400名，其中女党员100名，占26%。", "100 ÷ 400 × 100 = 25 ≠ 26"),
      Case("党员400名，其中女党员100名，占全市女党员的6%。"),
      Case("三类分别占31.2%、42.5%、26.3%。", "31.2 + 42.5 + 26.3 = 100"),
      Case("三类分别占31.2%、42.5%、27.3%。", "31.2 + 42.5 + 27.3 = 101 ≠ 100"),
      Case("三类分别占11.2%、12.5%、27.3%。"),
      // Traditional text is read alike.
      Case("單建支部21個，聯合支部55個，兩項合計新建77個。", "21 + 55 = 76 ≠ 77"),
    ]
  )
  func compares(_ sample: Case) throws {
    let (dataset, findings) = try Samples.dataset([sample.text], StatisticsPlan())
    #expect(dataset.checks.map(\.detail) == sample.details.map { Optional($0) })
    let wrong = sample.details.filter { $0.contains("≠") }.count
    #expect(dataset.checks.count { $0.holds == false } == wrong)
    #expect(findings.list.count == wrong)
    for finding in findings.list { #expect(finding.severity == .warning) }
  }

  @Test func anIndicatorWithTwoValuesIsSaid() throws {
    let plan = StatisticsPlan(indicators: [.init(name: "rate", match: ["办结率"], unit: "%")])
    let lines = ["按期办结率97.3%。", "从部门看，按期办结率93.7%。"]
    let (dataset, findings) = try Samples.dataset(lines, plan)
    #expect(dataset.checks.map(\.detail) == ["97.3 ≠ 93.7"])
    #expect(findings.codes.contains("statistics.indicator-differs"))
  }

  @Test func aFindingShowsBothPlaces() throws {
    let (_, findings) = try Samples.dataset(["由84家增至119家，增加36家。"], StatisticsPlan())
    let finding = try #require(findings.list.first)
    #expect(finding.code.name == "statistics.rise-differs")
    #expect(finding.span != nil)
    #expect(finding.notes.count == 1)
  }
}

@Suite("This month's changes against the history") struct HistoryCheckTests {
  private static let plan = StatisticsPlan(
    indicators: [
      .init(name: "income", match: ["财政收入"], unit: "亿元"),
      .init(name: "rate", match: ["办结率"], unit: "%"),
    ]
  )

  private func details(_ text: String) throws -> [String?] {
    let past = ["累计实现财政收入1.20亿元，办结率96.1%。"]
    let september = try Samples.dataset(past, Self.plan).dataset
    let month = History.Month(
      of: september,
      ledgers: [],
      layout: "l",
      period: try #require(Period(year: 2025, month: 9)),
      title: ""
    )
    let reports = [Samples.report([text])]
    var findings = Findings()
    let dataset = try Derivation(Self.plan).dataset(
      reports: reports,
      figures: FigureRecogniser().figures(in: reports),
      history: History(months: [month]),
      period: Period(year: 2025, month: 10),
      findings: &findings
    )
    #expect(findings.list.count == dataset.checks.count { $0.holds == false })
    return dataset.checks.map(\.detail)
  }

  @Test(
    arguments: [
      ("财政收入1.50亿元，办结率97.3%，比上月提高1.2个百分点。", ["97.3 − 96.1 = 1.2"]),
      ("财政收入1.50亿元，办结率97.3%，比上月提高2.1个百分点。", ["97.3 − 96.1 = 1.2 ≠ 2.1"]),
      ("财政收入1.50亿元，环比增长25%；办结率97.3%。", ["(1.5 − 1.2) ÷ 1.2 × 100 = 25"]),
      ("财政收入1.50亿元，环比增长52%；办结率97.3%。", ["(1.5 − 1.2) ÷ 1.2 × 100 = 25 ≠ 52"]),
      // A year before is not in the history.
      ("财政收入1.50亿元，同比增长52%；办结率97.3%。", []),
      ("累计实现财政收入1.10亿元，办结率97.3%。", ["1.1 < 1.2"]),
      ("累计实现财政收入1.30亿元，办结率97.3%。", []),
    ] as [(String, [String])]
  )
  func compares(_ text: String, _ expected: [String]) throws {
    #expect(try details(text) == expected.map { Optional($0) })
  }
}
