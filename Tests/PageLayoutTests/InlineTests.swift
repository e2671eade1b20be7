import Diagnostics
import DocumentModel
import Geometry
import PageModel
import Testing
import Typography

@Suite("Text in lines")
struct InlineTests {
  private func runs(_ document: PagedDocument) -> [(x: Length, run: GlyphRun)] {
    document.pages.flatMap(\.frame.items).compactMap { item in
      guard case .text(let run) = item.content else { return nil }
      return (item.origin.x, run)
    }
  }

  private func paragraph(
    _ inlines: [Inline],
    change: (inout ParagraphStyle) -> Void = { _ in }
  ) -> Block {
    Block(.paragraph(Paragraph(inlines: inlines, style: LayoutFixture.style(change))))
  }

  private func text(_ string: String) -> Inline {
    .text(Inline.Text(string, style: LayoutFixture.text))
  }

  @Test func aFigureIsNamedAndDoesNotPartFromItsUnit() throws {
    let fixture = try LayoutFixture()
    let figure = Inline.figure(FigureID(index: 7), [text("155县")])
    let (pages, _) = fixture.layOut([paragraph([text("工作简报全县一二"), figure, text("工作简报")])])
    #expect(pages.lines(onPage: 0) == ["工作简报全县一二", "155县工作简报"])
    #expect(runs(pages).filter { $0.run.figure?.index == 7 }.map(\.run.text) == ["155县"])
  }

