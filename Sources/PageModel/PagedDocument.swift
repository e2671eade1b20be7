package import Geometry
package import Typography

/// Finished pages: everything an exporter needs and nothing it must decide.
package struct PagedDocument: Hashable, Sendable {
  package var info: DocumentInfo
  package var palette: InkPalette
  package var fonts: [FontIdentity]
  package var pages: [Page]
  package var structure: StructureTree
  package var outline: [OutlineEntry]
  package var destinations: [Destination]

  package init(
    info: DocumentInfo,
    palette: InkPalette,
    fonts: [FontIdentity] = [],
    pages: [Page] = [],
    structure: StructureTree = StructureTree(),
    outline: [OutlineEntry] = [],
    destinations: [Destination] = []
  ) {
    self.info = info
    self.palette = palette
    self.fonts = fonts
    self.pages = pages
    self.structure = structure
    self.outline = outline
    self.destinations = destinations
  }
}

/// One page: its frame covers the trimmed page; what bleeds stands outside of it.
package struct Page: Hashable, Sendable {
  package var frame: Frame
  package var trim: Size
  package var bleed: Length
  /// The number of the page, from 1.
  package var number: PageNumber
  /// What the page prints as its number, `1`; nil when it prints none.
  package var label: String?

  package init(
    frame: Frame,
    trim: Size,
    bleed: Length,
    number: PageNumber,
    label: String?
  ) {
    self.frame = frame
    self.trim = trim
    self.bleed = bleed
    self.number = number
    self.label = label
  }
}

/// The place of a page in its document, from 1.
package struct PageNumber: Hashable, Sendable, Comparable {
  package let value: Int

  package init(_ value: Int) {
    self.value = value
  }

  package static func < (a: PageNumber, b: PageNumber) -> Bool { a.value < b.value }
}

/// A place that links and the outline lead to.
package struct Destination: Hashable, Sendable {
  package let name: String
  package let page: PageNumber
  package let point: Point

  package init(name: String, page: PageNumber, point: Point) {
    self.name = name
    self.page = page
    self.point = point
  }
}

/// A line of the outline (bookmarks).
package struct OutlineEntry: Hashable, Sendable {
  package let title: String
  /// From 1.
  package let level: Int
  package let page: PageNumber
  package let point: Point

  package init(title: String, level: Int, page: PageNumber, point: Point) {
    self.title = title
    self.level = level
    self.page = page
    self.point = point
  }
}

/// The number of a font in its document.
@frozen
package struct FontID: Hashable, Sendable, Comparable {
  package let index: UInt16

  @inlinable
  package init(index: UInt16) {
    self.index = index
  }

  @inlinable
  package static func < (a: FontID, b: FontID) -> Bool { a.index < b.index }
}

/// Which font a `FontID` stands for: enough for `Fonts` to find it again.
package struct FontIdentity: Hashable, Sendable {
  /// The PostScript name, `NotoSerifCJKsc-Bold`.
  package let postScriptName: String
  /// The file, as the font map found it.
  package let path: String
  /// The place in a collection (.ttc), else 0.
  package let faceIndex: Int

  package init(postScriptName: String, path: String, faceIndex: Int) {
    self.postScriptName = postScriptName
    self.path = path
    self.faceIndex = faceIndex
  }
}
