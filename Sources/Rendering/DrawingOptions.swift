/// For whom pages are drawn: it decides colours, links and the paper around the page.
package enum DrawingOptions: Hashable, Sendable {
  /// For reading and keeping: sRGB colours, links, an outline.
  case screen
  /// For the press: inks instead of colours, no links; with room for crop marks when asked.
  case press(marks: Bool)
}

/// A proof picture's settings.
package struct ProofOptions: Hashable, Sendable {
  /// Pixels an inch, at least 1.
  package var resolution: Int
  /// Shows what one plate prints, in black: `black`, `cyan`, `magenta`, `yellow`, or the name of a
  /// spot colour; nil for the page in its screen colours.
  package var plate: String?

  package init(resolution: Int = 150, plate: String? = nil) {
    self.resolution = resolution
    self.plate = plate
  }
}
