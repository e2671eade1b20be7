import WritingSystems

/// Finds the month a report speaks of.
///
/// In this order: a month with its year in the title or subtitle (but not one of another year than
/// the title's: （2023年5月） under a report of 2022 says when it was written); a month alone there, of the year
/// it was published in (the year before, when that month had not come yet); a month with its year
/// that opens the text (2019年1月，全国……); the year of the title; the month it was published in.
enum Periods {
  static func find(
    heads: [[Unicode.Scalar]],
    opening: [Unicode.Scalar]?,
    published: PartialDate?
  ) -> Period? {
    let dates = heads.compactMap { monthOrYear(in: $0) }
    let year = dates.first?.year
    if let month = dates.first(where: { $0.month != nil && $0.year == year }) { return month }
    if let published, let month = heads.lazy.compactMap(monthAlone).first {
      let isLater = published.month.map { month > $0 } ?? false
      return Period(year: isLater ? published.year - 1 : published.year, month: month)
    }
    if let opening, let month = openingMonth(opening) { return month }
    if let whole = dates.first { return whole }
    return published.flatMap { Period(year: $0.year, month: $0.month) }
  }

  /// The first date of a title that is no day: a day is when something happened.
  private static func monthOrYear(in scalars: [Unicode.Scalar]) -> Period? {
    var start = 0
    while let reading = DateReading.first(in: scalars, from: start) {
      if reading.date.day == nil {
        return Period(year: reading.date.year, month: reading.date.month)
      }
      start = reading.range.upperBound
    }
    return nil
  }

  /// 10月 in a title without a year; 10月14日 is a day.
  private static func monthAlone(in scalars: [Unicode.Scalar]) -> Int? {
    for index in scalars.indices where scalars[index] == "月" {
      let digits = scalars[..<index].reversed().prefix { $0.decimalDigit != nil }.reversed()
      let value = digits.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) }
      let isDay = index + 1 < scalars.count && scalars[index + 1].decimalDigit != nil
      let hasYear = index > digits.count && scalars[index - digits.count - 1] == "年"
      if (1...2).contains(digits.count), (1...12).contains(value), !isDay, !hasYear { return value }
    }
    return nil
  }

  private static func openingMonth(_ scalars: [Unicode.Scalar]) -> Period? {
    guard let reading = DateReading(scalars, at: 0), let month = reading.date.month,
      reading.date.day == nil
    else { return nil }
    return Period(year: reading.date.year, month: month)
  }
}