  @Test func fillsTakeWhatIsLeftOfTheLine() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([
      paragraph([text("工作"), .fill, text("全县")]) { $0.alignment = .left }
    ])
    let ends = runs(pages).map { $0.x + $0.run.advance.x }
    #expect(runs(pages).first?.x.points == 25)
    #expect(ends.last?.points == 125)
    #expect(runs(pages).map(\.run.text) == ["工作", "全县"])
  }

  @Test func charactersSpreadOverTheMeasure() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([paragraph([text("工作简报")]) { $0.alignment = .distribute }])
    let run = try #require(runs(pages).first)
    #expect(run.x.points == 25)
    #expect(
      run.run.glyphs.dropLast().map { Length(units: Int64($0.xAdvance)).points } == [30, 30, 30]
    )
  }

  @Test func lineEndsBreakLines() throws {
    let fixture = try LayoutFixture()
    let (pages, findings) = fixture.layOut([
      paragraph([text("工作"), .lineBreak, text("全县")]) { $0.alignment = .right }
    ])
    #expect(pages.lines(onPage: 0) == ["工作", "全县"])
    #expect(runs(pages).map { ($0.x + $0.run.advance.x).points } == [125, 125])
    #expect(findings.list.isEmpty)
  }

  @Test func titlesAreBalancedIntoATrapezoid() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([
      paragraph([text("工作简报全县，工作简报")]) {
        $0.alignment = .centre
        $0.balance = .trapezoid
      }
    ])
    #expect(pages.lines(onPage: 0) == ["工作简报全县，", "工作简报"])
  }

  @Test func aMissingCharacterIsReportedOnce() throws {
    let fixture = try LayoutFixture()
    let (_, findings) = fixture.layOut([paragraph([text("工龘龘作")]), paragraph([text("龘")])])
    #expect(findings.list.map(\.code.name) == ["font.missing-character"])
  }

  @Test func whatFontsLackIsSaidOnceForEachCharacterAtItsOwnPlace() throws {
    let fixture = try LayoutFixture()
    let file = SourceFile.ID(index: 0)
    // As read from GB18030: Han of two bytes, digits of one; 丙 was put for a span as a whole.
    var sourced = SourcedText("工", span: Span(file: file, start: 10, end: 12))
    sourced.append("59", span: Span(file: file, start: 12, end: 14))
    sourced.append("龘作龘", span: Span(file: file, start: 14, end: 20))
    sourced.append("丙", span: Span(file: file, start: 20, end: 27))
    let sourcedText = Inline.Text(
      sourced.string,
      style: LayoutFixture.text,
      span: sourced.span,
      origin: TextOrigin(sourced)
    )
    // A copy of its span in UTF-8.
    let copied = Inline.Text(
      "全龘",
      style: LayoutFixture.text,
      span: Span(file: file, start: 100, end: 106)
    )
    let (_, findings) = fixture.layOut([
      paragraph([.text(sourcedText)]), paragraph([.text(copied)]), paragraph([.text(copied)]),
    ])
    let spans = findings.list.map(\.span)
    #expect(
      spans == [Span(file: file, start: 14, end: 16), Span(file: file, start: 20, end: 27)]
    )
    #expect(
      findings.list.map { $0.message(in: .english) } == [
        "no font has 龘 (U+9F98, role song); 2 more places", "no font has 丙 (U+4E19, role song)",
      ]
    )
  }

  @Test func clustersCountInTheRunsOwnText() throws {
    let fixture = try LayoutFixture()
    let body = String(repeating: "工作，简报“全县”。", count: 6)
    let (pages, _) = fixture.layOut([paragraph([text(body)])])
    for (_, run) in runs(pages) {
      #expect(run.glyphs.first?.cluster == 0)
      #expect(run.glyphs.allSatisfy { $0.cluster < run.text.utf8.count })
    }
    #expect(runs(pages).map(\.run.text).joined() == body)
  }

  @Test func headingsMakeTheOutline() throws {
    let fixture = try LayoutFixture()
    let heading = LayoutFixture.paragraph("全县", role: .heading(2))
    let (pages, _) = fixture.layOut([Block(.paragraph(heading))])
    #expect(pages.outline.map(\.title) == ["全县"])
    #expect(pages.outline.map(\.level) == [2])
  }

  @Test func aHeadingThatRunsInIsAnElementBesideItsParagraph() throws {
    let fixture = try LayoutFixture()
    let heading = Inline.marked(
      .heading(3),
      nil,
      [text("一工作"), .marked(.reference, nil, [text("1")])]
    )
    let (pages, _) = fixture.layOut([paragraph([heading, text("。简报全县工作简报全县")])])
    #expect(pages.lines(onPage: 0).first?.hasPrefix("一工作1。简报") == true)
    #expect(pages.outline.map(\.title) == ["一工作"])
    #expect(pages.outline.map(\.level) == [3])
    let roles = pages.structure.elements.map { element in
      "\(element.role.pdfName) in \(element.parent?.index ?? -1)"
    }
    #expect(roles == ["Document in -1", "H3 in 0", "P in 0", "Reference in 1"])
    let tags = pages.pages[0].frame.items.prefix(3).map(\.tag)
    #expect(tags == [1, 3, 2].map { .element(ElementID(index: $0)) })
  }

  @Test func wordsFromRightToLeftStandInTheirOrder() throws {
    let fixture = try LayoutFixture()
    // Two Uyghur words between Han: the first is read first and stands to the right of the second.
    let (pages, _) = fixture.layOut([paragraph([text("工شىن جاڭ作")])])
    let placed = runs(pages).sorted { $0.x < $1.x }
    #expect(placed.map(\.run.text).filter { $0 != " " } == ["工", "جاڭ", "شىن", "作"])
    let left = try #require(placed.first)
    let right = try #require(placed.last)
    #expect(left.x.points == 25)
    #expect(right.x > left.x + LayoutFixture.size)
  }

  @Test func aLongTextFromRightToLeftIsBrokenBetweenWords() throws {
    let fixture = try LayoutFixture()
    let words = Array(repeating: "شىنجاڭ", count: 12).joined(separator: " ")
    let (pages, findings) = fixture.layOut([paragraph([text(words)])])
    #expect(pages.lines(onPage: 0).count > 1)
    #expect(findings.list.isEmpty)
    let edges = runs(pages).filter { $0.run.text != " " }.map { $0.x + $0.run.advance.x }
    #expect(edges.allSatisfy { $0 <= 125 * .point + Length(units: 10) })
  }
}
