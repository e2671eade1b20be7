/// What mutations put in, by what reads it.
///
/// An element that opens is also put around others.
enum FuzzWords {
  static let report = [
    "\n", "\r\n", "\u{3000}\u{3000}", "\t", "\u{FEFF}", "\u{200B}", "\0", "\u{E000}", "\u{F900}",
    "\u{FF11}", "\u{85}", "\u{2028}", "(shè)", "(ㄒㄧㄢˋ)", "，", ",", "。", ".", "：", ":", "“", "”",
    "\"", "'", "（", "）", "(", "《", "》", "…", "...", "——", "--", "、", "来源：", "文章来源: 某网 2025-02-03",
    "2025年2月3日", "二〇二五年二月", "某政办〔2025〕3号", "附件：1. 清单", "附件2", "一、", "（二）", "3.", "（4）", "①",
    "第一章", "第二条", "一是", "第3页", "- 4 -", "首页 > 要闻", "责任编辑：某某", "相关链接", "打印 关闭", "某ICP备00000000号",
    "表1 完成情况", "图2", "目录", "鏈湀", "12.5亿元", "百分之三", "設備後裏", "http://a.example/b?c=1",
    "某某\n2025年2月3日",
    "主送：", "各单位：", "本月完成投资", "双桥镇\t12\t80%",
  ]

  static let page = [
    "<p>", "</p>", "<br>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>",
    "<th rowspan=3>",
    "<td colspan=99999>", "<li>", "<ol start=3>", "<!-- ", "-->", "<a href=x>", "</a>", "<script>",
    "</script>", "<style>", "<ruby>", "<rt>", "<pre>", "<h1>", "<h2>", "&amp;", "&#x4E00;", "&#0;",
    "&#xFFFFFFFF;", "&nbsp", "<title>", "<select><option>", "<span hidden>", "<img src=a.png>", "<",
    ">", "<svg><text>", "<template>", "<caption>", "<textarea>", "<meta charset=gbk>", "<![CDATA[",
    "<?xml", "<!DOCTYPE html>", "<p style=\"display:none\">", "<article>", "<footer>", "<nav>",
    "<b",
    "charset=utf-16", "<plaintext>", "<frameset>", "<body>", "</body>",
  ]

  static let markdown = [
    "**", "_", "`", "```\n", "\n\n", "- ", "1. ", "999999999. ", "> ", "#", "###### ", "| ",
    "|-|-|\n",
    "[", "](u)", "![", "\\", "[^a]", "\n[^a]: 注\n", "<b>", "<!--", "-->", "&nbsp;", "&#20013;",
    "    ", "~~", "***\n", "\n===\n", "\n---\n", "\n[某处]: 又一处\n", "<http://a.example>", "\n\n\t",
    "  \n",
    "---\ntitle: 标题\n---\n", "<div>\n", "| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |\n", "- [x] ",
  ]

  static let word = [
    "<w:p>", "</w:p>", "<w:r>", "<w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:pPr>", "<w:rPr>",
    "<w:ins>", "<w:del>", "<w:moveFrom>", "<w:sdt>", "<w:sdtContent>", "<w:hyperlink>",
    "<w:txbxContent>", "<w:pict>", "<w:br/>", "<w:tab/>", "<w:vanish/>", "<w:instrText>",
    "<w:delText>", "<w:sym w:char=\"F0FE\"/>", "<w:footnoteReference w:id=\"1\"/>",
    "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:numPr><w:ilvl w:val=\"3\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:outlineLvl w:val=\"0\"/>", "<w:gridSpan w:val=\"2147483647\"/>",
    "<w:vMerge/>", "<w:p><w:r><w:t>新段。</w:t></w:r></w:p>", "<w:t>字</w:t>", "<mc:AlternateContent>",
    "<mc:Fallback>", "<![CDATA[原文]]>", "<!-- 注 -->", "&#20013;", "<w:drawing>", "<a:blip/>",
    "xml:space=\"preserve\"",
  ]

