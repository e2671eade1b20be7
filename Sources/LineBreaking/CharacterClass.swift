/// What a character is to Chinese composition, by the names of clreq's tables.
///
/// Source: clreq (W3C, snapshot of 2024-03), appendix “Tables of Chinese punctuation marks”; where
/// it is silent, JLREQ's classes cl-12, cl-13, cl-17, cl-18.
@frozen
package enum CharacterClass: UInt8, Hashable, Sendable {
  /// Han, kana, bopomofo, hangul: stands in a cell of its own, breaks on both sides.
  case ideograph
  /// 々 and its like: as a Han, but begins no line.
  case iterationMark
  /// Small kana and ー: as a Han, but under strict rules begins no line.
  case smallKana
  /// 。．: ends a sentence.
  case stop
  /// ？！: ends a sentence; two together take one em, three take two (GB/T 15834-2011 5.1.2).
  case question
  /// ‼ ⁇: two marks in one em, nothing of it blank.
  case doubled
  /// ，、 within a sentence.
  case comma
  /// ：； within a sentence.
  case colon
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
  /// ＋ × ＝ between numbers; narrow ones are part of Western text.
  case `operator`
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
    case .stop, .question, .comma, .colon, .opener, .closer: true
    default: false
    }
  }

  /// Whether the character stands in a cell as Han do.
  package var isHanLike: Bool {
    switch self {
    case .ideograph, .iterationMark, .smallKana: true
    default: false
    }
  }

  /// The class of a character that stands in Chinese text; nil for Western characters, which are
  /// gathered into words.
  ///
  /// Characters that Western text shares are taken for Chinese; `init(_:isWide:isBesideChinese:)`
  /// asks further.
  package init?(_ scalar: Unicode.Scalar) {
    self.init(scalar, isWide: true, isBesideChinese: false)
  }

  /// The class of a character by its glyph and its neighbours.
  ///
  /// - Parameters:
  ///   - scalar: the character.
  ///   - isWide: whether its glyph is about as wide as a Han, which says whether a quotation mark
  ///     or dash was shaped as a Chinese one.
  ///   - isBesideChinese: whether a neighbour is Chinese; asked of - – / only.
  package init?(_ scalar: Unicode.Scalar, isWide: Bool, isBesideChinese: Bool) {
    guard let entry = CharacterTable.entry(of: scalar) else { return nil }
    switch entry.condition {
    case .always: break
    case .wide: if !isWide { return nil }
    case .besideChinese: if !isBesideChinese { return nil }
    }
    self = entry.kind
  }
}
