package import Geometry
package import PageModel
package import Typography

/// A document of two small pages made by hand, with one of everything that drawing knows.
///
/// It is set in boxes (`BoxFont`), on paper of 100 mm × 80 mm with a bleed of 3 mm.
package struct SampleDocument: Sendable {
  package static let font = BoxFont(
    "刊印工作简报第一二页组织覆盖率提升，。（）表头白字ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      + "abcdefghijklmnopqrstuvwxyz0123456789 .—שלום"
  )

  package private(set) var document: PagedDocument
  private let red: InkID

  /// `spot` is the name of red's plate; without one red is printed in process inks.
  package init(
    spot: String? = "Red",
    date: DocumentDate? = DocumentDate(year: 2026, month: 7, day: 15, hour: 9)
  ) {
    var palette = InkPalette()
    red = palette.define(
      Ink(
        name: "red",
        process: ProcessColour(
          cyan: .zero,
          magenta: .percent(80),
          yellow: .percent(80),
          black: .zero
        ),
        spot: spot,
        screen: ScreenColour(red: 200, green: 16, blue: 46)
      )
    )
    document = PagedDocument(
      info: DocumentInfo(
        title: "工作简报 (第一期)",
        author: "县委 & 组织部",
        subject: "Bulletin",
        keywords: ["简报", "report"],
        language: .simplifiedChinese,
        date: date
      ),
      palette: palette,
      fonts: [FontIdentity(postScriptName: "KanyinBoxes", path: "", faceIndex: 0)]
    )
    fill()
  }

  /// A run of text in boxes; characters of right-to-left scripts stand in visual order.
  package static func run(
    _ text: String,
    size: Length = Length.point * 12,
    ink: InkTint = .black,
    direction: TextDirection = .horizontal,
    isRightToLeft: Bool = false
  ) -> GlyphRun {
    var glyphs: [Glyph] = []
    var offset: UInt32 = 0
    for scalar in text.unicodeScalars {
      let em = BoxFont.advance(of: scalar)
      let advance = size.scaled(by: Int64(em), over: Int64(BoxFont.unitsPerEm))
      glyphs.append(
        Glyph(
          id: font.glyph(of: scalar),
          cluster: offset,
          xAdvance: direction == .horizontal ? advance : .zero,
          yAdvance: direction == .horizontal ? .zero : advance
        )
      )
      offset += UInt32(String(scalar).utf8.count)
    }
    return GlyphRun(
      font: FontID(index: 0),
      size: size,
      ink: ink,
      direction: direction,
      language: .simplifiedChinese,
      glyphs: isRightToLeft ? glyphs.reversed() : glyphs,
      text: text,
      isRightToLeft: isRightToLeft
    )
  }
}

/// The pages.
extension SampleDocument {
  package static let trim = Size(width: .millimetre * 100, height: .millimetre * 80)
  /// Where the red field stands, from the corner of the trim.
  package static let field = Rect(
    x: .millimetre * 10,
    y: .millimetre * 45,
    width: .millimetre * 30,
    height: .millimetre * 20
  )

  private static func at(_ x: Int, _ y: Int) -> Point {
    Point(x: .millimetre * x, y: .millimetre * y)
  }

  private func text(
    _ text: String,
    _ x: Int,
    _ y: Int,
    _ tag: MarkedContent,
    ink: InkTint = .black
  ) -> FrameItem {
    FrameItem(.text(Self.run(text, ink: ink)), at: Self.at(x, y), tag: tag)
  }

