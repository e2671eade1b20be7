import Diagnostics
import GRDB
import Reports
import WritingSystems

/// The reports, their figures and the ledgers as tables of an SQLite database in memory.
///
/// Values are kept in tables whose names hold a space and are read through views, which note what
/// was read (`touch`). The views are what a layout's queries see:
///
/// - `report(id, name, title, source, published, organisation, script, period)`
/// - `section(report, id, level, number, heading)`
/// - `paragraph(report, section, id, kind, text)`
/// - `figure(id, report, section, paragraph, indicator, phrase, quote, kind, value, unit,
///   from_value, to_value, low, high, base_value, base_unit, approximate, change, comparison,
///   cumulative, begins, ends)`: `indicator` is the layout's name for it, `phrase` the text's
/// - one for each ledger, with its columns and `row`, the number of the row in its file.
struct StatisticsDatabase {
  let queue: DatabaseQueue
  let recorder: SourceRecorder
  /// What the ids given to `touch` stand for.
  private(set) var sources: [Dataset.Source] = []
  /// Digits after the point of each source as printed.
  private(set) var decimals: [Int] = []
  /// Where each source stands.
  private var spans: [Span?] = []
  /// The names that a query may use, for suggestions.
  private(set) var names: [String] = StatisticalFunctions.names

