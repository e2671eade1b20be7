import Diagnostics

/// 9月（本月） in a report of October: a month put beside its name in brackets.
enum Months {
  private static let names: [(word: String, offset: Int)] = [("本月", 0), ("上月", -1), ("下月", 1)]

  static func check(
    _ date: WrittenDate,
    _ passage: Passage,
    _ calendar: ReportCalendar,
    _ log: inout ProofLog
  ) {
    guard date.day == nil, !date.isLunar, calendar.isOwn(date.year),
      (1...12).contains(date.month), !isRange(date.range, passage),
      let (word, offset) = name(beside: date.range, passage)
    else { return }
    let months = calendar.months.map { ($0 - 1 + offset + 12) % 12 + 1 }
    guard let right = months.first, !months.contains(date.month) else { return }
    log.add(
      .wrongMonth,
      date.range,
      of: passage,
      ["word": .quote(word), "right": .number(right)]
    )
  }

  /// 1—9月, 8、9月 and 9月至10月 are more than a month.
  private static func isRange(_ date: Range<Int>, _ passage: Passage) -> Bool {
    let before = passage.at(date.lowerBound - 1)
    return before.isConnector || before == "至" || before == "、" || before == "到" || before == "和"
  }

  /// The name of 9月份（本月） or 本月（9月）, with nothing else in the brackets.
  private static func name(
    beside date: Range<Int>,
    _ passage: Passage
  ) -> (word: String, offset: Int)? {
    let end = date.upperBound + (passage.at(date.upperBound) == "份" ? 1 : 0)
    return names.first { word, _ in
      isOpener(passage.at(end)) && passage.has(word, at: end + 1) && isCloser(passage.at(end + 3))
        || isCloser(passage.at(end)) && isOpener(passage.at(date.lowerBound - 1))
          && passage.has(word, before: date.lowerBound - 1)
    }
  }

  private static func isOpener(_ scalar: Unicode.Scalar) -> Bool { scalar == "（" || scalar == "(" }

  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool { scalar == "）" || scalar == ")" }
}
