import Diagnostics

extension ProofCheck {
  /// Words: doubled, wrong, or not as the project wants them.
  static let words: [ProofCheck] = [
    doubledWord, doubledPhrase, wrongWord, wrongTerm, preferredTerm, forbiddenTerm,
  ]

  static let doubledWord = ProofCheck(
    "doubled-word",
    .warning,
    .practice,
    Bilingual("{found}：词语重复", "{found}: a word stands twice")
  )

  static let doubledPhrase = ProofCheck(
    "doubled-phrase",
    .warning,
    .practice,
    Bilingual("{found}：词句重复", "{found}: a phrase stands twice")
  )

  static let wrongWord = ProofCheck(
    "wrong-word",
    .warning,
    Bilingual("《现代汉语词典》", "the dictionary of modern Chinese"),
    Bilingual("{found} 有错字，应为 {better}", "{found} has a wrong character: {better}")
  )

  static let wrongTerm = ProofCheck(
    "wrong-term",
    .warning,
    nil,
    Bilingual("{found} 应写作 {better}", "{found} should be {better}")
  )

  static let preferredTerm = ProofCheck(
    "preferred-term",
    .note,
    nil,
    Bilingual("{found} 宜写作 {better}", "{found} is better written {better}")
  )

  static let forbiddenTerm = ProofCheck(
    "forbidden-term",
    .warning,
    nil,
    Bilingual("{found} 不得使用", "{found} must not be used")
  )
}
