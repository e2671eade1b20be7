import Diagnostics
import Reports
import TestSupport
import Testing
import WritingSystems

private let namespaces = """
  xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  """

private func part(_ name: String, _ content: String) -> (name: String, text: String) {
  let root = name.split(separator: ".")[0]
  return (
    "word/\(name)", "<?xml version=\"1.0\"?>\n<w:\(root) \(namespaces)>\(content)</w:\(root)>"
  )
}

/// A document of Word with a body and other parts.
private func document(_ body: String, _ parts: [(name: String, text: String)] = []) -> [UInt8] {
  let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
  let main = part("document.xml", "<w:body>\(body)</w:body>")
  return HandmadeArchive([("[Content_Types].xml", types), main] + parts).finished()
}

private func p(_ text: String, _ properties: String = "") -> String {
  let head = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
  return "<w:p>\(head)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
}

private func read(_ body: String, _ parts: [(name: String, text: String)] = []) throws -> Reading {
  try Reading(document(p("某县一月工作简报") + body, parts), named: "示例.docx")
}

private let sentence = "本月工作全面完成，成效明显，群众满意。"

private let numbering = part(
  "numbering.xml",
  """
  <w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/><w:isLgl/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\u{F0B7}"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  """
)

private func item(_ text: String, list: Int, level: Int = 0) -> String {
  p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
}

