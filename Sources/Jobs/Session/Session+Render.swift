import Diagnostics
import PageModel

extension Session {
  /// `render`: one bulletin, written where it was asked for; one line is said for each file.
  package func render(_ job: Job, output: String?, trace: String?) -> ExitStatus {
    var job = job
    job.language = console.language
    let path = output ?? "\(job.name).\(job.format.rawValue)"
    return report { progress throws(MachineFailure) in
      guard let workshop = try Workshop(for: job, in: installation, progress: &progress) else {
        return false
      }
      let outcome = try job.run(in: workshop)
      progress = outcome.progress
      console.say(outcome.progress.times, pages: outcome.pages)
      guard outcome.isMade else { return false }
      let parcels = outcome.parcels(to: path)
      let delivery = Delivery(temporaryFiles: temporaryFiles)
      try delivery.deliver(parcels + Self.traceParcel(of: outcome, to: trace))
      if let path = job.history, let month = outcome.month {
        try HistoryKeeping(path: path).record([month], &progress.findings)
      }
      try console.print(MadeFiles(parcels: parcels, outcome: outcome).words[console.language])
      return true
    }
  }

  private static func traceParcel(of outcome: JobOutcome, to path: String?) -> [Delivery.Parcel] {
    guard let path, let pages = outcome.pages else { return [] }
    return [Delivery.Parcel(path: path, bytes: Array(pages.trace.utf8))]
  }

  /// Does a piece of work, says what was found, and gives the status: `work` tells whether it is
  /// done.
  func report(
    _ work: (inout Progress) throws(MachineFailure) -> Bool
  ) -> ExitStatus {
    var progress = Progress()
    do {
      let isDone = try work(&progress)
      console.say(progress.findings, in: progress.files)
      return isDone && !progress.findings.hasErrors ? .made : .errors
    } catch {
      progress.findings.add(error.finding)
      console.say(progress.findings, in: progress.files)
      return .environment
    }
  }
}

/// What is said of files that were made: path, pages and warnings of each on a line.
struct MadeFiles {
  let parcels: [Delivery.Parcel]
  let outcome: JobOutcome

  var words: Bilingual {
    let warnings = outcome.progress.findings.count(of: .warning)
    let lines = zip(parcels, outcome.products).filter { $0.0.path != "-" }.map { parcel, product in
      let pages = product.page == nil ? outcome.pageCount : 1
      return (parcel.path, pages, warnings)
    }
    return Bilingual(
      lines.map { "\($0.0)：\($0.1) 页，\($0.2) 条警告\n" }.joined(),
      lines.map { "\($0.0): \(Self.count($0.1, "page")), \(Self.count($0.2, "warning"))\n" }
        .joined()
    )
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension Console {
  /// With `--verbose`: the time of each stage, and what a finished page takes in memory.
  func say(_ times: StageTimes, pages: PagedDocument?) {
    guard isVerbose else { return }
    var table = PlainTable()
    for entry in times.entries {
      table.add([entry.name[language], StageTimes.seconds(entry.seconds) + " s"])
    }
    sayError(table.text())
    if let pages, !pages.pages.isEmpty {
      // The benchmarks read this line; it is the same in both languages.
      sayError("page model: \(pages.footprint / pages.pages.count) bytes/page\n")
    }
  }
}
