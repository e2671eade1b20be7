import Diagnostics
import Foundation
import Reports
import Testing
import WritingSystems

/// What a report is made of, one line for each heading and paragraph: its kind, its length, its
/// first and last two characters, and a digest of its text.
///
/// The expected files were written by reading the reports and taking them apart with a script of
/// its own, not by this program. They hold no sentence of the reports.
enum Digests {
  static func of(_ report: Report) -> String {
    var lines = ["title \(brief(report.title.string))"]
    lines += report.subtitle.map { "subtitle \(brief($0.string))" }
    lines += [
      "source \(report.source?.string ?? "-")", "published \(report.published?.iso ?? "-")",
      "organisation \(report.organisation?.string ?? "-")",
      "document \(report.documentNumber?.string ?? "-")", "period \(report.period?.iso ?? "-")",
    ]
    for section in report.sections {
      let heading = section.heading.isEmpty ? "-" : brief(section.heading.string)
      lines += ["", "section \(section.level) \(section.number ?? "-") \(heading)"]
      lines += section.paragraphs.map { "  \($0.kind.rawValue) \(brief($0.text.string))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func brief(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let first = String(String.UnicodeScalarView(scalars.prefix(2)))
    let last = String(String.UnicodeScalarView(scalars.suffix(2)))
    return "\(scalars.count) \(first)…\(last) \(digest(text))"
  }

  /// FNV-1a in 64 bits.
  private static func digest(_ text: String) -> String {
    let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}

@Suite(.enabled(if: sharedFolder != nil, "the shared reports are not at hand (KANYIN_SHARED)"))
struct SharedStructureTests {
  @Test(arguments: [
    "qidong-2022-10.txt", "infectious-2019-01.txt", "sichuan-replies-2004-gbk.txt",
    "jiangsu-2026-gov-report.txt", "wanzai-2022-communique.html",
  ])
  func isTakenApartAsAReaderDoes(_ name: String) throws {
    let reading = try Reading(shared(name), named: name)
    let report = try #require(reading.report)
    let file = root.appendingPathComponent("Tests/Expected/shared/\(name).expected")
    let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let found = Digests.of(report).split(separator: "\n")
    for (a, b) in zip(found, expected) { #expect(a == b) }
    #expect(found.count == expected.count)
    #expect(!reading.has(.brokenSectionOrder) && !reading.has(.repeatedSectionNumber))
    #expect(!reading.has(.skippedHeadingLevel) && !reading.has(.documentNumberForm))
  }
}
