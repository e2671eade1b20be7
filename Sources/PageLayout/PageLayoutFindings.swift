package import Diagnostics

extension FindingCode {
  package static let lineOverfull = FindingCode(
    "page.line-overfull",
    .warning,
    Bilingual(
      "有{count}行排不下，最长的超出{hundredths}丝（百分之一毫米）",
      "{count} lines are too long for their measure, the longest by {hundredths} hundredths of a millimetre"
    ),
    hint: Bilingual("把长词断开，或换用小一号的字", "divide the long word, or set it smaller")
  )

  package static let lineGapTooSmall = FindingCode(
    "page.line-gap-too-small",
    .note,
    Bilingual(
      "行距 {step}pt 太小，着重号、专名号、书名号或下划线可能碰到下一行",
      "a line step of {step}pt leaves too little room for the dots or lines below the text"
    ),
    hint: Bilingual("把行距改为 {least}pt 以上", "make it {least}pt or more")
  )

  package static let rubyGapTooSmall = FindingCode(
    "page.ruby-gap-too-small",
    .note,
    Bilingual(
      "行距 {step}pt 太小，注音可能碰到上一行",
      "a line step of {step}pt leaves too little room for the readings over the text"
    ),
    hint: Bilingual(
      "把行距改为 {least}pt 以上，或改小注音",
      "make it {least}pt or more, or the readings smaller"
    )
  )

  package static let lineLoose = FindingCode(
    "page.line-loose",
    .note,
    Bilingual(
      "有{count}行字距过宽，最宽的一行每字多出百分之{hundredths}个字：这样的行宽没有更好的断行",
      "{count} lines are loose, gaps of the loosest grown by {hundredths} hundredths of an em: this measure leaves no better lines"
    ),
    hint: Bilingual("加宽版心，或换用小一号的字", "make the measure wider, or set the text smaller")
  )

  package static let lineUnderfull = FindingCode(
    "page.line-underfull",
    .note,
    Bilingual(
      "有{count}行没有排满，最短的差{hundredths}丝（百分之一毫米）：行里没有可以拉开的空隙",
      "{count} lines are short, the shortest by {hundredths} hundredths of a millimetre: they have no gap that may grow"
    )
  )

  package static let figureParted = FindingCode(
    "page.figure-parted",
    .note,
    Bilingual(
      "有{count}处数字或文号拆在两行：它太长，一行排不下",
      "{count} figures or document numbers are parted: they are too long for a line"
    )
  )

  package static let markMisplaced = FindingCode(
    "page.mark-misplaced",
    .note,
    Bilingual(
      "有{count}处标点违反行首行末禁则：几个标点连用，行太窄",
      "{count} marks stand where they may not: several in a row, and the measure is narrow"
    )
  )

  package static let runtLeft = FindingCode(
    "page.runt",
    .note,
    Bilingual(
      "段末一行只有一个字：这样的行宽没有别的断行",
      "one character stands alone on the last line: this measure leaves no other lines"
    ),
    hint: Bilingual("增减几个字", "add or cut a few words")
  )

  package static let noHyphenation = FindingCode(
    "page.no-hyphenation",
    .warning,
    Bilingual(
      "样式要按{language}断字，但没有这种语言的断字词典；西文词没有断开",
      "a style asks for hyphenation in {language}, of which there is no dictionary; words are left whole"
    ),
    hint: Bilingual(
      "安装 Debian 的 hyphen-… 软件包（英语是 hyphen-en-us）",
      "install Debian's package hyphen-… (for English hyphen-en-us)"
    )
  )

  package static let blockTooHigh = FindingCode(
    "page.block-too-high",
    .warning,
    Bilingual(
      "有一块内容高于版心，超出{hundredths}丝（百分之一毫米）",
      "a block is {hundredths} hundredths of a millimetre higher than the type area"
    ),
    hint: Bilingual("把它分成几块，或改小", "part it, or make it smaller")
  )

  package static let referencesUnsettled = FindingCode(
    "page.references-unsettled",
    .warning,
    Bilingual(
      "页码引用排了{rounds}遍仍不稳定",
      "page references did not settle in {rounds} rounds"
    )
  )

  package static let breakInsideBlock = FindingCode(
    "page.break-inside-block",
    .error,
    Bilingual("框或单元格里面不能换页", "a page cannot end inside a box or a cell"),
    hint: Bilingual("把 break 移到框的外面", "move the break out of the box")
  )

  package static let tableTooWide = FindingCode(
    "page.table-too-wide",
    .warning,
    Bilingual(
      "表格各列的固定宽度合计超出版心{hundredths}丝（百分之一毫米）",
      "the fixed columns of a table are {hundredths} hundredths of a millimetre wider than its measure"
    ),
    hint: Bilingual("改窄几列，或改用 fr", "make columns narrower, or share the width with fr")
  )

  package static let surplusCell = FindingCode(
    "page.surplus-cell",
    .error,
    Bilingual(
      "表格第{row}行的单元格比列多，多出来的没有地方放",
      "row {row} of the table has more cells than there are columns"
    ),
    hint: Bilingual("补上缺的列，或核对合并单元格", "add the missing column, or check spanned cells")
  )

  package static let imprintAlone = FindingCode(
    "page.imprint-alone",
    .note,
    Bilingual("版记单独占了一页", "the imprint stands alone on the last page"),
    hint: Bilingual("增减几行正文", "add or cut a few lines of text")
  )

  /// All codes of this module.
  package static let pageLayout: [FindingCode] =
    [
      lineOverfull, noHyphenation, lineLoose, lineUnderfull, figureParted, markMisplaced, runtLeft,
      lineGapTooSmall, rubyGapTooSmall, blockTooHigh, referencesUnsettled,
      breakInsideBlock, tableTooWide, surplusCell, imprintAlone,
    ] + pageEnds
}
