import Typography

extension LanguageTag {
  /// Whether a text has the form of a language tag: a language of two to eight letters, then
  /// subtags of letters and digits (BCP 47, 2.1).
  static func isWellFormed(_ text: String) -> Bool {
    let parts = text.split(separator: "-" as Character, omittingEmptySubsequences: false)
    guard let language = parts.first, (2...8).contains(language.count),
      language.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }
}
