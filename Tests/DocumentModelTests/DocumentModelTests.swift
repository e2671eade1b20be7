import DocumentModel
import Geometry
import Testing
import Typography

/// The page of GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 lines of 28 characters.
private let grid = CharacterGrid(
  characters: 28,
  lines: 22,
  characterSize: 16 * .point,
  width: 156 * .millimetre,
  height: 225 * .millimetre
)

@Suite("The grid of GB/T 9704")
struct CharacterGridTests {
  @Test func theFirstFrameTouchesTheTopAndTheLastTheBottom() {
    #expect(grid.top(ofLine: 0) == .zero)
    #expect(grid.top(ofLine: 21) + 16 * .point == 225 * .millimetre)
  }

  @Test func twentyEightCharactersFillTheWidthFromEdgeToEdge() {
    #expect(grid.left(ofCharacter: 27) + 16 * .point == 156 * .millimetre)
  }

  @Test func pitchesAreThoseOfTheArithmetic() {
    // Official forms 2.4: exact fill of 225 mm at 29.61 pt; 156 mm by 28 characters of 16 pt leave 15.785 pt each.
    #expect(abs(grid.linePitch.points - 29.61) < 0.005)
    #expect(abs(grid.characterPitch.points - 15.785) < 0.001)
  }
}

@Suite("Margins of facing pages")
struct PageSetupTests {
  private func setup(doubleSided: Bool, binding: PageSetup.BindingSide) -> PageSetup {
    PageSetup(
      size: Size(width: 210 * .millimetre, height: 297 * .millimetre),
      bleed: 3 * .millimetre,
      bindingSide: binding,
      doubleSided: doubleSided,
      typeArea: TypeArea(
        top: 37 * .millimetre,
        inside: 28 * .millimetre,
        width: 156 * .millimetre,
        height: 225 * .millimetre
      ),
      grid: grid,
      masters: PageMasters(odd: PageMaster(), even: PageMaster())
    )
  }

  @Test(arguments: [
    (1, true, PageSetup.BindingSide.left, 28), (2, true, .left, 26), (3, true, .left, 28),
    (2, false, .left, 28), (1, true, .right, 26), (2, true, .right, 28),
  ])
  func theInsideMarginIsAtTheBinding(
    _ page: Int,
    _ doubleSided: Bool,
    _ side: PageSetup.BindingSide,
    _ millimetres: Int
  ) {
    let area = setup(doubleSided: doubleSided, binding: side).typeArea(ofPage: page)
    #expect(area.minX == millimetres * .millimetre)
  }
}
