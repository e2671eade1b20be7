import GRDB

extension Dataset {
  /// The libraries that decide the results, with their versions; a database in memory is opened to
  /// ask for its own.
  package static var libraries: [String] {
    let version = try? DatabaseQueue().read { database in
      try String.fetchOne(database, sql: "select sqlite_version()")
    }
    return version.map { ["SQLite \($0)"] } ?? []
  }
}
