package import Diagnostics

/// The findings of layouts and their parameters.
extension FindingCode {
  package static let layoutNotFound = FindingCode(
    "layout.not-found",
    .error,
    Bilingual("没有版式 {name}", "there is no layout {name}"),
    hint: Bilingual("现有的版式：{choices}", "the layouts are {choices}")
  )
  package static let layoutExtendsItself = FindingCode(
    "layout.extends-itself",
    .error,
    Bilingual("extends 绕回了自己：{chain}", "extends leads back to itself: {chain}")
  )
  package static let layoutUnknownProfile = FindingCode(
    "layout.unknown-profile",
    .error,
    Bilingual("没有 {name} 这个用途", "there is no profile {name}"),
    hint: Bilingual("可以写：{choices}", "the profiles are {choices}")
  )
  package static let layoutUnknownName = FindingCode(
    "layout.unknown-name",
    .error,
    Bilingual("没有 {name} 这个{kind}", "there is no {kind} {name}"),
    hint: Bilingual("现有：{choices}", "there are {choices}")
  )
  package static let layoutCycle = FindingCode(
    "layout.cycle",
    .error,
    Bilingual("{kind}绕回了自己：{chain}", "the {kind} leads back to itself: {chain}")
  )
  package static let layoutIncompleteStyle = FindingCode(
    "layout.incomplete-style",
    .error,
    Bilingual(
      "样式 {name} 没有说明{missing}，不能用于段落",
      "the style {name} names no {missing}, so no paragraph can be set in it"
    )
  )
  package static let layoutNeedsLength = FindingCode(
    "layout.needs-length",
    .error,
    Bilingual("{key} 不能用 fr", "{key} cannot be in fr"),
    hint: Bilingual("请写定长，如 30mm、2字", "write a length such as 30mm or 2em")
  )
  package static let layoutOutOfBounds = FindingCode(
    "layout.out-of-bounds",
    .error,
    Bilingual("{key} 应是{expected}，这里是 {found}", "{key} should be {expected}, but is {found}")
  )
  package static let layoutTooManyInks = FindingCode(
    "layout.too-many-inks",
    .error,
    Bilingual("油墨超过 {limit} 种", "there are more than {limit} inks")
  )
  package static let layoutBlackNotBlack = FindingCode(
    "layout.black-not-black",
    .error,
    Bilingual("black 只能是 cmyk: [0, 0, 0, 100]", "black can only be cmyk: [0, 0, 0, 100]"),
    hint: Bilingual("别的黑色请另起名称", "give another black a name of its own")
  )
  package static let layoutReservedSpot = FindingCode(
    "layout.reserved-spot",
    .error,
    Bilingual("专色版不能叫 {name}", "no spot plate can be called {name}"),
    hint: Bilingual(
      "这是四色版的名称；请写油墨厂的色名，如 PANTONE 485 C",
      "plates of the four process inks have this name; write that of the ink, PANTONE 485 C"
    )
  )
  package static let layoutRepeatedSpot = FindingCode(
    "layout.repeated-spot",
    .error,
    Bilingual("专色版 {name} 已由油墨 {other} 使用", "the plate {name} is that of the ink {other} already"),
    hint: Bilingual(
      "同一块版用同一种油墨，深浅写百分比",
      "one plate is one ink; write its shades in per cent"
    )
  )
  package static let layoutInkNeedsFour = FindingCode(
    "layout.ink-needs-four",
    .error,
    Bilingual("cmyk 要有四个数，这里有 {count} 个", "cmyk takes four numbers, and here are {count}")
  )
  package static let layoutGridTooNarrow = FindingCode(
    "layout.grid-too-small",
    .error,
    Bilingual("版心放不下这个网格", "the type area is too small for the grid")
  )
  package static let layoutOffPage = FindingCode(
    "layout.type-area-off-page",
    .error,
    Bilingual("版心超出了纸张", "the type area reaches beyond the page")
  )
  package static let layoutUnclosed = FindingCode(
    "layout.unclosed-mark",
    .error,
    Bilingual("{mark} 没有结束", "{mark} is never closed"),
    hint: Bilingual("要印出符号本身，请在前面加 \\", "to print the mark itself, put \\ before it")
  )
  package static let layoutUnknownMark = FindingCode(
    "layout.unknown-mark",
    .error,
    Bilingual("这里不能用 {mark} 标记", "the mark {mark} is not available"),
    hint: Bilingual("要印出符号本身，请在前面加 \\", "to print the mark itself, put \\ before it")
  )
  package static let layoutReadingCount = FindingCode(
    "layout.reading-count",
    .error,
    Bilingual(
      "注音的个数是{readings}，文字的个数是{words}",
      "the readings are {readings} in number, the characters {words}"
    ),
    hint: Bilingual(
      "一字一个（注音符号都要这样）、合用一个，或把文字和注音都用 | 分开；注音里的空格写成 \\ 加空格",
      "write one for each, as bopomofo needs, or one for all, or part both words and readings by |; a space in a reading is \\ and a space"
    )
  )
  package static let layoutReadingOfNothing = FindingCode(
    "layout.reading-of-nothing",
    .error,
    Bilingual("注音前的方括号里没有文字", "the brackets before the reading hold no words"),
    hint: Bilingual("文字写在方括号里，注音写在花括号里", "words go into the brackets, the reading into the braces")
  )
  package static let layoutReadingOfMarks = FindingCode(
    "layout.reading-of-marks",
    .error,
    Bilingual("带注音的文字里不能有 {mark}", "words with a reading cannot hold {mark}"),
    hint: Bilingual(
      "把标记写在方括号和花括号的外面；要印出符号本身，请在前面加 \\",
      "put marks around the brackets and braces; to print the mark itself, put \\ before it"
    )
  )
  package static let layoutEmptyNote = FindingCode(
    "layout.empty-note",
    .error,
    Bilingual("注没有内容", "the note says nothing"),
    hint: Bilingual("注文写在两个 ^ 之间", "write its text between the two ^")
  )
  package static let layoutBadLanguage = FindingCode(
    "layout.bad-language",
    .error,
    Bilingual("{name} 不是语言标记", "{name} is no language tag"),
    hint: Bilingual("如 en、ug、bo、mn-Mong、zh-Hant", "write en, ug, bo, mn-Mong or zh-Hant")
  )
  package static let layoutEmptyPlaceholder = FindingCode(
    "layout.empty-placeholder",
    .error,
    Bilingual("双花括号里没有名称", "there is no name between the braces")
  )
  package static let layoutUnknownFilter = FindingCode(
    "layout.unknown-filter",
    .error,
    Bilingual("没有 {name} 这种格式", "there is no filter {name}"),
    hint: Bilingual("可用的格式：{choices}", "the filters are {choices}")
  )
  package static let layoutFilterArgument = FindingCode(
    "layout.filter-argument",
    .error,
    Bilingual("格式 {name} 后面应是{expected}", "the filter {name} takes {expected}")
  )
  package static let layoutFilterValue = FindingCode(
    "layout.filter-value",
    .error,
    Bilingual(
      "{name} 的值是{found}，不能用格式 {filter}",
      "{name} is {found}, which the filter {filter} cannot print"
    )
  )
  package static let layoutMissingValue = FindingCode(
    "layout.missing-value",
    .error,
    Bilingual("{name} 没有值，不能印出", "{name} has no value and cannot be printed"),
    hint: Bilingual(
      "补上这个值；或用 when 让这一块可有可无，用 missing: 写明没有值时印什么",
      "supply it; or make the block depend on it by when, or say by missing: what stands for it"
    )
  )
  package static let layoutNotPrintable = FindingCode(
    "layout.not-printable",
    .error,
    Bilingual("{name} 是{found}，不能写进文字里", "{name} is {found} and cannot stand in text")
  )
  package static let layoutNotRows = FindingCode(
    "layout.not-rows",
    .error,
    Bilingual("{name} 不是表或列表", "{name} is neither a table nor a list"),
    hint: Bilingual("这里要 statistics.… 或列表参数", "take statistics.… or a parameter that is a list")
  )
  package static let layoutMissingArgument = FindingCode(
    "layout.missing-argument",
    .error,
    Bilingual("部件 {component} 需要 {name}", "the component {component} needs {name}")
  )
  package static let layoutNoReport = FindingCode(
    "layout.no-report",
    .error,
    Bilingual("版式要排报告，但没有给出报告", "the layout sets a report, but none is given")
  )
  package static let layoutNoAttachments = FindingCode(
    "layout.no-attachments",
    .error,
    Bilingual("版式没有排附件的地方，{count} 个附件会丢", "the layout has no place for the {count} attachments"),
    hint: Bilingual("请用 report: body 或 report: closing。", "use report: body or report: closing.")
  )
  package static let layoutDateTooShort = FindingCode(
    "layout.date-too-short",
    .error,
    Bilingual(
      "{name} 只有 {found}，印不出 {format}",
      "{name} is only {found}, too little for {format}"
    )
  )
  package static let layoutMisplaced = FindingCode(
    "layout.misplaced",
    .error,
    Bilingual("{words} 在这里不起作用", "{words} has no effect here"),
    hint: Bilingual("请{way}", "{way}")
  )
  package static let layoutTooManyBlocks = FindingCode(
    "layout.too-many-blocks",
    .error,
    Bilingual("版面内容超过 {limit} 块", "the body grows to more than {limit} blocks"),
    hint: Bilingual("检查互相使用的部件和 each", "look at components that use others, and at each")
  )
  package static let layoutLinkToNothing = FindingCode(
    "layout.link-to-nothing",
    .error,
    Bilingual("链接的目标 {id} 这次没有排出来", "the block {id} that is linked to is left out this time"),
    hint: Bilingual("让链接和目标用同一个 when", "make the link depend on the same when as the block")
  )
  package static let layoutRepeatedID = FindingCode(
    "layout.repeated-id",
    .error,
    Bilingual("标识 {id} 出现了不止一次", "the id {id} stands more than once"),
    hint: Bilingual(
      "放进部件里的标识，每次使用各算各的",
      "inside a component each use of it has ids of its own"
    )
  )
  package static let layoutReservedName = FindingCode(
    "layout.reserved-name",
    .error,
    Bilingual("{name} 是保留的名称", "{name} is a reserved name")
  )
  package static let layoutBadName = FindingCode(
    "layout.bad-name",
    .error,
    Bilingual("名称 {name} 里不能有空格、点或括号", "the name {name} must hold no space, dot or brace")
  )
  package static let layoutTableWithoutReport = FindingCode(
    "layout.table-without-report",
    .error,
    Bilingual("{key} 只用于报告里的表", "{key} is said of tables of a report only"),
    hint: Bilingual("请加上 from: report", "add from: report")
  )
  package static let layoutReportTable = FindingCode(
    "layout.report-table",
    .error,
    Bilingual(
      "报告中有表格，但版式的 report 没有说明 table 用什么样式",
      "the report has a table, but the layout's report names no style for table"
    )
  )

