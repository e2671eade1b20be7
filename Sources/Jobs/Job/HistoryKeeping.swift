import Diagnostics
import Statistics
import WritingSystems

/// Reads and records the months of a history database for jobs.
struct HistoryKeeping {
  let path: String

  /// The months before as the file of a job has them now.
  ///
  /// A job that records may begin a new file: then there are none yet.
  static func months(for job: Job, layout: String) throws(MachineFailure) -> History {
    guard let path = job.history, !(job.records && FileKind.at(path) == nil) else {
      return History()
    }
    return try HistoryFile.open(path).months(of: layout)
  }

  /// Records months in the order of their periods; each correction of an earlier record is said.
  func record(
    _ months: [History.Month],
    _ findings: inout Findings
  ) throws(MachineFailure) {
    guard !months.isEmpty else { return }
    let file = try HistoryFile.openForRecording(path)
    for month in months.sorted(by: { $0.period < $1.period })
    where try file.record(month) == .replaced {
      findings.add(
        Finding(
          .historyReplaced,
          ["period": .word(month.period.iso), "layout": .quote(month.layout)]
        )
      )
    }
  }
}
