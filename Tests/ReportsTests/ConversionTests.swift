import Diagnostics
import Testing

// The stage between cleaning and structure, with a converter that changes lengths as OpenCC's
// dictionaries of phrases may: it cannot be had through the door.
@testable import Reports

@Suite struct ScriptTests {
  @Test(arguments: [
    ("近年来，全县两新党组织建设成效明显。", Report.Script.simplified),
    ("近年來，全縣兩新黨組織建設成效明顯。", .traditional),
    ("近年來，全縣兩新黨組織；近年来，全县两新党组织。", .mixed),
    ("Only Latin text here.", .other),
  ])
  func tellsTheScriptOf(_ line: String, _ script: Report.Script) throws {
    let reading = try Reading("\(line)\n")
    #expect(reading.report?.script == script)
    #expect(reading.has(.mixedScripts) == (script == .mixed))
  }

  @Test func mentionsTheFirstCharacterLeftOver() throws {
    let reading = try Reading("全縣黨建工作\n\n近年來，全縣兩新黨組織建設成效明顯，规模擴大。\n")
    let finding = try #require(reading.findings.list.first { $0.code == .leftOverCharacters })
    #expect(finding.span.map { reading.text(at: $0) } == "规")
  }

  @Test func makesTextSimplified() throws {
    let reading = try Reading("全縣黨建\n\n　　兩新黨組織,設(shè)立。\n", ReportOptions(script: .simplified))
    #expect(reading.report?.title.string == "全县党建")
    #expect(reading.lines == ["两新党组织，设立。"])
    #expect(reading.report?.script == .simplified)
    #expect(reading.has(.convertedScript))
    #expect(reading.unaccounted == nil)
  }

  @Test func makesTextTraditional() throws {
    let reading = try Reading("全县党建\n\n两新党组织设立。\n", ReportOptions(script: .traditional))
    #expect(reading.lines == ["兩新黨組織設立。"])
  }

  @Test func leavesTextThatIsSoAlready() throws {
    let text = "全县党建\n\n乾县的着力点。\n"
    let reading = try Reading(text, ReportOptions(script: .simplified))
    #expect(reading.lines == ["乾县的着力点。"])
    #expect(!reading.has(.convertedScript))
  }

  @Test(arguments: [
    (ReportOptions.TargetScript.traditional, "村裏爲羣衆辦事。"), (.taiwan, "村裡為群眾辦事。"),
    (.hongKong, "村裏為羣眾辦事。"),
  ])
  func writesTheFormsOfARegion(_ script: ReportOptions.TargetScript, _ line: String) throws {
    let reading = try Reading("全县党建\n\n村里为群众办事。\n", ReportOptions(script: script))
    #expect(reading.lines == [line])
    let back = try Reading("標題\n\n\(line)\n", ReportOptions(script: .simplified))
    #expect(back.lines == ["村里为群众办事。"])
  }

  @Test func namesCharactersThatNoPhraseDecides() throws {
    let options = ReportOptions(script: .traditional, exceptions: ScriptExceptions(names: ["范只"]))
    let reading = try Reading("全县党建\n\n发展迅速，三只羊，范只到会，出资。\n", options)
    let found = reading.findings.list.filter { $0.code == .severalForms }
    // 发展 and 出资 are phrases; a name of the list is no choice.
    #expect(!found.contains { $0.span.map { reading.text(at: $0) } == "发" })
    #expect(found.allSatisfy { $0.span.map { reading.text(at: $0) } != "范" })
  }

  @Test func knowsEveryCharacterThatTheDictionaryNames() {
    #expect(ScriptForms(toTraditional: true).count == 239)
    #expect(ScriptForms(toTraditional: false).count == 56)
  }

  @Test func keepsTheNamesOfTheList() throws {
    let exceptions = ScriptExceptions(list: "# 人名\n錢學東  # 主任\n\n東鄉鎮\n")
    let options = ReportOptions(script: .simplified, exceptions: exceptions)
    let reading = try Reading("全縣黨建\n\n錢學東到東鄉鎮東邊調研。\n", options)
    #expect(reading.lines == ["錢學東到東鄉鎮东边调研。"])
    #expect(reading.unaccounted == nil)
  }
}

@Suite struct AlignmentTests {
  private let file = SourceFile.ID(index: 0)

  private func converted(_ text: String, by table: [(String, String)]) throws -> SourcedText {
    var files = SourceFiles()
    let source = files.add(name: "a", bytes: Array(text.utf8))
    let conversion = Conversion(
      convert: { text throws(MachineFailure) in
        table.reduce(text) { text, pair in
          text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
        }
      },
      exceptions: ScriptExceptions()
    )
    let lines = try conversion(Strand(source).lines())
    return try #require(lines.first).text.sourced()
  }

  private func place(_ text: SourcedText, _ range: Range<Int>) -> Range<UInt32>? {
    text.span(of: range).map { $0.start..<$0.end }
  }

  @Test func aLineOfTheSameLengthKeepsEachPlace() throws {
    let text = try converted("網路很好", by: [("網路", "网络")])
    #expect(text.string == "网络很好")
    #expect(place(text, 1..<2) == 3..<6)
    #expect(text.pieces.count == 1)
  }

  @Test(arguments: [("網際網路", "互联网"), ("網路", "互联网络")])
  func onlyTheRunThatDiffersStandsAsAWhole(_ from: String, _ to: String) throws {
    let text = try converted("甲乙，我的\(from)很好，丙丁", by: [(from, to)])
    #expect(text.string == "甲乙，我的\(to)很好，丙丁")
    let width = UInt32(from.utf8.count)
    #expect(place(text, 4..<5) == 12..<15)
    #expect(place(text, 5..<(5 + to.count)) == 15..<(15 + width))
    #expect(place(text, (5 + to.count)..<(6 + to.count)) == (15 + width)..<(18 + width))
    #expect(place(text, 0..<text.count) == 0..<UInt32("甲乙，我的\(from)很好，丙丁".utf8.count))
  }

  @Test func aRunMayGrowAtItsEnd() throws {
    let text = try converted("我的網", by: [("網", "互联网")])
    #expect(text.string == "我的互联网")
    #expect(place(text, 0..<5) == 0..<9)
  }
}
