import Diagnostics

extension ProofCheck {
  /// Punctuation: GB/T 15834-2011.
  static let marks: [ProofCheck] = [
    doubledMark, stackedMarks, quotedListComma, commaBeforeAnd, commaBeforeAsWellAs, commaBeforeEtc,
    stopAfterQuote, stopWithinQuote, spaceAtMark, ordinalComma, ordinalMark, ellipsisAndEtc,
    ellipsisForm, dashForm,
    titleMark, nameDot,
    wideMarkInLatin, documentNumberBrackets, headingMark, nestedColon, missingStop,
  ]

  static let doubledMark = ProofCheck(
    "doubled-mark",
    .warning,
    .practice,
    Bilingual("{found}：点号连用", "{found}: two marks in a row")
  )

  static let stackedMarks = ProofCheck(
    "stacked-marks",
    .warning,
    .gb15834("4.2.3、4.3.3"),
    Bilingual("{found}：问号、叹号最多叠用三个", "{found}: of ？ and ！ at most three stand in a row")
  )

  static let quotedListComma = ProofCheck(
    "quoted-list-comma",
    .note,
    .gb15834("4.5.3.5"),
    Bilingual(
      "{found}：标有引号或书名号的并列成分之间通常不用顿号",
      "{found}: quoted items of a list usually take no comma between them"
    )
  )

  static let commaBeforeAnd = ProofCheck(
    "comma-before-and",
    .warning,
    .practice,
    Bilingual("{found}：连词前不用顿号", "{found}: no comma before the conjunction")
  )

  static let commaBeforeAsWellAs = ProofCheck(
    "comma-before-as-well-as",
    .warning,
    .gb15834("A.3"),
    Bilingual(
      "{found}：“以及”“及”之前用逗号，不用顿号",
      "{found}: before 以及 and 及 stands ，, not 、"
    )
  )

  static let commaBeforeEtc = ProofCheck(
    "comma-before-etc",
    .warning,
    .gb15834("B.1.2"),
    Bilingual("{found}：“等”之前不用顿号", "{found}: no comma before 等")
  )

  static let stopAfterQuote = ProofCheck(
    "stop-after-quote",
    .warning,
    .gb15834("B.2.1"),
    Bilingual("{found}：引号内已有句末点号，引号外不再用点号", "{found}: the quotation has its mark already")
  )

  static let stopWithinQuote = ProofCheck(
    "stop-within-quote",
    .warning,
    .gb15834("B.2.1"),
    Bilingual(
      "{found}：引文是句子的一部分，引号内不用句号",
      "{found}: a quotation within a sentence has no full stop"
    )
  )

  static let spaceAtMark = ProofCheck(
    "space-at-mark",
    .note,
    .gb15834("5.1"),
    Bilingual("{found}：标点旁多了空格", "{found}: a space beside a mark")
  )

  static let ordinalComma = ProofCheck(
    "ordinal-comma",
    .note,
    .gb15834("B.3.3"),
    Bilingual(
      "{found}：阿拉伯数字、字母作序次语，后用下脚点，即 {better}",
      "{found}: a number or letter of an item takes a point: {better}"
    )
  )

  static let ordinalMark = ProofCheck(
    "ordinal-mark",
    .warning,
    .gb15834("B.3"),
    Bilingual("{found}：序次语后的标点应为 {better}", "{found}: this number of an item is written {better}")
  )

  static let ellipsisAndEtc = ProofCheck(
    "ellipsis-and-etc",
    .warning,
    .gb15834("A.9.2"),
    Bilingual("{found}：省略号和“等”不同时用", "{found}: an ellipsis and 等 say the same")
  )

  static let ellipsisForm = ProofCheck(
    "ellipsis-form",
    .warning,
    .gb15834("4.11.2"),
    Bilingual("{found}：省略号是六个点“……”", "{found}: the ellipsis is ……")
  )

