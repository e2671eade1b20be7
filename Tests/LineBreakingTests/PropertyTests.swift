import Geometry
import LineBreaking
import TestSupport
import Testing
import Typography

/// What holds for any text, measure and style.
@Suite("Properties of composed lines")
struct PropertyTests {
  /// A text, by the seed it was made from, and how it is set.
  struct Trial: Sendable, CustomStringConvertible {
    let seed: UInt64
    let measure: EmPart
    let style: CompositionStyle

    var description: String {
      "seed \(seed), \(measure) em, \(style.prohibition), \(style.punctuation)"
    }
    var width: LineMeasure { LineMeasure(measure.length(em: NominalText.em)) }

    func text(length: Int = 80) -> NominalText {
      NominalText(MarkedText(RandomText(seed: seed, length: length).written))
    }
  }

  static let trials: [Trial] = {
    var generator = SeededGenerator(seed: 14)
    return (0..<160).map { index in
      let measures = [EmPart(1), EmPart(7, 2), EmPart(9), EmPart(14), EmPart(28), EmPart(143, 5)]
      var style = CompositionStyle()
      style.prohibition = ProhibitionLevel.allCases.randomElement(using: &generator) ?? .gb
      style.punctuation = PunctuationStyle.allCases.randomElement(using: &generator) ?? .fullWidth
      style.justifies = index % 5 != 0
      return Trial(seed: UInt64(index), measure: measures[index % measures.count], style: style)
    }
  }()

  @Test(arguments: trials)
  func everyUnitIsInOneLineInOrder(_ trial: Trial) {
    let text = trial.text()
    let lines = LineComposer(style: trial.style).compose(text.units, measure: trial.width)
    #expect(lines.flatMap(\.units) == Array(text.units.indices))
    #expect(lines.allSatisfy { $0.units.count == $0.origins.count && !$0.units.isEmpty })
  }

  @Test(arguments: trials)
  func linesFillTheirMeasureOrSayByHowMuchTheyDoNot(_ trial: Trial) {
    let text = trial.text()
    let measure = trial.width.others
    for line in LineComposer(style: trial.style).compose(text.units, measure: trial.width) {
      #expect(line.width <= measure + line.overflow)
      #expect(line.overflow == .zero || line.width == measure + line.overflow)
      let reaches = trial.style.justifies && !line.isLast && hasGrowingGap(line, in: text)
      #expect(!reaches || line.width >= measure, "\(text.written(line))")
    }
  }

  private func hasGrowingGap(_ line: ComposedLine, in text: NominalText) -> Bool {
    let characters = text.placed(line).places.map(\.character)
    return characters.indices.dropLast().contains {
      NominalFont.growsEvenly(characters, behind: $0)
    }
  }

  @Test(arguments: trials)
  func forbiddenPairsAreNeverParted(_ trial: Trial) {
    guard trial.style.prohibition != .none else { return }
    let text = trial.text()
    let lines = LineComposer(style: trial.style).compose(text.units, measure: trial.width)
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isLast {
      let last = text.placed(line).places.last?.character ?? "甲"
      let first = text.placed(next).places.first?.character ?? "甲"
      #expect(!"“‘（《「【".contains(last), "\(text.written(line))")
      let isRemedy = line.strains.contains(.prohibitionIgnored)
      #expect(isRemedy || !"，。、；：！？”’）》」】·～–".contains(first), "\(text.written(next))")
      #expect(!(last == first && "—…".contains(last)))
    }
  }

  @Test(arguments: trials)
  func figuresPartOnlyWhereTheyMustAndSaySo(_ trial: Trial) {
    let text = trial.text()
    let lines = LineComposer(style: trial.style).compose(text.units, measure: trial.width)
    for (line, next) in zip(lines, lines.dropFirst()) {
      let group = text.units[line.units.upperBound - 1].group
      guard group != 0, group == text.units[next.units.lowerBound].group else { continue }
      #expect(line.strains.contains(.figureParted))
      #expect(text.width(ofGroup: group) > min(6 * NominalText.em, trial.width.others))
    }
  }

  @Test(arguments: trials)
  func theOptimumCostsNoMoreThanFirstFit(_ trial: Trial) {
    let units = trial.text().units
    let composer = LineComposer(style: trial.style)
    let best = composer.compose(units, measure: trial.width)
    let first = composer.composeFirstFit(units, measure: trial.width)
    #expect(first.flatMap(\.units) == Array(units.indices))
    let cost = composer.demerits(of: best, in: units, measure: trial.width)
    #expect(cost <= composer.demerits(of: first, in: units, measure: trial.width))
  }

  @Test(arguments: trials)
  func theSameTextGivesTheSameLines(_ trial: Trial) {
    let composer = LineComposer(style: trial.style)
    let once = composer.compose(trial.text().units, measure: trial.width)
    #expect(composer.compose(trial.text().units, measure: trial.width) == once)
  }

  @Test(arguments: trials.filter { $0.style.punctuation == .fullWidth && $0.style.justifies })
  func gapsGiveAndTakeInOrderAndAlike(_ trial: Trial) {
    let text = trial.text()
    for line in LineComposer(style: trial.style).compose(text.units, measure: trial.width)
    where !text.isExceptional(line) {
      let gaps = GapLedger(text.placed(line), em: NominalText.em)
      #expect(gaps.faults == [], "\(text.written(line))")
    }
  }
}

extension NominalText {
  /// The line in the notation of tables, for messages.
  func written(_ line: ComposedLine) -> String {
    placed(line).written(em: Self.em, tolerance: Length(units: 4)).description
  }

  func width(ofGroup group: Int32) -> Length {
    units.filter { $0.group == group }.reduce(.zero) { $0 + $1.advance }
  }

  /// Lines that hold what the ledger of gaps has no column for: characters of no width, typed
  /// spaces beside Chinese.
  fileprivate func isExceptional(_ line: ComposedLine) -> Bool {
    let places = placed(line).places
    let isLatin = places.map { $0.character.isASCII && $0.character.isLetter }
    return places.indices.contains { index in
      let isSpace = places[index].character == " "
      let isInLatin = index > 0 && isLatin[index - 1] && isLatin[min(index + 1, places.count - 1)]
      return places[index].advance == .zero || (isSpace && !isInLatin)
        || "\u{A0}\u{3000}⸺".contains(places[index].character)
    }
  }
}
