import Testing
import WritingSystems

@Suite("Where texts may be broken")
struct TextBreaksTests {
  /// The text with `|` where it may be broken and `‖` where it must be.
  private func marked(_ text: String, _ unit: TextBreaks.Unit, _ language: String) -> String {
    let breaks = TextBreaks(of: text, unit: unit, language: language)
    var result = ""
    var offset = 0
    for scalar in text.unicodeScalars {
      if offset > 0 {
        switch breaks[offset] {
        case .prohibited: break
        case .allowed: result += "|"
        case .mandatory: result += "‖"
        }
      }
      result.unicodeScalars.append(scalar)
      offset += UTF8.width(scalar)
    }
    return result
  }

  @Test(arguments: [
    ("工作简报", "工|作|简|报"), ("全县26个", "全|县|26|个"), ("占86.41%，", "占|86.41%，"),
    ("good work", "good |work"), ("甲\u{2028}乙", "甲\u{2028}‖乙"), ("", ""), ("（一）", "（一）"),
    ("𠮷野家", "𠮷|野|家"),
  ])
  func linesBreakByUAX14(_ text: String, _ expected: String) {
    #expect(marked(text, .line, "zh-Hans") == expected)
  }

  @Test(arguments: [("推动经济发展", "推动|经济|发展"), ("good work", "good| |work")])
  func wordsAreThoseOfTheDictionary(_ text: String, _ expected: String) {
    #expect(marked(text, .word, "zh-Hans") == expected)
  }

  @Test(arguments: [
    ("工作", [0, 0]), ("工شە作", [0, 1, 1, 0]), ("شە 12", [1, 1, 1, 2, 2]), ("𠮷ش", [0, 1]), ("", []),
  ])
  func levelsAreThoseOfUAX9(_ text: String, _ expected: [UInt8]) {
    let levels = BidiLevels(of: text)
    var offset = 0
    let found = text.unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return levels[offset]
    }
    #expect(found == expected)
  }
}
