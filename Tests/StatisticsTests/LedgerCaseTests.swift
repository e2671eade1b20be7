import Diagnostics
import Reports
import Statistics
import Testing

/// One line a case: a table as somebody saved it, what is read of it, and what is said.
///
/// `⏎` ends a line of the file. Expected rows are parted by `;`, cells by `|`, ∅ is null. Findings
/// are the names of codes without `ledger.`, in the order in which they are said.
struct LedgerCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let rows: String?
  let codes: [String]

  init(_ name: String, _ text: String, _ rows: String?, _ codes: String = "") {
    self.name = name
    self.text = text
    self.rows = rows
    self.codes = codes.split(separator: " ").map(String.init)
  }

  var testDescription: String { name }
  var file: String { text.replacing("⏎", with: "\n") }
}

enum LedgerNotation {
  static func text(of ledger: Ledger?) -> String? {
    ledger.map { ledger in
      ledger.rows.map { row in row.cells.map(\.value).map(word).joined(separator: "|") }
        .joined(separator: ";")
    }
  }

  private static func word(_ value: Dataset.Value) -> String {
    switch value {
    case .null: "∅"
    case .text(let text): text.replacing("\n", with: "⏎")
    case .number(let number): number == number.rounded() ? String(Int(number)) : "\(number)"
    }
  }

  static func codes(_ findings: Findings) -> [String] {
    findings.codes.map { $0.hasPrefix("ledger.") ? String($0.dropFirst(7)) : $0 }
  }

  /// The definition that cases are read by.
  static let townships = StatisticsPlan.LedgerDefinition(
    name: "townships",
    columns: [
      .init(name: "township", type: .text, title: "单位", match: ["乡镇", "乡镇名称"]),
      .init(name: "enterprises", type: .integer, title: "应建", match: ["企业应建", "应建企业数"]),
      .init(name: "rate", type: .percent, title: "覆盖率"),
      .init(name: "output", type: .number, title: "产值", unit: "万元", isOptional: true),
      .init(name: "day", type: .date, title: "日期", isOptional: true),
    ],
    key: ["township"]
  )
}

@Suite("Ledgers as offices save them")
struct LedgerCaseTests {
  static let separators = [
    LedgerCase("comma", "单位,应建,覆盖率⏎双桥镇,30,80", "双桥镇|30|80|∅|∅"),
    LedgerCase("semicolon", "单位;应建;覆盖率⏎双桥镇;30;80", "双桥镇|30|80|∅|∅", "separator"),
    LedgerCase("tabulator", "单位\t应建\t覆盖率⏎双桥镇\t30\t80", "双桥镇|30|80|∅|∅", "separator"),
    LedgerCase("bar", "单位|应建|覆盖率⏎双桥镇|30|80", "双桥镇|30|80|∅|∅", "separator"),
    LedgerCase("full-width comma", "单位，应建，覆盖率⏎双桥镇，30，80", "双桥镇|30|80|∅|∅", "separator"),
    LedgerCase("sep= line", "sep=;⏎单位;应建;覆盖率⏎双桥镇;30;80", "双桥镇|30|80|∅|∅", "separator"),
    LedgerCase("commas in cells of a ;", "单位;应建;覆盖率⏎甲,乙,丙镇;30;80", "甲,乙,丙镇|30|80|∅|∅", "separator"),
    LedgerCase(
      "full-width commas in cells of a comma",
      "单位,应建,覆盖率⏎甲，乙，丙镇,30,80",
      "甲，乙，丙镇|30|80|∅|∅"
    ),
    LedgerCase("quoted tabulators", "单位\t应建\t覆盖率⏎\"甲\t乙\"\t30\t80", "甲\t乙|30|80|∅|∅", "separator"),
    LedgerCase("quotes doubled", "单位,应建,覆盖率⏎\"甲\"\"乙\"\"\",30,80", "甲\"乙\"|30|80|∅|∅"),
    LedgerCase("a line end in a cell", "单位,应建,覆盖率⏎\"甲⏎乙\",30,80", "甲⏎乙|30|80|∅|∅"),
  ]

