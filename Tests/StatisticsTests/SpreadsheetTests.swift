import Diagnostics
import Statistics
import TestSupport
import Testing

/// What is read of a workbook.
private struct Reading {
  var files = SourceFiles()
  var findings = Findings()
  var ledger: Ledger?

  init(
    _ bytes: [UInt8],
    sheet: StatisticsPlan.LedgerDefinition.SheetChoice? = nil,
    named name: String = "台账.xlsx"
  ) {
    let id = files.add(name: name, bytes: bytes).id
    ledger = Ledger.read(
      id,
      in: &files,
      definition: LedgerNotation.townships,
      sheet: sheet,
      findings: &findings
    )
  }

  var text: String? { LedgerNotation.text(of: ledger) }
  var codes: [String] { LedgerNotation.codes(findings) }
}

@Suite("Ledgers in spreadsheets")
struct SpreadsheetTests {
  private static let head = "单位|应建|覆盖率|产值|日期"

  /// A row in the notation of `HandmadeWorkbook`, its values, and what is said.
  static let rows: [(String, String?, String)] = [
    ("双桥镇|=30|=80|=1.5|d:45944", "双桥镇|30|80|1.5|2025-10-14", ""),
    ("双桥镇|=30|p:0.8243||", "双桥镇|30|82.43|∅|∅", ""),
    ("双桥镇|=30|p:0.82430000000000003||", "双桥镇|30|82.43|∅|∅", ""),
    ("双桥镇|=30|p:1||", "双桥镇|30|100|∅|∅", ""),
    ("双桥镇|=30|=80|p:0.5|", "双桥镇|30|80|50|∅", ""),
    ("双桥镇|p:0.3|=80||", "双桥镇|∅|80|∅|∅", "bad-cell"),
    ("双桥镇|=30|80%||", "双桥镇|30|80|∅|∅", "number-as-text"),
    ("双桥镇|30|=80||", "双桥镇|30|80|∅|∅", "number-as-text"),
    ("双桥镇|三十|=80||", "双桥镇|∅|80|∅|∅", "bad-cell"),
    ("双桥镇|=2.5|=80||", "双桥镇|∅|80|∅|∅", "bad-cell"),
    ("双桥镇|=30.000000000000004|=80||", "双桥镇|30|80|∅|∅", ""),
    ("双桥镇|c:30|=80||", "双桥镇|30|80|∅|∅", ""),
    ("双桥镇|n:|=80||", "双桥镇|∅|80|∅|∅", "no-value"),
    ("双桥镇|e:#DIV/0!|=80||", "双桥镇|∅|80|∅|∅", "cell-error"),
    ("双桥镇|b:1|=80||", "双桥镇|∅|80|∅|∅", "bad-cell"),
    ("b:1|=3|=80||", "TRUE|3|80|∅|∅", ""),
    ("=1001|=3|=80||", "1001|3|80|∅|∅", ""),
    ("d:45944|=3|=80||", "2025-10-14|3|80|∅|∅", ""),
    ("双桥镇|=3|=80||m:45931", "双桥镇|3|80|∅|2025-10", ""),
    ("双桥镇|=3|=80||2025年10月14日", "双桥镇|3|80|∅|2025-10-14", ""),
    ("双桥镇|=3|=80||=20251014", "双桥镇|3|80|∅|2025-10-14", ""),
    ("双桥镇|=3|=80||=45944", "双桥镇|3|80|∅|∅", "bad-cell"),
    ("双桥镇|d:45944|=80||", "双桥镇|∅|80|∅|∅", "bad-cell"),
    ("i:<t>双桥镇</t>|=3|=80||", "双桥镇|3|80|∅|∅", ""),
    ("i:<r><t>双桥</t></r><r><t>镇</t></r>|=3|=80||", "双桥镇|3|80|∅|∅", ""),
    ("i:<t>双桥</t><rPh><t>shuāng</t></rPh>|=3|=80||", "双桥|3|80|∅|∅", ""),
    ("甲&乙<丙|=3|=80||", "甲&乙<丙|3|80|∅|∅", ""),
    ("双桥镇|—|=80|/|-", "双桥镇|∅|80|∅|∅", "blank-mark blank-mark blank-mark"),
    ("双桥镇|=1e3|=80|f:1.005|", "双桥镇|1000|80|1.005|∅", ""),
  ]

