import Diagnostics
import WritingSystems

/// Years of two digits and dates with dots (GB/T 15835-2011, 5.1.4), and names made of a month and
/// a day (5.1.6, 5.2.3).
enum Years {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for (index, number) in passage.numbers.enumerated() {
      short(number, index, passage, &log)
      if passage.kind.isProse { dotted(number, passage, &log) }
    }
    for index in passage.plain.indices {
      if isOpener(passage.plain[index]) {
        anniversary(at: index + 1, passage, &log)
      } else if passage.plain[index] == "·" {
        bareAnniversary(at: index, passage, &log)
      }
    }
  }

  /// What before a number says that years are counted.
  private static let durations = ScalarSet("近约过余达第满役期龄历经来间共计长超")

  /// 25年10月 and 08年.
  private static func short(
    _ number: DigitNumber,
    _ index: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    let range = number.range
    guard range.count == 2, !number.isCode, passage.at(range.upperBound) == "年",
      !durations.contains(passage.at(range.lowerBound - 1)),
      !passage.at(range.lowerBound - 1).isConnector,
      passage.at(range.lowerBound - 1) != "至" || passage.has("截至", before: range.lowerBound)
    else { return }
    let next = index + 1 < passage.numbers.count ? passage.numbers[index + 1] : nil
    let month = next.flatMap { next -> DigitNumber? in
      let isMonth = next.range.lowerBound == range.upperBound + 1 && next.range.count <= 2
      return isMonth && passage.at(next.range.upperBound) == "月" ? next : nil
    }
    let hasDay = month.map { passage.at($0.range.upperBound + 1).isDigit } ?? false
    let isOurs = passage.at(range.lowerBound) == "0" || (number.value ?? 0) >= 90 || hasDay
    if let month, (1...12).contains(month.value ?? 0), isOurs || beginsClause(range, passage) {
      log.add(.shortYear, range.lowerBound..<(month.range.upperBound + 1), of: passage)
    } else if passage.at(range.lowerBound) == "0" || isLastCentury(number, passage) {
      log.add(.shortYear, range.lowerBound..<(range.upperBound + 1), of: passage)
    }
  }

  private static let afterYear = WordSet("的那 初 底 末 春 夏 秋 冬")

  /// 98年的那场洪水, but 70年的历程.
  private static func isLastCentury(_ number: DigitNumber, _ passage: Passage) -> Bool {
    (number.value ?? 0) >= 50 && beginsClause(number.range, passage)
      && afterYear.match(passage, at: number.range.upperBound + 1) != nil
  }

  private static func beginsClause(_ range: Range<Int>, _ passage: Passage) -> Bool {
    let before = passage.at(range.lowerBound - 1)
    return before == Passage.nothing || before.isPauseMark || before == "（" || before == "自"
      || before == "至" || before == "于"
  }

  /// 2025.3.1 and 2025/3/1 in running text.
  private static func dotted(
    _ number: DigitNumber,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    let start = number.range.lowerBound
    guard let year = leadingYear(passage, at: start), !passage.at(start - 1).isLetter,
      !passage.at(start - 1).isDigit
    else { return }
    let mark = passage.at(start + 4)
    guard mark == "." || mark == "/", let month = shortNumber(passage, at: start + 5),
      passage.at(month.end) == mark, let day = shortNumber(passage, at: month.end + 1),
      (1...12).contains(month.value), (1...31).contains(day.value)
    else { return }
    let after = passage.at(day.end)
    guard !after.isDigit, !after.isLetter, after != mark, after != "." else { return }
    let better = "\(year)年\(month.value)月\(day.value)日"
    log.add(.dottedDate, start..<day.end, of: passage, better: better)
  }

  private static func leadingYear(_ passage: Passage, at start: Int) -> Int? {
    var value = 0
    for index in start..<(start + 4) {
      guard passage.at(index).isDigit else { return nil }
      value = value * 10 + Int(passage.at(index).value) - 0x30
    }
    return (1949...2099).contains(value) ? value : nil
  }

  private static func shortNumber(_ passage: Passage, at start: Int) -> (value: Int, end: Int)? {
    var value = 0
    var end = start
    while passage.at(end).isDigit, end - start < 3 {
      value = value * 10 + Int(passage.at(end).value) - 0x30
      end += 1
    }
    return (1...2).contains(end - start) ? (value, end) : nil
  }

  // MARK: - Names

  private static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "“" || scalar == "「" || scalar == "‘"
  }

  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "”" || scalar == "」" || scalar == "’"
  }

  /// Days that are known by their numbers: with a point they are the day and no version.
  private static let days: [String: String] = [
    "3.15": "3·15", "9.18": "9·18", "5.12": "5·12", "9.11": "9·11", "6.26": "6·26",
    "4.15": "4·15", "7.20": "7·20", "12.13": "12·13", "11.9": "11·9", "12.4": "12·4",
    "5.4": "5·4", "8.1": "8·1", "6.18": "6·18", "一二九": "一二·九", "一二.九": "一二·九",
    "一二八": "一·二八", "一.二八": "一·二八", "五·四": "五四", "五·一": "五一", "五.一": "五一",
    "五.四": "五四", "七·一": "七一", "八·一": "八一", "七.一": "七一", "八.一": "八一",
    "十·一": "十一", "六·一": "六一",
  ]

  /// Days that are known by a month of one character and their day: only 一月, 十一月 and 十二月 take a
  /// dot (5.2.3).
  private static let bareDays: Set<String> = [
    "二七", "二二八", "三八", "三一五", "三一八", "四五", "四一二", "五一", "五三〇", "五四", "五一二", "六一", "六二六",
    "七一", "七七", "八一", "八一五", "九一八", "九三", "十一",
  ]

  /// 五·四运动 and 九·一八, without quotation marks; 二·五倍 is a number.
  private static func bareAnniversary(
    at dot: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    guard passage.at(dot - 1).isHanNumeral, !passage.at(dot - 2).isHanNumeral,
      !isOpener(passage.at(dot - 2))
    else { return }
    var end = dot + 1
    while passage.at(end).isHanNumeral, end - dot < 5 { end += 1 }
    let name = String(
      scalars: passage.plain[(dot - 1)..<dot] + passage.plain[(dot + 1)..<max(end, dot + 1)]
    )
    guard bareDays.contains(name), isName(after: end, passage) else { return }
    let better = passage.string((dot - 1)..<dot) + passage.string((dot + 1)..<end)
    log.add(.anniversaryDot, (dot - 1)..<end, of: passage, better: better)
  }

  private static let afterName = WordSet(
    "运动 事变 惨案 起义 以后 以来 以前 前后 之后 之前 精神 青年节 劳动节 妇女节 大罢工 大地震 地震 ， 。 纪念"
  )

  private static func isName(after end: Int, _ passage: Passage) -> Bool {
    afterName.match(passage, at: end) != nil
  }

  private static func anniversary(at start: Int, _ passage: Passage, _ log: inout ProofLog) {
    guard let end = ((start + 3)...(start + 5)).first(where: { isCloser(passage.at($0)) }),
      let better = days[String(scalars: passage.plain[start..<end])]
    else { return }
    log.add(.anniversaryDot, start..<end, of: passage, better: better)
  }
}
