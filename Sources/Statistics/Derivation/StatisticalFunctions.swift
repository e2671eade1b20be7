import GRDB
import WritingSystems

/// The statistical functions that SQL lacks, for the queries of layouts.
///
/// Percentages are everywhere the number before their sign. A function of null, or one that would
/// divide by zero, is null: what cannot be said is left out, not printed as 0.
///
/// | call | is |
/// |---|---|
/// | `growth(now, before)`, `增幅` | 100 × (now − before) ÷ \|before\| |
/// | `share(part, whole)`, `占比` | 100 × part ÷ whole |
/// | `completion(done, plan)`, `完成率` | 100 × done ÷ plan |
/// | `contribution(now, before, total)`, `拉动` | percentage points of a part in the growth of a total: 100 × (now − before) ÷ total, `total` that of the time before |
/// | `round_half_up(x, places)` | 四舍五入, half away from zero, in decimal digits |
/// | `round_half_even(x, places)` | 四舍六入五成双 (GB/T 8170) |
/// | `median(x)`, `中位数` | of the values that are not null |
/// | `percentile(x, p)` | linear between neighbours; p from 0 to 100 (Hyndman and Fan 1996, type 7) |
/// | `standard_deviation(x)` | of a population |
/// | `year(d)`, `month(d)`, `day(d)`, `年` `月` `日` | of a date of the data; null where it names none |
/// | `weekday(d)`, `星期` | 1 for Monday to 7 for Sunday (ISO 8601) |
/// | `days_between(a, b)`, `相隔天数` | from the day a to the day b |
///
/// SQLite's own functions of dates are refused, since all of them know the clock.
/// Ranks, running sums and the like are SQLite's window functions.
enum StatisticalFunctions {
  static let all: [DatabaseFunction] = scalars + roundings + dates + aggregates

  /// What suggestions may offer.
  static let names: [String] = all.map(\.name)

  private static let scalars: [DatabaseFunction] =
    named(["growth", "增幅"], 2) { quotient(100 * ($0[0] - $0[1]), abs($0[1])) }
    + named(["share", "占比"], 2) { quotient(100 * $0[0], $0[1]) }
    + named(["completion", "完成率"], 2) { quotient(100 * $0[0], $0[1]) }
    + named(["contribution", "拉动"], 3) { quotient(100 * ($0[0] - $0[1]), $0[2]) }

  private static let roundings = [
    DatabaseFunction("round_half_up", argumentCount: 2, pure: true) { rounded($0, .halfUp) },
    DatabaseFunction("round_half_even", argumentCount: 2, pure: true) { rounded($0, .halfEven) },
  ]

  private static let dates =
    dated(["year", "年"], 1) { $0[0].year } + dated(["month", "月"], 1) { $0[0].month }
    + dated(["day", "日"], 1) { $0[0].day }
    + dated(["weekday", "星期"], 1) { $0[0].weekday }
    + dated(["days_between", "相隔天数"], 2) { dates in
      dates[0].dayNumber.flatMap { first in dates[1].dayNumber.map { $0 - first } }
    }

  private static let aggregates = [
    DatabaseFunction("median", argumentCount: 1, pure: true, aggregate: Median.self),
    DatabaseFunction("中位数", argumentCount: 1, pure: true, aggregate: Median.self),
    DatabaseFunction("percentile", argumentCount: 2, pure: true, aggregate: Percentile.self),
    DatabaseFunction(
      "standard_deviation",
      argumentCount: 1,
      pure: true,
      aggregate: StandardDeviation.self
    ),
  ]

  /// One function under several names; null as soon as an argument is no number.
  private static func named(
    _ names: [String],
    _ count: Int,
    _ compute: @escaping @Sendable ([Double]) -> Double?
  ) -> [DatabaseFunction] {
    names.map { name in
      DatabaseFunction(name, argumentCount: count, pure: true) { arguments in
        let numbers = arguments.compactMap { Double.fromDatabaseValue($0) }
        return numbers.count == count ? compute(numbers) : nil
      }
    }
  }

  /// One function of dates under several names; null as soon as an argument is no date.
  private static func dated(
    _ names: [String],
    _ count: Int,
    _ compute: @escaping @Sendable ([PartialDate]) -> Int?
  ) -> [DatabaseFunction] {
    names.map { name in
      DatabaseFunction(name, argumentCount: count, pure: true) { arguments in
        let dates = arguments.compactMap { value in
          String.fromDatabaseValue(value).flatMap { PartialDate(iso: $0) }
        }
        return dates.count == count ? compute(dates) : nil
      }
    }
  }

  private static func quotient(_ a: Double, _ b: Double) -> Double? { b == 0 ? nil : a / b }

  /// Rounds the decimal number that is printed, not the binary fraction behind it: 2.675 to two
  /// places is 2.68.
  private static func rounded(
    _ arguments: [DatabaseValue],
    _ rounding: DecimalText.Rounding
  ) -> Double? {
    guard let value = Double.fromDatabaseValue(arguments[0]),
      let places = Int.fromDatabaseValue(arguments[1]),
      let number = DecimalText(value)?.rounded(significant: 15)
    else { return nil }
    return number.rounded(to: min(max(places, 0), 12), rounding).double
  }

  /// The value a share of the way through the sorted values; nil where there are none.
  fileprivate static func percentile(_ sorted: [Double], _ percent: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let place = Double(sorted.count - 1) * percent / 100
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}

/// Gathers the numbers of a group; nulls and words are left out.
private struct Median: DatabaseAggregate {
  private var values: [Double] = []

  mutating func step(_ arguments: [DatabaseValue]) {
    if let value = Double.fromDatabaseValue(arguments[0]) { values.append(value) }
  }

  func finalize() -> (any DatabaseValueConvertible)? {
    StatisticalFunctions.percentile(values.sorted(), 50)
  }
}

private struct Percentile: DatabaseAggregate {
  private var values: [Double] = []
  private var percent: Double?

  mutating func step(_ arguments: [DatabaseValue]) {
    if let value = Double.fromDatabaseValue(arguments[0]) { values.append(value) }
    percent = Double.fromDatabaseValue(arguments[1])
  }

  func finalize() throws -> (any DatabaseValueConvertible)? {
    guard let percent else { return nil }
    guard (0...100).contains(percent) else {
      throw DatabaseError(message: "percentile is from 0 to 100, not \(percent)")
    }
    return StatisticalFunctions.percentile(values.sorted(), percent)
  }
}

private struct StandardDeviation: DatabaseAggregate {
  private var values: [Double] = []

  mutating func step(_ arguments: [DatabaseValue]) {
    if let value = Double.fromDatabaseValue(arguments[0]) { values.append(value) }
  }

  func finalize() -> (any DatabaseValueConvertible)? {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count)).squareRoot()
  }
}