  static let openDocument = [
    "<text:p>", "<text:h text:outline-level=\"2\">", "<text:span>", "<text:list>",
    "<text:list-item>", "<table:table>", "<table:table-row>", "<table:table-cell>",
    "<table:table-cell table:number-columns-spanned=\"999999\">",
    "<table:table-cell table:number-columns-repeated=\"1000000\"/>",
    "<table:table-row table:number-rows-repeated=\"1000000\">", "<text:note>", "<text:note-body>",
    "<text:tracked-changes>", "<text:changed-region>", "<text:s text:c=\"9999999\"/>",
    "<text:tab/>", "<text:line-break/>", "<draw:frame>", "<draw:text-box>", "<draw:image/>",
    "<office:annotation>", "<text:soft-page-break/>", "<text:ruby><text:ruby-base>", "</text:p>",
    "<text:ruby-text>", "<text:deletion>", "<text:table-of-content>", "<office:body>", "<!-- 注 -->",
    "<text:h text:outline-level=\"-1\">",
  ]

  static let archive = [
    "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "word/document.xml", "content.xml", "mimetype",
    "[Content_Types].xml", "word/footnotes.xml", "word/styles.xml", "<w:p>", "<w:t>",
  ]

  /// For the first line: scripts and rules of cleaning.
  static let language = [
    "traditional", "simplified", "taiwan", "hong-kong", "attachment", "hard-wraps", "mojibake",
    "punctuation-widths", "quotation-marks", "duplicate-lines", "bylines", "indents", "spaces",
    "control-characters", "blank-lines", "letter-widths", "後來", "干部", "里面", "颱風", "星期三", "2月30日",
    "同比增长", "105%", "2025年2月3日（星期五）", "3至5倍", "近30多个", "的的", "其它", "二○二五", "3—4月", "共12个，其中甲5个、乙8个",
  ]

  static let figures = [
    "12", "3.5", "1,280", "１２", "〇", "零", "十", "百", "千", "万", "亿", "三十五", "两", "半", "多", "余", "来",
    "几",
    "约", "近", "超过", "不足", "以上", "以下", "左右", "%", "％", "‰", "个百分点", "百分之", "千分之", "成", "倍", "番", "个",
    "名", "家", "次", "期", "元", "万元", "亿元", "美元", "￥", "公里", "平方米", "亩", "吨", "度", "℃", "千瓦时", "小时",
    "天",
    "年", "月", "日", "号", "第", "至", "—", "-", "~", "～", "由", "从", "到", "提高到", "提升至", "增长", "下降", "同比",
    "环比",
    "比上年", "与上月", "持平", "翻", "其中", "占", "每", "、", "，", "。", "；", "（", "）", "《", "》", "“", "”", "/",
    "∶", ":",
    "1∶2", "三分之一", "1/3", "2025年10月14日", "2025-10-14", "10:30", "第3期", "〔2025〕3号", "位居第一", "个、",
    "萬",
    "億", "個", "佔", "十二点五", "1+1", "99999999999999999999999999", "0.00000000000000000001", "e9",
    "１．２", "+", "－", "±", "一九九八", "“十四五”", "“三会一课”", "上半年", "截至", "\u{FE0F}", "\u{301}", "\0",
  ]

  static let ledger = [
    ",", ";", "\t", "|", "，", "\"", "\"\"", "\n", "\r\n", "\r", "\u{FEFF}", "sep=;\n", "单位", "应建",
    "产值",
    "产值（万元）", "覆盖率", "占比（%）", "日期", "备注", "乡镇", "合计", "小计", "双桥镇", "双桥", "城关街道", "30", "1,280", "-",
    "—",
    "无", "80%", "0.8", "2025-10-14", "2025年10月", "45944", "1e308", "99999999999999999999", "３０",
    "三十", "(5)",
    "1.", ".5", "+3", "−3", "NaN", "inf", "序号", "单位：万元", "填报单位：某县", "\0", "#REF!", "=A1+B1", "TRUE",
  ]

