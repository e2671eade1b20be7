import Diagnostics
import Foundation
import ReportAccounting
import Reports
import TestSupport
import Testing

/// Files by the hundred, spoilt at random in the same way each time; `KANYIN_MUTATIONS` multiplies
/// them for a longer look.
private let factor =
  ProcessInfo.processInfo.environment["KANYIN_MUTATIONS"].flatMap { Int($0) } ?? 1

private func options(_ lot: inout Lot) -> ReportOptions {
  var options = ReportOptions(script: lot.one(of: ReportOptions.TargetScript.allCases))
  if lot.below(8) == 0 { options.disabledRules = [lot.one(of: CleaningRule.allCases)] }
  return options
}

/// Reads mutations of a source and says what of the first that fails is not accounted for; gives how
/// many of them were read as reports.
private func account(
  _ name: String,
  count: Int,
  seed: UInt64,
  _ mutated: (inout Lot) -> [UInt8]
) throws -> Int {
  var read = 0
  for round in 0..<(count * factor) {
    var lot = Lot(seed &* 1_000_003 &+ UInt64(round))
    let bytes = mutated(&lot)
    let options = options(&lot)
    let reading = try Reading(bytes, options, named: name)
    guard let accounting = Accounting(reading, keepsCharacters: options.script == .keep) else {
      #expect(reading.findings.hasErrors, "\(name), mutation \(round): no report and no error")
      continue
    }
    read += 1
    if let fault = accounting.fault() {
      Issue.record("\(name), mutation \(round): \(fault)\n\(shown(bytes, reading))")
      break
    }
  }
  return read
}

private func shown(_ bytes: [UInt8], _ reading: Reading) -> String {
  let file = reading.files.files.first { ["word/document.xml", "content.xml"].contains($0.part) }
  return String(decoding: (file ?? reading.file).text, as: UTF8.self).replacing("\0", with: "␀")
}

