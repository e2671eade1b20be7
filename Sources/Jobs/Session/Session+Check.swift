import Diagnostics
import Fonts
import Proofreading
import Reports
import Settings
import Statistics
import Templates

extension Session {
  /// `check`: layouts, font maps, reports and ledgers are read and nothing is printed.
  ///
  /// A ledger `NAME.LEDGER.csv` (or `.xlsx`) is read as a layout declares it, that of the model or one
  /// that is checked in the same command; one of another name as the only ledger that is declared.
  /// Without a layout only its form is looked at. Of the model count its layout, its list of terms,
  /// the checks of language it leaves out, and whether it is strict.
  package func check(_ paths: [String], as model: Job) -> ExitStatus {
    report { progress throws(MachineFailure) in
      let resources = Resources(installation: installation)
      var check = FileCheck(resources: resources, model: model)
      if !model.layout.isEmpty { try check.readLayout(model.layout, &progress) }
      let isLedger = { path in
        LedgerReading.endings.contains(FilePath.pathExtension(LedgerReading.parts(of: path).path))
      }
      for path in paths.filter({ !isLedger($0) }) { try check.read(path, &progress) }
      for path in paths.filter(isLedger) { try check.readLedger(path, &progress) }
      if model.isStrict { progress.findings = progress.findings.strict() }
      try console.print(
        CheckTally(count: paths.count, findings: progress.findings).words[console.language]
      )
      return true
    }
  }
}

/// Reads files by their kind.
private struct FileCheck {
  let resources: Resources
  let model: Job
  private var proofreading: ReportProofreading
  /// What the layouts checked so far declare.
  private var plans: [StatisticsPlan] = []

  private static let endings = [".yaml", ".txt", ".csv", ".xlsx"]

  init(resources: Resources, model: Job) {
    self.resources = resources
    self.model = model
    proofreading = ReportProofreading(job: model)
  }

  mutating func read(_ path: String, _ progress: inout Progress) throws(MachineFailure) {
    switch FilePath.pathExtension(path) {
    case "yaml", "yml": try readSettings(path, &progress)
    case let ending where BatchPlan.reportEndings.contains(ending) || path == "-":
      try readReport(path, &progress)
    default:
      let arguments = ["path": FindingArgument.quote(path), "choices": .choices(Self.endings)]
      progress.findings.add(Finding(.unknownKind, arguments))
    }
  }

  private mutating func readReport(_ path: String, _ progress: inout Progress)
    throws(MachineFailure)
  {
    var job = model
    job.reports = [path]
    guard let reports = try ReportReading(job: job).reports(&progress) else { return }
    try proofreading.check(reports, from: [path], &progress)
  }

  /// A font map has `roles`, a list of terms `wrong`, `prefer` or `forbidden`; every other settings
  /// file is a layout.
  private mutating func readSettings(
    _ path: String,
    _ progress: inout Progress
  ) throws(MachineFailure) {
    var look = progress
    let root = SettingFile.read(try look.open(path), findings: &look.findings)
    if root?["roles"] != nil {
      _ = FontMap.read(try progress.open(path), findings: &progress.findings)
    } else if let root, TermList.isTermList(root) {
      _ = TermList.read(try progress.open(path), findings: &progress.findings)
    } else {
      try readLayout(path, &progress)
    }
  }

  mutating func readLayout(
    _ name: String,
    _ progress: inout Progress
  ) throws(MachineFailure) {
    if let template = try resources.template(name, &progress) { plans.append(template.plan) }
  }

  func readLedger(_ path: String, _ progress: inout Progress) throws(MachineFailure) {
    let file = LedgerReading.parts(of: path).path
    let name = FilePath.pathExtension(FilePath.stem(file))
    guard let plan = plan(for: name) else {
      let shown = name.isEmpty ? FilePath.stem(file) : name
      let plain = StatisticsPlan.LedgerDefinition(name: shown, columns: [])
      _ = try LedgerReading.ledger(path, plain, &progress)
      return
    }
    guard let definition = plan.ledgers.first,
      let ledger = try LedgerReading.ledger(path, definition, &progress)
    else { return }
    _ = ledger.naming(plan.organisations, &progress.findings)
  }

  /// The plan that declares a ledger, with no other; the later of two.
  private func plan(for name: String) -> StatisticsPlan? {
    let all = plans.flatMap { plan in plan.ledgers.map { (plan: plan, ledger: $0) } }
    let named = all.last { $0.ledger.name.lowercased() == name.lowercased() }
    guard let found = named ?? (all.count == 1 ? all.first : nil) else { return nil }
    return StatisticsPlan(ledgers: [found.ledger], organisations: found.plan.organisations)
  }
}

/// The last line of a check.
private struct CheckTally {
  let count: Int
  let findings: Findings

  var words: Bilingual {
    let errors = findings.count(of: .error)
    let warnings = findings.count(of: .warning)
    return Bilingual(
      "检查了 \(count) 个文件：\(errors) 个错误，\(warnings) 条警告\n",
      "files checked: \(count); errors: \(errors); warnings: \(warnings)\n"
    )
  }
}
