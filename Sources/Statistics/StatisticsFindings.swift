package import Diagnostics

extension FindingCode {
  /// All codes of this module.
  package static let statistics: [FindingCode] =
    ledgers + organisations + derivationCodes + checkCodes + historyCodes

  private static let derivationCodes = [
    indicatorNotFound, indicatorAmbiguous, indicatorConverted, queryFailed, queryNotSelect,
    queryRefused,
    queryTooManySteps, queryTooManyRows, queryBadValue, queryUnordered, queryUnknownSource,
    queryUnknownColumn, databaseFailed,
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
      "{query}的 sources 列里{found}不是数字的编号，也不是 台账/行 或 台账/行/列",
      "in the column sources of {query}, {found} is neither the id of a figure nor LEDGER/ROW or LEDGER/ROW/COLUMN"
    )
  )
  static let queryUnknownColumn = FindingCode(
    "statistics.query-unknown-column",
    .error,
    Bilingual(
      "{query}的结果没有{column}这一列，units 里的单位无处可用；有：{choices}",
      "{query} has no column {column} to give a unit to; it has: {choices}"
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
