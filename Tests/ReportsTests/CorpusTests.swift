import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

private let corpus = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Fuzz/Corpus")

/// The files that the fuzzers begin with and the crashes they found, read as the fuzzers read them
/// (`Tests/Fuzz`).
@Suite struct CorpusTests {
  private static func files(_ reader: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: corpus.appendingPathComponent(reader),
      includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }

  @Test(arguments: ["Text", "HTML", "Markdown", "Word", "OpenDocument", "Archive"])
  func everyFileOfTheCorpusIsReadOrRefused(_ reader: String) throws {
    let files = try Self.files(reader)
    #expect(!files.isEmpty)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let reading = try Reading(Self.wrapped(bytes, for: reader), named: Self.name(for: reader))
      #expect(reading.report != nil || reading.findings.hasErrors, "\(file.lastPathComponent)")
      #expect(Accounting(reading)?.fault() == nil, "\(file.lastPathComponent)")
    }
  }

  private static func name(for reader: String) -> String {
    switch reader {
    case "Text": "a.txt"
    case "HTML": "a.html"
    case "Markdown": "a.md"
    case "OpenDocument": "a.odt"
    default: "a.docx"
    }
  }

  private static func wrapped(_ bytes: [UInt8], for reader: String) -> [UInt8] {
    var archive = HandmadeArchive()
    switch reader {
    case "Word": archive.add("word/document.xml", bytes)
    case "OpenDocument":
      archive.add("content.xml", bytes)
      archive.add("styles.xml", Array("<a/>".utf8))
    default: return bytes
    }
    return archive.finished()
  }
}
