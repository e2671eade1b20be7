/// What a character is to Chinese composition, by the names of clreq's tables.
///
/// Source: clreq (W3C, snapshot of 2024-03), appendix “Tables of Chinese punctuation marks”; where
/// it is silent, JLREQ's classes cl-12, cl-13, cl-17, cl-18.
@frozen
package enum CharacterClass: UInt8, Hashable, Sendable {
  /// Han, kana, bopomofo, hangul: stands in a cell of its own, breaks on both sides.
  case ideograph
  /// 。？！ and their doubles: pause or stop marks that end a sentence.
  case stop
  /// ，、；： within a sentence.
  case comma
  /// Opening quotes and brackets (夹注号).
  case opener
  /// Closing quotes and brackets.
  case closer
  /// One half of a two-em dash —— (破折号).
  case dash
  /// One half of an ellipsis …… (省略号).
  case ellipsis
  /// ～ – — and other full-width or half-width connectors (连接号).
  case connector
  /// · (间隔号).
  case interpunct
  /// / (分隔号).
  case solidus
  /// ￥ ＄ № before a number.
  case prefix
  /// ％ ‰ ℃ ° behind a number, when the font sets them in a cell.
  case postfix
  /// A word, a number or another stretch that is set by its own spacing.
  case western
  /// A space between Western words.
  case wordSpace
  /// White space of a fixed width, U+3000.
  case ideographicSpace
  /// Takes no room and has no gaps: a forced line end, a place where what is left of a line goes.
  case anchor
}

extension CharacterClass {
  /// Whether half an em of the mark is blank and may be taken away (点号 and 夹注号).
  package var isPauseOrBracket: Bool {
    switch self {
    case .stop, .comma, .opener, .closer: true
    default: false
    }
  }

  /// The class of a character that stands in Chinese text; nil for Western characters, which are
  /// gathered into words.
  package init?(_ scalar: Unicode.Scalar) {
    if let mark = Self.marks[scalar.value] {
      self = mark
    } else if Self.isIdeographic(scalar) {
      self = .ideograph
    } else {
      return nil
    }
  }

  private static let marks: [UInt32: CharacterClass] = {
    let rows: [(CharacterClass, String)] = [
      (.stop, "。．！‼？⁇⁈⁉｡"),
      (.comma, "，、：；､"),
      (.opener, "“‘「『（《〈【〖〔［｛｟〘〝"),
      (.closer, "”’」』）》〉】〗〕］｝｠〙〟〞"),
      (.dash, "—⸺―"),
      (.ellipsis, "…⋯"),
      (.connector, "～〜"),
      (.interpunct, "·・‧"),
      (.solidus, "／"),
      (.prefix, "￥＄￡￠№"),
      (.postfix, "％‰℃℉°′″"),
      (.ideographicSpace, "\u{3000}"),
    ]
    var table: [UInt32: CharacterClass] = [:]
    for (mark, characters) in rows {
      for scalar in characters.unicodeScalars { table[scalar.value] = mark }
    }
    return table
  }()

  /// Characters that stand in a cell of the grid: Han, kana, bopomofo, hangul and full-width forms.
  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3003...0x3007, 0x3012...0x3013, 0x3021...0x30FF, 0x3105...0x312F,
      0x3131...0x318E, 0x3190...0x31BF, 0x31F0...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x2460...0x24FF,
      0x25A0...0x25FF, 0x2600...0x266F, 0x2776...0x2793, 0x20000...0x3FFFD, 0x2190...0x2199,
      0x00D7, 0x00F7:
      true
    default:
      false
    }
  }
}