  package static let parameterUnknown = FindingCode(
    "parameter.unknown",
    .error,
    Bilingual("版式 {layout} 没有参数 {name}", "the layout {layout} has no parameter {name}"),
    hint: Bilingual("可用的参数：{choices}", "the parameters are {choices}")
  )
  package static let parameterMissing = FindingCode(
    "parameter.missing",
    .error,
    Bilingual("缺少参数 {name}（{title}）", "the parameter {name} ({title}) is missing"),
    hint: Bilingual("请写 --set {plain}=…", "write --set {plain}=…")
  )
  package static let parameterWrongType = FindingCode(
    "parameter.wrong-type",
    .error,
    Bilingual("参数 {name} 应是{expected}，这里是 {found}", "{name} should be {expected}, but is {found}")
  )
  package static let parameterOutOfRange = FindingCode(
    "parameter.out-of-range",
    .error,
    Bilingual(
      "参数 {name} 应在 {minimum} 和 {maximum} 之间，这里是 {found}",
      "{name} should be from {minimum} to {maximum}, but is {found}"
    )
  )
  package static let parameterNotAChoice = FindingCode(
    "parameter.not-a-choice",
    .error,
    Bilingual("参数 {name} 不能是 {found}", "{name} cannot be {found}"),
    hint: Bilingual("可以写：{choices}", "the choices are {choices}")
  )

