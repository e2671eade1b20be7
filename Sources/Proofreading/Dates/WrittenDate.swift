import WritingSystems

/// A date in words, 2025年10月1日 or 十月一日, as far as it goes.
struct WrittenDate {
  let range: Range<Int>
  let year: Int?
  let month: Int
  let day: Int?
  /// The second day of 2月28日至30日.
  let lastDay: Int?
  /// Whether its numbers are in characters.
  let isHan: Bool
  /// 农历: the moon's months have other lengths.
  let isLunar: Bool

  /// The date around a 月; nil where no number stands before it.
  init?(monthAt index: Int, _ passage: Passage) {
    guard let month = Self.number(endingAt: index, passage), month.value < 100 else { return nil }
    let beforeYear = passage.at(month.start - 1) == "年"
    let year = beforeYear ? Self.year(endingAt: month.start - 1, passage) : nil
    self.month = month.value
    self.year = year?.value
    let start = year?.start ?? month.start
    isHan = !passage.at(index - 1).isDigit
    isLunar = Self.isLunar(passage, before: start)
    let days = Self.days(from: index + 1, passage)
    day = days.day
    lastDay = days.last
    range = start..<(days.end ?? (index + 1))
  }

  private static func isLunar(_ passage: Passage, before start: Int) -> Bool {
    (max(0, start - 8)..<start).contains {
      passage.has("农历", at: $0) || passage.has("阴历", at: $0) || passage.has("藏历", at: $0)
        || passage.has("夏历", at: $0) || passage.has("傣历", at: $0) || passage.has("回历", at: $0)
    }
  }

  private static func days(
    from start: Int,
    _ passage: Passage
  ) -> (day: Int?, last: Int?, end: Int?) {
    guard let day = number(at: start, passage) else { return (nil, nil, nil) }
    var end = day.end
    let isDay = isDayWord(passage.at(end))
    if isDay { end += 1 }
    let connector = passage.at(end)
    if connector.isConnector || connector == "至",
      let last = number(at: end + (passage.at(end + 1) == connector ? 2 : 1), passage),
      isDayWord(passage.at(last.end))
    {
      return (day.value, last.value, last.end + 1)
    }
    return isDay ? (day.value, nil, end) : (nil, nil, nil)
  }

  private static func isDayWord(_ scalar: Unicode.Scalar) -> Bool { scalar == "日" || scalar == "号" }

  // MARK: - Numbers of a date

  private static func year(endingAt end: Int, _ passage: Passage) -> (value: Int, start: Int)? {
    let start = end - 4
    guard start >= 0, !passage.at(start - 1).isDigit else { return nil }
    var value = 0
    for scalar in passage.plain[start..<end] {
      guard let digit = scalar.isDigit ? Int(scalar.value) - 0x30 : Numerals.digit(scalar) else {
        return nil
      }
      value = value * 10 + digit
    }
    return (1900...2099).contains(value) ? (value, start) : nil
  }

  private static func number(endingAt end: Int, _ passage: Passage) -> (value: Int, start: Int)? {
    var start = end
    if passage.at(end - 1).isDigit {
      while passage.at(start - 1).isDigit, end - start < 3 { start -= 1 }
      guard end - start <= 2, !joinsNumber(passage.at(start - 1)) else { return nil }
    } else {
      while isHanDay(passage.at(start - 1)), end - start < 4 { start -= 1 }
      guard start < end, end - start <= 3 else { return nil }
    }
    return value(start..<end, passage).map { ($0, start) }
  }

  /// Marks before a number that make it the end of another: 1.5月, 3/5月.
  private static func joinsNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "/" || scalar == "," || scalar.isDigit || scalar.isLetter
  }

  private static func number(at start: Int, _ passage: Passage) -> (value: Int, end: Int)? {
    var end = start
    if passage.at(start).isDigit {
      while passage.at(end).isDigit, end - start < 3 { end += 1 }
      guard end - start <= 2 else { return nil }
    } else {
      while isHanDay(passage.at(end)), end - start < 4 { end += 1 }
      guard end > start, end - start <= 3 else { return nil }
    }
    return value(start..<end, passage).map { ($0, end) }
  }

  private static func isHanDay(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "十" || scalar.hanDigit != nil || scalar == "〇"
  }

  private static func value(_ range: Range<Int>, _ passage: Passage) -> Int? {
    let text = String(scalars: passage.plain[range])
    if passage.at(range.lowerBound).isDigit { return Int(text) }
    // 三四月 is an estimate and no number.
    guard range.count == 1 || text.contains("十") else { return nil }
    return Numerals.read(text)?.whole
  }
}
