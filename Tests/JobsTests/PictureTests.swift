import Foundation
import TestSupport
import Testing

/// The folders of `Tests/Pictures`: a report, `report.docx` and `report.odt` as the folder of their
/// members, its pictures, and in `expected` what `inspect --pictures` makes of them.
private let samples = ["markdown", "page", "word", "open", "flat"]

@Suite("Pictures of a report")
struct PictureTests {
  @Test("are found, told, named and written as expected", arguments: samples)
  func samplesAreAsExpected(sample: String) throws {
    let folder = try PictureSample(sample)
    let run = try Program.run(
      ["inspect", folder.report, "--json", "--pictures", "out"],
      in: folder.path("")
    )
    #expect(run.status == 0, "\(run.errors)")
    let trace = try PictureTrace(run.output).text + folder.written("out")
    try Expected.compare(
      trace,
      with: "Tests/Pictures/\(sample)/expected",
      command: "KANYIN_BLESS=1 swift test --skip-build --filter PictureTests"
    )
  }

  @Test("are the same bytes in every run, and a second run leaves them", arguments: samples)
  func runsAreEqual(sample: String) throws {
    let folder = try PictureSample(sample)
    let arguments = ["inspect", folder.report, "--json", "--pictures", "out"]
    let first = try Program.run(arguments, in: folder.path(""))
    let written = try folder.written("out")
    let second = try Program.run(arguments, in: folder.path(""))
    #expect(first.output == second.output)
    #expect(try folder.written("out") == written)
  }

  @Test("never replace another file: nothing is written then")
  func otherFilesStay() throws {
    let folder = try PictureSample("page")
    try folder.make("out")
    try folder.write("out/report-02.png", bytes: Array("mine".utf8))
    let run = try Program.run(
      ["inspect", folder.report, "--pictures", "out"],
      in: folder.path("")
    )
    #expect(run.status == 1)
    #expect(run.errors.contains("job.picture-exists"))
    #expect(try folder.names("out") == ["report-02.png"])
    #expect(try folder.read("out/report-02.png") == "mine")
  }

  @Test("of attachments are counted on, and those of one name do not collide")
  func attachments() throws {
    let folder = try PictureSample("markdown")
    try folder.make("b/图")
    let other = [UInt8]("GIF89a another picture of the same name".utf8)
    try folder.write("b/图/进度.png", bytes: other)
    let text = "# 另一份材料\n\n这里也有一幅图，名字是一样的。\n\n![](图/进度.png)\n"
    try folder.write("b/report.md", bytes: Array(text.utf8))
    let run = try Program.run(
      ["inspect", "report.md", "--attach", "b/report.md", "--json", "--pictures", "out"],
      in: folder.path("")
    )
    #expect(run.status == 0, "\(run.errors)")
    let last = try #require(PictureTrace(run.output).pictures.last)
    let file = try #require(last["file"] as? String)
    #expect(file.hasSuffix(".gif"))
    #expect(try folder.bytes(file) == other)
    #expect(try folder.names("out").count == Set(try folder.names("out")).count)
  }

  @Test("outside the folder of the report are not read, not even through a link")
  func linksLeadNowhere() throws {
    let folder = try PictureSample("page")
    try folder.write("secret.png", bytes: try folder.bytes("p/1.png"))
    try folder.make("r")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("r/link.png"),
      withDestinationPath: "../secret.png"
    )
    let text = "# 标题\n\n本月工作全面完成，成效明显。\n\n![](link.png)\n\n![](/etc/passwd)\n"
    try folder.write("r/r.md", bytes: Array(text.utf8))
    let run = try Program.run(
      ["inspect", "r/r.md", "--json", "--pictures", "out"],
      in: folder.path("")
    )
    let codes = try PictureTrace(run.output).findings.map { $0["code"] as? String }
    #expect(codes.filter { $0 == "report.picture-outside" }.count == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test("are a warning in a bulletin")
  func bulletinsWarn() throws {
    let folder = try PictureSample("page")
    let run = try Program.run(
      ["render", folder.report, "--layout", "briefing", "--trace", "t.txt"],
      in: folder.path("")
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("report.pictures"))
  }

  @Test("of megabytes in an address are not spelt out")
  func largeAddress() throws {
    let folder = try PictureSample("page")
    let data = String(repeating: "QUJD", count: 2 << 20)
    let text =
      "<h1>某县工作要点</h1><p>本月工作全面完成，成效明显，群众满意。</p>"
      + "<img alt=\"图\" src=\"data:image/png;base64,\(data)\">"
    try folder.write("large.html", bytes: Array(text.utf8))
    let run = try Program.run(["inspect", "large.html", "--json"], in: folder.path(""))
    let picture = try #require(PictureTrace(run.output).pictures.first)
    #expect(picture["bytes"] as? Int == 3 * (2 << 20))
    #expect(run.output.utf8.count < 10_000)
  }
}

