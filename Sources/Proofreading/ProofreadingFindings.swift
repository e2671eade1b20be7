package import Diagnostics

extension FindingCode {
  /// What can be said of a report's language and of a list of terms.
  package static let proofreading: [FindingCode] =
    ProofCheck.all.map(\.code) + [moreOfACheck, termTwice, termIsRight]

  package static let moreOfACheck = FindingCode(
    "language.more",
    .note,
    Bilingual("[{check}] 另有 {count} 处，未列出", "{count} more of [{check}] are not listed")
  )

  package static let termTwice = FindingCode(
    "terms.twice",
    .error,
    Bilingual("{word} 已在前面写过", "{word} stands in the list already"),
    hint: Bilingual("只保留一处。", "keep one of them.")
  )

  package static let termIsRight = FindingCode(
    "terms.right-is-wrong",
    .error,
    Bilingual("{word} 既当作错的，又当作对的", "{word} is given both as wrong and as right")
  )

}
