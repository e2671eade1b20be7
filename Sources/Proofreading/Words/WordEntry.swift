/// A word that should not stand as it does: of the spelling table, or of a project's list.
struct WordEntry: Hashable, Sendable {
  let check: ProofCheck
  let words: [String]
  let right: String?
  let reason: String?
  /// Longer words that hold it and are right.
  let exceptions: [String]
  /// Whether only the characters as written count: 帐户 is wrong, 帳戶 is not.
  let isExact: Bool
  /// Characters before the word that make other words of it.
  var before: Set<Unicode.Scalar> = []
  /// Characters behind the word that make other words of it.
  var after: Set<Unicode.Scalar> = []

  func isExcused(_ range: Range<Int>, in passage: Passage) -> Bool {
    before.contains(passage.at(range.lowerBound - 1))
      || after.contains(passage.at(range.upperBound))
  }
}
