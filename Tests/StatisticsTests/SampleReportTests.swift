import Diagnostics
import Foundation
import Reports
import Statistics
import Testing

/// Whole reports, from the file to the checks.
@Suite struct SampleReportTests {
  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The county's report among the shared ones; nil where they are not beside the checkout.
  private static let county: URL? = {
    let shared =
      ProcessInfo.processInfo.environment["KANYIN_SHARED"]
      ?? checkout.deletingLastPathComponent().path() + "shared"
    let file = URL(filePath: shared + "/reports/qidong-2022-10.txt")
    return FileManager.default.fileExists(atPath: file.path()) ? file : nil
  }()

  private func dataset(
    of file: URL,
    _ script: ReportOptions.TargetScript = .keep
  ) throws -> (dataset: Dataset, findings: Findings) {
    var files = SourceFiles()
    let source = files.add(name: file.path(), bytes: Array(try Data(contentsOf: file)))
    var findings = Findings()
    let reader = ReportReader(options: ReportOptions(script: script))
    let report = try #require(try reader.read(source.id, in: &files, findings: &findings))
    let figures = FigureRecogniser().figures(in: [report])
    var made = Findings()
    let dataset = try Derivation(Self.plan).dataset(
      reports: [report],
      figures: figures,
      findings: &made
    )
    return (dataset, made)
  }

  private static let plan = StatisticsPlan(
    indicators: [
      .init(name: "coverage", match: ["总体覆盖率"], unit: "%"),
      .init(name: "single", match: ["单建两新党支部"], unit: "个"),
      .init(name: "joint", match: ["联合党支部"], unit: "个"),
      .init(name: "new", match: ["共新建两新党支部"], unit: "个"),
    ],
    queries: [
      .init(
        name: "rise",
        sql: "select to_value - from_value from figure where indicator = 'coverage'"
      )
    ],
    checks: [.init(title: "支部合计", sql: DerivationTests.sum)]
  )

  @Test(arguments: [ReportOptions.TargetScript.keep, .simplified])
  func theSampleReportAddsUp(script: ReportOptions.TargetScript) throws {
    let file = Self.checkout.appending(path: "reports/anlan-2025-10.txt")
    let (dataset, findings) = try dataset(of: file, script)
    #expect(findings.codes == [])
    #expect(
      dataset.checks.map(\.detail) == [
        "21 + 55 = 76", "86.41 − 31.42 = 54.99", "264 + 43 = 307",
      ]
    )
    #expect(dataset.result(named: "rise")?.single == .number(54.99))
    #expect(dataset.figures.count { $0.kind == .count } == 39)
    #expect(dataset.figures.allSatisfy { $0.span != nil })
  }

  @Test(
    .enabled(if: county != nil, "the shared reports are not beside the checkout"),
    arguments: [ReportOptions.TargetScript.keep, .simplified]
  )
  func theCountysReportAddsUp(script: ReportOptions.TargetScript) throws {
    let (dataset, findings) = try dataset(of: #require(Self.county), script)
    #expect(findings.codes == [])
    #expect(dataset.checks.map(\.detail) == ["26 + 62 = 88"])
    #expect(dataset.checks.map(\.holds) == [true])
    #expect(dataset.result(named: "rise")?.single == .number(53.86))
    let coverage = try #require(dataset.indicators["coverage"].map { dataset.figures[$0] })
    #expect([coverage.from, coverage.to] == [28.57, 82.43])
    #expect(coverage.comparison == .yearEnd)
  }
}
