import Geometry
import LineBreaking
import TestSupport
import Testing

@Suite("The table of cases")
struct CaseTests {
  static let cases: [CompositionCase] = (try? CompositionCase.all()) ?? []

  @Test func theTableIsRead() throws {
    let count = try CompositionCase.all().count
    #expect(count > 500)
  }

  /// What is written is possible: the same characters, and lines as wide as their measure.
  @Test(arguments: cases)
  func eachCaseIsConsistent(_ example: CompositionCase) {
    let wanted = example.text.characters.filter { $0 != " " && $0 != "\u{2028}" }
    let written = example.lines.flatMap(\.characters).filter { $0 != " " }
    #expect(written == wanted)
    var start = 0
    let advances = NominalFont.advances(of: example.text.characters)
    for (index, line) in example.lines.enumerated() {
      let text = example.text.characters
      while start < text.count, text[start] != line.characters.first { start += 1 }
      let end = start + line.characters.count
      guard end <= text.count else { return }
      let width = line.width(advances: Array(advances[start..<end]))
      let measure = example.width(ofLine: index) + line.overflow
      let isLast = end == text.count || text[end] == "\u{2028}" || example.style.contains("ragged")
      #expect(isLast ? width <= measure : width == measure, "\(line): \(width)")
      start = end
    }
  }

  @Test(arguments: cases)
  func linesAreThoseOfTheTable(_ example: CompositionCase) {
    let text = NominalText(example.text)
    let measure = LineMeasure(
      first: example.width(ofLine: 0).length(em: NominalText.em),
      others: example.width(ofLine: 1).length(em: NominalText.em)
    )
    let lines = LineComposer(style: CompositionStyle(words: example.style))
      .compose(text.units, measure: measure)
      .map(text.placed)
    let found = lines.enumerated().map { index, line in
      let matches =
        example.lines.indices.contains(index)
        && line.matches(example.lines[index], em: NominalText.em, tolerance: Length(units: 4))
      return matches
        ? example.lines[index]
        : line.written(em: NominalText.em, tolerance: Length(units: 4))
    }
    #expect(found.map(\.description).joined(separator: " / ") == example.written)
  }
}
