import CHyphen
import CICU
import FoundationEssentials
import Glibc
import Synchronization

/// Where the words of one language may be hyphenated, by the patterns of its dictionary.
///
/// A dictionary is read once and shared by all workers.
package final class Hyphenator: @unchecked Sendable {
  private let dictionary: UnsafeMutablePointer<HyphenDict>
  /// The library does not say that it only reads a dictionary while it hyphenates; so one word at
  /// a time.
  private let turn = Mutex(())
  private let capitalsAreNouns: Bool

  /// A hyphen leaves so many letters at least behind it and before it: what TeX does for English,
  /// asked of all languages (a dictionary may ask for more).
  package static let fewestLetters = (before: 2, after: 3)

  /// Longer stretches of letters are no words, and libhyphen's cost grows with the square.
  private static let longestWord = 60

  /// Reads a dictionary in the form of libhyphen; nil when there is none that can be read.
  ///
  /// `language` is the BCP 47 tag of the words.
  package init?(dictionary path: String, language: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let text = Self.textInUTF8([UInt8](data)),
      let dictionary = Self.load(text)
    else { return nil }
    self.dictionary = dictionary
    capitalsAreNouns = language.hasPrefix("de")
  }

  private static func load(_ text: [UInt8]) -> UnsafeMutablePointer<HyphenDict>? {
    var text = text
    return text.withUnsafeMutableBytes { bytes in
      guard let stream = fmemopen(bytes.baseAddress, bytes.count, "r") else { return nil }
      defer { fclose(stream) }
      return hnj_hyphen_load_file(stream)
    }
  }

  deinit {
    hnj_hyphen_free(dictionary)
  }

  /// The UTF-8 offsets at which a hyphen may be set into a stretch of text without spaces.
  ///
  /// Marks around words are passed over. What is no plain word is left whole: with digits, with
  /// capitals (names and abbreviations; German writes all nouns so, and there one at the
  /// beginning is nothing), with marks inside (addresses), with soft hyphens (its writer has said
  /// where).
  package func points(in text: String) -> [Int] {
    var points: [Int] = []
    for word in PlainWord.words(of: text) {
      guard word.scalars.count <= Self.longestWord, isPlain(word.scalars) else { continue }
      points += self.points(in: word)
    }
    return points
  }

  private func isPlain(_ scalars: [Unicode.Scalar]) -> Bool {
    let rest = capitalsAreNouns ? scalars[1...] : scalars[...]
    return scalars.count >= Self.fewestLetters.before + Self.fewestLetters.after
      && rest.allSatisfy { !$0.properties.isUppercase }
  }

  private func points(in word: PlainWord) -> [Int] {
    let small = word.scalars.map { $0.properties.lowercaseMapping }
    guard small.allSatisfy({ $0.unicodeScalars.count == 1 }) else { return [] }
    let allowed = positions(in: small.joined())
    var points: [Int] = []
    var offset = word.offset
    for (index, scalar) in word.scalars.enumerated() {
      offset += UTF8.width(scalar)
      let before = index + 1
      guard before >= Self.fewestLetters.before,
        word.scalars.count - before >= Self.fewestLetters.after, allowed.contains(index)
      else { continue }
      points.append(offset)
    }
    return points
  }

  /// The characters after which the dictionary allows a hyphen.
  ///
  /// Where the spelling would change (Hungarian, old German) there is none for us: what stands on
  /// the page is what was written.
  private func positions(in word: String) -> Set<Int> {
    let count = word.utf8.count
    var marks = [CChar](repeating: 0, count: count + 5)
    var changed: Set<Int> = []
    turn.withLock { _ in
      var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
      var places: UnsafeMutablePointer<Int32>?
      var cuts: UnsafeMutablePointer<Int32>?
      _ = hnj_hyphen_hyphenate2(
        dictionary,
        word,
        Int32(count),
        &marks,
        nil,
        &replacements,
        &places,
        &cuts
      )
      for index in 0..<count where replacements?[index] != nil {
        changed.insert(index)
        free(replacements?[index])
      }
      free(replacements)
      free(places)
      free(cuts)
    }
    // An odd number is a place for a hyphen; in UTF-8 the library counts characters.
    return Set((0..<word.unicodeScalars.count).filter { marks[$0] & 1 == 1 }).subtracting(changed)
  }

  /// A dictionary in UTF-8, whatever it was written in: its first line names the encoding.
  private static func textInUTF8(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count <= 64 << 20, let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
      return nil
    }
    let name = String(decoding: bytes[..<end], as: UTF8.self).filter { !$0.isWhitespace }
    let rest = Array(bytes[end...])
    guard name != "UTF-8" else { return Array("UTF-8".utf8) + rest }
    var units = [UInt16](repeating: 0, count: rest.count)
    var offsets = [Int32](repeating: 0, count: rest.count)
    let count = kanyin_icu_decode(
      Self.charset(name),
      rest,
      Int32(rest.count),
      &units,
      &offsets,
      Int32(rest.count)
    )
    guard count >= 0 else { return nil }
    return Array("UTF-8".utf8) + String(decoding: units.prefix(Int(count)), as: UTF16.self).utf8
  }

  /// `ISO8859-1`, as the dictionaries write it, by ICU's name.
  private static func charset(_ name: String) -> String {
    name.hasPrefix("ISO8859-") ? "ISO-8859-" + name.dropFirst("ISO8859-".count) : name
  }
}

/// A run of letters with nothing but marks around it.
private struct PlainWord {
  /// The UTF-8 offset of the first letter.
  var offset: Int
  var scalars: [Unicode.Scalar]

  /// The words of a text without spaces: none when something else than letters and apostrophes
  /// stands between two letters.
  static func words(of text: String) -> [PlainWord] {
    var words: [PlainWord] = []
    var offset = 0
    var isOpen = false
    var isSeparated = false
    for scalar in text.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      switch scalar {
      case _ where scalar.isLetterOrMark:
        guard !isSeparated || words.isEmpty else { return [] }
        if !isOpen { words.append(PlainWord(offset: offset, scalars: [])) }
        words[words.count - 1].scalars.append(scalar)
        isOpen = true
        isSeparated = false
      case "'", "\u{2019}":
        isOpen = false
      default:
        guard scalar.properties.numericType == nil, scalar != "\u{AD}" else { return [] }
        isOpen = false
        isSeparated = true
      }
    }
    return words
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrMark: Bool {
    properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }
}
