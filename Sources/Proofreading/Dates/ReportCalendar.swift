import Diagnostics
import Reports
import WritingSystems

/// What days a report can speak of.
struct ReportCalendar {
  private let period: Period?
  private let published: PartialDate?

  init(_ report: Report) {
    period = report.period
    published = report.published
  }

  /// The years that a month without one may belong to.
  ///
  /// They are that of the report, and its neighbour where the month lies on the other side of the
  /// report's own. Empty when the report says none.
  func years(ofMonth month: Int) -> [Int] {
    guard let year = period?.year ?? published?.year else { return [] }
    guard let own = period?.month ?? published?.month else { return [year - 1, year, year + 1] }
    if month == own { return [year] }
    return month > own ? [year, year - 1] : [year, year + 1]
  }

  /// A report that came out before the month it speaks of began; plans of years do.
  func check(_ title: Passage?, _ log: inout ProofLog) {
    guard let period, let published, let title, title.count > 0, let month = period.month,
      let ownMonth = published.month, (published.year, ownMonth) < (period.year, month)
    else { return }
    log.add(
      .publishedBeforePeriod,
      0..<title.count,
      of: title,
      ["published": .word(published.iso), "period": .word(period.iso)]
    )
  }

  /// Leap years of the Gregorian calendar count 29 days in February.
  static func days(inMonth month: Int, of year: Int) -> Int {
    (28...31).last { PartialDate(year: year, month: month, day: $0) != nil } ?? 0
  }

  /// The day of the week, 0 for Sunday (Zeller's congruence in the form of Sakamoto).
  static func weekday(year: Int, month: Int, day: Int) -> Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
  }
}
