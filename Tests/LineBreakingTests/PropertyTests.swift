import Geometry
import LineBreaking
import TestSupport
import Testing
import Typography

/// A random text composed once, to be looked at from all sides.
struct Composed: Sendable, CustomStringConvertible {
  let seed: UInt64
  let measure: EmPart
  let style: CompositionStyle
  let text: NominalText
  let lines: [ComposedLine]

  var width: LineMeasure { LineMeasure(measure.length(em: NominalText.em)) }

  var description: String {
    "seed \(seed), \(measure) em, \(style.prohibition), \(style.punctuation), \(style.region)"
  }

  init(seed: UInt64, measure: EmPart, style: CompositionStyle, length: Int) {
    self.seed = seed
    self.measure = measure
    self.style = style
    text = NominalText(MarkedText(RandomText(seed: seed, length: length).written))
    lines = LineComposer(style: style)
      .compose(text.units, measure: LineMeasure(measure.length(em: NominalText.em)))
  }

  static let all: [Composed] = {
    var generator = SeededGenerator(seed: 14)
    return (0..<240).map { index in
      let measures = [EmPart(1), EmPart(7, 2), EmPart(9), EmPart(14), EmPart(28), EmPart(143, 5)]
      var style = CompositionStyle()
      style.prohibition = ProhibitionLevel.allCases.randomElement(using: &generator) ?? .gb
      style.punctuation = PunctuationStyle.allCases.randomElement(using: &generator) ?? .fullWidth
      style.autospace = Autospace.allCases.randomElement(using: &generator) ?? .half
      if index % 4 == 0 {
        style.punctuation = .fullWidth
        style.autospace = .half
      }
      style.region = index % 7 == 0 ? .taiwan : .mainland
      style.justifies = index % 5 != 0
      return Composed(
        seed: UInt64(index),
        measure: measures[index % measures.count],
        style: style,
        length: 80
      )
    }
  }()

  /// The line in the notation of tables, for messages.
  func written(_ line: ComposedLine) -> String {
    text.placed(line).written(em: NominalText.em, tolerance: Length(units: 4)).description
  }
}

/// What holds for any text, measure and style.
@Suite("Properties of composed lines")
struct PropertyTests {
  @Test(arguments: Composed.all)
  func everyUnitIsInOneLineInOrder(_ composed: Composed) {
    #expect(composed.lines.flatMap(\.units) == Array(composed.text.units.indices))
    #expect(
      composed.lines.allSatisfy { $0.units.count == $0.origins.count && !$0.units.isEmpty }
    )
  }

  @Test(arguments: Composed.all)
  func linesFillTheirMeasureOrSayByHowMuchTheyDoNot(_ composed: Composed) {
    let measure = composed.width.others
    for line in composed.lines {
      #expect(line.width <= measure + line.overflow)
      #expect(line.overflow == .zero || line.width == measure + line.overflow)
      guard composed.style.justifies, !line.isLast, line.width < measure else { continue }
      #expect(
        line.strains.contains(.underfull(measure - line.width)),
        "\(composed.written(line))"
      )
      #expect(!hasGrowingGap(line, in: composed), "\(composed.written(line))")
    }
  }

  /// A fixed or absent Han–Western space does not grow.
  private func hasGrowingGap(_ line: ComposedLine, in composed: Composed) -> Bool {
    let characters = composed.text.placed(line).places.map(\.character)
    let isFixed = composed.style.autospace == .fixed
    return characters.indices.dropLast().contains { index in
      let gap = NominalFont.gap(between: characters[index], and: characters[index + 1])
      return NominalFont.growsEvenly(characters, behind: index) && !(isFixed && gap > .zero)
    }
  }

  @Test(arguments: Composed.all.filter { $0.style.prohibition != .none })
  func forbiddenPairsAreNeverParted(_ composed: Composed) {
    for (line, next) in zip(composed.lines, composed.lines.dropFirst()) where !line.isLast {
      let last = composed.text.placed(line).places.last?.character ?? "甲"
      let first = composed.text.placed(next).places.first?.character ?? "甲"
      #expect(!"“‘（《「【".contains(last), "\(composed.written(line))")
      let isRemedy = line.strains.contains(.prohibitionIgnored)
      #expect(
        isRemedy || !"，。、；：！？”’）》」】·～–".contains(first),
        "\(composed.written(next))"
      )
      #expect(!(last == first && "—…".contains(last)))
    }
  }

  @Test(arguments: Composed.all)
  func figuresPartOnlyWhereTheyMustAndSaySo(_ composed: Composed) {
    let units = composed.text.units
    for (line, next) in zip(composed.lines, composed.lines.dropFirst()) {
      let group = units[line.units.upperBound - 1].group
      guard group != 0, group == units[next.units.lowerBound].group else { continue }
      let width = units.filter { $0.group == group }.reduce(Length.zero) { $0 + $1.advance }
      #expect(line.strains.contains(.figureParted))
      #expect(width > min(6 * NominalText.em, composed.width.others))
    }
  }

  @Test(arguments: Composed.all)
  func runtsAreTold(_ composed: Composed) {
    guard let last = composed.lines.last, composed.lines.count > 1 else { return }
    let places = composed.text.placed(last).places.map(\.character)
    let isForced = composed.lines.dropLast().last?.isLast == true
    let isRunt =
      !isForced && places.count { $0.unicodeScalars.first.map(isHan) == true } == 1
      && !places.contains { $0.isASCII }
      && places.allSatisfy { "天地玄黄宇宙洪荒日月盈昃辰宿列张，。、；：！？”’）》」】".contains($0) }
    #expect(last.strains.contains(.runt) == isRunt || !isRunt, "\(composed.written(last))")
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  @Test(arguments: Composed.all)
  func theOptimumCostsNoMoreThanFirstFit(_ composed: Composed) {
    let composer = LineComposer(style: composed.style)
    let units = composed.text.units
    let first = composer.composeFirstFit(units, measure: composed.width)
    #expect(first.flatMap(\.units) == Array(units.indices))
    let cost = composer.demerits(of: composed.lines, in: units, measure: composed.width)
    #expect(cost <= composer.demerits(of: first, in: units, measure: composed.width))
  }

  @Test(arguments: Composed.all)
  func theSameTextGivesTheSameLines(_ composed: Composed) {
    let again = LineComposer(style: composed.style)
      .compose(composed.text.units, measure: composed.width)
    #expect(again == composed.lines)
  }

  @Test(arguments: Composed.all.filter(hasLedger))
  func gapsGiveAndTakeInOrderAndAlike(_ composed: Composed) {
    for line in composed.lines where !isExceptional(line, in: composed) {
      let gaps = GapLedger(composed.text.placed(line), em: NominalText.em)
      #expect(gaps.faults == [], "\(composed.written(line))")
    }
  }

  private static func hasLedger(_ composed: Composed) -> Bool {
    let style = composed.style
    return style.punctuation == .fullWidth && style.autospace == .half && style.justifies
      && style.region == .mainland
  }

  /// Lines that hold what the ledger of gaps has no column for: characters of no width, typed
  /// spaces beside Chinese.
  private func isExceptional(_ line: ComposedLine, in composed: Composed) -> Bool {
    let places = composed.text.placed(line).places
    let isLatin = places.map { $0.character.isASCII && $0.character.isLetter }
    return places.indices.contains { index in
      let isSpace = places[index].character == " "
      let isInLatin = index > 0 && isLatin[index - 1] && isLatin[min(index + 1, places.count - 1)]
      return places[index].advance == .zero || (isSpace && !isInLatin)
        || "\u{A0}\u{3000}⸺".contains(places[index].character)
    }
  }
}
