import Diagnostics
import DocumentModel
import Reports
import Statistics
import Templates
import Testing

@Suite("Printed numbers lead to where they come from")
struct SourceLinkTests {
  private static func composition(_ dataset: Dataset = Workbench.dataset) -> Composition {
    Composition(
      reports: [Workbench.report],
      dataset: dataset,
      recognise: Workbench.recognise
    )
  }

  private static let plan = """
    indicators: { coverage: { match: [升至] }, branches: { title: 新建党支部, match: [新建] } }
    statistics:
      rise: { title: 覆盖率提高, unit: 个百分点, sql: "select 1 as 升" }
      empty: { sql: "select 1 as 数" }
      ranking: { sql: "select 1 as 名次" }

    """

  private static func trace(_ body: String, _ dataset: Dataset = Workbench.dataset) -> String {
    var bench = Workbench()
    let source = Workbench.ground.replacingStyles + plan + "body:\n" + body
    return bench.trace(source, composition(dataset))
  }

  @Test func aFigureLeadsToItsSentenceInTheText() {
    let trace = Self.trace(
      """
        - text: "{{ figures.branches | unit }}"
        - report: body
      """
    )
    #expect(trace.contains("{1:76个}→#figure.1") || trace.contains("→#figure.1"), "\(trace)")
  }

  @Test func withoutTheTextAFigureLeadsToItsEntry() {
    let trace = Self.trace("  - text: \"{{ figures.branches }}\"\n  - sources: figures\n")
    #expect(trace.contains("→#source.figure.1"), "\(trace)")
    #expect(trace.contains("新建党支部"), "\(trace)")
    #expect(trace.contains("一、组织到位"), "\(trace)")
  }

  @Test func withNeitherItLeadsNowhere() {
    let trace = Self.trace("  - text: \"{{ figures.branches }}\"\n")
    #expect(!trace.contains("→"), "\(trace)")
  }

  @Test func aDerivedNumberLeadsToItsEntryWhichHasTheQuery() {
    let trace = Self.trace(
      "  - text: \"{{ statistics.rise | number: 2 }}\"\n  - sources: statistics\n"
    )
    #expect(trace.contains("→#source.rise"), "\(trace)")
    #expect(trace.contains("rise　<54.99个>百分点"), "\(trace)")
    #expect(trace.contains("查询　select <1> as 升"), "\(trace)")
  }

  @Test func aRowThatNamesOneFigureLeadsToItsSentence() {
    var dataset = Workbench.dataset
    dataset.results[2].rowSources = [[.figure(1)], [.ledger("townships", row: 3, column: "已建")]]
    let trace = Self.trace(
      """
        - each: statistics.ranking
          content: [ { text: "{{ row.应建 }}" } ]
        - report: body
        - sources: all
      """,
      dataset
    )
    #expect(trace.contains("→#figure.1"), "\(trace)")
    #expect(trace.contains("→#source.ranking.2"), "\(trace)")
  }

  @Test func onlyAnchorsThatAreLedToStay() throws {
    var bench = Workbench()
    let source =
      Workbench.ground + Self.plan
      + "body: [ { text: \"{{ figures.branches }}\" }, { report: body } ]\n"
    let read = bench.read(source)
    let template = try #require(read)
    let made = template.compose(Self.composition(), findings: &bench.findings)
    let document = try #require(made)
    let anchors = document.body.compactMap { block -> [Paragraph.Anchor]? in
      if case .paragraph(let paragraph) = block.content { paragraph.anchors } else { nil }
    }
    // The sentence of figure 1 begins behind the lead-in, the first sentence of its paragraph.
    #expect(anchors.joined().map { "\($0.name) \($0.offset)" } == ["figure.1 5"])
  }
}

@Suite("What stands for no value")
struct MissingValueTests {
  @Test(arguments: [
    // A result that is null says itself what stands for it.
    ("none: { sql: select 1, missing: 无 }", "{ text: \"共{{ statistics.none }}个\" }", "共无个"),
    // A text does.
    ("none: { sql: select 1 }", "{ text: \"共{{ statistics.none }}\", missing: — }", "共—"),
    // A run of it does.
    (
      "none: { sql: select 1 }",
      "{ text: [ 共, { text: \"{{ statistics.none }}\", missing: 〇 } ] }", "共〇"
    ),
  ])
  func isPrinted(statistic: String, text: String, expected: String) {
    var bench = Workbench()
    let source = Workbench.ground + "statistics: { \(statistic) }\nbody: [ \(text) ]\n"
    #expect(bench.trace(source, Self.composition) == "P fangsong 16 justify: \(expected)")
  }

  @Test func elseItIsAnErrorWithAWayOut() throws {
    var bench = Workbench()
    let source =
      Workbench.ground + "statistics: { none: { sql: select 1 } }\n"
      + "body: [ { text: \"{{ statistics.none }}\" } ]\n"
    _ = bench.trace(source, Self.composition)
    let finding = try #require(bench.findings.list.first)
    #expect(finding.span != nil)
    #expect(finding.hint(in: .english)?.contains("missing:") == true)
    #expect(finding.hint(in: .chinese)?.contains("missing:") == true)
  }

  @Test func aTableCellIsADash() {
    var bench = Workbench()
    let source = bench.tableSource
    #expect(bench.trace(source, Self.composition).contains("—"))
  }

  private static var composition: Composition {
    Composition(
      reports: [],
      dataset: Dataset(results: [
        .init(name: "none", columns: [.init(name: "数", type: "text")], rows: [[.null]]),
        .init(
          name: "two",
          columns: [.init(name: "名", type: "text"), .init(name: "数", type: "number")],
          rows: [[.text("甲"), .null], [.text("乙"), .number(1)]]
        ),
      ])
    )
  }
}

extension Workbench {
  fileprivate var tableSource: String {
    Self.ground + """
      table-styles:
        plain:
          { cell: small, head: small, total: small, total-label: small, caption: small,
            continuation: small, note: small, row: 1行, head-row: 1行, padding: 1mm }
      statistics: { two: { sql: select 1 } }
      body: [ { table: { rows: statistics.two, style: plain } } ]

      """
  }
}

extension String {
  /// The ground with the style that `sources` needs.
  fileprivate var replacingStyles: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("  small:")
        ? "\(line)\n  source: { font: song, size: 小五, line: 0.5行, align: left }" : String(line)
    }
    .joined(separator: "\n")
  }
}
