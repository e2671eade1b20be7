import Diagnostics
import Fonts
import Geometry
import PageModel
import TestSupport
import Testing
import Typography

@Suite("Shaping")
struct ShapingTests {
  let folder: FontFolder
  let library: FontLibrary

  init() throws {
    folder = try FontFolder()
    library = try FontLibrary(map: .tiny, folders: [folder.path])
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let expected: String
    var language: LanguageTag = .simplifiedChinese
    var testDescription: String { text }
  }

  @Test(
    "Text becomes runs by font, with advances in hundredths of an em",
    arguments: [
      Case(text: "", expected: ""),
      Case(text: "工作", expected: "Song 工作 100 100"),
      Case(text: "全县51.9%，", expected: "Song 全县51.9%， 100 100 56 47 33 56 92 100"),
      Case(text: "工龘作", expected: "Song 工 100 | Hei 龘 100 | Song 作 100"),
      // A dash of two takes a frame each, whatever the font's default form is.
      Case(text: "工——作", expected: "Song 工——作 100 200 100"),
      Case(text: "一·二", expected: "Song 一·二 100 100 100"),
      Case(text: "A·V", expected: "Song A·V 65 27 71"),
      Case(text: "·", expected: "Song · 100"),
      Case(text: "·", expected: "Song · 33", language: "en"),
      Case(text: "A·5", expected: "Song A·5 72 100 56"),
      // Kerned between letters, not between digits, and a space ends the word.
      Case(text: "AVA", expected: "Song AVA 59 59 72"),
      Case(text: "A V", expected: "Song A V 72 26 71"),
      Case(text: "工\u{2009}作", expected: "Song 工\u{2009}作 100 20 100"),
      Case(
        text: "工شىنجاڭ工",
        expected: "Song 工 100 | Arabic← شىنجاڭ 56 25 67 29 29 66 | Song 工 100"
      ),
    ]
  )
  func shapes(_ one: Case) {
    let request = ShapingRequest.song(one.text, language: one.language)
    let shaped = Shaper(library: library).shape(request)
    #expect(trace(shaped, of: one.text, size: request.size, in: library) == one.expected)
  }

  @Test("An Arabic word has its glyphs in visual order and falling clusters")
  func arabicIsRightToLeft() throws {
    let shaped = Shaper(library: library).shape(.song("شىنجاڭ"))
    let run = try #require(shaped.runs.first)
    #expect(run.isRightToLeft)
    #expect(run.glyphs.map(\.cluster) == run.glyphs.map(\.cluster).sorted(by: >))
    #expect(run.glyphs.last?.cluster == 0)
    #expect(shaped.incidents.isEmpty)
  }

  @Test("Two Arabic words and the space between them are one run, so that their order is right")
  func arabicKeepsItsSpaces() {
    let shaped = Shaper(library: library).shape(.song("شىن شىن"))
    #expect(shaped.runs.count == 1)
  }

  @Test("Clusters are UTF-8 offsets into the text of the request")
  func clustersAreOffsets() {
    let shaped = Shaper(library: library).shape(.song("工A作"))
    #expect(shaped.runs.flatMap(\.glyphs).map(\.cluster) == [0, 3, 4])
    #expect(shaped.runs.map(\.range) == [0..<7])
  }

  @Test(
    "What is never seen leaves no glyph and belongs to a run all the same",
    arguments: ["工\u{200B}作", "工\u{2060}作", "\u{200B}工作", "工作\u{FEFF}", "工\u{FE00}作"]
  )
  func invisibleCharactersHaveNoGlyph(_ text: String) {
    let shaped = Shaper(library: library).shape(.song(text))
    #expect(shaped.runs.flatMap(\.glyphs).count == 2)
    #expect(shaped.runs.map(\.range) == [0..<text.utf8.count])
  }

  @Test("Nothing but invisible characters is a run without glyphs")
  func invisibleTextIsARun() {
    let shaped = Shaper(library: library).shape(.song("\u{200B}"))
    #expect(shaped.runs.map(\.range) == [0..<3])
    #expect(shaped.runs.flatMap(\.glyphs).isEmpty)
    #expect(shaped.incidents.isEmpty)
  }

  @Test("A variant that a font has is one glyph; one that none has is said")
  func variationSequences() {
    let shaper = Shaper(library: library)
    let known = shaper.shape(.song("凉\u{FE00}"))
    #expect(known.runs.flatMap(\.glyphs).count == 1)
    #expect(known.incidents.isEmpty)
    let unknown = shaper.shape(.song("工\u{E0101}"))
    #expect(unknown.runs.flatMap(\.glyphs).count == 1)
    let kind = FontIncident.Kind.variationMissing(base: "工", taken: "KanyinTestSong-Regular")
    #expect(unknown.incidents.map(\.kind) == [kind])
    #expect(unknown.incidents.map(\.offset) == [3])
  }

  @Test("A character of a later font is said each time, with its place")
  func substitutionIsSaid() {
    let shaped = Shaper(library: library).shape(.song("工龘龘"))
    let kind = FontIncident.Kind.substituted(
      wanted: "KanyinTestSong-Regular",
      taken: "KanyinTestHei-Regular"
    )
    #expect(shaped.incidents.map(\.kind) == [kind, kind])
    #expect(shaped.incidents.map(\.offset) == [3, 6])
  }

