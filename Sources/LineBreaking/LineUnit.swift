package import Geometry
package import Typography

/// One unit of a line: a character in its cell, or a Western word.
///
/// A paragraph is a list of units. What it says of a glyph is its natural advance and its em;
/// everything else follows from the class.
@frozen
package struct LineUnit: Hashable, Sendable {
  /// What may happen behind the unit, before Chinese rules are asked (UAX #14).
  @frozen
  package enum Opportunity: UInt8, Hashable, Sendable {
    case prohibited
    case allowed
    case mandatory
    /// Never, whatever the neighbours are: a word joiner stands here (LB11).
    case joined
  }

  package var kind: CharacterClass
  /// The natural advance of the glyphs.
  package var advance: Length
  /// The type size, which is the width of a full-width character.
  package var em: Length
  /// What lies between full-width neighbours beyond their ems: letterspacing, or on a character
  /// grid the difference of pitch and size (16 pt on 15.785 pt: −0.215 pt).
  package var tracking: Length
  /// From the origin of the glyph to the left and right edge of its ink; zero where not known.
  ///
  /// Only asked for marks, to see which half of the em their ink is in.
  package var inkLeft: Length
  package var inkRight: Length
  package var opportunity: Opportunity
  /// Neighbours with the same number that is not 0 must not part: a figure with its unit, a date,
  /// a document number.
  package var group: Int32
  /// The unit belongs to the one before it, as an index or the mark of a note does: no line ends
  /// between them and no space opens (clreq issue 262; ours, where it is silent).
  package var isAttached: Bool
  /// How firmly the group holds together.
  package var cohesion: Cohesion
  /// Whether the group, when it is too wide to stay whole, may part behind this unit: behind 万 or
  /// 亿, before the unit of measure.
  package var isSeam: Bool
  /// The width of the hyphen that a line ending behind this unit takes; nil where a word may not
  /// be divided here.
  package var hyphen: Length?
  /// By how much a neighbouring Han may be overlapped, as ruby wider than its base does; never
  /// at a line's start or end.
  package var overhangBefore: Length
  package var overhangBehind: Length
  /// Western text that begins with a closing bracket or a comma, or ends with an opening bracket: no
  /// gap to a Han there (clreq, Mixed text composition, speaks of letters and digits only).
  package var isTightBefore = false
  package var isTightBehind = false

  package init(
    kind: CharacterClass,
    advance: Length,
    em: Length,
    tracking: Length = .zero,
    inkLeft: Length = .zero,
    inkRight: Length = .zero,
    opportunity: Opportunity = .allowed,
    group: Int32 = 0,
    isAttached: Bool = false,
    cohesion: Cohesion = .figure,
    isSeam: Bool = false,
    hyphen: Length? = nil,
    overhangBefore: Length = .zero,
    overhangBehind: Length = .zero
  ) {
    self.kind = kind
    self.advance = advance
    self.em = em
    self.tracking = tracking
    self.inkLeft = inkLeft
    self.inkRight = inkRight
    self.opportunity = opportunity
    self.group = group
    self.isAttached = isAttached
    self.cohesion = cohesion
    self.isSeam = isSeam
    self.hyphen = hyphen
    self.overhangBefore = overhangBefore
    self.overhangBehind = overhangBehind
  }
}

/// The widths lines are set to.
package struct LineMeasure: Hashable, Sendable {
  package var first: Length
  package var others: Length

  package init(first: Length, others: Length) {
    self.first = first
    self.others = others
  }

  package init(_ all: Length) {
    self.init(first: all, others: all)
  }

  func width(ofLine isFirst: Bool) -> Length { isFirst ? first : others }
}
