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
/// - `observation(period, year, month, is_current, …)`: the figures of this and the months before,
///   with the columns of `figure` from `indicator` to `cumulative`
/// - `period(period, year, month, is_current)`: this month and those recorded before
/// - `LEDGER_history(period, is_current, …)`: a ledger of this and the months before
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
  /// What each source says.
  private var inputs: [Dataset.Input] = []
  /// Where the columns of queries come from.
  private(set) var origins: ColumnOrigins
  /// The names that a query may use, for suggestions.
  private(set) var names: [String] =
    StatisticalFunctions.names + Observations.functionNames + OrganisationFunction.names
  private let organisations: OrganisationNames

  init(organisations: OrganisationNames = OrganisationNames([])) throws {
    self.organisations = organisations
    let recorder = SourceRecorder()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      database.add(function: recorder.function)
      for function in StatisticalFunctions.all { database.add(function: function) }
      for function in OrganisationFunction.functions(organisations) {
        database.add(function: function)
      }
    }
    self.recorder = recorder
    queue = try DatabaseQueue(configuration: configuration)
    origins = try ColumnOrigins()
    try origins.add(OrganisationFunction.functions(organisations))
  }

  mutating func load(_ reports: [Report], _ figures: [Figure], indicators: [String: Int]) throws {
    sources = figures.map { .figure($0.id) }
    decimals = figures.map(\.decimals)
    spans = figures.map(\.span)
    inputs = figures.map(Self.input)
    try origins.addFigures()
    names += ["report", "section", "paragraph", "figure"] + Self.figureColumns
    try queue.write { database in
      try Self.load(reports, into: database)
      try Self.load(figures, indicators: indicators, into: database)
    }
  }

  /// Loads a ledger with those of the same name of the months before.
  mutating func load(_ ledger: Ledger, current: Period?, history: History) throws {
    let table = LedgerTable(ledger)
    names += [ledger.name, table.historyName] + ledger.columns.map(\.name)
    try queue.write { try table.create(in: $0) }
    try origins.add(ledger, historyName: table.historyName)
    try load(ledger.rows, of: table, period: current, isCurrent: true)
    for month in history.months {
      guard let past = month.ledgers.first(where: { $0.name == ledger.name }) else { continue }
      // Spellings may have changed over the months; what was said of them then is not said again.
      var said = Findings()
      let arranged = Ledger(
        name: ledger.name,
        columns: ledger.columns,
        rows: table.arranged(past)
      )
      let rows = organisations.named(arranged, &said).rows
      try load(rows, of: table, period: month.period, isCurrent: false)
    }
  }

  private mutating func load(
    _ rows: [Ledger.Row],
    of table: LedgerTable,
    period: Period?,
    isCurrent: Bool
  ) throws {
    let first = sources.count
    for row in rows {
      for (cell, column) in zip(row.cells, table.ledger.columns) {
        let name = table.ledger.name
        if let period, !isCurrent {
          sources.append(.pastLedger(period, name, row: row.number, column: column.name))
        } else {
          sources.append(.ledger(name, row: row.number, column: column.name))
        }
        decimals.append(cell.decimals)
        spans.append(cell.span)
        inputs.append(
          Dataset.Input(
            value: cell.value,
            unit: column.type == .percent ? "%" : nil,
            span: isCurrent ? cell.span : nil
          )
        )
      }
    }
    try queue.write {
      try table.insert(rows, firstSource: first, period: period, isCurrent: isCurrent, into: $0)
    }
  }

  /// Loads the months before beside this one, and what compares them.
  mutating func load(
    _ figures: [Figure],
    indicators: [String: Int],
    named indicatorNames: [String],
    current: Period?,
    history: History
  ) throws {
    var list: [Observations.Observation] = []
    func observe(_ entries: [History.Entry], _ period: Period, isCurrent: Bool, from first: Int) {
      for (index, entry) in entries.enumerated() {
        list.append(
          .init(source: first + index, period: period, entry: entry, isCurrent: isCurrent)
        )
      }
    }
    for month in history.months {
      observe(month.figures, month.period, isCurrent: false, from: sources.count)
      for entry in month.figures {
        sources.append(.past(month.period, figure: entry.figure.id))
        decimals.append(entry.figure.decimals)
        spans.append(nil)
        inputs.append(Self.input(entry.figure))
      }
    }
    if let current {
      observe(History.entries(of: figures, indicators), current, isCurrent: true, from: 0)
    }
    let observations = Observations(indicators: indicatorNames, current: current, list: list)
    names += ["observation", "period"] + indicatorNames
    let recorder = recorder
    try queue.write { database in
      try ObservationTables.load(
        observations,
        periods: history.months.map(\.period),
        into: database
      )
      for function in observations.functions(recorder: recorder) {
        database.add(function: function)
      }
    }
    try origins.add(observations.functions(recorder: recorder))
  }

  private static func input(_ figure: Figure) -> Dataset.Input {
    let value = figure.value.map(Dataset.Value.number) ?? .text(figure.quote)
    return Dataset.Input(value: value, unit: figure.unit, indicator: figure.indicator)
  }

  /// What inputs of results say that the dataset's figures do not.
  func inputs(of named: some Sequence<Dataset.Source>) -> [Dataset.Source: Dataset.Input] {
    let wanted = Set(named)
    var found: [Dataset.Source: Dataset.Input] = [:]
    for (index, source) in sources.enumerated() where wanted.contains(source) {
      if case .figure = source { continue }
      found[source] = inputs[index]
    }
    return found
  }

  /// The one unit that all values of a column have where they were read; nil where units differ or
  /// a value was not read.
  func unit(of values: [Dataset.Value], among readings: [SourceRecorder.Reading]) -> String? {
    var unitsRead: [Double: Set<String?>] = [:]
    for reading in readings {
      if let value = reading.value {
        unitsRead[value, default: []].insert(inputs[reading.source].unit)
      }
    }
    let order = unitsRead.keys.sorted()
    var units: Set<String?> = []
    for case .number(let number) in values {
      let near = 1e-9 * max(1, abs(number))
      let first = order.partitioned { $0 >= number - near }
      let read = order[first...].prefix { $0 <= number + near }
      if read.isEmpty { return nil }
      for value in read { units.formUnion(unitsRead[value] ?? []) }
      if units.count > 1 { return nil }
    }
    return units.count == 1 ? units.first ?? nil : nil
  }

  /// The inputs that were read, each once, figures before ledgers, in the order of the text.
  func sources(of readings: [SourceRecorder.Reading]) -> [Dataset.Source] {
    Set(readings.map(\.source)).sorted().map { sources[$0] }
  }

  /// Where figures stand in the reports and numbers in the ledgers, as notes of a finding.
  func places(of sources: [Dataset.Source]) -> [Finding.Note] {
    let wanted = Set(sources)
    var indices: [Dataset.Source: Int] = [:]
    for (index, source) in self.sources.enumerated() where wanted.contains(source) {
      if indices[source] == nil { indices[source] = index }
    }
    let places = sources.compactMap { indices[$0] }.filter { !isWord($0) }.compactMap { spans[$0] }
    return places.prefix(8).map {
      Finding.Note(Bilingual("此处的数字", "the number here"), at: $0)
    }
  }

  /// Whether an input is a word of a ledger, by which rows are told apart.
  private func isWord(_ index: Int) -> Bool {
    if case .ledger = sources[index], case .text = inputs[index].value { true } else { false }
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
    let place: StatementArguments = [figure.id, figure.report, figure.section, figure.paragraph]
    return place + figure.stored + [figure.range.lowerBound, figure.range.upperBound]
  }
}

