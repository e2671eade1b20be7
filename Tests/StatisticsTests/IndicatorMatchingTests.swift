import Diagnostics
import Reports
import Statistics
import Testing

@Suite struct IndicatorMatchingTests {
  private func dataset(
    _ text: String,
    _ indicators: [StatisticsPlan.Indicator]
  ) throws -> (dataset: Dataset, findings: Findings) {
    try Samples.dataset([text], StatisticsPlan(indicators: indicators, queries: [], checks: []))
  }

  @Test(arguments: [
    ("一般公共预算收入41.2亿元。", "一般公共预算收入", "万元", 412_000.0, 0),
    ("完成投资4120万元。", "投资", "亿元", 0.412, 4), ("种植水稻15亩。", "水稻", "公顷", 1, 2),
    ("公路里程1.5公里。", "公路里程", "米", 1500, 0), ("粮食产量100斤。", "粮食产量", "公斤", 50, 2),
    ("用电量1.2亿千瓦时。", "用电量", "万千瓦时", 12_000, 0), ("出生率为9.5‰。", "出生率", "%", 0.95, 2),
    ("受理1.2万件。", "受理", "件", 12_000, 0), ("办理时限2小时。", "办理时限", "分钟", 120, 2),
  ])
  func aFigureInAnotherUnitIsConvertedAndThatIsSaid(
    text: String,
    phrase: String,
    unit: String,
    value: Double,
    decimals: Int
  ) throws {
    let indicator = StatisticsPlan.Indicator(name: "wanted", match: [phrase], unit: unit)
    let (dataset, findings) = try dataset(text, [indicator])
    let figure = try #require(dataset.indicators["wanted"].map { dataset.figures[$0] })
    #expect(figure.value == value)
    #expect(figure.unit == unit)
    #expect(figure.decimals == decimals)
    #expect(findings.codes == ["statistics.indicator-converted"])
    #expect(findings.list.first?.severity == .note)
  }

  @Test(arguments: [
    ("出口5亿美元。", "出口", "亿元"), ("能源消费3万吨标准煤。", "能源消费", "千瓦时"),
    ("工期3个月。", "工期", "天"), ("气温18℃。", "气温", "华氏度"), ("建成支部5个。", "支部", "家"),
  ])
  func whatNeedsARateIsNotConverted(text: String, phrase: String, unit: String) throws {
    let indicator = StatisticsPlan.Indicator(name: "wanted", match: [phrase], unit: unit)
    let (dataset, findings) = try dataset(text, [indicator])
    #expect(dataset.indicators.isEmpty)
    #expect(findings.codes == ["statistics.indicator-not-found"])
  }

  @Test func theUnitAskedForGoesBeforeOneThatCouldBeConverted() throws {
    let indicator = StatisticsPlan.Indicator(name: "wanted", match: ["收入"], unit: "万元")
    let (dataset, findings) = try dataset("财政收入3.1亿元，旅游收入520万元。", [indicator])
    #expect(dataset.indicators["wanted"] == 1)
    #expect(findings.codes == [])
  }

  @Test(arguments: [("二", 1), ("活动阵地", 1), ("一", 0)])
  func aSectionSaysWhichOfTwoIsMeant(section: String, figure: Int) throws {
    var report = Samples.report(["建成阵地5个。", "建成阵地8个。"])
    let paragraphs = report.sections[0].paragraphs
    report.sections = zip(["一", "二"], paragraphs).map { number, paragraph in
      let words = number == "二" ? "活动阵地" : "组织体系"
      let span = paragraph.text.span(of: 0..<1)
      let heading = span.map { SourcedText(words, span: $0) } ?? SourcedText()
      return Report.Section(level: 1, number: number, heading: heading, paragraphs: [paragraph])
    }
    let indicator = StatisticsPlan.Indicator(
      name: "wanted",
      match: ["阵地"],
      unit: "个",
      section: section
    )
    var findings = Findings()
    let dataset = try Derivation(
      StatisticsPlan(indicators: [indicator], queries: [], checks: [])
    ).dataset(
      reports: [report],
      figures: FigureRecogniser().figures(in: [report]),
      findings: &findings
    )
    #expect(dataset.indicators["wanted"] == figure)
    #expect(findings.codes == [])
  }
}
