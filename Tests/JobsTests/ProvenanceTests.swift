import Diagnostics
import Foundation
import Geometry
import Jobs
import PageModel
import Statistics
import Testing
import Typography

/// From the number on the page to the sentence it was read in, in the pages and in the file.
@Suite("Where the numbers of a bulletin come from")
struct ProvenanceTests {
  private static var job: Job {
    var job = SampleTests.job
    job.layout = "coverage"
    return job
  }

  private static func run(_ job: Job) throws -> JobOutcome {
    var progress = Progress()
    let installation = Installation(home: Repository.root.path)
    let workshop = try Workshop(for: job, in: installation, progress: &progress)
    return try job.run(in: #require(workshop, "\(progress.findings.list.map(\.code.name))"))
  }

  @Test("every link leads to a place of the document, numbers to sentences or entries")
  func linksLead() throws {
    let pages = try #require(try Self.run(Self.job).pages)
    let links = Links(pages)
    let names = Set(pages.destinations.map(\.name))
    #expect(links.list.allSatisfy { names.contains($0.name) })
    #expect(names.count == pages.destinations.count)
    // The card's coverage leads to its sentence on page 2, the rise to its entry.
    #expect(links.targets(of: "86.41").contains { $0.hasPrefix("figure.") })
    #expect(links.targets(of: "54.99") == ["source.coverage-rise"])
    // A row of the ranking leads to its own inputs, the total to the query.
    #expect(links.targets(of: "98").contains("source.ranking.1"))
    #expect(links.targets(of: "574").contains("source.ranking"))
    // What the entry is derived from leads on: to the sentence, to the printed row.
    #expect(links.list.contains { $0.name.hasPrefix("row.townships.") })
  }

  @Test("in the file each annotation has its destination on the page of the sentence")
  func inTheFile() throws {
    let outcome = try Self.run(Self.job)
    let pages = try #require(outcome.pages)
    let folder = try TemporaryFolder()
    let path = folder.path("a.pdf")
    try Data(#require(outcome.products.first).bytes).write(to: URL(fileURLWithPath: path))
    let file = try FileLinks(path: path)
    let expected = Dictionary(
      uniqueKeysWithValues: pages.destinations.map { ($0.name, $0.page.value) }
    )
    #expect(!file.targets.isEmpty)
    #expect(file.targets.count == Links(pages).list.count)
    for name in file.targets {
      let page = try #require(file.pages[name], "\(name) is no destination of the file")
      #expect(page == expected[name], "\(name)")
    }
    #expect(file.borders.allSatisfy { $0 == 0 })
    #expect(file.unstructured == 0)
  }

  @Test("a layout without the text or sources prints numbers without links")
  func nowhere() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bare.yaml",
      "kanyin: 1\nname: bare\nextends: briefing\n"
        + "body: [ { text: \"{{ figures.coverage }}，{{ statistics.coverage-rise | unit }}\" } ]\n"
    )
    var job = Self.job
    job.parameterFiles = []
    job.layout = folder.path("bare.yaml")
    let pages = try #require(try Self.run(job).pages)
    #expect(pages.trace.contains("54.99个百分点"))
    #expect(Links(pages).list.isEmpty)
  }

