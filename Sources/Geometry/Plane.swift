/// A place on a page: x to the right, y downwards, from the top left corner of what holds it.
@frozen
public struct Point: Hashable, Sendable {
  /// The distance to the right.
  public var x: Length
  /// The distance downwards.
  public var y: Length

  /// Makes a point from its two distances.
  @inlinable
  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  /// The origin.
  public static var zero: Point {
    @inlinable get { Point(x: .zero, y: .zero) }
  }

  /// The point moved by another.
  @inlinable
  public static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  /// From one point to another.
  @inlinable
  public static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
}

/// A width and a height.
@frozen
public struct Size: Hashable, Sendable {
  /// The extent from left to right.
  public var width: Length
  /// The extent from top to bottom.
  public var height: Length

  /// Makes a size from its two extents.
  @inlinable
  public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// An empty size.
  public static var zero: Size {
    @inlinable get { Size(width: .zero, height: .zero) }
  }
}

/// An upright rectangle.
@frozen
public struct Rect: Hashable, Sendable {
  /// The top left corner.
  public var origin: Point
  /// The extents.
  public var size: Size

  /// Makes a rectangle from its top left corner and its extents.
  @inlinable
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle from its four numbers.
  @inlinable
  public init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// The left edge.
  @inlinable
  public var minX: Length { origin.x }
  /// The top edge.
  @inlinable
  public var minY: Length { origin.y }
  /// The right edge.
  @inlinable
  public var maxX: Length { origin.x + size.width }
  /// The bottom edge.
  @inlinable
  public var maxY: Length { origin.y + size.height }

  /// The rectangle moved by a distance.
  @inlinable
  public func offset(by distance: Point) -> Rect { Rect(origin: origin + distance, size: size) }

  /// The rectangle with each side moved inwards.
  @inlinable
  public func inset(by sides: Sides) -> Rect {
    Rect(
      x: minX + sides.left,
      y: minY + sides.top,
      width: size.width - sides.left - sides.right,
      height: size.height - sides.top - sides.bottom
    )
  }
}

/// A length for each side of a box.
@frozen
public struct Sides: Hashable, Sendable {
  /// The length at the top.
  public var top: Length
  /// The length at the right.
  public var right: Length
  /// The length at the bottom.
  public var bottom: Length
  /// The length at the left.
  public var left: Length

  /// Makes the four lengths, in the order of CSS.
  @inlinable
  public init(
    top: Length = .zero,
    right: Length = .zero,
    bottom: Length = .zero,
    left: Length = .zero
  ) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }

  /// Makes four equal lengths.
  @inlinable
  public init(all length: Length) {
    self.init(top: length, right: length, bottom: length, left: length)
  }

  /// No length on any side.
  public static var zero: Sides {
    @inlinable get { Sides(all: .zero) }
  }
}

/// An affine map of the plane: `x' = a·x + c·y + dx`, `y' = b·x + d·y + dy`.
///
/// The linear part is in exact ratios, so that quarter turns and mirrors stay exact.
@frozen
public struct Transform: Hashable, Sendable {
  /// How much of x goes into x'.
  public var a: Ratio
  /// How much of x goes into y'.
  public var b: Ratio
  /// How much of y goes into x'.
  public var c: Ratio
  /// How much of y goes into y'.
  public var d: Ratio
  /// The translation.
  public var translation: Point

  /// Makes a map from its six numbers.
  @inlinable
  public init(a: Ratio, b: Ratio, c: Ratio, d: Ratio, translation: Point) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.translation = translation
  }

  /// A plain move.
  @inlinable
  public static func translate(by distance: Point) -> Transform {
    Transform(a: .one, b: .zero, c: .zero, d: .one, translation: distance)
  }

  /// A quarter turn clockwise about the origin (y points down), then a move.
  @inlinable
  public static func quarterTurn(then distance: Point) -> Transform {
    Transform(
      a: .zero,
      b: .one,
      c: Ratio(millionths: -1_000_000),
      d: .zero,
      translation: distance
    )
  }

  /// Where a point goes.
  @inlinable
  public func apply(to point: Point) -> Point {
    Point(x: point.x * a + point.y * c, y: point.x * b + point.y * d) + translation
  }
}
