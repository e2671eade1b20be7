import Diagnostics
import Foundation
import Reports
import Testing
import WritingSystems

/// The reports in `Tests/Structure`, each with the outline that a reader wrote down beside it.
///
/// Of a paragraph the outline gives the whole text, or its beginning and its end around …; a `+`
/// behind a heading says that the text runs on behind it in its line.
private let names: [String] = {
  let folder = root.appendingPathComponent("Tests/Structure").path
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
}()

@Suite struct OutlineFileTests {
  @Test func thereAreReportsOfAllKinds() {
    #expect(names.count >= 25)
    for kind in [
      "briefing", "circular", "notice", "study", "research", "assessment", "traditional",
    ] {
      #expect(names.contains { $0.hasPrefix(kind) })
    }
  }

  @Test(arguments: names) func isTakenApartAsWrittenDown(_ name: String) throws {
    let folder = root.appendingPathComponent("Tests/Structure")
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("\(name).txt")))
    let outline = try String(
      contentsOf: folder.appendingPathComponent("\(name).outline"),
      encoding: .utf8
    )
    let reading = try Reading(bytes, named: "\(name).txt")
    let found = lines(of: try #require(reading.report)) + findings(reading)
    let expected = outline.split(separator: "\n").map(String.init).filter {
      !$0.hasSuffix(" 0") || $0 == "section 0"
    }
    #expect(found.count == expected.count, "\(found.joined(separator: "\n"))")
    for (line, pattern) in zip(found, expected) {
      #expect(Self.matches(line, pattern), "\(line) for \(pattern)")
    }
    #expect(reading.unaccounted == nil)
  }

  private func lines(of report: Report) -> [String] {
    var lines = ["title \(report.title.string)"]
    lines += report.subtitle.map { "subtitle \($0.string)" }
    if let source = report.source { lines.append("source \(source.string)") }
    if let author = report.author { lines.append("author \(author.string)") }
    if let number = report.documentNumber { lines.append("document \(number.string)") }
    if let published = report.published { lines.append("published \(published.iso)") }
    if let organ = report.organisation { lines.append("organisation \(organ.string)") }
    if let period = report.period {
      let months = report.months.map { " \($0.lowerBound)-\($0.upperBound)" } ?? ""
      lines.append("period \(period.iso)\(months)")
    }
    for section in report.sections {
      let parts = ["section \(section.level)", section.number, section.heading.string]
      let head = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      lines.append(head + (section.runsOn ? " +" : ""))
      lines += section.paragraphs.map { "  \($0.kind.rawValue) \($0.text.string)" }
    }
    return lines
  }

  /// How often each finding of structure was made.
  private func findings(_ reading: Reading) -> [String] {
    let codes = FindingCode.structure + [.noTitle]
    return codes.compactMap { code in
      let count = reading.findings.list.count { $0.code == code }
      return count > 0 ? "finding \(code.name) \(count)" : nil
    }
  }

  private static func matches(_ line: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, pattern.hasPrefix("  ") else { return line == pattern }
    return line.hasPrefix(parts[0]) && line.hasSuffix(parts[1])
  }
}
