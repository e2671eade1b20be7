import Diagnostics
import Reports
import Statistics

/// Reads the ledgers of a job, each as the layout declares it.
struct LedgerReading {
  let plan: StatisticsPlan
  /// The name of the layout, for messages.
  let layout: String

  /// The ledgers of a job, in the order of the layout.
  ///
  /// Of two files for one ledger the later is read; one that lies beside the report goes before one
  /// that is named for all. A file goes before the table of the report that the layout names.
  func ledgers(
    of job: Job,
    reports: [Report],
    _ progress: inout Progress
  ) throws(MachineFailure) -> [Ledger] {
    let declared = Set(plan.ledgers.map(\.name))
    for given in job.data where !declared.contains(given.name) {
      progress.findings.add(unknown(given.name))
    }
    for other in job.companions where !declared.contains(other.name) {
      let arguments = ["path": FindingArgument.quote(other.value), "layout": .quote(layout)]
      progress.findings.add(Finding(.unusedCompanion, arguments))
    }
    checkCompanions(job.companions, &progress.findings)
    let given = job.data + job.companions
    var ledgers: [Ledger] = []
    for definition in plan.ledgers {
      let file = given.last { $0.name == definition.name }?.value
      let ledger = try self.ledger(definition, file, reports, &progress)
      if let ledger { ledgers.append(ledger) }
    }
    return ledgers
  }

  private func ledger(
    _ definition: StatisticsPlan.LedgerDefinition,
    _ file: String?,
    _ reports: [Report],
    _ progress: inout Progress
  ) throws(MachineFailure) -> Ledger? {
    guard let file else {
      return definition.reportTable.flatMap { table in
        Ledger.read(table, in: reports, definition: definition, findings: &progress.findings)
      }
    }
    if definition.reportTable != nil {
      let arguments = ["path": FindingArgument.quote(file), "name": .quote(definition.name)]
      progress.findings.add(Finding(.ledgerFileInstead, arguments))
    }
    return try Self.ledger(file, definition, &progress)
  }

  /// Says so when `NAME.LEDGER.csv` and `NAME.LEDGER.xlsx` both lie beside the report.
  private func checkCompanions(_ companions: [NamedValue], _ findings: inout Findings) {
    var first: [String: String] = [:]
    for companion in companions {
      guard let other = first.updateValue(companion.value, forKey: companion.name) else { continue }
      let paths: [String: FindingArgument] = [
        "first": .quote(other), "second": .quote(companion.value),
      ]
      findings.add(Finding(.twoCompanions, paths))
    }
  }

  private func unknown(_ name: String) -> Finding {
    let names = plan.ledgers.map(\.name)
    return Finding(
      names.isEmpty ? .noLedgerWanted : .unknownLedger,
      ["name": .quote(name), "layout": .quote(layout), "choices": .choices(names)],
      suggestion: Suggestion.nearest(to: name, among: names)
    )
  }

  /// Reads one file, a spreadsheet perhaps with the sheet behind `#`.
  static func ledger(
    _ name: String,
    _ definition: StatisticsPlan.LedgerDefinition,
    _ progress: inout Progress
  ) throws(MachineFailure) -> Ledger? {
    let (path, sheet) = parts(of: name)
    let id = try progress.open(path).id
    return Ledger.read(
      id,
      in: &progress.files,
      definition: definition,
      sheet: sheet.map { StatisticsPlan.LedgerDefinition.SheetChoice($0) },
      findings: &progress.findings
    )
  }

  /// `FILE.xlsx#SHEET` in its parts, unless there is a file of the whole name.
  static func parts(of name: String) -> (path: String, sheet: String?) {
    guard FileKind.at(name) == nil, let mark = name.lastIndex(of: "#") else { return (name, nil) }
    let sheet = name[name.index(after: mark)...]
    return sheet.isEmpty ? (name, nil) : (String(name[..<mark]), String(sheet))
  }

  /// What files of ledgers end in; those that cannot be read are told from others when they are.
  static let endings = ["csv", "tsv", "xlsx", "xlsm", "ods", "xls", "xlsb", "et"]
}
