import Diagnostics
import DocumentModel
import Geometry
import PageModel
import Testing
import Typography

@Suite("Leaders and numbers in one cell")
struct LeaderTests {
  private static let characters = "一二三四五六七八九十工作简报第期、，￥%0123456789.A"

  private func boxes(_ lines: [[Inline]]) throws -> [String] {
    let fixture = try BoxFixture(Self.characters)
    return fixture.layOut(lines.map { BoxFixture.paragraph($0) }).pages.boxes
  }

  private func leader(_ pattern: Leader.Pattern) -> Inline {
    .leader(Leader(pattern, style: BoxFixture.text))
  }

  private func text(_ string: String) -> Inline { BoxFixture.text(string) }

  /// Three dots an em on a grid from the right end: cells of 3.333 pt whose middles lie at
  /// 1.667, 5, 8.333 … pt from it; a quarter em stays white on either side.
  @Test func dotsOfSuccessiveLinesStandBelowEachOther() throws {
    let shown = try boxes([
      [text("一、工作"), leader(.ellipsis), text("3")],
      [text("二工"), leader(.ellipsis), text("12")],
    ])
    #expect(
      shown == [
        "一、工作 0–40 @0", "3 95–100 @0", "dots 45…88.333 ×14 @-3.8",
        "二工 0–20 @15", "12 90–100 @15", "dots 25…85 ×19 @11.2",
      ]
    )
  }

  @Test func oneDotAnEm() throws {
    let shown = try boxes([[text("一"), leader(.dots), text("3")]])
    #expect(shown.last == "dots 25…85 ×7 @-3.8")
  }

  @Test func aLineToWriteOnReachesTheEndOfTheMeasure() throws {
    let shown = try boxes([[text("工作"), leader(.rule)]])
    #expect(shown.last == "rule 22.5–100 @1.2")
  }

  @Test func fewerThanTwoDotsAreNone() throws {
    let shown = try boxes([[text("一二三四五六七八九"), leader(.ellipsis), text("3")]])
    #expect(shown == ["一二三四五六七八九 0–90 @0", "3 95–100 @0"])
  }

  /// A line that goes on takes its number and some of its words along.
  @Test func aNumberIsNotPartedFromItsLeader() throws {
    let shown = try boxes([[text("一二三四五六七八九十工作"), leader(.ellipsis), text("12")]])
    #expect(shown.prefix(2) == ["一二三四五六七八九十 0–100 @0", "工作 0–20 @15"])
    let tight = try boxes([[text("一二三四五六七八九十"), leader(.ellipsis), text("12")]])
    #expect(tight.prefix(2) == ["一二三四五六七八九 0–90 @0", "十 0–10 @15"])
  }

  @Test func dotsAreNoText() throws {
    let fixture = try BoxFixture(Self.characters)
    let (pages, _) = fixture.layOut([
      BoxFixture.paragraph([text("一"), leader(.ellipsis), text("3")])
    ])
    let dots = pages.pages[0].frame.items.filter { item in
      if case .path = item.content { return true }
      return false
    }
    #expect(dots.map(\.tag) == [.artifact(.layout)])
  }

  // MARK: Numbers in one cell

  @Test(arguments: [
    ("第12期", ["第 0–10 @0", "12 10–20 @0", "期 20–30 @0"]),
    ("第123期", ["第 0–10 @0", "123 10–20 narrowed", "期 20–30 @0"]),
    // One digit and more than three, decimals, sums and words stay as they are.
    ("第2026期", ["第2026期 0–45 @0"]),
    ("第12.5期", ["第12.5期 0–45 @0"]),
    ("￥12", ["￥12 0–20 @0"]),
    ("第A12期", ["第A12期 0–40 @0"]),
    // On a grid two of them with their month and day have the rhythm of 十二月十日.
    ("12一10", ["12 0–10 @0", "一 10–20 @0", "10 20–30 @0"]),
  ])
  func numbersStandInOneCell(_ text: String, _ expected: [String]) throws {
    let inline = BoxFixture.text(text) { $0.combinesDigits = true }
    #expect(try boxes([[inline]]) == expected)
  }
}