  @Test("A character that no font has is glyph 0 where 〓 is missing too, one em wide, and said")
  func missingCharacter() {
    let shaped = Shaper(library: library).shape(.song("工𠮷作"))
    let glyphs = shaped.runs.flatMap(\.glyphs)
    #expect(glyphs.map { $0.id == 0 } == [false, true, false])
    #expect(glyphs.map(\.advance.x) == [.points(10), .points(10), .points(10)])
    #expect(shaped.incidents.map(\.kind) == [.missing])
    #expect(
      shaped.incidents.first?.finding(at: nil).message(in: .english).contains("U+20BB7") == true
    )
  }

  @Test("A compatibility ideograph is not the unified one it stands for")
  func compatibilityIdeographs() {
    let shaped = Shaper(library: library).shape(.song("\u{F979}凉"))
    #expect(shaped.incidents.map(\.character) == ["\u{F979}"])
  }

  @Test("Text found to be read from right to left has its brackets turned round")
  func mirroredBrackets() throws {
    let shaper = Shaper(library: library)
    var request = ShapingRequest.song("（")
    let usual = shaper.shape(request).runs.flatMap(\.glyphs).map(\.id)
    request.isRightToLeft = true
    let mirrored = shaper.shape(request).runs.flatMap(\.glyphs).map(\.id)
    let closer = shaper.shape(.song("）")).runs.flatMap(\.glyphs).map(\.id)
    #expect(mirrored == closer && mirrored != usual)
  }

  @Test("Advances are rounded once, from font units", arguments: [1, 7, 16_000, 16_001])
  func advancesAreExact(thousandths: Int64) {
    let size = Length(units: thousandths * 127)
    var request = ShapingRequest.song("5")
    request.size = size
    let advance = Shaper(library: library).shape(request).runs[0].glyphs[0].advance.x
    #expect(advance == size.scaled(by: 558, over: 1000))
  }

  @Test("Upright glyphs hang on a pen that runs down the middle")
  func uprightRunsDown() throws {
    var request = ShapingRequest.song("工，")
    request.direction = .upright
    let shaper = Shaper(library: library)
    let glyphs = shaper.shape(request).runs.flatMap(\.glyphs)
    #expect(glyphs.map(\.advance) == Array(repeating: Point(x: .zero, y: .points(10)), count: 2))
    #expect(glyphs.map(\.offset.x) == [.points(-5), .points(-5)])
    let flat = shaper.shape(.song("，")).runs[0].glyphs[0]
    #expect(glyphs[1].id != flat.id, "the comma has a vertical form")
  }

  @Test("Ink lies where the strokes are: 一 is wide, flat and above the baseline")
  func inkOfOne() throws {
    let shaper = Shaper(library: library)
    let run = shaper.shape(.song("一 ")).runs[0]
    let ink = try #require(
      shaper.inkBounds(of: run.glyphs[0].id, in: run.font, size: .points(100))
    )
    #expect(ink.size.width > .points(80))
    #expect(ink.size.height < .points(15))
    #expect(ink.maxY < .zero)
    #expect(shaper.inkBounds(of: run.glyphs[1].id, in: run.font, size: .points(100)) == nil)
  }

  @Test("Metrics are parts of the em")
  func metrics() {
    let metrics = Shaper(library: library).metrics(of: FontID(index: 0))
    #expect((0.6...0.8).contains(metrics.capHeight.value))
    #expect((0.4...0.6).contains(metrics.xHeight.value))
    #expect(metrics.ascent > metrics.capHeight)
    #expect(metrics.descent > .zero)
    #expect(metrics.underline.position < .zero)
  }

  @Test("Hostile text is shaped whole: every byte belongs to a run, nothing is left out")
  func hostileText() {
    let shaper = Shaper(library: library)
    let texts = [
      String(repeating: "—", count: 10_000), "\u{301}\u{301}", "\u{200D}\u{200D}工", "\n\r\t",
      String(repeating: "工\u{E0100}", count: 1_000), "\u{202E}工作\u{202C}", "👨‍👩‍👧", "ᄒ\u{1161}ᆫ",
      "\u{10FFFF}", "شى工نA5“", "工" + String(repeating: "\u{301}", count: 1_000),
      "\u{FE0F}", "\u{E0100}\u{E0101}", String(repeating: "👩\u{200D}", count: 1_000),
      String(repeating: "\u{202E}工\u{2066}", count: 1_000), "\u{E000}\u{F0000}", "\u{F900}豈",
    ]
    for text in texts {
      var end = 0
      for run in shaper.shape(.song(text)).runs {
        #expect(run.range.lowerBound == end)
        #expect(run.glyphs.allSatisfy { run.range.contains(Int($0.cluster)) })
        end = run.range.upperBound
      }
      #expect(end == text.utf8.count)
    }
  }

  @Test("The same request gives the same answer whatever was asked before, and on four workers")
  func sameAnswerEverywhere() async {
    let texts = ["工作简报——", "全县51.9%AVA工龘", "شىنجاڭ工𠮷", "“工”“A”"]
    let shared = library
    let fresh = texts.map { Shaper(library: library).shape(.song($0)) }
    let answers = await withTaskGroup(of: [ShapedText].self) { group in
      for worker in 0..<4 {
        group.addTask {
          let shaper = Shaper(library: shared)
          for round in 0..<50 { _ = shaper.shape(.song(texts[(round + worker) % texts.count])) }
          return texts.map { shaper.shape(.song($0)) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count == 4)
    #expect(answers.allSatisfy { $0 == fresh })
  }

  @Test("Coverage counts characters a font, and each exception once")
  func coverage() {
    let coverage = Shaper(library: library)
      .coverage(of: "工工作 龘龘𠮷", role: "宋体", language: .simplifiedChinese)
    #expect(coverage.uses.map(\.characters) == [2, 1])
    #expect(coverage.uses.map(\.occurrences) == [3, 2])
    #expect(coverage.exceptions.map(\.occurrences) == [2, 1])
    #expect(coverage.missing.map(\.incident.character) == ["𠮷"])
  }
}
