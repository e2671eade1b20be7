import Diagnostics

extension FindingCode {
  /// What can be said of ledgers.
  static let ledgers: [FindingCode] =
    [
      ledgerMissing, ledgerUndeclared, ledgerEmpty, ledgerNotText, ledgerForeign, ledgerNoSheets,
      ledgerNoSheet, ledgerNoTable, ledgerOpenQuote, ledgerTextAfterQuote, ledgerBareQuote,
      ledgerCellCount, ledgerMissingColumn, ledgerDuplicateColumn, ledgerBadCell, ledgerFault,
      ledgerNoValue, ledgerTooLong, ledgerMoreErrors,
    ] + ledgerWarnings + ledgerNotes

  private static let ledgerWarnings = [
    ledgerMore, ledgerDuplicateKey, ledgerUnitDiffers, ledgerLooksLikeShare, ledgerTotalDiffers,
    ledgerMergedNumber, sheetNoValues,
  ]

  private static let ledgerNotes = [
    ledgerUnknownColumn, ledgerFirstSheet, ledgerSeveralTables, ledgerSeparator, ledgerTitleRows,
    ledgerBlankRows, ledgerTotalRow, ledgerNumberingRow, ledgerRepeatedHeadings, ledgerRemark,
    ledgerBlankMark, ledgerBracketed, ledgerUnitInCell, ledgerControl, ledgerUnitConverted,
    ledgerNumberAsText, ledgerMerged, ledgerHiddenRows, ledgerHiddenColumn, ledgerBeyondHeadings,
  ]

  // MARK: The file

  static let ledgerMissing = FindingCode(
    "ledger.missing",
    .error,
    Bilingual("缺少版式要求的台账{ledger}", "the layout asks for the ledger {ledger}, which was not given"),
    hint: Bilingual(
      "用 --data {name}=文件 提供，CSV 或 .xlsx 都可以",
      "supply it with --data {name}=FILE, a CSV file or a .xlsx"
    )
  )
  static let ledgerUndeclared = FindingCode(
    "ledger.undeclared",
    .error,
    Bilingual("版式没有声明台账{ledger}", "the layout declares no ledger {ledger}")
  )
  static let ledgerEmpty = FindingCode(
    "ledger.empty",
    .error,
    Bilingual(
      "台账{ledger}是空的，应有一行列名",
      "the ledger {ledger} is empty; a row of column names was expected"
    )
  )
  static let ledgerNotText = FindingCode(
    "ledger.not-text",
    .error,
    Bilingual("台账{ledger}此处不是 UTF-8 文字", "the ledger {ledger} is not UTF-8 text here"),
    hint: Bilingual("另存为 UTF-8 编码的 CSV", "save it as CSV in UTF-8")
  )
  static let ledgerForeign = FindingCode(
    "ledger.foreign",
    .error,
    Bilingual(
      "{path}是{form}，不能当作台账{ledger}读",
      "{path} is {form}, from which the ledger {ledger} cannot be read"
    ),
    hint: Bilingual(
      "在表格软件里打开，另存为 .xlsx（不设密码）或 CSV",
      "open it in a spreadsheet program and save it as .xlsx without a password, or as CSV"
    )
  )
  static let ledgerNoSheets = FindingCode(
    "ledger.no-sheets",
    .error,
    Bilingual("{path}是 CSV，没有工作表可选", "{path} is CSV and has no sheets to choose from"),
    hint: Bilingual("去掉文件名后的 #…", "leave out the #… behind its name")
  )
  static let ledgerNoSheet = FindingCode(
    "ledger.no-sheet",
    .error,
    Bilingual(
      "{path}没有工作表{sheet}（台账{ledger}）",
      "{path} has no sheet {sheet}, from which the ledger {ledger} should be read"
    ),
    hint: Bilingual("现有工作表：{choices}", "its sheets: {choices}")
  )
  static let ledgerNoTable = FindingCode(
    "ledger.no-table",
    .error,
    Bilingual(
      "报告里没有台账{ledger}要的表（共有{count}张表）",
      "no table of the report is the ledger {ledger} (it has {count})"
    ),
    hint: Bilingual(
      "核对 table、caption；可有可无的，写 optional: true",
      "compare table and caption; if it may be missing, say optional: true"
    )
  )
  static let ledgerOpenQuote = FindingCode(
    "ledger.open-quote",
    .error,
    Bilingual(
      "引号没有闭合（台账{ledger}第{row}行）",
      "a quote that never closes in row {row} of the ledger {ledger}"
    )
  )
  static let ledgerTextAfterQuote = FindingCode(
    "ledger.text-after-quote",
    .error,
    Bilingual(
      "引号之后应为分隔符或行尾（台账{ledger}第{row}行）",
      "a separator or the end of the line was expected after the quote in row {row} of the ledger {ledger}"
    ),
    hint: Bilingual("单元格内的引号写两次", "write a quote inside a cell twice")
  )
  static let ledgerBareQuote = FindingCode(
    "ledger.bare-quote",
    .warning,
    Bilingual(
      "单元格中间的引号按原样读取（台账{ledger}第{row}行）",
      "a quote in the middle of a cell was read as it stands in row {row} of the ledger {ledger}"
    )
  )
  static let sheetNoValues = FindingCode(
    "ledger.no-values",
    .warning,
    Bilingual(
      "表{ledger}有 {count} 个公式还没有算出结果，表中留空",
      "{count} formulas of the table {ledger} have not been worked out and are left blank"
    ),
    hint: Bilingual(
      "用 WPS 或 Excel 打开，保存一次",
      "open it in a spreadsheet program and save it once"
    )
  )
  static let ledgerTooLong = FindingCode(
    "ledger.too-long",
    .error,
    Bilingual("台账{ledger}超过{limit}行", "the ledger {ledger} has more than {limit} rows")
  )
  static let ledgerFirstSheet = FindingCode(
    "ledger.first-sheet",
    .note,
    Bilingual(
      "{path}有几个工作表（{choices}），台账{ledger}读的是{sheet}",
      "{path} has several sheets ({choices}); the ledger {ledger} was read from {sheet}"
    ),
    hint: Bilingual(
      "要读另一个，写 sheet: 名称，或 --data 名称=文件#工作表",
      "for another one, say sheet: NAME, or --data NAME=FILE#SHEET"
    )
  )
  static let ledgerSeveralTables = FindingCode(
    "ledger.several-tables",
    .note,
    Bilingual(
      "报告里有{found}张表都合台账{ledger}的条件，读的是第一张",
      "{found} tables of the report could be the ledger {ledger}; the first was read"
    )
  )
  static let ledgerSeparator = FindingCode(
    "ledger.separator",
    .note,
    Bilingual(
      "台账{ledger}用{separator}分隔",
      "the cells of the ledger {ledger} are parted by {separator}"
    )
  )

