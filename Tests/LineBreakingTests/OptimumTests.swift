import Geometry
import LineBreaking
import TestSupport
import Testing

/// The best lines are the best there are, and are found in time proportional to the text.
@Suite("Optimum")
struct OptimumTests {
  static let short = (0..<400).map { seed in
    Composed(
      seed: UInt64(seed),
      measure: [EmPart(4), EmPart(11, 2), EmPart(7)][seed % 3],
      style: CompositionStyle(),
      length: 5
    )
  }

  /// Against all ways to part a short text, where lines fit at all; where one cannot, the composer
  /// looks for the least excess and not at all lines.
  @Test(arguments: short.filter { (2...7).contains(places(of: $0).count) && fits($0) })
  func noOtherLinesCostLess(_ composed: Composed) {
    let composer = LineComposer(style: composed.style)
    let units = composed.text.units
    let places = Self.places(of: composed)
    let cost = composer.demerits(of: composed.lines, in: units, measure: composed.width)
    for choice in 0..<(1 << places.count) {
      let ends = places.indices.filter { choice >> $0 & 1 == 1 }.map { places[$0] }
      let forced = units.indices.dropLast().filter { units[$0].opportunity == .mandatory }
      guard forced.allSatisfy({ ends.contains($0 + 1) }) else { continue }
      let lines = zip([0] + ends, ends + [units.count]).map { start, end in
        ComposedLine(units: start..<end, origins: [], width: .zero, isLast: false)
      }
      let other = composer.demerits(of: lines, in: units, measure: composed.width)
      #expect(cost <= other, "parted behind \(ends)")
    }
  }

  private static func fits(_ composed: Composed) -> Bool {
    composed.lines.allSatisfy { $0.overflow == .zero }
  }

  private static func places(of composed: Composed) -> [Int] {
    LineComposer(style: composed.style).placesToBreak(composed.text.units)
  }

  /// A ratio and no time: a hundred thousand characters are five times the work of twenty thousand.
  ///
  /// A composer that looked back to the start would take twenty-five times as long.
  @Test func workGrowsWithTheText() {
    let texts = (short: units(20_000), long: units(100_000))
    var ratios: [Double] = []
    // Another try, should the machine have been busy with something else.
    while ratios.count < 3, ratios.allSatisfy({ $0 >= 15 }) {
      ratios.append(composing(texts.long) / composing(texts.short))
    }
    #expect(ratios.contains { $0 < 15 }, "\(ratios)")
  }

  private func units(_ characters: Int) -> [LineUnit] {
    let piece = "安澜县共建{26个}，占{86.41%}。“到位”，各乡镇（街道）抓好落实；"
    return NominalText(MarkedText(String(repeating: piece, count: characters / 36))).units
  }

  private func composing(_ units: [LineUnit]) -> Duration {
    let composer = LineComposer(style: CompositionStyle())
    let measure = LineMeasure(28 * NominalText.em)
    return ContinuousClock().measure { _ = composer.compose(units, measure: measure) }
  }
}
