import Diagnostics
import DocumentModel
import Geometry
import PageLayout
import PageModel
import Testing
import Typography

/// So many Han that fill whole lines of ten.
private func han(_ lines: Int) -> String {
  String(repeating: "工作简报全县一二三凉", count: lines)
}

@Suite("Lines on the grid")
struct GridTests {
  @Test func baselinesStandOnTheGridFromTheFirstFrame() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([LayoutFixture.block(han(6))])
    // The first frame begins 30 pt from the top; its baseline lies 0.88 em lower.
    #expect(pages.baselines(onPage: 0) == [38.8, 53.8, 68.8, 83.8, 98.8, 113.8])
  }

  @Test func textReturnsToTheGridBehindABlockThatLeftIt() throws {
    let fixture = try LayoutFixture()
    let rule = Block(.rule(RuleBlock(stroke: Stroke(weight: 1 * .point))), spaceBefore: 2 * .point)
    let (pages, _) = fixture.layOut([LayoutFixture.block("工作"), rule, LayoutFixture.block("全县")])
    #expect(pages.baselines(onPage: 0) == [38.8, 68.8])
  }

  @Test func aRuleBetweenLinesLiesInTheMiddleOfTheGap() throws {
    let fixture = try LayoutFixture()
    let rule = Block(.rule(RuleBlock(stroke: Stroke(weight: .zero))), extent: .zero)
    let (pages, _) = fixture.layOut([LayoutFixture.block("工作"), rule])
    // The frame of line 1 ends at 40, that of line 2 begins at 45.
    #expect(pages.rules.map { $0.start.y.points } == [42.5])
  }

  @Test func evenPagesMirrorTheMargins() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([LayoutFixture.block(han(8))])
    let lefts = pages.pages.map { $0.frame.items[0].origin.x.points }
    #expect(lefts == [25, 15])
  }

  @Test func theSameDocumentGivesTheSamePages() throws {
    let fixture = try LayoutFixture()
    let body = [LayoutFixture.block(han(3) + "，工作“简报”。"), LayoutFixture.block(han(9))]
    #expect(fixture.layOut(body).pages == fixture.layOut(body).pages)
  }
}

@Suite("Where pages end")
struct PageEndTests {
  @Test func noLineOfAParagraphStandsAloneAtAPagesFoot() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([LayoutFixture.block(han(5)), LayoutFixture.block(han(3))])
    #expect(pages.lines(onPage: 0).count == 5)
    #expect(pages.lines(onPage: 1).count == 3)
  }

  @Test func noLineOfAParagraphStandsAloneAtAPagesTop() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([LayoutFixture.block(han(7))])
    #expect(pages.lines(onPage: 0).count == 5)
    #expect(pages.lines(onPage: 1).count == 2)
  }

  @Test func aHeadingStaysWithTwoLinesOfItsText() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([
      LayoutFixture.block(han(4)), LayoutFixture.block("一", keepWithNext: true),
      LayoutFixture.block(han(3)),
    ])
    #expect(pages.lines(onPage: 0).count == 4)
    #expect(pages.lines(onPage: 1).first == "一")
  }

  @Test func headingsThatFillMoreThanAPageDoNotStandAlone() throws {
    let fixture = try LayoutFixture()
    let headings = (0..<13).map { _ in LayoutFixture.block("一", keepWithNext: true) }
    let (pages, _) = fixture.layOut(headings)
    #expect(pages.pages.count == 3)
  }

  @Test func aGroupIsAnElementAndItsBlocksMayPart() throws {
    let fixture = try LayoutFixture()
    let items = (0..<8).map { _ in
      Block(.group(.listItem, [Block(.paragraph(LayoutFixture.paragraph("工", role: .listBody)))]))
    }
    let (pages, _) = fixture.layOut([Block(.group(.list, items))])
    #expect(pages.pages.count == 2)
    let list = try #require(pages.structure.elements.first { $0.role == .list })
    #expect(list.children.count == 8)
  }

  @Test func spaceAtAPagesTopIsDropped() throws {
    let fixture = try LayoutFixture()
    let second = Block(
      .paragraph(LayoutFixture.paragraph(han(2))),
      spaceBefore: 2 * LayoutFixture.step
    )
    let (pages, _) = fixture.layOut([LayoutFixture.block(han(5)), second])
    #expect(pages.baselines(onPage: 1).first == 38.8)
  }

  @Test func aPageBreakAtTheTopOfAPageMakesNoEmptyPage() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([
      Block(.pageBreak), LayoutFixture.block("工作"), Block(.pageBreak), LayoutFixture.block("全县"),
    ])
    #expect(pages.pages.count == 2)
  }

  @Test func aBlockHigherThanThePageIsSetAndReported() throws {
    let fixture = try LayoutFixture()
    let box = Block(.box(Box(content: [], height: 200 * .point)))
    let (pages, findings) = fixture.layOut([LayoutFixture.block("工作"), box])
    #expect(pages.pages.count == 2)
    #expect(findings.list.map(\.code) == [.blockTooHigh])
  }
}

