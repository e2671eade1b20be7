import Diagnostics
import Proofreading
import Reports
import Settings

/// Reads the reports of a job for their language, with the project's list of terms.
struct ReportProofreading {
  /// The job that names the list and the checks to leave out.
  let job: Job
  /// The proofreaders made so far, by the paths of their lists; that of none is "".
  private var proofreaders: [String: Proofreader] = [:]

  init(job: Job) {
    self.job = job
  }

  /// Adds what an editor would say; `paths` are those of the reports, in their order.
  mutating func check(
    _ reports: [Report],
    from paths: [String],
    _ progress: inout Progress
  ) throws(MachineFailure) {
    let ignored = Set(job.ignoredChecks.flatMap(\.checks))
    let ignoresAll = ignored.count == ProofCheck.all.count
    for (path, report) in zip(paths, reports) {
      let proofreader = try proofreader(for: path, ignored, &progress)
      if !ignoresAll { progress.findings.add(contentsOf: proofreader.check(report)) }
    }
  }

  private mutating func proofreader(
    for report: String,
    _ ignored: Set<ProofCheck>,
    _ progress: inout Progress
  ) throws(MachineFailure) -> Proofreader {
    let path = Self.listFile(of: job, for: report)
    if let made = proofreaders[path ?? ""] { return made }
    var terms = TermList()
    if let path {
      let file = try progress.open(path)
      terms = TermList.read(file, findings: &progress.findings) ?? terms
    }
    let proofreader = Proofreader(terms: terms, ignoring: ignored)
    proofreaders[path ?? ""] = proofreader
    return proofreader
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
