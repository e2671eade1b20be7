/// An exact length: a whole number of 1/127 000 pt.
///
/// The unit is chosen so that the units a person writes are whole numbers of it:
/// 1 pt = 127 000, 1 mm = 360 000, hence 0.01 mm and 0.001 pt too. `Int64` holds ±25 000 km.
@frozen
public struct Length: Hashable, Sendable, Comparable, AdditiveArithmetic {
  /// The length in units of 1/127 000 pt.
  public var units: Int64

  /// Makes a length of a whole number of units.
  @inlinable
  public init(units: Int64) {
    self.units = units
  }

  /// No length at all.
  public static var zero: Length {
    @inlinable get { Length(units: 0) }
  }
  /// One PostScript point, 1/72 inch.
  public static var point: Length {
    @inlinable get { Length(units: 127_000) }
  }
  /// One millimetre.
  public static var millimetre: Length {
    @inlinable get { Length(units: 360_000) }
  }
  /// One inch, 25.4 mm or 72 pt.
  public static var inch: Length {
    @inlinable get { Length(units: 9_144_000) }
  }

  /// A length in points, rounded to the nearest unit.
  @inlinable
  public static func points(_ value: Double) -> Length {
    Length(units: Int64((value * 127_000).rounded()))
  }

  /// A length in millimetres, rounded to the nearest unit.
  @inlinable
  public static func millimetres(_ value: Double) -> Length {
    Length(units: Int64((value * 360_000).rounded()))
  }

  /// The length in points, for libraries that draw in floating point.
  @inlinable
  public var points: Double { Double(units) / 127_000 }

  /// The length in millimetres, for messages.
  @inlinable
  public var millimetres: Double { Double(units) / 360_000 }

  /// Whether one length is shorter than another.
  @inlinable
  public static func < (a: Length, b: Length) -> Bool { a.units < b.units }
  /// The sum of two lengths.
  @inlinable
  public static func + (a: Length, b: Length) -> Length { Length(units: a.units + b.units) }
  /// The difference of two lengths.
  @inlinable
  public static func - (a: Length, b: Length) -> Length { Length(units: a.units - b.units) }
  /// The length in the other direction.
  @inlinable
  public static prefix func - (a: Length) -> Length { Length(units: -a.units) }
  /// Adds a length.
  @inlinable
  public static func += (a: inout Length, b: Length) { a.units += b.units }
  /// Takes a length away.
  @inlinable
  public static func -= (a: inout Length, b: Length) { a.units -= b.units }
  /// A whole number of times the length.
  @inlinable
  public static func * (a: Length, n: Int) -> Length { Length(units: a.units * Int64(n)) }
  /// A whole number of times the length.
  @inlinable
  public static func * (n: Int, a: Length) -> Length { Length(units: a.units * Int64(n)) }
  /// The length times a ratio, rounded once.
  @inlinable
  public static func * (a: Length, ratio: Ratio) -> Length {
    a.scaled(by: ratio.millionths, over: 1_000_000)
  }

  /// The length times `numerator / denominator`, rounded once, halves away from zero.
  ///
  /// A grid line stands at `extent.scaled(by: i, over: n)`, never at `i` times a rounded pitch.
  /// The product is taken in full width, so no length within reason overflows.
  @inlinable
  public func scaled(by numerator: Int64, over denominator: Int64) -> Length {
    precondition(denominator > 0, "a length is scaled by a fraction with a positive denominator")
    let product = units.multipliedFullWidth(by: numerator)
    let half = denominator / 2
    if product.high == 0, product.low <= UInt64(Int64.max - half) {
      return Length(units: (Int64(product.low) + half) / denominator)
    }
    let negative = product.high < 0
    let magnitude = units.magnitude.multipliedFullWidth(by: numerator.magnitude)
    let (low, carry) = magnitude.low.addingReportingOverflow(UInt64(half))
    let high = magnitude.high + (carry ? 1 : 0)
    let quotient = UInt64(denominator).dividingFullWidth((high, low)).quotient
    return Length(units: negative ? -Int64(quotient) : Int64(quotient))
  }

  /// The largest whole number of `other` that fits into this length.
  @inlinable
  public func count(of other: Length) -> Int {
    precondition(other.units > 0, "a length is counted in positive steps")
    return Int(units / other.units)
  }
}

extension Length: CustomStringConvertible {
  /// The length in points with three decimals, the precision of page traces.
  public var description: String {
    FixedPoint.string(thousandths: scaled(by: 1, over: 127).units)
  }
}

/// Decimal printing of whole thousandths, without floating point or locale.
enum FixedPoint {
  static func string(thousandths: Int64) -> String {
    let magnitude = thousandths.magnitude
    let whole = magnitude / 1000
    var fraction = String(magnitude % 1000 + 1000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    let sign = thousandths < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }
}
