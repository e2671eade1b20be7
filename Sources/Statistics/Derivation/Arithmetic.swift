import WritingSystems

/// Writes out how the two sides of a check come about from the numbers that were read.
///
/// SQL does not say; so the numbers read, in their order, are tried as one number, a sum, a
/// difference, a product, a quotient and a share, on each side. When none fits, the sides stand
/// alone.
struct Arithmetic {
  struct Term {
    var value: Double
    var decimals: Int
  }

  /// One side: its formula, or nil when it is only a number.
  private struct Side {
    var text: String
    var isPlain: Bool
    /// Digits after the point that the side is sure of; nil for quotients and products.
    var decimals: Int?
  }

  let left: Double
  let right: Double
  private let leftSide: Side
  private let rightSide: Side
  private let finest: Int?

  init(left: Double, right: Double, terms: [Term]) {
    (self.left, self.right) = (left, right)
    finest = terms.map(\.decimals).max()
    let split = Self.split(terms, left: left, right: right)
    leftSide = split?.left ?? Side(text: Self.text(left), isPlain: true, decimals: nil)
    rightSide = split?.right ?? Side(text: Self.text(right), isPlain: true, decimals: nil)
  }

  /// Half a unit of the last digit printed on the coarser side; nothing but the error of binary
  /// fractions when no printed number was read.
  var tolerance: Double {
    let sure = [leftSide.decimals, rightSide.decimals].compactMap { $0 }.min()
    guard let decimals = sure ?? finest else { return 1e-9 * max(1, abs(left), abs(right)) }
    return DecimalText(5).shifted(by: -(decimals + 1)).double
  }

  /// `26 + 62 = 88`, `26 + 61 = 87 ≠ 88`, `37 ÷ 41 × 100 = 90.243902 ≈ 90.24`.
  func detail(holds: Bool) -> String {
    let isEqual = Self.rounded(left) == Self.rounded(right)
    let sign = isEqual ? "=" : holds ? "≈" : "≠"
    let result = leftSide.isPlain || isEqual ? "" : " = \(Self.text(left))"
    let end = rightSide.isPlain || isEqual ? "" : " = \(Self.text(right))"
    return "\(leftSide.text)\(result) \(sign) \(rightSide.text)\(end)"
  }

  /// The number in at most six digits after the point.
  static func text(_ value: Double) -> String {
    guard let number = DecimalText(value) else { return "?" }
    return number.rounded(to: min(6, number.decimals)).trimmed.text()
  }

  private static func rounded(_ value: Double) -> DecimalText? {
    DecimalText(value)?.rounded(significant: 12)
  }

  /// How a number comes about from those that were read: `82.43 − 28.57 = 53.86`,
  /// `26 ÷ 88 × 100 ≈ 29.545455`; nil where no form fits, and for a number that was only read.
  static func derivation(of value: Double, from terms: [Term]) -> String? {
    guard terms.count > 1, terms.count <= 1000,
      let side = side(terms[...], value), !side.isPlain
    else { return nil }
    let printed = text(value)
    let isWhole = DecimalText(value).map { $0.decimals <= 6 } ?? false
    return "\(side.text) \(isWhole ? "=" : "≈") \(printed)"
  }

  // MARK: Trying

  /// The numbers read for the left side come before those for the right.
  private static func split(_ terms: [Term], left: Double, right: Double) -> (
    left: Side, right: Side
  )? {
    guard !terms.isEmpty, terms.count <= 1000 else { return nil }
    // Most checks compare with one number, so that split is tried first.
    let places =
      [terms.count - 1, terms.count] + Array((0..<(terms.count - 1)).reversed().prefix(20))
    for place in places {
      if let first = side(terms[..<place], left), let second = side(terms[place...], right) {
        return (first, second)
      }
    }
    return nil
  }

  private static func side(_ terms: ArraySlice<Term>, _ value: Double) -> Side? {
    guard let first = terms.first else {
      return Side(text: text(value), isPlain: true, decimals: nil)
    }
    let decimals = terms.map(\.decimals).max()
    func equals(_ result: Double) -> Bool { rounded(result) == rounded(value) }
    if terms.count == 1, equals(first.value) {
      return Side(text: text(value), isPlain: true, decimals: decimals)
    }
    if terms.count > 1, equals(terms.reduce(0) { $0 + $1.value }) {
      return Side(text: sum(terms.map(\.value)), isPlain: false, decimals: decimals)
    }
    guard terms.count == 2, let last = terms.last else { return nil }
    let (a, b) = (first.value, last.value)
    let forms: [(result: Double, text: String, decimals: Int?)] = [
      (a - b, "\(text(a)) − \(text(b))", decimals), (b - a, "\(text(b)) − \(text(a))", decimals),
      (a * b, "\(text(a)) × \(text(b))", nil), (a / b, "\(text(a)) ÷ \(text(b))", nil),
      (100 * a / b, "\(text(a)) ÷ \(text(b)) × 100", nil), (b / a, "\(text(b)) ÷ \(text(a))", nil),
      (100 * b / a, "\(text(b)) ÷ \(text(a)) × 100", nil),
    ]
    return forms.first { equals($0.result) }
      .map { Side(text: $0.text, isPlain: false, decimals: $0.decimals) }
  }

  private static func sum(_ values: [Double]) -> String {
    let most = 8
    guard values.count > most else { return values.map(text).joined(separator: " + ") }
    let shown = values.prefix(3).map(text) + ["…"] + values.suffix(1).map(text)
    return shown.joined(separator: " + ")
  }
}
