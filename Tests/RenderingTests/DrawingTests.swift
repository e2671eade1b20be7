import Diagnostics
import Geometry
import PageModel
import Rendering
import TestSupport
import Testing
import Typography

@Suite
struct DrawingTests {
  let document = SampleDocument().document

  @Test
  func everyItemIsInTheFragmentOfItsElement() throws {
    let drawn = try boxRenderer().pdf(document, options: .screen)
    let names = drawn.pages.map { page in page.fragments.map(name) }
    #expect(
      names == [
        ["H1", "layout", "P", "Link", "Link!", "P", "TH", "Figure", "pagination"],
        ["P", "P", "Link!", "pagination"],
      ]
    )
  }

  @Test
  func aPressDrawingHasNoLinksAndRoomAroundTheTrim() throws {
    let drawn = try boxRenderer().pdf(document, options: .press(marks: false))
    #expect(drawn.slug == .millimetre * 3)
    #expect(drawn.pages.allSatisfy { page in !page.fragments.contains(where: \.isLink) })
    #expect(try boxRenderer().pdf(document, options: .press(marks: true)).slug == .millimetre * 10)
  }

  @Test
  func eachTintOfEachInkHasAColourOfItsOwn() throws {
    var document = document
    let other = document.palette.define(
      Ink(
        name: "vermilion",
        process: ProcessColour(cyan: .zero, magenta: .one, yellow: .one, black: .zero),
        // The same on a screen as red.
        screen: ScreenColour(red: 200, green: 16, blue: 46)
      )
    )
    let text = FrameItem(
      .text(SampleDocument.run("简报", ink: InkTint(other))),
      at: Point(x: .point * 20, y: .point * 20),
      tag: .artifact(.layout)
    )
    document.pages[0].frame.items.append(text)
    let drawn = try boxRenderer().pdf(document, options: .press(marks: false))
    let inks = try #require(drawn.inks)
    let triples = inks.order.map { inks.triple(of: $0) }
    #expect(inks.order.count == 5)
    #expect(Set(triples).count == 5)
    #expect(inks.triple(of: .black) == InkTriple(red: 0, green: 0, blue: 0))
    #expect(inks.triple(of: .paper) == InkTriple(red: 51_000, green: 51_000, blue: 51_000))
  }

  @Test
  func noInkAtAllIsPaper() throws {
    var document = document
    document.pages[0].frame.items = [
      FrameItem(
        .text(SampleDocument.run("白", ink: InkTint(.black, tint: .zero))),
        at: .zero,
        tag: .artifact(.layout)
      )
    ]
    document.pages.removeLast()
    document.destinations = []
    let inks = try #require(boxRenderer().pdf(document, options: .press(marks: false)).inks)
    #expect(inks.order == [.paper])
  }

  @Test
  func aLinkToNowhereIsRefusedByItsName() {
    var document = document
    document.destinations = []
    #expect {
      try boxRenderer().pdf(document, options: .screen)
    } throws: { error in
      (error as? MachineFailure)?.finding.message(in: .english)
        == "a link leads to \"一\", which is nowhere"
    }
  }

  @Test
  func aFontThatIsNoneIsRefusedByItsName() {
    let renderer = Renderer { _, _ in DrawableFont(bytes: [1, 2, 3], newGlyphs: [:]) }
    #expect {
      try renderer.pdf(document, options: .screen)
    } throws: { error in
      (error as? MachineFailure)?.finding.message(in: .english)
        == "the font \"KanyinBoxes\" cannot be drawn with"
    }
  }

  @Test
  func theWordsOfAllFailuresAreThereInBothLanguages() {
    let codes = FindingCode.rendering
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(code.words.placeholders(in: .english) == code.words.placeholders(in: .chinese))
    }
  }

  private func name(_ fragment: DrawnFragment) -> String {
    switch fragment.tag {
    case .element(let id): document.structure[id].role.pdfName + (fragment.isLink ? "!" : "")
    case .artifact(.layout): "layout"
    case .artifact(.pagination): "pagination"
    }
  }
}
