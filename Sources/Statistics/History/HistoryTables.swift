import GRDB
import WritingSystems

/// The tables of the history file, written and read.
enum HistoryTables {
  static let schema = """
    create table month(id integer primary key, layout text not null, period text not null,
      version integer not null, is_removed integer not null, title text not null,
      unique (layout, period, version));
    create table figure(month integer not null references month(id), id integer not null,
      indicator text, phrase text, quote text not null, kind text not null, value real, unit text,
      from_value real, to_value real, low real, high real, base_value real, base_unit text,
      approximate text, change text not null, comparison text not null,
      cumulative integer not null, decimals integer not null, report integer not null,
      section integer not null, paragraph integer not null, begins integer not null,
      ends integer not null, primary key (month, id)) without rowid;
    create table ledger_column(month integer not null references month(id), ledger text not null,
      place integer not null, name text not null, type text not null,
      primary key (month, ledger, place)) without rowid;
    create table ledger_cell(month integer not null references month(id), ledger text not null,
      row integer not null, place integer not null, value, decimals integer not null,
      primary key (month, ledger, row, place)) without rowid;
    """

  /// The latest version of each month of a layout.
  private static let current = """
    select m.* from month m where m.layout = ? and not m.is_removed and m.version =
      (select max(version) from month n where n.layout = m.layout and n.period = m.period)
    """

  // MARK: Reading

  static func months(of layout: String, in database: Database) throws -> [History.Month] {
    try Row.fetchAll(database, sql: current + " order by m.period", arguments: [layout])
      .compactMap { try month($0, in: database) }
  }

  private static func month(_ row: Row, in database: Database) throws -> History.Month? {
    guard let period = PartialDate(iso: row["period"] as String).flatMap(Period.init) else {
      return nil
    }
    let id: Int64 = row["id"]
    let figures = try Row.fetchAll(
      database,
      sql: "select * from figure where month = ? order by id",
      arguments: [id]
    )
    return History.Month(
      layout: row["layout"],
      period: period,
      title: row["title"],
      figures: figures.compactMap(entry),
      ledgers: try ledgers(ofMonth: id, in: database)
    )
  }

  private static func entry(_ row: Row) -> History.Entry? {
    guard let kind = Figure.Kind(rawValue: row["kind"]),
      let change = Figure.Change(rawValue: row["change"]),
      let comparison = Figure.Comparison(rawValue: row["comparison"])
    else { return nil }
    let base = (row["base_value"] as Double?).flatMap { value in
      (row["base_unit"] as String?).map { Figure.Base(value: value, unit: $0) }
    }
    let figure = Figure(
      id: row["id"],
      quote: row["quote"],
      indicator: row["phrase"],
      kind: kind,
      value: row["value"],
      unit: row["unit"],
      from: row["from_value"],
      to: row["to_value"],
      low: row["low"],
      high: row["high"],
      base: base,
      approximate: (row["approximate"] as String?).flatMap(Figure.Approximation.init(rawValue:)),
      change: change,
      comparison: comparison,
      isCumulative: row["cumulative"],
      report: row["report"],
      section: row["section"],
      paragraph: row["paragraph"],
      range: (row["begins"] as Int)..<max(row["begins"] as Int, row["ends"] as Int),
      decimals: row["decimals"]
    )
    return History.Entry(figure, indicator: row["indicator"])
  }

  private static func ledgers(ofMonth id: Int64, in database: Database) throws -> [Ledger] {
    let columns = try Row.fetchAll(
      database,
      sql: "select * from ledger_column where month = ? order by ledger, place",
      arguments: [id]
    )
    var ledgers: [Ledger] = []
    for column in columns {
      let name: String = column["ledger"]
      if ledgers.last?.name != name { ledgers.append(Ledger(name: name, columns: [], rows: [])) }
      let type = StatisticsPlan.LedgerDefinition.ColumnType(rawValue: column["type"]) ?? .text
      ledgers[ledgers.count - 1].columns.append(.init(name: column["name"], type: type))
    }
    for index in ledgers.indices {
      ledgers[index].rows = try rows(of: ledgers[index].name, ofMonth: id, in: database)
    }
    return ledgers
  }

  private static func rows(
    of ledger: String,
    ofMonth id: Int64,
    in database: Database
  ) throws -> [Ledger.Row] {
    let cells = try Row.fetchCursor(
      database,
      sql: "select * from ledger_cell where month = ? and ledger = ? order by row, place",
      arguments: [id, ledger]
    )
    var rows: [Ledger.Row] = []
    while let cell = try cells.next() {
      let number: Int = cell["row"]
      if rows.last?.number != number { rows.append(Ledger.Row(number: number, cells: [])) }
      let value: Dataset.Value =
        switch (cell["value"] as DatabaseValue).storage {
        case .int64(let whole): .number(Double(whole))
        case .double(let number): .number(number)
        case .string(let text): .text(text)
        case .null, .blob: .null
        }
      rows[rows.count - 1].cells.append(Ledger.Cell(value: value, decimals: cell["decimals"]))
    }
    return rows
  }

