import Foundation
import Fuzzers
import Testing

private let corpus = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzz/Corpus")

/// The files that the fuzzers begin with and what they found, held to what the fuzzers hold all to.
@Suite(.timeLimit(.minutes(10))) struct CorpusTests {
  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// Files of our own that must be read.
  private static let seeds = [
    "Text": ["report.txt"], "HTML": ["page.html"], "Markdown": ["report.md"],
    "Word": ["document.xml"], "OpenDocument": ["content.xml"], "Archive": ["report.docx"],
    "Language": ["keep.txt", "simplified.txt", "taiwan.txt"], "Figures": ["forms.txt"],
    "Ledger": ["semicolons.csv", "townships.csv", "utf-16.txt"],
    "Workbook": ["all-parts.xml", "sheet.xml"], "OpenSheet": ["content.xml"],
    "Layout": ["briefing.yaml", "extends.yaml", "own-page.yaml"], "Settings": ["terms.yaml"],
  ]

  @Test(arguments: Fuzzer.all.map(\.name))
  func everyFileOfTheCorpusHolds(_ name: String) throws {
    let fuzzer = try #require(Fuzzer.named(name))
    let folder = corpus.appending(path: name)
    let files = try Self.names(in: folder)
    var read: [String] = []
    for file in files {
      let outcome = fuzzer.read([UInt8](try Data(contentsOf: folder.appending(path: file))))
      #expect(outcome.fault == nil, "\(name)/\(file)")
      if outcome.isRead { read.append(file) }
    }
    // Bytes that are refused at the door lead a fuzzer nowhere.
    let seeds = Self.seeds[name] ?? []
    #expect(Set(seeds).subtracting(read) == [], "\(name): a seed is not read")
  }

  @Test func everyFolderOfTheCorpusHasItsFuzzer() throws {
    #expect(try Self.names(in: corpus) == Fuzzer.all.map(\.name).sorted())
  }
}
