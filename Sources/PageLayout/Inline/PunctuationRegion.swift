import LineBreaking
import Typography

/// Whose marks a text is set with.
///
/// Where a mark stands in its em is a matter of the region and not of the script: a mainland text
/// in traditional characters takes the marks of GB/T 15834 (lower left), and only one for Taiwan,
/// Hong Kong or Macau takes centred ones (clreq, Positions of punctuation marks).
enum PunctuationRegion {
  struct Part {
    var range: Range<Int>
    var language: LanguageTag
  }

  /// The text in parts of one language each, with ranges in the bytes given.
  ///
  /// Marks of a mainland text in traditional characters are shaped as simplified Chinese.
  static func parts(of text: ArraySlice<UInt8>, language: LanguageTag) -> [Part] {
    guard language == .traditionalChinese, !text.isEmpty else {
      return [Part(range: text.indices, language: language)]
    }
    var parts: [Part] = []
    var position = text.startIndex
    while position < text.endIndex {
      let end = position + length(ofCharacterAt: position, in: text)
      let own = isMark(text[position..<end]) ? LanguageTag.simplifiedChinese : language
      if parts.last?.language == own {
        parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<end
      } else {
        parts.append(Part(range: position..<end, language: own))
      }
      position = end
    }
    return parts
  }

  private static func length(ofCharacterAt start: Int, in text: ArraySlice<UInt8>) -> Int {
    var end = start + 1
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end += 1 }
    return end - start
  }

  /// Full-width pause marks and brackets; those that Latin shares (“”—…) are left in their text,
  /// whose letters decide on them.
  private static func isMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 3,
      let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
    else { return false }
    let isShared = (0x2010...0x203F).contains(scalar.value)
    return !isShared && CharacterClass(scalar)?.isPauseOrBracket == true
  }
}
