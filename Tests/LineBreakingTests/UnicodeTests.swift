import Geometry
import LineBreaking
import TestSupport
import Testing
import WritingSystems

/// Unicode's test file through the rules of Chinese: what these leave to UAX #14 breaks as it says.
///
/// That ICU breaks as the file says is proved in `WritingSystemsTests`.
@Suite("UAX #14 under Chinese rules", .enabled(if: LineBreakTestFile() != nil, "no unicode-data"))
struct UnicodeTests {
  /// Where Chinese rules go before UAX #14.
  struct Override: Sendable {
    let mayBreak: Bool
    let clause: String
    /// Whether it decides between two neighbouring characters.
    let applies: @Sendable (Unicode.Scalar, Unicode.Scalar) -> Bool

    init(
      _ mayBreak: Bool,
      _ clause: String,
      applies: @escaping @Sendable (Unicode.Scalar, Unicode.Scalar) -> Bool
    ) {
      self.mayBreak = mayBreak
      self.clause = clause
      self.applies = applies
    }
  }

  static let overrides: [Override] = [
    Override(false, "GB/T 15834 5.1.6: a dash alone is 一字线, which starts no line") {
      $1 == "—" && $0 != "—"
    },
    Override(false, "GB/T 15834 5.1.9: 分隔号 beside a Chinese character ends no line") { a, b in
      a == "/" && CharacterClass(b)?.isHanLike == true
    },
    Override(true, "clreq PRLSE gb: an ellipsis may start a line; under strict it may not") {
      $1 == "…" && $0 != "…"
    },
    Override(true, "UAX #14 CJ taken as ID, JLREQ's loose rule; under strict they start no line") {
      CharacterClass($1) == .smallKana
    },
    Override(true, "JLREQ cl-14: an ideographic space stands in a cell as a Han does") {
      $1 == "\u{3000}"
    },
    Override(false, "ours: no line starts with a space, be it a no-break one behind another") {
      $1 == "\u{A0}"
    },
    Override(false, "UAX #29 GB9: what is shaped as one is not parted") { _, b in
      b.properties.isEmojiModifier || b.properties.generalCategory == .nonspacingMark
        || b == "\u{200D}"
    },
    Override(true, "UAX #29 GB12: a regional indicator with a mark of its own is half of no flag") {
      $0.properties.generalCategory == .nonspacingMark && (0x1F1E6...0x1F1FF).contains($1.value)
    },
  ]

  @Test func overridesAreThoseOfTheList() throws {
    let file = try #require(LineBreakTestFile())
    var used: [String: Int] = [:]
    for sample in file.samples {
      let ours = breaks(of: sample)
      let unicode = unicodeBreaks(of: sample)
      for index in ours.indices where ours[index] != unicode[index] {
        let rule = Self.overrides.first {
          $0.applies(sample.scalars[index], sample.scalars[index + 1])
        }
        #expect(rule?.mayBreak == ours[index], "\(sample)\n  ours \(sample.written(ours))")
        used[rule?.clause ?? "", default: 0] += 1
      }
    }
    // An override that is never needed is to be taken off the list.
    #expect(Self.overrides.filter { used[$0.clause] == nil }.map(\.clause) == [])
  }

  private func breaks(of sample: LineBreakTestFile.Sample) -> [Bool] {
    let text = NominalText(MarkedText(characters: sample.text))
    let places = Set(LineComposer(style: CompositionStyle()).placesToBreak(text.units))
    var ends: Set<Int> = []
    var count = 0
    for (index, piece) in text.pieces.enumerated() {
      for (character, _) in piece { count += character.unicodeScalars.count }
      if places.contains(index + 1) { ends.insert(count) }
    }
    return (1..<sample.scalars.count).map { ends.contains($0) }
  }

  private func unicodeBreaks(of sample: LineBreakTestFile.Sample) -> [Bool] {
    let found = TextBreaks(of: sample.text, unit: .line, language: "zh-Hans")
    var offset = 0
    return sample.scalars.dropLast().map { scalar in
      offset += UTF8.width(scalar)
      return found[offset] != .prohibited
    }
  }
}
