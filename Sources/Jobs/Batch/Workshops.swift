import Diagnostics
import Statistics

/// The workshops of a batch: one for each layout, profile and font map that its jobs name.
///
/// All are made before the first job is run, in input order; then they are only read.
struct Workshops: Sendable {
  private struct Key: Hashable {
    let layout: String
    let profile: Job.Profile
    let fontMap: String?

    init(_ job: Job) {
      layout = job.layout
      profile = job.profile
      fontMap = job.fontMap
    }
  }

  private enum Entry {
    case ready(Workshop)
    /// The layout or the font map has errors, or cannot be read.
    case failed(Progress)

    var progress: Progress {
      switch self {
      case .ready(let workshop): workshop.progress
      case .failed(let progress): progress
      }
    }
  }

  private var entries: [Key: Entry]
  /// What was found in layouts and font maps, one for each workshop, in input order.
  let shared: [Progress]

  init(for jobs: [Job], in installation: Installation) {
    var entries: [Key: Entry] = [:]
    var shared: [Progress] = []
    for job in jobs where entries[Key(job)] == nil {
      let entry = Self.entry(for: job, in: installation)
      entries[Key(job)] = entry
      shared.append(entry.progress)
    }
    self.entries = entries
    self.shared = shared
  }

  private static func entry(for job: Job, in installation: Installation) -> Entry {
    var progress = Progress()
    do {
      let workshop = try Workshop(for: job, in: installation, progress: &progress)
      return workshop.map { .ready($0) } ?? .failed(progress)
    } catch {
      progress.findings.add(error.finding)
      return .failed(progress)
    }
  }

  /// Reads and derives all jobs, records their months in the order of periods, and lets the
  /// workshops read them: a batch compares each month with those recorded beside it.
  ///
  /// Jobs with errors are left out here; they are reported when they are run.
  mutating func record(
    _ jobs: [Job],
    in path: String,
    _ findings: inout Findings
  ) throws(MachineFailure) {
    var months: [History.Month] = []
    for job in jobs {
      guard case .ready(let workshop)? = entries[Key(job)] else { continue }
      var progress = workshop.progress
      let content = Content(
        job: job,
        template: workshop.template,
        dictionaries: workshop.dictionaries
      )
      let month = (try? content.derived(&progress))?.month
      if let month, !progress.findings.hasErrors { months.append(month) }
    }
    try HistoryKeeping(path: path).record(months, &findings)
    for job in jobs {
      guard case .ready(var workshop)? = entries[Key(job)] else { continue }
      try workshop.readHistory(of: job)
      entries[Key(job)] = .ready(workshop)
    }
  }

  /// Makes one bulletin of a batch in memory.
  func make(_ item: BatchItem) -> BatchResult {
    guard let entry = entries[Key(item.job)] else {
      preconditionFailure("a workshop was made for each job of the batch")
    }
    let start = ContinuousClock.now
    var result = Self.run(item, in: entry)
    result.seconds = StageTimes.seconds(of: ContinuousClock.now - start)
    result.sharedFindings = entry.progress.findings.list.count
    return result
  }

  private static func run(_ item: BatchItem, in entry: Entry) -> BatchResult {
    let shared = entry.progress
    let failed = BatchResult(status: .failed, findings: shared.findings, files: shared.files)
    guard case .ready(let workshop) = entry else { return failed }
    do {
      let outcome = try item.job.run(in: workshop)
      return BatchResult(
        status: outcome.isMade ? .made : .failed,
        pages: outcome.pageCount,
        findings: outcome.progress.findings,
        files: outcome.progress.files,
        parcels: outcome.parcels(to: item.output)
      )
    } catch {
      return failed.failing(error)
    }
  }
}
