import Diagnostics
import DocumentModel
import Settings

/// The primitives of a body, as reader and schema both take them.
enum LayoutBlocks {
  static let block = Shape.variants(variants, shared: shared)

  /// What every block may have.
  private static let shared: [SettingKey] = [
    key("id", .text, "标识", "a name for links"),
    key("keep", .choice(["together", "with-next"]), "不分页", "what stays on one page"),
    key("extent", LayoutDescription.measure, "在版面中占的高度", "the height it takes in the flow"),
    key("vertical", vertical, "在所占高度中的位置", "where it stands in that height"),
    key("space-before", LayoutDescription.measure, "前空", "space before"),
    key("space-after", LayoutDescription.measure, "后空", "space after"),
    key(
      "at",
      .either([
        .choice(["bottom-of-last-page"]),
        .mapping([
          key("left", LayoutDescription.measure, "离左边", "from the left"),
          key("top", LayoutDescription.measure, "离上边", "from the top"),
        ]),
      ]),
      "末页下端，或在框中的位置",
      "the foot of the last page, or a place in the box around it"
    ),
  ]

  private static let variants: [Variant] = [
    Variant(key("text", text, "一段文字", "a paragraph"), [style, missing]),
    Variant(
      key("heading", .text, "标题", "a heading"),
      [key("level", .integer(1...6), "级别", "its level"), style]
    ),
    Variant(
      key("report", .choice(LayoutDescription.names(of: ReportSelection.self)), "报告", "the report")
    ),
    Variant(key("table", table, "表格", "a table")),
    Variant(
      key("row", .list(cell), "并排的几格", "cells side by side"),
      [
        key("gutter", LayoutDescription.measure, "格间距", "space between cells"),
        key("divider", rule, "格间的竖线", "a rule between cells"),
        key("clearance", LayoutDescription.measure, "竖线离上下边", "how far it stays clear"),
        key("height", LayoutDescription.measure, "高", "height"),
      ]
    ),
    Variant(
      key("box", content, "框", "blocks in a frame"),
      [
        key("padding", sides(of: LayoutDescription.measure), "内边距", "padding"),
        key("rules", sides(of: rule), "四边的线", "rules"),
        key("fill", LayoutDescription.inkTint, "底色", "fill"),
        key("height", LayoutDescription.measure, "高", "height"),
        key("align", vertical, "内容的位置", "where its content stands"),
      ]
    ),
    Variant(
      key("rule", LayoutDescription.measure, "横线，写粗细", "a rule of a weight"),
      [
        key("ink", LayoutDescription.inkTint, "油墨", "its ink"),
        key("width", LayoutDescription.measure, "长", "its width"),
      ]
    ),
    Variant(key("space", LayoutDescription.measure, "空白", "white space")),
    Variant(key("notes", .choice(["here"]), "至此为止的注", "the notes so far"), [style]),
    Variant(
      key(
        "sources",
        .choice(LayoutDescription.names(of: SourcesSelection.self)),
        "数字的出处：正文中的、推算的、全部",
        "where numbers come from: those of the text, those derived, all"
      )
    ),
    Variant(key("break", .choice(["page"]), "换页", "a new page")),
    Variant(
      key("each", .text, "逐项重复：statistics.… 或列表参数", "for each row or item"),
      [key("content", content, required: true, "内容", "its blocks")]
    ),
    Variant(
      key("when", condition, "有值才出现", "only when there is a value"),
      [
        key("content", content, required: true, "内容", "its blocks"),
        key("otherwise", content, "没有值时的内容", "what stands there instead"),
      ]
    ),
    Variant(
      key("use", .text, "使用部件", "a component"),
      [key("with", .names(text), "给部件的值", "what is handed over")]
    ),
  ]

  // MARK: Shapes inside

