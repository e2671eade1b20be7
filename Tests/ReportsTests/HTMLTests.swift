import Containers
import Diagnostics
import Reports
import Testing
import WritingSystems

/// A page around a body, with the furniture that sites have.
private func page(_ body: String, head: String = "<title>某县一月工作简报 | 某县人民政府</title>") -> String {
  """
  <!DOCTYPE html>
  <html><head><meta charset="utf-8">\(head)<style>p { color: red }</style></head>
  <body>
  <div class="top-nav"><a href="/">首页</a> <a href="/a">要闻</a> <a href="/b">公开</a></div>
  <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/a">要闻</a></div>
  <div class="detail">
    <h1>某县一月工作简报</h1>
    <div class="info"><span>来源：某县发布</span> <span>发布时间：2025-02-03 09:30</span></div>
    <div class="article-content">
  \(body)
    </div>
    <div class="share">分享到：<a href="#">微信</a></div>
    <div class="related"><h3>相关新闻</h3><ul><li><a href="/x">另一件事也已经办成。</a></li></ul></div>
  </div>
  <div class="footer">主办：某县人民政府办公室 <a href="/">某ICP备00000000号</a></div>
  <script>var text = "<p>脚本里的话。</p>";</script>
  </body></html>
  """
}

private let sentence = "本月工作全面完成，成效明显，群众满意。"

struct PageCase: Sendable, CustomTestStringConvertible {
  let name: String
  let body: String
  let lines: [String]

  init(_ name: String, _ body: String, _ lines: [String]) {
    self.name = name
    self.body = body
    self.lines = lines
  }

  var testDescription: String { name }
}

private let bodies: [PageCase] = [
  .init("paragraphs", "<p>\(sentence)</p><p>第二段也写完了，情况属实。</p>", [sentence, "第二段也写完了，情况属实。"]),
  .init("indents of no-break spaces", "<p>&nbsp;&nbsp;&nbsp;&nbsp;\(sentence)</p>", [sentence]),
  .init(
    "line breaks as paragraphs",
    "　　\(sentence)<br/><br/>　　第二段。<BR>第三段。",
    [sentence, "第二段。", "第三段。"]
  ),
  .init("source broken over lines", "<p>本月工作全面完成，\n    成效明显，群众\n满意。</p>", [sentence]),
  .init(
    "words of Latin keep their space",
    "<p>采用\nISO 9001\nQuality 标准，\(sentence)</p>",
    ["采用 ISO 9001 Quality 标准，\(sentence)"]
  ),
  .init(
    "inline elements",
    "<p>本月<span>工作</span>全面<font color=red>完成</font>，成效<b>明显</b>，群众满意。</p>",
    [sentence]
  ),
  .init("paragraphs never closed", "<p>\(sentence)<p>第二段。<p>第三段。", [sentence, "第二段。", "第三段。"]),
  .init(
    "references",
    "<p>产值&gt;100万元，占比5&#37;，&ldquo;双过半&rdquo;&#x5DF2;&#23454;现。</p>",
    ["产值>100万元，占比5%，“双过半”已实现。"]
  ),
  .init(
    "a sign that opens no tag",
    "<p>当x<3时，3 < 5成立，\(sentence)</p>",
    ["当x<3时，3 < 5成立，\(sentence)"]
  ),
  .init("headings by tag", "<h2>总体情况</h2><p>\(sentence)</p>", ["总体情况", sentence]),
  .init("headings by number", "<p>一、总体情况</p><p>\(sentence)</p>", ["一、总体情况", sentence]),
  .init("a list", "<p>\(sentence)</p><ul><li>修路三条<li>架桥一座</ul>", [sentence, "修路三条", "架桥一座"]),
  .init(
    "a numbered list",
    "<p>\(sentence)</p><ol><li>修路</li><li>架桥</li></ol>",
    [sentence, "1.修路", "2.架桥"]
  ),
  .init(
    "what is not shown",
    "<p>\(sentence)<span style=\"display: none\">隐藏的话。</span></p><p hidden>又一句。</p>",
    [sentence]
  ),
  .init(
    "readings beside characters",
    "<p>建<ruby>設<rp>(</rp><rt>shè</rt><rp>)</rp></ruby>工作全面完成，群众满意。</p>",
    ["建設工作全面完成，群众满意。"]
  ),
  .init(
    "a comment and a style",
    "<!-- 编辑器留下的话。 --><style>.a{}</style><p>\(sentence)</p>",
    [sentence]
  ),
  .init(
    "links in a sentence",
    "<p>按<a href=\"/law\">《某条例》</a>要求，\(sentence)</p>",
    ["按《某条例》要求，\(sentence)"]
  ),
  .init(
    "links to files",
    "<p>\(sentence)</p><p><a href=\"/1.doc\">附件1：名单</a></p>",
    [sentence, "附件1：名单"]
  ),
  .init(
    "a list of links below",
    "<p>\(sentence)</p><ul><li><a href=/1>甲文章</a><li><a href=/2>乙文章</a></ul>",
    [sentence]
  ),
  .init(
    "an Office paragraph",
    "<p class=MsoNormal>\(sentence)<o:p></o:p></p><o:p/><p>第二段。</p>",
    [sentence, "第二段。"]
  ),
  .init(
    "divisions in place of paragraphs",
    "<div><div>\(sentence)</div><div>第二段写在这里。</div></div>",
    [sentence, "第二段写在这里。"]
  ),
  .init("an end tag too many", "</div></p><p>\(sentence)</p></span></b>", [sentence]),
  .init("preformatted text", "<pre>\(sentence)\n第二行写在这里。</pre>", [sentence, "第二行写在这里。"]),
]

