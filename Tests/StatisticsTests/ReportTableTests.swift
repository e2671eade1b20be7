import Diagnostics
import Reports
import Statistics
import Testing

@Suite("Tables of a report as ledgers")
struct ReportTableTests {
  private static let file = Samples.file("").id

  /// A text that stands at a place of its own.
  private static func text(_ text: String, _ place: inout Int) -> SourcedText {
    defer { place += 100 }
    return SourcedText(text, span: Span(file: file, start: place, end: place + text.utf8.count))
  }

  /// A report of paragraphs; one whose lines have bars is a table.
  private static func report(_ paragraphs: [String]) -> Report {
    var place = 0
    let list = paragraphs.map { paragraph -> Report.Paragraph in
      guard paragraph.contains("|") else {
        let kind: Report.Paragraph.Kind = paragraph.hasPrefix("表") ? .caption : .paragraph
        return Report.Paragraph(kind: kind, text: text(paragraph, &place))
      }
      let rows = paragraph.split(separator: ";").map { row in
        row.split(separator: "|", omittingEmptySubsequences: false)
          .map { text(String($0), &place) }
      }
      return Report.Paragraph(kind: .table, text: text(paragraph, &place), rows: rows)
    }
    let heading = SourcedText("一、总体情况", span: Span(file: file, start: 0, end: 1))
    return Report(
      name: "r",
      sections: [Report.Section(level: 1, heading: heading, paragraphs: list)]
    )
  }

  private static let paragraphs = [
    "单位|应建|覆盖率;甲|9|2", "正文。", "表2 各镇覆盖情况", "单位|应建|覆盖率（%）;乙|8|50%;合计|8|", "又一段。",
    "名称|数;丙|1",
  ]

  private func read(
    _ table: StatisticsPlan.LedgerDefinition.ReportTable,
    isRequired: Bool = true
  ) -> (ledger: Ledger?, findings: Findings) {
    var definition = LedgerNotation.townships
    definition.isRequired = isRequired
    var findings = Findings()
    let ledger = Ledger.read(
      table,
      in: [Self.report(Self.paragraphs)],
      definition: definition,
      findings: &findings
    )
    return (ledger, findings)
  }

  @Test(
    arguments: [
      (1, [], "甲|9|2|∅|∅"), (2, [], "乙|8|50|∅|∅"), (nil, ["覆盖情况"], "乙|8|50|∅|∅"),
      (nil, ["各鎮", "覆蓋"], "乙|8|50|∅|∅"), (nil, ["总体情况"], "甲|9|2|∅|∅"), (1, ["表2"], "乙|8|50|∅|∅"),
    ] as [(Int?, [String], String)]
  )
  func aTableIsChosenByNumberOrCaption(number: Int?, caption: [String], values: String) {
    let (ledger, findings) = read(.init(number: number, caption: caption))
    #expect(LedgerNotation.text(of: ledger) == values)
    #expect(!findings.hasErrors)
  }

  @Test func cellsStandWhereTheReportHasThem() throws {
    let (ledger, _) = read(.init(number: 2))
    let cell = try #require(ledger?.rows.first?.cells[1])
    #expect(cell.value == .number(8))
    #expect(cell.span == Span(file: Self.file, start: 1300, end: 1301))
    #expect(ledger?.rows.first?.number == 2)
  }

  @Test(arguments: [(4, []), (nil, ["没有的"]), (2, ["覆盖情况"])] as [(Int?, [String])])
  func aTableThatIsNotThereIsAnErrorUnlessOptional(number: Int?, caption: [String]) {
    let (ledger, findings) = read(.init(number: number, caption: caption))
    #expect(ledger == nil)
    #expect(findings.codes == ["ledger.no-table"])
    #expect(
      read(.init(number: number, caption: caption), isRequired: false).findings.codes == []
    )
  }

  @Test func badCellsOfTablesAreFindingsOfTheReport() throws {
    let (_, findings) = read(.init(number: 3))
    #expect(LedgerNotation.codes(findings).contains("missing-column"))
    var own = Findings()
    _ = Ledger.read(
      .init(),
      in: [Self.report(["单位|应建|覆盖率;甲|很多|2"])],
      definition: LedgerNotation.townships,
      findings: &own
    )
    #expect(
      own.list.map { $0.message(in: .chinese) } == [
        "台账“townships”（报告第1张表）第2行（列“enterprises”）应为整数，现为“很多”"
      ]
    )
    #expect(own.list.first?.span != nil)
  }
}