  /// All codes of this module.
  package static let templates: [FindingCode] = [
    layoutNotFound, layoutExtendsItself, layoutUnknownProfile, layoutUnknownName, layoutCycle,
    layoutIncompleteStyle, layoutNeedsLength, layoutOutOfBounds, layoutTooManyInks,
    layoutBlackNotBlack, layoutReservedSpot, layoutRepeatedSpot, layoutInkNeedsFour,
    layoutGridTooNarrow,
    layoutOffPage, layoutUnclosed, layoutUnknownMark, layoutEmptyNote,
    layoutReadingCount, layoutReadingOfNothing, layoutReadingOfMarks,
    layoutBadLanguage, layoutEmptyPlaceholder,
    layoutUnknownFilter, layoutFilterArgument, layoutFilterValue, layoutMissingValue,
    layoutNotPrintable, layoutNotRows, layoutMissingArgument, layoutNoReport,
    layoutNoAttachments,
    layoutDateTooShort, layoutMisplaced, layoutTooManyBlocks, layoutLinkToNothing, layoutRepeatedID,
    layoutReservedName, layoutBadName,
    layoutReportTable, layoutTableWithoutReport,
    parameterUnknown,
    parameterMissing, parameterWrongType, parameterOutOfRange, parameterNotAChoice,
  ]
}
