package import Geometry
package import Typography

/// Pages as `Rendering` drew them, with what `Prepress` must know to finish the file.
///
/// Nothing in the bytes says which element a piece of content belongs to, nor which ink a colour
/// stands for: the two tables here do, exactly, so that Prepress never guesses.
package struct DrawnPDF: Hashable, Sendable {
  /// The file, not yet fit for anyone: no language, no structure, no inks.
  package var bytes: [UInt8]
  /// One for each page of the document, in order.
  package var pages: [DrawnPage]
  /// The colours that stand for inks; nil when colours are what a screen shows.
  package var inks: DrawnInks?
  /// What stands around the trimmed page on each side; zero but for the press.
  package var slug: Length
  /// The library that drew, with its version: `cairo 1.16.0`.
  package var producer: String

  package init(
    bytes: [UInt8],
    pages: [DrawnPage],
    inks: DrawnInks? = nil,
    slug: Length = .zero,
    producer: String
  ) {
    self.bytes = bytes
    self.pages = pages
    self.inks = inks
    self.slug = slug
    self.producer = producer
  }
}

/// The fragments of one page, in the order in which they were drawn.
package struct DrawnPage: Hashable, Sendable {
  package var fragments: [DrawnFragment]

  package init(fragments: [DrawnFragment] = []) {
    self.fragments = fragments
  }
}

/// A stretch of a page's content that is a piece of one element or one kind of artifact.
package struct DrawnFragment: Hashable, Sendable {
  package let tag: MarkedContent
  /// Whether the fragment is an area to click on; the page's annotations come in the same order.
  package let isLink: Bool

  package init(_ tag: MarkedContent, isLink: Bool = false) {
    self.tag = tag
    self.isLink = isLink
  }
}

/// A colour as it is written into a drawn file, each part in whole 1/51 000.
///
/// 51 000 is the least common multiple of 255 and 1000: every level n/255 and every n/1000 is a
/// whole number of it, and six printed decimals always lead back to that number.
package struct InkTriple: Hashable, Sendable {
  package static let whole = 51_000

  package let red: UInt16
  package let green: UInt16
  package let blue: UInt16

  package init(red: UInt16, green: UInt16, blue: UInt16) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}

/// Which ink each colour of a drawn file stands for: one triple, one tint of one ink.
package struct DrawnInks: Hashable, Sendable {
  private var tints: [InkTriple: InkTint]
  private var triples: [InkTint: InkTriple]
  /// The tints in the order in which they were first drawn.
  package private(set) var order: [InkTint]

  package init() {
    tints = [:]
    triples = [:]
    order = []
  }

  /// Notes what a triple stands for; a triple stands for one thing only.
  package mutating func assign(_ triple: InkTriple, to tint: InkTint) {
    precondition(
      tints[triple] == nil && triples[tint] == nil,
      "a triple is given to one tint of one ink, and a tint to one triple"
    )
    tints[triple] = tint
    triples[tint] = triple
    order.append(tint)
  }

  package subscript(triple: InkTriple) -> InkTint? { tints[triple] }

  package func triple(of tint: InkTint) -> InkTriple? { triples[tint] }
}
