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
  var history = History()

  /// Reports, what was derived from them and the ledgers, and what is recorded of it.
  struct Derived {
    var reports: [Report]
    var dataset: Dataset
    /// Nil unless the job records.
    var month: History.Month?
  }

  /// Reads and derives; nil when a report or a ledger has errors.
  func derived(_ progress: inout Progress) throws(MachineFailure) -> Derived? {
    progress.times.begin("读报告", "read")
    let reportReading = ReportReading(
      job: job,
      dictionaries: dictionaries,
      usualScript: template.script
    )
    guard let reports = try reportReading.reports(&progress) else { return nil }
    progress.times.begin("统计", "derive")
    let reading = LedgerReading(plan: template.plan, layout: template.name)
    let ledgers = try reading.ledgers(of: job, reports: reports, &progress)
    // What a ledger read by halves would give is no statistics: its errors would bury their cause.
    guard !progress.findings.hasErrors else { return nil }
    let dataset = try Dataset.derive(
      template.plan,
      reports: reports,
      figures: FigureRecogniser().figures(in: reports),
      ledgers: ledgers,
      history: history,
      period: job.period,
      findings: &progress.findings
    )
    let month = month(of: dataset, reports, ledgers, &progress)
    return Derived(reports: reports, dataset: dataset, month: month)
  }

  private func month(
    of dataset: Dataset,
    _ reports: [Report],
    _ ledgers: [Ledger],
    _ progress: inout Progress
  ) -> History.Month? {
    guard job.records else { return nil }
    guard let period = job.period ?? reports.lazy.compactMap(\.period).first else {
      progress.findings.add(Finding(.historyWithoutPeriod))
      return nil
    }
    return History.Month(
      of: dataset,
      ledgers: ledgers,
      layout: template.name,
      period: period,
      title: reports.first?.title.string ?? template.name
    )
  }

  /// What the layout sets; nil when what was given has errors.
  func composition(
    _ progress: inout Progress
  ) throws(MachineFailure) -> (Composition, month: History.Month?)? {
    let parameters = try parameters(&progress)
    guard let derived = try derived(&progress) else { return nil }
    let reports = derived.reports
    var proofreading = ReportProofreading(job: job)
    try proofreading.check(reports, from: job.reports, &progress)
    let recogniser = FigureRecogniser()
    let convert = try WordConversion(
      to: reports.first?.script ?? .other,
      dictionaries: dictionaries
    )
    let composition = Composition(
      reports: reports,
      dataset: derived.dataset,
      parameters: parameters,
      date: job.date,
      recognise: { recogniser.recognise($0) },
      convert: { convert($0) }
    )
    return (composition, derived.month)
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