  static let headings = [
    LedgerCase("own names", "township,enterprises,rate⏎甲,1,2", "甲|1|2|∅|∅"),
    LedgerCase("synonyms in any order", "覆盖率,乡镇名称,应建企业数⏎2,甲,1", "甲|1|2|∅|∅"),
    LedgerCase("traditional headings", "單位,應建,覆蓋率⏎甲,1,2", "甲|1|2|∅|∅"),
    LedgerCase("units in brackets", "单位,应建（家）,覆盖率（%）⏎甲,1,2", "甲|1|2|∅|∅"),
    LedgerCase("units behind a stroke", "单位,应建/家,覆盖率/%⏎甲,1,2", "甲|1|2|∅|∅"),
    LedgerCase("a year in brackets is no unit", "单位,应建,覆盖率（2025年）⏎甲,1,2", "甲|1|2|∅|∅"),
    LedgerCase("a heading of two lines", "单位,应建,\"覆盖率⏎（%）\"⏎甲,1,2", "甲|1|2|∅|∅"),
    LedgerCase("titles above", "安澜县情况表,,⏎,,⏎单位,应建,覆盖率⏎甲,1,2", "甲|1|2|∅|∅", "title-rows"),
    LedgerCase(
      "a unit above converts",
      "单位：亿元,,,⏎单位,应建,覆盖率,产值⏎甲,1,2,1.2",
      "甲|1|2|12000|∅",
      "title-rows unit-converted"
    ),
    LedgerCase(
      "the unit of a heading converts",
      "单位,应建,覆盖率,产值（亿元）⏎甲,1,2,1.2",
      "甲|1|2|12000|∅",
      "unit-converted"
    ),
    LedgerCase("the same unit", "单位,应建,覆盖率,产值（万元）⏎甲,1,2,1.2", "甲|1|2|1.2|∅"),
    LedgerCase("a unit that cannot be", "单位,应建,覆盖率,产值（吨）⏎甲,1,2,1.2", "甲|1|2|1.2|∅", "unit-differs"),
    LedgerCase("per mille", "单位,应建,覆盖率（‰）⏎甲,1,824.3", "甲|1|82.43|∅|∅", "unit-converted"),
    LedgerCase(
      "grouped headings",
      ",企业,,⏎单位,应建,已建,覆盖率⏎甲,1,9,2",
      "甲|1|2|∅|∅",
      "title-rows unknown-column"
    ),
    LedgerCase(
      "a group makes the name",
      ",企业,企业,率⏎单位,应建,已建,覆盖率⏎甲,1,9,2",
      "甲|1|2|∅|∅",
      "title-rows unknown-column"
    ),
    LedgerCase(
      "a heading a row higher",
      "单位,企业,,⏎,应建,已建,覆盖率⏎甲,1,9,2",
      "甲|1|2|∅|∅",
      "title-rows unknown-column"
    ),
    LedgerCase("others are noted", "单位,应建,备注,覆盖率,序号⏎甲,1,无,2,1", "甲|1|2|∅|∅", "unknown-column"),
    LedgerCase("twice", "单位,应建,应建,覆盖率⏎甲,1,9,2", "甲|1|2|∅|∅", "duplicate-column"),
    LedgerCase("missing", "单位,覆盖率⏎甲,2", "甲|∅|2|∅|∅", "missing-column"),
    LedgerCase(
      "nothing known",
      "甲,乙⏎1,2",
      "∅|∅|∅|∅|∅",
      "missing-column missing-column missing-column unknown-column"
    ),
    LedgerCase("empty headings at the end", "单位,应建,覆盖率,,,⏎甲,1,2,,,", "甲|1|2|∅|∅"),
  ]

  private static let head = "单位,应建,覆盖率,产值,日期⏎"

