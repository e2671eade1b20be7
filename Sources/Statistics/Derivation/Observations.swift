import GRDB
import WritingSystems

/// The layout's indicators by period: this month's figures and those of the months before.
///
/// SQL sees them as the view `observation`; three functions compare them:
///
/// | call | is |
/// |---|---|
/// | `year_on_year(indicator)`, `同比` | growth in % over the same month a year before |
/// | `month_on_month(indicator)`, `环比` | growth in % over the month before |
/// | `cumulative(indicator)`, `累计` | the sum from January on; a figure that is cumulative in the text stands for itself |
///
/// Of percentages and permilles the growth is the difference, in points. A month that is not
/// recorded makes the answer null.
struct Observations: Sendable {
  struct Observation: Sendable {
    /// An index into the sources of the database.
    let source: Int
    let period: Period
    let entry: History.Entry
    let isCurrent: Bool
  }

  /// The period of the bulletin; nil when neither the report nor the job names one.
  let current: Period?
  let list: [Observation]
  private let named: [Key: Observation]
  /// The indicators that the layout names; another name in a call is a slip, not a missing month.
  private let indicators: Set<String>

  private struct Key: Hashable {
    let indicator: String
    let period: Period
  }

  init(indicators: [String], current: Period?, list: [Observation]) {
    self.indicators = Set(indicators)
    self.current = current
    self.list = list
    let pairs = list.compactMap { observation in
      observation.entry.indicator.map {
        (Key(indicator: $0, period: observation.period), observation)
      }
    }
    named = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The functions, noting what they read.
  func functions(recorder: SourceRecorder) -> [DatabaseFunction] {
    [
      (Self.yearOnYear, growth(since: { Period(year: $0.year - 1, month: $0.month) })),
      (Self.monthOnMonth, growth(since: Self.monthBefore)),
      (Self.cumulative, total),
    ].flatMap { (names: [String], compute: @escaping Computation) in
      names.map { name in
        DatabaseFunction(name, argumentCount: 1) { arguments in
          guard let name = String.fromDatabaseValue(arguments[0]) else { return nil }
          guard indicators.contains(name) else {
            throw DatabaseError(message: "no such indicator: \(name)")
          }
          return compute(name, recorder)
        }
      }
    }
  }

  static let functionNames = yearOnYear + monthOnMonth + cumulative

  private static let yearOnYear = ["year_on_year", "同比"]
  private static let monthOnMonth = ["month_on_month", "环比"]
  private static let cumulative = ["cumulative", "累计"]

  private typealias Computation = @Sendable (String, SourceRecorder) -> Double?

  private func growth(since before: @escaping @Sendable (Period) -> Period?) -> Computation {
    { indicator, recorder in
      guard let current, let earlier = before(current),
        let now = self[indicator, current], let then = self[indicator, earlier],
        let a = now.entry.figure.value, let b = then.entry.figure.value,
        let factor = Self.factor(from: then.entry.figure, to: now.entry.figure)
      else { return nil }
      recorder.note(now.source, a)
      recorder.note(then.source, b)
      if [.percent, .permille].contains(now.entry.figure.kind) { return a - b * factor }
      return b == 0 ? nil : 100 * (a - b * factor) / abs(b * factor)
    }
  }

  private var total: Computation {
    { indicator, recorder in
      guard let summands = summands(of: indicator) else { return nil }
      for summand in summands { recorder.note(summand.source, summand.value) }
      return summands.reduce(0) { $0 + $1.value * $1.factor }
    }
  }

  /// What the months of a year so far are summed from; nil when one of them is missing, so that no
  /// source is named for an answer that is not given.
  private func summands(
    of indicator: String
  ) -> [(source: Int, value: Double, factor: Double)]? {
    guard let current, let now = self[indicator, current], let value = now.entry.figure.value
    else { return nil }
    let own = (source: now.source, value: value, factor: 1.0)
    guard !now.entry.figure.isCumulative, let last = current.month else { return [own] }
    var summands = [own]
    for month in 1..<last {
      guard let period = Period(year: current.year, month: month),
        let past = self[indicator, period], let value = past.entry.figure.value,
        let factor = Self.factor(from: past.entry.figure, to: now.entry.figure)
      else { return nil }
      summands.append((past.source, value, factor))
    }
    return summands
  }

  private subscript(indicator: String, period: Period) -> Observation? {
    named[Key(indicator: indicator, period: period)]
  }

  /// What a figure is multiplied by to be in another's unit: 1 where they are alike, 10 000 from
  /// 亿元 to 万元; nil where they do not measure the same thing.
  private static func factor(from a: Figure, to b: Figure) -> Double? {
    if a.unit == b.unit { return 1 }
    guard let scaleA = scale(of: a), let scaleB = scale(of: b), scaleA.unit == scaleB.unit else {
      return nil
    }
    return scaleA.factor / scaleB.factor
  }

  private static func scale(of figure: Figure) -> (factor: Double, unit: String)? {
    guard let unit = figure.unit else { return nil }
    guard let base = figure.base, let value = figure.value, value != 0 else { return (1, unit) }
    return ((base.value / value).rounded(), base.unit)
  }

  static func monthBefore(_ period: Period) -> Period? {
    guard let month = period.month else { return Period(year: period.year - 1) }
    return month > 1
      ? Period(year: period.year, month: month - 1) : Period(year: period.year - 1, month: 12)
  }
}
