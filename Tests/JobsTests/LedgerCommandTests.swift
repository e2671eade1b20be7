import Foundation
import TestSupport
import Testing

@Suite("Ledgers, from the command line")
struct LedgerCommandTests {
  private static let head = "单位|应建|已建|目标"
  private static let rows = ["城关街道|=98|=91|p:0.8", "黄泥镇|=30|=23|p:0.8"]

  private static let page = """
    <html><head><title>各镇走访情况</title></head><body><h1>各镇走访情况</h1>
    <p>时间：2025-10-28 09:30</p>
    <p>十月，各镇继续走访企业，了解生产经营中的困难，当场答复的当场答复，不能答复的记入台账。</p>
    <p>走访次数见下表。</p>
    <table><tr><th>单位</th><th>次数</th></tr><tr><td>双桥</td><td>12</td></tr>
    <tr><td>黄泥镇人民政府</td><td>7</td></tr></table>
    <p>下一步，各镇把走访中记下的事一件一件办完，办完的告诉提出的企业，没有办完的说明原因。</p>
    </body></html>
    """

  private static let layout = """
    kanyin: 1
    name: visits
    title: 走访
    extends: base/official
    organisations:
      双桥镇: []
      黄泥镇: [老黄泥]
    data:
      visits:
        from: report
        table: 1
        columns: { 单位: organisation, 次数: integer }
    statistics:
      visits: { sql: "select 单位, 次数 from visits order by 单位" }
    body:
      - report: body
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let workbook = HandmadeWorkbook([("说明", ["没有数"]), ("十月", [Self.head] + Self.rows)])
    try folder.write("l.xlsx", bytes: workbook.bytes())
    return folder
  }

  private func rows(_ run: Program.Run, of result: String) throws -> String {
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let results = json?["results"] as? [String: Any]
    let rows = (results?[result] as? [String: Any])?["rows"] as? [[Any]]
    return (rows ?? []).map { row in row.map { "\($0)" }.joined(separator: "|") }
      .joined(separator: ";")
  }

  @Test func aSheetOfAWorkbookIsNamedBehindItsFile() throws {
    let folder = try folder()
    let arguments = [
      "statistics", Repository.path("reports/anlan-2025-10.txt"), "--layout", "briefing", "--json",
    ]
    let run = try Program.run(
      arguments + ["--data", "townships=l.xlsx#十月"],
      in: folder.path("")
    )
    #expect(run.status == 0)
    #expect(try rows(run, of: "ranking").hasPrefix("1|城关街道|98|91|92.8571428571|80"))
    let wrong = try Program.run(
      arguments + ["--data", "townships=l.xlsx#九月", "--language", "zh"],
      in: folder.path("")
    )
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("“l.xlsx”没有工作表“九月”"))
  }

  @Test func aLedgerIsCheckedAsALayoutDeclaresIt() throws {
    let folder = try folder()
    let bad = HandmadeWorkbook([Self.head, "城关街道|很多|=91|p:0.8"])
    try folder.write("bad.xlsx", bytes: bad.bytes())
    try folder.write("old.xls", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    let own = ["--layout", "briefing", "--language", "zh"]
    let good = try Program.run(["check", "l.xlsx#十月"] + own, in: folder.path(""))
    #expect(good.status == 0)
    let run = try Program.run(["check", "bad.xlsx", "old.xls"] + own, in: folder.path(""))
    #expect(run.status == 1)
    #expect(run.errors.contains("bad.xlsx(xl/worksheets/sheet1.xml):"))
    #expect(run.errors.contains("Sheet1!B2（列“enterprises”）应为整数，现为“很多”"))
    #expect(run.errors.contains("旧式 Excel 工作簿（.xls）"))
    // Without a layout only its form is looked at.
    #expect(try Program.run(["check", "bad.xlsx"], in: folder.path("")).status == 0)
  }

  @Test func twoLedgersOfOneNameBesideAReportAreAnError() throws {
    let folder = try folder()
    try folder.write("r.txt", try Repository.text("reports/anlan-2025-09.txt"))
    let workbook = HandmadeWorkbook([Self.head] + Self.rows)
    try folder.write("r.townships.xlsx", bytes: workbook.bytes())
    let arguments = ["batch", ".", "--layout", "briefing", "-o", "out", "--language", "zh"]
    #expect(try Program.run(arguments, in: folder.path("")).status == 0)
    try folder.write("r.townships.csv", "单位,应建,已建,目标\n甲镇,1,1,80\n")
    let run = try Program.run(arguments, in: folder.path(""))
    #expect(run.status == 1)
    #expect(run.errors.contains("“r.townships.csv”和“r.townships.xlsx”是同一个台账"))
  }

  @Test func aTableOfTheReportIsALedgerUnlessAFileIsGiven() throws {
    let folder = try folder()
    try folder.write("r.html", Self.page)
    try folder.write("visits.yaml", Self.layout)
    try folder.write("v.csv", "单位,次数\n双桥镇,99\n")
    let arguments = ["statistics", "r.html", "--layout", "visits.yaml", "--json"]
    let own = ["--language", "zh", "--verbose"]
    let run = try Program.run(arguments + own, in: folder.path(""))
    #expect(run.status == 0)
    #expect(try rows(run, of: "visits") == "双桥镇|12;黄泥镇|7")
    #expect(run.errors.contains("“双桥”就是“双桥镇”"))
    let given = try Program.run(arguments + own + ["--data", "visits=v.csv"], in: folder.path(""))
    #expect(try rows(given, of: "visits") == "双桥镇|99")
    #expect(given.errors.contains("台账“visits”读的是“v.csv”，不是报告里的表"))
  }
}
