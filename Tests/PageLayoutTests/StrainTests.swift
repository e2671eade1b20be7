import Diagnostics
import DocumentModel
import Geometry
import PageModel
import TestSupport
import Testing
import Typography

@Suite("Lines that cannot keep a rule are notes")
struct StrainTests {
  private static let characters = "甲乙丙丁戊己庚辛壬癸一二三四五六七八九十万户，。』」-/5 abcdefghijklmnopqr"

  /// The codes of what is found in a justified paragraph of so many ems.
  private func codes(
    _ inlines: [Inline],
    measure: Int,
    punctuation: PunctuationStyle = .fullWidth
  ) throws -> [String] {
    let fixture = try BoxFixture(Self.characters)
    let block = BoxFixture.paragraph(inlines) { style in
      style.alignment = .justify
      style.punctuation = punctuation
      style.indentRight = (10 - measure) * BoxFixture.size
    }
    return fixture.layOut([block]).findings.list.map(\.code.name)
  }

  @Test func oneCharacterOnALastLineIsSaid() throws {
    #expect(try codes([BoxFixture.text("甲乙丙丁戊己庚")], measure: 6) == [])
    #expect(try codes([BoxFixture.text("甲乙")], measure: 1) == ["page.runt"])
  }

  @Test func looseLinesAreSaid() throws {
    let text = BoxFixture.text("甲乙abcdefghijklmnopqr")
    #expect(try codes([text], measure: 10) == ["page.line-loose"])
  }

  @Test func aLineWithNothingToGrowIsSaid() throws {
    let text = BoxFixture.text("abcdefghijkl abcdefghijkl")
    #expect(try codes([text], measure: 10) == ["page.line-underfull"])
  }

  @Test func aPartedFigureIsSaid() throws {
    let figure = Inline.kept([BoxFixture.text("一二三四万五六七八户")])
    #expect(try codes([figure], measure: 10) == [])
    #expect(try codes([figure], measure: 6) == ["page.figure-parted"])
  }

  @Test func aMarkWhereItMayNotStandIsSaid() throws {
    let text = BoxFixture.text("甲乙。』」乙丙")
    let found = try codes([text], measure: 2, punctuation: .halfWidth)
    #expect(found.contains("page.mark-misplaced"))
    #expect(!found.contains("page.line-overfull"))
  }

  @Test func aShortNameWithItsLineStaysWholeWhereThatCostsLittle() throws {
    let fixture = try BoxFixture(Self.characters)
    let name = BoxFixture.text("甲乙") { $0.decorations = [TextDecoration(.properName)] }
    func boxes(_ name: Inline) -> [String] {
      let inlines = [BoxFixture.text("一二三四五六七八九"), name, BoxFixture.text("丙丁戊")]
      return fixture.layOut([BoxFixture.paragraph(inlines)]).pages.boxes
    }
    #expect(boxes(BoxFixture.text("甲乙")).contains("甲 90–100 @0"))
    #expect(boxes(name).contains("甲乙 0–20 @15"))
  }

  @Test func connectorsAndSolidiBesideHanOpenNoGap() throws {
    let fixture = try BoxFixture(Self.characters)
    let boxes = fixture.layOut([BoxFixture.paragraph([BoxFixture.text("甲-乙/丙-5")])]).pages.boxes
    // Half an em each (GB/T 15834 5.1.6, 5.1.9); a sign belongs to its number, a quarter em away.
    #expect(boxes == ["甲-乙/丙-5 0–52.5 @0"])
  }
}
