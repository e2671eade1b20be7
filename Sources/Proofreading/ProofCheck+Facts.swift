import Diagnostics

// Figures and days that cannot be: no standard is needed to say so.

extension ProofCheck {
  /// Dates and times.
  static let calendar: [ProofCheck] = [
    noSuchDate, noSuchTime, wrongWeekday, wrongMonth, publishedBeforePeriod,
  ]

  static let noSuchDate = ProofCheck(
    "no-such-date",
    .warning,
    nil,
    Bilingual("没有 {found} 这一天", "there is no such day as {found}")
  )

  static let noSuchTime = ProofCheck(
    "no-such-time",
    .warning,
    nil,
    Bilingual("没有 {found} 这个时刻", "there is no such time as {found}")
  )

  static let wrongWeekday = ProofCheck(
    "wrong-weekday",
    .warning,
    nil,
    Bilingual("{day}是{right}，不是 {found}", "{day} is {right}, not {found}")
  )

  static let wrongMonth = ProofCheck(
    "wrong-month",
    .warning,
    nil,
    Bilingual(
      "{found}：本期的{word}是{right}月",
      "{found}: {word} of this report is month {right}"
    )
  )

  static let publishedBeforePeriod = ProofCheck(
    "published-before-period",
    .note,
    nil,
    Bilingual(
      "发布于 {published}，早于所述的 {period}",
      "published on {published}, before {period}, of which it speaks"
    )
  )

  /// Shares of a whole.
  static let shares: [ProofCheck] = [shareOverWhole, structureNotWhole]

  static let shareOverWhole = ProofCheck(
    "share-over-whole",
    .warning,
    nil,
    Bilingual("{found}：{indicator}不会超过 100%", "{found}: {indicator} cannot exceed 100 %")
  )

  static let structureNotWhole = ProofCheck(
    "structure-not-whole",
    .warning,
    nil,
    Bilingual("{found} 合计 {sum}，不是 100", "{found} add to {sum}, not to 100")
  )
}
