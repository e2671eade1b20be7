import Diagnostics

/// 2025年10月1日（星期一）: whether that day was one.
enum Weekdays {
  private static let words = ["星期", "礼拜", "周"]

  static func check(
    _ date: WrittenDate,
    _ passage: Passage,
    _ calendar: ReportCalendar,
    _ log: inout ProofLog
  ) {
    guard let day = date.day, date.lastDay == nil, !date.isLunar,
      let weekday = weekday(after: date.range.upperBound, passage), (1...12).contains(date.month)
    else { return }
    let years = date.year.map { [$0] } ?? calendar.years(ofMonth: date.month)
    let possible = years.filter {
      (1...ReportCalendar.days(inMonth: date.month, of: $0)).contains(day)
    }
    guard let year = possible.first,
      !possible.contains(where: {
        ReportCalendar.weekday(year: $0, month: date.month, day: day) == weekday.value
      })
    else { return }
    let right = names[ReportCalendar.weekday(year: year, month: date.month, day: day)]
    log.add(
      .wrongWeekday,
      weekday.range,
      of: passage,
      ["day": .word("\(year)年\(date.month)月\(day)日"), "right": .words(right)]
    )
  }

  private static func weekday(
    after end: Int,
    _ passage: Passage
  ) -> (value: Int, range: Range<Int>)? {
    var start = end
    let next = passage.at(start)
    if next == "（" || next == "(" || next == "，" || next == " " { start += 1 }
    guard let word = words.first(where: { passage.has($0, at: start) }) else { return nil }
    let place = start + word.unicodeScalars.count
    guard let value = value(passage.at(place)), passage.at(place + 1) != "至",
      !(word == "周" && value == 1 && "直致定".unicodeScalars.contains(passage.at(place + 1)))
    else { return nil }
    return (value, start..<(place + 1))
  }

  private static func value(_ scalar: Unicode.Scalar) -> Int? {
    if scalar == "日" || scalar == "天" { return 0 }
    return scalar.hanDigit.flatMap { $0 <= 6 ? $0 : nil }
  }

  private static let names = [
    Bilingual("星期日", "a Sunday"), Bilingual("星期一", "a Monday"), Bilingual("星期二", "a Tuesday"),
    Bilingual("星期三", "a Wednesday"), Bilingual("星期四", "a Thursday"),
    Bilingual("星期五", "a Friday"), Bilingual("星期六", "a Saturday"),
  ]
}
