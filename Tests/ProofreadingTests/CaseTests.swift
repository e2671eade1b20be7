import Diagnostics
import Proofreading
import Testing

@Suite("Cases of the language checks")
struct CaseTests {
  private static let plain = ["numbers.cases", "dates.cases", "marks.cases", "words.cases"]
    .flatMap(ProofCase.read)
  private static let terms = ProofCase.read("terms.cases")

  @Test("each check finds its part, and nothing else is found", arguments: plain)
  func findsWhatIsMarked(_ example: ProofCase) {
    expect(example, Proofreader())
  }

  @Test("a project's list finds its words", arguments: terms)
  func findsTerms(_ example: ProofCase) throws {
    var findings = Findings()
    var files = SourceFiles()
    let file = files.add(name: "terms.yaml", bytes: ProofCase.bytes("terms.yaml"))
    let list = try #require(TermList.read(file, findings: &findings))
    #expect(findings.list.isEmpty)
    expect(example, Proofreader(terms: list))
  }

  private func expect(_ example: ProofCase, _ proofreader: Proofreader) {
    let made = HandmadeReport(example.plain)
    let found = proofreader.check(made.report).list.map { finding in
      "\(finding.code.name.dropFirst("language.".count)): \(made.text(of: finding))"
    }
    let expected = example.check == "ok" ? [] : example.marked.map { "\(example.check): \($0)" }
    #expect(found == expected)
  }

  @Test("each check has cases, and clean lines are not fewer than a third of them")
  func casesAreWhole() {
    let all = Self.plain + Self.terms
    let covered = Set(all.map(\.check))
    let missing = ProofCheck.all.map(\.name).filter { !covered.contains($0) }
    #expect(missing == ["published-before-period"], "it needs a report, see ReportTests")
    #expect(covered.subtracting(ProofCheck.all.map(\.name)) == ["ok"])
    #expect(all.count { $0.check == "ok" } * 3 >= all.count { $0.check != "ok" })
  }
}
