import Diagnostics
import Foundation
import Reports
import Statistics
import TestSupport
import Testing
import WritingSystems

/// A folder for one test, gone with it.
private final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var history: String { url.appendingPathComponent("history.sqlite").path }
}

private func period(_ year: Int, _ month: Int) throws -> Period {
  try #require(Period(year: year, month: month))
}

private let plan = StatisticsPlan(
  indicators: [
    .init(name: "income", match: ["财政收入"], unit: "亿元"),
    .init(name: "rate", match: ["办结率"], unit: "%"),
  ]
)

/// One month's dataset: income in 亿元 and a rate in %.
private func dataset(_ income: String, _ rate: String) throws -> Dataset {
  try Samples.dataset(["财政收入\(income)，办结率\(rate)%。"], plan).dataset
}

private func month(_ year: Int, _ month: Int, _ income: String, _ rate: String) throws
  -> History.Month
{
  History.Month(
    of: try dataset(income, rate),
    ledgers: [],
    layout: "briefing",
    period: try period(year, month),
    title: "\(year)年\(month)月"
  )
}

@Suite("The file of months") struct HistoryFileTests {
  @Test func aMonthIsReadAsItWasRecorded() throws {
    let folder = try Folder()
    let text = "township,enterprises,organised,target\n凤形乡,16,10,80%\n城关街道,98,,80.5\n"
    var findings = Findings()
    let ledger = try #require(
      Ledger.read(Samples.file(text), definition: Samples.townships, findings: &findings)
    )
    let recorded = History.Month(
      of: try dataset("1.25亿元", "97.3"),
      ledgers: [ledger],
      layout: "briefing",
      period: try period(2025, 10),
      title: "十月"
    )
    let file = try HistoryFile.openForRecording(folder.history)
    #expect(try file.record(recorded) == .added)
    let read = try HistoryFile.open(folder.history).months(of: "briefing").months
    #expect(read == [recorded])
    #expect(read.first?.figures.map(\.indicator) == ["income", "rate"])
    #expect(try HistoryFile.open(folder.history).months(of: "other").months.isEmpty)
  }

  @Test func recordingTheSameMonthTwiceChangesNothing() throws {
    let folder = try Folder()
    let file = try HistoryFile.openForRecording(folder.history)
    _ = try file.record(month(2025, 10, "1.25亿元", "97.3"))
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.history))
    #expect(try file.record(month(2025, 10, "1.25亿元", "97.3")) == .unchanged)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.history)) == before)
  }

  /// How a layout finds columns is no part of what is kept.
  @Test func aWorkbookOfTheSameNumbersChangesNothing() throws {
    let folder = try Folder()
    let file = try HistoryFile.openForRecording(folder.history)
    func record(_ bytes: [UInt8]) throws -> HistoryFile.Recording {
      var files = SourceFiles()
      var findings = Findings()
      let id = files.add(name: "l", bytes: bytes).id
      let definition = LedgerNotation.townships
      let ledger = try #require(
        Ledger.read(id, in: &files, definition: definition, findings: &findings)
      )
      return try file.record(
        History.Month(
          of: try dataset("1.25亿元", "97.3"),
          ledgers: [ledger],
          layout: "briefing",
          period: try period(2025, 10),
          title: "十月"
        )
      )
    }
    let head = "单位|应建|覆盖率"
    #expect(try record(HandmadeWorkbook([head, "双桥镇|=30|p:0.8"]).bytes()) == .added)
    #expect(try record(HandmadeWorkbook([head, "双桥镇|=30|p:0.8"]).bytes()) == .unchanged)
    #expect(try record(HandmadeWorkbook([head, "双桥镇|=31|p:0.8"]).bytes()) == .replaced)
    #expect(
      try file.months(of: "briefing").months[0].ledgers[0].rows[0].cells[1].value == .number(31)
    )
  }

  /// What was called otherwise in the months before has this month's name.
  @Test func unitsOfTheMonthsBeforeAreNamedAlike() throws {
    let definition = StatisticsPlan.LedgerDefinition(
      name: "units",
      columns: [.init(name: "unit", type: .organisation), .init(name: "count", type: .integer)]
    )
    func ledger(_ text: String) throws -> Ledger {
      var findings = Findings()
      let file = Samples.file("unit,count\n" + text)
      return try #require(Ledger.read(file, definition: definition, findings: &findings))
    }
    let past = History.Month(
      layout: "l",
      period: try period(2025, 9),
      title: "",
      figures: [],
      ledgers: [try ledger("双桥,3")]
    )
    let sql =
      "select a.count - b.count from units a join units_history b"
      + " on a.unit = b.unit where b.period = '2025-09'"
    var findings = Findings()
    let dataset = try Derivation(
      StatisticsPlan(ledgers: [definition], queries: [.init(name: "rise", sql: sql)])
    ).dataset(
      reports: [],
      figures: [],
      ledgers: [try ledger("双桥镇,5")],
      history: History(months: [past]),
      period: try period(2025, 10),
      findings: &findings
    )
    #expect(dataset.result(named: "rise")?.single == .number(2))
    #expect(findings.codes == [])
  }

  @Test func aCorrectionReplacesTheMonthAndKeepsIt() throws {
    let folder = try Folder()
    let file = try HistoryFile.openForRecording(folder.history)
    _ = try file.record(month(2025, 10, "1.25亿元", "97.3"))
    #expect(try file.record(month(2025, 10, "1.26亿元", "97.3")) == .replaced)
    #expect(try file.months(of: "briefing").months.count == 1)
    #expect(try file.months(of: "briefing").months[0].figures[0].figure.value == 1.26)
    #expect(try file.listings().map(\.version) == [1, 2])
    #expect(try file.listings().map(\.isCurrent) == [false, true])
  }

  @Test func aRemovedMonthIsGoneAndMayComeBack() throws {
    let folder = try Folder()
    let file = try HistoryFile.openForRecording(folder.history)
    _ = try file.record(month(2025, 10, "1.25亿元", "97.3"))
    #expect(try file.remove(period(2025, 10), of: "briefing"))
    #expect(try !file.remove(period(2025, 10), of: "briefing"))
    #expect(try !file.remove(period(2025, 9), of: "briefing"))
    #expect(try file.months(of: "briefing").months.isEmpty)
    #expect(try file.record(month(2025, 10, "1.25亿元", "97.3")) == .added)
    #expect(try file.listings().map(\.isRemoved) == [false, true, false])
  }

  @Test func manyWritersLeaveEveryMonth() async throws {
    let folder = try Folder()
    let path = folder.history
    _ = try HistoryFile.openForRecording(path)
    let months = try (1...12).map { try month(2024, $0, "1.\($0)亿元", "90.\($0)") }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for month in months {
        group.addTask { _ = try HistoryFile.openForRecording(path).record(month) }
      }
      try await group.waitForAll()
    }
    #expect(try HistoryFile.open(path).months(of: "briefing").months == months)
  }

  @Test func anotherFileIsNotTakenForAHistory() throws {
    let folder = try Folder()
    try "财政收入1.25亿元。".write(toFile: folder.history, atomically: true, encoding: .utf8)
    #expect(throws: MachineFailure.self) { try HistoryFile.open(folder.history) }
    #expect(throws: MachineFailure.self) { try HistoryFile.openForRecording(folder.history) }
    let kept = try String(contentsOfFile: folder.history, encoding: .utf8)
    #expect(kept == "财政收入1.25亿元。")
  }

  @Test func aMissingFileIsNotMadeByReading() throws {
    let folder = try Folder()
    #expect(throws: MachineFailure.self) { try HistoryFile.open(folder.history) }
    #expect(!FileManager.default.fileExists(atPath: folder.history))
  }
}

