package import Diagnostics

/// The findings of jobs: files, names of layouts, options that contradict what is there.
extension FindingCode {
  package static let jobs: [FindingCode] = [
    unreadableFile, unwritableFile, unknownLayout, emptyFolder, pageOutOfRange, sharedOutput,
    parametersNotAMapping, unknownManifestColumn, manifestCell, manifestNotText, manifestNotCSV,
    unknownLedger,
    noLedgerWanted, unusedCompanion, twoCompanions, ledgerFileInstead, unknownKind, noLayouts,
    unknownCommand,
    historyReplaced, historyWithoutPeriod, historyMonthMissing,
    attachedToNothing, emptyAttachment, pictureExists,
  ]

  static let pictureExists = FindingCode(
    "job.picture-exists",
    .error,
    Bilingual(
      "{path}已存在，是另一个文件，图片都没有写",
      "{path} is there already and another file; no picture was written"
    ),
    hint: Bilingual("请移走它，或换一个文件夹。", "move it away, or name another folder.")
  )

  static let attachedToNothing = FindingCode(
    "job.attached-to-nothing",
    .error,
    Bilingual("--attach 的附件没有报告可附", "there is no report that --attach could attach to")
  )
  static let emptyAttachment = FindingCode(
    "job.empty-attachment",
    .error,
    Bilingual("附件{path}里没有内容", "the attachment {path} has no rows")
  )

  static let historyReplaced = FindingCode(
    "job.history-replaced",
    .note,
    Bilingual(
      "历史中{period}的{layout}已更正，原来的仍保留",
      "{period} of {layout} was corrected in the history; what was there is kept"
    )
  )
  static let historyWithoutPeriod = FindingCode(
    "job.history-without-period",
    .error,
    Bilingual("不知道报告说的是哪个月，不能记入历史", "no month to record under: the report names none"),
    hint: Bilingual("用 --period 2025-10 指明", "name it with --period 2025-10")
  )
  static let historyMonthMissing = FindingCode(
    "job.history-month-missing",
    .error,
    Bilingual("历史中没有{layout}的{period}", "the history has no {period} of {layout}"),
    hint: Bilingual("现有：{choices}", "it has {choices}")
  )
  static let unreadableFile = FindingCode(
    "job.unreadable-file",
    .error,
    Bilingual("不能读取{path}：{reason}", "cannot read {path}: {reason}")
  )
  static let unwritableFile = FindingCode(
    "job.unwritable-file",
    .error,
    Bilingual("不能写入{path}：{reason}", "cannot write {path}: {reason}")
  )
  static let unknownCommand = FindingCode(
    "job.unknown-command",
    .error,
    Bilingual("没有命令{name}", "there is no command {name}"),
    hint: Bilingual("命令有：{choices}", "the commands are {choices}")
  )
  static let noLayouts = FindingCode(
    "job.no-layouts",
    .error,
    Bilingual("找不到版式{name}：没有 layouts 文件夹", "no layout {name}: there is no folder of layouts"),
    hint: Bilingual(
      "在仓库里运行，或用环境变量 KANYIN_HOME 指明 layouts 和 fonts 所在的文件夹",
      "run inside the repository, or let KANYIN_HOME name the folder that holds layouts and fonts"
    )
  )
  static let unknownLayout = FindingCode(
    "job.unknown-layout",
    .error,
    Bilingual("没有名为{name}的版式", "there is no layout {name}"),
    hint: Bilingual("现有版式：{choices}", "the layouts are {choices}")
  )
  static let emptyFolder = FindingCode(
    "job.empty-folder",
    .error,
    Bilingual("{path}里没有报告", "no report in {path}"),
    hint: Bilingual("认得的扩展名：{choices}", "known extensions: {choices}")
  )
  static let pageOutOfRange = FindingCode(
    "job.page-out-of-range",
    .error,
    Bilingual(
      "没有第 {page} 页：这份简报共 {count} 页",
      "there is no page {page}: the bulletin has {count} pages"
    )
  )
  static let sharedOutput = FindingCode(
    "job.shared-output",
    .error,
    Bilingual(
      "{first}和{second}会写成同一个文件{output}",
      "{first} and {second} would both be written as {output}"
    )
  )
  static let parametersNotAMapping = FindingCode(
    "job.parameters-not-a-mapping",
    .error,
    Bilingual("参数文件应是“名称: 值”的列表", "a parameter file is a list of NAME: VALUE lines")
  )
  static let unknownManifestColumn = FindingCode(
    "job.unknown-manifest-column",
    .error,
    Bilingual("清单里不认得的列{name}", "unknown column {name} in the manifest"),
    hint: Bilingual(
      "可用的列：{choices}，以及 data.台账名、set.参数名",
      "the columns are {choices}, data.NAME and set.KEY"
    )
  )
  static let manifestCell = FindingCode(
    "job.manifest-cell",
    .error,
    Bilingual("这一列不能是{value}", "{value} cannot stand in this column"),
    hint: Bilingual("应为：{wanted}", "expected: {wanted}")
  )
  static let manifestNotText = FindingCode(
    "job.manifest-not-text",
    .error,
    Bilingual("清单不是 UTF-8 编码", "the manifest is not UTF-8"),
    hint: Bilingual("请另存为 UTF-8", "save it as UTF-8")
  )
  static let manifestNotCSV = FindingCode(
    "job.manifest-not-csv",
    .error,
    Bilingual("清单不是有列名的 CSV", "the manifest is no CSV with names of columns")
  )
  static let unknownLedger = FindingCode(
    "job.unknown-ledger",
    .error,
    Bilingual("版式{layout}没有声明台账{name}", "the layout {layout} declares no ledger {name}"),
    hint: Bilingual("它声明的台账：{choices}", "it declares {choices}")
  )
  static let noLedgerWanted = FindingCode(
    "job.no-ledger-wanted",
    .error,
    Bilingual(
      "版式{layout}不用台账，给出了{name}",
      "the layout {layout} takes no ledger, {name} was given"
    )
  )
  static let unusedCompanion = FindingCode(
    "job.unused-companion",
    .note,
    Bilingual(
      "没有用{path}：版式{layout}没有声明这个台账",
      "{path} was not used: the layout {layout} declares no such ledger"
    )
  )
  static let twoCompanions = FindingCode(
    "job.two-companions",
    .error,
    Bilingual(
      "报告旁边的{first}和{second}是同一个台账",
      "{first} and {second} beside the report are the same ledger"
    ),
    hint: Bilingual("只留一个", "leave only one of them")
  )
  static let ledgerFileInstead = FindingCode(
    "job.ledger-file-instead",
    .note,
    Bilingual(
      "台账{name}读的是{path}，不是报告里的表",
      "the ledger {name} was read from {path} and not from the table of the report"
    )
  )
  static let unknownKind = FindingCode(
    "job.unknown-kind",
    .error,
    Bilingual(
      "{path}不是版式、报告或台账，不知怎样检查",
      "{path} is neither a layout, a report nor a ledger, so there is no way to check it"
    ),
    hint: Bilingual("认得的扩展名：{choices}", "known extensions: {choices}")
  )
}
