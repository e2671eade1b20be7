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