@Suite("What stands at the foot of the last page")
struct ImprintTests {
  private func imprint(_ height: Length) -> Block {
    let box = Box(
      content: [],
      borders: Borders(bottom: Stroke(weight: .point)),
      height: height
    )
    return Block(.box(box), placement: .bottomOfLastPage)
  }

  @Test func itsLastRuleIsOnTheLowerEdgeOfTheTypeArea() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([LayoutFixture.block("工作"), imprint(20 * .point)])
    #expect(pages.rules.map { $0.start.y.points } == [115])
    #expect(pages.pages.count == 1)
  }

  @Test func linesGoOverToTheNextPageWithItWhenItDoesNotFit() throws {
    let fixture = try LayoutFixture()
    let body = [LayoutFixture.block(han(5)), LayoutFixture.block(han(5))]
    let (pages, _) = fixture.layOut(body + [imprint(20 * .point)])
    let (without, _) = fixture.layOut(body)
    #expect(without.pages.count == 2)
    #expect(pages.pages.count == 3)
    #expect(pages.lines(onPage: 1).count + pages.lines(onPage: 2).count == 5)
    #expect(pages.lines(onPage: 2).count >= 2)
  }
}

@Suite("Folios and references")
struct RunningTests {
  private func footer(_ alignment: ParagraphStyle.Alignment) -> PageMaster {
    let folio = Paragraph(
      inlines: [
        .text(Inline.Text("—", style: LayoutFixture.text)),
        .pageReference(PageReference(.current), LayoutFixture.text),
        .text(Inline.Text("—", style: LayoutFixture.text)),
      ],
      style: LayoutFixture.style { $0.alignment = alignment }
    )
    return PageMaster(
      footer: RunningElement(content: folio, inset: LayoutFixture.size, distance: 7 * .millimetre)
    )
  }

  @Test func foliosStandOutsideInsetByOneCharacter() throws {
    let fixture = try LayoutFixture()
    let masters = PageMasters(odd: footer(.right), even: footer(.left))
    let (pages, _) = fixture.layOut(
      [LayoutFixture.block("工"), Block(.pageBreak), LayoutFixture.block("工")],
      masters: masters
    )
    let folios = pages.pages.map { $0.frame.items.filter { $0.tag == .artifact(.pagination) } }
    let even = try #require(folios[1].first)
    #expect(even.origin.x.points == 25)
    let last = try #require(folios[0].last)
    guard case .text(let run) = last.content else {
      Issue.record("a folio is text")
      return
    }
    #expect((last.origin.x + run.advance.x).points == 115)
    #expect(pages.pages.map(\.label) == ["1", "2"])
  }

  @Test func referencesToLaterPagesAreSettled() throws {
    let fixture = try LayoutFixture()
    let reference = Paragraph(
      inlines: [.pageReference(PageReference(.block("end")), LayoutFixture.text)],
      style: LayoutFixture.style()
    )
    var end = LayoutFixture.block("全县")
    end.id = "end"
    let (pages, findings) = fixture.layOut([Block(.paragraph(reference)), Block(.pageBreak), end])
    #expect(pages.lines(onPage: 0) == ["2"])
    #expect(findings.list.map(\.code.name).filter { $0.hasPrefix("layout.") } == [])
    #expect(pages.destinations.map(\.page.value) == [2])
  }
}
