import WritingSystems

/// Reads dates as Chinese reports write them.
///
/// `2022-10-14 22:52`, `2022/10/14`, `2022.10.14`, `2022年10月14日22时52分`, `二〇二二年十月十四日`,
/// `民国一一四年三月十日`, each as far as it goes; digits may be full-width. Dates of the lunar calendar
/// (农历三月初十) are left alone: they are another day.
struct DateReading {
  let date: PartialDate
  /// Where it stands among the scalars read.
  let range: Range<Int>

  /// The date that begins at an index.
  init?(_ scalars: [Unicode.Scalar], at start: Int) {
    // A digit before it means that the year is the tail of another number.
    if start > 0, scalars[start - 1].decimalDigit != nil { return nil }
    var cursor = Cursor(scalars: scalars, index: start)
    guard let date = cursor.date() else { return nil }
    self.date = date
    self.range = start..<cursor.index
  }

  /// 3月10日 or 三月十日 without a year: month, day and the scalar after them.
  static func dayWithoutYear(
    _ scalars: [Unicode.Scalar],
    at start: Int
  ) -> (month: Int, day: Int, end: Int)? {
    var cursor = Cursor(scalars: scalars, index: start)
    guard let (month, day) = cursor.dayAlone() else { return nil }
    return (month, day, cursor.index)
  }

  /// The first date of a text.
  static func first(in scalars: [Unicode.Scalar], from start: Int = 0) -> DateReading? {
    guard start < scalars.count else { return nil }
    for index in start..<scalars.count where Cursor.mayBeginYear(scalars[index]) {
      if let found = DateReading(scalars, at: index), !isLunar(scalars, at: index) { return found }
    }
    return nil
  }
}

extension DateReading {
  /// Whether the date at an index is of the lunar calendar: 农历2025年三月初十.
  private static func isLunar(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index >= 2 else { return false }
    let before = scalars[(index - 2)..<index].map { MatchingKey.simplified($0) }
    return before == Array("农历".unicodeScalars) || before == Array("阴历".unicodeScalars)
  }
}

private struct Cursor {
  let scalars: [Unicode.Scalar]
  var index: Int

  static func mayBeginYear(_ scalar: Unicode.Scalar) -> Bool {
    scalar.decimalDigit != nil || scalar == "一" || scalar == "二" || scalar == "民" || scalar == "中"
  }

  mutating func dayAlone() -> (Int, Int)? {
    guard let month = monthOrDay(), take("月"), let day = monthOrDay(), take("日") || take("号"),
      PartialDate(year: 2000, month: month, day: day) != nil
    else { return nil }
    return (month, day)
  }

  mutating func date() -> PartialDate? {
    guard let year = year() else { return nil }
    let start = index
    for separator: Unicode.Scalar in ["-", "/", "."] {
      index = start
      if let date = separated(year: year, by: separator) { return date }
    }
    index = start
    return inWords(year: year)
  }

  /// 2022-10-14 and a time, or 2022-10.
  private mutating func separated(year: Int, by separator: Unicode.Scalar) -> PartialDate? {
    guard take(separator), let month = number(digits: 1...2) else { return nil }
    let afterMonth = index
    guard PartialDate(year: year, month: month) != nil else { return nil }
    guard take(separator), let day = number(digits: 1...2) else {
      index = afterMonth
      return separator == "-" ? PartialDate(year: year, month: month) : nil
    }
    return withTime(year, month, day)
  }

  /// 2022年10月14日 and a time, 2022年10月, 2022年.
  private mutating func inWords(year: Int) -> PartialDate? {
    guard take("年") else { return nil }
    let afterYear = index
    skipSpaces()
    // 2025年农历三月初十 says a year and a day that is not the tenth of March.
    guard !isLunar() else {
      index = afterYear
      return PartialDate(year: year)
    }
    guard let month = monthOrDay(), take("月"), PartialDate(year: year, month: month) != nil else {
      index = afterYear
      return PartialDate(year: year)
    }
    let afterMonth = index
    skipSpaces()
    guard let day = monthOrDay(), take("日") || take("号"),
      PartialDate(year: year, month: month, day: day) != nil
    else {
      index = afterMonth
      return PartialDate(year: year, month: month)
    }
    return withTime(year, month, day)
  }

