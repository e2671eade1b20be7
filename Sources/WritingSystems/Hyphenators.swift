import FoundationEssentials
import Synchronization

/// The hyphenation dictionaries of a machine: one `Hyphenator` a language, opened when it is first
/// asked for and shared by all workers.
package final class Hyphenators: Sendable {
  private let folder: String
  private let opened = Mutex<[String: Hyphenator?]>([:])

  /// Where Debian's packages `hyphen-…` put their dictionaries.
  package static let systemFolder = "/usr/share/hyphen"

  /// Looks for dictionaries in a folder, by the names `hyph_en_US.dic` and `hyph_en.dic`.
  package init(folder: String = Hyphenators.systemFolder) {
    self.folder = folder
  }

  /// The hyphenator of a language (a BCP 47 tag), or nil when no dictionary is installed for it.
  ///
  /// `en-GB` takes the dictionary of its region, else the language's own; a bare language that has
  /// none of its own name takes the region it was first made for (`en` is `en-US`). Chinese is
  /// never hyphenated.
  package func hyphenator(for language: String) -> Hyphenator? {
    let names = Self.names(for: language)
    guard let key = names.first else { return nil }
    return opened.withLock { opened in
      if let known = opened[key] { return known }
      let found = names.lazy.map { "\(self.folder)/hyph_\($0).dic" }
        .first { FileManager.default.isReadableFile(atPath: $0) }
        .flatMap { Hyphenator(dictionary: $0, language: language) }
      opened.updateValue(found, forKey: key)
      return found
    }
  }

  /// What the dictionary of a language may be called, the nearest first.
  static func names(for language: String) -> [String] {
    let parts = language.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let letters = { (part: String) in
      part.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    }
    guard let code = parts.first?.lowercased(), (2...3).contains(code.count), letters(code),
      code != "zh", code != "yue"
    else { return [] }
    let region = parts.dropFirst().first { $0.count == 2 && letters($0) }.map { $0.uppercased() }
    let usual = Self.usualRegions[code] ?? code.uppercased()
    return [region.map { "\(code)_\($0)" }, code, "\(code)_\(usual)"].compactMap { $0 }
  }

  /// Languages whose dictionary is not named after them twice (`de_DE`).
  private static let usualRegions = ["en": "US", "cs": "CZ", "da": "DK", "el": "GR", "uk": "UA"]
}
