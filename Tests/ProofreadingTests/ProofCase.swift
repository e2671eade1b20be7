import Diagnostics
import Foundation
import Proofreading
import Reports
import Testing
import WritingSystems

/// One line of `Tests/Proofreading/*.cases`.
struct ProofCase: Sendable, CustomTestStringConvertible {
  let check: String
  let text: String
  let place: String

  var testDescription: String { "\(place): \(check) | \(text)" }

  /// The parts that must be found, in order.
  var marked: [String] {
    text.split(separator: "⟦", omittingEmptySubsequences: false).dropFirst().compactMap {
      $0.split(separator: "⟧", omittingEmptySubsequences: false).first.map(String.init)
    }
  }

  /// The text without marks.
  var plain: String { text.filter { $0 != "⟦" && $0 != "⟧" } }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Proofreading")

  static func bytes(_ name: String) -> [UInt8] {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return [] }
    return Array(data)
  }

  static func read(_ name: String) -> [ProofCase] {
    let lines = String(decoding: bytes(name), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      let fields = line.split(separator: "|", maxSplits: 1)
      guard fields.count == 2 else { return nil }
      return ProofCase(
        check: fields[0].trimmingCharacters(in: .whitespaces),
        text: String(fields[1].drop { $0 == " " }),
        place: "\(name):\(index + 1)"
      )
    }
  }
}

/// A report made by hand, with the bytes it stands for.
struct HandmadeReport {
  let report: Report
  let bytes: [UInt8]

  /// `⏎` parts paragraphs; `§` begins a heading, `§§` the title.
  init(
    _ text: String,
    period: Period? = Period(year: 2025, month: 10),
    published: PartialDate? = PartialDate(year: 2025, month: 11, day: 3)
  ) {
    var bytes: [UInt8] = []
    var report = Report(name: "case", published: published, period: period)
    report.sections = [Report.Section(level: 0)]
    for line in text.split(separator: "⏎", omittingEmptySubsequences: false) {
      let content = String(line.drop { $0 == "§" || $0 == " " && line.hasPrefix("§") })
      let sourced = Self.sourced(content, &bytes)
      if line.hasPrefix("§§") {
        report.title = sourced
      } else if line.hasPrefix("§") {
        report.sections.append(Report.Section(level: 1, heading: sourced))
      } else {
        let paragraph = Report.Paragraph(text: sourced)
        report.sections[report.sections.count - 1].paragraphs.append(paragraph)
      }
    }
    self.report = report
    self.bytes = bytes
  }

  private static func sourced(_ text: String, _ bytes: inout [UInt8]) -> SourcedText {
    var sourced = SourcedText()
    for scalar in text.unicodeScalars {
      let start = bytes.count
      bytes += Array(String(scalar).utf8)
      let span = Span(file: SourceFile.ID(index: 0), start: start, end: bytes.count)
      sourced.append(String(scalar), span: span)
    }
    bytes.append(0x0A)
    return sourced
  }

  /// The bytes of a finding's span, as text.
  func text(of finding: Finding) -> String {
    guard let span = finding.span else { return "" }
    return String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }
}