@Suite struct HTMLTests {
  @Test(arguments: bodies) func readsTheTextOfAPage(_ one: PageCase) throws {
    let reading = try Reading(page(one.body))
    let report = try #require(reading.report)
    #expect(report.title.string == "某县一月工作简报")
    #expect(report.source?.string == "某县发布")
    #expect(report.published?.iso == "2025-02-03T09:30")
    #expect(reading.lines == one.lines)
    #expect(reading.unaccountedInPage == nil)
  }

  @Test func dropsWhatBelongsToThePageAndSaysWhat() throws {
    let report = try #require(try Reading(page("<p>\(sentence)</p>")).report)
    func texts(_ kind: Report.Dropped.Kind) -> [String] {
      report.dropped.filter { $0.kind == kind }.map(\.text)
    }
    #expect(texts(.navigation) == ["首页 要闻 公开", "当前位置：首页 > 要闻", "分享到：微信", "相关新闻", "另一件事也已经办成。"])
    #expect(texts(.footer) == ["主办：某县人民政府办公室 某ICP备00000000号"])
    #expect(texts(.pageHead) == ["某县一月工作简报 | 某县人民政府", "来源：某县发布 发布时间：2025-02-03 09:30"])
    #expect(texts(.control).contains { $0.contains("脚本里的话") })
  }

  @Test func readsATableWithCellsThatSpan() throws {
    let table = """
      <p>\(sentence)</p><table><caption>表1　完成情况</caption>
      <tr><th rowspan="2">乡镇</th><th colspan="2">完成</th></tr><tr><th>本月</th><th>累计</th></tr>
      <tr><td>黄泥镇</td><td><p>12</p></td><td>120<br>万元</td></tr></table>
      """
    let report = try #require(try Reading(page(table)).report)
    let paragraphs = report.sections.flatMap(\.paragraphs)
    #expect(paragraphs.map(\.kind) == [.paragraph, .caption, .table])
    let rows = try #require(paragraphs.last?.rows).map { $0.map(\.string) }
    #expect(rows == [["乡镇", "完成", ""], ["", "本月", "累计"], ["黄泥镇", "12", "120 万元"]])
  }

  @Test func aTableOfOneColumnAndTwoTablesBelowOneAnotherStayApart() throws {
    let tables = """
      <p>\(sentence)</p><table><tr><td>甲</td><td>1</td></tr></table>
      <table><tr><td>乙</td><td>2</td></tr></table>
      """
    let report = try #require(try Reading(page(tables)).report)
    #expect(report.sections.flatMap(\.paragraphs).map(\.kind) == [.paragraph, .table, .table])
  }

  @Test func aTableThatArrangesThePageIsNoTable() throws {
    let layout = """
      <table><tr><td><p>\(sentence)</p><table><tr><td>甲</td><td>1</td></tr></table></td>
      <td>边栏</td></tr></table>
      """
    let report = try #require(try Reading(page(layout)).report)
    let kinds = report.sections.flatMap(\.paragraphs).map(\.kind)
    #expect(Array(kinds.prefix(2)) == [.paragraph, .table])
  }

  @Test func namesThePicturesAndTheirCaptions() throws {
    let body = """
      <p>\(sentence)</p><figure><img src="p/1&amp;2.jpg"><figcaption>图1　现场</figcaption></figure>
      <p>第二段<img src="formula.png">写在这里。</p><img src="icon_doc.gif">
      """
    let report = try #require(try Reading(page(body)).report)
    let paragraphs = report.sections.flatMap(\.paragraphs)
    #expect(paragraphs.map(\.kind) == [.paragraph, .image, .caption, .paragraph, .image])
    #expect(paragraphs.map(\.text.string)[1] == "p/1&2.jpg")
  }

