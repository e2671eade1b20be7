import Diagnostics
import Reports
import TestSupport
import Testing
import WritingSystems

private let namespaces =
  ["office", "text", "table", "drawing:draw", "style", "xsl-fo-compatible:fo"]
  .map { name in
    let halves = name.split(separator: ":")
    return
      "xmlns:\(halves[halves.count - 1])=\"urn:oasis:names:tc:opendocument:xmlns:\(halves[0]):1.0\""
  }
  .joined(separator: " ") + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""

private let sentence = "本月工作全面完成，成效明显，群众满意。"

private func read(_ body: String, styles: String = "") throws -> Reading {
  let content = """
    <office:document-content \(namespaces)><office:automatic-styles>\(styles)</office:automatic-styles>\
    <office:body><office:text><text:p text:style-name="Title">某县一月工作简报</text:p>\(body)</office:text></office:body>\
    </office:document-content>
    """
  let archive = HandmadeArchive([
    ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
  ])
  return try Reading(archive.finished(), named: "示例.odt")
}

@Suite struct OpenDocumentTests {
  @Test func readsParagraphsHeadingsAndPlaces() throws {
    let body = """
      <text:h text:outline-level="1">总体情况</text:h><text:p>本月<text:s text:c="2"/>工作
        全面<text:span>完成</text:span>，成效明显。<text:line-break/>第二行。</text:p>
      """
    let reading = try read(body)
    let report = try #require(reading.report)
    #expect(report.title.string == "某县一月工作简报")
    #expect(reading.lines == ["总体情况", "本月工作全面完成，成效明显。", "第二行。"])
    let span = try #require(report.sections.first?.heading.span)
    #expect(reading.files[span.file].part == "content.xml")
  }

  @Test func numbersOfListsStandInTheText() throws {
    let styles = """
      <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>\
      <text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="1"/></text:list-style>
      """
    let body = """
      <text:p>\(sentence)</text:p><text:list text:style-name="L"><text:list-item><text:p>修路</text:p>\
      <text:list><text:list-item><text:p>东段</text:p></text:list-item></text:list></text:list-item>\
      <text:list-item><text:p>架桥</text:p></text:list-item></text:list><text:list><text:list-item><text:p>其他</text:p></text:list-item></text:list>
      """
    #expect(try read(body, styles: styles).lines == [sentence, "一、修路", "（1）东段", "二、架桥", "其他"])
  }

  @Test func readsATableWithSpans() throws {
    let body = """
      <text:p>\(sentence)</text:p><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>完成</text:p></table:table-cell>\
      <table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>\
      <table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>
      """
    let table = try #require(try read(body).report?.sections.first?.paragraphs.last)
    #expect(table.rows?.map { $0.map(\.string) } == [["完成", ""], ["甲", "1"]])
  }

  @Test func notesPicturesChangesAndRemarks() throws {
    let body = """
      <text:tracked-changes><text:changed-region><text:deletion><text:p>旧话</text:p></text:deletion></text:changed-region></text:tracked-changes>\
      <text:p>共有12人<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>在册人数。</text:p></text:note-body></text:note>\
      参加<office:annotation><text:p>核实</text:p></office:annotation>培训。</text:p>\
      <text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame></text:p>
      """
    let reading = try read(body)
    #expect(reading.lines == ["共有12人①参加培训。", "①在册人数。", "Pictures/1.png"])
    let dropped = try #require(reading.report).dropped.map { "\($0.kind.rawValue) \($0.text)" }
    #expect(dropped == ["tracked-change 旧话", "control 1", "annotation 核实"])
  }
}
