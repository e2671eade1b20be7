import Diagnostics
import Reports
import TestSupport
import Testing

private let sentence = "本月工作全面完成，成效明显，群众满意。"

private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

/// Pages and documents made to hurt a reader; each must be read, or refused with an error, in time.
struct HostilePage: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  let text: String

  init(_ name: String, _ file: String, _ text: String) {
    self.name = name
    self.file = file
    self.text = text
  }

  var testDescription: String { "\(name) (\(file))" }
}

private let pages: [HostilePage] = [
  .init("nothing", "a.html", ""),
  .init("one byte", "a.html", "<"),
  .init("nested lists", "a.html", times("<ul><li>", 2_000) + sentence),
  .init("nested blocks with a paragraph open", "a.html", "<p><td>" + times("<div>", 3_000)),
  .init("end tags of nothing", "a.html", times("<b>", 2_000) + times("</i>", 2_000)),
  .init("nested tables", "a.html", times("<table><tr><td>甲<td>", 500)),
  .init(
    "cells that span everything",
    "a.html",
    "<table>" + times("<tr><td colspan=1000 rowspan=65534>甲<td>乙", 100)
  ),
  .init(
    "numbers beyond all numbers",
    "a.html",
    "<ol start=9223372036854775807><li>甲<li>乙</ol><td colspan=99999999999999999999>"
  ),
  .init("comments that never end", "a.html", times("<!-", 5_000) + "<!--" + sentence),
  .init("a quotation mark that never ends", "a.html", times("<a b=\"", 2_000)),
  .init("a script that never ends", "a.html", sentence + "<script>" + times("</scrip", 2_000)),
  .init("attributes", "a.html", "<p " + times("a ", 5_000) + ">" + sentence),
  .init("links alone", "a.html", times("<a href=x>甲乙丙丁</a>\n", 500)),
  .init("zeros", "a.html", times("\0", 10_000)),
  .init("references", "a.html", times("&amp&#1;&;&#xFFFFFFFF;", 500)),
  .init("titles", "a.html", times("<h1>标题一个</h1>", 500)),
  .init("nested quotations", "a.md", times("> ", 1_000) + sentence),
  .init("nested lists", "a.md", (0..<100).map { times(" ", $0) + "- 甲\n" }.joined()),
  .init("stars", "a.md", times("*a_", 1_000)),
  .init("brackets", "a.md", times("[", 3_000)),
  .init("references", "a.md", times("&amp;&copy;\\*&", 500)),
  .init("notes of notes", "a.md", "甲[^1]\n\n[^1]: 乙[^1][^2]\n\n[^2]: 丙[^1]\n"),
  .init("a table of one bar", "a.md", "|\n|-|\n|\n" + times("||||\n", 200)),
]

@Suite struct HostilePageTests {
  @Test(arguments: pages)
  func isReadOrRefused(_ one: HostilePage) throws {
    let reading = try Reading(Array(one.text.utf8), named: one.file)
    #expect(reading.report != nil || reading.findings.hasErrors)
    if one.file.hasSuffix("html") { #expect(reading.unaccountedInPage == nil) }
  }

  @Test func aPageCutOffAnywhereIsAccountedFor() throws {
    let text = """
      <html><head><title>某县简报_某网</title></head><body><h1>某县简报</h1><div class="c"><p>&nbsp;\(sentence)\
      <b>又一句。</b></p><!-- 注 --><table><tr><td rowspan="2">甲</td><td>1</td></tr></table><script>x</script></div></body>
      """
    let bytes = Array(text.utf8)
    for length in stride(from: 1, to: bytes.count, by: 5) {
      let reading = try Reading(Array(bytes.prefix(length)), named: "a.html")
      #expect(reading.report != nil || reading.findings.hasErrors)
      #expect(reading.unaccountedInPage == nil, "cut off after \(length) bytes")
    }
  }

  @Test func aDocumentOfWordWithAnyMainPartIsReadOrRefused() throws {
    let cell = "<w:tbl><w:tr><w:tc>"
    let bodies = [
      "", times(cell, 60) + "<w:p/>" + times("</w:tc></w:tr></w:tbl>", 60), "<w:tbl/>",
      "<w:p><w:sym w:char=\"D800\"/></w:p>",
      "<w:p><w:pPr><w:outlineLvl w:val=\"-9\"/><w:numPr><w:ilvl w:val=\"99\"/></w:numPr></w:pPr></w:p>",
      "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    ]
    for body in bodies {
      let main =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
      let bytes = HandmadeArchive([("word/document.xml", main)]).finished()
      let reading = try Reading(bytes, named: "a.docx")
      #expect(reading.report != nil || reading.findings.hasErrors)
    }
  }
}