/// A sample in a folder of its own.
private struct PictureSample {
  let report: String
  private let folder: TemporaryFolder

  init(_ name: String) throws {
    folder = try TemporaryFolder()
    let source = Repository.path("Tests/Pictures/\(name)")
    let entries = try FileManager.default.contentsOfDirectory(atPath: source).sorted()
    report = try #require(entries.first { $0.hasPrefix("report.") })
    for entry in entries where entry != "expected" {
      let path = "\(source)/\(entry)"
      if entry.hasSuffix(".docx") || entry.hasSuffix(".odt") {
        try folder.write(entry, bytes: Self.archive(of: path))
      } else {
        try FileManager.default.copyItem(atPath: path, toPath: folder.path(entry))
      }
    }
  }

  private static func archive(of path: String) throws -> [UInt8] {
    let members = try FileManager.default.subpathsOfDirectory(atPath: path).sorted {
      ($0 == "mimetype" ? "" : $0) < ($1 == "mimetype" ? "" : $1)
    }
    var archive = HandmadeArchive()
    for member in members {
      var isFolder: ObjCBool = false
      let whole = "\(path)/\(member)"
      guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      archive.add(member, [UInt8](try Data(contentsOf: URL(fileURLWithPath: whole))))
    }
    return archive.finished()
  }

  func path(_ name: String) -> String { folder.path(name) }

  func make(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(name),
      withIntermediateDirectories: true
    )
  }

  func write(_ name: String, bytes: [UInt8]) throws { try folder.write(name, bytes: bytes) }

  func read(_ name: String) throws -> String { try folder.read(name) }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path(name))))
  }

  func names(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(name)).sorted()
  }

  /// The files of a folder with their sizes, one a line.
  func written(_ name: String) throws -> String {
    try names(name).map { "\($0)  \(try bytes("\(name)/\($0)").count)\n" }.joined()
  }
}

/// What `inspect --json` says of a report with pictures, one paragraph a line.
private struct PictureTrace {
  private let json: [String: Any]

  init(_ output: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
    json = try #require(object as? [String: Any])
  }

  private var paragraphs: [[String: Any]] {
    (json["sections"] as? [[String: Any]] ?? []).flatMap {
      $0["paragraphs"] as? [[String: Any]] ?? []
    }
  }

  var pictures: [[String: Any]] { paragraphs.compactMap { $0["picture"] as? [String: Any] } }
  var findings: [[String: Any]] { json["findings"] as? [[String: Any]] ?? [] }

  var text: String {
    let lines = paragraphs.map { paragraph -> String in
      let text = (paragraph["text"] as? String ?? "").replacing("\n", with: " / ")
      let picture = (paragraph["picture"] as? [String: Any]).map(Self.words) ?? ""
      return "\(paragraph["kind"] as? String ?? "")  \(text)\n\(picture)"
    }
    let said = findings.compactMap { finding -> String? in
      let code = finding["code"] as? String ?? ""
      guard code.contains("picture") else { return nil }
      return "\(Self.place(finding["span"]))  \(code)  \(finding["message"] as? String ?? "")\n"
    }
    return lines.joined() + "\n" + said.joined() + "\n"
  }

  private static func words(_ picture: [String: Any]) -> String {
    let digest = (picture["digest"] as? String).map { String($0.prefix(8)) }
    let size = picture["bytes"].flatMap { $0 as? Int }.map(String.init)
    let facts: [String?] = [
      picture["place"] as? String, picture["format"] as? String, size, digest,
      (picture["file"] as? String).map { "→ \($0)" },
    ]
    var text = "    " + facts.compactMap { $0 }.joined(separator: " ") + "\n"
    for key in ["name", "alt", "title", "caption"] {
      if let value = picture[key] as? String { text += "    \(key): \(value)\n" }
    }
    return text
  }

  private static func place(_ span: Any?) -> String {
    guard let span = span as? [String: Any] else { return "" }
    let part = (span["part"] as? String).map { "(\($0))" } ?? ""
    let (line, column) = (span["line"] as? Int ?? 0, span["column"] as? Int ?? 0)
    return "\(span["file"] as? String ?? "")\(part):\(line):\(column)"
  }
}