  static func listings(in database: Database) throws -> [History.Listing] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        select m.*, (select count(*) from figure f where f.month = m.id) as figures,
          m.version = (select max(version) from month n
            where n.layout = m.layout and n.period = m.period) as is_current
        from month m order by layout, period, version
        """
    )
    return rows.compactMap { row in
      guard let period = PartialDate(iso: row["period"] as String).flatMap(Period.init) else {
        return nil
      }
      return History.Listing(
        layout: row["layout"],
        period: period,
        version: row["version"],
        isRemoved: row["is_removed"],
        isCurrent: row["is_current"],
        title: row["title"],
        figures: row["figures"]
      )
    }
  }

  // MARK: Writing

  static func record(
    _ month: History.Month,
    in database: Database
  ) throws -> HistoryFile.Recording {
    let row = try Row.fetchOne(
      database,
      sql: current + " and m.period = ?",
      arguments: [month.layout, month.period.iso]
    )
    let standing = try row.flatMap { try self.month($0, in: database) }
    var sorted = month
    sorted.ledgers.sort { $0.name < $1.name }
    guard standing != sorted else { return .unchanged }
    let id = try addVersion(
      layout: month.layout,
      period: month.period,
      title: month.title,
      isRemoved: false,
      in: database
    )
    try write(month.figures, month: id, in: database)
    for ledger in month.ledgers { try write(ledger, month: id, in: database) }
    return standing == nil ? .added : .replaced
  }

  static func remove(
    _ period: Period,
    of layout: String,
    in database: Database
  ) throws -> Bool {
    let row = try Row.fetchOne(
      database,
      sql: current + " and m.period = ?",
      arguments: [layout, period.iso]
    )
    guard let row else { return false }
    _ = try addVersion(
      layout: layout,
      period: period,
      title: row["title"],
      isRemoved: true,
      in: database
    )
    return true
  }

  private static func addVersion(
    layout: String,
    period: Period,
    title: String,
    isRemoved: Bool,
    in database: Database
  ) throws -> Int64 {
    try database.execute(
      sql: """
        insert into month(layout, period, version, is_removed, title) values (?1, ?2,
          1 + (select coalesce(max(version), 0) from month where layout = ?1 and period = ?2),
          ?3, ?4)
        """,
      arguments: [layout, period.iso, isRemoved, title]
    )
    return database.lastInsertedRowID
  }

  private static func write(
    _ entries: [History.Entry],
    month: Int64,
    in database: Database
  ) throws {
    let marks = Array(repeating: "?", count: 24).joined(separator: ", ")
    let insert = try database.makeStatement(sql: "insert into figure values (\(marks))")
    for entry in entries {
      let figure = entry.figure
      let own: StatementArguments = [month, figure.id, entry.indicator]
      let place: StatementArguments = [
        figure.decimals, figure.report, figure.section, figure.paragraph,
        figure.range.lowerBound, figure.range.upperBound,
      ]
      try insert.execute(arguments: own + figure.stored + place)
    }
  }

  private static func write(_ ledger: Ledger, month: Int64, in database: Database) throws {
    for (place, column) in ledger.columns.enumerated() {
      try database.execute(
        sql: "insert into ledger_column values (?, ?, ?, ?, ?)",
        arguments: [month, ledger.name, place, column.name, column.type.rawValue]
      )
    }
    let insert = try database.makeStatement(
      sql: "insert into ledger_cell values (?, ?, ?, ?, ?, ?)"
    )
    for row in ledger.rows {
      for (place, cell) in row.cells.enumerated() {
        try insert.execute(
          arguments: [
            month, ledger.name, row.number, place, cell.value.stored, cell.decimals,
          ]
        )
      }
    }
  }
}

extension Figure {
  /// What databases keep of a figure, from its phrase to whether it is cumulative.
  var stored: StatementArguments {
    [
      indicator, quote, kind.rawValue, value, unit, from, to, low, high, base?.value, base?.unit,
      approximate?.rawValue, change.rawValue, comparison.rawValue, isCumulative,
    ]
  }
}

extension Dataset.Value {
  var stored: DatabaseValue {
    switch self {
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .null: .null
    }
  }
}

extension Period {
  /// The month or year of a date that names no day.
  init?(_ date: PartialDate) {
    guard date.day == nil else { return nil }
    self.init(year: date.year, month: date.month)
  }
}
