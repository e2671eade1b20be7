package import Diagnostics
import GRDB
package import WritingSystems

/// The SQLite file that keeps the months (`--history`).
///
/// Every change is one immediate transaction with SQLite's rollback journal: two writers wait for
/// each other, and a process that is killed leaves what was there before. A correction is a new
/// version of its month; earlier versions stay in the file. No clock is read: versions are numbers.
package struct HistoryFile: Sendable {
  package let path: String
  private let queue: DatabaseQueue

  /// `KNYN`: how the file is known from other SQLite databases.
  private static let applicationID: Int64 = 0x4B4E_594E
  private static let version: Int64 = 1
  /// How long a writer waits for another one.
  private static let patience = 30.0

  /// Opens a file for reading; it must be there.
  package static func open(_ path: String) throws(MachineFailure) -> HistoryFile {
    try HistoryFile(path, mayWrite: false)
  }

  /// Opens a file for recording; it is made when there is none.
  package static func openForRecording(_ path: String) throws(MachineFailure) -> HistoryFile {
    try HistoryFile(path, mayWrite: true)
  }

  private init(_ path: String, mayWrite: Bool) throws(MachineFailure) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = !mayWrite
    configuration.busyMode = .timeout(Self.patience)
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      if mayWrite { try queue.write { try Self.prepare($0) } }
      let isOurs = try queue.read { try Self.isOurs($0) }
      guard isOurs else { throw DatabaseError(resultCode: .SQLITE_NOTADB) }
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// All months of a layout as they stand.
  package func months(of layout: String) throws(MachineFailure) -> History {
    try reading { History(months: try HistoryTables.months(of: layout, in: $0)) }
  }

  /// Every version of every month, by layout, period and version.
  package func listings() throws(MachineFailure) -> [History.Listing] {
    try reading { try HistoryTables.listings(in: $0) }
  }

  /// What recording a month did.
  package enum Recording: Hashable, Sendable {
    case added
    /// The month was there with the same figures and ledgers.
    case unchanged
    /// An earlier version of the month was replaced and is kept.
    case replaced
  }

  /// Records a month; the same month with other figures becomes a new version.
  package func record(_ month: History.Month) throws(MachineFailure) -> Recording {
    try writing { try HistoryTables.record(month, in: $0) }
  }

  /// Takes a month out; false when it is not there.
  ///
  /// Its versions stay in the file.
  package func remove(_ period: Period, of layout: String) throws(MachineFailure) -> Bool {
    try writing { try HistoryTables.remove(period, of: layout, in: $0) }
  }

  // MARK: The file

  private static func prepare(_ database: Database) throws {
    let objects = try Int.fetchOne(database, sql: "select count(*) from sqlite_schema") ?? 0
    guard objects == 0 else { return }
    try database.execute(sql: HistoryTables.schema)
    try database.execute(sql: "pragma application_id = \(applicationID)")
    try database.execute(sql: "pragma user_version = \(version)")
  }

  private static func isOurs(_ database: Database) throws -> Bool {
    try Int64.fetchOne(database, sql: "pragma application_id") == applicationID
      && Int64.fetchOne(database, sql: "pragma user_version") == version
  }

  private func reading<T>(_ work: (Database) throws -> T) throws(MachineFailure) -> T {
    do { return try queue.read(work) } catch { throw Self.failure(error, path) }
  }

  private func writing<T>(_ work: (Database) throws -> T) throws(MachineFailure) -> T {
    do { return try queue.write(work) } catch { throw Self.failure(error, path) }
  }

  private static func failure(_ error: any Error, _ path: String) -> MachineFailure {
    let failure = error as? DatabaseError
    let file: [String: FindingArgument] = ["path": .quote(path)]
    switch failure?.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: return MachineFailure(.historyNotOurs, file)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return MachineFailure(.historyBusy, file)
    default:
      let message = failure?.message ?? "\(error)"
      let arguments = file.merging(["message": .word(message)]) { first, _ in first }
      return MachineFailure(.historyFailed, arguments)
    }
  }
}