  private mutating func fill() {
    var tree = StructureTree()
    let heading = tree.add(.heading(1))
    let paragraph = tree.add(.paragraph)
    let link = tree.add(.link, in: paragraph)
    let table = tree.add(.table)
    let row = tree.add(.tableRow, in: table)
    let head = tree.add(
      .tableHeaderCell,
      in: row,
      attributes: StructureAttributes(headerScope: .column, columnSpan: 2)
    )
    let field = tree.add(
      .figure,
      attributes: StructureAttributes(alternative: "红底（白字）")
    )
    let vertical = tree.add(.paragraph, attributes: StructureAttributes(language: "en"))
    let first =
      [
        text("工作简报", 10, 15, .element(heading), ink: InkTint(red)),
        rule(18),
        text("组织覆盖率提升，", 10, 25, .element(paragraph)),
        text("Word by ", 10, 32, .element(paragraph)),
        text("word", 34, 32, .element(link)),
        FrameItem(
          .link(
            Link(
              size: Size(width: .millimetre * 10, height: .millimetre * 5),
              target: .address("https://example.org/报")
            )
          ),
          at: Self.at(34, 28),
          tag: .element(link)
        ),
        text("第一页。", 60, 32, .element(paragraph)),
        text("表头", 60, 50, .element(head)),
      ] + redField(.element(field)) + [folio("1")]
    let second = [
      text("第二页。", 10, 15, .element(paragraph)),
      turned(.element(vertical)),
      FrameItem(
        .link(
          Link(
            size: Size(width: .millimetre * 10, height: .millimetre * 5),
            target: .destination("一")
          )
        ),
        at: Self.at(10, 30),
        tag: .element(link)
      ),
      folio("2"),
    ]
    document.structure = tree
    document.pages = [page(first, 1), page(second, 2)]
    document.destinations = [Destination(name: "一", page: PageNumber(1), point: Self.at(10, 10))]
    document.outline = [
      OutlineEntry(title: "工作简报", level: 1, page: PageNumber(1), point: Self.at(10, 10)),
      OutlineEntry(title: "第二页", level: 2, page: PageNumber(2), point: Self.at(10, 10)),
    ]
  }

  private func page(_ items: [FrameItem], _ number: Int) -> Page {
    Page(
      frame: Frame(size: Self.trim, items: items),
      trim: Self.trim,
      bleed: .millimetre * 3,
      number: PageNumber(number),
      label: "\(number)"
    )
  }

  private func rule(_ y: Int) -> FrameItem {
    FrameItem(
      .rule(Rule(end: Self.at(80, 0), weight: .point * 2, ink: InkTint(red))),
      at: Self.at(10, y),
      tag: .artifact(.layout)
    )
  }

  private func folio(_ number: String) -> FrameItem {
    text("— \(number) —", 80, 75, .artifact(.pagination))
  }

  /// A red field with a white box framed in black, white text and black text on it.
  private func redField(_ tag: MarkedContent) -> [FrameItem] {
    let box = Path(
      segments: Path.rectangle(Size(width: .millimetre * 6, height: .millimetre * 6)),
      fill: .paper,
      stroke: (weight: .point, ink: .black)
    )
    return [
      FrameItem(
        .path(Path(segments: Path.rectangle(Self.field.size), fill: InkTint(red))),
        at: Self.field.origin,
        tag: tag
      ),
      FrameItem(.path(box), at: Self.at(30, 48), tag: tag),
      text("白字", 12, 52, tag, ink: .paper),
      text("第一", 12, 60, tag),
      FrameItem(
        .path(
          Path(
            segments: Path.rectangle(Size(width: .millimetre * 4, height: .millimetre * 4)),
            fill: InkTint(.black, tint: .percent(50))
          )
        ),
        at: Self.at(24, 57),
        tag: tag
      ),
    ]
  }

  /// A clipped group, a quarter turn to the right, with text in it.
  private func turned(_ tag: MarkedContent) -> FrameItem {
    let frame = Frame(
      size: Size(width: .millimetre * 30, height: .millimetre * 8),
      items: [text("Turned", 1, 6, tag)]
    )
    return FrameItem(
      .group(Group(frame: frame, transform: .quarterTurn(then: .zero), clips: true)),
      at: Self.at(60, 20),
      tag: tag
    )
  }
}