  static let workbook = [
    "\u{C}", "<row>", "<c>", "<v>", "<f>", "<is>", "<t>", "<si>", "<r>", "<rPh>", "<sheetData>",
    "<row r=\"2\">", "<row r=\"1048576\">", "<row r=\"-1\">", "<row r=\"9223372036854775807\">",
    "<row hidden=\"1\">", "<c r=\"A2\" t=\"s\">", "<c r=\"XFD1048576\">", "<c r=\"ZZZZZZZZ1\">",
    "<c t=\"inlineStr\">", "<c t=\"b\">", "<c t=\"e\">", "<c t=\"d\">", "<c s=\"2\">",
    "<c s=\"-1\">",
    "<c s=\"99999999999\">", "<c r=\"B2\"><v>30</v></c>", "<v>1e308</v>", "<v>-1</v>",
    "<v>99999999999999999999</v>", "<v>2958466</v>", "<v>0.8243</v>",
    "<mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>", "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<mergeCell ref=\"D4:A1\"/>", "<mergeCell ref=\"A1:A2:A3\"/>",
    "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>", "<col min=\"1\" max=\"999999999999\"/>",
    "<workbookPr date1904=\"1\"/>", "<sheet name=\"乙\" sheetId=\"2\" state=\"hidden\" r:id=\"b\"/>",
    "<numFmt numFmtId=\"176\" formatCode=\"[$-F800]yyyy&quot;年&quot;m\"/>",
    "<xf numFmtId=\"14\"/>",
    "Target=\"../../../x.xml\"", "_x0000_", "_x000D_", "单位", "应建", "覆盖率", "产值", "日期", "双桥镇", "合计",
    "&#x10FFFF;", "&#0;", "<!-- 注 -->", "<![CDATA[3]]>", "<hyperlink/>", "xml:space=\"preserve\"",
    "<pane ySplit=\"1\"/>", "<autoFilter ref=\"A1:C9\"/>",
  ]

  static let openSheet = [
    "<table:table>", "<table:table table:name=\"乙\">", "<table:table-row>", "<table:table-cell>",
    "<table:covered-table-cell/>", "<text:p>", "<text:s/>", "<text:s text:c=\"999999999\"/>",
    "<table:table-cell office:value-type=\"float\" office:value=\"30\">",
    "<table:table-cell office:value-type=\"percentage\" office:value=\"0.82\">",
    "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-10-14\">",
    "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\">",
    "<table:table-cell office:value-type=\"float\" office:value=\"1e999\">",
    "<table:table-cell table:number-columns-repeated=\"16384\"/>",
    "<table:table-cell table:number-columns-repeated=\"-5\"/>",
    "<table:table-row table:number-rows-repeated=\"1048576\">",
    "<table:table-row table:number-rows-repeated=\"9223372036854775807\"/>",
    "<table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"99999999\">",
    "table:number-columns-repeated=\"1000\"", "table:visibility=\"collapse\"",
    "table:formula=\"of:=[.A1]\"", "<office:annotation>", "<table:table-header-rows>",
    "<table:table-row-group>", "<table:named-expressions/>", "单位", "应建", "覆盖率", "产值", "日期", "双桥镇",
    "合计",
  ]

  static let yaml = [
    "\n", "\n  ", "\n    ", "\n- ", ": ", "- ", "[", "]", "{", "}", ", ", "#", "&a ", "*a",
    "!!str ",
    "\"", "'", "\\", "|\n", ">-\n", "|2\n", "---\n", "...\n", "%YAML 1.2\n", "<<: *a", "? ", "~",
    "null", "true", "0x1F", "1e9", "-1", ".inf", "\"\\u4E00\"", "\"\\x00\"", "\u{FEFF}", "\u{85}",
    "\u{2028}", "\t", "\r\n", "一", "\0",
  ]

