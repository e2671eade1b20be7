import Diagnostics
import Proofreading
import Reports
import Settings

/// Reads the reports of a job for their language, with the project's list of terms.
struct ReportProofreading {
  let job: Job
  /// The lists read so far, by their paths; nil where one cannot be used.
  private var lists: [String: TermList] = [:]

  init(job: Job) {
    self.job = job
  }

  /// Adds what an editor would say; `reports` are those of the job, in their order.
  mutating func check(
    _ reports: [Report],
    _ progress: inout Progress
  ) throws(MachineFailure) {
    let ignored = Set(job.ignoredChecks.flatMap(\.checks))
    for (path, report) in zip(job.reports, reports) {
      let terms = try terms(for: path, &progress)
      guard ignored.count < ProofCheck.all.count else { continue }
      let proofreader = Proofreader(terms: terms, ignoring: ignored)
      progress.findings.add(contentsOf: proofreader.check(report))
    }
  }

  private mutating func terms(
    for report: String,
    _ progress: inout Progress
  ) throws(MachineFailure) -> TermList {
    guard let path = Self.listFile(of: job, for: report) else { return TermList() }
    if let list = lists[path] { return list }
    let file = try progress.open(path)
    let list = TermList.read(file, findings: &progress.findings) ?? TermList()
    lists[path] = list
    return list
  }

  /// The list that `--terms` names; else the one beside the report; else the project's, in the
  /// current folder or its `reports`.
  private static func listFile(of job: Job, for report: String) -> String? {
    if let path = job.terms { return path }
    let beside = report == "-" ? [] : [FilePath.split(report).folder]
    return (beside + [".", "reports"]).map { FilePath.join($0, TermList.fileName) }
      .first { FileKind.at($0) == .file }
  }
}

/// `--ignore NAME`: a check of language that is left out, or all of them.
package struct IgnoredCheck: Hashable, Sendable {
  /// `doubled-word`, or `all`.
  package let name: String

  /// Nil for what is no check; the code of a finding, `language.doubled-word`, is taken too.
  package init?(_ text: String) {
    let name = text.hasPrefix("language.") ? String(text.dropFirst("language.".count)) : text
    guard name == "all" || ProofCheck.named(name) != nil else { return nil }
    self.name = name
  }

  var checks: [ProofCheck] {
    name == "all" ? ProofCheck.all : ProofCheck.named(name).map { [$0] } ?? []
  }
}
