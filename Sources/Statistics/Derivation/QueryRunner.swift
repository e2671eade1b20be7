import Diagnostics
import GRDB
import GRDBSQLite
import WritingSystems

/// Runs the statements of a layout, one SELECT each, within limits that are the same everywhere.
struct QueryRunner {
  /// A table as a query gave it, and what it read.
  struct Answer {
    var columns: [Dataset.Column]
    var rows: [[Dataset.Value]]
    var readings: [SourceRecorder.Reading]
    /// The inputs that its column `sources` names, row by row; nil where it has none.
    var named: [[Dataset.Source]]?
    /// Whether the order of its rows is the query's own and not chance.
    var isOrdered: Bool
  }

  let database: StatisticsDatabase
  let limits: Derivation.Limits

  /// The answer, or nil and a finding at the place of the query.
  func run(
    _ sql: String,
    name: String,
    at span: Span?,
    _ findings: inout Findings
  ) -> Answer? {
    do {
      let answer = try answer(to: sql)
      if !answer.isOrdered {
        findings.add(Finding(.queryUnordered, at: span, ["query": .quote(name)]))
      }
      return answer
    } catch {
      findings.add(finding(for: error, name: name, at: span))
      return nil
    }
  }

  /// What an answer was derived from: what it names, else what it read, which is an upper bound.
  func sources(of answer: Answer) -> [Dataset.Source] {
    guard let named = answer.named else { return database.sources(of: answer.readings) }
    var seen: Set<Dataset.Source> = []
    return named.joined().filter { seen.insert($0).inserted }
  }

  /// The numbers read, in their order, as the arithmetic of checks takes them.
  func terms(of readings: [SourceRecorder.Reading]) -> [Arithmetic.Term] {
    readings.compactMap { reading in
      reading.value.map { Arithmetic.Term(value: $0, decimals: database.decimals[reading.source]) }
    }
  }

  /// `82.43 − 28.57 = 53.86` of an answer of one number; nil where the numbers read do not give it.
  func arithmetic(of answer: Answer) -> String? {
    guard case .number(let value)? = answer.rows.first?.first else { return nil }
    return Arithmetic.derivation(of: value, from: terms(of: answer.readings))
  }

  private enum Refusal: Error {
    case notSelect
    case tooManyRows
    case badValue(column: String, found: String)
    case unknownSource(String)
  }

  private func answer(to sql: String) throws -> Answer {
    guard Self.beginsQuery(sql) else { throw Refusal.notSelect }
    return try database.queue.inDatabase { connection in
      database.recorder.start()
      let raw = try fetch(sql, in: connection)
      let readings = database.recorder.readings
      let isOrdered = try raw.rows.count < 2 || isSame(raw, backwards: sql, in: connection)
      let narrowed = try narrow(raw, read: readings)
      let rows = try narrowed.rows.map { try values($0, narrowed.names) }
      return Answer(
        columns: columns(of: sql, narrowed, rows, readings),
        rows: rows,
        readings: readings,
        named: narrowed.sources,
        isOrdered: isOrdered
      )
    }
  }

  /// Names of columns and rows, as SQLite gives them.
  private struct RawAnswer {
    var names: [String]
    var rows: [[DatabaseValue]]
    /// What the column `sources` names, row by row, when there is one.
    var sources: [[Dataset.Source]]?
    /// Where that column stood.
    var sourcesPlace: Int?
  }

  private func fetch(_ sql: String, in connection: Database) throws -> RawAnswer {
    let guardian = StatementGuard(connection, steps: limits.steps)
    defer { guardian.release() }
    let statement = try connection.makeStatement(sql: sql)
    guard statement.isReadonly else { throw Refusal.notSelect }
    return RawAnswer(names: statement.columnNames, rows: try rows(of: statement))
  }

  /// Whether the query gives the same rows when SQLite reads what is unordered backwards: if not,
  /// their order is chance and may change with the version of the library.
  private func isSame(
    _ answer: RawAnswer,
    backwards sql: String,
    in connection: Database
  ) throws -> Bool {
    try connection.execute(sql: "pragma reverse_unordered_selects = 1")
    defer { try? connection.execute(sql: "pragma reverse_unordered_selects = 0") }
    return try fetch(sql, in: connection).rows == answer.rows
  }

