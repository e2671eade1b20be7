/// Readings as they are written beside characters: pinyin and zhuyin.
///
/// The syllables are those of GB/T 16159 (Basic rules of Hanyu Pinyin orthography), by initial.
enum Pinyin {
  /// The syllables of a text in pinyin, or nil when it is none.
  ///
  /// Without a tone mark or tone digit only one syllable of two letters or more, in small letters,
  /// counts as pinyin, so that abbreviations stay what they are.
  static func syllableCount(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    var word: [UInt32] = []
    var tones = 0
    var count = 0
    func isTaken() -> Bool {
      guard !word.isEmpty else { return true }
      guard let syllables = syllableCount(ofWord: word) else { return false }
      count += syllables
      word.removeAll(keepingCapacity: true)
      return true
    }
    for scalar in text {
      if scalar.isSpace || scalar == "'" || scalar == "\u{2019}" {
        guard isTaken() else { return nil }
      } else if (0x31...0x35).contains(scalar.value), !word.isEmpty {
        tones += 1
        guard isTaken() else { return nil }
      } else if let (letter, hasTone) = plain(scalar) {
        tones += hasTone ? 1 : 0
        if let letter { word.append(code(of: letter)) }
      } else {
        return nil
      }
    }
    guard isTaken(), count > 0 else { return nil }
    if tones > 0 { return count }
    let isSmall = text.count >= 2 && text.allSatisfy { $0.properties.isLowercase }
    return count == 1 && isSmall ? 1 : nil
  }

  /// Whether a text is zhuyin: bopomofo letters with their tone marks.
  static func isZhuyin(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var letters = 0
    for scalar in text {
      switch scalar.value {
      case 0x3105...0x312F, 0x31A0...0x31BF: letters += 1
      case 0x02C7, 0x02C9, 0x02CA, 0x02CB, 0x02D9, 0x20, 0x3000: continue
      default: return false
      }
    }
    return letters > 0
  }

  /// The fewest syllables that a run of letters divides into.
  private static func syllableCount(ofWord word: [UInt32]) -> Int? {
    let longest = 6
    guard word.count <= 4 * longest else { return nil }
    var fewest: [Int?] = [0] + word.map { _ in nil }
    for end in 1...word.count {
      var key: UInt32 = 0
      var shift: UInt32 = 0
      for start in (max(0, end - longest)..<end).reversed() {
        key |= word[start] << shift
        shift += bitsOfLetter
        guard let before = fewest[start], before + 1 < fewest[end] ?? .max,
          syllables.contains(key)
        else { continue }
        fewest[end] = before + 1
      }
    }
    return fewest[word.count]
  }

  private static let bitsOfLetter: UInt32 = 5

  /// A number for each letter, a to z and ü, from 1.
  private static func code(of letter: Unicode.Scalar) -> UInt32 {
    letter == "ü" ? 27 : letter.value - 0x60
  }

  /// The letter under a tone mark; no letter for a combining tone mark; nil for anything else.
  private static func plain(_ scalar: Unicode.Scalar) -> (letter: Unicode.Scalar?, hasTone: Bool)? {
    if (0x61...0x7A).contains(scalar.value) { return (scalar == "v" ? "ü" : scalar, false) }
    if (0x41...0x5A).contains(scalar.value) { return (Unicode.Scalar(scalar.value + 32), false) }
    switch scalar {
    case "ā", "á", "ǎ", "à", "Ā", "Á", "Ǎ", "À": return ("a", true)
    case "ē", "é", "ě", "è", "Ē", "É", "Ě", "È", "ê": return ("e", true)
    case "ī", "í", "ǐ", "ì": return ("i", true)
    case "ō", "ó", "ǒ", "ò", "Ō", "Ó", "Ǒ", "Ò": return ("o", true)
    case "ū", "ú", "ǔ", "ù": return ("u", true)
    case "ǖ", "ǘ", "ǚ", "ǜ": return ("ü", true)
    case "ü": return ("ü", false)
    case "ń", "ň", "ǹ": return ("n", true)
    case "ḿ": return ("m", true)
    case "ɑ": return ("a", false)
    case "ɡ": return ("g", false)
    case "\u{300}", "\u{301}", "\u{304}", "\u{306}", "\u{30C}": return (nil, true)
    default: return nil
    }
  }

  /// The syllables, the codes of their letters in one number each.
  private static let syllables: Set<UInt32> = {
    let all = finals.flatMap { row in row.finals.split(separator: " ").map { row.initial + $0 } }
    return Set(
      (all + ["m", "n", "ng", "hm", "hng"]).map { syllable in
        syllable.unicodeScalars.reduce(0) { $0 << bitsOfLetter | code(of: $1) }
      }
    )
  }()

  private static let finals: [(initial: String, finals: String)] = [
    ("", "a ai an ang ao e ei en eng er o ou"),
    ("b", "a ai an ang ao ei en eng i ian iao ie in ing o u"),
    ("p", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    ("m", "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u"),
    ("f", "a an ang ei en eng o ou u"),
    ("d", "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo"),
    ("t", "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo"),
    ("n", "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe"),
    ("l", "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe"),
    ("g", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("k", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("h", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("j", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("q", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("x", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("zh", "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo"),
    ("ch", "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo"),
    ("sh", "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo"),
    ("r", "an ang ao e en eng i ong ou u ua uan ui un uo"),
    ("z", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("c", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("s", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("y", "a an ang ao e i in ing o ong ou u uan ue un"),
    ("w", "a ai an ang ao ei en eng o u"),
  ]
}
