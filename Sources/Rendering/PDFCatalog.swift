import CCairo
import Geometry
import PageModel
import Typography

/// What a drawn PDF says beside its pages.
enum PDFCatalog {
  static func write(_ info: DocumentInfo, on canvas: Canvas) {
    func set(_ key: cairo_pdf_metadata_t, _ value: String?) {
      if let value { cairo_pdf_surface_set_metadata(canvas.surface, key, value) }
    }
    set(CAIRO_PDF_METADATA_TITLE, info.title)
    set(CAIRO_PDF_METADATA_AUTHOR, info.author)
    set(CAIRO_PDF_METADATA_SUBJECT, info.subject)
    // Without a date Cairo writes the clock's: a document that has none gets the epoch, which
    // Prepress takes out.
    set(CAIRO_PDF_METADATA_CREATE_DATE, info.date?.iso ?? "1970-01-01T00:00:00Z")
  }

  /// Each entry belongs under the last one of a lower level.
  static func write(_ outline: [OutlineEntry], on canvas: Canvas) {
    var parents: [(level: Int, item: Int32)] = []
    for entry in outline {
      while let last = parents.last, last.level >= entry.level { parents.removeLast() }
      let item = cairo_pdf_surface_add_outline(
        canvas.surface,
        parents.last?.item ?? Int32(CAIRO_PDF_OUTLINE_ROOT),
        entry.title,
        "page=\(entry.page.value) pos=[\(entry.point.x) \(entry.point.y)]",
        parents.isEmpty ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0)
      )
      parents.append((entry.level, item))
    }
  }
}

/// Names inside an SVG file.
enum SVGNames {
  private static let prefix = Array("id=\"surface".utf8)

  /// Cairo numbers surfaces over the life of the process; the number is taken out, so that the same
  /// page gives the same bytes.
  static func settled(_ svg: [UInt8]) -> [UInt8] {
    var settled: [UInt8] = []
    settled.reserveCapacity(svg.count)
    var index = 0
    while index < svg.count {
      settled.append(svg[index])
      index += 1
      guard svg[index - 1] == prefix[prefix.count - 1], settled.hasSuffix(prefix) else { continue }
      while index < svg.count, svg[index] >= 0x30, svg[index] <= 0x39 { index += 1 }
    }
    return settled
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
