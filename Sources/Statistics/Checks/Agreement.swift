import Diagnostics

/// Something in a report that must agree with itself, and whether it does.
struct Agreement {
  /// What must agree.
  enum Rule: String, CaseIterable {
    case rise = "涨跌与两端"
    case sum = "合计与各项"
    case parts = "其中各项与总数"
    case share = "占比与两数"
    case shares = "各占比之和"
    case indicator = "同一指标前后"
    case month = "与上月、上年同月"
    case cumulative = "累计不应减少"

    var code: FindingCode {
      switch self {
      case .rise: .checkRise
      case .sum: .checkSum
      case .parts: .checkParts
      case .share: .checkShare
      case .shares: .checkShares
      case .indicator: .checkIndicator
      case .month: .checkMonth
      case .cumulative: .checkCumulative
      }
    }
  }

  let rule: Rule
  let figures: [Figure]
  let holds: Bool
  /// The arithmetic written out, `86.41 − 31.42 = 54.99`.
  let detail: String
  /// Numbers of the months before that were compared with.
  var past: [Dataset.Source] = []

  /// Two numbers that should be equal within a tolerance.
  init(
    _ rule: Rule,
    of figures: [Figure],
    _ formula: String,
    _ computed: Double,
    equals stated: Double,
    within tolerance: Double
  ) {
    self.rule = rule
    self.figures = figures
    // The error of binary fractions is far below the last digit of any printed number.
    holds = abs(computed - stated) <= tolerance * (1 + 1e-9) + 1e-9
    let result = Arithmetic.text(computed)
    let target = Arithmetic.text(stated)
    detail =
      (formula == result ? formula : "\(formula) = \(result)")
      + (result == target ? "" : holds ? " ≈ \(target)" : " ≠ \(target)")
  }

  /// A change stated in the unit of the two numbers it lies between.
  static func difference(
    _ rule: Rule,
    of level: Figure,
    _ amount: Figure,
    from: Double,
    to: Double,
    stated: Double
  ) -> Agreement {
    Agreement(
      rule,
      of: [level, amount],
      difference(from, to),
      abs(to - from),
      equals: stated,
      within: amount.lastDigit / 2
    )
  }

  /// A change stated in percent of the number it began with; nil where that is zero.
  ///
  /// Numbers that are rounded themselves leave the quotient uncertain.
  static func growth(
    _ rule: Rule,
    of level: Figure,
    _ amount: Figure,
    from: Double,
    to: Double,
    stated: Double,
    isExact: Bool
  ) -> Agreement? {
    guard from != 0 else { return nil }
    let uncertain = isExact ? 0 : 50 * level.lastDigit * (from + to) / (from * from)
    return Agreement(
      rule,
      of: [level, amount],
      "(\(difference(from, to))) ÷ \(Arithmetic.text(from)) × 100",
      100 * abs(to - from) / abs(from),
      equals: stated,
      within: amount.lastDigit / 2 + abs(uncertain)
    )
  }

  /// Parts and the whole that they should come to.
  static func total(
    _ rule: Rule,
    of figures: [Figure],
    parts: [Figure],
    whole: Figure,
    stated: Double
  ) -> Agreement {
    let values = parts.compactMap(\.plainValue)
    return Agreement(
      rule,
      of: figures,
      values.map(Arithmetic.text).joined(separator: " + "),
      values.reduce(0, +),
      equals: stated,
      within: (parts + [whole]).filter { !$0.isExact }.map(\.plainTolerance).reduce(0, +)
    )
  }

  /// The greater less the smaller.
  private static func difference(_ a: Double, _ b: Double) -> String {
    "\(Arithmetic.text(max(a, b))) − \(Arithmetic.text(min(a, b)))"
  }

  /// Numbers that cannot both be right.
  init(_ rule: Rule, of figures: [Figure], fails detail: String) {
    self.rule = rule
    self.figures = figures
    self.detail = detail
    holds = false
  }

  var finding: Finding {
    let quotes = figures.map(\.quote).joined(separator: "、")
    return Finding(
      rule.code,
      at: figures.last?.span,
      ["quotes": .quote(quotes), "detail": .word(detail)],
      notes: figures.dropLast().compactMap { figure in
        figure.span.map { Finding.Note(Bilingual(figure.quote, figure.quote), at: $0) }
      }
    )
  }

  var result: Dataset.CheckResult {
    Dataset.CheckResult(
      title: rule.rawValue + "：" + figures.map(\.quote).joined(separator: "、"),
      severity: rule.code.severity,
      holds: holds,
      detail: detail,
      sources: past + figures.map { .figure($0.id) }
    )
  }
}