@Suite struct WordTests {
  @Test func readsParagraphsAndTheirPlaces() throws {
    let reading = try read(p(sentence) + p("") + p("　　第二段。"))
    let report = try #require(reading.report)
    #expect(report.title.string == "某县一月工作简报")
    #expect(reading.lines == [sentence, "第二段。"])
    let span = try #require(report.sections.first?.paragraphs.first?.text.span)
    let file = reading.files[span.file]
    #expect(file.part == "word/document.xml")
    #expect(
      String(decoding: file.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self) == sentence
    )
    #expect(reading.files.location(of: span).line == 2)
  }

  @Test func headingsAreKnownByStyleByRankAndByNumber() throws {
    let styles = part(
      "styles.xml",
      """
      <w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
      <w:style w:styleId="a"><w:name w:val="县标题"/><w:basedOn w:val="1"/></w:style>
      """
    )
    let body =
      p("总体情况", "<w:pStyle w:val=\"a\"/>") + p(sentence)
      + p("分项情况", "<w:outlineLvl w:val=\"1\"/>") + p(sentence + "又。")
      + p("二、下步打算") + p("继续抓好各项工作。")
    let report = try #require(try read(body, [styles]).report)
    #expect(report.sections.map(\.level) == [1, 2, 1])
    #expect(report.sections.map(\.heading.string) == ["总体情况", "分项情况", "二、下步打算"])
  }

  @Test func numbersThatWordCountsStandInTheText() throws {
    let body =
      item("总体情况", list: 1) + item("工业", list: 1, level: 1) + p(sentence)
      + item("农业", list: 1, level: 1) + p("农业稳中有进。") + item("下步打算", list: 1)
      + item("抓投资", list: 1, level: 1) + p("抓好项目。") + item("细目写在这里", list: 1, level: 2)
      + item("路段", list: 2) + item("从五开始", list: 3)
    let reading = try read(body, [numbering])
    #expect(
      reading.lines == [
        "一、总体情况", "（一）工业", sentence, "（二）农业", "农业稳中有进。", "二、下步打算", "（一）抓投资", "抓好项目。",
        "2.1 细目写在这里", "路段", "五、从五开始",
      ]
    )
  }

  @Test func trackedChangesAreAccepted() throws {
    let body = """
      <w:p><w:r><w:t>本月</w:t></w:r><w:ins><w:r><w:t>工作</w:t></w:r></w:ins>\
      <w:del><w:r><w:delText>任务</w:delText></w:r></w:del><w:r><w:t>全面完成。</w:t></w:r></w:p>
      """
    let reading = try read(body)
    #expect(reading.lines == ["本月工作全面完成。"])
    #expect(reading.report?.dropped.map(\.kind) == [.trackedChange])
    #expect(reading.report?.dropped.first?.text == "任务")
    #expect(reading.has(.acceptedChanges))
  }

  @Test func readsATableWithMergedCells() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(text.isEmpty ? "<w:p/>" : p(text))</w:tc>"
    }
    let body = """
      <w:tbl><w:tr>\(cell("乡镇", "<w:vMerge w:val=\"restart\"/>"))\(cell("完成", "<w:gridSpan w:val=\"2\"/>"))</w:tr>
      <w:tr>\(cell("", "<w:vMerge/>"))\(cell("本月"))\(cell("累计"))</w:tr>
      <w:tr>\(cell("黄泥镇"))\(cell("12"))<w:tc>\(p("120"))\(p("万元"))</w:tc></w:tr></w:tbl>
      """
    let report = try #require(try read(p(sentence) + body).report)
    let table = try #require(report.sections.first?.paragraphs.last)
    #expect(table.kind == .table)
    let rows = try #require(table.rows).map { $0.map(\.string) }
    #expect(rows == [["乡镇", "完成", ""], ["", "本月", "累计"], ["黄泥镇", "12", "120 万元"]])
  }

  @Test func notesStandBelowTheirParagraph() throws {
    let notes = part(
      "footnotes.xml",
      """
      <w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
      <w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>口径为在册人数。</w:t></w:r></w:p></w:footnote>
      """
    )
    let body =
      "<w:p><w:r><w:t>共有12人</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t>参加培训。</w:t></w:r></w:p>"
    let reading = try read(body + p(sentence), [notes])
    #expect(reading.lines == ["共有12人①参加培训。", "①口径为在册人数。", sentence])
    #expect(
      reading.report?.sections.first?.paragraphs.map(\.kind) == [.paragraph, .note, .paragraph]
    )
  }

  @Test func picturesBoxesAndFieldsAreRead() throws {
    let relations = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId7" Target="media/image1.png"/></Relationships>
      """
    let body = """
      <w:p><w:r><w:drawing><a:blip r:embed="rId7"/></w:drawing></w:r></w:p>\(p("图1　现场"))
      <w:p><w:r><w:t>见第</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>页。</w:t></w:r></w:p>
      <w:p><w:r><w:t>正文。</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>\(p("框里的话。"))</w:txbxContent></mc:Choice>\
      <mc:Fallback><w:txbxContent>\(p("框里的话。"))</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>
      """
    let reading = try read(p(sentence) + body, [("word/_rels/document.xml.rels", relations)])
    #expect(
      reading.lines == [sentence, "word/media/image1.png", "图1　现场", "见第3页。", "正文。", "框里的话。"]
    )
  }

  @Test func headersFootersAndCommentsAreDropped() throws {
    let parts = [
      ("word/header1.xml", "<w:hdr \(namespaces)>\(p("内部资料"))</w:hdr>"),
      ("word/footer1.xml", "<w:ftr \(namespaces)>\(p("第1页"))</w:ftr>"),
      part("comments.xml", "<w:comment w:id=\"0\">\(p("此处核实"))</w:comment>"),
    ]
    let reading = try read(p(sentence), parts)
    #expect(reading.lines == [sentence])
    let dropped = try #require(reading.report).dropped.map { "\($0.kind.rawValue) \($0.text)" }
    #expect(dropped.sorted() == ["annotation 此处核实", "footer 第1页", "page-head 内部资料"])
    #expect(reading.has(.leftOutComments))
  }

  @Test func boldRunInsAndHiddenWordsAreKnown() throws {
    let body = """
      <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>加强组织领导。</w:t></w:r><w:r><w:t>各单位要抓好落实。</w:t></w:r>\
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>
      """
    let reading = try read(body)
    #expect(reading.report?.sections.first?.paragraphs.map(\.leadIns) == [[0..<7]])
    #expect(reading.report?.dropped.map(\.kind) == [.control])
  }

  @Test func otherPrefixesOfTheSameNamespacesAreUnderstood() throws {
    let main = """
      <x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body>\
      <x:p><x:r><x:t>某县工作要点</x:t></x:r></x:p><x:p><x:r><x:t>\(sentence)</x:t></x:r></x:p></x:body></x:document>
      """
    let bytes = HandmadeArchive([("word/document.xml", main)]).finished()
    #expect(try Reading(bytes, named: "a.docx").lines == [sentence])
  }
}

@Suite struct HostileOfficeTests {
  private func codes(_ bytes: [UInt8]) throws -> [FindingCode] {
    let reading = try Reading(bytes, named: "a.docx")
    #expect(reading.report == nil)
    return reading.findings.list.map(\.code)
  }

  @Test func aDocumentCutOffIsAnError() throws {
    let whole = document(p("标题") + p(sentence))
    #expect(try codes(Array(whole.prefix(whole.count / 2))) == [.damagedArchive])
  }

  @Test func anArchiveOfOtherThingsIsAnError() throws {
    #expect(try codes(HandmadeArchive([("a.txt", "甲")]).finished()) == [.notText])
    #expect(try codes(HandmadeArchive([("xl/workbook.xml", "<a/>")]).finished()) == [.isSheet])
  }

  @Test func aBombIsNotUnpacked() throws {
    var archive = HandmadeArchive()
    archive.add("word/document.xml", [1, 2, 3], declaring: 100 << 20)
    #expect(try codes(archive.finished()) == [.archiveBomb])
  }

  @Test func entitiesAreNeitherDefinedNorFetched() throws {
    let bomb = "<!DOCTYPE a [<!ENTITY b 'hahaha'><!ENTITY c '&b;&b;'>]><w:document>&c;</w:document>"
    let outside = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
    for text in [bomb, outside] {
      let archive = HandmadeArchive([("word/document.xml", text)])
      #expect(try codes(archive.finished()) == [.declaredType])
    }
  }

  @Test func brokenMarkupIsAnErrorWithItsPart() throws {
    let reading = try Reading(
      HandmadeArchive([("word/document.xml", "<w:document><w:body>")]).finished(),
      named: "a.docx"
    )
    #expect(reading.findings.list.map(\.code) == [.malformedPart])
    #expect(reading.findings.list[0].message(in: .english).contains("word/document.xml"))
  }

  @Test func aStyleBasedOnItselfAndAListWithoutEndAreRead() throws {
    let styles = part(
      "styles.xml",
      "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"
    )
    let reading = try read(p(sentence, "<w:pStyle w:val=\"a\"/>"), [styles])
    #expect(reading.lines == [sentence])
  }
}
