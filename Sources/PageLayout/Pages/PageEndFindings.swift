package import Diagnostics

/// What is said of page ends that part what belongs together.
extension FindingCode {
  package static let fittedPages = FindingCode(
    "page.fitted",
    .note,
    Bilingual(
      "末页内容太少，第{page}页起每页排{lines}行（版面为{grid}行）",
      "the last page held too little: pages from {page} on have {lines} lines, not {grid}"
    )
  )

  package static let lineAlone = FindingCode(
    "page.line-alone",
    .note,
    Bilingual(
      "段落的一行单独留在页末或页首：须同页的内容高于一页",
      "a line of a paragraph stands alone at a page end: what belongs together is higher than a page"
    )
  )

  package static let rowsAlone = FindingCode(
    "page.rows-alone",
    .note,
    Bilingual(
      "表格在换页处不足三行：须同页的内容高于一页",
      "fewer than three rows of a table stand at a page end: what belongs together is higher than a page"
    )
  )

  package static let headingWithOneLine = FindingCode(
    "page.heading-with-one-line",
    .note,
    Bilingual(
      "标题下面只有一行正文就换页：须同页的内容高于一页",
      "a page ends one line below a heading: what belongs together is higher than a page"
    )
  )

  package static let keptTogetherParted = FindingCode(
    "page.kept-together-parted",
    .note,
    Bilingual(
      "不许分页的内容分在了两页：它与须同页的内容高于一页",
      "what is kept together is parted: with what belongs to it, it is higher than a page"
    )
  )

  package static let keptWithNextParted = FindingCode(
    "page.kept-with-next-parted",
    .note,
    Bilingual(
      "应与下文同页的内容留在了页末：须同页的内容高于一页",
      "what is kept with the text behind it stands at a page's foot: together they are higher than a page"
    )
  )

  package static let characterAlone = FindingCode(
    "page.character-alone",
    .note,
    Bilingual(
      "一个字单独到了下一页：前面没有能随它过去的行",
      "a single character goes over to a page: no line before it could go with it"
    )
  )

  static let pageEnds: [FindingCode] = [
    fittedPages, lineAlone, rowsAlone, headingWithOneLine, keptTogetherParted, keptWithNextParted,
    characterAlone,
  ]
}
