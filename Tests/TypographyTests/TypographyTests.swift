import Geometry
import Testing
import Typography

@Suite("Inks")
struct InkPaletteTests {
  private let red = Ink(
    name: "red",
    process: ProcessColour(cyan: .zero, magenta: .percent(80), yellow: .percent(80), black: .zero),
    spot: "Red",
    screen: ScreenColour(red: 0xDA, green: 0x29, blue: 0x1C)
  )

  @Test func blackIsAlwaysFirstAndPureK() throws {
    let black = try #require(InkPalette()[.black])
    #expect(black.process == ProcessColour(cyan: .zero, magenta: .zero, yellow: .zero, black: .one))
  }

  @Test func anInkOfTheSameNameIsReplaced() {
    var palette = InkPalette()
    let first = palette.define(red)
    let second = palette.define(red)
    #expect(first == second && palette.inks.count == 2)
  }

  @Test func solidBlackInkAloneOverprints() throws {
    var palette = InkPalette()
    let solid = palette.define(Ink(name: "text", process: .black, screen: red.screen))
    let spot = palette.define(Ink(name: "k", process: .black, spot: "K", screen: red.screen))
    let rich = ProcessColour(cyan: .percent(40), magenta: .zero, yellow: .zero, black: .one)
    let warm = palette.define(Ink(name: "rich", process: rich, screen: red.screen))
    let other = palette.define(red)
    #expect(palette.overprints(.black))
    #expect(palette.overprints(InkTint(solid)))
    #expect(!palette.overprints(InkTint(.black, tint: .percent(99))))
    #expect(!palette.overprints(InkTint(spot)))
    #expect(!palette.overprints(InkTint(warm)))
    #expect(!palette.overprints(InkTint(other)))
    #expect(!palette.overprints(.paper))
  }

  @Test func paperIsKnownAndHasNoDefinition() {
    let palette = InkPalette()
    #expect(palette.id(named: "paper") == .paper)
    #expect(palette[.paper] == nil)
    #expect(palette.id(named: "gold") == nil)
  }
}

@Suite("Dates, as files carry them")
struct DocumentDateTests {
  @Test func haveThreeForms() {
    let date = DocumentDate(year: 2025, month: 3, day: 4, hour: 9, minute: 5)
    #expect(date.isoDay == "2025-03-04")
    #expect(date.iso == "2025-03-04T09:05:00+08:00")
    #expect(date.pdf == "D:20250304090500+08'00'")
    #expect(DocumentDate(year: 200, month: 12, day: 31).isoDay == "0200-12-31")
  }
}

@Suite("Character frames")
struct CharacterFrameTests {
  @Test func ascentAndDescentMakeTheFrame() {
    let size = Length(units: 1_333_501)
    #expect(CharacterFrame.ascent(of: size) + CharacterFrame.descent(of: size) == size)
  }
}
