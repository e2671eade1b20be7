import Diagnostics
import DocumentModel
import Templates
import Testing
import Typography

@Suite("How lines are composed is a style")
struct CompositionStyleTests {
  /// The style that a paragraph takes when `body` says something more.
  private func style(_ more: String) throws -> ParagraphStyle {
    var bench = Workbench()
    let ground = Workbench.ground.replacing("body: { font", with: "body: { \(more), font")
    let read = bench.read(ground + "body: [ { text: 甲 } ]")
    let template = try #require(read)
    let document = template.compose(
      Composition(reports: [Workbench.report], recognise: Workbench.recognise),
      findings: &bench.findings
    )
    let content = try #require(document?.body.first?.content)
    guard case .paragraph(let paragraph) = content else {
      throw NoParagraph()
    }
    return paragraph.style
  }

  private struct NoParagraph: Error {}

  @Test(arguments: ProhibitionLevel.allCases)
  func levelsOfProhibitionAreRead(_ level: ProhibitionLevel) throws {
    #expect(try style("prohibition: \(level.rawValue)").prohibition == level)
  }

  @Test(arguments: PunctuationStyle.allCases)
  func stylesOfMarksAreRead(_ marks: PunctuationStyle) throws {
    #expect(try style("punctuation: \(marks.rawValue)").punctuation == marks)
  }

  @Test(arguments: Autospace.allCases)
  func gapsBesideWesternTextAreRead(_ gap: Autospace) throws {
    #expect(try style("autospace: \(gap.rawValue)").autospace == gap)
  }

  @Test func whatIsNotSaidIsUsual() throws {
    let usual = try style("indent-left: 0pt")
    #expect(usual.prohibition == .gb)
    #expect(usual.punctuation == .fullWidth)
    #expect(usual.autospace == .half)
  }

  @Test func aWordThatIsNoneOfThemIsAnError() {
    var bench = Workbench()
    let ground = Workbench.ground.replacing("body: { font", with: "body: { autospace: wide, font")
    _ = bench.read(ground + "body: [ { text: 甲 } ]")
    #expect(bench.findings.list.contains { $0.code.severity == .error })
  }
}
