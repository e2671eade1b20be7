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

  @Test("what was found is underlined to the character, whatever was cleaned out before it")
  func underlines() throws {
    // Pinyin behind characters, half-width marks: the bytes of the line are not those of the file.
    let text = "安瀾縣情況\n\n設(shè)施建設(shè)進(jìn)展順利,質(zhì)量(liàng)好,全縣布署冬季工作。\n"
    let page = try #require(Self.run(text).pages?.pages.first)
    let line = try #require(Self.runs(page.frame).first { $0.run.text.contains("布署") })
    let before = line.run.text.prefix { $0 != "布" }.utf8.count
    let pen = line.run.glyphs.filter { $0.cluster < before }.reduce(line.origin.x) {
      $0 + $1.advance.x
    }
    #expect(Self.underlines(page).contains { $0.x == pen })
  }

  @Test("a check over a ledger is marked in the table that prints it")
  func ledgerCheck() throws {
    let folder = try TemporaryFolder()
    try folder.write("r.txt", "安澜县情况\n\n各项工作有序推进。\n")
    try folder.write("towns.csv", "town,due,built\n黄泥镇,30,33\n枫林乡,21,15\n")
    try folder.write(
      "own.yaml",
      """
      kanyin: 1
      name: own
      extends: base/official
      data: { towns: { columns: { town: text, due: integer, built: integer } } }
      statistics:
        all: { sql: "select town, built, 'towns/' || row as sources from towns order by town" }
      checks:
        - title: 已建不多于应建
          sql: select built as left, due as right from towns where town = '黄泥镇'
      body: [ { report: body }, { table: { rows: statistics.all, style: ruled } } ]

      """
    )
    var job = Job(reports: [folder.path("r.txt")], layout: folder.path("own.yaml"))
    job.data = [NamedValue(name: "towns", value: folder.path("towns.csv"))]
    job.profile = .proof
    var progress = Progress()
    let installation = Installation(home: Repository.root.path)
    let workshop = try Workshop(for: job, in: installation, progress: &progress)
    let outcome = try job.run(in: #require(workshop))
    let page = try #require(outcome.pages?.pages.first)
    let built = try #require(Self.runs(page.frame).first { $0.run.text == "33" })
    #expect(Self.underlines(page).contains { $0.x == built.origin.x && $0.y > built.origin.y })
  }

  @Test("with --strict a failed check keeps the bulletin from being made")
  func strict() throws {
    let outcome = try Self.run(Self.wrong, profile: .screen, strict: true)
    #expect(!outcome.isMade)
    let errors = outcome.progress.findings.list.filter { $0.severity == .error }.map(\.code.name)
    #expect(errors.contains("statistics.sum-differs"))
    #expect(try Self.run(Self.wrong, profile: .screen).isMade)
  }

  /// The runs of a page with their places on it.
  private static func runs(
    _ frame: Frame,
    at origin: Point = .zero
  ) -> [(origin: Point, run: GlyphRun)] {
    frame.items.flatMap { item -> [(origin: Point, run: GlyphRun)] in
      switch item.content {
      case .text(let run): [(origin + item.origin, run)]
      case .group(let group):
        runs(group.frame, at: origin + item.origin + group.transform.translation)
      case .rule, .path, .link: []
      }
    }
  }

  /// Where lines below words begin.
  private static func underlines(_ page: Page) -> [Point] {
    page.frame.items.compactMap { item in
      guard case .rule(let rule) = item.content, rule.weight == .points(0.7) else { return nil }
      return item.origin
    }
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
