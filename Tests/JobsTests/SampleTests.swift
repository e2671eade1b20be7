import Diagnostics
import Foundation
import Jobs
import PageModel
import Testing

/// The sample bulletin, from its report to its bytes.
@Suite("The sample bulletin")
struct SampleTests {
  private static let installation = Installation(home: Repository.root.path)

  /// The job of `make bulletin`.
  static var job: Job {
    let sample = Repository.path("reports/anlan-2025-10")
    var job = Job(reports: ["\(sample).txt"], layout: "briefing")
    job.parameterFiles = ["\(sample).yaml"]
    job.script = .simplified
    job.data = [NamedValue(name: "townships", value: "\(sample).townships.csv")]
    return job
  }

  private static func run(_ job: Job) throws -> JobOutcome {
    var progress = Progress()
    let workshop = try Workshop(for: job, in: installation, progress: &progress)
    return try job.run(in: #require(workshop, "\(progress.findings.list.map(\.code.name))"))
  }

  @Test("its pages are as expected")
  func trace() throws {
    let outcome = try Self.run(Self.job)
    let pages = try #require(outcome.pages)
    #expect(outcome.progress.findings.hasErrors == false)
    try Expected.compare(
      pages.trace,
      with: "Tests/Expected/anlan-2025-10.trace",
      command: "make bless"
    )
  }

  @Test("the same job gives the same bytes", arguments: Job.Profile.allCases)
  func sameBytes(profile: Job.Profile) throws {
    var job = Self.job
    job.profile = profile
    let first = try Self.run(job)
    let second = try Self.run(job)
    #expect(first.isMade)
    #expect(first.products == second.products)
    #expect(first.products.first?.bytes.starts(with: "%PDF-1.".utf8) == true)
  }

  @Test("a finished page stays within 48 KiB in memory")
  func footprint() throws {
    let pages = try #require(try Self.run(Self.job).pages)
    #expect(pages.footprint / pages.pages.count < 48 << 10)
  }

  @Test("proofs are pictures of the pages asked for")
  func proofs() throws {
    var job = Self.job
    job.format = .png
    job.resolution = 20
    job.pages = PageSelection("2-3")
    let outcome = try Self.run(job)
    #expect(outcome.products.map(\.page) == [2, 3])
    #expect(outcome.parcels(to: "out/a.png").map(\.path) == ["out/a-2.png", "out/a-3.png"])
    job.pages = PageSelection("1,99")
    let refused = try Self.run(job)
    #expect(refused.products.isEmpty)
    #expect(refused.progress.findings.list.last?.code.name == "job.page-out-of-range")
  }

  @Test("a layout may say in which characters it is set, and --script goes before it")
  func scriptOfTheLayout() throws {
    let folder = try TemporaryFolder()
    let layout = "kanyin: 1\nname: hans\nextends: briefing\nscript: simplified\n"
    try folder.write("hans.yaml", layout)
    var job = Self.job
    job.layout = folder.path("hans.yaml")
    job.script = nil
    #expect(try Self.run(job).pages?.trace.contains("安澜县聚焦") == true)
    job.script = .keep
    #expect(try Self.run(job).pages?.trace.contains("安瀾縣聚焦") == true)
  }

  @Test("with --strict a warning keeps the bulletin from being made")
  func strict() throws {
    var job = Self.job
    job.parameters = [NamedValue(name: "issuer", value: "测试\u{F0000}")]
    job.isStrict = true
    #expect(try Self.run(job).isMade == false)
  }

  @Test("a character that no font has stops a bulletin, and is framed in a proof")
  func proof() throws {
    var job = Self.job
    job.parameters = [NamedValue(name: "issuer", value: "测试\u{F0000}")]
    let refused = try Self.run(job)
    #expect(!refused.isMade)
    let errors = refused.progress.findings.list.filter { $0.severity == .error }
    #expect(errors.map(\.code.name) == ["font.missing-character"])
    #expect(errors.first?.message(in: .english).contains("U+F0000") == true)
    job.profile = .proof
    let proof = try Self.run(job)
    #expect(proof.isMade)
    #expect(proof.pages?.trace.contains("stroke 0.5 red layout") == true)
  }
}
