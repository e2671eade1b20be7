package import Geometry

/// A rule that a line cannot keep, and by how much.
@frozen
package enum LineStrain: Hashable, Sendable {
  /// One Han, with or without marks, stands alone on the last line.
  case runt
  /// The line is longer than its measure by this.
  case overfull(Length)
  /// The line is shorter than its measure by this and has no gap that may grow.
  case underfull(Length)
  /// Gaps between Han grew by more than a quarter em; this is by how much, in hundredths of an em.
  case looseGaps(hundredths: Int)
  /// A figure wider than six ems, or than the measure, is parted at the line's end.
  case figureParted
  /// A mark stands at a line's start or end where it may not, in a row of three marks (clreq,
  /// Prohibition rules: a remedy).
  case prohibitionIgnored
}

/// A finished line.
package struct ComposedLine: Hashable, Sendable {
  /// The units of the line; white space at its end is among them, with no width.
  package var units: Range<Int>
  /// For each unit, from the line's start to where its first glyph's origin stands.
  package var origins: [Length]
  /// From the line's start to the end of what is seen; a line-end mark counts half an em, a hyphen
  /// its own width.
  package var width: Length
  /// Whether the line ends the paragraph or a forced break.
  package var isLast: Bool
  /// Whether a word is divided at the line's end: the hyphen stands where its own width is left.
  package var endsWithHyphen: Bool
  /// What the line does that the rules do not want, where no lines keep them all.
  package var strains: [LineStrain]

  package init(
    units: Range<Int>,
    origins: [Length],
    width: Length,
    isLast: Bool,
    endsWithHyphen: Bool = false,
    strains: [LineStrain] = []
  ) {
    self.units = units
    self.origins = origins
    self.width = width
    self.isLast = isLast
    self.endsWithHyphen = endsWithHyphen
    self.strains = strains
  }

  /// By how much the line is longer than its measure; zero where it fits.
  package var overflow: Length {
    for case .overfull(let length) in strains { return length }
    return .zero
  }
}
