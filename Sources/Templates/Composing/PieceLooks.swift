import Diagnostics
import DocumentModel
import OrderedCollections
import Typography

/// How the pieces of one paragraph look: the paragraph's style, that of the run, the marks.
///
/// Each name and each phrase gets a number of its own, so that the lines below two that touch are
/// told apart, while a phrase in several pieces shares one line.
struct PieceLooks {
  private struct Phrase: Hashable {
    var name: String
    var run: Int
    var place: Int
    var span: Span?
  }

  private let styles: StyleSheet
  private let base: TextStyle
  private var numbers: [Phrase: Int32] = [:]

  init(styles: StyleSheet, base: TextStyle) {
    self.styles = styles
    self.base = base
  }

  mutating func style(of piece: Piece) -> TextStyle {
    var style = base
    if let name = piece.style {
      let number = number(of: Phrase(name: name, run: piece.run, place: -1))
      style = styles.apply(name, to: style, number: number)
    }
    if piece.marks.isStrong { strengthen(&style) }
    for mark in piece.marks.named {
      let phrase = Phrase(name: mark.name, run: piece.run, place: mark.place, span: mark.span)
      apply(mark.name, to: &style, number: number(of: phrase))
    }
    if let language = piece.marks.language { style.language = language }
    if piece.reference != nil { raiseNoteMark(&style) }
    return style
  }

  private mutating func number(of phrase: Phrase) -> Int32 {
    if let number = numbers[phrase] { return number }
    let number = Int32(numbers.count + 1)
    numbers[phrase] = number
    return number
  }

  private func strengthen(_ style: inout TextStyle) {
    if styles.styles[StyleSheet.strong] != nil {
      style = styles.apply(StyleSheet.strong, to: style)
    } else {
      style.weight = .bold
    }
  }

  /// What a mark does of itself, and over it what a style of its name says.
  private func apply(_ name: String, to style: inout TextStyle, number: Int32) {
    let mark = TextMark(rawValue: name)
    if let kind = mark?.decoration { style.decorate(TextDecoration(kind, number: number)) }
    if let position = mark?.position { style.position = position }
    guard styles.styles[name] != nil else { return }
    style = styles.apply(name, to: style, number: number)
  }

  /// The mark of a note is raised, and no line or dot of the text around goes with it.
  private func raiseNoteMark(_ style: inout TextStyle) {
    style.decorations = []
    style.position = .superscript
    if styles.styles[StyleSheet.noteMark] != nil {
      style = styles.apply(StyleSheet.noteMark, to: style)
    }
  }
}
