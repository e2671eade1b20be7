package import Diagnostics

extension FindingCode {
  /// What can be said of a report.
  package static let reports: [FindingCode] =
    [
      emptyReport, notText, isSheet, noTitle, mixedScripts, leftOverCharacters,
      convertedScript, conversionUnavailable, lostCharacters, privateUse, unseenCharacters,
      mixedLineEnds, severalForms, unknownRepair,
    ] + structure + readings + CleaningRule.allCases.map(cleaned)

  package static let emptyReport = FindingCode(
    "report.empty",
    .error,
    Bilingual("{path}里没有正文", "{path} has no text of a report"),
    hint: Bilingual(
      "请检查文件是否选对；可用 inspect 查看删去了什么。",
      "check that it is the right file; inspect shows what was left out."
    )
  )

  package static let notText = FindingCode(
    "report.not-text",
    .error,
    Bilingual("{path}是 {form}，不能当作报告读", "{path} is {form}, from which no report is read"),
    hint: Bilingual(
      "请另存为 .docx、纯文本（.txt）或网页（.html）。",
      "save it as .docx, as plain text (.txt) or as a page (.html)."
    )
  )

  package static let isSheet = FindingCode(
    "report.is-sheet",
    .error,
    Bilingual(
      "{path}是 {form} 工作簿，不能当作报告读",
      "{path} is a workbook ({form}), from which no report is read"
    ),
    hint: Bilingual(
      "请另存为 .xlsx，用 --data 作台账，或用 --attach 作附件。",
      "save it as .xlsx and give it as a ledger (--data) or as an attachment (--attach)."
    )
  )

  package static let noTitle = FindingCode(
    "report.no-title",
    .warning,
    Bilingual("没有找到标题", "no title was found"),
    hint: Bilingual("请把标题单独写在第一行。", "write the title on a line of its own, the first.")
  )

  package static let mixedScripts = FindingCode(
    "report.mixed-scripts",
    .warning,
    Bilingual(
      "正文简繁混用：简体字 {simplified} 个，繁体字 {traditional} 个",
      "the text mixes scripts: {simplified} simplified and {traditional} traditional characters"
    ),
    hint: Bilingual(
      "可用 --script simplified 或 traditional 统一。",
      "make it one with --script simplified or traditional."
    )
  )

  package static let leftOverCharacters = FindingCode(
    "report.left-over-characters",
    .note,
    Bilingual(
      "正文为{script}，但有 {count} 个字不是",
      "the text is {script} but for {count} characters"
    )
  )

  package static let convertedScript = FindingCode(
    "report.converted",
    .note,
    Bilingual(
      "正文已转为{script}，改动 {count} 个字",
      "the text was made {script}: {count} characters changed"
    )
  )

  package static let conversionUnavailable = FindingCode(
    "report.conversion-unavailable",
    .error,
    Bilingual("简繁转换不可用：OpenCC 打不开 {configuration}", "OpenCC cannot open {configuration}"),
    hint: Bilingual("请安装 libopencc-data。", "install libopencc-data.")
  )

  package static let lostCharacters = FindingCode(
    "report.lost-characters",
    .warning,
    Bilingual(
      "有 {count} 处文字在转码时已丢失（� 或“锟斤拷”），不能恢复",
      "text was lost in {count} places when it was converted (� or 锟斤拷) and cannot be recovered"
    ),
    hint: Bilingual("请对照原件补上。", "fill it in from the original.")
  )

  package static let privateUse = FindingCode(
    "report.private-use",
    .warning,
    Bilingual(
      "{code}（{name}）{count} 个，不知是什么字",
      "{code} ({name}) stands {count} times; which character it is cannot be known"
    ),
    hint: Bilingual("请改成通用的字。", "write the character itself.")
  )

  package static let unseenCharacters = FindingCode(
    "report.unseen-characters",
    .note,
    Bilingual(
      "有看不见的字符 {code}（{name}）{count} 个",
      "{code} ({name}), which nobody sees, stands {count} times"
    )
  )

