import Diagnostics
import WritingSystems

/// Days and times that do not exist, weekdays and months that do not fit their day.
enum Dates {
  static func check(_ passage: Passage, _ calendar: ReportCalendar, _ log: inout ProofLog) {
    for index in passage.plain.indices where passage.plain[index] == "月" {
      guard let date = WrittenDate(monthAt: index, passage) else { continue }
      existence(of: date, passage, &log)
      MixedDates.check(date, index, passage, &log)
      Weekdays.check(date, passage, calendar, &log)
      Months.check(date, passage, calendar, &log)
    }
    for number in passage.numbers {
      numeric(number, passage, &log)
      time(number, passage, &log)
    }
  }

  private static func existence(
    of date: WrittenDate,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    guard !date.isLunar else { return }
    guard (1...12).contains(date.month) else {
      if date.day != nil || date.year != nil { log.add(.noSuchDate, date.range, of: passage) }
      return
    }
    let days = PartialDate.days(inMonth: date.month, of: date.year ?? Self.leapYear)
    if let day = date.day, !(1...days).contains(day) {
      log.add(.noSuchDate, date.range, of: passage)
    } else if let last = date.lastDay, !(1...days).contains(last) {
      log.add(.noSuchDate, date.range, of: passage)
    }
  }

  /// A date without its year may be of a leap year.
  private static let leapYear = 2024

  // MARK: - 2025-02-30

  private static func numeric(
    _ number: DigitNumber,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    let start = number.range.lowerBound
    guard let year = passage.fixedNumber(at: start, digits: 4), (1900...2099).contains(year),
      !passage.at(start - 1).isLetter, !passage.at(start - 1).isConnector,
      passage.at(start - 1) != ".", passage.at(start - 1) != "/"
    else { return }
    let mark = passage.at(start + 4)
    guard mark == "-" || mark == "/" || mark == ".",
      let month = passage.fixedNumber(at: start + 5, digits: 2), passage.at(start + 7) == mark,
      let day = passage.fixedNumber(at: start + 8, digits: 2),
      (1...12).contains(month), (29...31).contains(day)
    else { return }
    let after = passage.at(start + 10)
    guard !after.isDigit, !after.isLetter, after != mark,
      day > PartialDate.days(inMonth: month, of: year)
    else { return }
    log.add(.noSuchDate, start..<(start + 10), of: passage)
  }

  // MARK: - 25:61

  private static let beforeTimes = WordSet("日 号 上午 下午 晚上 凌晨 中午 早上 时间 时间： 每天 每日 今晚 当晚 今天 昨天")

  private static func time(_ number: DigitNumber, _ passage: Passage, _ log: inout ProofLog) {
    let start = number.range.lowerBound
    let end = number.range.upperBound
    guard number.isWhole, number.wholeCount <= 2, let hour = number.value else { return }
    let mark = passage.at(end)
    guard let minute = passage.fixedNumber(at: end + 1, digits: 2),
      !passage.at(end + 3).isDigit, hour > 24 || minute > 59 || (hour == 24 && minute > 0)
    else { return }
    let isClock =
      switch mark {
      case ":", "：": isAfterTimeWord(passage, start) && !isChain(passage, after: end + 3)
      case "时": passage.at(end + 3) == "分" && !passage.at(start - 1).isHanNumeral
      default: false
      }
    guard isClock else { return }
    log.add(.noSuchTime, start..<(end + 3 + (mark == "时" ? 1 : 0)), of: passage)
  }

  private static func isAfterTimeWord(_ passage: Passage, _ start: Int) -> Bool {
    var end = start
    while passage.at(end - 1).isSpace { end -= 1 }
    return beforeTimes.match(passage, before: end) != nil
  }

  /// 12:34:56 has more parts than a time of the day without seconds.
  private static func isChain(_ passage: Passage, after end: Int) -> Bool {
    passage.at(end) == "." || passage.at(end) == "%"
  }
}

extension Passage {
  /// The value of exactly so many digits at an index.
  func fixedNumber(at start: Int, digits: Int) -> Int? {
    var value = 0
    for index in start..<(start + digits) {
      guard at(index).isDigit else { return nil }
      value = value * 10 + Int(at(index).value) - 0x30
    }
    return at(start + digits).isDigit ? nil : value
  }
}