  static let cells = [
    LedgerCase("thousands", head + "甲,\"1,234\",2,\"12,345.60\",", "甲|1234|2|12345.6|∅"),
    LedgerCase("full width", head + "甲,１２,８０．５％,,", "甲|12|80.5|∅|∅"),
    LedgerCase("thin spaces group", head + "甲,1\u{2009}234,2,1\u{A0}234.5,", "甲|1234|2|1234.5|∅"),
    LedgerCase("percent signs", head + "甲,1,82.43%,,", "甲|1|82.43|∅|∅"),
    LedgerCase("signs", head + "甲,+1,-2.5,−3,", "甲|1|-2.5|-3|∅"),
    LedgerCase("brackets are negative", head + "甲,1,2,\"(1,234)\",", "甲|1|2|-1234|∅", "bracketed"),
    LedgerCase("full-width brackets", head + "甲,1,2,（5）,", "甲|1|2|-5|∅", "bracketed"),
    LedgerCase("own units", head + "甲,1,2,15万元,", "甲|1|2|15|∅", "unit-in-cell"),
    LedgerCase("other units", head + "甲,1,2,1.2亿元,", "甲|1|2|12000|∅", "unit-in-cell"),
    LedgerCase("money marks", head + "甲,1,2,¥15,", "甲|1|2|15|∅"),
    LedgerCase("nothing", head + "甲,,—,/,-", "甲|∅|∅|∅|∅", "blank-mark blank-mark blank-mark"),
    LedgerCase(
      "marks once a column",
      head + "甲,-,1,,⏎乙,-,1,,",
      "甲|∅|1|∅|∅;乙|∅|1|∅|∅",
      "blank-mark"
    ),
    LedgerCase("a dash of text stays", head + "—,1,2,,", "—|1|2|∅|∅"),
    LedgerCase("no number", head + "甲,三十,八成,约5,", "甲|∅|∅|∅|∅", "bad-cell bad-cell bad-cell"),
    LedgerCase(
      "numbers beyond numbers",
      head + "甲,1,1e999,-1e400万元,",
      "甲|1|∅|∅|∅",
      "bad-cell bad-cell"
    ),
    LedgerCase("no whole number", head + "甲,2.5,2,,", "甲|∅|2|∅|∅", "bad-cell"),
    LedgerCase("2.0 is whole", head + "甲,2.0,2,,", "甲|2|2|∅|∅"),
    LedgerCase("a percentage is no count", head + "甲,30%,2,,", "甲|∅|2|∅|∅", "bad-cell"),
    LedgerCase("other units that cannot be", head + "甲,1,2,5吨,", "甲|1|2|∅|∅", "bad-cell"),
    LedgerCase(
      "errors of formulas",
      head + "甲,#DIV/0!,#N/A,,",
      "甲|∅|∅|∅|∅",
      "cell-error cell-error"
    ),
    LedgerCase(
      "control characters",
      head + "甲\u{0}乙\u{7}镇,1,2,,",
      "甲乙镇|1|2|∅|∅",
      "control-characters"
    ),
    LedgerCase("spaces around", head + "　甲 , 1 ,2 ,,", "甲|1|2|∅|∅"),
    LedgerCase(
      "shares without their sign",
      head + "甲,1,0.82,,⏎乙,1,0.75,,",
      "甲|1|0.82|∅|∅;乙|1|0.75|∅|∅",
      "looks-like-share"
    ),
    LedgerCase("1 % and 0 %", head + "甲,1,1,,⏎乙,1,0,,", "甲|1|1|∅|∅;乙|1|0|∅|∅"),
    LedgerCase(
      "large and small numbers",
      head + "甲,1,2,1e3,⏎乙,1,2,0.000001,",
      "甲|1|2|1000|∅;乙|1|2|1e-06|∅"
    ),
  ]

