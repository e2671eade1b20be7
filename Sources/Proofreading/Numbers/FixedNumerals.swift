import Diagnostics
import WritingSystems

/// Digits where a word or a day of the moon's calendar is written in characters
/// (GB/T 15835-2011, 4.2.1, 4.2.3), and parts of a whole written half in digits (5.3).
enum FixedNumerals {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for number in passage.numbers where number.isWhole && number.wholeCount <= 3 {
      guard !number.isCode, let value = number.value.map({ Int($0) }) else { continue }
      fraction(number.range, passage, &log)
      if number.wholeCount <= 2 {
        word(number.range, value, passage, &log)
        lunar(number.range, value, passage, &log)
      }
    }
  }

  // MARK: - 百分之30, 三分之2

  private static func fraction(
    _ range: Range<Int>,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    let end = range.upperBound
    if passage.has("分之", before: range.lowerBound) {
      var start = range.lowerBound - 2
      while range.lowerBound - start < 6, passage.at(start - 1).isHanNumeral { start -= 1 }
      guard start < range.lowerBound - 2 else { return }
      let isHundredth = passage.at(start) == "百" && start == range.lowerBound - 3
      let better = isHundredth ? passage.string(range) + "%" : ""
      log.add(.mixedNumeral, start..<end, of: passage, better: better)
    } else if passage.has("分之", at: end), passage.at(end + 2).hanDigit != nil {
      log.add(.mixedNumeral, range.lowerBound..<(end + 3), of: passage)
    }
  }

  // MARK: - Words

  private static func word(
    _ range: Range<Int>,
    _ value: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    let (start, end) = (range.lowerBound, range.upperBound)
    func add(_ whole: Range<Int>, _ number: String) {
      let before = passage.string(whole.lowerBound..<start)
      let after = passage.string(end..<whole.upperBound)
      log.add(.fixedNumeral, whole, of: passage, better: before + number + after)
    }
    if isWeekday(range, value, passage) {
      add((start - 2)..<end, Numerals.hanzi(value))
    } else if (10...16).contains(value), passage.at(end) == "五", isPlan(end + 1, passage) {
      add(start..<(end + 1), Numerals.hanzi(value))
    } else if passage.has("中全会", at: end), value < 10 {
      add(start..<(end + 3), Numerals.hanzi(value))
    } else if passage.has("党的", before: start), passage.at(end) == "大", value > 10 {
      add(start..<(end + 1), Numerals.hanzi(value))
    } else if let length = words[value]?.match(passage, at: end) {
      guard passage.at(start - 1) != "第" else { return }
      let isClosed = passage.at(end + length - 1) == "”"
      add(start..<(end + length - (isClosed ? 1 : 0)), Numerals.hanzi(value))
    }
  }

  /// What follows the digit in words that have settled with a character; each is long enough not to
  /// be a count.
  private static let words: [Int: WordSet] = [
    1: WordSet("带一路 把手 站式 刀切 窝蜂"),
    3: WordSet("农” 农问题 农工作 下乡 资企业 严三实"),
    4: WordSet("个意识 个自信 史馆 风”"),
    5: WordSet("一劳动节 四青年节 位一体"),
    8: WordSet("项规定精神 一建军节"),
  ]

  private static let afterWeekday = ScalarSet("上中下晚早凌夜至到前起和、，。；）”")
  private static let beforeCount = ScalarSet("每一两几二三四五六个")

  /// 星期5上午, but 每星期5天.
  private static func isWeekday(_ range: Range<Int>, _ value: Int, _ passage: Passage) -> Bool {
    let start = range.lowerBound
    guard passage.has("星期", before: start) || passage.has("礼拜", before: start),
      (1...6).contains(value), range.count == 1, !beforeCount.contains(passage.at(start - 3))
    else { return false }
    let next = passage.at(range.upperBound)
    return next == Passage.nothing || next.isConnector || afterWeekday.contains(next)
  }

  private static let afterPlan = WordSet("” ’ 」 规划 时期 期间 计划 以来 末 收官 开局")

  private static func isPlan(_ index: Int, _ passage: Passage) -> Bool {
    afterPlan.match(passage, at: index) != nil
  }

  // MARK: - The moon's calendar

  private static let calendars = WordSet("农历 阴历 夏历 旧历")
  private static let months = WordSet("正月 腊月 冬月")
  private static let measures = ScalarSet("天个月年里多余份")

  /// 农历8月15日 and 腊月23.
  private static func lunar(
    _ range: Range<Int>,
    _ value: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    let (start, end) = (range.lowerBound, range.upperBound)
    if let length = calendars.match(passage, before: start), passage.at(end) == "月",
      (1...12).contains(value)
    {
      var last = end + 1
      while passage.at(last).isDigit, last - end < 4 { last += 1 }
      if last > end + 1, passage.at(last) == "日" { last += 1 }
      log.add(.lunarDate, (start - length)..<last, of: passage)
    } else if let length = months.match(passage, before: start), (1...30).contains(value),
      !measures.contains(passage.at(end))
    {
      log.add(.lunarDate, (start - length)..<end, of: passage)
    }
  }
}

/// A date in two kinds of numeral: 二〇二五年10月1日 (GB/T 15835-2011, 4.3).
enum MixedDates {
  /// What shows that the month behind a year is no day of the moon's calendar and no name.
  private static let afterMonth = ScalarSet("份底初中上下末以间起至，。、；（）")

  static func check(_ date: WrittenDate, _ month: Int, _ passage: Passage, _ log: inout ProofLog) {
    guard !date.isLunar, passage.kind.isProse else { return }
    let hasDay = date.day != nil
    let dayIsHan = hasDay && !passage.at(month + 1).isDigit
    let yearIsHan = date.year != nil && !passage.at(date.range.lowerBound).isDigit
    // 10月一日三餐 speaks of each day.
    let isEachDay = dayIsHan && !date.isHan && date.day == 1
    var isMixed = hasDay && dayIsHan != date.isHan && !isEachDay
    if date.year != nil, yearIsHan != date.isHan {
      isMixed = isMixed || hasDay || yearIsHan || afterMonth.contains(passage.at(month + 1))
    }
    if isMixed { log.add(.mixedDate, date.range, of: passage) }
  }
}
