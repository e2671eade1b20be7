import Testing
import WritingSystems

@Suite struct DecimalTextTests {
  @Test(arguments: [
    (82.43, 2, "82.43"), (82.43, 1, "82.4"), (2.675, 2, "2.68"), (1.005, 2, "1.01"), (0.5, 0, "1"),
    (-0.5, 0, "−1"), (99.95, 1, "100.0"), (3.0, 2, "3.00"), (0.0, 1, "0.0"), (1e-7, 3, "0.000"),
    (1e16, 0, "10000000000000000"), (-1234.5, 1, "−1234.5"), (-0.001, 2, "0.00"),
  ])
  func roundsHalfUpAsDecimalsAreWritten(value: Double, places: Int, text: String) {
    #expect(DecimalText(value)?.rounded(to: places).text() == text)
  }

  @Test(arguments: [("2.5", "2"), ("3.5", "4"), ("2.51", "3"), ("-2.5", "−2"), ("0.5", "0")])
  func roundsHalfToEvenWhenAsked(value: String, text: String) {
    #expect(DecimalText(value)?.rounded(to: 0, .halfEven).text() == text)
  }

  @Test(arguments: [
    ("12", "12"), ("-12.50", "−12.50"), ("−3", "−3"), ("+3", "3"), ("1,234.5", "1234.5"),
    ("1e-05", "0.00001"), ("1.5e3", "1500"), ("007", "7"), ("0.10", "0.10"),
    ("1,234,567", "1234567"),
  ])
  func readsNumbers(text: String, written: String) {
    #expect(DecimalText(text)?.text() == written)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1,23", "1234,567", "1 2", "1.2.3", "abc", "１", "1e", "--1", "e5", ",123",
    "1e9999999999",
  ])
  func refusesWhatIsNoNumber(text: String) {
    #expect(DecimalText(text) == nil)
  }

  @Test func refusesInfinity() {
    #expect(DecimalText(Double.infinity) == nil)
    #expect(DecimalText(Double.nan) == nil)
  }

  @Test func groupsThousands() {
    #expect(DecimalText(1_234_567.5)?.text(grouping: .thinSpace) == "1\u{2009}234\u{2009}567.5")
    #expect(DecimalText(123)?.text(grouping: .comma) == "123")
    #expect(DecimalText(-1234)?.text(grouping: .comma, minus: "-") == "-1,234")
  }

  @Test(arguments: [
    ("41.2", 8, "4120000000"), ("1.26", 4, "12600"), ("5", -2, "0.05"), ("0", 3, "0"),
  ])
  func movesThePointExactly(value: String, power: Int, text: String) {
    #expect(DecimalText(value)?.shifted(by: power).text() == text)
  }

  @Test(arguments: [
    (82.43 - 28.57, "53.86"), (0.1 + 0.2, "0.3"), (100.0, "100"),
    (123_456_789_012_345.0, "123456789012000"),
    (1.0 / 3, "0.333333333333"), (-1e-9, "−0.000000001"), (0.0, "0"), (9.999_999_999_999_9, "10"),
  ])
  func roundsToTwelveSignificantDigits(value: Double, text: String) {
    #expect(DecimalText(value)?.rounded(significant: 12).text() == text)
  }

  @Test(arguments: [
    ("16900000", "9000", "16909000"), ("0.1", "0.2", "0.3"), ("1", "-0.5", "0.5"),
    ("-3", "1.5", "−1.5"),
    ("5", "-5", "0"), ("99", "1", "100"),
  ])
  func addsExactly(a: String, b: String, sum: String) throws {
    let result = try #require(DecimalText(a)) + #require(DecimalText(b))
    #expect(result.text() == sum)
  }
}