  private static let content = Shape.list(.reference("block"))
  private static let vertical = Shape.choice(LayoutDescription.names(of: VerticalAlignment.self))
  private static let style = key("style", .text, "样式", "its style")
  private static let missing = key(
    "missing",
    .text,
    "没有值时印什么，如 —",
    "what stands for no value, such as —"
  )
  private static let condition = Shape.either([.text, .list(.text)])

  /// A string, or runs of it with styles of their own.
  private static let text = Shape.either([
    .text,
    .list(
      .either([
        .text,
        .mapping([
          key("text", .text, required: true, "文字", "the text"),
          key("style", .text, "样式", "its style"),
          key("when", condition, "有值才出现", "only when there is a value"),
          key("keep", .flag, "与前后文字不分行", "it does not part from what is beside it"),
          missing,
        ]),
      ])
    ),
  ])

  private static let rule = Shape.either([
    LayoutDescription.measure,
    .mapping([
      key("weight", LayoutDescription.measure, required: true, "粗细", "weight"),
      key("ink", LayoutDescription.inkTint, "油墨", "ink"),
    ]),
  ])

  private static func sides(of shape: Shape) -> Shape {
    .mapping(
      [("top", "上"), ("right", "右"), ("bottom", "下"), ("left", "左")].map {
        key($0.0, shape, $0.1, $0.0)
      }
    )
  }

  private static let cell = Shape.mapping([
    key("width", .word(LayoutWords.width), "宽", "width"),
    key("content", content, required: true, "内容", "its blocks"),
    key("align", vertical, "内容的位置", "where its content stands"),
    key("when", condition, "有值才出现", "only when there is a value"),
  ])

  private static let table = Shape.mapping([
    key("rows", .text, required: true, "哪个结果：statistics.…", "the result: statistics.…"),
    key("style", .text, required: true, "表格样式", "its table style"),
    key("caption", .text, "表题（编号自动加）", "the title; its number is added"),
    key("repeat-header", .flag, "续页重复表头", "the head is repeated"),
    key("total", .choice(["sum"]), "合计行", "a total"),
    key("total-label", .text, "合计行的名称", "what the total is called"),
    key("notes", .list(.text), "表注", "notes below"),
    key("columns", .names(column), "各列", "columns"),
  ])

  private static let column = Shape.mapping([
    key("title", .text, "栏目名", "the head, when it is not the name"),
    key("unit", .text, "单位，写在栏目名下", "the unit below the head"),
    key("show", .flag, "false：不印出", "false: not printed"),
    key("header", .flag, "每行的名称，供读屏", "names its row, for readers that do not see the page"),
    key("format", .text, "格式，如 number: 2", "a filter such as number: 2"),
    key("align", .choice(LayoutDescription.names(of: CellAlignment.self)), "对齐", "alignment"),
    key("width", .word(LayoutWords.width), "宽", "width"),
    key("missing", .text, "没有数据时印什么（默认 —）", "what stands for no value; else —"),
    key("total", .text, "合计行中的内容；none：— ", "what the total says; none: —"),
    key(
      "highlight",
      .mapping([
        key("below", .text, required: true, "低于哪一列", "the column it falls short of"),
        key("weight", .choice(LayoutWords.weights.map(\.name)), required: true, "粗细", "weight"),
      ]),
      "低于目标时的突出",
      "how a value below its target shows"
    ),
  ])

  private static func key(
    _ name: String,
    _ shape: Shape,
    required: Bool = false,
    _ chinese: String,
    _ english: String
  ) -> SettingKey {
    LayoutDescription.key(name, shape, required: required, chinese, english)
  }
}

/// Which numbers a block tells the sources of.
enum SourcesSelection: String, CaseIterable, Sendable {
  /// Those read in the report.
  case figures
  /// Those derived, the figures they are derived from, and the checks.
  case statistics
  case all
}

/// Which part of the report a block sets.
enum ReportSelection: String, CaseIterable, Sendable {
  /// The title and the subtitles.
  case title
  /// Everything below the title.
  case body
  /// What is below the title and before the signature.
  case text
  /// The signature and what follows it: remarks, attachments.
  case closing
}
