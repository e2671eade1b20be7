package import Diagnostics

extension FindingCode {
  /// All codes of this module.
  package static let statistics: [FindingCode] =
    ledgerCodes + derivationCodes + checkCodes + historyCodes

  private static let ledgerCodes = [
    ledgerMissing, ledgerUndeclared, ledgerEmpty, ledgerNotText, ledgerOpenQuote,
    ledgerTextAfterQuote, ledgerBareQuote, ledgerCellCount, ledgerMissingColumn,
    ledgerUnknownColumn, ledgerDuplicateColumn, ledgerBadCell, ledgerTooLong,
  ]
  private static let derivationCodes = [
    indicatorNotFound, indicatorAmbiguous, indicatorConverted, queryFailed, queryNotSelect,
    queryRefused,
    queryTooManySteps, queryTooManyRows, queryBadValue, queryUnordered, queryUnknownSource,
    databaseFailed,
  ]
  private static let checkCodes =
    [checkFailed, checkNotApplicable, checkWrongShape] + Agreement.Rule.allCases.map(\.code)

  private static let historyCodes = [historyNotOurs, historyBusy, historyFailed]

  // MARK: What a report says twice

  static let checkRise = disagreement(
    "statistics.rise-differs",
    "涨跌数与两端不符（{quotes}）：{detail}",
    "a change differs from its two ends ({quotes}): {detail}"
  )
  static let checkSum = disagreement(
    "statistics.sum-differs",
    "合计数与各项之和不符（{quotes}）：{detail}",
    "a sum differs from its parts ({quotes}): {detail}"
  )
  static let checkParts = disagreement(
    "statistics.parts-differ",
    "其中各项与总数不符（{quotes}）：{detail}",
    "the parts differ from their whole ({quotes}): {detail}"
  )
  static let checkShare = disagreement(
    "statistics.share-differs",
    "占比与两个数不符（{quotes}）：{detail}",
    "a share differs from the two numbers ({quotes}): {detail}"
  )
  static let checkShares = disagreement(
    "statistics.shares-differ",
    "各占比之和不是 100%（{quotes}）：{detail}",
    "the shares do not add up to 100 % ({quotes}): {detail}"
  )
  static let checkIndicator = disagreement(
    "statistics.indicator-differs",
    "同一指标前后的数不一（{quotes}）：{detail}",
    "one indicator has two values ({quotes}): {detail}"
  )
  static let checkMonth = disagreement(
    "statistics.month-differs",
    "与历史中的数比较，涨跌不符（{quotes}）：{detail}",
    "a change differs from the history ({quotes}): {detail}"
  )
  static let checkCumulative = disagreement(
    "statistics.cumulative-falls",
    "累计数比上月少（{quotes}）：{detail}",
    "a cumulative number is less than last month's ({quotes}): {detail}"
  )

  private static func disagreement(
    _ name: String,
    _ chinese: String,
    _ english: String
  ) -> FindingCode {
    FindingCode(
      name,
      .warning,
      Bilingual(chinese, english),
      hint: Bilingual("核对原稿中的这几个数", "compare these numbers with the source")
    )
  }

  // MARK: History

  static let historyNotOurs = FindingCode(
    "history.not-ours",
    .error,
    Bilingual("{path}不是刊印的历史数据库", "{path} is no history database of kanyin"),
    hint: Bilingual("用 kanyin history add 新建一个", "make one with kanyin history add")
  )
  static let historyBusy = FindingCode(
    "history.busy",
    .error,
    Bilingual("{path}一直被别的程序占用", "{path} is being written by another program all the time"),
    hint: Bilingual("等它写完再试", "try again when it has finished")
  )
  static let historyFailed = FindingCode(
    "history.failed",
    .error,
    Bilingual("历史数据库{path}无法读写：{message}", "the history database {path} failed: {message}")
  )

  // MARK: Ledgers

