import Geometry
import PageModel
import Testing
import Typography

@Suite("Page trace")
struct TraceTests {
  @Test("a page is written one item a line, places on the page, then its structure")
  func writesPages() {
    #expect(
      Self.document().trace == """
        document "简报" zh-Hans date 2025 10 14 0 0
        ink black cmyk 0 0 0 100 screen 0 0 0
        ink red cmyk 0 80 80 0 screen 218 41 28 spot "套红"
        page 1 595×842 bleed 8.504 label "1"
          text 79.37 104.882 +32 FandolFang-Regular 16 red 50% "共\\"88\\"个" figure 3 e1
          group 100 200 50×20 turned 0 1 -1 0 clips e1
            rule 90 210 → 90 260 weight 0.5 black dashes 3 1 layout
          path M 10 10 L 20 10 C 1 1 2 2 3 3 Z fill red stroke 1 black layout
          link 5 6 7×8 to "https://example.org" e1
        outline 1 "一、情况" page 1 79.37 90
        destination "s1" page 1 0 0
        e0 Document
          e1 P language zh-Hant alternative "图" columns 2

        """
    )
  }

  @Test("what a page takes grows with its glyphs, by 24 bytes each")
  func footprint() {
    let small = Self.document(glyphs: 16).footprint
    let large = Self.document(glyphs: 16 + 512).footprint
    #expect((24 * 512..<24 * 700).contains(large - small))
  }

  private static func document(glyphs: Int = 2) -> PagedDocument {
    var palette = InkPalette()
    let red = palette.define(
      Ink(
        name: "red",
        process: ProcessColour(
          cyan: .zero,
          magenta: .percent(80),
          yellow: .percent(80),
          black: .zero
        ),
        spot: "套红",
        screen: ScreenColour(red: 218, green: 41, blue: 28)
      )
    )
    var structure = StructureTree()
    let paragraph = structure.add(
      .paragraph,
      attributes: StructureAttributes(language: "zh-Hant", alternative: "图", columnSpan: 2)
    )
    let frame = Frame(
      size: Size(width: .points(595), height: .points(842)),
      items: items(red: red, element: paragraph, glyphs: glyphs)
    )
    return PagedDocument(
      info: DocumentInfo(
        title: "简报",
        language: .simplifiedChinese,
        date: DocumentDate(year: 2025, month: 10, day: 14)
      ),
      palette: palette,
      fonts: [FontIdentity(postScriptName: "FandolFang-Regular", path: "/x.otf", faceIndex: 0)],
      pages: [
        Page(
          frame: frame,
          trim: frame.size,
          bleed: .millimetres(3),
          number: PageNumber(1),
          label: "1"
        )
      ],
      structure: structure,
      outline: [
        OutlineEntry(title: "一、情况", level: 1, page: PageNumber(1), point: at(79.37, 90))
      ],
      destinations: [Destination(name: "s1", page: PageNumber(1), point: .zero)]
    )
  }

  private static func items(red: InkID, element: ElementID, glyphs: Int) -> [FrameItem] {
    let run = GlyphRun(
      font: FontID(index: 0),
      size: .points(16),
      ink: InkTint(red, tint: .percent(50)),
      language: .simplifiedChinese,
      glyphs: (0..<glyphs).map { Glyph(id: UInt32($0), cluster: 0, xAdvance: .points(16)) },
      text: "共\"88\"个",
      figure: FigureID(index: 3)
    )
    let dashed = Rule(
      end: at(50, 0),
      weight: .points(0.5),
      ink: .black,
      dashes: [3, 1].map(points)
    )
    let turned = Group(
      frame: Frame(
        size: Size(width: .points(50), height: .points(20)),
        items: [FrameItem(.rule(dashed), at: at(10, 10), tag: .artifact(.layout))]
      ),
      transform: .quarterTurn(then: .zero),
      clips: true
    )
    let path = Path(
      segments: [
        .move(at(0, 0)), .line(at(10, 0)), .curve(at(-9, -9), at(-8, -8), at(-7, -7)), .close,
      ],
      fill: InkTint(red),
      stroke: (.points(1), .black)
    )
    let link = Link(
      size: Size(width: .points(7), height: .points(8)),
      target: .address("https://example.org")
    )
    return [
      FrameItem(.text(run), at: at(79.37, 104.882), tag: .element(element)),
      FrameItem(.group(turned), at: at(100, 200), tag: .element(element)),
      FrameItem(.path(path), at: at(10, 10), tag: .artifact(.layout)),
      FrameItem(.link(link), at: at(5, 6), tag: .element(element)),
    ]
  }

  private static func at(_ x: Double, _ y: Double) -> Point { Point(x: .points(x), y: .points(y)) }

  private static func points(_ value: Double) -> Length { .points(value) }
}
