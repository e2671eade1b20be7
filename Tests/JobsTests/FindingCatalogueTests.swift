import Diagnostics
import Foundation
import Fonts
import Jobs
import PageLayout
import Prepress
import Proofreading
import Rendering
import Reports
import Settings
import Statistics
import Templates
import Testing
import WritingSystems

/// All findings of the house: their names are a contract, their words are complete.
@Suite("Findings of all modules")
struct FindingCatalogueTests {
  private static let lists: [(module: String, codes: [FindingCode])] = [
    ("WritingSystems", FindingCode.encodings), ("Settings", FindingCode.settings),
    ("Reports", FindingCode.reports),
    ("Proofreading", FindingCode.proofreading), ("Statistics", FindingCode.statistics),
    ("Templates", FindingCode.templates), ("Fonts", FindingCode.fonts),
    ("PageLayout", FindingCode.pageLayout), ("Rendering", FindingCode.rendering),
    ("Prepress", FindingCode.prepress), ("Jobs", FindingCode.jobs),
  ]

  private static let codes = lists.flatMap(\.codes)

  @Test("names are unique and of the form noun.what-is-wrong")
  func names() {
    let names = Self.codes.map(\.name)
    #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    for name in names {
      #expect(name.wholeMatch(of: /[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(name)")
    }
  }

  @Test("the noun that a code is about belongs to one module")
  func prefixes() {
    var owners: [String: String] = [:]
    for (module, codes) in Self.lists {
      for prefix in Set(codes.map { String($0.name.prefix { $0 != "." }) }) {
        #expect(owners.updateValue(module, forKey: prefix) == nil, "\(prefix) has two owners")
      }
    }
  }

  @Test("both languages say the same of the same things", arguments: codes.map(\.name))
  func words(name: String) throws {
    let code = try #require(Self.codes.first { $0.name == name })
    for words in [code.words] + (code.hint.map { [$0] } ?? []) {
      #expect(!words.chinese.isEmpty && !words.english.isEmpty)
      #expect(words.placeholders(in: .chinese) == words.placeholders(in: .english))
      #expect(words.chinese.unicodeScalars.contains { $0.value > 0x2E80 })
      #expect(words.english.contains { $0.isASCII && $0.isLetter })
    }
    let isSentence = code.words.english.hasSuffix(".") || code.words.chinese.hasSuffix("。")
    #expect(!isSentence, "a headline ends without a period")
  }

  @Test("each code of a findings table stands in its list")
  func listsAreWhole() throws {
    for (module, codes) in Self.lists {
      let folder = Repository.path("Sources/\(module)")
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      var defined: Set<String> = []
      for file in files where file.hasSuffix(".swift") {
        let text = try Repository.text("Sources/\(module)/\(file)")
        let names = text.matches(of: /FindingCode\(\s*"([^"\\]+)"/)
        for match in names {
          defined.insert(String(match.1))
        }
      }
      #expect(defined.subtracting(codes.map(\.name)).sorted() == [], "\(module)'s list lacks codes")
    }
  }
}
