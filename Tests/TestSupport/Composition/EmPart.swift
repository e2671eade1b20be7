package import Geometry

/// A number of ems, exact: `3½`, `⅛`, `1/9`, `28`.
package struct EmPart: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let numerator: Int
  package let denominator: Int

  package init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator > 0, "parts are counted in positive denominators")
    let divisor = Self.divisor(abs(numerator), denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// Reads `3½`, `⅛`, `5/6`, `28`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count == 2, let over = parts[0], let under = parts[1], under > 0 {
      self.init(over, under)
      return
    }
    let fraction = text.unicodeScalars.last.flatMap { Self.vulgar[$0] }
    let whole = fraction == nil ? String(text) : String(text.dropLast())
    guard let ems = whole.isEmpty && fraction != nil ? 0 : Int(whole) else { return nil }
    self = EmPart(ems) + (fraction ?? EmPart(0))
  }

  /// The characters that stand for a part alone.
  package static let vulgar: [Unicode.Scalar: EmPart] = [
    "½": EmPart(1, 2), "⅓": EmPart(1, 3), "⅔": EmPart(2, 3), "¼": EmPart(1, 4), "¾": EmPart(3, 4),
    "⅕": EmPart(1, 5), "⅖": EmPart(2, 5), "⅗": EmPart(3, 5), "⅘": EmPart(4, 5), "⅙": EmPart(1, 6),
    "⅚": EmPart(5, 6), "⅛": EmPart(1, 8), "⅜": EmPart(3, 8), "⅝": EmPart(5, 8), "⅞": EmPart(7, 8),
  ]

  package static let zero = EmPart(0)

  package static func + (a: EmPart, b: EmPart) -> EmPart {
    EmPart(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }

  package static prefix func - (a: EmPart) -> EmPart { EmPart(-a.numerator, a.denominator) }
  package static func - (a: EmPart, b: EmPart) -> EmPart { a + -b }

  package static func * (count: Int, a: EmPart) -> EmPart {
    EmPart(count * a.numerator, a.denominator)
  }

  package static func < (a: EmPart, b: EmPart) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  /// The length of so many ems.
  package func length(em: Length) -> Length {
    em.scaled(by: Int64(numerator), over: Int64(denominator))
  }

  /// The simplest part that a length may be, to a tolerance.
  package init(_ length: Length, em: Length, tolerance: Length) {
    for denominator in 1...360 {
      let over = Double(length.units) * Double(denominator) / Double(em.units)
      let part = EmPart(Int(over.rounded()), denominator)
      let distance = part.length(em: em) - length
      if max(distance, -distance) <= tolerance {
        self = part
        return
      }
    }
    self.init(Int((Double(length.units) * 10_000 / Double(em.units)).rounded()), 10_000)
  }

  /// Without a sign.
  package var description: String {
    let size = EmPart(abs(numerator), denominator)
    let whole = size.numerator / size.denominator
    let rest = EmPart(size.numerator % size.denominator, size.denominator)
    if rest == .zero { return "\(whole)" }
    guard let sign = Self.vulgar.first(where: { $0.value == rest })?.key else {
      return "\(size.numerator)/\(size.denominator)"
    }
    return (whole == 0 ? "" : "\(whole)") + String(sign)
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? max(a, 1) : divisor(b, a % b)
  }
}