@Suite(.timeLimit(.minutes(10))) struct AccountingTests {
  private static let scraps = [
    "　　", "\t", "\r\n", "\n\n\n", "\u{FEFF}", "\u{200B}", "\0", "(hàn)", "(ㄒㄧㄢˋ)", "１２", "，", "\"",
    "“",
    "| 甲 | 乙 |", "首页 > 要闻", "来源：某报", "第3页", "2022年10月14日", "一、", "（一）", "附件：", "表1", "图2",
    "責任編輯：某某", "相关链接", "\u{F900}", "\u{E000}", "…", "--", "某ICP备00000000号", "a_b*c", "甲乙丙丁",
  ]

  @Test(arguments: 0..<3) func plainTextIsAccountedFor(_ seed: Int) throws {
    let read = try account("示例.txt", count: 40, seed: UInt64(seed)) { lot in
      let text = SourceMutation.characters(
        AccountingSamples.text,
        with: Self.scraps,
        &lot
      )
      return seed == 0 ? SourceMutation.bytes(Array(text.utf8), &lot) : Array(text.utf8)
    }
    #expect(read > 30)
  }

  @Test func otherEncodingsAreAccountedFor() throws {
    let read = try account("示例.txt", count: 40, seed: 7) { lot in
      let text = SourceMutation.characters(
        AccountingSamples.text,
        with: Self.scraps,
        &lot
      )
      let encoded = lot.one(of: EncodedText.all)(text)
      return lot.below(3) == 0 ? SourceMutation.bytes(encoded, &lot) : encoded
    }
    #expect(read > 30)
  }

  private static let pageScraps =
    scraps + [
      "<p>", "</p>", "<br>", "<div>", "</div>", "<td>", "<table>", "</table>", "<li>", "<!-- 注 -->",
      "<a href=x>链接</a>", "<script>x</script>", "<ruby>", "<rt>", "<pre>", "<h2>", "&amp;",
      "&#x4E00;",
      "<title>又名</title>", "<select><option>选项</select>", "<span hidden>", "<img src=甲.png>", "<",
      ">",
      "<svg><text>图中字</text></svg>", "<template>", "<caption>", "<button>按钮</button>", "<textarea>",
      "<b",
    ]

  @Test(arguments: 0..<3) func pagesAreAccountedFor(_ seed: Int) throws {
    let read = try account("示例.html", count: 40, seed: UInt64(seed)) { lot in
      let text = SourceMutation.characters(AccountingSamples.page, with: Self.pageScraps, &lot)
      return seed == 0 ? SourceMutation.bytes(Array(text.utf8), &lot) : Array(text.utf8)
    }
    #expect(read > 30)
  }

  private static let markdownScraps =
    scraps + [
      "**", "_", "`", "```\n", "\n\n", "- ", "1. ", "> ", "#", "##", "| ", "|-|\n", "[", "](u)",
      "![", "\\",
      "[^a]", "\n[^b]: 新注\n", "<b>", "<!--", "-->", "&nbsp;", "&#20013;", "    ", "~~", "***\n",
      "\n===\n",
      "\n[某处]: 又一处\n", "<http://甲.example>", "\n\n\t", "  \n",
    ]

  @Test(arguments: 0..<3) func markdownIsAccountedFor(_ seed: Int) throws {
    let read = try account("示例.md", count: 40, seed: UInt64(seed)) { lot in
      let text = SourceMutation.characters(
        AccountingSamples.markdown,
        with: Self.markdownScraps,
        &lot
      )
      return seed == 0 ? SourceMutation.bytes(Array(text.utf8), &lot) : Array(text.utf8)
    }
    #expect(read > 30)
  }

  private static let wordWrappers = [
    ("<w:ins>", "</w:ins>"), ("<w:del>", "</w:del>"),
    ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:p>", "</w:p>"), ("<w:r>", "</w:r>"), ("<w:t>", "</w:t>"),
    ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ("<mc:AlternateContent><mc:Fallback>", "</mc:Fallback></mc:AlternateContent>"),
    ("<w:pPr>", "</w:pPr>"),
    ("<w:hyperlink>", "</w:hyperlink>"), ("<w:fldSimple>", "</w:fldSimple>"),
    ("<w:pict>", "</w:pict>"),
    ("<w:txbxContent>", "</w:txbxContent>"), ("<w:moveFrom>", "</w:moveFrom>"),
    ("<w:other>", "</w:other>"),
    ("<w:tr>", "</w:tr>"), ("<w:tc>", "</w:tc>"), ("<w:rt>", "</w:rt>"), ("<w:rPr>", "</w:rPr>"),
  ]

  private static let wordScraps = [
    "甲", "<w:p><w:r><w:t>新段。</w:t></w:r></w:p>", "<w:r><w:t>新词</w:t></w:r>", "<w:t>字</w:t>",
    "<w:br/>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>", "<w:instrText>指令</w:instrText>",
    "<w:delText>删</w:delText>", "<!-- 注 -->", "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:sym w:char=\"F0FE\"/>",
    "<w:footnoteReference w:id=\"1\"/>", "<w:tbl/>", "<![CDATA[原文]]>", "&#20013;",
    "<w:trPr><w:del/></w:trPr>",
  ]

  @Test(arguments: 0..<2) func documentsOfWordAreAccountedFor(_ seed: Int) throws {
    let read = try account("示例.docx", count: 50, seed: UInt64(seed)) { lot in
      let main =
        seed == 0
        ? SourceMutation.elements(
          AccountingSamples.wordMain,
          wrappers: Self.wordWrappers,
          scraps: Self.wordScraps,
          &lot
        ) : SourceMutation.texts(AccountingSamples.wordMain, with: Self.scraps, &lot)
      return AccountingSamples.word(main)
    }
    #expect(read > 25)
  }

  private static let openWrappers = [
    ("<text:p>", "</text:p>"), ("<text:h>", "</text:h>"), ("<text:span>", "</text:span>"),
    ("<text:list>", "</text:list>"), ("<text:list-item>", "</text:list-item>"),
    ("<text:section>", "</text:section>"),
    ("<text:note><text:note-body>", "</text:note-body></text:note>"),
    ("<table:table-cell>", "</table:table-cell>"),
    ("<table:table><table:table-row>", "</table:table-row></table:table>"),
    ("<draw:frame>", "</draw:frame>"),
    ("<draw:text-box>", "</draw:text-box>"), ("<office:annotation>", "</office:annotation>"),
    ("<text:tracked-changes>", "</text:tracked-changes>"), ("<text:other>", "</text:other>"),
    ("<text:ruby-text>", "</text:ruby-text>"),
    ("<table:covered-table-cell>", "</table:covered-table-cell>"),
  ]

  private static let openScraps = [
    "甲", "<text:p>新段。</text:p>", "<text:span>新词</text:span>", "<text:line-break/>", "<!-- 注 -->",
    "<text:s/>",
    "<text:note><text:note-body><text:p>又注。</text:p></text:note-body></text:note>",
    "<![CDATA[原文]]>", "&#20013;",
    "<table:table-cell><text:p>格</text:p></table:table-cell>",
    "<draw:custom-shape><text:p>形</text:p></draw:custom-shape>",
  ]

  @Test(arguments: 0..<2) func openDocumentsAreAccountedFor(_ seed: Int) throws {
    let read = try account("示例.odt", count: 50, seed: UInt64(seed)) { lot in
      let main =
        seed == 0
        ? SourceMutation.elements(
          AccountingSamples.openMain,
          wrappers: Self.openWrappers,
          scraps: Self.openScraps,
          &lot
        ) : SourceMutation.texts(AccountingSamples.openMain, with: Self.scraps, &lot)
      return AccountingSamples.openDocument(main)
    }
    #expect(read > 25)
  }

  @Test func theAccountNoticesWhatIsMissing() throws {
    var reading = try Reading(Array(AccountingSamples.text.utf8))
    var report = try #require(reading.report)
    report.dropped.removeLast()
    reading.report = report
    #expect(Accounting(reading)?.fault() != nil)
  }
}
