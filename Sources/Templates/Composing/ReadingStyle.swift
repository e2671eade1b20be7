import DocumentModel
import Geometry
import OrderedCollections
import Typography

extension StyleSheet {
  /// The style that is laid over readings; without it they look as their words do, but smaller.
  static let reading = "ruby"

  /// How the reading beside text in a style looks.
  ///
  /// Half the size of the words; bopomofo three tenths, whatever the style says (clreq, Choice of
  /// Size). Dots and lines accompany the words alone.
  func readingStyle(of text: TextStyle, _ position: Reading.Position) -> TextStyle {
    var style = TextStyle(
      font: text.font,
      weight: text.weight,
      size: text.size.scaled(by: 1, over: 2),
      ink: text.ink,
      language: text.language
    )
    if styles[Self.reading] != nil { style = apply(Self.reading, to: style) }
    switch position {
    case .above: style.language = "zh-Latn"
    case .right:
      style.size = text.size.scaled(by: 3, over: 10)
      // Bopomofo has its own forms in fonts for Taiwan, where ㄧ is a level stroke.
      style.language = "zh-Bopo-TW"
    }
    return style
  }
}

extension LayoutString.ReadingText {
  /// The reading as the document has it, beside words in a style.
  func reading(beside text: TextStyle, styles: StyleSheet) -> Reading {
    var style = styles.readingStyle(of: text, position)
    let isLatin = self.text.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
    if position == .above, !isLatin { style.language = text.language }
    return Reading(self.text, style: style, position: position, span: span)
  }
}
