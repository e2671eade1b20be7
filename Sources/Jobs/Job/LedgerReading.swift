import Diagnostics
import Statistics
import WritingSystems

/// Reads the ledgers of a job, each as the layout declares it.
struct LedgerReading {
  let plan: StatisticsPlan
  /// The name of the layout, for messages.
  let layout: String

  /// The ledgers of a job, in the order of the layout.
  ///
  /// Of two files for one ledger the later is read; one that lies beside the report goes before one
  /// that is named for all.
  func ledgers(of job: Job, _ progress: inout Progress) throws(MachineFailure) -> [Ledger] {
    let declared = Set(plan.ledgers.map(\.name))
    for given in job.data where !declared.contains(given.name) {
      progress.findings.add(unknown(given.name))
    }
    for other in job.companions where !declared.contains(other.name) {
      let arguments = ["path": FindingArgument.quote(other.value), "layout": .quote(layout)]
      progress.findings.add(Finding(.unusedCompanion, arguments))
    }
    let given = job.data + job.companions
    var ledgers: [Ledger] = []
    for definition in plan.ledgers {
      guard let file = given.last(where: { $0.name == definition.name }) else { continue }
      if let ledger = try Self.ledger(file.value, definition, &progress) { ledgers.append(ledger) }
    }
    return ledgers
  }

  private func unknown(_ name: String) -> Finding {
    let names = plan.ledgers.map(\.name)
    return Finding(
      names.isEmpty ? .noLedgerWanted : .unknownLedger,
      ["name": .quote(name), "layout": .quote(layout), "choices": .choices(names)],
      suggestion: Suggestion.nearest(to: name, among: names)
    )
  }

  /// Reads one file; spreadsheets save Chinese as GBK too, so its encoding is found out.
  static func ledger(
    _ path: String,
    _ definition: StatisticsPlan.LedgerDefinition,
    _ progress: inout Progress
  ) throws(MachineFailure) -> Ledger? {
    let id = try progress.open(path).id
    let decoder = TextDecoder()
    guard decoder.decode(id, in: &progress.files, findings: &progress.findings) != nil else {
      return nil
    }
    return Ledger.read(
      progress.files[id],
      definition: definition,
      findings: &progress.findings
    )
  }
}
