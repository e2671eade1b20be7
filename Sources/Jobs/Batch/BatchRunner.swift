import Containers
package import Diagnostics

/// One bulletin of a batch: the job, and where it goes.
package struct BatchItem: Hashable, Sendable {
  package var job: Job
  /// The path of the file.
  package var output: String

  package init(job: Job, output: String) {
    self.job = job
    self.output = output
  }
}

/// How one bulletin of a batch ended.
package struct BatchResult: Sendable {
  package enum Status: String, Hashable, Sendable {
    case made, failed
  }

  package var status: Status
  package var pages: Int
  package var seconds: Double
  package var findings: Findings
  package var files: SourceFiles
  /// The files in memory; empty when it failed.
  package var parcels: [Delivery.Parcel]
  /// Of the bytes of all its files, one after the other; nil when it failed.
  package var digest: String?
  /// Nothing was wrong with it: an earlier one failed, and the batch stops at failures.
  package var isSkipped: Bool
  /// How many of the findings, from the first, are those of the layout and the fonts: said once for
  /// all that share them.
  package var sharedFindings = 0

  package init(
    status: Status,
    pages: Int = 0,
    seconds: Double = 0,
    findings: Findings = Findings(),
    files: SourceFiles = SourceFiles(),
    parcels: [Delivery.Parcel] = []
  ) {
    self.status = status
    self.pages = pages
    self.seconds = seconds
    self.findings = findings
    self.files = files
    self.parcels = parcels
    isSkipped = false
    if status == .made {
      var digest = SHA256()
      for parcel in parcels { digest.add(parcel.bytes) }
      self.digest = digest.finish()
    }
  }

  /// The result with a failure of the machine instead of files.
  package func failing(_ failure: MachineFailure) -> BatchResult {
    var findings = findings
    findings.add(failure.finding)
    var result = BatchResult(status: .failed, seconds: seconds, findings: findings, files: files)
    result.sharedFindings = sharedFindings
    return result
  }

  /// The findings of this bulletin alone.
  package var ownFindings: Findings {
    var own = Findings()
    for finding in findings.list.dropFirst(sharedFindings) { own.add(finding) }
    return own
  }

  static var skipped: BatchResult {
    var result = BatchResult(status: .failed)
    result.isSkipped = true
    return result
  }
}

/// Runs the items of a batch on a bounded number of workers, and gives results in input order.
///
/// Nothing but the time a job takes depends on the workers: results are finished in the order of the
/// items, and when a batch stops at the first failure, it is the first in input order.
package struct BatchRunner: Sendable {
  package let workers: Int
  package let stopsAtFailure: Bool
  /// Makes one bulletin in memory.
  package let make: @Sendable (BatchItem) -> BatchResult
  /// Writes its files.
  package let deliver: @Sendable ([Delivery.Parcel]) throws(MachineFailure) -> Void

  package init(
    workers: Int,
    stopsAtFailure: Bool = false,
    make: @escaping @Sendable (BatchItem) -> BatchResult,
    deliver: @escaping @Sendable ([Delivery.Parcel]) throws(MachineFailure) -> Void
  ) {
    precondition(workers > 0, "a batch has a worker at least")
    self.workers = workers
    self.stopsAtFailure = stopsAtFailure
    self.make = make
    self.deliver = deliver
  }

  /// Runs all items; `finished` is told of each, in input order.
  package func run(
    _ items: [BatchItem],
    finished: (Int, BatchResult) -> Void = { _, _ in }
  ) async -> [BatchResult] {
    var early: [Int: BatchResult] = [:]
    var results: [BatchResult] = []
    await withTaskGroup(of: (Int, BatchResult).self) { group in
      var started = 0
      func startNext() {
        guard started < items.count else { return }
        let index = started
        started += 1
        group.addTask { (index, self.result(of: items[index])) }
      }
      for _ in 0..<min(workers, items.count) { startNext() }
      while let (index, result) = await group.next() {
        early[index] = result
        while let next = early.removeValue(forKey: results.count) {
          let settled = stopsAtFailure ? delivered(next) : next
          finished(results.count, settled)
          results.append(settled)
          if stopsAtFailure, settled.status == .failed { return }
        }
        startNext()
      }
    }
    let skipped = items.count - results.count
    return results + Array(repeating: .skipped, count: skipped)
  }

  /// A worker delivers what it made itself, unless an earlier failure may yet forbid it.
  private func result(of item: BatchItem) -> BatchResult {
    let made = make(item)
    return stopsAtFailure ? made : delivered(made)
  }

  private func delivered(_ result: BatchResult) -> BatchResult {
    guard result.status == .made else { return result }
    var result = result
    do {
      try deliver(result.parcels)
    } catch {
      return result.failing(error)
    }
    result.parcels = result.parcels.map { Delivery.Parcel(path: $0.path, bytes: []) }
    return result
  }
}
