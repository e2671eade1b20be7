import Diagnostics
import Reports
import TestSupport
import Testing

private let namespaces =
  ["office", "text", "table", "style"].map {
    "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
  }.joined(separator: " ")
  + " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
  + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""

private let sentence = "本月工作全面完成，成效明显，群众满意。"

/// A document in one file, as LibreOffice writes it: styles before the text, white space anywhere.
private func read(_ body: String, styles: String = "", pages: String = "") throws -> Reading {
  let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document \(namespaces) office:mimetype="application/vnd.oasis.opendocument.text">
    <office:styles>\(styles)</office:styles><office:master-styles>\(pages)</office:master-styles>
    <office:body><office:text><text:p text:style-name="Title">某县一月工作简报</text:p>
    \(body)
    </office:text></office:body></office:document>
    """
  return try Reading(Array(text.utf8), named: "示例.fodt")
}

private func item(_ text: String, _ attributes: String = "") -> String {
  "\n <text:list-item\(attributes)>\n  <text:p>\(text)</text:p>\n </text:list-item>\n"
}

@Suite struct OpenNumberingTests {
  private let chinese = """
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>
    <text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/></text:list-style>
    """

  @Test func whiteSpaceBetweenItemsTakesNoNumber() throws {
    let body =
      "<text:p>\(sentence)</text:p><text:list text:style-name=\"L\">\(item("修路"))\(item("架桥"))</text:list>"
    #expect(try read(body, styles: chinese).lines == [sentence, "一、修路", "二、架桥"])
  }

  @Test func aListGoesOnFromAnother() throws {
    let body = """
      <text:p>\(sentence)</text:p><text:list xml:id="a" text:style-name="L">\(item("修路"))</text:list>
      <text:p>其间一段。</text:p><text:list xml:id="b" text:continue-numbering="true" text:style-name="L">
      <text:list-item><text:list>\(item("东段"))\(item("西段"))</text:list></text:list-item>\(item("架桥"))</text:list>
      <text:list text:style-name="M">\(item("甲"))</text:list>
      <text:list text:continue-list="b" text:style-name="L">\(item("通水"))</text:list>
      <text:list text:style-name="L">\(item("另起"))\(item("跳号", " text:start-value=\"5\""))</text:list>
      """
    let lines = ["一、修路", "其间一段。", "（一）东段", "（二）西段", "二、架桥", "甲", "三、通水", "一、另起", "五、跳号"]
    #expect(try read(body, styles: chinese).lines == [sentence] + lines)
  }

  @Test func aNumberShowsTheLevelsAboveIt() throws {
    let styles = """
      <text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
      <text:list-level-style-number text:level="2" style:num-suffix="" style:num-format="1" text:display-levels="2"/>
      <text:list-level-style-number text:level="3" loext:num-list-format="%1%-%3%)" style:num-format="a"/></text:list-style>
      """
    let body = """
      <text:p>\(sentence)</text:p><text:list text:style-name="N"><text:list-item><text:p>传达</text:p><text:p>同一项的第二段</text:p>
      <text:list>\(item("会议"))<text:list-item><text:p>文件</text:p><text:list>\(item("县级"))</text:list></text:list-item></text:list></text:list-item></text:list>
      """
    let lines = ["1.传达", "同一项的第二段", "1.1 会议", "1.2 文件", "1-a)县级"]
    #expect(try read(body, styles: styles).lines == [sentence] + lines)
  }

  @Test func headingsHaveTheNumbersOfTheOutline() throws {
    let styles = """
      <text:outline-style style:name="Outline"><text:outline-level-style text:level="1" loext:num-list-format="第%1%章　" style:num-format="一, 二, 三, ..."/>
      <text:outline-level-style text:level="2" style:num-suffix="." style:num-format="1"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>
      <style:style style:name="P9" style:family="paragraph" style:parent-style-name="Heading" style:list-style-name=""/>
      """
    let body = """
      <text:h text:outline-level="1">总则</text:h><text:h text:outline-level="2">目的</text:h><text:p>\(sentence)</text:p>
      <text:h text:outline-level="2">范围</text:h><text:h text:outline-level="3">企业</text:h><text:h text:outline-level="1">检查</text:h>
      <text:h text:outline-level="2">学校</text:h><text:h text:outline-level="1" text:style-name="P9">附则</text:h><text:p>以上各项自印发之日起施行。</text:p>
      """
    let lines = [
      "第一章　总则", "1.目的", sentence, "2.范围", "企业", "第二章　检查", "1.学校", "附则", "以上各项自印发之日起施行。",
    ]
    #expect(try read(body, styles: styles).lines == lines)
  }

  @Test func whatNobodySeesIsDropped() throws {
    let styles = """
      <style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
      <style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>
      """
    let body = """
      <text:p>\(sentence)</text:p><text:p>可见<text:span text:style-name="T2">内部<text:span>备注</text:span></text:span>文字。</text:p>
      """
    let reading = try read(body, styles: styles)
    #expect(reading.lines == [sentence, "可见文字。"])
    #expect(try #require(reading.report).dropped.map(\.text).contains("内部"))
  }

  @Test func deletionsThatStandInTheTextAreDeleted() throws {
    let body = """
      <text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>甲</dc:creator></office:change-info></text:deletion></text:changed-region>
      <text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>甲</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
      <text:p>\(sentence)</text:p><text:p>共<text:change-start text:change-id="c1"/>八<text:change-end text:change-id="c1"/><text:change-start text:change-id="c2"/>九<text:change-end text:change-id="c2"/>人。</text:p>
      """
    let reading = try read(body)
    #expect(reading.lines == [sentence, "共九人。"])
    let deleted = try #require(reading.report).dropped.filter { $0.kind == .trackedChange }
    #expect(deleted.map(\.text) == ["八"])
    #expect(
      reading.findings.list.first { $0.code == .acceptedChanges }?.message(in: .english).contains(
        "1 deletion"
      ) == true
    )
  }

  @Test func headsOfPagesAndCommentsAreListed() throws {
    let pages = """
      <style:master-page><style:header><text:p>内部资料</text:p></style:header><style:footer><text:p>第 <text:page-number>1</text:page-number> 页</text:p></style:footer></style:master-page>
      """
    let body =
      "<text:p>共<office:annotation><dc:creator>审</dc:creator><text:p>请核对</text:p></office:annotation>九人，\(sentence)</text:p>"
    let reading = try read(body, pages: pages)
    let report = try #require(reading.report)
    #expect(reading.lines == ["共九人，" + sentence])
    #expect(report.dropped.contains { $0.kind == .pageHead && $0.text == "内部资料" })
    #expect(report.dropped.contains { $0.kind == .footer && $0.text == "第 1 页" })
    #expect(report.dropped.contains { $0.kind == .annotation && $0.text == "请核对" })
    #expect(reading.has(.leftOutComments))
  }

  @Test func aTableInATableStandsBelowIt() throws {
    func row(_ cells: String...) -> String {
      "<table:table-row>" + cells.map { "<table:table-cell>\($0)</table:table-cell>" }.joined()
        + "</table:table-row>"
    }
    let inner = "<table:table>\(row("<text:p>名称</text:p>", "<text:p>数量</text:p>"))</table:table>"
    let body = """
      <text:p>\(sentence)</text:p><table:table>\(row("<text:p>设备</text:p>", "<text:p>如下</text:p>" + inner))</table:table>
      <table:table>\(row("<text:p>只有一格的框是正文。</text:p>"))</table:table>
      """
    let paragraphs = try #require(try read(body).report).sections.flatMap(\.paragraphs)
    #expect(paragraphs.map(\.kind) == [.paragraph, .table, .table, .paragraph])
    #expect(paragraphs.map(\.text.string)[1].contains("设备"))
    #expect(paragraphs.map(\.text.string)[2].contains("名称"))
  }
}
