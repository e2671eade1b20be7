import Diagnostics
import Reports
import Testing
import WritingSystems

struct HostileCase: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ text: String) {
    self.name = name
    self.bytes = Array(text.utf8)
  }

  init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  var testDescription: String { name }
}

private let empty: [HostileCase] = [
  HostileCase("nothing", ""),
  HostileCase("a byte order mark", "\u{FEFF}"),
  HostileCase("white space", " \t\n\u{3000}\n\r\n"),
  HostileCase("zeros", bytes: [UInt8](repeating: 0, count: 1000)),
  HostileCase("one mark", "，"),
  HostileCase("bars", String(repeating: "甲|", count: 10_000)),
  HostileCase("a footer alone", "某ICP备00000000号\n版权所有：某某\n"),
]

private let foreign: [HostileCase] = [
  HostileCase("PDF", "%PDF-1.7\n"),
  HostileCase("DOC", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
  HostileCase("RTF", "{\\rtf1 正文。}"),
]

private let strange: [HostileCase] = [
  HostileCase("one character", "字"),
  HostileCase("zeros between", "标题\0\0\n\n正\0文。\u{1}\n"),
  HostileCase("wrong bytes", bytes: Array("标题\n\n正文".utf8) + [0xFF, 0xE4] + Array("。\n".utf8)),
  HostileCase("lone carriage returns", "标题\r\r正文一。\r正文二。"),
  HostileCase("other line ends", "标题\u{2028}正文一。\u{85}正文二。\u{C}正文三。"),
  HostileCase("brackets never closed", "标题\n\n" + String(repeating: "（(汉", count: 10_000)),
  HostileCase("readings never closed", "标题\n\n" + String(repeating: "汉(shè", count: 10_000)),
  HostileCase("quotes and marks", "标题\n\n汉" + String(repeating: "\"',.;:!?-", count: 4_000)),
  HostileCase("spaces", "标题\n\n汉，" + String(repeating: " ", count: 40_000) + "字"),
  HostileCase("dots", "标题\n\n汉" + String(repeating: ".", count: 20_000)),
  HostileCase("digits", String(repeating: "1", count: 20_000)),
  HostileCase("years", "标题\n\n" + String(repeating: "2022年", count: 6_000)),
  HostileCase("colons", String(repeating: "来源：", count: 6_000)),
  HostileCase("combining marks", "标题\n\n汉(e" + String(repeating: "\u{301}", count: 10_000) + ")。"),
  HostileCase(
    "not a character",
    bytes: Array("标题\n\n正".utf8) + [0xEF, 0xBF, 0xBE] + Array("文。\n".utf8)
  ),
  HostileCase("other scripts", "标题\n\nقانون نامه‌ها 👨‍👩‍👧 मानक्‍ष。"),
  HostileCase("a long paragraph", "标题\n\n" + String(repeating: "覆盖率28.57%,(目标)。", count: 3_000)),
  HostileCase("short lines", "标题\n\n" + (0..<3_000).map { "第\($0)项\n" }.joined()),
  HostileCase("headings", (0..<1_000).map { "一、第\($0)项\n" }.joined()),
  HostileCase(
    "menus without end",
    String(repeating: "首页 | 要闻 | 公告\n", count: 10_000) + "甲乙丙\n正文写完了，情况属实，群众满意。\n"
  ),
  HostileCase("credits", (0..<5_000).map { "责任编辑：某某\($0)\n" }.joined() + "标题一行\n"),
  HostileCase("two cells a line", (0..<1_000).map { "甲\t\($0)\n" }.joined()),
]

@Suite struct HostileTests {
  @Test(arguments: empty) func nothingToReadIsAnError(_ one: HostileCase) throws {
    let reading = try Reading(one.bytes)
    #expect(reading.report == nil)
    #expect(reading.findings.list.last?.code == .emptyReport)
  }

  @Test(arguments: foreign) func anotherKindOfFileIsAnError(_ one: HostileCase) throws {
    let reading = try Reading(one.bytes)
    #expect(reading.report == nil)
    #expect(reading.findings.list.map(\.code) == [.notText])
    #expect(reading.findings.list.first?.message(in: .english).contains(one.name) ?? false)
  }

  @Test(.timeLimit(.minutes(10)), arguments: strange)
  func anythingElseIsReadAndAccountedFor(_ one: HostileCase) throws {
    for script in [ReportOptions.TargetScript.keep, .simplified] {
      let reading = try Reading(one.bytes, ReportOptions(script: script))
      #expect(reading.report != nil)
      #expect(reading.unaccounted == nil)
    }
  }

  @Test func keepsAReplacementCharacterWithItsPlace() throws {
    let reading = try Reading(Array("标题\n\n正文".utf8) + [0xFF] + Array("。\n".utf8))
    #expect(reading.lines == ["正文\u{FFFD}。"])
    #expect(reading.has(.malformedBytes))
  }

  @Test func withoutAnyRuleTextStaysAsItIs() throws {
    let options = ReportOptions(
      script: .simplified,
      disabledRules: Set(CleaningRule.allCases)
    )
    let reading = try Reading("标题\n\n 設(shè)\0立,１２个。\n某ICP备1号\n", options)
    #expect(reading.lines == [" 设(shè)\0立,１２个。", "某ICP备1号"])
    #expect(try #require(reading.report).dropped.isEmpty)
  }
}
