import Testing
import WritingSystems

@Suite("Directions of text")
struct BidiLevelsTests {
  private func levels(_ text: String) -> String {
    let levels = BidiLevels(of: text)
    var offset = 0
    return text.unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return String(levels[offset])
    }.joined()
  }

  @Test(
    "Levels are those of UAX #9, but that a number before Chinese is Chinese (HL2)",
    arguments: [
      ("工作", "00"), ("工شى", "011"), ("شى工", "110"), ("شى شى", "11111"),
      // The year stays with its 年; between Uyghur words it is theirs.
      ("شى2022年", "1100000"), ("شى 2022 年", "110000000"), ("شى2022شى", "11222211"),
      ("شى（新）", "11000"), ("شى (شى) 工", "111111100"), ("第5شى", "0011"),
    ]
  )
  func levelsOfMixedText(_ text: String, _ expected: String) {
    #expect(levels(text) == expected)
  }

  @Test("Only text with letters or commands of that direction is asked")
  func areNeeded() {
    for text in ["工作", "AV é ελ ж", "བོད", "ไทย", "ᠮᠣ", ""] {
      #expect(!BidiLevels.areNeeded(for: text))
    }
    for text in ["شى", "א", "工\u{202E}作", "\u{2067}", "𞤀"] {
      #expect(BidiLevels.areNeeded(for: text))
    }
  }

  @Test("Commands without an end or a beginning are no fault")
  func hostileCommands() {
    for unit in ["\u{202E}", "\u{2067}", "\u{202C}", "\u{2069}", "\u{202E}工\u{2066}ش"] {
      let text = String(repeating: unit, count: 500)
      let levels = BidiLevels(of: text)
      #expect((0..<text.utf8.count).allSatisfy { levels[$0] <= 126 })
    }
  }
}
