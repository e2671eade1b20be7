import Geometry
import LineBreaking
import Testing
import Typography

/// Text as units of 10 pt: `{ }` figure, `< >` name, `|` seam, `¬` place for a hyphen; digits and
/// letters are half an em and gathered into words.
struct SetText {
  static let em = 10 * Length.point
  var units: [LineUnit] = []
  private(set) var texts: [String] = []
  private var group: Int32 = 0
  private var groups: Int32 = 0
  private var cohesion = Cohesion.figure
  private var endsWord = false

  init(_ text: String) {
    for character in text { add(character) }
  }

  private mutating func add(_ character: Character) {
    switch character {
    case "{", "<":
      groups += 1
      group = groups
      cohesion = character == "{" ? .figure : .name
      endsWord = true
    case "}", ">":
      group = 0
      endsWord = true
    case "|": units[units.count - 1].isSeam = true
    case "¬":
      units[units.count - 1].hyphen = Self.em.scaled(by: 1, over: 3)
      units[units.count - 1].opportunity = .prohibited
      endsWord = true
    case "⏎": units[units.count - 1].opportunity = .mandatory
    default: addText(character)
    }
  }

  private mutating func addText(_ character: Character) {
    guard let scalar = character.unicodeScalars.first else { return }
    if let kind = CharacterClass(scalar) {
      append(kind, advance: Self.em, character)
    } else if character == " " {
      append(.wordSpace, advance: Self.em.scaled(by: 1, over: 4), character)
    } else if !endsWord, units.last?.kind == .western {
      units[units.count - 1].advance += Self.em.scaled(by: 1, over: 2)
      texts[texts.count - 1].append(character)
    } else {
      append(.western, advance: Self.em.scaled(by: 1, over: 2), character)
    }
  }

  private mutating func append(_ kind: CharacterClass, advance: Length, _ character: Character) {
    units.append(
      LineUnit(kind: kind, advance: advance, em: Self.em, group: group, cohesion: cohesion)
    )
    texts.append(String(character))
    endsWord = false
  }

  func lines(_ measure: Double, _ style: CompositionStyle = CompositionStyle()) -> [ComposedLine] {
    LineComposer(style: style).compose(units, measure: LineMeasure(10 * Length.points(measure)))
  }

  func texts(_ lines: [ComposedLine]) -> [String] {
    lines.map { $0.units.map { texts[$0] }.joined() + ($0.endsWithHyphen ? "‐" : "") }
  }

  /// How far each unit stands from the one before it, in hundredths of an em.
  func steps(_ line: ComposedLine) -> [Int] {
    zip(line.origins, line.origins.dropFirst()).map { Int(($1 - $0).units * 100 / Self.em.units) }
  }
}

@Suite("Marks by style and region")
struct MarkWidthTests {
  /// The width of a text on one line, in hundredths of an em.
  private func width(_ text: String, _ style: CompositionStyle) -> Int? {
    SetText(text).lines(40, style).first.map {
      Int(($0.width.units * 200 / SetText.em.units + 1) / 2)
    }
  }

  @Test(
    arguments: [
      ("甲，乙", PunctuationStyle.fullWidth, 300),
      ("甲，乙", .kaiming, 250), ("甲。乙", .kaiming, 300), ("甲？乙", .kaiming, 300),
      ("甲，乙", .halfWidth, 250), ("甲。乙", .halfWidth, 250),
      ("甲，乙", .lineEndHalf, 300), ("甲，乙", .plain, 300),
      // Neighbours.
      ("甲。”乙", .fullWidth, 350), ("甲。”乙", .lineEndHalf, 400), ("甲。”乙", .plain, 400),
      ("甲”“乙", .fullWidth, 350), ("甲”“乙", .halfWidth, 300), ("甲”“乙", .lineEndHalf, 400),
      ("甲：“乙", .fullWidth, 350), ("甲：“乙", .kaiming, 300), ("甲。“乙", .kaiming, 350),
      // A line's start and end.
      ("“甲”", .fullWidth, 200), ("“甲”", .halfWidth, 200), ("“甲”", .lineEndHalf, 200),
      ("“甲”", .plain, 300), ("甲。", .kaiming, 150), ("甲。", .plain, 200),
    ]
  )
  func stylesSetMarksToTheirWidth(_ text: String, _ style: PunctuationStyle, _ expected: Int) {
    #expect(width(text, CompositionStyle(punctuation: style)) == expected)
  }

