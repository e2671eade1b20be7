import Diagnostics
import DocumentModel
package import Settings
import Reports
import Statistics
import Typography

/// The layout language, as reader and schema both take it: keys, shapes, what each is for.
package enum LayoutDescription {
  package static let description = SettingDescription(
    title: Bilingual("刊印版式", "a Kanyin layout"),
    root: root,
    definitions: [("override", .mapping(shared)), ("block", LayoutBlocks.block)]
  )

  /// The JSON Schema that stands in `layouts/schema.json`.
  package static var schema: String { description.jsonSchema() }

  private static let root: [SettingKey] =
    [
      key("kanyin", .integer(1...1), required: true, "版式语言的版本", "the version of the language"),
      key("name", .text, required: true, "版式名，即文件名", "the name, that of the file"),
      key("extends", .text, "在哪个版式上修改", "the layout this one changes"),
      key(
        "profiles",
        .names(.reference("override")),
        "各用途（screen press archive meeting proof）另改的部分",
        "what a profile changes"
      ),
    ] + shared

  /// The keys that a profile may change, too.
  private static let shared: [SettingKey] = [
    key("title", .text, "版式的中文名", "what the layout is called"),
    key("about", .text, "一句话说明", "one sentence about it"),
    key("parameters", .names(parameter), "由用户填写的内容", "what the issuer fills in"),
    key(
      "script",
      .choice(names(of: ReportOptions.TargetScript.self)),
      "报告用什么字：照原样、简体、繁体；--script 优先",
      "the characters of the report; --script goes before it"
    ),
    key("info", info, "写入文件属性的内容", "what goes into the file's metadata"),
    key("page", page, "纸张、版心、网格", "paper, type area and grid"),
    key("inks", .names(ink), "油墨", "inks"),
    key("styles", .names(style), "样式", "styles of text"),
    key("table-styles", .names(tableStyle), "表格样式", "styles of tables"),
    key("report", report, "报告各部分用什么样式", "the style of each part of the report"),
    key("notes", notes, "注（^注文^）怎样排", "how notes, ^text^, are set"),
    key("indicators", .names(indicator), "在正文中寻找的指标", "figures to find in the text"),
    key("data", .names(ledger), "随报告提供的台账", "tables supplied with the report"),
    key(
      "organisations",
      .names(texts),
      "单位名单：名称和它的其他写法",
      "names of units, and how else they are written"
    ),
    key("statistics", .names(query), "用 SQL 求得的结果", "results, by SQL"),
    key("checks", .list(check), "勾稽关系", "what must agree"),
    key("masters", masters, "首页、单页、双页的页眉页脚", "heads and feet of first, odd, even pages"),
    key("components", .names(component), "可反复使用的部件", "blocks that are used by name"),
    key("body", .list(.reference("block")), "版面内容，自上而下", "what is set, in order"),
  ]

  // MARK: What is filled in, found and derived

  private static let parameter = Shape.mapping([
    key("type", .choice(names(of: Parameter.Kind.self)), required: true, "类型", "its type"),
    key("title", .text, "显示的名称", "what it is called"),
    key("optional", .flag, "可以不填", "it may be left out"),
    key(
      "default",
      .either([.text, .list(.text)]),
      "不填时的值，可含 {{ report.… }}",
      "the value when left out; may hold {{ report.… }}"
    ),
    key("minimum", .integer(), "最小值", "the least value"),
    key("maximum", .integer(), "最大值", "the greatest value"),
    key("choices", .list(.text), "可选的值", "the values to choose from"),
  ])

  private static let info = Shape.mapping([
    key("title", .text, "标题", "title"),
    key("author", .text, "作者", "author"),
    key("subject", .text, "主题", "subject"),
    key("keywords", .list(.text), "关键词", "keywords"),
  ])

  private static let indicator = Shape.mapping([
    key("title", .text, "名称", "what it is called"),
    key("match", .list(.text), required: true, "正文里的说法", "phrases of the text that mean it"),
    key("unit", .text, "单位", "its unit"),
    key("section", .text, "所在章节的序号或标题用词", "the section's number, or words of its heading"),
    key("optional", .flag, "报告里可以没有", "a report may be without it"),
  ])

  private static let columnType = Shape.choice(
    names(of: StatisticsPlan.LedgerDefinition.ColumnType.self)
  )

  private static let column = Shape.mapping([
    key("type", columnType, required: true, "类型", "its type"),
    key("title", .text, "文件里的列名", "its heading in files"),
    key("match", texts, "列名的其他写法", "other headings that mean it"),
    key("unit", .text, "单位；表里用别的单位的换算过来", "its unit; others are converted to it"),
    key("optional", .flag, "文件里可以没有这一列", "a file may be without it"),
  ])

  private static let ledger = Shape.mapping([
    key("title", .text, "名称", "what it is called"),
    key("optional", .flag, "可以不提供", "it may be left out"),
    key("sheet", .text, "读工作簿里的哪个表：名称或序号", "the sheet of a workbook, by name or number"),
    key("from", .choice(["report"]), "取自报告里的表", "it is a table of the report"),
    key("table", .integer(1...Int.max), "报告里的第几张表", "which table of the report, from 1"),
    key("caption", texts, "报告里的表：表题（或上一行）里的用词", "words of its caption in the report"),
    key("key", texts, "不应重复的列", "columns that no two rows have alike"),
    key(
      "columns",
      .names(.either([columnType, column])),
      required: true,
      "列名和类型",
      "columns and their types"
    ),
  ])

  private static let query = Shape.mapping([
    key("title", .text, "名称", "what it is called"),
    key("sql", .text, required: true, "查询", "the query"),
    key("unit", .text, "单位", "the unit of the result"),
    key("units", .names(.text), "各列的单位", "the units of its columns"),
    key("missing", .text, "结果为空时印什么，如 —", "what stands for no result, such as —"),
  ])

  private static let check = Shape.mapping([
    key("title", .text, required: true, "应成立的关系", "what must hold"),
    key("sql", .text, required: true, "给出 left、right 或 holds 的查询", "gives left, right or holds"),
    key("tolerance", .number(), "允许的差", "the difference allowed"),
  ])

  private static let component = Shape.mapping([
    key("about", .text, "一句话说明", "one sentence about it"),
    key(
      "parameters",
      .names(
        .mapping([
          key("title", .text, "名称", "what it is called"),
          key("optional", .flag, "可以不给", "it may be left out"),
        ])
      ),
      "使用时要给的值",
      "what its user hands over"
    ),
    key("body", .list(.reference("block")), required: true, "内容", "its blocks"),
  ])

  // MARK: Page

  private static let page = Shape.mapping([
    key("size", .word(LayoutWords.pageSize), "纸张，如 A4、210mm 297mm", "A4 or 210mm 297mm"),
    key(
      "binding",
      .mapping([
        key("side", .choice(names(of: PageSetup.BindingSide.self)), "装订边", "the bound side"),
        key("double-sided", .flag, "双面印刷", "printed on both sides"),
      ]),
      "装订",
      "binding"
    ),
    key(
      "type-area",
      .mapping([
        key("top", measure, required: true, "天头", "from the top to the first character frame"),
        key("inside", measure, required: true, "订口", "from the binding edge"),
        key("width", measure, required: true, "宽", "width"),
        key("height", measure, required: true, "高", "height"),
      ]),
      "版心，量到字框",
      "the type area, measured to character frames"
    ),
    key(
      "grid",
      .mapping([
        key("characters", .integer(1...200), required: true, "每行字数", "characters a line"),
        key("lines", .integer(2...200), required: true, "每页行数", "lines a page"),
        key("size", measure, required: true, "网格的字号", "the size of type it is made for"),
      ]),
      "网格",
      "the character grid"
    ),
    key("bleed", measure, "出血", "bleed"),
    key(
      "last-page-fit",
      .integer(0...3),
      "末页太空时，每页可以多排或少排几行",
      "lines more or fewer a page may have for the sake of the last one"
    ),
  ])

  private static let ink = Shape.mapping([
    key(
      "cmyk",
      .list(.number(0...100)),
      required: true,
      "青、品红、黄、黑的百分比",
      "cyan, magenta, yellow, black in per cent"
    ),
    key("spot", .text, "专色版的名称", "the name of its plate as a spot colour"),
    key("screen", .word(LayoutWords.screenColour), required: true, "屏幕颜色", "on screens"),
  ])

  private static let running = Shape.either([
    .choice(["none"]),
    .mapping([
      key("text", .text, required: true, "内容，可含 {{ page.number }}", "may hold {{ page.number }}"),
      key("style", .text, required: true, "样式", "its style"),
      key("align", alignment, "对齐", "its side"),
      key("inset", measure, "离版心边的距离", "from the side of the type area"),
      key("above", measure, "页眉：墨迹离版心", "a head: from its ink to the type area"),
      key("below", measure, "页脚：墨迹离版心", "a foot: from the type area to its ink"),
    ]),
  ])

  private static let masters = Shape.mapping(
    [
      ("first", "首页", "the first page"), ("odd", "单页", "odd pages"), ("even", "双页", "even pages"),
    ].map { name, chinese, english in
      key(
        name,
        .mapping([
          key("header", running, "页眉", "running head"),
          key("footer", running, "页脚", "running foot"),
        ]),
        chinese,
        english
      )
    }
  )

  // MARK: Styles

  private static let style = Shape.mapping([
    key("extends", .text, "在哪个样式上修改", "the style this one changes"),
    key("font", .text, "字体角色：fangsong kai hei song xiaobiaosong", "the role of its font"),
    key("weight", .choice(LayoutWords.weights.map(\.name)), "粗细", "weight"),
    key("size", measure, "字号", "type size"),
    key("ink", inkTint, "油墨，如 red、black 45%", "ink and tint, black 45%"),
    key("line", .either([.choice(["grid"]), measure]), "行距，或 grid", "line step, or grid"),
    key("indent", measure, "首行缩进", "first line"),
    key("indent-left", measure, "左缩进", "left"),
    key("indent-right", measure, "右缩进", "right"),
    key("align", alignment, "对齐", "alignment"),
    key("balance", .choice(names(of: ParagraphStyle.Balance.self)), "各行长短", "balance of lines"),
    key("tracking", measure, "字间加空", "space between characters"),
    key("raise", measure, "基线升高", "how far the baseline is raised"),
    key("position", .choice(names(of: TextPosition.self)), "上标、下标", "raised or lowered, and small"),
    key("decoration", decorations, "着重号、专名号、书名号、下划线、删除线", "dots or lines with the text"),
    key(
      "combine",
      .choice(names(of: StyleSheet.Combination.self)),
      "两三位的数字并排占一格",
      "numbers of two or three digits stand in one cell"
    ),
    key("space-before", measure, "段前", "space before"),
    key("space-after", measure, "段后", "space after"),
    key("keep-with-next", .flag, "与下一段同页", "stays with the next block"),
    key("keep-together", .flag, "不分页", "is not parted over pages"),
    key("outline", .integer(1...6), "大纲级别", "outline level"),
    key("prohibition", .choice(names(of: ProhibitionLevel.self)), "禁则", "prohibition rules"),
    key("punctuation", .choice(names(of: PunctuationStyle.self)), "标点宽度", "width of marks"),
    key(
      "autospace",
      .choice(names(of: Autospace.self)),
      "汉字与西文之间的空隙",
      "the gap between Han and Western text"
    ),
    key(
      "hyphenate",
      .text,
      "西文词按哪种语言断字（en、de……）；不写就不断",
      "the language by which Western words are hyphenated; without it they are left whole"
    ),
    key("orphans", .integer(1...9), "页末最少行数", "fewest lines at a page's foot"),
    key("widows", .integer(1...9), "页首最少行数", "fewest lines at a page's top"),
  ])

  private static let decorations = Shape.either([
    .choice(["none"] + names(of: TextDecoration.Kind.self)), decoration,
    .list(
      .either([
        .choice(names(of: TextDecoration.Kind.self)), decoration,
      ])
    ),
  ])

  private static let decoration = Shape.mapping([
    key(
      "mark",
      .choice(names(of: TextDecoration.Kind.self)),
      required: true,
      "哪一种",
      "which of them"
    ),
    key("ink", inkTint, "油墨（不写时同文字）", "its ink, when not that of the text"),
    key("weight", measure, "线的粗细", "weight of its line"),
  ])

  private static let tableStyle = Shape.mapping([
    key("extends", .text, "在哪个表格样式上修改", "the table style this one changes"),
    key("cell", .text, "单元格的样式", "style of cells"),
    key("head", .text, "表头的样式", "style of heads"),
    key("total", .text, "合计行的样式", "style of the total"),
    key("total-label", .text, "“合计”二字的样式", "style of the total's label"),
    key("caption", .text, "表题的样式", "style of the title"),
    key("continuation", .text, "续表的样式", "style of the title's continuation"),
    key("note", .text, "表注的样式", "style of notes"),
    key("row", measure, "行高", "height of rows"),
    key("head-row", measure, "表头高", "height of the head"),
    key("padding", measure, "左右留空", "space left and right in cells"),
    key(
      "dense",
      .mapping([
        key("after", .integer(1...Int.max), required: true, "超过几行", "more rows than these"),
        key("style", .text, required: true, "改用的表格样式", "take this table style"),
      ]),
      "行多时改用的样式",
      "what is taken for many rows"
    ),
    key("rule-top", measure, "顶线", "weight of the top rule"),
    key("rule-head", measure, "栏目线", "weight of the rule below the head"),
    key("rule-total", measure, "合计线", "weight of the rule above the total"),
    key("rule-bottom", measure, "底线", "weight of the bottom rule"),
  ])

  private static let report = Shape.mapping(
    ReportPart.allCases.map { part in
      let shape = part.isSection ? Shape.either([.text, sectionStyle]) : .text
      return key(part.rawValue, shape, part.about.chinese, part.about.english)
    }
  )

  private static let sectionStyle = Shape.mapping([
    key("style", .text, required: true, "样式", "its style"),
    key("run-in", .flag, "接排：标题后面直接接正文", "the text goes on in the heading's line"),
  ])

  private static let notes = Shape.mapping([
    key(
      "mark",
      .choice(names(of: NoteMarkForm.self)),
      "注码：circled ①，bracketed 〔1〕，square [1]",
      "their marks: ①, 〔1〕 or [1]"
    ),
    key("style", .text, "注文的样式，不写时为 note", "the style of their text, note if not given"),
  ])

  // MARK: Common shapes

  /// One text or several.
  static let texts = Shape.either([.text, .list(.text)])
  static let measure = Shape.word(LayoutWords.measure)
  static let alignment = Shape.choice(names(of: ParagraphStyle.Alignment.self))

  static let inkTint = Shape.word(LayoutWords.inkTint)

  static func names<T: CaseIterable & RawRepresentable>(of type: T.Type) -> [String]
  where T.RawValue == String {
    T.allCases.map(\.rawValue)
  }

  static func key(
    _ name: String,
    _ shape: Shape,
    required: Bool = false,
    _ chinese: String,
    _ english: String
  ) -> SettingKey {
    SettingKey(name, shape, required: required, Bilingual(chinese, english))
  }
}
