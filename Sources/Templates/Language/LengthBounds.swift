import Diagnostics
import Geometry

/// How long a length of a layout may be, by what it measures.
///
/// Every length is bounded, so that no sum of lengths overflows.
enum LengthBounds: Sendable {
  /// Indents, tracking, offsets: to both sides.
  case signed
  /// White space, weights, heights.
  case notNegative
  /// Widths and heights that something must stand in, line steps.
  case positive
  case typeSize
  case bleed
  /// The sides of a page (ISO 32000-1, annex C.2).
  case page

  /// No length reaches further; twice the largest page of a PDF file.
  static let furthest = 28_800 * Length.point
  /// The largest multiple of an em, a line or a character.
  static let mostTimes = Ratio(millionths: 10_000 * 1_000_000)
  /// The largest number before `fr`.
  static let mostShares = mostTimes

  private var range: ClosedRange<Length> {
    switch self {
    case .signed: -Self.furthest...Self.furthest
    case .notNegative: .zero...Self.furthest
    case .positive: Length.point.scaled(by: 1, over: 10)...Self.furthest
    case .typeSize: .point...(1000 * .point)
    case .bleed: .zero...(100 * .millimetre)
    case .page: (3 * .point)...(14_400 * .point)
    }
  }

  func contains(_ length: Length) -> Bool { range.contains(length) }

  /// What is allowed, in words.
  var expected: Bilingual {
    switch self {
    case .signed: Bilingual("不超过 28800pt", "28800pt at most to either side")
    case .notNegative: Bilingual("0 至 28800pt", "from 0 to 28800pt")
    case .positive: Bilingual("0.1pt 至 28800pt", "from 0.1pt to 28800pt")
    case .typeSize: Bilingual("1pt 至 1000pt", "from 1pt to 1000pt")
    case .bleed: Bilingual("0 至 100mm", "from 0 to 100mm")
    case .page: Bilingual("3pt 至 14400pt（约 5 米）", "from 3pt to 14400pt, some 5 metres")
    }
  }
}

extension Measure {
  /// The factor of a relative measure.
  private var factor: Ratio? {
    switch self {
    case .absolute: nil
    case .em(let factor), .characters(let factor), .lines(let factor), .percent(let factor),
      .fraction(let factor):
      factor
    }
  }

  /// Whether the number before the unit is one that can be reckoned with.
  var hasUsualFactor: Bool {
    guard let factor else { return true }
    return factor <= LengthBounds.mostTimes
      && factor >= Ratio(millionths: -LengthBounds.mostTimes.millionths)
  }
}
