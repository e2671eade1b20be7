import Diagnostics
import Foundation

extension Session {
  /// `batch`: many bulletins; failures do not stop the rest unless asked, and the summary says which
  /// failed and why.
  package func run(_ batch: Batch) async -> ExitStatus {
    var progress = Progress()
    do {
      var items = try BatchPlan(batch: batch).items(&progress)
      for index in items.indices { items[index].job.language = console.language }
      console.say(progress.findings, in: progress.files)
      guard !progress.findings.hasErrors else { return .errors }
      try Folder.make(batch.output)
      let results = try await make(items, of: batch)
      try deliverSummary(of: items, results, to: batch.summary)
      try console.print(BatchTally(results: results).words[console.language])
      return results.allSatisfy { $0.status == .made } ? .made : .errors
    } catch {
      console.say(error)
      return .environment
    }
  }

  private func make(
    _ items: [BatchItem],
    of batch: Batch
  ) async throws(MachineFailure) -> [BatchResult] {
    var workshops = Workshops(for: items.map(\.job), in: installation)
    if batch.model.records, let path = batch.model.history {
      var recording = Findings()
      try workshops.record(items.map(\.job), in: path, &recording)
      console.say(recording, in: SourceFiles())
    }
    return await make(items, of: batch, in: workshops)
  }

  private func make(
    _ items: [BatchItem],
    of batch: Batch,
    in workshops: Workshops
  ) async -> [BatchResult] {
    let delivery = Delivery(temporaryFiles: temporaryFiles)
    let runner = BatchRunner(
      workers: batch.workers ?? ProcessInfo.processInfo.activeProcessorCount,
      stopsAtFailure: batch.stopsAtFailure,
      make: { item in workshops.make(item) },
      deliver: { parcels throws(MachineFailure) in try delivery.deliver(parcels) }
    )
    for progress in workshops.shared { console.say(progress.findings, in: progress.files) }
    let results = await runner.run(items) { index, result in
      say(result, of: items[index], number: index + 1, of: items.count)
    }
    if console.showsProgress { console.sayError(Self.emptyLine) }
    return results
  }

  /// Goes back to the start of the terminal's line and clears it (ECMA-48, EL).
  private static let emptyLine = "\r\u{1B}[K"

  /// What was found in one bulletin, under its name, and on a terminal how far the batch is.
  private func say(_ result: BatchResult, of item: BatchItem, number: Int, of count: Int) {
    if console.showsProgress { console.sayError(Self.emptyLine) }
    let findings = result.ownFindings
    if !findings.list.isEmpty, console.diagnostics == .text { console.sayError("\(item.output)\n") }
    console.say(findings, in: result.files)
    if console.showsProgress { console.sayError("\(number)/\(count) \(item.job.name)") }
  }

  private func deliverSummary(
    of items: [BatchItem],
    _ results: [BatchResult],
    to path: String?
  ) throws(MachineFailure) {
    guard let path else { return }
    let summary = BatchSummary(items: items, results: results, language: console.language)
    let text = FilePath.pathExtension(path) == "json" ? summary.json.printed : summary.csv
    try Delivery(temporaryFiles: temporaryFiles)
      .deliver([.init(path: path, bytes: Array(text.utf8))])
  }
}

/// The last line of a batch.
private struct BatchTally {
  let results: [BatchResult]

  var words: Bilingual {
    let made = results.count { $0.status == .made }
    let failed = results.count - made
    return Bilingual("印好 \(made) 份，失败 \(failed) 份\n", "\(made) made, \(failed) failed\n")
  }
}