  @Test(
    "the county's bulletin prints what was derived, each number traceable",
    .enabled(if: SharedReports.county != nil, "the shared reports are not at hand (KANYIN_SHARED)")
  )
  func county() throws {
    var job = Job(reports: [try #require(SharedReports.county)], layout: "coverage")
    job.script = .simplified
    let pages = try #require(try Self.run(job).pages)
    let links = Links(pages)
    let expected = [
      ("82.43", "figure.10"), ("53.86", "source.coverage-rise"), ("88", "figure.7"),
      ("26", "figure.5"), ("62", "figure.6"), ("29.55", "figure.5"), ("70.45", "figure.6"),
      ("88", "source.branches-sum"), ("29", "source.problems-followed"),
    ]
    for (text, target) in expected {
      #expect(links.targets(of: text).contains(target), "\(text) → \(links.targets(of: text))")
    }
    #expect(links.text.contains("26 + 62 = 88 ✓"))
    let run = try Program.run([
      "statistics", job.reports[0], "--layout", "coverage", "--json",
    ])
    let json = try JSON(run.output)
    #expect(json.value("coverage-rise") == 53.86)
    #expect(json.value("branches-sum") == 88)
    #expect(json.value("share-single").map { ($0 * 100).rounded() } == 2955)
    #expect(json.value("share-joint").map { ($0 * 100).rounded() } == 7045)
    #expect(json.value("problems-followed") == 29)
    let figures = try Program.run(["figures", job.reports[0], "--json"])
    let quotes = try JSON(figures.output).quotes
    #expect(json.figures("branches-sum").map { quotes[$0] } == ["26個", "62個"])
    #expect(json.figures("problems-followed").map { quotes[$0] } == ["29個"])
    #expect(json.figures("coverage-rise").map { quotes[$0] } == ["從年初的28.57%提升至82.43%"])
  }
}

/// The shared reports, where they are at hand.
enum SharedReports {
  static var county: String? {
    let named = ProcessInfo.processInfo.environment["KANYIN_SHARED"]
    let beside = Repository.root.deletingLastPathComponent().appendingPathComponent("shared").path
    let path = (named ?? beside) + "/reports/qidong-2022-10.txt"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}

/// The links inside a document with the text that each covers.
private struct Links {
  var list: [(name: String, text: String)] = []
  /// All text of the pages.
  var text = ""

  init(_ pages: PagedDocument) {
    for page in pages.pages { collect(page.frame) }
  }

  func targets(of text: String) -> Set<String> {
    Set(list.filter { $0.text == text }.map(\.name))
  }

  /// A link stands behind the first text that it covers; others follow it.
  private mutating func collect(_ frame: Frame) {
    for (index, item) in frame.items.enumerated() {
      if case .group(let group) = item.content { collect(group.frame) }
      if case .text(let run) = item.content { text += run.text }
      guard case .link(let link) = item.content, case .destination(let name) = link.target else {
        continue
      }
      var text = ""
      for other in frame.items[max(0, index - 1)...] {
        guard other.origin.x < item.origin.x + link.size.width, other.tag == item.tag,
          case .text(let run) = other.content
        else { continue }
        if other.origin.y < item.origin.y || other.origin.y > item.origin.y + link.size.height {
          break
        }
        text += run.text
      }
      list.append((name, text))
    }
  }
}

/// The links of a finished file, read by qpdf.
private struct FileLinks {
  var targets: [String] = []
  var borders: [Double] = []
  /// Annotations that no element of the structure holds.
  var unstructured = 0
  /// The page of each destination, from 1.
  var pages: [String: Int] = [:]

  init(path: String) throws {
    let objects = try #require(try Self.json(path)["objects"] as? [String: Any])
    var numbers: [String: Int] = [:]
    for (index, page) in (try Self.json(path)["pages"] as? [[String: Any]] ?? []).enumerated() {
      numbers[page["object"] as? String ?? ""] = index + 1
    }
    for case let object as [String: Any] in objects.values {
      if object["/Subtype"] as? String == "/Link", let name = object["/Dest"] as? String {
        targets.append(name)
        borders.append((object["/BS"] as? [String: Any])?["/W"] as? Double ?? 1)
        if object["/StructParent"] == nil { unstructured += 1 }
      }
      guard let names = object["/Names"] as? [Any] else { continue }
      for (name, place) in zip(names, names.dropFirst()) {
        let array = place as? [Any] ?? (objects[place as? String ?? ""] as? [Any] ?? [])
        if let name = name as? String, let page = array.first as? String {
          pages[name] = numbers[page]
        }
      }
    }
  }

  private static func json(_ path: String) throws -> [String: Any] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["qpdf", "--json=1", path]
    let folder = try TemporaryFolder()
    try folder.write("json", "")
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("json")))
    try process.run()
    process.waitUntilExit()
    let data = Data(try folder.read("json").utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}

/// What `statistics --json` and `figures --json` say.
private struct JSON {
  private let object: [String: Any]

  init(_ text: String) throws {
    let data = Data(text.utf8)
    object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func result(_ name: String) -> [String: Any] {
    (object["results"] as? [String: Any])?[name] as? [String: Any] ?? [:]
  }

  func value(_ name: String) -> Double? { result(name)["value"] as? Double }

  func figures(_ name: String) -> [Int] {
    (result(name)["sources"] as? [[String: Any]] ?? []).compactMap { $0["figure"] as? Int }
  }

  var quotes: [String] {
    (object["figures"] as? [[String: Any]] ?? []).compactMap { $0["quote"] as? String }
  }
}
