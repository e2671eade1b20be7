import Geometry
import PageModel
import Rendering
import TestSupport
import Testing
import Typography

/// What comes out when text is copied out of a drawn page.
@Suite(.enabled(if: OutsideTool("pdftotext") != nil, "pdftotext is not installed"))
struct TextTests {
  let document = SampleDocument().document

  @Test
  func copiedTextIsExactlyTheText() throws {
    let text = try text(of: document)
    #expect(
      text == """
        工作简报
        组织覆盖率提升，
        Word by word 第一页。
        表头
        白字
        第一
        — 1 —
        \u{C}第二页。
        Turned
        — 2 —
        \u{C}
        """
    )
  }

  /// The cluster of a glyph may stand for more or fewer characters than one.
  @Test(arguments: [
    ("a ligature of two", "fi", [(0, 1)], "fi"),
    ("two glyphs for one", "字", [(0, 2)], "字"),
    ("two and a half", "ABC", [(0, 1), (2, 1)], "ABC"),
    ("a character beyond the basic plane", "A𠀀B", [(0, 1), (1, 1), (5, 1)], "A𠀀B"),
  ])
  func clustersGiveBackTheirText(
    name: String,
    text: String,
    clusters: [(offset: Int, glyphs: Int)],
    expected: String
  ) throws {
    var run = SampleDocument.run("")
    run.text = text
    run.glyphs = clusters.flatMap { cluster in
      (0..<cluster.glyphs).map { _ in
        Glyph(id: 3, cluster: UInt32(cluster.offset), xAdvance: .point * 12)
      }
    }
    #expect(try self.text(of: page(run)) == "\(expected)\n\u{C}")
  }

  @Test
  func textFromRightToLeftComesBackInItsOrder() throws {
    let run = SampleDocument.run("שלום", isRightToLeft: true)
    let tool = try #require(OutsideTool("pdftotext"))
    let drawn = try boxRenderer().pdf(page(run), options: .screen)
    let text = try tool.judge(drawn.bytes, after: ["-"]).output
    // The reader puts its own marks of direction around the word.
    let letters = text.unicodeScalars.filter { $0.value > 0x590 && $0.value < 0x600 }
    #expect(String(String.UnicodeScalarView(letters)) == "שלום")
  }

  @Test
  func aSpaceAtTheEndOfALineIsKept() throws {
    let run = SampleDocument.run("Word ")
    let drawn = try boxRenderer().pdf(page(run), options: .screen)
    let tool = try #require(OutsideTool("pdftotext"))
    let text = try tool.judge(drawn.bytes, ["-bbox"], after: ["-"]).output
    #expect(text.contains(">Word<"))
    #expect(try self.text(of: page(run)) == "Word\n\u{C}")
  }

  private func page(_ run: GlyphRun) -> PagedDocument {
    var document = document
    document.pages = [document.pages[0]]
    document.outline = []
    document.destinations = []
    document.pages[0].frame.items = [
      FrameItem(
        .text(run),
        at: Point(x: .point * 20, y: .point * 50),
        tag: .element(ElementID(index: 1))
      )
    ]
    return document
  }

  private func text(of document: PagedDocument) throws -> String {
    let tool = try #require(OutsideTool("pdftotext"))
    let drawn = try boxRenderer().pdf(document, options: .screen)
    return try tool.judge(drawn.bytes, ["-raw"], after: ["-"]).output
  }
}
