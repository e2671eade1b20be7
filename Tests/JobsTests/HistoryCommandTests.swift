import Foundation
import Testing

@Suite("The months before, from the command line")
struct HistoryCommandTests {
  private static func report(_ month: Int, _ income: String) -> String {
    """
    安澜县财政运行情况

    文章来源：安澜先锋网　时间：2025-\(month < 10 ? "0" : "")\(month)-28 09:30

    全县实现财政收入\(income)亿元，按期办结率97.\(month)%。
    """
  }

  private static let layout = """
    kanyin: 1
    name: income
    title: 财政
    extends: base/official
    indicators:
      income: { title: 财政收入, match: [财政收入], unit: 亿元 }
    statistics:
      rise: { sql: "select 环比('income') as 环比" }
    body:
      - report: body
      - text: "环比{{ statistics.rise | number: 2 }}"
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("income.yaml", Self.layout)
    return folder
  }

  private func rise(_ run: Program.Run) throws -> Double? {
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let results = json?["results"] as? [String: Any]
    return (results?["rise"] as? [String: Any])?["value"] as? Double
  }

  @Test func aMonthRecordedByRenderingIsComparedWithByTheNext() throws {
    let folder = try folder()
    try folder.write("9.txt", Self.report(9, "1.20"))
    try folder.write("10.txt", Self.report(10, "1.50"))
    let lines = Self.layout.split(separator: "\n")
    // The first month has nothing to compare with.
    try folder.write("first.yaml", lines.dropLast().joined(separator: "\n"))
    let own = ["--history", "months.sqlite", "--layout"]
    let first = try Program.run(
      ["render", "9.txt", "--period", "2025-09", "--record"] + own + ["first.yaml"],
      in: folder.path("")
    )
    #expect(first.status == 0, "\(first.errors)")
    let next = try Program.run(
      ["statistics", "10.txt", "--period", "2025-10", "--json"] + own + ["income.yaml"],
      in: folder.path("")
    )
    #expect(try rise(next) == 25)
    // Reading alone leaves the file as it is.
    let list = try Program.run(["history", "list", "months.sqlite"], in: folder.path(""))
    #expect(list.output.split(separator: "\n").count == 1)
  }

  @Test func aBatchComparesItsMonthsWithEachOther() throws {
    let folder = try folder()
    for month in 7...10 {
      try folder.write("in-\(month).txt", Self.report(month, "1.\(month)"))
    }
    // Named so that the order of files is not the order of months.
    try folder.write(
      "jobs.csv",
      "report,layout,period\nin-10.txt,income.yaml,2025-10\nin-7.txt,income.yaml,2025-07\n"
        + "in-9.txt,income.yaml,2025-09\nin-8.txt,income.yaml,2025-08\n"
    )
    let run = try Program.run(
      [
        "batch", "jobs.csv", "--layout", "income.yaml", "-o", "out", "--history", "months.sqlite",
        "--record",
      ],
      in: folder.path("")
    )
    // July has no month before it: its figure is missing, which is an error of that bulletin alone.
    #expect(run.output.contains("3") && run.output.contains("1"), "\(run.output)\(run.errors)")
    let made = (try? FileManager.default.contentsOfDirectory(atPath: folder.path("out"))) ?? []
    #expect(made.sorted() == ["in-10.pdf", "in-8.pdf", "in-9.pdf"])
    let list = try Program.run(["history", "list", "months.sqlite", "--csv"], in: folder.path(""))
    #expect(list.output.split(separator: "\n").count == 5)
  }

  @Test func aManifestNamesLayoutsBesideIt() throws {
    let folder = try folder()
    try folder.write("8.txt", Self.report(8, "1.20"))
    try folder.write("9.txt", Self.report(9, "1.50"))
    try folder.write("jobs.csv", "report,layout\n8.txt,income.yaml\n9.txt,income.yaml\n")
    // Run from another folder: what a manifest names stands beside it.
    let run = try Program.run(
      [
        "batch", folder.path("jobs.csv"), "--layout", "briefing", "-o", folder.path("out"),
        "--history", folder.path("months.sqlite"), "--record",
      ],
      in: "/"
    )
    #expect(!run.errors.contains("job.unreadable-file"), "\(run.errors)")
    let made = (try? FileManager.default.contentsOfDirectory(atPath: folder.path("out"))) ?? []
    #expect(made == ["9.pdf"])
  }

  @Test func writersThatAreKilledLeaveTheMonthsWhole() throws {
    let folder = try folder()
    let months = 1...12
    for month in months { try folder.write("\(month).txt", Self.report(month, "1.\(month)")) }
    let reports = months.map { "\($0).txt" }
    let add = ["history", "add", "months.sqlite"] + reports + ["--layout", "income.yaml"]
    for round in 0..<8 {
      let (process, _, _) = try Program.start(add, in: folder.path(""))
      usleep(UInt32(20_000 * (round + 1)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let last = try Program.run(add, in: folder.path(""))
    #expect(last.status == 0, "\(last.errors)")
    let list = try Program.run(["history", "list", "months.sqlite", "--csv"], in: folder.path(""))
    #expect(list.output.split(separator: "\n").count == 13)
  }

  @Test func aMonthThatIsNotThereCannotBeRemoved() throws {
    let folder = try folder()
    try folder.write("9.txt", Self.report(9, "1.20"))
    let path = folder.path("")
    let add = ["history", "add", "months.sqlite", "9.txt", "--layout", "income.yaml"]
    #expect(try Program.run(add + ["--period", "2025-09"], in: path).status == 0)
    let remove = ["history", "remove", "months.sqlite"]
    let wrong = try Program.run(remove + ["2025-08", "--layout", "income"], in: path)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("2025-09"))
    #expect(try Program.run(remove + ["2025-09", "--layout", "income"], in: path).status == 0)
    let list = try Program.run(["history", "list", "months.sqlite", "--all"], in: path)
    #expect(list.output.split(separator: "\n").count == 2)
  }

  @Test func aReportWithoutAMonthIsNotRecorded() throws {
    let folder = try folder()
    try folder.write("no.txt", "情况通报\n\n全县实现财政收入1.20亿元。\n")
    let run = try Program.run(
      ["history", "add", "months.sqlite", "no.txt", "--layout", "income.yaml"],
      in: folder.path("")
    )
    #expect(run.status == 1)
    #expect(run.errors.contains("job.history-without-period"))
    #expect(!folder.names.contains("months.sqlite"))
  }
}
