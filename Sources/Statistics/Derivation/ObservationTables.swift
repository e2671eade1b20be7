import GRDB
import WritingSystems

/// The views `observation` and `period`.
enum ObservationTables {
  private static let schema = """
    create table "period cells"(period text primary key, year integer, month integer,
      is_current integer) without rowid;
    create view period as select period, year, month, is_current from "period cells";
    create table "observation cells"(source integer, period text, year integer, month integer,
      is_current integer, indicator, phrase, quote, kind, value real, unit, from_value real,
      to_value real, low real, high real, base_value real, base_unit, approximate, change,
      comparison, cumulative integer);
    create view observation as select period, year, month, is_current, indicator, phrase, quote,
      kind, touch(source, value) as value, unit, touch(source, from_value) as from_value,
      touch(source, to_value) as to_value, touch(source, low) as low, touch(source, high) as high,
      touch(source, base_value) as base_value, base_unit, approximate, change, comparison,
      cumulative from "observation cells"
    """

  static func load(
    _ observations: Observations,
    periods: [Period],
    into database: Database
  ) throws {
    try database.execute(sql: schema)
    for period in periods { try insert(period, isCurrent: false, into: database) }
    if let current = observations.current { try insert(current, isCurrent: true, into: database) }
    let marks = Array(repeating: "?", count: 21).joined(separator: ", ")
    let insert = try database.makeStatement(
      sql: "insert into \"observation cells\" values (\(marks))"
    )
    for observation in observations.list {
      let place: StatementArguments = [
        observation.source, observation.period.iso, observation.period.year,
        observation.period.month, observation.isCurrent, observation.entry.indicator,
      ]
      try insert.execute(arguments: place + observation.entry.figure.stored)
    }
  }

  private static func insert(
    _ period: Period,
    isCurrent: Bool,
    into database: Database
  ) throws {
    try database.execute(
      sql: "insert into \"period cells\" values (?, ?, ?, ?)",
      arguments: [period.iso, period.year, period.month, isCurrent]
    )
  }
}
