import Diagnostics
import Foundation
import Reports
import Testing

/// A text with its noise marked, as the files of `Tests/Noise` have them.
///
/// Each line begins with a mark: `#` the title, `+` text that stays as it is, `-` noise, `<` text as
/// it is given and, below, `>` as it should be.
struct NoiseCase: Sendable, CustomTestStringConvertible {
  let name: String
  var given: [String] = []
  var body: [String] = []
  var noise: [String] = []
  var title = ""
  var isWrapped = false

  var testDescription: String { name }

  init(_ url: URL) throws {
    name = url.deletingPathExtension().lastPathComponent
    let text = try String(contentsOf: url, encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty {
      let words = String(line.dropFirst(2))
      switch line.first {
      case "#": (title, given) = (words, given + [words])
      case "+": (body, given) = (body + [words], given + [words])
      case "-": (noise, given) = (noise + [words], given + [words])
      case "<": (isWrapped, given) = (true, given + [words])
      case ">": body.append(words)
      default: Issue.record("\(name): a line without a mark: \(line)")
      }
    }
  }

  static func all(in folder: String) -> [NoiseCase] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Noise/\(folder)")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
      .compactMap { try? NoiseCase($0) }
  }
}

@Suite struct NoiseTests {
  @Test(arguments: ["pages", "unseen", "wordings"].flatMap { NoiseCase.all(in: $0) })
  func losesNoSentenceAndKeepsNoNoise(_ one: NoiseCase) throws {
    // The ways in which pages part their lines.
    for separator in one.isWrapped ? ["\n", "\r\n"] : ["\n", "\n\n", "\r\n"] {
      let reading = try Reading(one.given.joined(separator: separator))
      let report = try #require(reading.report)
      #expect(report.title.string == one.title)
      #expect(text(of: reading) == one.body)
      #expect(reading.unaccounted == nil)
    }
  }

  @Test(arguments: NoiseCase.all(in: "clean"))
  func changesNothingInCleanText(_ one: NoiseCase) throws {
    let reading = try Reading(one.given.joined(separator: "\n") + "\n")
    let report = try #require(reading.report)
    #expect(report.title.string == one.title)
    #expect(text(of: reading) == one.body)
    #expect(report.repaired.isEmpty && report.dropped.isEmpty)
    #expect(!reading.findings.list.contains { $0.code.name.hasPrefix("report.cleaned") })
  }

  @Test func thereAreFortyKindsOfNoise() {
    #expect(NoiseCase.all(in: "pages").count >= 40)
    #expect(NoiseCase.all(in: "clean").count >= 20)
  }

  @Test func theDocumentationPrintsTheEvidence() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/Reading.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains(CleaningRule.evidenceTable.joined(separator: "\n")))
  }

  /// The text of a report line by line: a table's rows are lines of their own.
  private func text(of reading: Reading) -> [String] {
    reading.lines.flatMap { $0.split(separator: "\n").map(String.init) }
  }
}
