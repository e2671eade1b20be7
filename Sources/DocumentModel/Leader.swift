/// What leads the eye over the white space between two ends of a line.
///
/// Dots stand on a common grid that is counted from the right end of the measure, so that those of
/// lines below each other are below each other; where fewer than two find room, there is none.
package struct Leader: Hashable, Sendable {
  package enum Pattern: String, Hashable, Sendable, CaseIterable {
    /// …… three dots an em in the middle of the line, as an ellipsis has them.
    case ellipsis
    /// ·· one dot every em, in the middle of the line.
    case dots
    /// A line at the foot of the characters, as one writes on.
    case rule
  }

  package var pattern: Pattern
  /// The size and the ink of the pattern.
  package var style: TextStyle

  package init(_ pattern: Pattern, style: TextStyle) {
    self.pattern = pattern
    self.style = style
  }
}