  static let dates =
    [
      ("2025-10-14", "2025-10-14"), ("2025/1/4", "2025-01-04"), ("2025.10.14", "2025-10-14"),
      ("2025年10月14日", "2025-10-14"), ("2025年10月", "2025-10"), ("2025年", "2025"),
      ("２０２５－１０－１４", "2025-10-14"), ("20251014", "2025-10-14"), ("202510", "2025-10"),
      ("二〇二五年十月十四日", "2025-10-14"), ("二○二五年十月二十日", "2025-10-20"),
      ("2025-10-14 08:30", "2025-10-14T08:30"), ("2025/10/14 0:00:00", "2025-10-14"),
      ("2025-10-14T08:30:00", "2025-10-14T08:30"),
    ].map { LedgerCase("date \($0.0)", head + "甲,1,2,,\($0.0)", "甲|1|2|∅|\($0.1)") }
    + ["2025-02-30", "昨天", "25-1-1", "10月14日", "45945", "2025-13", "99999999"].map {
      LedgerCase("no date \($0)", head + "甲,1,2,,\($0)", "甲|1|2|∅|∅", "bad-cell")
    }

  private static let short = "单位,应建,覆盖率⏎"

  static let rows = [
    LedgerCase("blank rows", short + "甲,1,2⏎,,⏎ ,　,⏎乙,3,4⏎,,", "甲|1|2|∅|∅;乙|3|4|∅|∅", "blank-rows"),
    LedgerCase("empty lines", short + "⏎甲,1,2⏎⏎⏎", "甲|1|2|∅|∅"),
    LedgerCase(
      "a total that adds up",
      short + "甲,1,2⏎乙,3,4⏎合计,4,3",
      "甲|1|2|∅|∅;乙|3|4|∅|∅",
      "total-row"
    ),
    LedgerCase(
      "a total that does not",
      short + "甲,1,2⏎乙,3,4⏎合　计,5,3",
      "甲|1|2|∅|∅;乙|3|4|∅|∅",
      "total-row total-differs"
    ),
    LedgerCase("a total above", short + "全县总计,4,3⏎甲,1,2⏎乙,3,4", "甲|1|2|∅|∅;乙|3|4|∅|∅", "total-row"),
    LedgerCase(
      "subtotals are not compared",
      short + "甲,1,2⏎小计,9,2⏎乙,3,4⏎合计,9,3",
      "甲|1|2|∅|∅;乙|3|4|∅|∅",
      "total-row total-row"
    ),
    LedgerCase(
      "a total over a bad cell is not compared",
      short + "甲,x,2⏎合计,4,3",
      "甲|∅|2|∅|∅",
      "bad-cell total-row"
    ),
    LedgerCase(
      "a total of rounded amounts",
      "单位,应建,覆盖率,产值⏎甲,1,2,1.34⏎乙,1,2,1.33⏎合计,2,2,2.7",
      "甲|1|2|1.34|∅;乙|1|2|1.33|∅",
      "total-row"
    ),
    LedgerCase(
      "remarks below",
      short + "甲,1,2⏎注：数据截至月底,,⏎填表人：张三,审核：李四,",
      "甲|1|2|∅|∅",
      "remark remark"
    ),
    LedgerCase(
      "headings again",
      short + "甲,1,2⏎单位,应建,覆盖率⏎乙,3,4",
      "甲|1|2|∅|∅;乙|3|4|∅|∅",
      "repeated-headings"
    ),
    LedgerCase("numbers of columns", head + "甲,1,2,3,4⏎乙,1,3,,", "乙|1|3|∅|∅", "numbering-row"),
    LedgerCase(
      "twice the same key",
      short + "甲镇,9,2⏎甲　镇,9,3",
      "甲镇|9|2|∅|∅;甲　镇|9|3|∅|∅",
      "duplicate-key"
    ),
    LedgerCase("a cell too few", short + "甲,1", "甲|1|∅|∅|∅", "cell-count"),
    LedgerCase("a cell too many", short + "甲,9,2,8", "甲|9|2|∅|∅", "cell-count"),
    LedgerCase("blank cells too many", short + "甲,9,2,,", "甲|9|2|∅|∅"),
    LedgerCase("headings only", short, ""),
    LedgerCase("nothing at all", "", nil, "empty"),
    LedgerCase("a mark only", "\u{FEFF}", nil, "empty"),
  ]

