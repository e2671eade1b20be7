import Diagnostics

/// Which bulletins a batch makes, found in its folder or its manifest.
struct BatchPlan {
  let batch: Batch

  /// The extensions that reports have.
  static let reportEndings = ["txt"]

  /// The items in input order; after an error none.
  func items(_ progress: inout Progress) throws(MachineFailure) -> [BatchItem] {
    let items =
      FileKind.at(batch.input) == .folder
      ? folderItems(&progress)
      : try Manifest(batch: batch).items(&progress)
    checkOutputs(of: items, &progress.findings)
    return progress.findings.hasErrors ? [] : items
  }

  /// A report `NAME.txt` with its parameters `NAME.yaml` and its ledgers `NAME.LEDGER.csv` or
  /// `.xlsx`.
  private func folderItems(_ progress: inout Progress) -> [BatchItem] {
    let names = Folder.files(in: batch.input)
    let reports = names.filter { name in
      Self.reportEndings.contains(FilePath.pathExtension(name)) && name != ReportReading.namesFile
    }
    if reports.isEmpty {
      let endings = Self.reportEndings.map { ".\($0)" }
      progress.findings.add(
        Finding(.emptyFolder, ["path": .quote(batch.input), "choices": .choices(endings)])
      )
    }
    return reports.map { item(for: $0, among: names) }
  }

  private func item(for report: String, among names: [String]) -> BatchItem {
    let stem = FilePath.stem(report)
    var job = batch.model
    job.reports = [FilePath.join(batch.input, report)]
    for ending in ["yaml", "yml"] where names.contains("\(stem).\(ending)") {
      job.parameterFiles.append(FilePath.join(batch.input, "\(stem).\(ending)"))
    }
    for name in names where name.hasPrefix("\(stem).") {
      guard LedgerReading.endings.contains(FilePath.pathExtension(name)) else { continue }
      let ledger = FilePath.stem(name).dropFirst(stem.count + 1)
      guard !ledger.isEmpty else { continue }
      let path = FilePath.join(batch.input, name)
      job.companions.append(NamedValue(name: String(ledger), value: path))
    }
    return BatchItem(job: job, output: batch.path(for: job))
  }

  private func checkOutputs(of items: [BatchItem], _ findings: inout Findings) {
    var first: [String: BatchItem] = [:]
    for item in items {
      guard let other = first.updateValue(item, forKey: item.output) else { continue }
      findings.add(
        Finding(
          .sharedOutput,
          [
            "first": .quote(other.job.name), "second": .quote(item.job.name),
            "output": .quote(item.output),
          ]
        )
      )
    }
  }
}

extension Batch {
  /// Where a job's file goes when nobody says otherwise.
  func path(for job: Job) -> String {
    FilePath.join(output, "\(job.name).\(job.format.rawValue)")
  }
}