/// The inputs that a query names in its column `sources`: the id of a figure, a cell as
/// `LEDGER/ROW/COLUMN`, or `LEDGER/ROW` for those of a row that it read.
struct WrittenSources {
  private struct Row: Hashable {
    let ledger: String
    let number: Int
  }

  private let database: StatisticsDatabase
  private var rows: [Row: [Dataset.Source]] = [:]
  private lazy var all = Set(database.sources)

  init(_ database: StatisticsDatabase, read readings: [SourceRecorder.Reading]) {
    self.database = database
    for source in database.sources(of: readings) {
      if case .ledger(let name, let row, _) = source {
        rows[Row(ledger: name, number: row), default: []].append(source)
      }
    }
  }

  /// What one word names; none where there is nothing of that name.
  mutating func sources(_ word: String) -> [Dataset.Source] {
    if let id = Int(word) { return all.contains(.figure(id)) ? [.figure(id)] : [] }
    let parts = word.split(separator: "/", maxSplits: 2).map(String.init)
    guard parts.count > 1, let row = Int(parts[1]) else { return [] }
    if parts.count == 3 {
      let source = Dataset.Source.ledger(parts[0], row: row, column: parts[2])
      return all.contains(source) ? [source] : []
    }
    return rows[Row(ledger: parts[0], number: row)] ?? []
  }
}

extension Array {
  /// The first place from which on all elements are as asked, of an array that has those last.
  fileprivate func partitioned(_ isLast: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isLast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
