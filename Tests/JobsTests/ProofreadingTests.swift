import Diagnostics
import Foundation
import Jobs
import Proofreading
import Testing

/// The language checks as the shell sees them, and their page of documentation.
@Suite("Proofreading")
struct ProofreadingTests {
  private static let report = """
    关于十月工作情况的报告

    会议指出，，要抓好落实。全县的的工作进展顺利，县委两新工委会召开会议。

    """

  private func folder(terms: String?) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("report.txt", Self.report)
    if let terms { try folder.write("terms.yaml", terms) }
    return folder
  }

  private func codes(_ arguments: [String], in folder: TemporaryFolder) throws -> [String] {
    let run = try Program.run(["inspect", "report.txt", "--json"] + arguments, in: folder.path(""))
    return run.output.matches(of: #/"(language\.[a-z-]+)"/#).map { String($0.1) }
  }

  @Test("inspect lists what is wrong with the language, and the list beside the report counts")
  func inspects() throws {
    let doubled = ["language.doubled-mark", "language.doubled-word"]
    #expect(try codes([], in: folder(terms: nil)) == doubled)
    let terms = "wrong:\n  - {word: 两新工委会, right: 两新工委}\n"
    #expect(try codes([], in: folder(terms: terms)) == doubled + ["language.wrong-term"])
  }

  @Test("--ignore leaves checks out, one or all")
  func ignores() throws {
    let one = try codes(["--ignore", "doubled-mark"], in: folder(terms: nil))
    #expect(one == ["language.doubled-word"])
    #expect(try codes(["--ignore", "all"], in: folder(terms: nil)).isEmpty)
    let wrong = try Program.run(["inspect", "report.txt", "--ignore", "nothing"])
    #expect(wrong.status == 64)
  }

  @Test("check warns and goes on; with --strict warnings are errors")
  func checks() throws {
    let folder = try folder(terms: nil)
    #expect(try Program.run(["check", "report.txt"], in: folder.path("")).status == 0)
    #expect(try Program.run(["check", "--strict", "report.txt"], in: folder.path("")).status == 1)
  }

  @Test("a list with mistakes is told with all its places")
  func refusesList() throws {
    let folder = try folder(terms: "wrnog: []\nforbidden: [甲]\n")
    let run = try Program.run(["check", "terms.yaml", "report.txt"], in: folder.path(""))
    #expect(run.status == 1)
    #expect(run.errors.contains("terms.yaml:1:1") && run.errors.contains("terms.yaml:2:13"))
  }

  @Test("the clean samples give nothing, and the sample list is one")
  func cleanSamples() throws {
    let reports = ["reports/clean/anlan-2025-09.txt", "reports/clean/anlan-2025-10.txt"]
    let run = try Program.run(["check", "reports/terms.yaml", "--verbose"] + reports)
    #expect(run.status == 0)
    #expect(!run.errors.contains("language.") && !run.errors.contains("terms."))
  }

  @Test("Documentation/Proofreading.md lists the checks as they are")
  func documentationIsCurrent() throws {
    let path = "Documentation/Proofreading.md"
    let marks = ("<!-- checks -->\n", "<!-- end -->")
    let page = try Repository.text(path)
    let start = try #require(page.range(of: marks.0)).upperBound
    let end = try #require(page.range(of: marks.1)).lowerBound
    let text = page[..<start] + (try Self.table()) + page[end...]
    try Expected.compare(String(text), with: path, command: "make bless")
  }

  /// All checks with their severity, clause and first case.
  private static func table() throws -> String {
    let examples = try examples()
    let rows = ProofCheck.all.map { check in
      let words = check.code.words
      let message = [words.chinese, words.english].map { text in
        text.replacing("{found}", with: "…").replacing("{better}", with: "…")
      }
      let severity = check.code.severity == .warning ? "警告 warning" : "提示 note"
      let source = check.source.map { $0.chinese } ?? "–"
      return "| `\(check.name)` | \(severity) | \(message[0])<br>\(message[1]) | \(source) | "
        + "\(examples[check.name] ?? "–") |\n"
    }
    return "\n| check | | | 依据 | 例 |\n|---|---|---|---|---|\n" + rows.joined() + "\n"
  }

  private static func examples() throws -> [String: String] {
    var examples: [String: String] = [:]
    for name in ["numbers", "dates", "marks", "words", "terms"] {
      for line in try Repository.text("Tests/Proofreading/\(name).cases").split(separator: "\n") {
        let fields = line.split(separator: "|", maxSplits: 1)
        guard fields.count == 2 else { continue }
        let check = fields[0].trimmingCharacters(in: .whitespaces)
        let text = fields[1].trimmingCharacters(in: .whitespaces)
          .replacing("⟦", with: "**").replacing("⟧", with: "**")
        examples[check] = examples[check] ?? text
      }
    }
    return examples
  }
}
