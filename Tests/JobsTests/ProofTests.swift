import Diagnostics
import Foundation
import Geometry
import Jobs
import PageModel
import Testing
import Typography

/// Findings in the margin and listed behind; the bulletin's own pages as they are.
@Suite("A proof tells what was found, beside the line")
struct ProofTests {
  /// Sums, shares and rises that do not come to what is said, in few lines.
  private static let wrong = """
    安澜县十月份情况

    2025-10-14

    今年以来，单建21个、联合55个，两项合计80个；覆盖率从31.42%提升至86.41%，提高50个百分点；\
    由84家增至119家，增加30家；三类分别占31%、42%、30%。企业300家，其中大型200家、小型120家。
    """

  private static func run(
    _ text: String,
    layout: String? = nil,
    profile: Job.Profile = .proof,
    strict: Bool = false,
    language: MessageLanguage = .chinese
  ) throws -> JobOutcome {
    let folder = try TemporaryFolder()
    try folder.write("r.txt", text)
    if let layout { try folder.write("own.yaml", layout) }
    let name = layout == nil ? "briefing" : folder.path("own.yaml")
    var job = Job(reports: [folder.path("r.txt")], layout: name)
    job.profile = profile
    job.isStrict = strict
    job.language = language
    var progress = Progress()
    let installation = Installation(home: Repository.root.path)
    let workshop = try Workshop(for: job, in: installation, progress: &progress)
    return try job.run(in: #require(workshop))
  }

  @Test("its pages are those of the bulletin, with more drawn on them and a list behind")
  func pages() throws {
    let proof = try Self.run(Self.wrong)
    let bulletin = try Self.run(Self.wrong, profile: .screen)
    let pages = try #require(proof.pages?.pages)
    let plain = try #require(bulletin.pages?.pages)
    #expect(pages.count > plain.count)
    #expect(pages.map(\.number.value) == Array(1...pages.count))
    for (marked, own) in zip(pages, plain) {
      #expect(Array(marked.frame.items.prefix(own.frame.items.count)) == own.frame.items)
    }
    #expect(proof.isMade)
  }

  @Test("notes stand in the outer margin, none over another")
  func margin() throws {
    let page = try #require(try Self.run(Self.wrong).pages?.pages.first)
    // 28 mm inside and 156 mm of text leave the rest of the first page at its right.
    let edge = Length.millimetres(184)
    let notes = page.frame.items.compactMap { item -> Rect? in
      guard case .group(let group) = item.content, item.origin.x > edge,
        group.frame.size.width > .millimetres(10)
      else { return nil }
      return Rect(origin: item.origin, size: group.frame.size)
    }
    #expect(notes.count >= 5)
    for (above, below) in zip(notes, notes.dropFirst()) { #expect(above.maxY <= below.minY) }
    #expect(notes.allSatisfy { $0.maxX <= page.trim.width && $0.maxY <= page.trim.height })
  }

  @Test("so many notes that the page has no room are told by their numbers")
  func overflow() throws {
    let clause = "单建21个、联合55个，两项合计80个；"
    let text = "安澜县情况\n\n" + String(repeating: clause, count: 80) + "完。\n"
    let small = """
      kanyin: 1
      name: small
      extends: briefing
      styles: { body: { size: 小五, line: 0.5行 } }

      """
    let outcome = try Self.run(text, layout: small)
    let page = try #require(outcome.pages?.pages.first)
    #expect(Self.text(of: page).contains("见文末"))
    #expect(Self.list(outcome).contains("21 + 55 = 76 ≠ 80"))
  }

  @Test("the list has every finding and every check with its arithmetic, in the language asked for")
  func list() throws {
    let chinese = Self.list(try Self.run(Self.wrong))
    for words in ["校样：发现与核对", "21 + 55 = 76 ≠ 80", "119 − 84 = 35 ≠ 30", "警告"] {
      #expect(chinese.contains(words), "\(words)")
    }
    let english = Self.list(try Self.run(Self.wrong, language: .english))
    for words in ["Proof:", "Checks", "21 + 55 = 76 ≠ 80", "warning"] {
      #expect(english.contains(words), "\(words)")
    }
    let right = Self.list(try Self.run("安澜县情况\n\n单建21个、联合55个，两项合计76个。\n"))
    #expect(right.contains("21 + 55 = 76 ✓"))
  }

  @Test("a report without findings has a list that says so")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "plain.yaml",
      "kanyin: 1\nname: plain\nextends: base/official\nbody: [ { report: body } ]\n"
    )
    try folder.write("r.txt", "安澜县情况\n\n各项工作有序推进。\n")
    var job = Job(reports: [folder.path("r.txt")], layout: folder.path("plain.yaml"))
    job.profile = .proof
    var progress = Progress()
    let installation = Installation(home: Repository.root.path)
    let workshop = try Workshop(for: job, in: installation, progress: &progress)
    let outcome = try job.run(in: #require(workshop))
    #expect(Self.list(outcome).contains("没有发现问题"))
    #expect(outcome.pages?.pages.count == 2)
  }

  @Test("with --strict a failed check keeps the bulletin from being made")
  func strict() throws {
    let outcome = try Self.run(Self.wrong, profile: .screen, strict: true)
    #expect(!outcome.isMade)
    let errors = outcome.progress.findings.list.filter { $0.severity == .error }.map(\.code.name)
    #expect(errors.contains("statistics.sum-differs"))
    #expect(try Self.run(Self.wrong, profile: .screen).isMade)
  }

  private static func list(_ outcome: JobOutcome) -> String {
    let pages = outcome.pages?.pages ?? []
    // The list begins behind the bulletin, which is one page or more.
    return pages.dropFirst().map(text).joined()
  }

  private static func text(of page: Page) -> String { text(of: page.frame) }

  private static func text(of frame: Frame) -> String {
    frame.items.map { item in
      switch item.content {
      case .text(let run): run.text
      case .group(let group): text(of: group.frame)
      case .rule, .path, .link: ""
      }
    }
    .joined()
  }
}
