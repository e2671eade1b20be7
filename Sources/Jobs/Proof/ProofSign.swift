import Diagnostics
import DocumentModel
import Fonts
import Geometry
import PageLayout
import PageModel
import Typography

/// The sign of an entry: its number in a shape that tells the severity without its colour.
///
/// An error is a filled disc, a warning a filled square, a note a ring.
struct ProofSign {
  let number: Int
  let severity: Severity
  let ink: InkTint

  static let height = Length.points(7.5)

  /// Three digits are wider than high.
  var width: Length { number < 100 ? Self.height : .points(number < 1000 ? 10 : 13) }

  /// The items with the upper left corner of the sign at a place.
  func items(at corner: Point, type: ProofType, shaper: Shaper) -> [FrameItem] {
    let size = Size(width: width, height: Self.height)
    let shape = severity == .warning ? Path.rectangle(size) : Self.pill(size)
    let path =
      severity == .note
      ? Path(segments: shape, fill: .paper, stroke: (weight: .points(0.6), ink: ink))
      : Path(segments: shape, fill: ink)
    let style = type.style(
      "hei",
      size: 5.4,
      line: Self.height.points,
      ink: severity == .note ? ink : .paper,
      alignment: .centre
    )
    let text = setAlone(type.paragraph(String(number), style), measure: width, shaper: shaper)
    let group = Group(frame: text, transform: .translate(by: .zero))
    return [
      FrameItem(.path(path), at: corner, tag: .artifact(.layout)),
      FrameItem(.group(group), at: corner, tag: .artifact(.layout)),
    ]
  }

  /// A rectangle with half circles at its ends; four arcs of Bézier curves.
  private static func pill(_ size: Size) -> [Path.Segment] {
    let radius = size.height.scaled(by: 1, over: 2)
    // The distance of control points that makes a quarter of a circle.
    let reach = radius.scaled(by: 5523, over: 10000)
    let (left, right) = (radius, size.width - radius)
    let (top, bottom) = (Length.zero, size.height)
    func point(_ x: Length, _ y: Length) -> Point { Point(x: x, y: y) }
    return [
      .move(point(left, top)), .line(point(right, top)),
      .curve(
        point(right + reach, top),
        point(size.width, radius - reach),
        point(size.width, radius)
      ),
      .curve(
        point(size.width, radius + reach),
        point(right + reach, bottom),
        point(right, bottom)
      ),
      .line(point(left, bottom)),
      .curve(point(left - reach, bottom), point(.zero, radius + reach), point(.zero, radius)),
      .curve(point(.zero, radius - reach), point(left - reach, top), point(left, top)), .close,
    ]
  }
}
