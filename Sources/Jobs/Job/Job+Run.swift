package import Diagnostics
import DocumentModel
import Fonts
import PageLayout
import PageModel
import Statistics
import Templates

extension Job {
  /// Does the job: reports are read, statistics derived, a document composed, pages laid out, the
  /// file drawn and finished.
  ///
  /// Findings accumulate; nothing is drawn when there are errors.
  package func run(in workshop: Workshop) throws(MachineFailure) -> JobOutcome {
    var outcome = JobOutcome(progress: workshop.progress)
    guard let document = try document(in: workshop, &outcome) else {
      return settled(outcome)
    }
    outcome.progress.times.begin("排版", "lay out")
    let shaper = Shaper(library: workshop.library)
    let pages = layOut(
      document,
      shaper: shaper,
      hyphenators: workshop.hyphenators,
      findings: &outcome.progress.findings
    )
    if let failure = shaper.failures.first { throw failure }
    outcome.pages = pages
    if profile == .proof {
      let proof = Proof(
        language: language,
        document: document,
        reports: outcome.reports,
        checks: outcome.checks,
        shaper: shaper,
        hyphenators: workshop.hyphenators
      )
      outcome.pages = proof.on(pages, outcome.progress)
      if let failure = shaper.failures.first { throw failure }
    }
    outcome = settled(outcome)
    guard !outcome.progress.findings.hasErrors else { return outcome }
    let drawing = Drawing(job: self, workshop: workshop)
    outcome.products = try drawing.products(of: outcome.pages ?? pages, &outcome.progress)
    return settled(outcome)
  }

  private func document(
    in workshop: Workshop,
    _ outcome: inout JobOutcome
  ) throws(MachineFailure) -> Document? {
    let content = Content(
      job: self,
      template: workshop.template,
      dictionaries: workshop.dictionaries,
      history: workshop.history
    )
    guard let (composition, month) = try content.composition(&outcome.progress) else { return nil }
    outcome.month = month
    outcome.reports = composition.reports
    outcome.checks = composition.dataset.checks
    outcome.progress.times.begin("编排", "compose")
    return workshop.template.compose(composition, findings: &outcome.progress.findings)
  }

  /// The outcome with warnings raised as `--strict` asks, and without files when there are errors.
  private func settled(_ outcome: JobOutcome) -> JobOutcome {
    var outcome = outcome
    outcome.progress.times.end()
    if profile == .proof {
      outcome.progress.findings = ProofMarks.lowered(outcome.progress.findings)
    }
    if isStrict { outcome.progress.findings = outcome.progress.findings.strict() }
    if outcome.progress.findings.hasErrors { outcome.products = [] }
    return outcome
  }
}
