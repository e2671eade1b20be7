/// An exact ratio in millionths: tints, widths in per cent, fractions of an em.
@frozen
public struct Ratio: Hashable, Sendable, Comparable {
  /// The ratio in millionths: 1 is 1 000 000.
  public var millionths: Int64

  /// Makes a ratio of a whole number of millionths.
  @inlinable
  public init(millionths: Int64) {
    self.millionths = millionths
  }

  /// Makes a ratio from a number, rounded to the nearest millionth.
  @inlinable
  public init(_ value: Double) {
    self.millionths = Int64((value * 1_000_000).rounded())
  }

  /// A ratio of so many hundredths.
  @inlinable
  public static func percent(_ value: Int) -> Ratio { Ratio(millionths: Int64(value) * 10_000) }

  /// Nothing.
  public static var zero: Ratio {
    @inlinable get { Ratio(millionths: 0) }
  }
  /// The whole.
  public static var one: Ratio {
    @inlinable get { Ratio(millionths: 1_000_000) }
  }

  /// The ratio as a number, for libraries that reckon in floating point.
  @inlinable
  public var value: Double { Double(millionths) / 1_000_000 }

  /// Whether one ratio is smaller than another.
  @inlinable
  public static func < (a: Ratio, b: Ratio) -> Bool { a.millionths < b.millionths }
}
