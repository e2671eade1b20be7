import FoundationEssentials
import Testing
import WritingSystems

@Suite("Where words may be hyphenated")
struct HyphenatorTests {
  /// A folder with a dictionary of a few patterns, so that tests need no package.
  private func withDictionaries<T>(
    _ files: [String: [UInt8]],
    _ body: (Hyphenators) throws -> T
  ) throws -> T {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kanyin-hyphen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    return try body(Hyphenators(folder: folder.path()))
  }

  private static let small = Array("UTF-8\na1d\ns1t\né1e\n".utf8)

  private func marked(_ text: String, _ hyphenator: Hyphenator) -> String {
    let points = Set(hyphenator.points(in: text))
    var result = ""
    var offset = 0
    for scalar in text.unicodeScalars {
      if points.contains(offset) { result += "-" }
      result.unicodeScalars.append(scalar)
      offset += UTF8.width(scalar)
    }
    return result
  }

  @Test(arguments: [
    ("adist", "adist"),  // two letters before, three after
    ("madistra", "ma-dis-tra"), ("“madistra,”", "“ma-dis-tra,”"), ("Madistra", "Madistra"),
    ("MADISTRA", "MADISTRA"), ("madistra2", "madistra2"), ("madistra.cn", "madistra.cn"),
    ("madi\u{AD}stra", "madi\u{AD}stra"), ("l’madistra", "l’ma-dis-tra"), ("", ""),
    ("madéeeen", "ma-dé-eeen"), ("全县", "全县"), ("\u{301}\u{301}", "\u{301}\u{301}"),
  ])
  func wordsAreHyphenatedByPatterns(_ text: String, _ expected: String) throws {
    try withDictionaries(["hyph_xx.dic": Self.small]) { dictionaries in
      let hyphenator = try #require(dictionaries.hyphenator(for: "xx"))
      #expect(marked(text, hyphenator) == expected)
    }
  }

  @Test("A dictionary in another encoding is read all the same")
  func otherEncodings() throws {
    let latin = Array("ISO8859-1\na1d\n".utf8) + [0xE9] + Array("1e\n".utf8)
    try withDictionaries(["hyph_de_DE.dic": latin]) { dictionaries in
      let german = try #require(dictionaries.hyphenator(for: "de-CH"))
      #expect(marked("Madéeeen", german) == "Ma-dé-eeen", "German nouns begin with a capital")
    }
  }

  @Test("A dictionary of the region goes before one of the language; none is nil")
  func namesOfDictionaries() throws {
    let british = Array("UTF-8\ns1t\n".utf8)
    let files = ["hyph_en_US.dic": Self.small, "hyph_en_GB.dic": british]
    try withDictionaries(files) { dictionaries in
      let words = ["en", "en-GB", "en-US", "en-Latn-US"].map { tag in
        dictionaries.hyphenator(for: tag).map { marked("madistra", $0) }
      }
      #expect(words == ["ma-dis-tra", "madis-tra", "ma-dis-tra", "ma-dis-tra"])
      for tag in ["fr", "zh", "zh-Hans", "", "../../etc", "e", "en_US/../x"] {
        #expect(dictionaries.hyphenator(for: tag) == nil, "\(tag)")
      }
    }
  }

  @Test(
    "What is no dictionary hyphenates nothing and breaks nothing",
    arguments: [
      [], Array("UTF-8".utf8), Array("UTF-8\n\u{0}\u{0}\n".utf8), Array("NOSUCH\na1d\n".utf8),
      Array("UTF-8\n9999999999999999\n%%%\nLEFTHYPHENMIN x\nNEXTLEVEL\nNEXTLEVEL\n".utf8),
      [0xFF, 0xFE, 0x0A, 0x00],
    ]
  )
  func hostileDictionaries(_ bytes: [UInt8]) throws {
    try withDictionaries(["hyph_xx.dic": bytes]) { dictionaries in
      let points = dictionaries.hyphenator(for: "xx")?.points(in: "madistra") ?? []
      #expect(points.isEmpty)
    }
  }

  @Test("Long nonsense is left whole, and four workers get the same answer")
  func hostileWords() async throws {
    let dictionaries = Hyphenators()
    guard let english = dictionaries.hyphenator(for: "en") else { return }
    #expect(english.points(in: String(repeating: "ad", count: 100_000)).isEmpty)
    #expect(english.points(in: "\u{202E}e\u{301}\u{301}\u{301}vangelise").allSatisfy { $0 > 0 })
    let alone = ["representative", "development", "party"].map(english.points)
    let answers = await withTaskGroup(of: [[Int]].self) { group in
      for _ in 0..<4 {
        group.addTask {
          ["representative", "development", "party"].map { word in
            (0..<200).reduce(into: []) { result, _ in result = english.points(in: word) }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0 == alone })
    #expect(alone[2].isEmpty)
  }

  @Test(
    "The installed English dictionary",
    .enabled(if: Hyphenators().hyphenator(for: "en") != nil, "hyphen-en-us is not installed"),
    arguments: [
      ("development", "de-vel-op-ment"), ("representative", "rep-re-sen-ta-tive"),
      ("government", "gov-ern-ment"), ("county", "county"),
    ]
  )
  func english(_ word: String, _ expected: String) throws {
    let english = try #require(Hyphenators().hyphenator(for: "en"))
    #expect(marked(word, english) == expected)
  }
}
