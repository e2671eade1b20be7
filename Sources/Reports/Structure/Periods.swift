import WritingSystems

/// The months that a report speaks of.
struct ReportedMonths: Hashable {
  /// The month that closes them: 2025-09 for 三季度 and for 1—9月, 2025 for a whole year.
  let period: Period
  /// From the first to the last, when they are several and no whole year.
  let months: ClosedRange<Int>?
}

/// Finds the month a report speaks of.
///
/// In this order: a month with its year in the title or subtitle (but not one of another year than
/// the title's: （2023年5月） under a report of 2022 says when it was written); a month, quarter or run of
/// months alone there, of the year it was published in (the year before, when that month had not
/// come yet); a month with its year that opens the text (2019年1月，全国……); the year of the title;
/// the month it was published in.
enum Periods {
  static func find(
    heads: [[Unicode.Scalar]],
    opening: [Unicode.Scalar]?,
    published: PartialDate?
  ) -> ReportedMonths? {
    let dates = heads.compactMap { monthOrYear(in: $0) }
    let year = dates.first?.year
    let spans = heads.compactMap { span(in: $0) }
    if let span = spans.first, let year = span.year ?? year ?? self.year(of: span, published) {
      return span.reported(in: year)
    }
    if let month = dates.first(where: { $0.month != nil && $0.year == year }) {
      return ReportedMonths(period: month, months: nil)
    }
    if let published, let month = heads.lazy.compactMap(monthAlone).first {
      let isLater = published.month.map { month > $0 } ?? false
      let year = isLater ? published.year - 1 : published.year
      return Period(year: year, month: month).map { ReportedMonths(period: $0, months: nil) }
    }
    if let opening, let found = self.opening(opening) { return found }
    // 2008年北京奥运会 in a letter of 2006 names what is to come.
    let isToCome = dates.first.map { $0.year > (published?.year ?? $0.year) + 1 } ?? false
    if let whole = dates.first, !isToCome { return ReportedMonths(period: whole, months: nil) }
    return published.flatMap { Period(year: $0.year, month: $0.month) }
      .map { ReportedMonths(period: $0, months: nil) }
  }

  /// The year of a span without one: that of publication, or the one before when it had not ended.
  private static func year(of span: Span, _ published: PartialDate?) -> Int? {
    guard let published else { return nil }
    return (published.month ?? 12) < span.months.upperBound ? published.year - 1 : published.year
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
      let (value, start) = number(in: scalars, before: index)
      let isDay = index + 1 < scalars.count && scalars[index + 1].decimalDigit != nil
      let hasYear = start > 0 && scalars[start - 1] == "年"
      if let value, (1...12).contains(value), !isDay, !hasYear { return value }
    }
    return nil
  }

  private static func opening(_ scalars: [Unicode.Scalar]) -> ReportedMonths? {
    guard let reading = DateReading(scalars, at: 0), reading.date.day == nil else { return nil }
    let year = reading.date.year
    let head = Array(scalars.prefix(24).prefix { $0 != "。" && $0 != "，" })
    if let span = span(in: head) { return span.reported(in: span.year ?? year) }
    guard let month = reading.date.month, let period = Period(year: year, month: month) else {
      return nil
    }
    return ReportedMonths(period: period, months: nil)
  }

  // MARK: Quarters, half years, runs of months

  private struct Span {
    let year: Int?
    let months: ClosedRange<Int>

    func reported(in year: Int) -> ReportedMonths? {
      Period(year: year, month: months.upperBound).map {
        ReportedMonths(period: $0, months: months)
      }
    }
  }

  private static func span(in scalars: [Unicode.Scalar]) -> Span? {
    let plain = scalars.map { MatchingKey.simplified($0.narrowed) }
    for index in plain.indices {
      guard let months = named(plain[index...]) ?? run(plain, endingAt: index) else { continue }
      let year = DateReading.first(in: plain).map(\.date.year)
      return Span(year: year, months: months)
    }
    return nil
  }

  private static func named(_ scalars: ArraySlice<Unicode.Scalar>) -> ClosedRange<Int>? {
    names.first { scalars.starts(with: $0.0.unicodeScalars) }?.1
  }

  private static let names: [(String, ClosedRange<Int>)] = [
    ("前三季度", 1...9), ("前三个季度", 1...9), ("前两季度", 1...6), ("上半年", 1...6), ("下半年", 7...12),
    ("第一季度", 1...3), ("第二季度", 4...6), ("第三季度", 7...9), ("第四季度", 10...12),
    ("一季度", 1...3), ("二季度", 4...6), ("三季度", 7...9), ("四季度", 10...12),
    ("1季度", 1...3), ("2季度", 4...6), ("3季度", 7...9), ("4季度", 10...12),
  ]

  /// 1—10月, 1至10月, 1-10月份: from the first month to the one before 月.
  private static func run(_ scalars: [Unicode.Scalar], endingAt index: Int) -> ClosedRange<Int>? {
    guard scalars[index] == "月" else { return nil }
    let (last, start) = number(in: scalars, before: index)
    var dash = start
    while dash > 0, "—-–－~～至到".unicodeScalars.contains(scalars[dash - 1]) { dash -= 1 }
    guard dash < start else { return nil }
    // 1月至10月 names the month twice.
    let end = dash > 0 && scalars[dash - 1] == "月" ? dash - 1 : dash
    let (first, _) = number(in: scalars, before: end)
    guard let first, let last, (1...12).contains(last), (1..<last).contains(first) else {
      return nil
    }
    return first...last
  }

  /// The number that ends before an index, 10 or 十, and where it begins.
  private static func number(
    in scalars: [Unicode.Scalar],
    before index: Int
  ) -> (Int?, Int) {
    var start = index
    while start > 0, index - start < 3, scalars[start - 1].decimalDigit != nil { start -= 1 }
    if start < index {
      let value = scalars[start..<index].reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) }
      return (index - start <= 2 ? value : nil, start)
    }
    while start > 0, index - start < 3,
      scalars[start - 1] == "十"
        || (scalars[start - 1].isHan && scalars[start - 1].chineseDigit != nil)
    {
      start -= 1
    }
    return (HeadingMark.chineseNumber(scalars[start..<index]), start)
  }
}
