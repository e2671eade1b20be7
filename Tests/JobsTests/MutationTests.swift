import Foundation
import Testing

@Suite("One wrong digit") struct MutationTests {
  private struct Answer: Decodable {
    struct Source: Decodable {
      var figure: Int?
      var period: String?
    }

    struct Check: Decodable {
      var title: String
      var holds: Bool?
      var sources: [Source]
    }

    var checks: [Check]
  }

  private struct Figures: Decodable {
    struct Figure: Decodable { var quote: String }

    var figures: [Figure]
  }

  private static let sample = "reports/clean/anlan-2025-10.txt"

  private static func checks(of report: String) throws -> [Answer.Check] {
    let run = try Program.run([
      "statistics", report, "--layout", "briefing", "--json", "--data",
      "townships=reports/anlan-2025-10.townships.csv",
    ])
    return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)).checks
  }

  /// The report with one digit of a quote another one, for each of its digits.
  ///
  /// Of equal quotes the one meant is the `turn`-th.
  private static func mutations(of quote: String, turn: Int, in report: String) -> [String] {
    let places = report.ranges(of: quote).filter { place in
      report[..<place.lowerBound].last.map { !$0.isNumber && $0 != "." } ?? true
    }
    guard places.indices.contains(turn) else { return [] }
    let place = places[turn]
    return quote.indices.compactMap { index in
      guard let digit = quote[index].wholeNumberValue, quote[index].isASCII else { return nil }
      var wrong = quote
      wrong.replaceSubrange(index...index, with: String(digit == 9 ? 8 : digit + 1))
      return report.replacingCharacters(in: place, with: wrong)
    }
  }

  @Test func inAnyCheckedFigureOfTheSampleFailsACheck() throws {
    let report = try Repository.text(Self.sample)
    let run = try Program.run(["figures", Self.sample, "--json"])
    let figures = try JSONDecoder().decode(Figures.self, from: Data(run.output.utf8)).figures
    let holding = try Self.checks(of: Self.sample)
    #expect(holding.allSatisfy { $0.holds == true })
    let checked = Set(holding.flatMap(\.sources).compactMap { $0.period == nil ? $0.figure : nil })
    #expect(checked.count >= 8)
    let folder = try TemporaryFolder()
    for figure in checked.sorted() {
      let quote = figures[figure].quote
      let turn = figures[..<figure].count { $0.quote == quote }
      let mutations = Self.mutations(of: quote, turn: turn, in: report)
      #expect(!mutations.isEmpty, "\(quote)")
      for (index, mutation) in mutations.enumerated() {
        try folder.write("report.txt", mutation)
        let checks = try Self.checks(of: folder.path("report.txt"))
        #expect(checks.contains { $0.holds == false }, "digit \(index + 1) of \(quote)")
      }
    }
  }
}
