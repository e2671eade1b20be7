import WritingSystems

/// Reads dates as Chinese reports write them.
///
/// `2022-10-14 22:52`, `2022/10/14`, `2022.10.14`, `2022年10月14日22时52分`, `二〇二二年十月十四日`,
/// each as far as it goes; digits may be full-width.
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

  /// The first date of a text.
  static func first(in scalars: [Unicode.Scalar], from start: Int = 0) -> DateReading? {
    guard start < scalars.count else { return nil }
    for index in start..<scalars.count where Cursor.mayBeginYear(scalars[index]) {
      if let found = DateReading(scalars, at: index) { return found }
    }
    return nil
  }
}

private struct Cursor {
  let scalars: [Unicode.Scalar]
  var index: Int

  static func mayBeginYear(_ scalar: Unicode.Scalar) -> Bool {
    scalar.decimalDigit != nil || scalar == "一" || scalar == "二"
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
    if let hour = number(digits: 1...2), take(":") || take("：") || take("时") || take("時"),
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

  private mutating func year() -> Int? {
    let start = index
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
