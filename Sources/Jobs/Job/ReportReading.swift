import Diagnostics
import Reports
import WritingSystems

/// Reads the reports of a job.
struct ReportReading {
  let job: Job
  var dictionaries = ScriptDictionaries()
  /// The layout's wish, which holds when the job has none.
  var usualScript: ReportOptions.TargetScript?

  /// The reports in their order; nil when one of them cannot be read as a report.
  func reports(_ progress: inout Progress) throws(MachineFailure) -> [Report]? {
    var reports: [Report?] = []
    for path in job.reports {
      let file = try progress.open(path)
      let options = ReportOptions(
        script: script,
        encoding: job.encoding,
        exceptions: try exceptions(beside: path, &progress)
      )
      var report = try ReportReader(options: options, dictionaries: dictionaries)
        .read(file.id, in: &progress.files, findings: &progress.findings)
      if let period = job.period { report?.period = period }
      reports.append(report)
    }
    let read = reports.compactMap { $0 }
    return read.count == reports.count ? read : nil
  }

  private var script: ReportOptions.TargetScript {
    switch job.script {
    case .keep: .keep
    case .simplified: .simplified
    case .traditional: .traditional
    case nil: usualScript ?? .keep
    }
  }

  /// `names.txt` beside a report lists the names of people and places that keep their characters.
  private func exceptions(
    beside path: String,
    _ progress: inout Progress
  ) throws(MachineFailure) -> ScriptExceptions {
    let list = FilePath.join(FilePath.split(path).folder, ReportReading.namesFile)
    guard script != .keep, path != "-", FileKind.at(list) == .file else {
      return ScriptExceptions()
    }
    let file = try progress.open(list)
    return ScriptExceptions(list: String(decoding: file.bytes, as: UTF8.self))
  }

  static let namesFile = "names.txt"
}
