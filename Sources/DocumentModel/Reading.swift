package import Diagnostics

/// How words are read: the small type beside them (ruby, 行间注).
package struct Reading: Hashable, Sendable {
  package enum Position: String, Hashable, Sendable, CaseIterable {
    /// Over the words, as pinyin stands.
    case above
    /// At the right of each character, from top to bottom, as bopomofo stands in horizontal text.
    case right
  }

  package var text: String
  /// The style of the reading itself; its size is half that of the words, for bopomofo three
  /// tenths (clreq, Interlinear annotation).
  package var style: TextStyle
  package var position: Position
  package var span: Span?

  package init(
    _ text: String,
    style: TextStyle,
    position: Position = .above,
    span: Span? = nil
  ) {
    self.text = text
    self.style = style
    self.position = position
    self.span = span
  }
}