  @Test(
    arguments: [
      // GB/T 15834-2011 5.1.2: two take an em, three take two.
      ("甲？！乙", ChineseRegion.mainland, 300), ("甲！！！乙", .mainland, 400),
      ("甲‼乙", .mainland, 300), ("甲？乙", .taiwan, 300), ("甲？！乙", .taiwan, 300),
      // clreq: pauses of Taiwan and Hong Kong lose a quarter em on either side.
      ("甲，乙", .taiwan, 300), ("甲，", .taiwan, 175), ("甲，", .mainland, 150),
      ("甲。」乙", .taiwan, 375), ("甲，「乙", .taiwan, 350),
      // 5.1.7 and clreq: an interpunct is half an em, in Taiwan one.
      ("甲·乙", .mainland, 250), ("甲·乙", .taiwan, 300),
      ("甲／乙", .mainland, 250), ("甲／乙", .hongKong, 300),
    ]
  )
  func regionsSetMarksToTheirWidth(_ text: String, _ region: ChineseRegion, _ expected: Int) {
    #expect(width(text, CompositionStyle(region: region)) == expected)
  }

  @Test func centredMarksGiveOnBothSidesAlike() throws {
    let text = SetText("甲，乙丙丁戊己庚")
    let line = try #require(text.lines(4.6, CompositionStyle(region: .taiwan)).first)
    #expect(text.texts([line]) == ["甲，乙丙丁"])
    #expect(text.steps(line) == [80, 80, 100, 100])
  }
}

@Suite("What parts and what does not")
struct PartingTests {
  @Test(
    arguments: [
      // Under six ems: whole, at the price of a loose line.
      ("甲乙丙{41.2亿元}", 5.0, ["甲乙丙", "41.2亿元"]),
      // Over six ems: at a seam, never inside 万亿 or the number.
      ("甲乙{1234567亿|8901万|户}丙丁", 8, ["甲乙1234567亿", "8901万户丙丁"]),
      // A name parts rather than make a loose line, and does not where it costs nothing.
      ("甲乙丙丁戊，己<庚辛>", 7.5, ["甲乙丙丁戊，己", "庚辛"]),
      ("甲乙丙丁戊己庚<辛壬>癸子丑寅卯辰巳", 8, ["甲乙丙丁戊己庚辛", "壬癸子丑寅卯辰巳"]),
    ]
  )
  func groupsPartByTheirCohesion(_ text: String, _ measure: Double, _ lines: [String]) {
    let set = SetText(text)
    #expect(set.texts(set.lines(measure)) == lines)
  }

  @Test func aFigureIsPartedOnlyWhereALineWouldBeTooLong() {
    let set = SetText("甲{12345678901234亿元}乙")
    let lines = set.lines(7)
    #expect(lines.allSatisfy { $0.overflow == .zero })
    #expect(lines.contains { $0.strains.contains(.figureParted) })
  }

  @Test(
    arguments: [
      (ProhibitionLevel.none, "甲乙丙，丁戊", ["甲乙丙", "，丁戊"]),
      (.basic, "甲乙丙，丁戊", ["甲乙", "丙，", "丁戊"]),
      (.basic, "甲乙／丙丁", ["甲乙／", "丙丁"]), (.gb, "甲乙丙／丁戊", ["甲乙", "丙／丁", "戊"]),
      (.gb, "甲乙丙……丁", ["甲乙丙", "……丁"]), (.strict, "甲乙丙……丁", ["甲乙", "丙……", "丁"]),
    ]
  )
  func levelsForbidWhatTheySay(_ level: ProhibitionLevel, _ text: String, _ lines: [String]) {
    let set = SetText(text)
    let style = CompositionStyle(prohibition: level, punctuation: .plain, justifies: false)
    #expect(set.texts(set.lines(3, style)) == lines)
  }

  @Test func threeMarksInARowMayBePartedAsARemedy() {
    let set = SetText("甲乙。』」丙")
    let lines = set.lines(2.5, CompositionStyle(punctuation: .halfWidth))
    #expect(lines.allSatisfy { $0.overflow == .zero })
    #expect(lines.contains { $0.strains.contains(.prohibitionIgnored) } == false)
    let narrow = set.lines(1, CompositionStyle(punctuation: .halfWidth))
    #expect(narrow.contains { $0.strains.contains(.prohibitionIgnored) })
  }

