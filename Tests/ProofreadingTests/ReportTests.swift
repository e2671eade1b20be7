import Diagnostics
import Foundation
import Proofreading
import Reports
import Testing
import WritingSystems

@Suite("Language of whole reports")
struct ReportTests {
  @Test("a report that came out before its month is noted, one at the month's end is not")
  func comparesPublication() throws {
    let october = Period(year: 2025, month: 10)
    let early = HandmadeReport(
      "§§ 十月工作情况",
      period: october,
      published: PartialDate(year: 2025, month: 9, day: 30)
    )
    let names = Proofreader().check(early.report).list.map(\.code.name)
    #expect(names == ["language.published-before-period"])
    let timely = HandmadeReport(
      "§§ 十月工作情况",
      period: october,
      published: PartialDate(year: 2025, month: 10, day: 28)
    )
    #expect(Proofreader().check(timely.report).list.isEmpty)
  }

  @Test("findings carry their clause, and stand in the order of the text")
  func ordersFindings() {
    let made = HandmadeReport("印发，，安办[2025]12号。⏎的的3百5十名。")
    let findings = Proofreader().check(made.report).list
    #expect(findings.map { made.text(of: $0) } == ["，，", "[2025]12号", "的的", "3百5十"])
    #expect(findings.last?.notes.first?.words[.english] == "GB/T 15835-2011 (numerals), 5.3")
  }

  @Test("a check that is left out finds nothing")
  func leavesOut() throws {
    let made = HandmadeReport("会议指出，，要抓好落实。")
    let check = try #require(ProofCheck.named("doubled-mark"))
    #expect(Proofreader(ignoring: [check]).check(made.report).list.isEmpty)
  }

  @Test("of one check a hundred are listed, the rest is counted")
  func countsTheRest() {
    let made = HandmadeReport(String(repeating: "甲，，乙。", count: 130))
    let findings = Proofreader().check(made.report).list
    #expect(findings.count == 101)
    #expect(
      findings.last?.message(in: .english) == "30 more of [language.doubled-mark] are not listed"
    )
  }

  @Test("cells of tables are read for words and days, not for style")
  func readsCells() {
    var made = HandmadeReport("2月30日").report
    let cell = made.sections[0].paragraphs[0].text
    made.sections[0].paragraphs[0] = Report.Paragraph(kind: .table, text: cell, rows: [[cell]])
    #expect(Proofreader().check(made).list.map(\.code.name) == ["language.no-such-date"])
  }

  @Test("text in traditional characters is read by the same rules")
  func readsTraditional() {
    let made = HandmadeReport("會議於2025年2月30日召開，減少了兩倍，進行進行檢查，農業、及服務業。")
    #expect(
      Proofreader().check(made.report).list.map { made.text(of: $0) } == [
        "2025年2月30日", "減少了兩倍", "進行進行", "、及",
      ]
    )
  }

  @Test(
    "hostile text takes time in step with its length",
    arguments: [
      "（", "“", "”", "《", "）（", "“（", "百〇一", "1百", "一", "1", "1,", "1-", "、", "》、《", "的", "…", "约1",
      "三次产业1:2:3",
      "二〇", "月1日", "2月30日", "年", "倍", "占101%", "甲", "安装按装", "第一、", ":", "'", "“。", "［", "一月", "甲乙丙",
      "甲，",
    ]
  )
  func staysLinear(unit: String) {
    let short = String(repeating: unit, count: 1_000 / unit.unicodeScalars.count)
    let long = String(repeating: unit, count: 16_000 / unit.unicodeScalars.count)
    let proofreader = Proofreader()
    let small = HandmadeReport(short)
    let large = HandmadeReport(long)
    let first = processorTime(of: { _ = proofreader.check(small.report) })
    let second = processorTime(of: { _ = proofreader.check(large.report) })
    // Sixteen times the text: eighty times the time leaves room for cold caches, 256 is square.
    #expect(second < first * 80 + 0.05)
  }

  /// Seconds of this thread's own, which other work on the machine does not change.
  private func processorTime(of work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    work()
    return now() - start
  }
}
