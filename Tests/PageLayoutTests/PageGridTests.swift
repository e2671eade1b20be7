import Diagnostics
import DocumentModel
import Geometry
import PageLayout
import PageModel
import Testing
import Typography

@Suite("Pages of many kinds of blocks")
struct PageGridTests {
  private static let han = "工作简报全县一二三凉"

  private func text(_ lines: Int) -> Block {
    LayoutFixture.block(String(repeating: Self.han, count: lines))
  }

  /// A heading in type of its own with a step of its own.
  private func heading(_ size: Length, step: Length, before: Length = .zero) -> Block {
    var paragraph = LayoutFixture.paragraph("县", role: .heading(1)) {
      $0.onGrid = false
      $0.lineStep = step
      $0.text.size = size
    }
    paragraph.inlines = [.text(Inline.Text("县", style: paragraph.style.text))]
    return Block(.paragraph(paragraph), spaceBefore: before, keepWithNext: true)
  }

  private var table: Block {
    let cell = Table.Cell(content: [
      LayoutFixture.paragraph("1") {
        $0.onGrid = false
        $0.lineStep = 11 * .point
      }
    ])
    let row = Table.TableRow(cells: [cell], height: 11 * .point)
    let table = Table(
      columns: [.init()],
      head: [row],
      body: [row, row, row],
      notes: [LayoutFixture.paragraph("一") { $0.onGrid = false }],
      ruleTop: Stroke(weight: .point),
      ruleBottom: Stroke(weight: .point)
    )
    return Block(.table(table), spaceBefore: 7 * .point, spaceAfter: 4 * .point)
  }

  private var list: Block {
    let items = ["一", "二", "三"].map { number in
      Block(.group(.listItem, [LayoutFixture.block(number)]), spaceBefore: 1 * .point)
    }
    return Block(.group(.list, items))
  }

  private var box: Block {
    let padding = Sides(top: 4 * .point, bottom: 4 * .point)
    let inner = Block(.paragraph(LayoutFixture.paragraph("三") { $0.onGrid = false }))
    let box = Box(content: [inner], padding: padding, borders: Borders(top: Stroke(weight: .point)))
    return Block(.box(box), spaceBefore: 2 * .point)
  }

  /// The baselines of the lines of text, by page.
  private func baselines(_ pages: PagedDocument) -> [[Double]] {
    pages.pages.map { page in
      page.frame.items.compactMap { item in
        guard case .text(let run) = item.content, run.text == Self.han else { return nil }
        return item.origin.y.points
      }
    }
  }

  @Test func textStandsOnTheGridBehindWhateverLeftIt() throws {
    let fixture = try LayoutFixture()
    let body = [
      heading(18 * .point, step: 22 * .point), text(4), table, text(3), list, text(5), box, text(6),
      heading(12 * .point, step: 17 * .point, before: 5 * .point), text(7),
      Block(.rule(RuleBlock(stroke: Stroke(weight: .point)))), text(3), Block(.space(11 * .point)),
      text(9),
    ]
    let (pages, findings) = fixture.layOut(body, lines: 12)
    let lines = baselines(pages)
    #expect(lines.joined().count == 37)
    #expect(lines.count > 3)
    let grid = Set((0..<12).map { 38.8 + Double($0) * 15 }.map { ($0 * 1000).rounded() })
    #expect(lines.joined().allSatisfy { grid.contains(($0 * 1000).rounded()) })
    #expect(findings.list.isEmpty)
  }

  @Test func aHeadingTakesWholeLinesAndStandsInTheirMiddle() throws {
    let fixture = try LayoutFixture()
    // 22 pt of two lines, 30: four points above and below it.
    let (pages, _) = fixture.layOut([
      text(1), heading(18 * .point, step: 22 * .point), text(2),
    ])
    #expect(baselines(pages) == [[38.8, 83.8, 98.8]])
    // Line box from 42.5: 4 blank, 2 half leading, 0.88 of 18.
    #expect(pages.baselines(onPage: 0)[1] == 42.5 + 4 + 2 + 15.84)
  }

  @Test func theSpaceBeforeAHeadingIsOneOfItsLinesOwn() throws {
    let fixture = try LayoutFixture()
    // 7 + 20 pt are two lines, not one for the space and two for the heading.
    let (pages, _) = fixture.layOut([
      text(1), heading(16 * .point, step: 20 * .point, before: 7 * .point), text(2),
    ])
    #expect(baselines(pages) == [[38.8, 83.8, 98.8]])
  }

  @Test func nothingButLinesOfTheGridReachesBelowTheTypeArea() throws {
    let fixture = try LayoutFixture()
    // Four lines leave 30 pt of line boxes but 27.5 to the lower edge of the last frame.
    let box = Block(
      .box(Box(content: [], borders: Borders(bottom: Stroke(weight: .point)), height: 29 * .point))
    )
    let (pages, _) = fixture.layOut([text(4), box])
    #expect(pages.rules.map { $0.start.y.points } == [59])
    #expect(pages.pages.count == 2)
  }
}