  static let dashForm = ProofCheck(
    "dash-form",
    .note,
    .gb15834("4.10.2"),
    Bilingual("{found}：破折号是“——”", "{found}: the dash is ——")
  )

  static let titleMark = ProofCheck(
    "title-mark",
    .note,
    .gb15834("A.13.1"),
    Bilingual(
      "{found}：证照、课程、活动等的名称不用书名号",
      "{found}: names of licences, courses and events take no title marks"
    )
  )

  static let nameDot = ProofCheck(
    "name-dot",
    .note,
    .gb15834("4.14.3.1"),
    Bilingual("{found}：间隔号应为“·”，即 {better}", "{found}: the dot within a name is ·: {better}")
  )

  static let wideMarkInLatin = ProofCheck(
    "wide-mark-in-latin",
    .note,
    .practice,
    Bilingual("{found}：外文句子里用了中文标点", "{found}: a Chinese mark within a Western sentence")
  )

  static let documentNumberBrackets = ProofCheck(
    "document-number-brackets",
    .warning,
    .gb15834("4.9.3.4"),
    Bilingual(
      "{found}：发文字号的年份用六角括号，即 {better}",
      "{found}: the year of a document number stands in 〔〕: {better}"
    )
  )

  static let headingMark = ProofCheck(
    "heading-mark",
    .note,
    .gb15834("B.4"),
    Bilingual("{found}：标题末尾不用点号", "{found}: no mark at the end of a heading")
  )

  static let nestedColon = ProofCheck(
    "nested-colon",
    .note,
    .gb15834("4.7.3.5"),
    Bilingual("一个句子里套用了冒号", "a colon stands within the reach of another")
  )

  static let missingStop = ProofCheck(
    "missing-stop",
    .warning,
    .gb15834("4.1.3.1"),
    Bilingual("段末 {found} 后没有句末点号", "the paragraph ends with {found} and no stop")
  )
}

extension ProofCheck {
  /// Quotation marks and brackets.
  static let pairs: [ProofCheck] = [
    unclosedMark, unopenedMark, straightQuotes, reversedQuotes, nestedQuotes, nestedBrackets,
    nestedTitles,
  ]

  static let unclosedMark = ProofCheck(
    "unclosed-mark",
    .warning,
    .gb15834("4.8.2、4.9.2、4.15.2"),
    Bilingual("{found} 没有后一半", "{found} is not closed")
  )

  static let unopenedMark = ProofCheck(
    "unopened-mark",
    .warning,
    .gb15834("4.8.2、4.9.2、4.15.2"),
    Bilingual("{found} 没有前一半", "{found} closes what was not opened")
  )

  static let straightQuotes = ProofCheck(
    "straight-quotes",
    .warning,
    .gb15834("4.8.2"),
    Bilingual(
      "{found}：直引号，看不出是前引号还是后引号，未改",
      "{found}: a straight quotation mark of which it cannot be told whether it opens or closes"
    )
  )

  static let reversedQuotes = ProofCheck(
    "reversed-quotes",
    .warning,
    .gb15834("4.8.2"),
    Bilingual("{found}：引号方向反了", "{found}: the quotation mark faces the wrong way")
  )

  static let nestedQuotes = ProofCheck(
    "nested-quotes",
    .warning,
    .gb15834("4.8.3.4"),
    Bilingual(
      "{found}：引号中再用引号，里面一层用单引号",
      "{found}: a quotation within a quotation takes the other marks"
    )
  )

  static let nestedBrackets = ProofCheck(
    "nested-brackets",
    .note,
    .gb15834("4.9.3.6"),
    Bilingual("{found}：同一形式的括号套用", "{found}: brackets of one form within each other")
  )

  static let nestedTitles = ProofCheck(
    "nested-titles",
    .note,
    .gb15834("4.15.3"),
    Bilingual(
      "{found}：书名号中再用书名号，里面一层用〈〉",
      "{found}: a title within a title takes 〈〉"
    )
  )
}
