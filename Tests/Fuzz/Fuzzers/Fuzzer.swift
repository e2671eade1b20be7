import TestSupport

/// One row of the table of fuzzers: a reader, and what must hold of whatever it is given.
package struct Fuzzer: Sendable {
  /// The name of its folder in `Tests/Fuzz/Corpus`, and what `scripts/fuzz-readers` takes.
  package let name: String
  /// What a mutation puts in: words, marks and elements that the reader knows.
  package let words: [String]
  /// Reads any bytes.
  package let read: @Sendable ([UInt8]) -> Outcome

  init(_ name: String, _ words: [String], read: @escaping @Sendable ([UInt8]) -> Outcome) {
    self.name = name
    self.words = words
    self.read = read
  }

  /// What came of reading.
  package struct Outcome: Sendable {
    /// Whether the bytes were read, not refused.
    package var isRead: Bool
    /// What does not hold, in words; nil when all is well.
    package var fault: String?
  }

  package static let all: [Fuzzer] = [
    report("Text", as: "a.txt", FuzzWords.report),
    report("HTML", as: "a.html", FuzzWords.report + FuzzWords.page),
    report("Markdown", as: "a.md", FuzzWords.report + FuzzWords.markdown),
    report("Word", as: "a.docx", FuzzWords.report + FuzzWords.word) { bytes in
      archive([("word/document.xml", bytes)])
    },
    report("OpenDocument", as: "a.odt", FuzzWords.report + FuzzWords.openDocument) { bytes in
      archive([("content.xml", bytes), ("styles.xml", Array("<a/>".utf8))])
    },
    report("Archive", as: "a.docx", FuzzWords.archive),
    Fuzzer("Language", FuzzWords.report + FuzzWords.language, read: LanguageCheck.read),
    Fuzzer("Figures", FuzzWords.figures, read: FigureCheck.read),
    Fuzzer("Ledger", FuzzWords.ledger) { LedgerCheck.read($0, named: "a.csv") },
    Fuzzer("Workbook", FuzzWords.workbook) { bytes in
      LedgerCheck.read(WorkbookParts.archive(of: bytes), named: "a.xlsx")
    },
    Fuzzer("OpenSheet", FuzzWords.openSheet) { bytes in
      let type = Array("application/vnd.oasis.opendocument.spreadsheet".utf8)
      let archive = archive([("mimetype", type), ("content.xml", bytes)])
      return LedgerCheck.read(archive, named: "a.ods")
    },
    Fuzzer(
      "Layout",
      FuzzWords.yaml + FuzzWords.layout + FuzzWords.layoutKeys + LayoutCheck.lines,
      read: LayoutCheck.read
    ),
    Fuzzer("Settings", FuzzWords.yaml + FuzzWords.settings, read: SettingsCheck.read),
  ]

  package static func named(_ name: String) -> Fuzzer? { all.first { $0.name == name } }

  /// A reader of reports; `wrapped` makes a file of the bytes.
  private static func report(
    _ name: String,
    as file: String,
    _ words: [String],
    wrapped: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
  ) -> Fuzzer {
    Fuzzer(name, words) { ReportCheck(named: file, wrapped($0)).outcome }
  }

  private static func archive(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive = HandmadeArchive()
    for member in members { archive.add(member.name, member.bytes) }
    return archive.finished()
  }
}
