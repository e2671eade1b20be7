import Diagnostics
import FoundationEssentials
import Geometry
import Fonts
import PageModel
import TestSupport
import Testing
import Typography

@Suite("Font library")
struct FontLibraryTests {
  @Test("Fonts are numbered in the order of the map, whatever is used first")
  func numbersFollowTheMap() throws {
    let folder = try FontFolder()
    let library = try FontLibrary(map: .tiny, folders: [folder.path])
    #expect(library.fonts.map(\.postScriptName) == TestFont.allCases.map(\.rawValue))
    #expect(library.findings.list.isEmpty)
  }

  @Test("A font dropped in is found by a name inside it, whatever the file is called, and wins")
  func droppedFontWins() throws {
    let folder = try FontFolder()
    try Data(TestFont.hei.bytes).write(to: URL(filePath: folder.path + "/随便.TTF"))
    let library = try FontLibrary(map: .tiny, folders: [folder.path])
    #expect(library.fonts.last?.path.hasSuffix("随便.TTF") == true)
    let shaped = Shaper(library: library).shape(.song("工简"))
    #expect(shaped.runs.map(\.font) == [FontID(index: 3), FontID(index: 0)])
    let kind = FontIncident.Kind.substituted(
      wanted: "KanyinTestHei-Regular",
      taken: "KanyinTestSong-Regular"
    )
    #expect(shaped.incidents.map(\.kind) == [kind])
  }

  @Test("A font dropped in that no role names is spoken of, and a broken one is passed over")
  func unlistedFont() throws {
    let folder = try FontFolder()
    try TestFont.arabic.write(into: folder.path)
    try Data("no font".utf8).write(to: URL(filePath: folder.path + "/broken.otf"))
    var map = FontMap.tiny
    map.others = WeightedNames()
    map.fonts.removeLast()
    let library = try FontLibrary(map: map, folders: [folder.path])
    #expect(library.findings.list.map(\.code) == [.unlistedFontFile])
  }

  @Test("A wanted font that is not installed is spoken of once; an optional one is not")
  func absentFonts() throws {
    let folder = try FontFolder([.hei])
    var map = FontMap.tiny
    let library = try FontLibrary(map: map, folders: [folder.path])
    #expect(library.findings.list.map(\.code) == [.absentFont])
    map.fonts[0].isOptional = true
    #expect(try FontLibrary(map: map, folders: [folder.path]).findings.list.isEmpty)
  }

  @Test("A role without any font names what was looked for and the way out")
  func noFontAtAll() throws {
    let folder = try FontFolder([])
    let failure = #expect(throws: MachineFailure.self) {
      try FontLibrary(map: .tiny, folders: [folder.path])
    }
    #expect(
      failure?.finding.message(in: .chinese)
        == "“宋体”一款字体也没有找到；找过：“map/KanyinTestSong-Regular.otf”、"
        + "“map/KanyinTestHei-Regular.otf”"
    )
    #expect(failure?.finding.hint(in: .english) == "run make fonts")
  }

  @Test("A font that cannot be opened is a failure, and text is set without it")
  func damagedFont() throws {
    let folder = try FontFolder()
    let path = folder.path + "/map/" + TestFont.song.fileName
    try Data("no font".utf8).write(to: URL(filePath: path))
    let shaper = Shaper(library: try FontLibrary(map: .tiny, folders: [folder.path]))
    let shaped = shaper.shape(.song("工"))
    #expect(shaped.runs.map(\.font) == [FontID(index: 1)])
    #expect(shaper.failures.map(\.finding.code) == [.unreadableFont])
    #expect(throws: MachineFailure.self) {
      try shaper.library.cut(FontID(index: 0), glyphs: [1])
    }
  }

  @Test(
    "A font file cut off at any place is a failure, never text without glyphs",
    arguments: [4, 12, 100, 1_000, 4_000, 10_000]
  )
  func truncatedFont(_ length: Int) throws {
    let folder = try FontFolder()
    let path = folder.path + "/map/" + TestFont.song.fileName
    try Data(TestFont.song.bytes.prefix(length)).write(to: URL(filePath: path))
    let shaper = Shaper(library: try FontLibrary(map: .tiny, folders: [folder.path]))
    #expect(shaper.shape(.song("工")).runs.map(\.font) == [FontID(index: 1)])
    #expect(shaper.failures.map(\.finding.code) == [.unreadableFont])
  }

  @Test("A cut font holds the glyphs asked for, with their widths", arguments: TestFont.allCases)
  func cutting(_ font: TestFont) throws {
    let folder = try FontFolder()
    let library = try FontLibrary(map: .tiny, folders: [folder.path])
    let text = font == .arabic ? "شىن" : "工作"
    let id = FontID(index: UInt16(TestFont.allCases.firstIndex(of: font) ?? 0))
    let glyphs = try Self.glyphs(of: text, in: font, folder: folder)
    let cut = try library.cut(id, glyphs: Set(glyphs.map(\.id)))
    let again = try library.cut(id, glyphs: Set(glyphs.map(\.id)))
    #expect(cut == again)
    #expect(Set(cut.newGlyph.keys) == Set(glyphs.map(\.id) + [0]))
    #expect(cut.newGlyph[0] == 0)
    #expect(cut.bytes.count < font.bytes.count)

    let other = try FontFolder(TestFont.allCases.filter { $0 != font })
    try Data(cut.bytes).write(to: URL(filePath: other.path + "/map/" + font.fileName))
    let cutShaper = Shaper(library: try FontLibrary(map: .tiny, folders: [other.path]))
    let shaper = Shaper(library: library)
    for glyph in glyphs {
      let new = try #require(cut.newGlyph[glyph.id])
      let ink = try #require(shaper.inkBounds(of: glyph.id, in: id, size: .points(10)))
      #expect(cutShaper.inkBounds(of: new, in: id, size: .points(10)) == ink)
    }
  }

  private static func glyphs(of text: String, in font: TestFont, folder: FontFolder) throws
    -> [Glyph]
  {
    var map = FontMap.tiny
    map.roles = [FontMap.Role("song", simplified: WeightedNames([font.rawValue]))]
    map.others = WeightedNames([font.rawValue])
    let library = try FontLibrary(map: map, folders: [folder.path])
    return Shaper(library: library).shape(.song(text)).runs.flatMap(\.glyphs)
  }

  @Test("The library that runs says its version")
  func version() {
    #expect(HarfBuzz.version.split(separator: ".").count == 3)
  }
}
