package import Diagnostics
package import Reports
import WritingSystems

/// The door: what an editor would say of a report's language, with places.
///
/// Nothing of the report is changed. Cost is linear in the text. It may be used from any thread.
package struct Proofreader: Sendable {
  private let ignored: Set<ProofCheck>
  private let automaton: WordAutomaton

  /// A proofreader with a project's terms, that leaves some checks out.
  package init(terms: TermList = TermList(), ignoring ignored: Set<ProofCheck> = []) {
    self.ignored = ignored.union(terms.ignored)
    automaton = WordAutomaton.standard.adding(terms)
  }

  /// Reads a report; findings stand in the order of its text, each at its place in the source.
  ///
  /// Of one check the first hundred are listed, the rest is counted in a note.
  package func check(_ report: Report) -> Findings {
    var log = ProofLog(ignoring: ignored)
    let passages = Passage.all(in: report)
    var document = DocumentHabits()
    var pairs = Pairs()
    let calendar = ReportCalendar(report)
    for (index, passage) in passages.enumerated() {
      let next = index + 1 < passages.count ? passages[index + 1] : nil
      checkWords(passage, &log)
      pairs.check(passage, next: next, &log)
      Dates.check(passage, calendar, &log)
      document.look(at: passage)
      if passage.kind != .cell { checkNumbers(passage, &log) }
      if passage.kind != .cell { checkMarks(passage, &log) }
    }
    pairs.finish(&log)
    document.check(&log)
    calendar.check(passages.first, &log)
    return log.findings
  }

  private func checkWords(_ passage: Passage, _ log: inout ProofLog) {
    automaton.check(passage, &log)
    DoubledWords.check(passage, &log)
    DoubledPhrases.check(passage, &log)
  }

  private func checkNumbers(_ passage: Passage, _ log: inout ProofLog) {
    MixedNumerals.check(passage, &log)
    FixedNumerals.check(passage, &log)
    HanNumerals.check(passage, &log)
    Ranges.check(passage, &log)
    Years.check(passage, &log)
    NumberForms.check(passage, &log)
    Approximations.check(passage, &log)
    Multiples.check(passage, &log)
    Shares.check(passage, &log)
  }

  private func checkMarks(_ passage: Passage, _ log: inout ProofLog) {
    PauseMarks.check(passage, &log)
    Ordinals.check(passage, &log)
    DotsAndDashes.check(passage, &log)
    TitleMarks.check(passage, &log)
    Sentences.check(passage, &log)
  }
}