  @Test func aDividedWordTakesTheWidthOfItsHyphen() throws {
    let set = SetText("甲乙丙 typo¬graphy丁戊")
    let lines = set.lines(6)
    #expect(set.texts(lines) == ["甲乙丙 typo‐", "graphy丁戊"])
    let first = try #require(lines.first)
    #expect(first.width == SetText.em * 6)
    #expect(first.endsWithHyphen)
  }

  @Test func longRowsOfDashesPartBetweenPairs() {
    let set = SetText("……………………")
    #expect(set.texts(set.lines(4, CompositionStyle(justifies: false))) == ["…………", "…………"])
  }
}

@Suite("How much gaps give and take")
struct GapTests {
  @Test(
    arguments: [
      (Autospace.none, [100, 100, 100]), (.fixed, [125, 125, 100]), (.third, [125, 125, 100]),
      (.half, [125, 125, 100]), (.grid, [150, 150, 100]),
    ]
  )
  func autospaceSetsTheGapBesideWestern(_ style: Autospace, _ steps: [Int]) throws {
    let set = SetText("甲25乙丙")
    let line = try #require(set.lines(20, CompositionStyle(autospace: style)).first)
    #expect(set.steps(line) == steps)
  }

  @Test func hanBehindWesternStandOnThePitchAgain() throws {
    for word in ["1", "12", "123", "1234", "12345", "1234567"] {
      let set = SetText("甲\(word)乙丙")
      let line = try #require(set.lines(20, CompositionStyle(autospace: .grid)).first)
      let rest = line.origins[2].units % SetText.em.units
      #expect(rest == 0, "behind \(word)")
    }
  }

  @Test func aWideUnitIsTakenAsWideAsItIs() throws {
    var set = SetText("甲乙丙")
    set.widen(1, to: 18 * Length.point)
    let line = try #require(set.lines(20).first)
    #expect(line.width == 38 * Length.point)
    #expect(set.steps(line) == [100, 180])
  }

  @Test func rubyHangsOverItsNeighboursButNotOverTheLineEnds() throws {
    var set = SetText("甲乙丙")
    set.widen(1, to: 18 * Length.point, overhang: 2 * Length.point)
    let line = try #require(set.lines(20).first)
    #expect(line.width == 34 * Length.point)
    let alone = try #require(set.lines(1.8).dropFirst().first)
    #expect(alone.width == 18 * Length.point)
  }

  @Test func strainsSayWhatALineCouldNotKeep() throws {
    let runt = SetText("甲")
    #expect(runt.lines(1).last?.strains == [])
    #expect(SetText("甲乙").lines(1).last?.strains == [.runt])
    let long = SetText("abcdefgh")
    #expect(long.lines(3).first?.strains == [.overfull(SetText.em)])
    let loose = SetText("甲乙abcdefgh")
    #expect(loose.lines(4).first?.strains == [.looseGaps(hundredths: 200)])
  }
}

@Suite("The best lines and the first that fit")
struct StrategyTests {
  private static let sentence = "安澜县共建{26个}，占{86.41%}；“五个到位”（见附件），<王小明>说：同比增长{7.2个}百分点。"

  @Test(arguments: [3.0, 7, 11.5, 18, 28, 40])
  func theBestLinesCostNoMoreThanTheFirstThatFit(_ measure: Double) {
    let set = SetText(String(repeating: Self.sentence, count: 12))
    let composer = LineComposer(style: CompositionStyle())
    let width = LineMeasure(10 * Length.points(measure))
    let best = composer.compose(set.units, measure: width)
    let first = composer.composeFirstFit(set.units, measure: width)
    #expect(first.flatMap(\.units) == Array(set.units.indices))
    let costs = [best, first].map { composer.demerits(of: $0, in: set.units, measure: width) }
    #expect(costs[0] <= costs[1])
    #expect(costs[0] >= 0)
  }

  @Test func veryLongTextIsSetLineByLine() {
    let set = SetText("甲乙丙丁戊，己庚辛壬癸。子丑")
    let count = LineComposer.optimumLimit / set.units.count + 1
    let units = Array(repeatElement(set.units, count: count).joined())
    let composer = LineComposer(style: CompositionStyle())
    let measure = LineMeasure(SetText.em * 20)
    #expect(
      composer.compose(units, measure: measure)
        == composer.composeFirstFit(units, measure: measure)
    )
  }
}

extension SetText {
  fileprivate mutating func widen(_ index: Int, to advance: Length, overhang: Length = .zero) {
    units[index].advance = advance
    units[index].overhangBefore = overhang
    units[index].overhangBehind = overhang
  }
}
