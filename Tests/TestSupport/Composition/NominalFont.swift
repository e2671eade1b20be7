/// The widths of the font that cases are reckoned with.
///
/// A Han and a full-width mark are one em wide; letters, digits and ASCII signs half an em; a space
/// a third; ⸺ two ems. Marks that Chinese and Latin share (“”‘’—…) are full-width unless the
/// nearest letters on both sides are Latin.
package enum NominalFont {
  /// The advance of each character of a text.
  package static func advances(of text: [Character]) -> [EmPart] {
    let isLatin = text.map(latin)
    var before = [Bool](repeating: false, count: text.count)
    var nearest = false
    for index in text.indices {
      before[index] = nearest
      nearest = isLatin[index] ?? nearest
    }
    var widths = [EmPart](repeating: .zero, count: text.count)
    nearest = false
    for index in text.indices.reversed() {
      let isLatinMark = before[index] && nearest && isShared(text[index])
      widths[index] = isLatinMark ? EmPart(1, 2) : advance(of: text[index])
      nearest = isLatin[index] ?? nearest
    }
    return widths
  }

  /// The width of a character and where its ink is, for a font of boxes: pause marks and closing
  /// ones have it in the left half, opening ones in the right.
  package static func metrics(of scalar: Unicode.Scalar, isLatinFont: Bool) -> BoxFont.Metrics {
    let isNarrow = isLatinFont && isShared(Character(scalar))
    let part = isNarrow ? EmPart(1, 2) : advance(of: Character(scalar))
    let advance = 1000 * part.numerator / part.denominator
    if advance == 1000, "。．，、；：？！”’）》〉」』】〗〕］｝".unicodeScalars.contains(scalar) {
      return BoxFont.Metrics(advance: 1000, left: 80, right: 420)
    }
    if advance == 1000, "“‘（《〈「『【〖〔［｛".unicodeScalars.contains(scalar) {
      return BoxFont.Metrics(advance: 1000, left: 580, right: 920)
    }
    return BoxFont.Metrics(advance: advance)
  }

  /// The space that stands by nature between two neighbours beyond their advances: a quarter em
  /// between Han and Western (clreq, Mixed text composition).
  package static func gap(between a: Character, and b: Character) -> EmPart {
    let isBefore = isHan(a) && isWestern(b) && !")]},.;:!?%".contains(b)
    let isBehind = isWestern(a) && isHan(b) && !"([{".contains(a)
    return isBefore || isBehind ? EmPart(1, 4) : .zero
  }

  /// Whether the gap behind a character grows with all others when nothing else is left to grow:
  /// not inside words and marks that cannot part, not beside connectors and solidi (clreq, Line
  /// adjustment by expansion).
  package static func growsEvenly(_ text: [Character], behind index: Int) -> Bool {
    let a = text[index]
    let b = text[index + 1]
    if b == " " || isConnector(index, in: text) || isConnector(index + 1, in: text) { return false }
    if (a == b && "—…⋯".contains(a)) || (isWord(a) && "℃‰％".contains(b)) { return false }
    return !(isWord(a) && isWord(b))
  }

  private static func isWord(_ character: Character) -> Bool {
    isWestern(character) || character == "/"
  }

  /// A dash alone is a connector, two are a dash (GB/T 15834-2011 4.13).
  private static func isConnector(_ index: Int, in text: [Character]) -> Bool {
    if text[index] != "—" { return "～〜–/／".contains(text[index]) }
    let before = index > 0 && text[index - 1] == "—"
    return !before && !(index + 1 < text.count && text[index + 1] == "—")
  }

  /// Han, kana, bopomofo, hangul, and symbols that stand in cells as they do (JLREQ cl-19): what has
  /// a gap to Western text.
  private static func isHan(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3041...0x30FA, 0x30FC...0x318E,
      0x31A0...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x1F000...0x1FAFF, 0x2460...0x24FF,
      0x25A0...0x2767, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  /// Letters, digits and signs that are set by their own widths.
  private static func isWestern(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    // The solidus is 分隔号 beside a Han (GB/T 15834-2011 5.1.9).
    switch scalar.value {
    case 0x21...0x2E, 0x30...0x7E, 0xA1...0xB6, 0xB8...0xD6, 0xD8...0xF6, 0xF8...0x10FF,
      0x1200...0x1FFF:
      return true
    default: return false
    }
  }

  private static func isShared(_ character: Character) -> Bool { "“”‘’—…".contains(character) }

  /// Nil for what says nothing on marks beside it.
  private static func latin(_ character: Character) -> Bool? {
    if character == " " || isShared(character) || character == "·" { return nil }
    guard let scalar = character.unicodeScalars.first, scalar.value < 0x250 else { return false }
    if scalar.properties.isAlphabetic { return true }
    return (0x30...0x39).contains(scalar.value) ? false : nil
  }

  private static func advance(of character: Character) -> EmPart {
    guard let scalar = character.unicodeScalars.first else { return .zero }
    if scalar.properties.generalCategory == .nonspacingMark { return .zero }
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x0300...0x036F, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF:
      return .zero
    case 0x20, 0xA0: return EmPart(1, 3)
    case 0x2E3A: return EmPart(2)
    case 0xB0, 0xB1, 0xD7, 0xF7, 0x2014...0x2027, 0x2030...0x203C, 0x2047...0x2049,
      0x20AC...0x2BFF, 0x2E80...0xABFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x3FFFD:
      return EmPart(1)
    default: return EmPart(1, 2)
    }
  }
}
