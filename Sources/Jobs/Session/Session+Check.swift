import Diagnostics
import Fonts
import Reports
import Settings
import Statistics
import Templates

extension Session {
  /// `check`: layouts, font maps, reports and ledgers are read and nothing is printed.
  ///
  /// A ledger `NAME.LEDGER.csv` is read as a layout declares it that is checked in the same
  /// command; without one only its form is looked at.
  package func check(_ paths: [String], isStrict: Bool) -> ExitStatus {
    report { progress throws(MachineFailure) in
      var check = FileCheck(resources: Resources(installation: installation))
      let isLedger = { FilePath.pathExtension($0) == "csv" }
      for path in paths.filter({ !isLedger($0) }) { try check.read(path, &progress) }
      for path in paths.filter(isLedger) { try check.readLedger(path, &progress) }
      if isStrict { progress.findings = progress.findings.strict() }
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
  /// The ledgers that the layouts checked so far declare.
  private var definitions: [StatisticsPlan.LedgerDefinition] = []

  private static let endings = [".yaml", ".txt", ".csv"]

  init(resources: Resources) {
    self.resources = resources
  }

  mutating func read(_ path: String, _ progress: inout Progress) throws(MachineFailure) {
    switch FilePath.pathExtension(path) {
    case "yaml", "yml": try readSettings(path, &progress)
    case let ending where BatchPlan.reportEndings.contains(ending) || path == "-":
      _ = try ReportReading(job: Job(reports: [path], layout: "")).reports(&progress)
    default:
      let arguments = ["path": FindingArgument.quote(path), "choices": .choices(Self.endings)]
      progress.findings.add(Finding(.unknownKind, arguments))
    }
  }

  /// A font map has `roles`; every other settings file is a layout.
  private mutating func readSettings(
    _ path: String,
    _ progress: inout Progress
  ) throws(MachineFailure) {
    var look = progress
    let root = SettingFile.read(try look.open(path), findings: &look.findings)
    if root?["roles"] != nil {
      _ = FontMap.read(try progress.open(path), findings: &progress.findings)
    } else if let template = try resources.template(path, &progress) {
      definitions += template.plan.ledgers
    }
  }

  func readLedger(_ path: String, _ progress: inout Progress) throws(MachineFailure) {
    let name = FilePath.pathExtension(FilePath.stem(path))
    let declared = definitions.last { $0.name.lowercased() == name }
    if let declared {
      _ = try LedgerReading.ledger(path, declared, &progress)
    } else {
      let plain = try Self.plainDefinition(of: path, named: name)
      _ = try LedgerReading.ledger(path, plain, &progress)
    }
  }

  /// All columns as text, by the file's own names.
  private static func plainDefinition(
    of path: String,
    named name: String
  ) throws(MachineFailure) -> StatisticsPlan.LedgerDefinition {
    let header = CSVReader.read(try FileReading.bytes(of: path)).rows.first
    let columns = (header?.cells ?? []).map { cell in
      StatisticsPlan.LedgerDefinition.Column(name: cell.text, type: .text)
    }
    return StatisticsPlan.LedgerDefinition(name: name, columns: columns)
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
