import FoundationEssentials
import Fonts
import Geometry
import PageModel
import Rendering
import TestSupport
import Testing
import Typography

/// Text from shaping to paper, in real fonts cut by the library.
@Suite(.enabled(if: OutsideTool("pdftotext") != nil, "pdftotext is not installed"))
struct ShapedTextTests {
  /// CFF, and TrueType with joining forms.
  @Test(arguments: ["工作简报，全县。", "AV. To 59%", "工作简报（0159%）", "شىنجاڭ"])
  func copiedTextIsExactlyTheText(_ text: String) throws {
    let drawn = try draw(text)
    let tool = try #require(OutsideTool("pdftotext"))
    let copied = try tool.judge(drawn.bytes, after: ["-"]).output
    // Readers put marks of direction and a form feed around the text.
    let letters = copied.unicodeScalars.filter {
      $0.value >= 0x20 && !($0.value >= 0x202A && $0.value <= 0x202E)
    }
    #expect(String(String.UnicodeScalarView(letters)) == text)
  }

  @Test
  func fontsAreCutToTheGlyphsShown() throws {
    let few = try draw("工作").bytes.count
    let more = try draw("工作简报全县一二三凉").bytes.count
    #expect(few < more)
    #expect(few < TestFont.song.bytes.count)
  }

  private func draw(_ text: String) throws -> DrawnPDF {
    try OutsideTool.withFolder { folder in
      for font in TestFont.allCases { try font.write(into: folder) }
      let library = try FontLibrary(map: Self.map, folders: [folder])
      let request = ShapingRequest(
        text: text,
        role: "song",
        size: .point * 12,
        language: .simplifiedChinese
      )
      let shaped = Shaper(library: library).shape(request)
      #expect(shaped.incidents.isEmpty)
      let document = document(shaped, of: request, fonts: library.fonts)
      return try Renderer(library: library).pdf(document, options: .screen)
    }
  }

  private func document(
    _ shaped: ShapedText,
    of request: ShapingRequest,
    fonts: [FontIdentity]
  ) -> PagedDocument {
    var pen = Point(x: .point * 20, y: .point * 50)
    var items: [FrameItem] = []
    let bytes = Array(request.text.utf8)
    for run in shaped.runs {
      var glyphs = run.glyphs
      for index in glyphs.indices { glyphs[index].cluster -= UInt32(run.range.lowerBound) }
      let glyphRun = GlyphRun(
        font: run.font,
        size: request.size,
        ink: .black,
        language: request.language,
        glyphs: glyphs,
        text: String(decoding: bytes[run.range], as: UTF8.self),
        isRightToLeft: run.isRightToLeft
      )
      items.append(FrameItem(.text(glyphRun), at: pen, tag: .element(StructureTree.root)))
      pen = pen + glyphRun.advance
    }
    var document = SampleDocument().document
    document.fonts = fonts
    document.outline = []
    document.destinations = []
    document.pages = [document.pages[0]]
    document.pages[0].frame.items = items
    return document
  }

  private static let map = FontMap(
    fonts: TestFont.allCases.map { FontMap.Font(name: $0.rawValue, file: $0.fileName) },
    roles: [
      FontMap.Role("song", simplified: WeightedNames([TestFont.song.rawValue]))
    ],
    others: WeightedNames([TestFont.arabic.rawValue])
  )
}