  @Test func marksTheBoldWordsThatAParagraphBeginsWith() throws {
    let body = "<p><b>加强组织领导。</b>各单位要抓好落实，确保完成。</p><p><b>全部</b>写完了。</p>"
    let report = try #require(try Reading(page(body)).report)
    #expect(report.sections.flatMap(\.paragraphs).map(\.leadIns) == [[0..<7], []])
  }

  @Test func headingsByTagAreRankedAmongThemselves() throws {
    let body = "<h3>总体情况</h3><p>\(sentence)</p><h4>指标</h4><p>第二段。</p><h3>二、下步打算</h3><p>第三段。</p>"
    let report = try #require(try Reading(page(body)).report)
    #expect(report.sections.map(\.level) == [1, 2, 1])
    #expect(report.sections.map(\.number) == [nil, nil, "二"])
  }

  @Test func aPageWithoutAShownTitleHasThatOfItsHead() throws {
    let text =
      "<html><head><title>某县工作要点_某县人民政府</title></head><body><div><p>\(sentence)</p></div></body></html>"
    let report = try #require(try Reading(text).report)
    #expect(report.title.string == "某县工作要点")
  }

  @Test func metadataSpeakWhereThePageDoesNot() throws {
    let head = """
      <meta name="ContentSource" content="某县统计局"><meta name="PubDate" content="2025-02-04 08:00:00">
      """
    let text = "<html><head>\(head)</head><body><h1>某县工作要点</h1><p>\(sentence)</p></body></html>"
    let report = try #require(try Reading(text).report)
    #expect(report.source?.string == "某县统计局")
    #expect(report.published?.iso == "2025-02-04T08:00")
  }

  @Test func whatAPageIsFiledUnderAndListsOfDatedLinksAreNoText() throws {
    let text = """
      <body><div class="w"><table><tr><td>索引号</td><td>0000-0001</td></tr><tr><td>文号</td><td>某政发〔2025〕3号</td></tr></table>
      <h2>关于做好防汛工作的通知</h2><p><time>2025-04-02 09:15</time> · <span>某县发布</span></p>
      <div><p>\(sentence)</p><p>第二段也写完了。</p><table><tr><td>甲</td><td>1</td></tr></table><p>某县水利局</p><p>2025年3月30日</p></div>
      <div><h4>相关稿件</h4><ul><li><a href="1">去年的通知</a><span>2024-04-01</span></li></ul></div></div></body>
      """
    let reading = try Reading(text)
    let report = try #require(reading.report)
    #expect(report.title.string == "关于做好防汛工作的通知")
    #expect((report.source?.string, report.published?.iso) == ("某县发布", "2025-04-02T09:15"))
    #expect(report.organisation?.string == "某县水利局")
    #expect(reading.lines == [sentence, "第二段也写完了。", "甲\t1", "某县水利局", "2025年3月30日"])
  }

  @Test func aPieceOfAPageIsReadToo() throws {
    let reading = try Reading("<h1>某县工作要点</h1>\n<p>\(sentence)</p>")
    #expect(reading.report?.title.string == "某县工作要点")
    #expect(reading.lines == [sentence])
  }

  @Test func everySpanLeadsToItsCharacters() throws {
    let reading = try Reading(page("<p>产值&gt;<b>100</b>万元，\(sentence)</p>"))
    let text = try #require(reading.report?.sections.first?.paragraphs.first?.text)
    #expect(text.string.hasPrefix("产值>100万元"))
    #expect(reading.text(at: try #require(text.span(of: 0..<2))) == "产值")
    #expect(reading.text(at: try #require(text.span(of: 2..<3))) == "&gt;")
    #expect(reading.text(at: try #require(text.span(of: 3..<6))) == "100")
  }

  @Test func theEncodingOfThePageIsHonoured() throws {
    // 中文 in GBK, declared as such, is too short to be told from Big5 by its bytes.
    let head = Array("<html><head><meta charset=gb2312></head><body><h1>".utf8)
    let gbk: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4, 0xB1, 0xEA, 0xCC, 0xE2]
    let bytes = head + gbk + Array("</h1><p>".utf8) + gbk + Array("</p></body></html>".utf8)
    let report = try #require(try Reading(bytes).report)
    #expect(report.encoding == "GB18030")
    #expect(report.title.string == "中文标题")
  }
}

extension Reading {
  /// The first character of a text on a page, white space aside, that neither text nor lists account
  /// for.
  var unaccountedInPage: Int? {
    guard let report else { return nil }
    let covered = covered(by: report)
    let offsets = file.transcoding?.offsets
    let tree = HTMLTree.read(file.text)
    var first: Int?
    for node in tree.nodes.indices {
      tree.forEachScalar(of: node) { scalar, range in
        let place = offsets.map { Int($0[range.lowerBound]) } ?? range.lowerBound
        if !scalar.properties.isWhitespace, !covered[place] { first = first ?? place }
      }
    }
    return first
  }
}