  init() throws {
    let recorder = SourceRecorder()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      database.add(function: recorder.function)
      for function in StatisticalFunctions.all { database.add(function: function) }
    }
    self.recorder = recorder
    queue = try DatabaseQueue(configuration: configuration)
  }

  mutating func load(_ reports: [Report], _ figures: [Figure], indicators: [String: Int]) throws {
    sources = figures.map { .figure($0.id) }
    decimals = figures.map(\.decimals)
    spans = figures.map(\.span)
    names += ["report", "section", "paragraph", "figure"] + Self.figureColumns
    try queue.write { database in
      try Self.load(reports, into: database)
      try Self.load(figures, indicators: indicators, into: database)
    }
  }

  mutating func load(_ ledger: Ledger) throws {
    let first = sources.count
    for row in ledger.rows {
      for (cell, column) in zip(row.cells, ledger.columns) {
        sources.append(.ledger(ledger.name, row: row.number, column: column.name))
        decimals.append(cell.decimals)
        spans.append(cell.span)
      }
    }
    names += [ledger.name] + ledger.columns.map(\.name)
    try queue.write { try Self.load(ledger, firstSource: first, into: $0) }
  }

  /// The inputs that were read, each once, figures before ledgers, in the order of the text.
  func sources(of readings: [SourceRecorder.Reading]) -> [Dataset.Source] {
    Set(readings.map(\.source)).sorted().map { sources[$0] }
  }

  /// The input that a query names in its column `sources`: the id of a figure, or
  /// `LEDGER/ROW/COLUMN`.
  func source(written word: String) -> Dataset.Source? {
    if let id = Int(word) { return sources.contains(.figure(id)) ? .figure(id) : nil }
    let parts = word.split(separator: "/", maxSplits: 2).map(String.init)
    guard parts.count == 3, let row = Int(parts[1]) else { return nil }
    let source = Dataset.Source.ledger(parts[0], row: row, column: parts[2])
    return sources.contains(source) ? source : nil
  }

  /// Where figures stand in the reports and cells in the ledgers, as notes of a finding.
  func places(of sources: [Dataset.Source]) -> [Finding.Note] {
    sources.prefix(8).compactMap { source in
      guard let index = self.sources.firstIndex(of: source), let place = spans[index] else {
        return nil
      }
      return Finding.Note(Bilingual("此处的数字", "the number here"), at: place)
    }
  }

  // MARK: Reports

  private static func load(_ reports: [Report], into database: Database) throws {
    try database.execute(
      sql: """
        create table report(id integer primary key, name, title, source, published, organisation,
          script, period);
        create table section(report integer, id integer, level integer, number, heading);
        create table paragraph(report integer, section integer, id integer, kind, text)
        """
    )
    for (index, report) in reports.enumerated() {
      try database.execute(
        sql: "insert into report values (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          index, report.name, report.title.string, report.source?.string, report.published?.iso,
          report.organisation?.string, report.script.rawValue, report.period?.iso,
        ]
      )
      for (place, section) in report.sections.enumerated() {
        try load(section, place, report: index, into: database)
      }
    }
  }

  private static func load(
    _ section: Report.Section,
    _ place: Int,
    report: Int,
    into database: Database
  ) throws {
    try database.execute(
      sql: "insert into section values (?, ?, ?, ?, ?)",
      arguments: [report, place, section.level, section.number, section.heading.string]
    )
    let statement = try database.makeStatement(sql: "insert into paragraph values (?, ?, ?, ?, ?)")
    for (index, paragraph) in section.paragraphs.enumerated() {
      try statement.execute(
        arguments: [report, place, index, paragraph.kind.rawValue, paragraph.text.string]
      )
    }
  }

  // MARK: Figures

  private static let figureColumns = [
    "id", "indicator", "phrase", "quote", "kind", "value", "unit", "from_value", "to_value", "low",
    "high", "base_value", "base_unit", "approximate", "change", "comparison", "cumulative",
    "begins",
    "ends",
  ]

  private static let figureTables = """
    create table "figure cells"(id integer primary key, report integer, section integer,
      paragraph integer, phrase, quote, kind, value real, unit, from_value real, to_value real,
      low real, high real, base_value real, base_unit, approximate, change, comparison,
      cumulative integer, begins integer, ends integer);
    create table "figure names"(figure integer, indicator);
    create view figure as select c.id, report, section, paragraph, indicator, phrase, quote, kind,
      touch(c.id, value) as value, unit, touch(c.id, from_value) as from_value,
      touch(c.id, to_value) as to_value, touch(c.id, low) as low, touch(c.id, high) as high,
      touch(c.id, base_value) as base_value, base_unit, approximate, change, comparison,
      cumulative, begins, ends
      from "figure cells" c left join "figure names" n on n.figure = c.id
    """

  private static func load(
    _ figures: [Figure],
    indicators: [String: Int],
    into database: Database
  ) throws {
    try database.execute(sql: figureTables)
    let marks = Array(repeating: "?", count: 21).joined(separator: ", ")
    let insert = try database.makeStatement(sql: "insert into \"figure cells\" values (\(marks))")
    for figure in figures { try insert.execute(arguments: arguments(of: figure)) }
    for (name, figure) in indicators.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "insert into \"figure names\" values (?, ?)",
        arguments: [figure, name]
      )
    }
  }

  private static func arguments(of figure: Figure) -> StatementArguments {
    [
      figure.id, figure.report, figure.section, figure.paragraph, figure.indicator, figure.quote,
      figure.kind.rawValue, figure.value, figure.unit, figure.from, figure.to, figure.low,
      figure.high, figure.base?.value, figure.base?.unit, figure.approximate?.rawValue,
      figure.change.rawValue, figure.comparison.rawValue, figure.isCumulative,
      figure.range.lowerBound, figure.range.upperBound,
    ]
  }

  // MARK: Ledgers

  private static func load(
    _ ledger: Ledger,
    firstSource: Int,
    into database: Database
  ) throws {
    let table = quoted(ledger.name + " cells")
    let columns = ledger.columns.map { "\(quoted($0.name)) \(affinity(of: $0.type))" }
    let own = ["\" first\" integer", "\" row\" integer"]
    try database.execute(
      sql: "create table \(table)(\((own + columns).joined(separator: ", ")))"
    )
    var read = ledger.columns.enumerated().map { index, column in
      "touch(\" first\" + \(index), \(quoted(column.name))) as \(quoted(column.name))"
    }
    // The number of the row in its file, for the column `sources`, where the ledger has no other.
    if !ledger.columns.contains(where: { $0.name.lowercased() == "row" }) {
      read.append("\" row\" as \"row\"")
    }
    try database.execute(
      sql:
        "create view \(quoted(ledger.name)) as select \(read.joined(separator: ", ")) from \(table)"
    )
    let marks = Array(repeating: "?", count: ledger.columns.count + 2).joined(separator: ", ")
    let insert = try database.makeStatement(sql: "insert into \(table) values (\(marks))")
    for (index, row) in ledger.rows.enumerated() {
      let first = (firstSource + index * ledger.columns.count).databaseValue
      let cells = row.cells.map { stored($0.value) }
      try insert.execute(arguments: StatementArguments([first, row.number.databaseValue] + cells))
    }
  }

  private static func stored(_ value: Dataset.Value) -> DatabaseValue {
    switch value {
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .null: .null
    }
  }

  private static func affinity(of type: StatisticsPlan.LedgerDefinition.ColumnType) -> String {
    switch type {
    case .text, .date: "text"
    case .integer: "integer"
    case .number, .percent: "real"
    }
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