  // MARK: Columns

  static let ledgerMissingColumn = FindingCode(
    "ledger.missing-column",
    .error,
    Bilingual(
      "台账{ledger}缺少列{column}；现有的列：{found}",
      "the ledger {ledger} has no column {column}; it has {found}"
    ),
    hint: Bilingual(
      "另有叫法的，写进版式里这一列的 match",
      "if it goes by another name there, add that to match in the layout"
    )
  )
  static let ledgerUnknownColumn = FindingCode(
    "ledger.unknown-column",
    .note,
    Bilingual(
      "台账{ledger}里版式没有声明的列未读取：{columns}",
      "columns of the ledger {ledger} that the layout does not declare were not read: {columns}"
    )
  )
  static let ledgerDuplicateColumn = FindingCode(
    "ledger.duplicate-column",
    .error,
    Bilingual("台账{ledger}有两列{column}", "the ledger {ledger} has two columns {column}")
  )
  static let ledgerUnitDiffers = FindingCode(
    "ledger.unit-differs",
    .warning,
    Bilingual(
      "台账{ledger}的列{column}以{found}计，版式要的是{unit}，不能换算，未改",
      "column {column} of the ledger {ledger} is in {found}, where the layout wants {unit}; nothing was converted"
    )
  )
  static let ledgerUnitConverted = FindingCode(
    "ledger.unit-converted",
    .note,
    Bilingual(
      "台账{ledger}的列{column}由{found}换算成了{unit}",
      "column {column} of the ledger {ledger} was converted from {found} to {unit}"
    )
  )
  static let ledgerLooksLikeShare = FindingCode(
    "ledger.looks-like-share",
    .warning,
    Bilingual(
      "台账{ledger}的列{column}应为百分数，却都不大于 1",
      "the percentages in column {column} of the ledger {ledger} are all no more than 1"
    ),
    hint: Bilingual("82.43% 写作 82.43 或 82.43%，不写 0.8243", "write 82.43 or 82.43%, not 0.8243")
  )
  static let ledgerHiddenColumn = FindingCode(
    "ledger.hidden-column",
    .note,
    Bilingual(
      "台账{ledger}的列{column}在表格里是隐藏的，照样读取",
      "column {column} of the ledger {ledger} is hidden in its file and was read all the same"
    )
  )

