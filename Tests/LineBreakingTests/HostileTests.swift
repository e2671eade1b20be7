import Geometry
import LineBreaking
import TestSupport
import Testing
import Typography

/// Texts nobody writes: every one comes out whole, in order, and at once.
@Suite("Hostile texts")
struct HostileTests {
  /// A text, shortly told.
  struct Hostile: Sendable, CustomStringConvertible {
    let description: String
    let text: String

    init(_ description: String, _ text: String) {
      self.description = description
      self.text = text
    }
  }

  static let texts: [Hostile] = [
    Hostile("one Han", "甲"), Hostile("one opener", "（"), Hostile("one closer", "）"),
    Hostile("one stop", "。"), Hostile("one dash half", "—"), Hostile("one space", " "),
    Hostile("one digit", "1"), Hostile("one forced end", "\u{2028}"),
    Hostile("only spaces", String(repeating: " ", count: 500)),
    Hostile("only ideographic spaces", String(repeating: "\u{3000}", count: 500)),
    Hostile("only forced ends", String(repeating: "\u{2028}", count: 500)),
    Hostile("only newlines", String(repeating: "\n", count: 500)),
    Hostile("openers", String(repeating: "（", count: 10_000)),
    Hostile("closers", String(repeating: "）", count: 2_000)),
    Hostile("stops", String(repeating: "。", count: 2_000)),
    Hostile("dashes", String(repeating: "—", count: 9_999)),
    Hostile("ellipses", String(repeating: "…", count: 9_999)),
    Hostile("solidi", String(repeating: "/", count: 5_000)),
    Hostile("a long number", String(repeating: "7", count: 100_000)),
    Hostile("a long word", String(repeating: "a", count: 5_000)),
    Hostile("lone combining marks", String(repeating: "\u{301}", count: 500)),
    Hostile("marks upon marks", "甲" + String(repeating: "\u{301}\u{302}", count: 2_000) + "乙"),
    Hostile("joiners", String(repeating: "👩\u{200D}", count: 300)),
    Hostile("variation selectors", String(repeating: "\u{FE0F}", count: 300)),
    Hostile("bidi controls", String(repeating: "\u{202E}甲\u{202C}\u{2067}a\u{2069}", count: 200)),
    Hostile("zero-width spaces", String(repeating: "\u{200B}", count: 1_000)),
    Hostile("word joiners between Han", String(repeating: "甲\u{2060}", count: 1_000)),
    Hostile("NUL and controls", "甲\u{0}乙\u{7}丙\u{1B}丁"),
    Hostile("the last code points", "\u{10FFFF}\u{FFFE}\u{FFFF}甲"),
  ]

  private func compose(_ text: NominalText, _ measure: Length) -> [ComposedLine] {
    LineComposer(style: CompositionStyle()).compose(text.units, measure: LineMeasure(measure))
  }

  @Test(arguments: texts, [Length(units: 0), Length(units: 1), 12 * .point, 336 * .point])
  func isComposedWhole(_ hostile: Hostile, _ measure: Length) {
    let text = NominalText(MarkedText(characters: hostile.text))
    let lines = compose(text, measure)
    #expect(lines.flatMap(\.units) == Array(text.units.indices))
    #expect(lines.allSatisfy { $0.overflow >= .zero && $0.units.count == $0.origins.count })
  }

  @Test func nothingGivesNoLine() {
    let text = NominalText(MarkedText(characters: ""))
    #expect(compose(text, 12 * .point).isEmpty)
  }

  @Test func aFirstLineWithoutRoomIsComposed() {
    let text = NominalText(MarkedText(characters: "甲乙丙丁"))
    let lines = LineComposer(style: CompositionStyle())
      .compose(text.units, measure: LineMeasure(first: .zero, others: 24 * .point))
    #expect(lines.flatMap(\.units) == Array(text.units.indices))
  }

  @Test func oneGroupOfAWholeTextIsComposed() {
    let text = NominalText(MarkedText("{" + String(repeating: "甲26，", count: 500) + "}"))
    #expect(compose(text, 120 * .point).flatMap(\.units) == Array(text.units.indices))
  }
}
