import Diagnostics
import Reports
import Testing

/// A page as a word processor saves it: words in pieces, nothing of a site around them.
private func read(_ body: String) throws -> Reading {
  let page =
    "<!DOCTYPE html><html><head><title></title></head><body lang=\"zh-CN\">\(body)</body></html>"
  return try Reading(Array(page.utf8), named: "通报.html")
}

private let title = "<p align=\"center\"><font size=\"6\">某县九月供水情况通报</font></p>"

/// A sentence parted at its figures, as LibreOffice does for its fonts.
private func pieces(_ text: String) -> String {
  "<p>" + text.split(separator: "|").map { "<font face=\"宋体\">\($0)</font>" }.joined() + "</p>"
}

private let first = pieces("本月共巡查|126|次，整改率为|92.1%|。")
private let second = pieces("累计清淤|18.6|公里，同比增长|7.4%|。")

@Suite struct SavedPageTests {
  @Test func sentencesInPiecesAreTheText() throws {
    let body = "\(title)<h1>总体进展</h1>\(first)<h1>存在问题</h1>\(second)"
    let report = try #require(try read(body).report)
    #expect(report.title.string == "某县九月供水情况通报")
    #expect(report.sections.map(\.heading.string) == ["总体进展", "存在问题"])
    #expect(try read(body).lines.last == "累计清淤18.6公里，同比增长7.4%。")
  }

  @Test func headsFeetAndContentsOfPagesAreLeftOut() throws {
    let body = """
      <div title="header"><p>某县办公室·内部资料</p></div>\(title)
      <div id="Table of Contents1"><p>一、总体进展 2</p><p>二、存在问题 3</p></div>
      <h1>一、总体进展</h1>\(first)<h1>二、存在问题</h1>\(second)<div title="footer"><p>共三页</p></div>
      """
    let reading = try read(body)
    let report = try #require(reading.report)
    #expect(report.title.string == "某县九月供水情况通报")
    #expect(report.sections.map(\.heading.string) == ["一、总体进展", "二、存在问题"])
    #expect(report.dropped.contains { $0.kind == .pageHead && $0.text.contains("内部资料") })
    #expect(report.dropped.contains { $0.kind == .footer && $0.text == "共三页" })
  }

  @Test(arguments: [
    ("sdfootnote1anc", "sdfootnote1sym", "<div id=\"sdfootnote1\">"),
    ("_ftnref1", "_ftn1", "<div style='mso-element:footnote' id=ftn1>"),
  ]) func notesStandBelowTheirParagraph(_ back: String, _ name: String, _ room: String) throws {
    let body = """
      \(title)<p>本月降雨<b>126.5</b>毫米<sup><a name="\(back)" href="#\(name)"><sup>[1]</sup></a></sup>，水位平稳。</p>\(second)
      \(room)<p><a name="\(name)" href="#\(back)">[1]</a> 数据来自县<font>水文站</font>。</p><p>另有一段。</p></div>
      """
    let report = try #require(try read(body).report)
    let paragraphs = report.sections.flatMap(\.paragraphs)
    #expect(paragraphs.map(\.kind) == [.paragraph, .note, .note, .paragraph])
    #expect(paragraphs.prefix(2).map(\.text.string) == ["本月降雨126.5毫米①，水位平稳。", "① 数据来自县水文站。"])
  }

  @Test(arguments: [
    (
      "<ol>\n<li>\n<p>修路</p>\n<ol type=\"a\">\n<li>东段</li>\n</ol>\n</li>\n<li>架桥</li></ol>",
      ["1.修路", "a.东段", "2.架桥"]
    ),
    ("<ol start=\"3\"><ol><li>东段</ol><li>架桥</ol>", ["1.东段", "3.架桥"]),
    (
      "<ol style=\"list-style-type: cjk-ideographic\"><li>修路<li value=\"4\">架桥</ol>",
      ["一、修路", "四、架桥"]
    ),
    ("<ol style=\"list-style: none\"><li>（1）修路<li>（2）架桥</ol>", ["（1）修路", "（2）架桥"]),
  ]) func itemsHaveTheNumbersThatAreShown(_ list: String, _ lines: [String]) throws {
    let shown = try read("\(title)\(first)\(list)\(second)").lines
    #expect(shown.dropFirst().dropLast() == lines[...])
  }

  /// The rows amid a long table are passed over by the rules for lines; what stands around it is not.
  @Test func aLongTableStaysWhole() throws {
    let rows = (0..<300).map { row in
      "<tr><td>\(row % 7 == 0 ? "下载" : "第\(row)村")<td>\(row)<td>来源：某报\(row % 3)</tr>"
    }
    let body =
      "\(title)\(first)<table>\(rows.joined())</table>\(second)<p>版权所有：某县信息中心</p><p>某ICP备00000000号</p>"
    let report = try #require(try read(body).report)
    let tables = report.sections.flatMap(\.paragraphs).filter { $0.kind == .table }
    #expect(tables.map { $0.rows?.count } == [300])
    #expect(report.dropped.contains { $0.kind == .footer && $0.text.contains("ICP") })
    #expect(!report.dropped.contains { $0.text.contains("下载") })
  }
}