  static let layout = [
    "kanyin: 1", "name: a", "extends: base/official", "extends: base/bulletin", "extends: briefing",
    "extends: a", "page:", "size: A4", "size: 0mm 0mm", "type-area:", "grid:", "characters: 28",
    "lines: 22", "binding:", "styles:", "body:", "title:", "report:", "inks:",
    "cmyk: [0, 80, 80, 0]",
    "spot: Red", "screen: \"#DA291C\"", "37mm", "三号", "2字", "1fr", "-3em", "99999999999999mm",
    "0.333333行", "indicators:", "match: [党支部]", "optional: true", "unit: 个", "statistics:",
    "sql: select 1", "sql: select value from figure", "checks:", "select 1 as left, 1 as right",
    "with recursive r(n) as (select 1 union all select n+1 from r) select n from r",
    "select zeroblob(1000000000)", "select printf('%99999999d', 1)", "ledgers:", "columns:",
    "type: percent", "parameters:", "kind: date", "default:", "profiles:", "press:", "body:",
    "- paragraph: 甲", "- heading: 一、", "- table:", "- rule:", "- box:", "- row:", "- columns: 3",
    "- content:", "- when: figures.a", "- use: b", "components:", "with:", "- report",
    "- sources: all",
    "- list:", "- note: 注", "- spacer: 1行", "- page-break", "{{ name }}",
    "{{ date | date: yyyy年M月 }}",
    "{{ statistics.a.b | number: 2 }}", "{{ figures.a }}", "{{", "}}", "^注^", "[字]{style}",
    "[甲](#a)",
    "漢{かん}字", "**", "masters:", "header:", "footer:", "{{ page }}", "{{ pages }}", "when:", "each:",
    "organisations:", "history:", "同比(a)", "累计(a)", "missing: 无", "tolerance: 1e308", "info:",
    "script: keep",
  ]

  static let settings = [
    "wrong:", "prefer:", "forbidden:", "ignore:", "- word: 甲", "word: [甲, 乙]", "right: 乙",
    "reason: 丙", "except: 甲乙", "exact: true", "doubled-word", "spaces: off", "mojibake: on",
    "hard-wraps: false", "quotation-marks: off", "indents:off", "范家庄", "后山", "成份", "头发",
    "wrong: []",
    "两新工委会",
  ]

  /// The keys and choices of a layout (`layouts/schema.json`).
  static let layoutKeys = """
    about above after align all at attachment attachment-label attachment-title author \
    autospace balance baseline basic below binding black bleed block body bold book-title \
    bottom bottom-of-last-page box bracketed break caption cell centre characters checks \
    choice choices circled clearance closing cmyk columns combine components content \
    continuation data date decimal decoration default dense digits distribute divider \
    double-sided each emphasis-dots even extends extent figures fill first fixed flag font \
    footer format from full-width gb grid gutter half half-width head head-row header heading \
    height here highlight hong-kong hyphenate id indent indent-left indent-right indicators \
    info ink inks inset inside integer item justify kaiming kanyin keep keep-together \
    keep-with-next key keywords last-page-fit lead-in left level line line-end-half lines list \
    mark masters match maximum medium middle minimum missing name none note notes number odd \
    optional organisation organisations orphans otherwise outline padding page paragraph \
    parameters percent plain position profiles prohibition proper-name punctuation raise \
    regular repeat-header report rhombus right row rows rule rule-bottom rule-head rule-top \
    rule-total rules run-in screen script section section-2 section-3 section-4 semibold sheet \
    show side signature simplified size sources space space-after space-before spot sql square \
    statistics strict strike style styles subject subscript subtitle sum superscript table \
    table-styles taiwan text third title together tolerance top total total-label tracking \
    traditional trapezoid type type-area underline unit units use vertical weight when widows \
    width with with-next
    """.split(separator: " ").map { "\($0): " }
}