  /// Takes the column `sources` out of the rows: it narrows what the query was derived from.
  private func narrow(
    _ answer: RawAnswer,
    read readings: [SourceRecorder.Reading]
  ) throws -> RawAnswer {
    guard let place = answer.names.firstIndex(where: { $0.lowercased() == "sources" }),
      answer.names.count > 1
    else { return answer }
    var narrowed = answer
    narrowed.names.remove(at: place)
    narrowed.sourcesPlace = place
    var written = WrittenSources(database, read: readings)
    narrowed.sources = try answer.rows.map { row in
      let number = Int.fromDatabaseValue(row[place]).map { String($0) }
      let words = number ?? String.fromDatabaseValue(row[place]) ?? ""
      return try words.split { " ,，、".contains($0) }.flatMap { word in
        let named = written.sources(String(word))
        guard !named.isEmpty else { throw Refusal.unknownSource(String(word)) }
        return named
      }
    }
    for index in narrowed.rows.indices { narrowed.rows[index].remove(at: place) }
    return narrowed
  }

  private func rows(of statement: Statement) throws -> [[DatabaseValue]] {
    var rows: [[DatabaseValue]] = []
    let cursor = try Row.fetchCursor(statement)
    while let row = try cursor.next() {
      guard rows.count < limits.rows else { throw Refusal.tooManyRows }
      rows.append(Array(row.databaseValues))
    }
    return rows
  }

  // MARK: Values

  /// The columns with their types and units: of a ledger's column or a number of the report that
  /// is selected as it is, those are kept.
  private func columns(
    of sql: String,
    _ answer: RawAnswer,
    _ rows: [[Dataset.Value]],
    _ readings: [SourceRecorder.Reading]
  ) -> [Dataset.Column] {
    var columns = Self.columns(answer.names, answer.rows)
    var origins = database.origins.origins(of: sql)
    if let place = answer.sourcesPlace, origins.indices.contains(place) {
      origins.remove(at: place)
    }
    guard origins.count == columns.count else { return columns }
    for (index, origin) in origins.enumerated() {
      switch origin {
      case .ledger(let type):
        columns[index].type = type.rawValue
        columns[index].unit = type == .percent ? "%" : nil
      case .figure:
        columns[index].unit = database.unit(of: rows.map { $0[index] }, among: readings)
      case nil: break
      }
    }
    return columns
  }

  private static func columns(_ names: [String], _ rows: [[DatabaseValue]]) -> [Dataset.Column] {
    names.enumerated().map { index, name in
      var type = "integer"
      var isEmpty = true
      for row in rows {
        switch row[index].storage {
        case .double:
          if type == "integer" { type = "number" }
          isEmpty = false
        case .string, .blob:
          type = "text"
          isEmpty = false
        case .int64: isEmpty = false
        case .null: break
        }
      }
      return Dataset.Column(name: name, type: isEmpty ? "text" : type)
    }
  }

  private func values(_ row: [DatabaseValue], _ names: [String]) throws -> [Dataset.Value] {
    try zip(row, names).map { value, name in
      switch value.storage {
      case .null: return .null
      case .int64(let number): return .number(Double(number))
      case .double(let number):
        // Twelve digits hide what binary fractions add: 82.43 − 28.57 is 53.86.
        guard let exact = DecimalText(number) else {
          throw Refusal.badValue(column: name, found: "∞")
        }
        return .number(exact.rounded(significant: 12).double)
      case .string(let text): return .text(text)
      case .blob: throw Refusal.badValue(column: name, found: "BLOB")
      }
    }
  }

  // MARK: What went wrong

  private func finding(for error: any Error, name: String, at span: Span?) -> Finding {
    var arguments: [String: FindingArgument] = ["query": .quote(name)]
    if let refusal = error as? Refusal {
      switch refusal {
      case .notSelect: return Finding(.queryNotSelect, at: span, arguments)
      case .tooManyRows:
        arguments["limit"] = .number(limits.rows)
        return Finding(.queryTooManyRows, at: span, arguments)
      case .badValue(let column, let found):
        (arguments["column"], arguments["found"]) = (.quote(column), .word(found))
        return Finding(.queryBadValue, at: span, arguments)
      case .unknownSource(let written):
        arguments["found"] = .quote(written)
        return Finding(.queryUnknownSource, at: span, arguments)
      }
    }
    guard let failure = error as? DatabaseError else {
      arguments["message"] = .word("\(error)")
      return Finding(.queryFailed, at: span, arguments)
    }
    let message = failure.message ?? failure.resultCode.description
    arguments["message"] = .word(message)
    // SQLite says SQLITE_ERROR, not SQLITE_AUTH, of functions and pragmas it was told to refuse.
    if failure.resultCode == .SQLITE_AUTH || message.hasPrefix("not authorized") {
      return Finding(.queryRefused, at: span, arguments)
    }
    switch failure.resultCode {
    case .SQLITE_INTERRUPT:
      arguments["limit"] = .number(limits.steps)
      return Finding(.queryTooManySteps, at: span, arguments)
    // How GRDB answers several statements in one text.
    case .SQLITE_MISUSE: return Finding(.queryNotSelect, at: span, arguments)
    default:
      let suggestion = suggestion(for: message)
      return Finding(.queryFailed, at: span, arguments, suggestion: suggestion)
    }
  }

