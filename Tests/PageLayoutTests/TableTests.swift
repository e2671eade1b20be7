import Diagnostics
import DocumentModel
import Geometry
import PageLayout
import PageModel
import Testing
import Typography

@Suite("Tables")
struct TableTests {
  private func cell(_ text: String) -> Table.Cell {
    let paragraph = LayoutFixture.paragraph(text) {
      $0.alignment = .left
      $0.onGrid = false
    }
    return Table.Cell(content: [paragraph])
  }

  private func table(_ rows: [[String]], alignment: CellAlignment = .left) -> Table {
    Table(
      columns: [.init(), .init(alignment: alignment)],
      head: [.init(cells: ["县", "报"].map(cell), height: 15 * .point)],
      body: rows.map { .init(cells: $0.map(cell), height: 15 * .point) },
      ruleTop: Stroke(weight: .point),
      ruleBelowHead: Stroke(weight: .point),
      ruleBottom: Stroke(weight: .point)
    )
  }

  @Test func theHeadIsRepeatedAndThreeRowsStandOnEitherSide() throws {
    let fixture = try LayoutFixture()
    let rows = (0..<6).map { _ in ["工", "1"] }
    let (pages, _) = fixture.layOut([Block(.table(table(rows)))])
    #expect(pages.lines(onPage: 0) == ["县报", "工1", "工1", "工1"])
    #expect(pages.lines(onPage: 1) == ["县报", "工1", "工1", "工1"])
    let repeated = pages.pages[1].frame.items.filter { $0.tag == .artifact(.pagination) }
    #expect(repeated.count == 2)
  }

  @Test func columnsFillTheMeasure() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([Block(.table(table([["工作", "1"]])))])
    let widths = pages.rules.map { $0.rule.end.x.points }
    #expect(widths == [100, 100, 100])
  }

  @Test func decimalPointsStandUnderEachOther() throws {
    let fixture = try LayoutFixture()
    let rows = [["工", "9.5"], ["作", "115.05"], ["简", "5"]]
    let (pages, _) = fixture.layOut([Block(.table(table(rows, alignment: .decimal)))])
    let points = pages.pages[0].frame.items.compactMap { item -> Double? in
      guard case .text(let run) = item.content, run.text.contains(where: \.isNumber) else {
        return nil
      }
      let whole = run.text.prefix { $0 != "." }.utf8.count
      return (item.origin.x + run.glyphs.prefix(whole).reduce(.zero) { $0 + $1.advance.x }).points
    }
    #expect(points.count == 3 && Set(points.map { ($0 * 100).rounded() }).count == 1)
  }

  @Test func entriesOfABlockBeginUnderEachOtherAndStandInTheMiddle() throws {
    let fixture = try LayoutFixture()
    let rows = [["工", "全"], ["作", "全县工作"]]
    var table = table(rows, alignment: .block)
    table.columns[0].width = .fixed(40 * .point)
    table.columns[1].width = .fixed(60 * .point)
    let (pages, _) = fixture.layOut([Block(.table(table))])
    let lefts = pages.pages[0].frame.items.compactMap { item -> Double? in
      guard case .text(let run) = item.content, run.text.hasPrefix("全") else { return nil }
      return item.origin.x.points
    }
    // Four characters of 10 pt in the middle of 60, in a column that begins at 25 + 40.
    #expect(lefts == [75, 75])
  }

  @Test func notesStandClearOfTheRule() throws {
    let fixture = try LayoutFixture()
    var table = table([["工", "1"]])
    table.notes = [LayoutFixture.paragraph("作") { $0.onGrid = false }]
    let (without, _) = fixture.layOut([Block(.table(table))])
    table.spaceBeforeNotes = 3 * .point
    let (pages, _) = fixture.layOut([Block(.table(table))])
    let before = try #require(without.baselines(onPage: 0).last)
    #expect(pages.baselines(onPage: 0).last == before + 3)
    #expect(pages.rules.last?.start == without.rules.last?.start)
  }

  @Test func rulesOfATableAtAPagesTopStandWithinTheTypeArea() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([Block(.table(table([["工", "1"]])))])
    #expect(pages.rules.first?.start.y == 30 * .point)
  }

  @Test func cellsAreElementsOfTheStructure() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([Block(.table(table([["工", "1"]])))])
    let roles = pages.structure.elements.map(\.role)
    #expect(roles.count { $0 == .tableHeaderCell } == 2)
    #expect(roles.count { $0 == .tableDataCell } == 2)
    #expect(roles.count { $0 == .tableRow } == 2)
  }

  @Test func aCellOverTwoRowsKeepsThemTogetherAndPushesTheNextRowAside() throws {
    let fixture = try LayoutFixture()
    var spanning = cell("全")
    spanning.rows = 2
    let rows: [Table.TableRow] = [
      .init(cells: [spanning, cell("工")], height: 15 * .point),
      .init(cells: [cell("作")], height: 15 * .point),
    ]
    var table = table([])
    table.body = rows
    let (pages, findings) = fixture.layOut([Block(.table(table))])
    let places = pages.pages[0].frame.items.compactMap { item -> String? in
      guard case .text(let run) = item.content else { return nil }
      return run.text
    }
    #expect(places == ["县", "报", "全", "工", "作"])
    let lefts = pages.pages[0].frame.items.compactMap { item -> Length? in
      guard case .text(let run) = item.content, "工作".contains(run.text) else { return nil }
      return item.origin.x
    }
    #expect(Set(lefts).count == 1)
    #expect(findings.list.isEmpty)
  }

  @Test func aTableWithoutRowsIsItsHead() throws {
    let fixture = try LayoutFixture()
    let (pages, findings) = fixture.layOut([
      LayoutFixture.block("工"), Block(.table(table([]))), LayoutFixture.block("作"),
    ])
    #expect(pages.lines(onPage: 0) == ["工", "县报", "作"])
    #expect(findings.list.isEmpty)
  }

  @Test func aRowWithTooManyCellsIsAnError() throws {
    let fixture = try LayoutFixture()
    let (_, findings) = fixture.layOut([Block(.table(table([["工", "1", "作"]])))])
    #expect(findings.list.map(\.code) == [.surplusCell])
  }
}
