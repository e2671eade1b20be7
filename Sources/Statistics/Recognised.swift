/// What the recogniser of figures sees in any text: reports, layout strings, cells, labels.
///
/// The one list of measure words and forms serves three masters: layout never parts a figure from
/// its unit, the trace names it, and the screen PDF links it to its sentence.
package struct Recognised: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A number with its unit.
    case figure
    /// Words that must not part: document numbers, dates, names of periods.
    case kept
  }

  package var kind: Kind
  /// Unicode scalar offsets into the text.
  package var range: Range<Int>

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
