import Diagnostics
import DocumentModel
import Geometry
import PageLayout
import PageModel
import Testing
import Typography

/// Pages of twelve lines of 10 pt, 18 pt apart.
@Suite("What the last page holds")
struct LastPageTests {
  private static let lines = 12

  private static let pitch = 18 * Length.point

  private func text(_ lines: Int) -> Block {
    let text = String(repeating: "工作简报全县一二三凉", count: lines)
    return Block(.paragraph(LayoutFixture.paragraph(text) { $0.lineStep = Self.pitch }))
  }

  private func imprint(_ lines: Int) -> Block {
    Block(.box(Box(content: [], height: lines * Self.pitch)), placement: .bottomOfLastPage)
  }

  private func layOut(
    _ body: [Block],
    fit: Int
  ) throws -> (pages: PagedDocument, findings: Findings) {
    try LayoutFixture().layOut(body, lines: Self.lines, pitch: Self.pitch, lastPageFit: fit)
  }

  @Test func twoLinesAloneAreTakenBackByALineMoreOnTheSpread() throws {
    // Pages 2 and 3 face each other and take one line more each.
    let (pages, findings) = try layOut([text(38)], fit: 1)
    #expect(pages.linesOnPages == [12, 13, 13])
    #expect(findings.list.map(\.code) == [.fittedPages])
    #expect(pages.baselines(onPage: 1) == pages.baselines(onPage: 2))
    // Thirteen frames of 10 pt fill the height of twelve with a step of 18: from 30 to 238.
    #expect(pages.baselines(onPage: 1).first == 38.8)
    #expect(pages.baselines(onPage: 1).last == 236.8)
    #expect(pages.baselines(onPage: 0).last == 236.8)
  }

  @Test func linesAreSpreadWhereTheyCannotBeTakenBack() throws {
    // Three lines cannot go into two pages of one line more; two pages of one line fewer each
    // give them company.
    let (pages, findings) = try layOut([text(27)], fit: 1)
    #expect(pages.linesOnPages == [12, 11, 4])
    #expect(findings.list.map(\.code) == [.fittedPages])
  }

  @Test func aStrictGridStaysAndAFewLinesStandAlone() throws {
    let (pages, findings) = try layOut([text(26)], fit: 0)
    #expect(pages.linesOnPages == [12, 12, 2])
    #expect(findings.list.isEmpty)
  }

  @Test func fourLinesStandBesideAnImprintOnAStrictGrid() throws {
    let (pages, findings) = try layOut([text(26), imprint(3)], fit: 0)
    #expect(pages.linesOnPages == [12, 10, 4])
    #expect(findings.list.isEmpty)
  }

  @Test func anImprintThatDoesNotFitTakesLinesWithIt() throws {
    let (pages, _) = try layOut([text(24), imprint(3)], fit: 0)
    #expect(pages.linesOnPages == [12, 8, 4])
  }

  @Test func anImprintIsBroughtBackWhereLinesMoreGiveItRoom() throws {
    let (pages, findings) = try layOut([text(33), imprint(3)], fit: 2)
    #expect(pages.pages.count == 3)
    #expect(findings.list.map(\.code) == [.fittedPages])
    let (strict, _) = try layOut([text(33), imprint(3)], fit: 0)
    #expect(strict.linesOnPages == [12, 12, 5, 4])
  }

  @Test func aPageThatTheDocumentBeginsIsAsLongAsItIs() throws {
    let (pages, findings) = try layOut([text(12), Block(.pageBreak), text(2)], fit: 2)
    #expect(pages.linesOnPages == [12, 2])
    #expect(findings.list.isEmpty)
  }

  @Test func gapsAreFromHalfTheSizeToTheWholeOfIt() throws {
    let (pages, _) = try layOut([text(44)], fit: 9)
    let steps = pages.pages.indices.flatMap { page in
      let lines = pages.baselines(onPage: page)
      return zip(lines, lines.dropFirst()).map { $1 - $0 }
    }
    #expect(steps.allSatisfy { $0 >= 15 && $0 <= 20 })
    #expect(pages.pages.count == 4)
  }
}
