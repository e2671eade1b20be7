import Diagnostics
import Reports
import Settings
import Statistics
import Templates

/// What a bulletin is made of besides its layout: reports, statistics, parameters.
struct Content {
  let job: Job
  let template: Template
  var dictionaries = ScriptDictionaries()

  /// The reports, and the dataset derived from them and the ledgers; nil when one of them has errors.
  func dataset(
    _ progress: inout Progress
  ) throws(MachineFailure) -> (reports: [Report], dataset: Dataset)? {
    progress.times.begin("读报告", "read")
    let reportReading = ReportReading(
      job: job,
      dictionaries: dictionaries,
      usualScript: template.script
    )
    guard let reports = try reportReading.reports(&progress) else { return nil }
    progress.times.begin("统计", "derive")
    let reading = LedgerReading(plan: template.plan, layout: template.name)
    let ledgers = try reading.ledgers(of: job, &progress)
    // What a ledger read by halves would give is no statistics: its errors would bury their cause.
    guard !progress.findings.hasErrors else { return nil }
    let dataset = try Dataset.derive(
      template.plan,
      reports: reports,
      figures: FigureRecogniser().figures(in: reports),
      ledgers: ledgers,
      findings: &progress.findings
    )
    return (reports, dataset)
  }

  /// What the layout sets; nil when what was given has errors.
  func composition(_ progress: inout Progress) throws(MachineFailure) -> Composition? {
    let parameters = try parameters(&progress)
    guard let (reports, dataset) = try dataset(&progress) else { return nil }
    let recogniser = FigureRecogniser()
    let convert = try WordConversion(
      to: reports.first?.script ?? .other,
      dictionaries: dictionaries
    )
    return Composition(
      reports: reports,
      dataset: dataset,
      parameters: parameters,
      date: job.date,
      recognise: { recogniser.recognise($0) },
      convert: { convert($0) }
    )
  }

  /// The entries of parameter files, then those of the command line, which win.
  private func parameters(
    _ progress: inout Progress
  ) throws(MachineFailure) -> [ParameterSetting] {
    var settings: [ParameterSetting] = []
    for path in job.parameterFiles {
      let file = try progress.open(path)
      guard let root = SettingFile.read(file, findings: &progress.findings) else { continue }
      if case .mapping = root.value {
        settings += ParameterSetting.settings(in: root)
      } else {
        progress.findings.add(Finding(.parametersNotAMapping, at: root.span))
      }
    }
    return settings + job.parameters.map { ParameterSetting(name: $0.name, value: .text($0.value)) }
  }
}
