import Geometry
import LineBreaking
import Testing
import Typography

/// A one-line case: a text, a measure in ems, and the lines it must be broken into.
struct Case: CustomTestStringConvertible, Sendable {
  let text: String
  let measure: Double
  let lines: [String]
  let rule: String

  init(_ text: String, _ measure: Double, _ lines: String..., rule: String) {
    self.text = text
    self.measure = measure
    self.lines = lines
    self.rule = rule
  }

  var testDescription: String { "\(text) | \(measure) em | \(rule)" }
}

/// Chinese text as units: full-width characters of 1 em; digits and letters of half an em are
/// gathered into words; `{` and `}` enclose what must not part.
struct MarkedText {
  private(set) var units: [LineUnit] = []
  private(set) var texts: [String] = []
  private static let em = 16 * Length.point

  init(_ text: String) {
    var group: Int32 = 0
    var open = false
    for character in text {
      switch character {
      case "{":
        group += 1
        open = true
      case "}": open = false
      default: add(character, group: open ? group : 0)
      }
    }
  }

  private mutating func add(_ character: Character, group: Int32) {
    guard let scalar = character.unicodeScalars.first else { return }
    let half = Self.em.scaled(by: 1, over: 2)
    if let kind = CharacterClass(scalar) {
      units.append(LineUnit(kind: kind, advance: Self.em, em: Self.em, group: group))
    } else if character == " " {
      let space = Self.em.scaled(by: 1, over: 4)
      units.append(LineUnit(kind: .wordSpace, advance: space, em: Self.em))
    } else if let last = units.last, last.kind == .western, last.group == group {
      units[units.count - 1].advance += half
      texts[texts.count - 1].append(character)
      return
    } else {
      units.append(LineUnit(kind: .western, advance: half, em: Self.em, group: group))
    }
    texts.append(String(character))
  }

  mutating func attachLast() { units[units.count - 1].isAttached = true }

  func lines(_ measure: Double, style: CompositionStyle = CompositionStyle()) -> [ComposedLine] {
    let width = 16 * Length.points(measure)
    return LineComposer(style: style).compose(units, measure: LineMeasure(width))
  }

  func text(of line: ComposedLine) -> String {
    line.units.map { texts[$0] }.joined()
  }
}

@Suite("Where lines end")
struct BreakingTests {
  static let cases: [Case] = [
    Case("甲乙丙丁戊己", 3, "甲乙丙", "丁戊己", rule: "Han break anywhere"),
    Case("甲乙丙，丁戊己", 3.5, "甲乙丙，", "丁戊己", rule: "GB/T 15834 5.1.10: a line-end mark is half an em"),
    Case("甲，乙丙丁。戊己庚", 5, "甲，乙丙丁。", "戊己庚", rule: "clreq: squeeze in before pushing out"),
    Case("甲乙丙丁（戊己）庚辛", 5, "甲乙丙丁", "（戊己）庚辛", rule: "clreq: an opener ends no line"),
    Case("甲乙丙——丁戊", 4, "甲乙丙", "——丁戊", rule: "GB/T 15834 5.1.4: a dash is not divided"),
    Case("甲乙丙……丁戊", 4, "甲乙丙", "……丁戊", rule: "GB/T 15834 5.1.5: an ellipsis is not divided"),
    Case("共建设{26个}党", 4, "共建设", "{26个}党", rule: "a figure keeps its unit"),
    Case("甲乙丙丁戊己庚", 6, "甲乙丙丁戊", "己庚", rule: "clreq: no Han alone on a last line"),
  ]

  @Test(arguments: cases)
  func endsLinesByTheRules(_ example: Case) {
    let marked = MarkedText(example.text)
    let lines = marked.lines(example.measure).map { marked.text(of: $0) }
    #expect(lines == example.lines.map { $0.filter { $0 != "{" && $0 != "}" } })
  }

  @Test func aUnitAttachedToAnotherStaysWithItAndOpensNoGap() {
    var marked = MarkedText("甲乙丙丁1")
    marked.attachLast()
    // Four Han and the index take 4.5 em without a gap, 4.75 with one.
    #expect(marked.lines(4.5).count == 1)
    let lines = marked.lines(4).map { marked.text(of: $0) }
    #expect(lines.last?.hasSuffix("丁1") == true && lines.count == 2)
  }

  @Test func everyElementIsInOneLineInOrder() {
    let marked = MarkedText(String(repeating: "安澜县（2025）年，共建26个、“五个到位”。", count: 40))
    for measure in [1.0, 2, 5, 9.5, 28] {
      let lines = marked.lines(measure)
      #expect(lines.flatMap(\.units) == Array(marked.units.indices))
    }
  }
}

@Suite("How lines are filled")
struct JustificationTests {
  @Test func linesButTheLastReachTheMeasureExactly() {
    let marked = MarkedText(String(repeating: "安澜县共建{26个}，占{86.41%}。“到位”", count: 20))
    let lines = marked.lines(28)
    let measure = 28 * 16 * Length.point
    #expect(lines.count > 3)
    for line in lines.dropLast() {
      #expect(line.width == measure)
      #expect(line.overflow == .zero)
    }
  }

  @Test func pureHanStandsOnThePitch() throws {
    let marked = MarkedText(String(repeating: "甲", count: 40))
    let line = try #require(marked.lines(28).first)
    let pitch = 16 * Length.point
    #expect(line.origins == (0..<28).map { $0 * pitch })
  }

  @Test func marksOfAClassGiveAlike() throws {
    let marked = MarkedText("甲，乙，丙，丁戊己庚辛壬癸子丑")
    let line = try #require(marked.lines(7.5).first)
    #expect(marked.text(of: line) == "甲，乙，丙，丁戊")
    let blanks = [1, 3, 5].map { (line.origins[$0 + 1] - line.origins[$0]).units }
    // Half an em is divided over three commas; a rest of one unit may lie with any of them.
    #expect((blanks.max() ?? 0) - (blanks.min() ?? 0) <= 1)
  }

  @Test func adjacentMarksAreNarrowed() throws {
    let marked = MarkedText("甲。”“乙")
    let line = try #require(marked.lines(28).first)
    let em = 16 * Length.point
    let half = em.scaled(by: 1, over: 2)
    // 甲 at 0, 。 at 1 em, ” half an em behind it, “ one em behind that with its ink at the right.
    #expect(line.origins == [.zero, em, em + half, 2 * em, 3 * em])
  }

  @Test func aWordLongerThanTheMeasureIsReported() throws {
    let marked = MarkedText("甲abcdefghijklmnop乙")
    let lines = marked.lines(4)
    #expect(lines.contains { $0.overflow > .zero })
    #expect(lines.map { marked.text(of: $0) }.joined() == "甲abcdefghijklmnop乙")
  }

  @Test func aTextTwiceAsLongGivesTheSameLinesAtItsBeginning() {
    let text = String(repeating: "安澜县共建{26个}，占{86.41%}。", count: 200)
    let once = MarkedText(text).lines(28)
    let twice = MarkedText(text + text).lines(28)
    #expect(once.prefix(20).map(\.units) == twice.prefix(20).map(\.units))
  }
}
