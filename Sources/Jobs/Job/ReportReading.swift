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
        exceptions: try exceptions(beside: path, &progress),
        disabledRules: try rulesOff(beside: path, &progress)
      )
      var report = try ReportReader(options: options, dictionaries: dictionaries)
        .read(file.id, in: &progress.files, findings: &progress.findings)
      if let period = job.period { report?.period = period }
      reports.append(report.map { NeighbouringPictures.examined($0, &progress) })
    }
    var read = reports.compactMap { $0 }
    let areAttached = try attach(to: &read, &progress)
    return read.count == reports.count && areAttached ? read : nil
  }

  /// Reads the attachments and adds them to the last report; false when one cannot be read.
  private func attach(
    to reports: inout [Report],
    _ progress: inout Progress
  ) throws(MachineFailure) -> Bool {
    guard !job.attachments.isEmpty else { return true }
    guard job.reports.count > 0 else {
      progress.findings.add(Finding(.attachedToNothing))
      return false
    }
    var areRead = true
    for path in job.attachments {
      guard let (attachment, file) = try attachment(path, &progress) else {
        areRead = false
        continue
      }
      if !reports.isEmpty { reports[reports.count - 1].attach(attachment, from: file) }
    }
    return areRead
  }

  private func attachment(
    _ path: String,
    _ progress: inout Progress
  ) throws(MachineFailure) -> (Report, SourceFile.ID)? {
    let (table, sheet) = LedgerReading.parts(of: path)
    if AttachedTable.endings.contains(FilePath.pathExtension(table)) {
      let id = try progress.open(table).id
      return AttachedTable.read(id, sheet: sheet, &progress).map { ($0, id) }
    }
    let file = try progress.open(path)
    var options = ReportOptions(
      script: script,
      encoding: job.encoding,
      exceptions: try exceptions(beside: path, &progress)
    )
    options.isAttachment = true
    let report = try ReportReader(options: options, dictionaries: dictionaries)
      .read(file.id, in: &progress.files, findings: &progress.findings)
    return report.map { (NeighbouringPictures.examined($0, &progress), file.id) }
  }

  private var script: ReportOptions.TargetScript {
    switch job.script {
    case .keep: .keep
    case .simplified: .simplified
    case .traditional: .traditional
    case .taiwan: .taiwan
    case .hongKong: .hongKong
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

  /// `cleaning.yaml` beside a report switches rules of cleaning, as `--without` does.
  private func rulesOff(
    beside path: String,
    _ progress: inout Progress
  ) throws(MachineFailure) -> Set<CleaningRule> {
    var off = CleaningSwitches.rules(named: job.rulesOff, findings: &progress.findings)
    let list = FilePath.join(FilePath.split(path).folder, ReportReading.cleaningFile)
    guard path != "-", FileKind.at(list) == .file else { return off }
    let file = try progress.open(list)
    off.formUnion(CleaningSwitches.rulesOff(in: file, findings: &progress.findings))
    return off
  }

  static let cleaningFile = "cleaning.yaml"
  static let namesFile = "names.txt"
}
