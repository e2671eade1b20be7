import Diagnostics

/// 《》 around what is no work, brackets of document numbers, marks behind headings
/// (GB/T 15834-2011, A.13.1, 4.9.3.4, B.4).
enum TitleMarks {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for index in passage.plain.indices {
      switch passage.plain[index] {
      case "》": title(endingAt: index, passage, &log)
      case "号": documentNumber(endingAt: index, passage, &log)
      default: break
      }
    }
    if passage.kind == .heading || passage.kind == .title { heading(passage, &log) }
  }

  private static let papers = WordSet(
    "营业执照 许可证 资格证 资格证书 合格证 身份证 居住证 权证书 毕业证书 驾驶证 行驶证 登记证书 健康证 日报社 杂志社"
  )
  private static let events = WordSet("课程 主题活动 论坛 大赛 博览会 交易会")
  private static let afterEvent = ScalarSet("，。；、的在上中")

  private static func title(endingAt end: Int, _ passage: Passage, _ log: inout ProofLog) {
    let isPaper = papers.match(passage, before: end) != nil
    let event = events.match(passage, at: end + 1)
    let isEvent = event.map { afterEvent.contains(passage.at(end + 1 + $0)) } ?? false
    guard isPaper || isEvent,
      let start = (max(0, end - 40)..<end).last(where: { passage.plain[$0] == "《" })
    else { return }
    log.add(.titleMark, start..<(end + 1 + (isEvent ? event ?? 0 : 0)), of: passage)
  }

  /// 某政发[2025]12号 and 某政发（2025）12号.
  private static func documentNumber(
    endingAt end: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    var start = end
    while passage.at(start - 1).isDigit, end - start < 6 { start -= 1 }
    guard start < end else { return }
    let number = passage.string(start..<end)
    if passage.at(start - 1) == "第" { start -= 1 }
    let (open, close) = (passage.at(start - 6), passage.at(start - 1))
    guard brackets.contains(open), brackets.contains(close), open != "〔" || close != "〕",
      let year = passage.fixedNumber(at: start - 5, digits: 4), (1949...2099).contains(year),
      passage.at(start - 7).isHan
    else { return }
    let better = "〔\(year)〕" + (passage.at(start) == "第" ? "第" : "") + number + "号"
    log.add(.documentNumberBrackets, (start - 6)..<(end + 1), of: passage, better: better)
  }

  private static let brackets = ScalarSet("（）()［］[]【】〔〕")

  /// ？ ！ …… may end a heading, the other marks do not; a stop or colon only that of a title, since
  /// the text of a section may run on behind its heading.
  private static func heading(_ passage: Passage, _ log: inout ProofLog) {
    guard let last = passage.plain.last, last.isPauseMark, passage.count > 1,
      passage.kind == .title || (last != "。" && last != "：")
    else { return }
    log.add(.headingMark, (passage.count - 1)..<passage.count, of: passage)
  }
}
