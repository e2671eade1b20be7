import Geometry
import TestSupport
import Testing

/// The table of cases through the real door: shaped by HarfBuzz, laid out, read back from the page.
@Suite("The table of cases on pages")
struct CasePageTests {
  static let cases = ((try? CompositionCase.all()) ?? []).filter(canBeRead)
  static let pages = try? CasePages(cases)

  /// Words from right to left stand in visual order on the page, an index is set smaller, what does
  /// not show has no glyph, the font has the mainland's marks and no ligatures; and some styles are
  /// the composer's alone.
  private static func canBeRead(_ example: CompositionCase) -> Bool {
    example.text.attached.isEmpty
      && !example.style.contains { ["first-fit", "grid", "tw", "hk"].contains($0) }
      && !example.text.characters.contains { character in
        ("\u{590}"..."\u{8FF}").contains(character)
          || "\u{200B}\u{2060}\u{FEFF}".contains(character)
          || character.unicodeScalars.contains("\u{200D}")
      }
  }

  @Test(arguments: cases)
  func linesAreThoseOfTheTable(_ example: CompositionCase) throws {
    let lines = try #require(Self.pages).lines(of: example)
    // The font has a thousand units in an em.
    let tolerance = CasePages.em.scaled(by: 1, over: 400)
    let found = lines.enumerated().map { index, line in
      let expected = example.lines.indices.contains(index) ? example.lines[index] : nil
      let matches = expected.map { line.matches($0, em: CasePages.em, tolerance: tolerance) }
      return matches == true ? expected : line.written(em: CasePages.em, tolerance: tolerance)
    }
    #expect(found.map { $0?.description ?? "" }.joined(separator: " / ") == example.written)
  }
}
