import Fonts
import Geometry
import PageModel
import Testing
import Typography

/// The project's own font map over the free fonts.
@Suite(
  "Installed fonts",
  .enabled(if: InstalledFonts.areComplete, "the free fonts are not all installed: make fonts")
)
struct InstalledFontTests {
  let library: FontLibrary

  init() throws {
    library = try #require(InstalledFonts.library)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let role: FontRole
    let text: String
    let expected: String
    var language: LanguageTag = .simplifiedChinese
    var weight: FontWeight = .regular
    var testDescription: String { "\(role.name) \(text)" }
  }

  @Test(
    "Each role sets Chinese, digits and marks in its own fonts",
    arguments: [
      Case(
        role: "仿宋",
        text: "工作5%，“引”——……·",
        expected: "FandolFang 工作5%，“引”——……· 100 100 50 83 100 100 100 100 100 100 100 100 100"
      ),
      Case(
        role: "仿宋",
        text: "由−3.5",
        expected: "FandolFang 由 100 | NotoSansCJKsc − 56 | "
          + "FandolFang 3.5 50 28 50"
      ),
      Case(
        role: "楷体",
        text: "由574家",
        expected: "FandolKai 由 100 | FandolFang 574 50 50 50 | "
          + "FandolKai 家 100"
      ),
      Case(
        role: "宋体",
        text: "由17，",
        expected: "NotoSerifCJKsc 由 100 | FandolSong 17 50 50 | "
          + "NotoSerifCJKsc ， 100"
      ),
      Case(
        role: "宋体",
        text: "由17",
        expected: "NotoSerifCJKsc-Bold 由 100 | FandolSong-Bold 17 50 50",
        weight: .bold
      ),
      Case(
        role: "小标宋",
        text: "“五”——·",
        expected: "NotoSerifCJKsc-Bold “五”——· 100 100 100 200 100"
      ),
      Case(
        role: "仿宋",
        text: "會議「一」“二”",
        expected: "cwTeXFangSong 會議「一」 100 100 100 100 100 | FandolFang “ 100 | "
          + "cwTeXFangSong 二 100 | FandolFang ” 100",
        language: .traditionalChinese
      ),
      Case(
        role: "黑体",
        text: "骨",
        expected: "NotoSansCJKtc-Bold 骨 100",
        language: "zh-TW",
        weight: .bold
      ),
    ]
  )
  func roles(_ one: Case) {
    let request = ShapingRequest(
      text: one.text,
      role: one.role,
      weight: one.weight,
      size: .points(16),
      language: one.language
    )
    let shaped = Shaper(library: library).shape(request)
    #expect(trace(shaped, of: one.text, size: request.size, in: library) == one.expected)
    #expect(shaped.incidents.isEmpty)
  }

  @Test(
    "Scripts of the minorities have a font",
    arguments: ["شىنجاڭ ئۇيغۇر", "བོད་ལྗོངས།", "ᠮᠣᠩᠭᠣᠯ", "ꆈꌠ", "Ĝğ", "조선"]
  )
  func otherScripts(_ text: String) {
    let shaper = Shaper(library: library)
    let coverage = shaper.coverage(of: text, role: "仿宋", language: .simplifiedChinese)
    #expect(coverage.missing.isEmpty)
  }

  @Test("A rare name is set by Noto of the same role and said")
  func rareCharacter() {
    let shaped = Shaper(library: library).shape(
      ShapingRequest(text: "喆䶮", role: "仿宋", size: .points(16), language: "zh-Hans")
    )
    #expect(
      shaped.incidents.map(\.kind).contains(
        .substituted(wanted: "FandolFang-Regular", taken: "NotoSerifCJKsc-Regular")
      )
    )
    #expect(shaped.runs.flatMap(\.glyphs).allSatisfy { $0.id != 0 })
  }

  @Test("Han drawn 0.92 em wide are made to fill their em, in shaping and when cut")
  func narrowHan() throws {
    let size = 100 * Length.point
    let request = ShapingRequest(
      text: "縣",
      role: "仿宋",
      size: size,
      language: .traditionalChinese
    )
    let shaper = Shaper(library: library)
    let run = try #require(shaper.shape(request).runs.first)
    let glyph = try #require(run.glyphs.first)
    #expect(library[run.font].postScriptName == "cwTeXFangSong")
    #expect(glyph.advance.x == size && glyph.offset.x == .zero)
    let ink = try #require(shaper.inkBounds(of: glyph.id, in: run.font, size: size))
    #expect(ink.size.width > size * .percent(85))
    let cut = try library.cut(run.font, glyphs: [glyph.id])
    #expect(!cut.bytes.isEmpty)
  }

  @Test("A collection of 26 MB is cut to a few kilobytes")
  func cutsACollection() throws {
    let shaped = Shaper(library: library).shape(
      ShapingRequest(text: "工作简报全县", role: "宋体", size: .points(16), language: "zh-Hans")
    )
    let run = try #require(shaped.runs.first)
    let cut = try library.cut(run.font, glyphs: Set(run.glyphs.map(\.id)))
    #expect(cut.newGlyph.count == 7)
    #expect(cut.bytes.count < 20_000)
  }
}
