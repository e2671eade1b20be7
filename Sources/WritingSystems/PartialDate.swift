import Diagnostics

/// A date as precise as its source: a year, a month, a day or a minute.
///
/// Local time, no zone.
package struct PartialDate: Hashable, Sendable, Comparable {
  package let year: Int
  package let month: Int?
  package let day: Int?
  package let hour: Int?
  package let minute: Int?

  /// Makes a date if there is such a day and time in the Gregorian calendar, else nil.
  package init?(
    year: Int,
    month: Int? = nil,
    day: Int? = nil,
    hour: Int? = nil,
    minute: Int? = nil
  ) {
    guard Self.exists(year: year, month: month, day: day, hour: hour, minute: minute) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
  }

  /// `2022`, `2022-10`, `2022-10-14` or `2022-10-14T22:52` (ISO 8601).
  package var iso: String {
    var text = String(year, digits: 4)
    guard let month else { return text }
    text += "-" + String(month, digits: 2)
    guard let day else { return text }
    text += "-" + String(day, digits: 2)
    guard let hour, let minute else { return text }
    return text + "T" + String(hour, digits: 2) + ":" + String(minute, digits: 2)
  }

  /// Reads what `iso` writes.
  package init?(iso text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    let days = halves.first?.split(separator: "-", omittingEmptySubsequences: false) ?? []
    let times =
      halves.count == 2 ? halves[1].split(separator: ":", omittingEmptySubsequences: false) : []
    let numbers = (days + times).map { piece in
      piece.allSatisfy { $0.isASCII && $0.isNumber } ? Int(piece) : nil
    }
    guard halves.count <= 2, (1...3).contains(days.count), !numbers.contains(nil),
      days[0].count == 4, halves.count == 1 || (days.count == 3 && times.count == 2)
    else { return nil }
    let values = numbers.compactMap { $0 }
    self.init(
      year: values[0],
      month: values.count > 1 ? values[1] : nil,
      day: values.count > 2 ? values[2] : nil,
      hour: values.count > 3 ? values[3] : nil,
      minute: values.count > 4 ? values[4] : nil
    )
  }

  package static func < (a: PartialDate, b: PartialDate) -> Bool { a.iso < b.iso }

  private static func exists(
    year: Int,
    month: Int?,
    day: Int?,
    hour: Int?,
    minute: Int?
  ) -> Bool {
    guard (1...9999).contains(year), month != nil || day == nil, day != nil || hour == nil,
      (hour == nil) == (minute == nil)
    else { return false }
    guard let month else { return true }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    guard (1...days(inMonth: month, of: year)).contains(day) else { return false }
    return (0...23).contains(hour ?? 0) && (0...59).contains(minute ?? 0)
  }

  /// Days since the first of January of the year 1, which was a Monday; nil where no day is named.
  ///
  /// In the Gregorian calendar, carried back to the year 1.
  package var dayNumber: Int? {
    guard let month, let day else { return nil }
    let years = year - 1
    let before = (1..<month).reduce(0) { $0 + Self.days(inMonth: $1, of: year) }
    return 365 * years + years / 4 - years / 100 + years / 400 + before + day - 1
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601); nil where no day is named.
  package var weekday: Int? { dayNumber.map { $0 % 7 + 1 } }

  /// How many days a month has, from 1 to 12.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The month, quarter or year that a report speaks of.
package struct Period: Hashable, Sendable, Comparable {
  package let year: Int
  /// From 1 to 12, or nil when the report speaks of the whole year.
  package let month: Int?

  package init?(year: Int, month: Int? = nil) {
    guard PartialDate(year: year, month: month) != nil else { return nil }
    self.year = year
    self.month = month
  }

  /// `2022-10` or `2022`.
  package var iso: String { PartialDate(year: year, month: month)?.iso ?? "" }

  package static func < (a: Period, b: Period) -> Bool { a.iso < b.iso }
}
