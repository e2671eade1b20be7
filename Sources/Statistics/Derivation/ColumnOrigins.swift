import GRDB
import GRDBSQLite

/// Finds the columns of the report's figures and of ledgers that a query selects as they are.
///
/// The views that queries read compute every value, which hides where a column comes from. So the
/// same names stand here as plain tables without rows: a query is prepared, never run, and SQLite
/// says of each column which table's it is, through subqueries too.
struct ColumnOrigins {
  /// What a column of an answer is.
  enum Origin: Hashable {
    case ledger(StatisticsPlan.LedgerDefinition.ColumnType)
    /// A number of the report or of a month before, in the unit it was written with.
    case figure
  }

  private let queue: DatabaseQueue
  /// By `TABLE/COLUMN`.
  private var types: [String: StatisticsPlan.LedgerDefinition.ColumnType] = [:]

  init() throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      for function in StatisticalFunctions.all { database.add(function: function) }
    }
    queue = try DatabaseQueue(configuration: configuration)
  }

  private static let values: Set<String> = ["value", "from_value", "to_value", "low", "high"]

  func addFigures() throws {
    try queue.write { database in
      try database.execute(
        sql: """
          create table report(id, name, title, source, published, organisation, script, period);
          create table section(report, id, level, number, heading);
          create table paragraph(report, section, id, kind, text);
          create table period(period, year, month, is_current);
          create table figure(id, report, section, paragraph, indicator, phrase, quote, kind, value,
            unit, from_value, to_value, low, high, base_value, base_unit, approximate, change,
            comparison, cumulative, begins, ends);
          create table observation(period, year, month, is_current, indicator, phrase, quote, kind,
            value, unit, from_value, to_value, low, high, base_value, base_unit, approximate,
            change, comparison, cumulative)
          """
      )
    }
  }

  mutating func add(_ ledger: Ledger, historyName: String) throws {
    let columns = ledger.columns.map { $0.name.quotedName }
    let taken = Set(ledger.columns.map { $0.name.lowercased() })
    let own = ["row", "period", "is_current"].filter { !taken.contains($0) }
    try queue.write { database in
      for name in [ledger.name, historyName] {
        let list = (columns + own).joined(separator: ", ")
        try database.execute(sql: "create table \(name.quotedName)(\(list))")
      }
    }
    for column in ledger.columns {
      for name in [ledger.name, historyName] { types["\(name)/\(column.name)"] = column.type }
    }
  }

  func add(_ functions: [DatabaseFunction]) throws {
    try queue.write { database in
      for function in functions { database.add(function: function) }
    }
  }

  /// One for each column of the query, in its order; none where it cannot be prepared.
  func origins(of sql: String) -> [Origin?] {
    let found = try? queue.inDatabase { database in
      let statement = try database.makeStatement(sql: sql)
      return (0..<statement.columnCount).map { origin(ofColumn: $0, of: statement) }
    }
    return found ?? []
  }

  private func origin(ofColumn index: Int, of statement: Statement) -> Origin? {
    guard let table = sqlite3_column_table_name(statement.sqliteStatement, Int32(index)),
      let column = sqlite3_column_origin_name(statement.sqliteStatement, Int32(index))
    else { return nil }
    let (tableName, name) = (String(cString: table), String(cString: column))
    if let type = types["\(tableName)/\(name)"] { return .ledger(type) }
    return ["figure", "observation"].contains(tableName) && Self.values.contains(name)
      ? .figure : nil
  }
}