  /// The name nearest to the one that SQLite does not know.
  private func suggestion(for message: String) -> String? {
    for kind in ["column", "table", "function", "indicator"] {
      let prefix = "no such \(kind): "
      guard message.hasPrefix(prefix) else { continue }
      let written = message.dropFirst(prefix.count).split(separator: ".").last.map(String.init)
      return written.flatMap { Suggestion.nearest(to: $0, among: database.names) }
    }
    return nil
  }

  /// Whether a text begins with SELECT, WITH or VALUES, comments stepped over.
  private static func beginsQuery(_ sql: String) -> Bool {
    var rest = sql.unicodeScalars[...]
    while true {
      rest = rest.drop { $0.properties.isWhitespace }
      if rest.starts(with: "--".unicodeScalars) {
        rest = rest.drop { $0 != "\n" }
      } else if rest.starts(with: "/*".unicodeScalars) {
        rest = rest.dropFirst(2)
        while !rest.isEmpty, !rest.starts(with: "*/".unicodeScalars) { rest.removeFirst() }
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    let word = String(String.UnicodeScalarView(rest.prefix { $0.properties.isAlphabetic }))
    return ["select", "with", "values"].contains(word.lowercased())
  }
}

/// Keeps watch while one statement of a layout is prepared and run: what it may do, and how long.
///
/// GRDB's own authorizer is replaced: from the first of these statements on the connection serves
/// them and the pragma that turns their reading around.
private struct StatementGuard {
  private let connection: SQLiteConnection?
  private let remaining: UnsafeMutablePointer<Int>

  /// How many instructions SQLite's machine runs between two looks at the count.
  private static let stride = 1000

  /// Bytes of the longest text that a query may make.
  ///
  /// One instruction of SQLite's machine can fill
  /// a whole value (`printf('%*d', …)`), which no count of instructions sees. A paragraph of ten
  /// million characters still goes in.
  private static let longestValue: Int32 = 40_000_000

  init(_ database: Database, steps: Int) {
    connection = database.sqliteConnection
    remaining = .allocate(capacity: 1)
    remaining.initialize(to: steps / Self.stride)
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Self.longestValue)
    sqlite3_set_authorizer(connection, Self.authorize, nil)
    sqlite3_progress_handler(
      connection,
      Int32(Self.stride),
      { counter in
        guard let left = counter?.assumingMemoryBound(to: Int.self) else { return 1 }
        left.pointee -= 1
        return left.pointee < 0 ? 1 : 0
      },
      remaining
    )
  }

  func release() {
    sqlite3_progress_handler(connection, 0, nil, nil)
    sqlite3_set_authorizer(connection, nil, nil)
    remaining.deallocate()
  }

  /// Reading and calling functions is allowed, but not the tables behind the views, chance, the
  /// clock and extensions.
  private static let authorize:
    @convention(c) (
      UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
      UnsafePointer<CChar>?, UnsafePointer<CChar>?
    ) -> Int32 = { _, action, first, second, _, view in
      switch action {
      case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
      case SQLITE_READ:
        let table = first.map { String(cString: $0) } ?? ""
        let isHidden = table.hasSuffix(" cells") || table.hasSuffix(" names")
        // Counting the rows of a view reads the table behind it, but no column.
        let isValue = second.map { $0.pointee != 0 } ?? false
        return isHidden && isValue && view == nil ? SQLITE_DENY : SQLITE_OK
      case SQLITE_FUNCTION:
        let name = second.map { String(cString: $0).lowercased() } ?? ""
        return StatementGuard.refusedFunctions.contains(name) ? SQLITE_DENY : SQLITE_OK
      default: return SQLITE_DENY
      }
    }

  private static let refusedFunctions: Set<String> = [
    "random", "randomblob", "load_extension", "date", "time", "datetime", "julianday", "unixepoch",
    "strftime", "timediff", "current_date", "current_time", "current_timestamp", "fts3_tokenizer",
    "sqlite_version", "sqlite_source_id", "changes", "total_changes", "last_insert_rowid",
  ]
}