@Suite("This month beside the months before") struct ObservationTests {
  /// A year of months, and what a query over it answers in October 2025.
  private func answer(_ sql: String, of lines: [String]) throws -> Dataset.Result? {
    let months = [
      try month(2024, 10, "1.00亿元", "90"), try month(2025, 8, "9000万元", "95"),
      try month(2025, 9, "1.20亿元", "96.1"), try month(2025, 11, "9.99亿元", "1"),
    ]
    var plan = plan
    plan.queries = [.init(name: "q", sql: sql)]
    let reports = [Samples.report(lines)]
    var findings = Findings()
    let dataset = try Derivation(plan).dataset(
      reports: reports,
      figures: FigureRecogniser().figures(in: reports),
      history: History(months: months),
      period: period(2025, 10),
      findings: &findings
    )
    #expect(findings.codes == [])
    return dataset.result(named: "q")
  }

  private static let lines = ["财政收入1.25亿元，办结率97.3%。"]

  @Test(
    arguments: [
      ("同比('income')", 25.0), ("year_on_year('income')", 25), ("环比('income')", 4.16666666667),
      ("month_on_month('rate')", 1.2), ("同比('rate')", 7.3), ("同比(null)", nil),
      // January to July are not recorded.
      ("累计('income')", nil),
    ] as [(String, Double?)]
  )
  func comparesWith(_ expression: String, _ expected: Double?) throws {
    let value = try answer("select \(expression)", of: Self.lines)?.single
    #expect(value == expected.map { .number($0) } ?? .null)
  }

