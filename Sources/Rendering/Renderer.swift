import CCairo
import CFreeType
package import Diagnostics
package import Fonts
import Geometry
package import PageModel
import Typography

/// Draws finished pages: PDF for Prepress, PNG and SVG proofs, all by one walk.
///
/// A renderer holds nothing that changes and may be used by many threads at once.
package struct Renderer: Sendable {
  private let cut: FontCutter

  /// A renderer that cuts the fonts of a library, in which its documents' fonts have their numbers.
  package init(library: FontLibrary) {
    cut = { (font, glyphs) throws(MachineFailure) in
      let cut = try library.cut(font, glyphs: glyphs)
      return DrawableFont(bytes: cut.bytes, newGlyphs: cut.newGlyph)
    }
  }

  /// A renderer that has fonts cut by a function, which is called once a font and drawing.
  package init(
    cuttingFonts cut:
      @escaping @Sendable (FontID, Set<UInt32>) throws(MachineFailure) -> DrawableFont
  ) {
    self.cut = cut
  }

  /// The libraries that decide the bytes, with their versions.
  package static var libraries: [String] {
    var major: Int32 = 0
    var minor: Int32 = 0
    var patch: Int32 = 0
    var library: FT_Library?
    if FT_Init_FreeType(&library) == 0 {
      FT_Library_Version(library, &major, &minor, &patch)
      FT_Done_FreeType(library)
    }
    return [cairo, "FreeType \(major).\(minor).\(patch)"]
  }

  private static var cairo: String { "cairo \(String(cString: cairo_version_string()))" }

  /// Draws a document for the screen or the press; the result is for Prepress to finish.
  ///
  /// For the press each side of the paper has a slug: as wide as the widest bleed, or wide enough
  /// for marks outside of the bleed.
  package func pdf(
    _ document: PagedDocument,
    options: DrawingOptions
  ) throws(MachineFailure) -> DrawnPDF {
    let isPress = options != .screen
    let slug = Self.slug(around: document.pages, options)
    try checkLinks(of: document)
    let canvas = try Canvas.pdf(Self.paper(of: document.pages.first, slug: slug))
    var walk = PageWalk(
      on: canvas,
      faces: try faces(of: document, showing: document.pages),
      colours: InkColours(document.palette, scheme: isPress ? .press : .screen),
      extras: PageWalk.Extras(marks: true, links: !isPress)
    )
    PDFCatalog.write(document.info, on: canvas)
    let pages = try draw(document, slug: slug, on: canvas, by: &walk)
    if !isPress { PDFCatalog.write(document.outline, on: canvas) }
    return DrawnPDF(
      bytes: try canvas.finish(),
      pages: pages,
      inks: isPress ? walk.colours.drawn : nil,
      slug: slug,
      producer: Self.cairo
    )
  }

  private func draw(
    _ document: PagedDocument,
    slug: Length,
    on canvas: Canvas,
    by walk: inout PageWalk
  ) throws(MachineFailure) -> [DrawnPage] {
    let destinations = Dictionary(grouping: document.destinations, by: \.page)
    var pages: [DrawnPage] = []
    for page in document.pages {
      let paper = Self.paper(of: page, slug: slug)
      cairo_pdf_surface_set_size(canvas.surface, paper.width.points, paper.height.points)
      if let label = page.label { cairo_pdf_surface_set_page_label(canvas.surface, label) }
      cairo_save(canvas.context)
      cairo_translate(canvas.context, slug.points, slug.points)
      walk.place(destinations[page.number] ?? [])
      pages.append(walk.draw(page))
      cairo_restore(canvas.context)
      cairo_show_page(canvas.context)
      try canvas.check()
    }
    return pages
  }

  private func faces(
    of document: PagedDocument,
    showing pages: [Page]
  ) throws(MachineFailure) -> FontFaces {
    let used = GlyphsUsed(fonts: document.fonts.count, pages: pages)
    return try FontFaces(document.fonts, showing: used, cut: cut)
  }

  /// A picture of one page on white paper, trimmed.
  package func png(
    _ page: Page,
    of document: PagedDocument,
    options: ProofOptions = ProofOptions()
  ) throws(MachineFailure) -> [UInt8] {
    var scheme = InkColours.Scheme.screen
    if let plate = options.plate {
      let plates = InkColours.plates(of: document.palette)
      guard plates.contains(plate) else {
        let choices = FindingArgument.choices(plates)
        throw MachineFailure(.plateUnknown, ["plate": .quote(plate), "plates": choices])
      }
      scheme = .plate(plate)
    }
    let canvas = try Canvas.picture(page.trim, resolution: max(1, options.resolution))
    try drawProof(of: page, of: document, on: canvas, scheme: scheme)
    return try canvas.finishPNG()
  }

  /// One page as SVG, trimmed, in points.
  package func svg(
    _ page: Page,
    of document: PagedDocument
  ) throws(MachineFailure) -> [UInt8] {
    let canvas = try Canvas.svg(page.trim)
    try drawProof(of: page, of: document, on: canvas, scheme: .screen)
    cairo_show_page(canvas.context)
    return SVGNames.settled(try canvas.finish())
  }

  private func drawProof(
    of page: Page,
    of document: PagedDocument,
    on canvas: Canvas,
    scheme: InkColours.Scheme
  ) throws(MachineFailure) {
    var walk = PageWalk(
      on: canvas,
      faces: try faces(of: document, showing: [page]),
      colours: InkColours(document.palette, scheme: scheme),
      extras: PageWalk.Extras()
    )
    canvas.drawGlyphsUnhinted()
    walk.fillPaper()
    _ = walk.draw(page)
  }
}

/// The paper.
extension Renderer {
  /// From the trim to the paper's edge when marks stand around the page (the house's measure).
  private static let markSlug = Length.millimetres(10)
  /// What marks need outside of the bleed.
  private static let markRoom = Length.millimetres(7)

  static func slug(around pages: [Page], _ options: DrawingOptions) -> Length {
    guard case .press(let marks) = options else { return .zero }
    let bleed = pages.map(\.bleed).max() ?? .zero
    return marks ? max(markSlug, bleed + markRoom) : bleed
  }

  private static func paper(of page: Page?, slug: Length) -> Size {
    let trim = page?.trim ?? .zero
    return Size(width: trim.width + 2 * slug, height: trim.height + 2 * slug)
  }

  /// Cairo writes links to nowhere without a word.
  private func checkLinks(of document: PagedDocument) throws(MachineFailure) {
    let names = Set(document.destinations.map(\.name))
    var frames = document.pages.map(\.frame)
    while let frame = frames.popLast() {
      for item in frame.items {
        switch item.content {
        case .group(let group): frames.append(group.frame)
        case .link(let link):
          guard case .destination(let name) = link.target, !names.contains(name) else { continue }
          throw MachineFailure(.destinationUnknown, ["name": .quote(name)])
        case .text, .rule, .path: break
        }
      }
    }
  }
}
