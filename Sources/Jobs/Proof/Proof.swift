import Diagnostics
import DocumentModel
import Fonts
import PageLayout
import PageModel
import Reports
import Statistics
import WritingSystems

/// A proof (校样): the bulletin's own pages, untouched, with what was found written beside them, and
/// all findings and checks listed behind.
struct Proof {
  let language: MessageLanguage
  let document: Document
  let reports: [Report]
  let checks: [Dataset.CheckResult]
  let shaper: Shaper
  let hyphenators: Hyphenators

  /// The pages of the proof.
  ///
  /// What its own list cannot keep (a line too loose) is no finding of the bulletin and not told.
  func on(_ pages: PagedDocument, _ progress: Progress) -> PagedDocument {
    let findings = ProofMarks.lowered(progress.findings)
    let entries = ProofEntry.entries(
      of: findings,
      on: pages.pages,
      texts: ReportTexts(reports)
    )
    let inks = ProofInks(pages.palette)
    let type = ProofType(language: language)
    var proof = ProofMarks(findings).on(pages)
    proof.palette = inks.palette
    let margin = MarginNotes(setup: document.page, inks: inks, type: type, shaper: shaper)
    proof = margin.on(proof, entries)
    let list = ProofList(
      setup: document.page,
      inks: inks,
      type: type,
      places: SpanPlaces(progress.files)
    )
    var own = Findings()
    proof.append(
      layOut(
        list.document(of: entries, checks: checks, info: pages.info),
        shaper: shaper,
        hyphenators: hyphenators,
        findings: &own
      )
    )
    return proof
  }
}