  // MARK: Rows

  static let ledgerCellCount = FindingCode(
    "ledger.cell-count",
    .error,
    Bilingual(
      "台账{ledger}{place}有{found}格，列名有{expected}个",
      "{place} of the ledger {ledger} has {found} cells, where {expected} columns are named"
    )
  )
  static let ledgerBeyondHeadings = FindingCode(
    "ledger.beyond-headings",
    .note,
    Bilingual(
      "台账{ledger}有{count}行在最后一个列名之外还有内容，未读取",
      "{count} rows of the ledger {ledger} go on beyond the last column name; that was not read"
    )
  )
  static let ledgerTitleRows = FindingCode(
    "ledger.title-rows",
    .note,
    Bilingual(
      "台账{ledger}列名以上的{count}行（{text}）未读取",
      "{count} rows above the column names of the ledger {ledger} ({text}) were passed over"
    )
  )
  static let ledgerBlankRows = FindingCode(
    "ledger.blank-rows",
    .note,
    Bilingual(
      "台账{ledger}有{count}行全空，略过",
      "{count} blank rows of the ledger {ledger} were passed over"
    )
  )
  static let ledgerTotalRow = FindingCode(
    "ledger.total-row",
    .note,
    Bilingual(
      "台账{ledger}{place}是合计，不当作数据",
      "{place} of the ledger {ledger} is a total and no data"
    )
  )
  static let ledgerTotalDiffers = FindingCode(
    "ledger.total-differs",
    .warning,
    Bilingual(
      "台账{ledger}{place}的合计（列{column}）是{total}，各行之和是{sum}",
      "{place}: the total of column {column} of the ledger {ledger} is {total}, its rows add up to {sum}"
    ),
    hint: Bilingual("核对有没有漏行、写错的数", "look for a missing row or a wrong number")
  )
  static let ledgerNumberingRow = FindingCode(
    "ledger.numbering-row",
    .note,
    Bilingual(
      "台账{ledger}{place}是栏次，不当作数据",
      "{place} of the ledger {ledger} numbers the columns and is no data"
    )
  )
  static let ledgerRepeatedHeadings = FindingCode(
    "ledger.repeated-headings",
    .note,
    Bilingual(
      "台账{ledger}有{count}行重复列名，略过",
      "{count} rows of the ledger {ledger} repeat the column names and were passed over"
    )
  )
  static let ledgerRemark = FindingCode(
    "ledger.remark",
    .note,
    Bilingual(
      "台账{ledger}{place}（{text}）是说明，不当作数据",
      "{place} of the ledger {ledger} ({text}) is a remark and no data"
    )
  )
  static let ledgerDuplicateKey = FindingCode(
    "ledger.duplicate-key",
    .warning,
    Bilingual(
      "台账{ledger}{place}的{key}前面已有",
      "{place} of the ledger {ledger}: {key} was there before"
    )
  )
  static let ledgerHiddenRows = FindingCode(
    "ledger.hidden-rows",
    .note,
    Bilingual(
      "台账{ledger}有{count}行在表格里是隐藏的，照样读取",
      "{count} rows of the ledger {ledger} are hidden in its file and were read all the same"
    )
  )

  // MARK: Cells