  @Test(arguments: rows)
  func aCellIsReadByItsKind(row: String, values: String?, codes: String) {
    let reading = Reading(HandmadeWorkbook([Self.head, row]).bytes())
    #expect(reading.text == values)
    #expect(reading.codes == codes.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
    (45_944, false, "2025-10-14"), (45_351, false, "2024-02-29"), (44_482, true, "2025-10-14"),
    (0, true, "1904-01-01"),
  ])
  func daysAreCountedFromBothEpochs(serial: Double, from1904: Bool, iso: String) {
    var workbook = HandmadeWorkbook([Self.head, "双桥镇|=3|=80||d:\(serial)"])
    workbook.countsFrom1904 = from1904
    #expect(Reading(workbook.bytes()).text == "双桥镇|3|80|∅|\(iso)")
  }

  @Test func theSixtiethOfFebruary1900IsNoDay() {
    let reading = Reading(HandmadeWorkbook([Self.head, "双桥镇|=3|=80||d:60"]).bytes())
    #expect(reading.codes == ["bad-cell"])
  }

  @Test func placesArePartsAndCellNames() throws {
    let reading = Reading(HandmadeWorkbook(["台账", Self.head, "双桥镇|三十|=80||"]).bytes())
    let finding = try #require(reading.findings.list.first { $0.code.name == "ledger.bad-cell" })
    let span = try #require(finding.span)
    let location = reading.files.location(of: span)
    #expect(location.file == "台账.xlsx")
    #expect(location.part == "xl/worksheets/sheet1.xml")
    #expect(
      finding.message(in: .chinese) == "台账“townships”Sheet1!B3（列“enterprises”）应为整数，现为“三十”"
    )
    let cell = try #require(reading.ledger?.rows[0].cells[2].span)
    let bytes = reading.files[cell.file].text[Int(cell.start)..<Int(cell.end)]
    #expect(String(decoding: bytes, as: UTF8.self) == "80")
    #expect(reading.ledger?.rows[0].number == 3)
  }

  @Test func decimalsAreThoseShown() {
    let reading = Reading(HandmadeWorkbook([Self.head, "甲|=3|p:0.8243|f:1.00567|"]).bytes())
    #expect(reading.ledger?.rows[0].cells.map(\.decimals) == [0, 0, 2, 2, 0])
  }

  // MARK: Sheets

  private static let three = HandmadeWorkbook([
    ("说明", ["这是说明"]), ("十月", [head, "双桥镇|=30|=80||"]), ("九 月", [head, "双桥镇|=29|=79||"]),
  ])

  @Test(arguments: [
    ("十月", "双桥镇|30|80|∅|∅"), ("2", "双桥镇|30|80|∅|∅"), ("3", "双桥镇|29|79|∅|∅"),
    ("九月", "双桥镇|29|79|∅|∅"),
  ])
  func aSheetIsChosenByNameOrNumber(choice: String, values: String) {
    let reading = Reading(Self.three.bytes(), sheet: .init(choice))
    #expect(reading.text == values)
    #expect(reading.codes == [])
  }

  @Test func theFirstOfSeveralSheetsIsSaid() throws {
    let reading = Reading(Self.three.bytes())
    #expect(reading.codes.first == "first-sheet")
    var hidden = Self.three
    hidden.state = "state=\"hidden\""
    #expect(Reading(hidden.bytes()).text == "双桥镇|30|80|∅|∅")
  }

  @Test func aSheetThatIsNotThereIsAnErrorWithThoseThatAre() throws {
    let reading = Reading(Self.three.bytes(), sheet: .named("十一月"))
    #expect(reading.ledger == nil)
    let finding = try #require(reading.findings.list.first)
    #expect(finding.message(in: .chinese) == "“台账.xlsx”没有工作表“十一月”（台账“townships”）")
    #expect(finding.hint(in: .chinese)?.contains("“说明”、“十月”、“九 月”") == true)
  }

  @Test func mergedCellsHoldForTheirRowsButNumbersCountOnce() {
    var workbook = HandmadeWorkbook([
      Self.head, "双桥镇|=30|=80||", "|=20|=70||", "石桥镇|=5|=60||", "黄泥镇||=50||",
    ])
    workbook.after = """
      <mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B4:B5"/></mergeCells>
      """
    let reading = Reading(workbook.bytes())
    #expect(reading.text == "双桥镇|30|80|∅|∅;双桥镇|20|70|∅|∅;石桥镇|5|60|∅|∅;黄泥镇|∅|50|∅|∅")
    #expect(reading.codes == ["duplicate-key", "merged", "merged-number"])
  }

  @Test func headingsOfTwoRowsAreFoundUnderMergedCells() {
    var workbook = HandmadeWorkbook([
      "安澜县台账", "单位|企业||覆盖率", "|应建|已建|", "双桥镇|=30|=20|=80",
    ])
    workbook.after = """
      <mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/>\
      <mergeCell ref="D2:D3"/></mergeCells>
      """
    let reading = Reading(workbook.bytes())
    #expect(reading.text == "双桥镇|30|80|∅|∅")
  }

  @Test func hiddenRowsAndColumnsAreReadAndSaid() {
    var workbook = HandmadeWorkbook([Self.head, "双桥镇|=30|=80||", "石桥镇|=20|=70||"])
    workbook.rowAttributes = [3: "hidden=\"1\""]
    workbook.before = "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>"
    let reading = Reading(workbook.bytes())
    #expect(reading.text == "双桥镇|30|80|∅|∅;石桥镇|20|70|∅|∅")
    #expect(reading.codes == ["hidden-rows", "hidden-column"])
  }

  @Test func anOpenDocumentIsReadAlike() {
    let content = """
      <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>\
      <table:table table:name="表1"><table:table-row>\
      <table:table-cell><text:p>单位</text:p></table:table-cell>\
      <table:table-cell><text:p>应建</text:p></table:table-cell>\
      <table:table-cell><text:p>覆盖率</text:p></table:table-cell>\
      <table:table-cell><text:p>日期</text:p></table:table-cell>\
      <table:table-cell table:number-columns-repeated="16380"/></table:table-row>\
      <table:table-row><table:table-cell office:value-type="string"><text:p>双桥<text:s/>镇</text:p>\
      <office:annotation><text:p>批注</text:p></office:annotation></table:table-cell>\
      <table:table-cell office:value-type="float" office:value="30"><text:p>30</text:p>\
      </table:table-cell><table:table-cell office:value-type="percentage" office:value="0.8243">\
      <text:p>82.43%</text:p></table:table-cell>\
      <table:table-cell office:value-type="date" office:date-value="2025-10-14"/></table:table-row>\
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell \
      table:number-columns-repeated="16384"/></table:table-row></table:table>\
      </office:spreadsheet></office:body></office:document-content>
      """
    let archive = HandmadeArchive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
    ])
    let reading = Reading(archive.finished(), named: "台账.ods")
    #expect(reading.text == "双桥 镇|30|82.43|∅|2025-10-14")
    #expect(reading.codes == [])
  }

  /// A sheet of LibreOffice in one file; numbers have the decimals that their cells show.
  private static let flat = """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
    <table:table table:name="表1"><table:table-row>
    <table:table-cell><text:p>单位</text:p></table:table-cell>
    <table:table-cell><text:p>应建</text:p></table:table-cell>
    <table:table-cell><text:p>覆盖率</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell><text:p>双桥镇</text:p></table:table-cell>
    <table:table-cell office:value-type="currency" office:value="1200.0"><text:p>¥1,200.00</text:p></table:table-cell>
    <table:table-cell office:value-type="percentage" office:value="0.948732595501607"><text:p>94.9%</text:p></table:table-cell>
    </table:table-row></table:table></office:spreadsheet></office:body></office:document>
    """

  @Test func aSheetInOneFileIsRead() {
    let reading = Reading(Array(Self.flat.utf8), named: "台账.fods")
    #expect(reading.text == "双桥镇|1200|94.8732595501607|∅|∅")
    #expect(reading.codes.filter { $0 != "missing-column" } == [])
  }

  @Test func numbersAreShownAsTheirCellsShowThem() throws {
    var files = SourceFiles()
    var findings = Findings()
    let id = files.add(name: "台账.fods", bytes: Array(Self.flat.utf8)).id
    let rows = ShownSheet.read(id, sheet: nil, named: "台账", in: &files, findings: &findings)
    #expect(rows?.last?.map(\.string) == ["双桥镇", "1200.00", "94.9%"])
  }

  @Test func formulasWithoutValuesAreSaidOfATableThatIsShown() {
    var files = SourceFiles()
    var findings = Findings()
    let bytes = HandmadeWorkbook(["单位|应建", "双桥镇|n:", "石桥镇|n:"]).bytes()
    let id = files.add(name: "台账.xlsx", bytes: bytes).id
    _ = ShownSheet.read(id, sheet: nil, named: "台账", in: &files, findings: &findings)
    #expect(findings.codes == ["ledger.no-values"])
  }

  // MARK: What is none

  static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  static let encrypted = compound + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }

  @Test(arguments: [
    (compound, "旧式 Excel 工作簿（.xls）"), (encrypted, "有密码的工作簿"),
    (Array("<html><table><tr><td>单位".utf8), "改了名的网页"), (Array("%PDF-1.7".utf8), "PDF"),
    (HandmadeArchive([("xl/workbook.bin", "")]).finished(), "二进制工作簿（.xlsb）"),
    (HandmadeArchive([("word/document.xml", "<a/>")]).finished(), "Word 文档"),
  ])
  func otherFilesAreRefusedWithAWayOut(bytes: [UInt8], words: String) throws {
    let reading = Reading(bytes, named: "台账.xls")
    #expect(reading.ledger == nil)
    let finding = try #require(reading.findings.list.last)
    #expect(finding.code.name == "ledger.foreign")
    #expect(finding.message(in: .chinese).contains(words))
    #expect(finding.hint(in: .chinese)?.contains("另存为 .xlsx") == true)
  }

  @Test(arguments: [
    ("truncated", "report.damaged-archive"), ("bomb", "report.archive-bomb"),
    ("type", "report.document-type"), ("deep", "report.nested-too-deep"),
    ("broken", "report.malformed-xml"), ("no sheet", "report.damaged-part"),
    ("lying", "report.damaged-part"),
  ])
  func hostileWorkbooksAreFindings(kind: String, code: String) {
    let whole = HandmadeWorkbook([Self.head, "双桥镇|=30|=80||"])
    var bytes = whole.bytes()
    switch kind {
    case "truncated": bytes = Array(bytes.prefix(bytes.count / 2))
    case "bomb": bytes = Self.workbook(sheet: [], declaring: 100 << 20)
    case "type":
      let text = "<!DOCTYPE a [<!ENTITY b 'ha'>]><worksheet><sheetData/></worksheet>"
      bytes = Self.workbook(sheet: Array(text.utf8))
    case "deep": bytes = Self.workbook(sheet: Array(String(repeating: "<a>", count: 9000).utf8))
    case "broken": bytes = Self.workbook(sheet: Array("<worksheet><row></worksheet>".utf8))
    case "lying": bytes = Self.workbook(sheet: Array("<worksheet/>".utf8), declaring: 99)
    default: bytes = Self.workbook(sheet: nil)
    }
    let reading = Reading(bytes)
    #expect(reading.ledger == nil)
    #expect(reading.findings.codes == [code])
  }

  /// A workbook whose sheet is these bytes.
  private static func workbook(sheet: [UInt8]?, declaring size: Int? = nil) -> [UInt8] {
    var archive = HandmadeArchive([
      (
        "xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='甲' r:id='a'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='a' Type='x/worksheet' Target='sheet.xml'/></Relationships>"
      ),
    ])
    if let sheet { archive.add("xl/sheet.xml", sheet, declaring: size) }
    return archive.finished()
  }

  @Test func altersOfAWorkbookNeverTrap() {
    let whole = HandmadeWorkbook([Self.head, "双桥镇|p:0.3|e:#N/A|i:<t>甲</t>|d:45944"]).bytes()
    // A fixed generator: the same cases every time.
    var state: UInt64 = 11
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      let reading = Reading(bytes)
      #expect(reading.ledger != nil || reading.findings.hasErrors)
    }
  }
}