  @Test func anIndicatorThatTheLayoutDoesNotNameIsAnErrorWithTheNearest() throws {
    var plan = plan
    plan.queries = [.init(name: "q", sql: "select 同比('incom')")]
    var findings = Findings()
    _ = try Derivation(plan).dataset(reports: [], figures: [], findings: &findings)
    let finding = try #require(findings.list.first { $0.code.name == "statistics.query-failed" })
    #expect(finding.suggestion == "income")
    #expect(finding.arguments["message"] == .word("no such indicator: incom"))
  }

  @Test func aSumThatIsNotGivenHasNoSources() throws {
    #expect(try answer("select 累计('income')", of: Self.lines)?.sources == [])
  }

  @Test func theMonthsReadAreSources() throws {
    let result = try answer("select 同比('income')", of: Self.lines)
    #expect(result?.sources == [.figure(0), .past(try period(2024, 10), figure: 0)])
  }

  @Test func observationsAreQueriedByPeriodAndLaterMonthsAreNotSeen() throws {
    let sql = """
      select period, value, unit from observation where indicator = 'income' order by period
      """
    let rows = try answer(sql, of: Self.lines)?.rows
    #expect(
      rows == [
        [.text("2024-10"), .number(1), .text("亿元")], [.text("2025-08"), .number(0.9), .text("亿元")],
        [.text("2025-09"), .number(1.2), .text("亿元")],
        [.text("2025-10"), .number(1.25), .text("亿元")],
      ]
    )
    let periods = try answer("select count(*), sum(is_current) from period", of: Self.lines)
    #expect(periods?.rows == [[.number(4), .number(1)]])
  }

  @Test func aCumulativeFigureStandsForItself() throws {
    let text = "今年以来累计实现财政收入12.5亿元，办结率97.3%。"
    #expect(try answer("select 累计('income')", of: [text])?.single == .number(12.5))
  }

  @Test func theSumIsTakenFromJanuaryOn() throws {
    let months = try (1...3).map { try month(2025, $0, "1.\($0)0亿元", "90") }
    var plan = plan
    plan.queries = [.init(name: "q", sql: "select cumulative('income')")]
    let reports = [Samples.report(Self.lines)]
    var findings = Findings()
    let dataset = try Derivation(plan).dataset(
      reports: reports,
      figures: FigureRecogniser().figures(in: reports),
      history: History(months: months),
      period: period(2025, 4),
      findings: &findings
    )
    #expect(dataset.result(named: "q")?.single == .number(4.85))
  }
}
