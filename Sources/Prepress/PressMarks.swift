import Geometry

/// The boxes of a page for the press (ISO 32000-1, 14.11.2).
struct PressBoxes {
  let media: Rect
  let bleed: Rect
  let trim: Rect

  /// The paper is the trim with the slug around it; the bleed never leaves the paper.
  init(trim size: Size, bleed: Length, slug: Length) {
    let inner = min(bleed, slug)
    media = Rect(
      x: .zero,
      y: .zero,
      width: size.width + 2 * slug,
      height: size.height + 2 * slug
    )
    self.bleed = media.inset(by: Sides(all: slug - inner))
    trim = media.inset(by: Sides(all: slug))
  }

  /// Whether there is room for marks between bleed and paper edge.
  var haveRoomForMarks: Bool { bleed.minX - media.minX > PressMarks.gap }
}

/// Crop and registration marks, in the ink that prints on all plates.
struct PressMarks {
  /// The name of the colour space of all plates among a page's resources.
  static let allPlates = "KyAll"

  /// How far marks keep from the bleed.
  static let gap = Length.point * 2
  private static let radius = Length.point * 5

  private let boxes: PressBoxes

  init(_ boxes: PressBoxes) {
    self.boxes = boxes
  }

  /// Content that draws the marks, an artifact of the page.
  var content: String {
    let lines = (cropLines + crosses).map { "\($0.0.x) \($0.0.y) m \($0.1.x) \($0.1.y) l S" }
    let circles = centres.map(circle)
    let drawing = (lines + circles).joined(separator: "\n")
    return """
      /Artifact <</Type /Page>> BDC
      q /KyKK gs /\(Self.allPlates) CS 1 SCN .25 w [] 0 d
      \(drawing)
      Q EMC

      """
  }

  /// Two lines at each corner, in line with the trim.
  private var cropLines: [(Point, Point)] {
    let (media, bleed, trim) = (boxes.media, boxes.bleed, boxes.trim)
    let (left, right) = (bleed.minX - Self.gap, bleed.maxX + Self.gap)
    let (low, high) = (bleed.minY - Self.gap, bleed.maxY + Self.gap)
    let upright = [trim.minX, trim.maxX].flatMap { x in
      [
        (Point(x: x, y: media.minY), Point(x: x, y: low)),
        (Point(x: x, y: high), Point(x: x, y: media.maxY)),
      ]
    }
    let level = [trim.minY, trim.maxY].flatMap { y in
      [
        (Point(x: media.minX, y: y), Point(x: left, y: y)),
        (Point(x: right, y: y), Point(x: media.maxX, y: y)),
      ]
    }
    return upright + level
  }

  /// The middle of each side, between bleed and paper edge.
  private var centres: [Point] {
    let (media, bleed) = (boxes.media, boxes.bleed)
    func middle(_ a: Length, _ b: Length) -> Length { Length(units: (a.units + b.units) / 2) }
    let x = middle(media.minX, media.maxX)
    let y = middle(media.minY, media.maxY)
    return [
      Point(x: middle(media.minX, bleed.minX), y: y),
      Point(x: middle(bleed.maxX, media.maxX), y: y),
      Point(x: x, y: middle(media.minY, bleed.minY)),
      Point(x: x, y: middle(bleed.maxY, media.maxY)),
    ]
  }

  private var crosses: [(Point, Point)] {
    let arm = Self.radius + Self.gap
    return centres.flatMap { centre in
      [
        (Point(x: centre.x - arm, y: centre.y), Point(x: centre.x + arm, y: centre.y)),
        (Point(x: centre.x, y: centre.y - arm), Point(x: centre.x, y: centre.y + arm)),
      ]
    }
  }

  /// A circle of four cubic curves; 0.5523 is the usual reach of their handles, 4/3 × (√2 − 1).
  private func circle(around centre: Point) -> String {
    let r = Self.radius
    let k = r.scaled(by: 5523, over: 10_000)
    func at(_ x: Length, _ y: Length) -> String { "\(centre.x + x) \(centre.y + y)" }
    return """
      \(at(r, .zero)) m \(at(r, k)) \(at(k, r)) \(at(.zero, r)) c
      \(at(-k, r)) \(at(-r, k)) \(at(-r, .zero)) c
      \(at(-r, -k)) \(at(-k, -r)) \(at(.zero, -r)) c
      \(at(k, -r)) \(at(r, -k)) \(at(r, .zero)) c S
      """
  }
}
