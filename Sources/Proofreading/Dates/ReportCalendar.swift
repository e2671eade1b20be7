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

  /// The months that 本月 of a report may be, the report's own first.
  ///
  /// It may be written in the month after, or in that of its date. Empty when it is none of a month.
  var months: [Int] {
    guard let month = period?.month else { return [] }
    return [month, month % 12 + 1] + (published?.month.map { [$0] } ?? [])
  }

  /// Whether a year, where one is written, is the report's.
  func isOwn(_ year: Int?) -> Bool { year == nil || year == period?.year }

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
}