  @Test(arguments: separators + headings + cells + dates + rows)
  func isReadAsExpected(_ test: LedgerCase) {
    var findings = Findings()
    let ledger = Ledger.read(
      Samples.file(test.file),
      definition: LedgerNotation.townships,
      findings: &findings
    )
    #expect(LedgerNotation.text(of: ledger) == test.rows)
    #expect(LedgerNotation.codes(findings) == test.codes)
  }

  /// The same table in each encoding that offices save it in.
  @Test(arguments: ["utf8", "utf8-mark", "utf16le", "utf16be", "gb18030", "big5"])
  func encodingsAreFoundOut(_ encoding: String) throws {
    // Big5 has no simplified characters; both spellings have one matching key.
    let lines = "單位,應建,覆蓋率\n雙橋鎮,30,80\n黃泥鎮,20,75\n".replacing("\n", with: "\r\n")
    var files = SourceFiles()
    let id = files.add(name: "l.csv", bytes: try Encoded.bytes(of: lines, in: encoding)).id
    var findings = Findings()
    let ledger = Ledger.read(
      id,
      in: &files,
      definition: LedgerNotation.townships,
      findings: &findings
    )
    #expect(LedgerNotation.text(of: ledger) == "雙橋鎮|30|80|∅|∅;黃泥鎮|20|75|∅|∅")
    #expect(!findings.hasErrors)
    let span = try #require(ledger?.rows[1].cells[1].span)
    #expect(files.location(of: span).line == 3)
    #expect(files.location(of: span).column == 5)
  }

  @Test func aColumnOfBadCellsIsAFewFindingsAndANumber() {
    let rows = (0..<1000).map { _ in "甲,x,2" }.joined(separator: "\n")
    var findings = Findings()
    _ = Ledger.read(
      Samples.file("单位,应建,覆盖率\n\(rows)"),
      definition: StatisticsPlan.LedgerDefinition(
        name: "t",
        columns: LedgerNotation.townships.columns
      ),
      findings: &findings
    )
    #expect(findings.list.count == 51)
    #expect(
      findings.list.last?.message(in: .chinese) == "台账“t”的列“enterprises”还有950处同样的错误"
    )
  }
}

/// Text in other encodings, by tables of the few characters that the tests use.
enum Encoded {
  struct Unknown: Error {}

  private static let big5: [Character: [UInt8]] = [
    "單": [0xB3, 0xE6], "位": [0xA6, 0xEC], "應": [0xC0, 0xB3], "建": [0xAB, 0xD8],
    "覆": [0xC2, 0xD0], "蓋": [0xBB, 0x5C], "率": [0xB2, 0x76], "雙": [0xC2, 0xF9],
    "橋": [0xBE, 0xF4], "鎮": [0xC2, 0xED], "黃": [0xB6, 0xC0], "泥": [0xAA, 0x64],
  ]

  private static let gbk: [Character: [UInt8]] = [
    "單": [0x86, 0xCE], "位": [0xCE, 0xBB], "應": [0x91, 0xAA], "建": [0xBD, 0xA8],
    "覆": [0xB8, 0xB2], "蓋": [0xC9, 0x77], "率": [0xC2, 0xCA], "雙": [0xEB, 0x70],
    "橋": [0x98, 0xF2], "鎮": [0xE6, 0x82], "黃": [0xFC, 0x53], "泥": [0xC4, 0xE0],
  ]

  static func bytes(of text: String, in encoding: String) throws -> [UInt8] {
    switch encoding {
    case "utf8": return Array(text.utf8)
    case "utf8-mark": return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case "utf16le":
      return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "utf16be": return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "gb18030": return try text.flatMap { try bytes(of: $0, in: gbk) }
    case "big5": return try text.flatMap { try bytes(of: $0, in: big5) }
    default: throw Unknown()
    }
  }

  private static func bytes(of character: Character, in table: [Character: [UInt8]]) throws
    -> [UInt8]
  {
    if let found = table[character] { return found }
    let utf8 = Array(String(character).utf8)
    guard utf8.allSatisfy({ $0 < 0x80 }) else { throw Unknown() }
    return utf8
  }
}