  private mutating func withTime(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
    let afterDay = index
    skipSpaces()
    if index == afterDay { _ = take("T") }
    let half = halfOfDay()
    if let clock = number(digits: 1...2),
      case let hour = half > 0 && clock < 12 ? clock + 12 : clock,
      take(":") || take("：") || take("时") || take("時") || take("点") || take("點"),
      let minute = number(digits: 2...2),
      let date = PartialDate(year: year, month: month, day: day, hour: hour, minute: minute)
    {
      if !take("分") { skipSeconds() }
      return date
    }
    index = afterDay
    return PartialDate(year: year, month: month, day: day)
  }

  /// Seconds are more precise than a report needs: 22:52:08 is 22:52.
  private mutating func skipSeconds() {
    let before = index
    if !(take(":") || take("：")) || number(digits: 2...2) == nil { index = before }
  }

  /// 上午 and its like before an hour; 12 for the second half of the day.
  private mutating func halfOfDay() -> Int {
    let halves: [(String, Int)] = [("上午", 0), ("早上", 0), ("下午", 12), ("晚上", 12)]
    for (word, hours) in halves where scalars[index...].starts(with: word.unicodeScalars) {
      index += 2
      return hours
    }
    return 0
  }

  private func isLunar() -> Bool {
    ["农历", "農曆", "阴历", "陰曆", "正月", "腊月", "臘月", "冬月"].contains {
      scalars[index...].starts(with: $0.unicodeScalars)
    }
  }

  /// 民国一一四年, 中華民國114年, 民国三十六年: the first year is 1912.
  private mutating func republicanYear() -> Int? {
    let eras = ["中华民国", "中華民國", "民国", "民國"]
    guard let era = eras.first(where: { scalars[index...].starts(with: $0.unicodeScalars) }) else {
      return nil
    }
    index += era.unicodeScalars.count
    skipSpaces()
    let start = index
    if let year = number(digits: 1...3), (1...199).contains(year) { return 1911 + year }
    index = start
    let digits = scalars[index...].prefix { $0.isHan && $0.chineseDigit != nil }
    if digits.count == 3 {
      index += 3
      return 1911 + digits.compactMap(\.chineseDigit).reduce(0) { $0 * 10 + $1 }
    }
    return monthOrDay().map { 1911 + $0 }
  }

  private mutating func year() -> Int? {
    let start = index
    if let year = republicanYear() { return year }
    index = start
    if let year = number(digits: 4...4), (1900...2199).contains(year) { return year }
    index = start
    let digits = scalars[index...].prefix(4).compactMap(\.chineseDigit)
    guard digits.count == 4, digits[0] > 0 else { return nil }
    index += 4
    let year = digits.reduce(0) { $0 * 10 + $1 }
    return (1900...2199).contains(year) ? year : nil
  }

  private mutating func monthOrDay() -> Int? {
    let start = index
    if let value = number(digits: 1...2) { return value }
    index = start
    var value = 0
    while index < scalars.count {
      if scalars[index] == "十" {
        value = max(1, value) * 10
      } else if value == 0, let tens = Numerals.tens(scalars[index]) {
        value = tens
      } else if let digit = scalars[index].chineseDigit, scalars[index].isHan {
        value += digit
      } else {
        break
      }
      index += 1
      if index - start > 3 { return nil }
    }
    return value > 0 ? value : nil
  }

  private mutating func number(digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while index < scalars.count, let digit = scalars[index].decimalDigit {
      value = value * 10 + digit
      count += 1
      index += 1
      if count > digits.upperBound { return nil }
    }
    return digits.contains(count) ? value : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index < scalars.count, scalars[index] == scalar else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() {
    while index < scalars.count, scalars[index].isSpace { index += 1 }
  }
}
