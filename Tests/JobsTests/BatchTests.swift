import Containers
import Diagnostics
import Jobs
import Testing

@Suite("Batch")
struct BatchTests {
  private static let broken = FindingCode("test.broken", .error, Bilingual("坏了", "broken"))

  private static let items = (0..<20).map { index in
    BatchItem(job: Job(reports: ["r\(index).txt"], layout: "briefing"), output: "out/r\(index).pdf")
  }

  /// A maker that fails for some reports, and takes longer for the first ones.
  private static func runner(
    workers: Int,
    failing: Set<String>,
    stopsAtFailure: Bool = false
  ) -> BatchRunner {
    BatchRunner(
      workers: workers,
      stopsAtFailure: stopsAtFailure,
      make: { item in
        let report = item.job.reports[0]
        guard !failing.contains(report) else {
          var findings = Findings()
          findings.add(Finding(broken))
          return BatchResult(status: .failed, findings: findings)
        }
        return BatchResult(
          status: .made,
          pages: 2,
          parcels: [.init(path: item.output, bytes: Array(report.utf8))]
        )
      },
      deliver: { _ in }
    )
  }

  @Test("results come in input order whatever the number of workers", arguments: [1, 2, 7, 50])
  func keepsOrder(workers: Int) async {
    var told: [Int] = []
    let runner = Self.runner(workers: workers, failing: ["r3.txt", "r11.txt"])
    let results = await runner.run(Self.items) { index, _ in told.append(index) }
    #expect(told == Array(0..<20))
    #expect(
      results.map(\.status).enumerated().filter { $0.element == .failed }.map(\.offset)
        == [3, 11]
    )
    #expect(results[5].digest == SHA256.hexadecimal(of: Array("r5.txt".utf8)))
  }

  @Test("the first failure in input order stops the rest", arguments: [1, 3, 50])
  func stopsAtFirst(workers: Int) async {
    let runner = Self.runner(
      workers: workers,
      failing: ["r4.txt", "r11.txt"],
      stopsAtFailure: true
    )
    let results = await runner.run(Self.items)
    #expect(results.prefix(4).allSatisfy { $0.status == .made })
    #expect(results[4].findings.hasErrors)
    #expect(results.dropFirst(5).allSatisfy { $0.isSkipped && $0.digest == nil })
    #expect(results.count == 20)
  }

  @Test("a file that cannot be written is a failure of its own")
  func deliveryFails() async {
    let runner = BatchRunner(
      workers: 2,
      make: { BatchResult(status: .made, parcels: [.init(path: $0.output, bytes: [])]) },
      deliver: { parcels throws(MachineFailure) in
        if parcels[0].path == "out/r1.pdf" { throw MachineFailure(Self.broken) }
      }
    )
    let results = await runner.run(Array(Self.items.prefix(3)))
    #expect(results.map(\.status) == [.made, .failed, .made])
  }

  @Test("the summary has one row a job")
  func summary() async {
    let runner = Self.runner(workers: 2, failing: ["r1.txt"])
    let items = Array(Self.items.prefix(2))
    let results = await runner.run(items)
    let summary = BatchSummary(items: items, results: results, language: .english)
    #expect(
      summary.csv == """
        report,layout,output,status,pages,seconds,warnings,message,sha256
        r0.txt,briefing,out/r0.pdf,made,2,0.000,0,,\(SHA256.hexadecimal(of: Array("r0.txt".utf8)))
        r1.txt,briefing,out/r1.pdf,failed,,0.000,0,broken,

        """
    )
    #expect(
      summary.json.onOneLine.contains(
        #""status": "failed", "pages": null, "seconds": 0, "warnings": 0, "message": "broken", "#
          + #""sha256": null"#
      )
    )
  }

  @Test(
    "a list of pages is read",
    arguments: [
      ("1", [1...1]), ("1-3,5", [1...3, 5...5]), ("7-7", [7...7]),
    ]
  )
  func pages(text: String, ranges: [ClosedRange<Int>]) {
    #expect(PageSelection(text)?.ranges == ranges)
  }

  @Test(
    "what is no list of pages is refused",
    arguments: [
      "", "0", "3-1", "1,", "a", "1-2-3", "-1", "１", "99999999999999999999",
    ]
  )
  func noPages(text: String) {
    #expect(PageSelection(text) == nil)
  }
}
