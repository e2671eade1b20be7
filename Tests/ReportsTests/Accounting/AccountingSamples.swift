import TestSupport

/// One report of our own in each format, with everything that a reader knows: what is mutated.
enum AccountingSamples {
  static let text = """
    首页 | 要闻 | 公开 | 互动
    关于一月重点工作\u{3000}推进情况的通报

    文章来源: 某县发布  时间: 2025-02-03 09:30

    　　本月以来,全县(xiàn)各级紧盯“开门红”目标,完成投资12.5亿元, 同比增长３.２%。
    一、总体情况

    　　一是项目开工快。36个项目已开工28个，其中，工业类17个。二是资金到位早。"专项债"到账4.1亿元.

    （一）工业
    规模以上工业增加值增长6.3%；用电量达１，２８０万千瓦时。
    乡镇\t完成\t比例
    黄泥镇\t12\t80%
    枫林乡\t9\t75%

    二、下步打算

    要抓好三件事:(1)开工;(2)入库;(3)兑现。联系电话0731-1234567，网址http://example.invalid/a?b=1。
    附件：1. 项目清单
    　　　2. 任务分工

    \t某县重点办
    \t2025年2月3日

    - 3 -

    主办单位：某县人民政府办公室  某ICP备00000000号-1
    您是第 12345 位来访者
    """

  static let page = """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>关于一月重点工作推进情况的通报 - 某县政府网</title>
    <style>p { color: red }</style></head>
    <body><div class="nav"><a href="/">首页</a> <a href="/a">要闻</a></div>
    <div class="main"><h1>关于一月重点工作<br>推进情况的通报</h1>
    <div class="info"><span>来源：某县发布</span> <span>发布时间：2025-02-03 09:30</span></div>
    <div class="article"><p>&nbsp;&nbsp;本月以来,全县紧盯<b>&ldquo;开门红&rdquo;</b>目标，完成投资12.5亿元。</p>
    <h2>一、总体情况</h2><p><strong>一是项目开工快。</strong>36个项目已开工28个；<ruby>设<rp>(</rp><rt>shè</rt><rp>)</rp></ruby>备到位。</p>
    <ul><li>修路三条<li>架桥一座</ul><ol start="3"><li>入库</li><li>兑现</li></ol>
    <p style="display:none">隐藏的话。</p><!-- 编者注 --><img src="a/1.jpg" width="300"><p class="c">图1　现场</p>\
    <p>句中<img src="data:image/png;base64,iVBORw0KGgo&#61;" alt="替代的话">有图。</p>
    <table><caption>表1　完成情况</caption><tr><th rowspan="2">乡镇</th><th colspan="2">完成</th></tr>
    <tr><td>本月</td><td>累计</td></tr><tr><td>黄泥镇</td><td><p>12</p></td><td>120<br>万元</td></tr></table>
    <pre>第一行写在这里。
    第二行写在这里。</pre><p>附件：<a href="/1.doc">项目清单</a></p><p>某县重点办</p><p>2025年2月3日</p></div>
    <div class="share">分享到：<a href="#">微信</a></div><ul class="related"><li><a href="/x">另一件事也已办成</a></ul></div>
    <div class="footer">主办：某县人民政府办公室 某ICP备00000000号</div><script>var a = "<p>脚本</p>";</script></body></html>
    """

  static let markdown = """
    # 关于一月重点工作推进情况的通报

    文章来源：某县发布  时间：2025-02-03 09:30

    本月以来，全县紧盯**“开门红”**目标，完成_投资_12.5亿元\\*，产值&gt;100万元，按[《某条例》](http://example.invalid/x "题名")要求推进[^a]。

    ## 一、总体情况

    一是项目开工快。36个项目
    已开工28个。~~作废的话~~二是`资金`到位早。
    硬换行在此\\
    另起一行。

    - 修路三条
      - 东段一条
    - 架桥一座

    3. 入库
    4. 兑现

    > 引用的一句话。

        代码一行

    | 乡镇 | 完成 | 比例 |
    |------|-----:|:---:|
    | **黄泥镇** | 12 | 80% |
    | 枫林乡 | 9 |

    ![图1　现场](p/1.jpg "图题")

    图在句中![旁边的图](data:image/png;base64,iVBORw0KGgo=)，另见![后面的图][图三]。

    <img src="p/2.png" alt="块里的图">

    <!-- 编者的话 -->
    <div>块里的话</div>

    自动链接<http://example.invalid/自动>，参见[引文][某处]，<b>行内</b>标记。

    [某处]: http://example.invalid/某处 "引文题"
    [图三]: data:image/gif;base64,R0lGODlh "三题"
    [^a]: 在册人数。

    某县重点办
    2025年2月3日
    """
}