  static let ledgerMissing = FindingCode(
    "ledger.missing",
    .error,
    Bilingual("缺少版式要求的台账{ledger}", "the layout asks for the ledger {ledger}, which was not given"),
    hint: Bilingual("用 --data {name}=文件.csv 提供", "supply it with --data {name}=FILE.csv")
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
      "引号之后应为逗号或行尾（台账{ledger}第{row}行）",
      "a comma or the end of the line was expected after the quote in row {row} of the ledger {ledger}"
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
  static let ledgerCellCount = FindingCode(
    "ledger.cell-count",
    .error,
    Bilingual(
      "台账{ledger}第{row}行有{found}格，列名有{expected}个",
      "row {row} of the ledger {ledger} has {found} cells, where {expected} columns are named"
    )
  )
  static let ledgerMissingColumn = FindingCode(
    "ledger.missing-column",
    .error,
    Bilingual("台账{ledger}缺少列{column}", "the ledger {ledger} has no column {column}")
  )
  static let ledgerUnknownColumn = FindingCode(
    "ledger.unknown-column",
    .warning,
    Bilingual(
      "台账{ledger}的列{column}版式没有声明，未读取",
      "column {column} of the ledger {ledger} is not declared by the layout and was not read"
    )
  )
  static let ledgerDuplicateColumn = FindingCode(
    "ledger.duplicate-column",
    .error,
    Bilingual("台账{ledger}有两列{column}", "the ledger {ledger} has two columns {column}")
  )
  static let ledgerBadCell = FindingCode(
    "ledger.bad-cell",
    .error,
    Bilingual(
      "台账{ledger}第{row}行列{column}应为{type}，现为{text}",
      "row {row}, column {column} of the ledger {ledger}: {type} was expected, found {text}"
    )
  )
  static let ledgerTooLong = FindingCode(
    "ledger.too-long",
    .error,
    Bilingual("台账{ledger}超过{limit}行", "the ledger {ledger} has more than {limit} rows")
  )

  // MARK: Derivation

  static let indicatorNotFound = FindingCode(
    "statistics.indicator-not-found",
    .warning,
    Bilingual("报告中没有找到指标{indicator}", "no figure of the report matches the indicator {indicator}"),
    hint: Bilingual(
      "核对 match 中的用词{phrases}；可有可无的，写 optional: true",
      "compare the phrases of its match: {phrases}; if it may be missing, say optional: true"
    )
  )
  static let indicatorAmbiguous = FindingCode(
    "statistics.indicator-ambiguous",
    .note,
    Bilingual(
      "指标{indicator}对应{count}个数字，取{quote}",
      "{count} figures match the indicator {indicator}; {quote} was taken"
    )
  )
  static let indicatorConverted = FindingCode(
    "statistics.indicator-converted",
    .note,
    Bilingual(
      "指标{indicator}的{quote}换算成了{unit}",
      "{quote}, which the indicator {indicator} means, was converted to {unit}"
    )
  )
  static let queryFailed = FindingCode(
    "statistics.query-failed",
    .error,
    Bilingual("{query}的查询有误：{message}", "the query of {query} failed: {message}")
  )
  static let queryNotSelect = FindingCode(
    "statistics.query-not-select",
    .error,
    Bilingual("{query}应为一条 SELECT 语句", "{query} must be one SELECT statement")
  )
  static let queryRefused = FindingCode(
    "statistics.query-refused",
    .error,
    Bilingual(
      "{query}的查询用了不允许的操作：{message}",
      "the query of {query} does what a layout may not: {message}"
    ),
    hint: Bilingual(
      "只能读取数据；不能用随机数和当前时间",
      "a query only reads, and uses neither random numbers nor the clock"
    )
  )
  static let queryTooManySteps = FindingCode(
    "statistics.query-too-long",
    .error,
    Bilingual("{query}的查询步数超过{limit}", "the query of {query} took more than {limit} steps")
  )
  static let queryTooManyRows = FindingCode(
    "statistics.query-too-many-rows",
    .error,
    Bilingual("{query}的结果超过{limit}行", "the query of {query} gives more than {limit} rows")
  )
  static let queryBadValue = FindingCode(
    "statistics.query-bad-value",
    .error,
    Bilingual(
      "{query}的列{column}应为数或文字，现为{found}",
      "column {column} of {query} must be a number or text, found {found}"
    )
  )
  static let queryUnordered = FindingCode(
    "statistics.query-unordered",
    .warning,
    Bilingual(
      "{query}的各行没有确定的先后",
      "the rows of {query} come in no certain order"
    ),
    hint: Bilingual(
      "在查询末尾加上 order by，并用名称等排定并列的行",
      "end the query with order by, and let a name or the like settle ties"
    )
  )
  static let queryUnknownSource = FindingCode(
    "statistics.query-unknown-source",
    .error,
    Bilingual(
      "{query}的 sources 列里{found}不是数字的编号，也不是 台账/行/列",
      "in the column sources of {query}, {found} is neither the id of a figure nor LEDGER/ROW/COLUMN"
    )
  )
  static let databaseFailed = FindingCode(
    "statistics.database-failed",
    .error,
    Bilingual("内存数据库无法使用：{message}", "the database in memory cannot be used: {message}")
  )

  // MARK: Checks

  static let checkFailed = FindingCode(
    "statistics.check-failed",
    .warning,
    Bilingual("勾稽不符：{title}：{detail}", "the check does not hold: {title}: {detail}")
  )
  static let checkNotApplicable = FindingCode(
    "statistics.check-not-applicable",
    .note,
    Bilingual("无法核对：{title}（缺少数据）", "the check could not be made for want of data: {title}")
  )
  static let checkWrongShape = FindingCode(
    "statistics.check-wrong-shape",
    .error,
    Bilingual(
      "核对{title}应返回一行，列为 left、right 或 holds；现为{rows}行，列{columns}",
      "the check {title} must give one row with the columns left and right, or holds; found {rows} rows with {columns}"
    )
  )
}
