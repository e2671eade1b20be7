import Diagnostics
import WritingSystems

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
    let possible = years.compactMap { year in
      PartialDate(year: year, month: date.month, day: day).flatMap { day in
        day.weekday.map { (year: year, weekday: $0) }
      }
    }
    guard let first = possible.first, !possible.contains(where: { $0.weekday == weekday.value })
    else { return }
    log.add(
      .wrongWeekday,
      weekday.range,
      of: passage,
      [
        "day": .word("\(first.year)年\(date.month)月\(day)日"),
        "right": .words(names[first.weekday - 1]),
      ]
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

  /// 1 for Monday to 7 for Sunday.
  private static func value(_ scalar: Unicode.Scalar) -> Int? {
    if scalar == "日" || scalar == "天" { return 7 }
    return scalar.hanDigit.flatMap { (1...6).contains($0) ? $0 : nil }
  }

  private static let names = [
    Bilingual("星期一", "a Monday"), Bilingual("星期二", "a Tuesday"),
    Bilingual("星期三", "a Wednesday"), Bilingual("星期四", "a Thursday"),
    Bilingual("星期五", "a Friday"), Bilingual("星期六", "a Saturday"), Bilingual("星期日", "a Sunday"),
  ]
}