extension AccountingSamples {
  private static func p(_ text: String, _ properties: String = "") -> String {
    let head = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    return "<w:p>\(head)<w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private static let wordNames = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml"
    """

  static let wordMain = """
    <w:document \(wordNames)><w:body>\(p("关于一月重点工作推进情况的通报", "<w:pStyle w:val=\"t\"/>"))\
    <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>\(p("目录一行 1"))</w:sdtContent></w:sdt>\
    <w:p><w:r><w:t>本月</w:t></w:r><w:ins><w:r><w:t>工作</w:t></w:r></w:ins><w:del><w:r><w:delText>任务</w:delText></w:r></w:del>\
    <w:r><w:t xml:space="preserve">全面完成 ,</w:t></w:r><w:r><w:tab/><w:t>成效明显</w:t><w:noBreakHyphen/><w:br/><w:t>另起一行。</w:t></w:r></w:p>\
    \(p("一、总体情况", "<w:outlineLvl w:val=\"0\"/>"))<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>一是开工快。</w:t></w:r><w:r><w:t>共12人</w:t></w:r>\
    <w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的话</w:t></w:r></w:p>\
    \(p("修路", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"))\
    <w:p><w:r><w:t>见第</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF 甲</w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink><w:r><w:t>页。</w:t></w:r></w:hyperlink></w:p>\
    <w:p><w:r><w:ruby><w:rt><w:r><w:t>shè</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>设</w:t></w:r></w:rubyBase></w:ruby></w:r>\
    <m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(p("框里的话。"))</w:txbxContent></mc:Choice>\
    <mc:Fallback><w:pict><v:textbox><w:txbxContent>\(p("框里的话。"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>\
    <w:tbl><w:tr><w:tc>\(p("乡镇"))</w:tc><w:tc>\(p("完成"))</w:tc></w:tr><w:tr><w:tc>\(p("黄泥镇"))</w:tc><w:tc>\(p("12"))\(p("万元"))</w:tc></w:tr></w:tbl>\
    <w:p><w:r><w:drawing><a:blip r:embed="r7"/></w:drawing></w:r></w:p>\(p("图1　现场"))\(p("附件：1. 清单"))\(p("某县重点办"))\(p("2025年2月3日"))\
    </w:body></w:document>
    """

  static func word(_ main: String) -> [UInt8] {
    let parts = [
      ("word/document.xml", main),
      (
        "word/styles.xml",
        "<w:styles \(wordNames)><w:style w:styleId=\"t\"><w:name w:val=\"Title\"/></w:style></w:styles>"
      ),
      (
        "word/numbering.xml",
        """
        <w:numbering \(wordNames)><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
        <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """
      ),
      (
        "word/footnotes.xml",
        "<w:footnotes \(wordNames)><w:footnote w:id=\"1\">\(p("在册人数。"))</w:footnote></w:footnotes>"
      ),
      ("word/header1.xml", "<w:hdr \(wordNames)>\(p("内部资料"))</w:hdr>"),
      (
        "word/comments.xml",
        "<w:comments \(wordNames)><w:comment w:id=\"0\">\(p("此处核实"))</w:comment></w:comments>"
      ),
    ]
    return HandmadeArchive(parts.map { (name: $0.0, text: $0.1) }).finished()
  }

  private static let openNames =
    [
      "office", "text", "table", "drawing:draw", "style", "xsl-fo-compatible:fo",
      "svg-compatible:svg",
    ]
    .map { name in
      let halves = name.split(separator: ":")
      return
        "xmlns:\(halves[halves.count - 1])=\"urn:oasis:names:tc:opendocument:xmlns:\(halves[0]):1.0\""
    }
    .joined(separator: " ") + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""

  static let openMain = """
    <office:document-content \(openNames)><office:automatic-styles><style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>\
    </office:automatic-styles><office:body><office:text>\
    <text:tracked-changes><text:changed-region><text:deletion><text:p>旧话</text:p></text:deletion></text:changed-region></text:tracked-changes>\
    <text:p text:style-name="Title">关于一月重点工作推进情况的通报</text:p><text:h text:outline-level="1">总体情况</text:h>\
    <text:p>本月<text:s text:c="2"/>工作<text:span text:style-name="B">全面</text:span>完成<text:tab/>，<text:a>成效明显</text:a>。<text:line-break/>第二行。</text:p>\
    <text:list><text:list-item><text:p>修路</text:p><text:list><text:list-item><text:p>东段</text:p></text:list-item></text:list></text:list-item>\
    <text:list-header><text:p>头</text:p></text:list-header><text:list-item><text:h>架桥</text:h></text:list-item></text:list>\
    <text:p>共12人<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>在册人数。</text:p><text:p>另注。</text:p></text:note-body></text:note>\
    参加<office:annotation><text:p>核实</text:p></office:annotation>培训。<text:ruby><text:ruby-base>设</text:ruby-base><text:ruby-text>shè</text:ruby-text></text:ruby></text:p>\
    <table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>完成</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>\
    <table:table-row><table:table-cell><text:p>甲</text:p><text:p>乙</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>\
    <text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:title>画名</svg:title></draw:frame></text:p>\
    <text:p text:style-name="Illustration"><draw:frame><draw:image><office:binary-data>iVBORw0K Ggo=</office:binary-data></draw:image><svg:desc>画的话</svg:desc></draw:frame>图1　画</text:p>\
    <text:p><draw:frame><draw:text-box><text:p>框里的话。</text:p></draw:text-box></draw:frame></text:p>\
    <text:section><text:p>节里的话。</text:p></text:section><text:table-of-content><text:index-body><text:p>目录一行</text:p></text:index-body></text:table-of-content>\
    </office:text></office:body></office:document-content>
    """

  static func openDocument(_ main: String) -> [UInt8] {
    HandmadeArchive([
      (name: "mimetype", text: "application/vnd.oasis.opendocument.text"),
      (name: "content.xml", text: main), (name: "styles.xml", text: "<a/>"),
    ]).finished()
  }
}
