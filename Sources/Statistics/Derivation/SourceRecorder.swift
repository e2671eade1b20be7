import GRDB

/// Notes which inputs a query read, and their values, in the order of reading.
///
/// A class because the function `touch` of the database and the runner of queries share it; both
/// run on the one queue of the database, one after the other.
final class SourceRecorder: @unchecked Sendable {
  struct Reading: Hashable {
    /// An index into the sources of the database.
    let source: Int
    /// Nil where a word was read.
    let value: Double?
  }

  private var order: [Reading] = []
  private var seen: Set<Reading> = []

  func start() {
    order = []
    seen = []
  }

  /// What was read since `start`, each input with each of its values once.
  var readings: [Reading] { order }

  private func note(_ source: Int, _ value: DatabaseValue) {
    guard !value.isNull else { return }
    note(source, Double.fromDatabaseValue(value))
  }

  func note(_ source: Int, _ number: Double?) {
    let reading = Reading(source: source, value: number)
    if seen.insert(reading).inserted { order.append(reading) }
  }

  /// `touch(id, value)`: gives the value back and notes that it was read.
  var function: DatabaseFunction {
    DatabaseFunction("touch", argumentCount: 2) { [self] arguments in
      if let source = Int.fromDatabaseValue(arguments[0]) { note(source, arguments[1]) }
      return arguments[1]
    }
  }
}