  static let ledgerBadCell = FindingCode(
    "ledger.bad-cell",
    .error,
    Bilingual(
      "台账{ledger}{place}（列{column}）应为{type}，现为{text}",
      "{place}, column {column} of the ledger {ledger}: {type} was expected, found {text}"
    )
  )
  static let ledgerFault = FindingCode(
    "ledger.cell-error",
    .error,
    Bilingual(
      "台账{ledger}{place}（列{column}）的公式出错：{text}",
      "{place}, column {column} of the ledger {ledger}: its formula gives {text}"
    ),
    hint: Bilingual("在表格里改正公式", "mend the formula in the spreadsheet")
  )
  static let ledgerNoValue = FindingCode(
    "ledger.no-value",
    .error,
    Bilingual(
      "台账{ledger}{place}（列{column}）的公式还没有算出结果",
      "{place}, column {column} of the ledger {ledger}: its formula has not been worked out"
    ),
    hint: Bilingual(
      "用 WPS 或 Excel 打开，保存一次",
      "open it in a spreadsheet program and save it once"
    )
  )
  static let ledgerMoreErrors = FindingCode(
    "ledger.more-errors",
    .error,
    Bilingual(
      "台账{ledger}的列{column}还有{count}处同样的错误",
      "column {column} of the ledger {ledger} has {count} more such errors"
    )
  )
  static let ledgerMore = FindingCode(
    "ledger.more",
    .warning,
    Bilingual(
      "台账{ledger}还有{count}处同样的情形{column}",
      "the ledger {ledger} has {count} more such places {column}"
    )
  )
  static let ledgerBlankMark = FindingCode(
    "ledger.blank-mark",
    .note,
    Bilingual(
      "台账{ledger}的列{column}有{count}格写作{text}，按空读取",
      "{count} cells in column {column} of the ledger {ledger} hold {text} and were read as empty"
    )
  )
  static let ledgerBracketed = FindingCode(
    "ledger.bracketed",
    .note,
    Bilingual(
      "台账{ledger}的列{column}有{count}格的数带括号，按负数读取",
      "{count} numbers in brackets in column {column} of the ledger {ledger} were read as negative"
    )
  )
  static let ledgerUnitInCell = FindingCode(
    "ledger.unit-in-cell",
    .note,
    Bilingual(
      "台账{ledger}的列{column}有{count}格带单位{text}，读成了数",
      "{count} cells in column {column} of the ledger {ledger} hold the unit {text}; their numbers were read"
    )
  )
  static let ledgerControl = FindingCode(
    "ledger.control-characters",
    .note,
    Bilingual(
      "台账{ledger}的列{column}有{count}格含控制字符，已删去",
      "control characters in {count} cells of column {column} of the ledger {ledger} were left out"
    )
  )
  static let ledgerNumberAsText = FindingCode(
    "ledger.number-as-text",
    .note,
    Bilingual(
      "台账{ledger}的列{column}有{count}格的数存成了文本，照数读取",
      "{count} numbers in column {column} of the ledger {ledger} are stored as text and were read as numbers"
    )
  )
  static let ledgerMerged = FindingCode(
    "ledger.merged",
    .note,
    Bilingual(
      "台账{ledger}的列{column}有合并单元格，其中{count}行取了上面的内容",
      "column {column} of the ledger {ledger} has merged cells; {count} rows took what stands above"
    )
  )
  static let ledgerMergedNumber = FindingCode(
    "ledger.merged-number",
    .warning,
    Bilingual(
      "台账{ledger}的列{column}有合并的数，只算在第一行，其余{count}行为空",
      "numbers of merged cells in column {column} of the ledger {ledger} count in their first row; {count} rows are empty"
    ),
    hint: Bilingual("拆开合并的单元格，各行填上自己的数", "part the merged cells and give each row its own number")
  )

  // MARK: Organisations

  static let organisations = [
    organisationRenamed, organisationUnknown, organisationAmbiguous, organisationTwice,
  ]

  static let organisationRenamed = FindingCode(
    "ledger.organisation-renamed",
    .note,
    Bilingual(
      "台账{ledger}里的{found}就是{name}（{count}处）",
      "{found} in the ledger {ledger} is {name} ({count} times)"
    )
  )
  static let organisationUnknown = FindingCode(
    "ledger.organisation-unknown",
    .warning,
    Bilingual(
      "台账{ledger}里的{found}不在单位名单里",
      "{found} in the ledger {ledger} is none of the known names"
    ),
    hint: Bilingual(
      "写法不同的，写进版式的 organisations",
      "if it is written otherwise, add it to organisations in the layout"
    )
  )
  static let organisationAmbiguous = FindingCode(
    "ledger.organisation-ambiguous",
    .error,
    Bilingual(
      "台账{ledger}里的{found}可能是{choices}",
      "{found} in the ledger {ledger} may be {choices}"
    ),
    hint: Bilingual(
      "写全名，或在版式的 organisations 里说明",
      "write the whole name, or say which in organisations of the layout"
    )
  )
  static let organisationTwice = FindingCode(
    "ledger.organisation-twice",
    .error,
    Bilingual(
      "{found}在 organisations 里属于两个单位：{choices}",
      "{found} stands in organisations for two units: {choices}"
    )
  )
}
