import Diagnostics

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
  }

  private let entries: [Key: Entry]

  init(for jobs: [Job], in installation: Installation) {
    var entries: [Key: Entry] = [:]
    for job in jobs where entries[Key(job)] == nil {
      entries[Key(job)] = Self.entry(for: job, in: installation)
    }
    self.entries = entries
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

  /// Makes one bulletin of a batch in memory.
  func make(_ item: BatchItem) -> BatchResult {
    let start = ContinuousClock.now
    var result = finished(item)
    result.seconds = StageTimes.seconds(of: ContinuousClock.now - start)
    return result
  }

  private func finished(_ item: BatchItem) -> BatchResult {
    switch entries[Key(item.job)] {
    case .ready(let workshop): return Self.run(item, in: workshop)
    case .failed(let progress):
      return BatchResult(status: .failed, findings: progress.findings, files: progress.files)
    case nil: preconditionFailure("a workshop was made for each job of the batch")
    }
  }

  private static func run(_ item: BatchItem, in workshop: Workshop) -> BatchResult {
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
      let result = BatchResult(
        status: .failed,
        findings: workshop.progress.findings,
        files: workshop.progress.files
      )
      return result.failing(error)
    }
  }
}
