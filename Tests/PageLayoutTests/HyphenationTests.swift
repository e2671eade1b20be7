import Diagnostics
import DocumentModel
import Foundation
import Geometry
import PageModel
import Testing
import Typography
import WritingSystems

@Suite("Words divided at the ends of lines")
struct HyphenationTests {
  /// A dictionary of one pattern, so that no package is needed: o may be divided from o.
  private final class Dictionaries {
    let hyphenators: Hyphenators
    private let folder: URL

    init() throws {
      folder = FileManager.default.temporaryDirectory
        .appending(path: "kanyin-hyphens-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("UTF-8\no1o\n".utf8).write(to: folder.appending(path: "hyph_en.dic"))
      hyphenators = Hyphenators(folder: folder.path())
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
  }

  private func lines(
    _ text: String,
    hyphenate: LanguageTag? = nil,
    marked language: LanguageTag? = nil
  ) throws -> (lines: [String], pages: PagedDocument, findings: Findings) {
    let fixture = try LayoutFixture()
    let dictionaries = try Dictionaries()
    var style = LayoutFixture.text
    style.hyphenation = hyphenate
    var inlines = [Inline.text(Inline.Text(text, style: style))]
    if let language { inlines = [.marked(.span, language, inlines)] }
    let paragraph = Paragraph(inlines: inlines, style: LayoutFixture.style())
    let (pages, findings) = fixture.layOut(
      [Block(.paragraph(paragraph))],
      hyphenators: dictionaries.hyphenators
    )
    return (pages.lines(onPage: 0), pages, findings)
  }

  private static let word = "工作工作工作oooooooooooo"

  @Test("A style that names a language has its words divided, with a hyphen that readers drop")
  func theStyleSays() throws {
    let (lines, pages, findings) = try lines(Self.word, hyphenate: "en")
    #expect(lines.count == 2)
    #expect(lines[0].hasSuffix("o\u{AD}"))
    #expect(lines.joined().replacing("\u{AD}", with: "") == Self.word)
    #expect(findings.list.isEmpty)
    let runs = pages.pages[0].frame.items.compactMap { item -> (x: Length, run: GlyphRun)? in
      guard case .text(let run) = item.content else { return nil }
      return (item.origin.x, run)
    }
    let hyphen = try #require(runs.first { $0.run.text == "\u{AD}" })
    #expect(hyphen.run.glyphs.count == 1)
    let end = hyphen.x + hyphen.run.advance.x
    #expect(abs((end - 125 * .point).points) < 0.01, "the hyphen ends at the measure")
  }

  @Test("A phrase marked as English is divided; a Latin word in Chinese text is not")
  func theTextSays() throws {
    #expect(try lines(Self.word, marked: "en").lines.joined().contains("\u{AD}"))
    #expect(try lines(Self.word, marked: "zh-Hans").lines.joined() == Self.word)
    #expect(try lines(Self.word).lines.joined() == Self.word)
  }

  @Test("A soft hyphen is obeyed in any language, drawn at a line's end and nowhere else")
  func softHyphens() throws {
    let text = "工作工作工作工oo\u{AD}oooo全县AV\u{AD}AA"
    let (lines, pages, _) = try lines(text)
    #expect(lines.count == 2)
    #expect(lines.joined() == text)
    #expect(lines[0].hasSuffix("\u{AD}"))
    let drawn = pages.pages[0].frame.items.count { item in
      if case .text(let run) = item.content { run.text == "\u{AD}" } else { false }
    }
    #expect(drawn == 1)
  }

  @Test("A dictionary that a style asks for and that is not installed is spoken of once")
  func noDictionary() throws {
    let (lines, _, findings) = try lines(Self.word + Self.word, hyphenate: "xx")
    #expect(lines.joined() == Self.word + Self.word)
    #expect(findings.list.count { $0.code.name == "page.no-hyphenation" } == 1)
    let marked = try self.lines(Self.word, marked: "xx")
    #expect(!marked.findings.list.contains { $0.code.name == "page.no-hyphenation" })
  }
}
