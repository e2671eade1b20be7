import Geometry
import Testing

@Suite("Lengths are exact")
struct LengthTests {
  @Test(arguments: [
    ("1pt", 127_000), ("1mm", 360_000), ("0.01mm", 3_600), ("0.001pt", 127), ("1in", 9_144_000),
    ("2.5cm", 9_000_000), ("三号", 2_032_000), ("五号", 1_333_500), ("初号", 5_334_000), ("0", 0),
    ("-4mm", -1_440_000), (" 37 mm ", 13_320_000),
  ])
  func readsAbsoluteMeasures(_ text: String, _ units: Int64) {
    #expect(Measure.parse(text) == .success(.absolute(Length(units: units))))
  }

  @Test(arguments: [
    ("2字", Measure.characters(Ratio(2))), ("1.5em", .em(Ratio(1.5))), ("3行", .lines(Ratio(3))),
    ("12.5%", .percent(Ratio(0.125))), ("1fr", .fraction(.one)),
  ])
  func readsRelativeMeasures(_ text: String, _ measure: Measure) {
    #expect(Measure.parse(text) == .success(measure))
  }

  @Test(arguments: [
    ("mm", Measure.ParseError.noNumber), ("12", .noUnit), ("12px", .unknownUnit("px")),
    ("1.2.3mm", .outOfRange), ("9999999999mm", .outOfRange), ("", .noNumber), ("四十号", .noNumber),
    ("1.2345678mm", .outOfRange),
  ])
  func saysWhyATextIsNoMeasure(_ text: String, _ error: Measure.ParseError) {
    #expect(Measure.parse(text) == .failure(error))
  }

  @Test func scalesWithOneRounding() {
    let height = 225 * Length.millimetre
    let extent = height - 16 * .point
    #expect(extent.scaled(by: 21, over: 21) == extent)
    let steps = (0..<21).map { line in
      extent.scaled(by: Int64(line + 1), over: 21) - extent.scaled(by: Int64(line), over: 21)
    }
    #expect(steps.reduce(.zero, +) == extent)
    #expect(Set(steps).count <= 2)
  }

  @Test(arguments: [(7, 2, 4), (-7, 2, -4), (5, 3, 2), (-5, 3, -2), (0, 9, 0)])
  func roundsHalvesAwayFromZero(_ units: Int64, _ denominator: Int64, _ expected: Int64) {
    #expect(Length(units: units).scaled(by: 1, over: denominator) == Length(units: expected))
  }

  @Test func doesNotOverflowInTheMiddle() {
    let long = Length(units: 4_000_000_000_000_000)
    #expect(long.scaled(by: 1_000_000, over: 1_000_000) == long)
    #expect((-long).scaled(by: 999_999, over: 999_999) == -long)
  }

  @Test(arguments: [
    (Length.point, "1"), (.millimetre, "2.835"), (Length(units: -63_500), "-0.5"), (.zero, "0"),
  ])
  func printsPointsWithThreeDecimals(_ length: Length, _ text: String) {
    #expect(length.description == text)
  }
}

@Suite("The plane")
struct PlaneTests {
  @Test func aQuarterTurnIsExact() {
    let turn = Transform.quarterTurn(then: .zero)
    let point = Point(x: 3 * .point, y: 5 * .point)
    #expect(turn.apply(to: point) == Point(x: -5 * .point, y: 3 * .point))
    let back = (0..<4).reduce(point) { at, _ in turn.apply(to: at) }
    #expect(back == point)
  }

  @Test func insetsMoveEachSideInwards() {
    let page = Rect(x: .zero, y: .zero, width: 210 * .millimetre, height: 297 * .millimetre)
    let sides = Sides(
      top: 37 * .millimetre,
      right: 26 * .millimetre,
      bottom: 35 * .millimetre,
      left: 28 * .millimetre
    )
    let area = page.inset(by: sides)
    #expect(area.size == Size(width: 156 * .millimetre, height: 225 * .millimetre))
    #expect(area.maxX == 184 * .millimetre)
  }
}
