import Diagnostics
import Statistics
import Testing

@Suite struct LedgerTests {
  private static let header = "township,enterprises,organised,target"

  private func read(_ text: String) -> (ledger: Ledger?, findings: Findings) {
    var findings = Findings()
    let ledger = Ledger.read(Samples.file(text), definition: Samples.townships, findings: &findings)
    return (ledger, findings)
  }

  private func values(_ text: String) -> [[Dataset.Value]]? {
    read(text).ledger?.rows.map { $0.cells.map(\.value) }
  }

  @Test(arguments: [
    "\(header)\n双桥镇,30,23,80\n", "\(header)\r\n双桥镇,30,23,80\r\n", "\(header)\r双桥镇,30,23,80",
    "\u{FEFF}\(header)\n双桥镇,30,23,80%\n", "target,organised,enterprises,township\n80,23,30,双桥镇",
    "\(header)\n\"双桥镇\",\"30\",23,80",
    " Township ,enterprises,organised,target\n双桥镇,30,23,80"
      .replacing(" Township ", with: " township "),
    "\(header)\n\n双桥镇,30,23,80\n\n\n", "\(header)\n 双桥镇 , 30,２３,８０％\n",
  ])
  func readsOneTableInManySpellings(text: String) {
    let (ledger, findings) = read(text)
    #expect(findings.codes == [])
    #expect(
      ledger?.rows.map { $0.cells.map(\.value) }
        == [[.text("双桥镇"), .number(30), .number(23), .number(80)]]
    )
  }

  @Test func quotedCellsHoldCommasQuotesAndLineEnds() {
    let rows = values("\(Self.header)\n\"双桥镇，\"\"老\"\",区\n分部\",1,1,1\n石桥镇,2,2,2")
    #expect(rows?.first?.first == .text("双桥镇，\"老\",区\n分部"))
    #expect(rows?.count == 2)
  }

  @Test func emptyCellsAreNull() {
    #expect(values("\(Self.header)\n双桥镇,,,\n") == [[.text("双桥镇"), .null, .null, .null]])
  }

  @Test func everyBadCellIsAFindingWithRowColumnAndPlace() throws {
    let text = "\(Self.header)\n双桥镇,三十,2.5,80\n石桥镇,30,23,八成\n"
    let (ledger, findings) = read(text)
    #expect(findings.codes == Array(repeating: "ledger.bad-cell", count: 3))
    #expect(
      findings.list.first?.message(in: .english)
        == "row 2, column \"enterprises\" of the ledger \"townships\": a whole number was expected, found \"三十\""
    )
    let span = try #require(findings.list.first?.span)
    let found = Array(text.utf8)[Int(span.start)..<Int(span.end)]
    #expect(String(decoding: found, as: UTF8.self) == "三十")
    #expect(ledger?.rows[0].cells[1].value == .null)
    #expect(ledger?.rows[1].number == 3)
  }

  @Test func columnsAreMatchedByTheirKeyAndSuggested() {
    let (_, findings) = read("township,enterprise,organised,target,备注\n双桥镇,30,23,80,无\n")
    #expect(findings.codes == ["ledger.missing-column", "ledger.unknown-column"])
    #expect(findings.list.map(\.suggestion) == ["enterprise", nil])
    #expect(
      findings.list.map { $0.message(in: .chinese) } == [
        "台账“townships”缺少列“enterprises”；现有的列：“township”、“enterprise”、“organised”、“target”、“备注”",
        "台账“townships”里版式没有声明的列未读取：“enterprise”、“备注”",
      ]
    )
  }

  @Test(arguments: [
    ("", ["ledger.empty"]), ("\n\n", ["ledger.empty"]), ("\u{FEFF}", ["ledger.empty"]),
    ("\(header)\n双桥镇,30,23", ["ledger.cell-count"]),
    ("\(header)\n双桥镇,30,23,80,多", ["ledger.cell-count"]),
    ("\(header)\n\"双桥镇,30,23,80\n", ["ledger.open-quote", "ledger.cell-count"]),
    ("\(header)\n\"双桥\"镇,30,23,80\n", ["ledger.text-after-quote"]),
    ("\(header)\n双\"桥\"镇,30,23,80\n", ["ledger.bare-quote"]),
    ("\(header),target\n双桥镇,30,23,80,90\n", ["ledger.duplicate-column"]),
    ("\(header)\n双桥镇,-5,23,80\n", []), ("\(header)\n双桥镇,\"1,234\",23,80\n", []),
    ("\(header)\n双桥镇,1e3,23,80\n", []), ("\(header)\n双桥镇,\0,23,80\n", ["ledger.bad-cell"]),
    ("\(header)\n双桥镇,1 000,23,80\n", ["ledger.bad-cell"]),
  ])
  func saysWhatIsWrong(text: String, codes: [String]) {
    #expect(read(text).findings.codes == codes)
  }

  @Test func bytesThatAreNoTextAreSaidWithTheirPlace() throws {
    var findings = Findings()
    let bytes = Array("a,b\n".utf8) + [0xB0, 0xB2]
    let ledger = Ledger.read(
      Samples.file(bytes),
      definition: Samples.townships,
      findings: &findings
    )
    #expect(ledger == nil)
    #expect(findings.codes == ["ledger.not-text"])
    #expect(findings.list.first?.span?.start == 4)
  }

  @Test func hostileBytesNeverTrap() {
    let pieces: [[UInt8]] = [
      [0x22], [0x2C], [0x0A], [0x0D], [0x61], [0xFF], [0xEF, 0xBB, 0xBF], Array("镇".utf8),
    ]
    // A fixed generator: the same cases every time.
    var state: UInt64 = 7
    for _ in 0..<500 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += pieces[Int(state >> 33) % pieces.count]
      }
      var findings = Findings()
      let file = Samples.file(bytes)
      let ledger = Ledger.read(file, definition: Samples.townships, findings: &findings)
      // Such bytes never name the four columns, so something is always said.
      #expect(!findings.list.isEmpty, "\(bytes)")
      #expect(ledger.map { $0.columns.count == 4 } ?? true)
    }
  }

  @Test(arguments: [
    ("2025-10-14", "2025-10-14"), ("2025/1/4", "2025-01-04"), ("2025年10月14日", "2025-10-14"),
    ("2025年10月", "2025-10"), ("2025-13-01", nil), ("昨天", nil), ("25-1-1", nil),
  ])
  func datesAreReadAsOfficesWriteThem(text: String, iso: String?) {
    var findings = Findings()
    let definition = StatisticsPlan.LedgerDefinition(
      name: "days",
      columns: [.init(name: "day", type: .date)]
    )
    let ledger = Ledger.read(
      Samples.file("day\n\(text)\n"),
      definition: definition,
      findings: &findings
    )
    #expect(ledger?.rows.first?.cells.first?.value == iso.map { .text($0) } ?? .null)
    #expect(findings.codes == (iso == nil ? ["ledger.bad-cell"] : []))
  }
}
