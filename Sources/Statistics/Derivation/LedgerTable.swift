import GRDB
import WritingSystems

/// A ledger as the tables and views of the database: its own, and one over all months.
struct LedgerTable {
  let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The view over this and the months before.
  var historyName: String { ledger.name + "_history" }

  private var table: String { (ledger.name + " cells").quotedName }

  func create(in database: Database) throws {
    let columns = ledger.columns.map { "\($0.name.quotedName) \(Self.affinity(of: $0.type))" }
    let own = [
      "\" first\" integer", "\" row\" integer", "\" period\" text", "\" current\" integer",
    ]
    try database.execute(
      sql: "create table \(table)(\((own + columns).joined(separator: ", ")))"
    )
    let read = ledger.columns.enumerated().map { index, column in
      "touch(\" first\" + \(index), \(column.name.quotedName)) as \(column.name.quotedName)"
    }
    // Columns of our own give way to the ledger's of the same name.
    let row = unlessTaken("row", "\" row\"")
    let period = unlessTaken("period", "\" period\"") + unlessTaken("is_current", "\" current\"")
    try database.execute(
      sql: """
        create view \(ledger.name.quotedName) as
          select \((read + row).joined(separator: ", ")) from \(table) where " current";
        create view \(historyName.quotedName) as
          select \((period + read + row).joined(separator: ", ")) from \(table)
        """
    )
  }

  private func unlessTaken(_ name: String, _ column: String) -> [String] {
    ledger.columns.contains { $0.name.lowercased() == name }
      ? [] : ["\(column) as \(name.quotedName)"]
  }

  /// The rows of a past month's ledger with the cells in the order of this ledger's columns; a
  /// column that it did not have is null.
  func arranged(_ past: Ledger) -> [Ledger.Row] {
    let keys = past.columns.map { MatchingKey($0.name) }
    let places = ledger.columns.map { keys.firstIndex(of: MatchingKey($0.name)) }
    return past.rows.map { row in
      Ledger.Row(
        number: row.number,
        cells: places.map { place in
          guard let place, row.cells.indices.contains(place) else { return .init(value: .null) }
          return row.cells[place]
        }
      )
    }
  }

  func insert(
    _ rows: [Ledger.Row],
    firstSource: Int,
    period: Period?,
    isCurrent: Bool,
    into database: Database
  ) throws {
    let marks = Array(repeating: "?", count: ledger.columns.count + 4).joined(separator: ", ")
    let insert = try database.makeStatement(sql: "insert into \(table) values (\(marks))")
    for (index, row) in rows.enumerated() {
      let own: StatementArguments = [
        firstSource + index * ledger.columns.count, row.number, period?.iso, isCurrent,
      ]
      try insert.execute(arguments: own + StatementArguments(row.cells.map(\.value.stored)))
    }
  }

  private static func affinity(of type: StatisticsPlan.LedgerDefinition.ColumnType) -> String {
    switch type {
    case .text, .date, .organisation: "text"
    case .integer: "integer"
    case .number, .percent: "real"
    }
  }
}

extension String {
  /// The name as SQL writes it.
  var quotedName: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