  package static let mixedLineEnds = FindingCode(
    "report.mixed-line-ends",
    .note,
    Bilingual("行尾写法不一：{forms}", "lines end in different ways: {forms}")
  )

  package static let severalForms = FindingCode(
    "report.several-forms",
    .note,
    Bilingual(
      "“{from}”转作“{to}”{count} 处，也可能是“{others}”，请核对",
      "{from} became {to} ({count}×); it may also be {others}"
    )
  )

  package static let unknownRepair = FindingCode(
    "report.unknown-repair",
    .error,
    Bilingual("没有名为 {name} 的清理规则", "there is no rule of cleaning named {name}"),
    hint: Bilingual("可用的名称：{choices}。", "choose one of {choices}.")
  )
}

// MARK: - One note for each rule of cleaning

extension FindingCode {
  /// What a rule did, with how often.
  package static func cleaned(by rule: CleaningRule) -> FindingCode {
    FindingCode("report.cleaned-\(rule.rawValue)", .note, words(of: rule))
  }

  private static func words(of rule: CleaningRule) -> Bilingual {
    switch rule {
    case .mojibake:
      Bilingual("恢复被误解码的文字 {count} 处", "text decoded wrongly was restored in {count} places")
    case .privateUse:
      Bilingual("自造字改为通用字 {count} 处", "{count} characters of private use were made plain")
    case .promotion:
      Bilingual("删去广告、扫码等 {count} 行", "{count} lines of advertisement were left out")
    case .messages:
      Bilingual("删去聊天、邮件的附带文字 {count} 处", "{count} traces of chats and mail were left out")
    case .pageHeads:
      Bilingual("删去页码、页眉 {count} 行", "{count} folios and repeated page heads were left out")
    case .dashes:
      Bilingual("破折号改为“——” {count} 处", "{count} dashes were made ——")
    case .ellipses:
      Bilingual("省略号改为“……” {count} 处", "{count} ellipses were made ……")
    case .controlCharacters:
      Bilingual("删去控制字符 {count} 处", "{count} runs of control characters were left out")
    case .annotations:
      Bilingual("删去字后注音 {count} 处", "{count} readings stuck to characters were left out")
    case .compatibilityCharacters:
      Bilingual("兼容汉字改为通用字 {count} 处", "{count} compatibility characters were made plain")
    case .drawnTables:
      Bilingual("画成的表格 {count} 处整理为表格", "drawn tables were made tables in {count} places")
    case .navigation:
      Bilingual("删去网页导航 {count} 行", "{count} lines of navigation were left out")
    case .footers:
      Bilingual("删去网页页脚 {count} 行", "{count} lines of a page's footer were left out")
    case .linkFarms:
      Bilingual("删去无关链接 {count} 行", "{count} lines of unrelated links were left out")
    case .strayLines:
      Bilingual("删去孤立的数字或符号 {count} 行", "{count} stray lines were left out")
    case .duplicateLines:
      Bilingual("删去重复的行 {count} 行", "{count} repeated lines were left out")
    case .bylines:
      Bilingual("来源、时间等 {count} 行已读取，不入正文", "{count} lines with source or time were read")
    case .blankLines:
      Bilingual("合并连续空行 {count} 处", "{count} runs of empty lines were made one")
    case .indents:
      Bilingual("删去行首行尾空白 {count} 处", "white space at {count} ends of lines was removed")
    case .letterWidths:
      Bilingual("全角数字字母改为半角 {count} 处", "{count} full-width letters and digits were narrowed")
    case .punctuationWidths:
      Bilingual("半角标点改为全角 {count} 处", "{count} half-width marks were widened")
    case .brackets:
      Bilingual("半角括号改为全角 {count} 个", "{count} half-width brackets were widened")
    case .quotationMarks:
      Bilingual("直引号改为弯引号 {count} 个", "{count} straight quotation marks were paired")
    case .spaces:
      Bilingual("删去汉字间空格 {count} 处", "{count} spaces inside Chinese text were removed")
    case .hardWraps:
      Bilingual("接合断行 {count} 处", "{count} broken lines were joined")
    }
  }
}
