package import Geometry
package import Typography

/// A finished rectangle of positioned items.
///
/// `Region` is still to be filled, a frame is closed.
package struct Frame: Hashable, Sendable {
  package var size: Size
  /// From the top to the baseline of the first line, when there is one.
  package var baseline: Length?
  /// The items, in reading order, which is also the order of painting.
  package var items: [FrameItem]

  package init(size: Size, baseline: Length? = nil, items: [FrameItem] = []) {
    self.size = size
    self.baseline = baseline
    self.items = items
  }
}

/// Something that stands at a place in a frame.
package struct FrameItem: Hashable, Sendable {
  package indirect enum Content: Hashable, Sendable {
    case group(Group)
    /// Glyphs whose first origin (on the baseline) is the item's.
    case text(GlyphRun)
    case rule(Rule)
    case path(Path)
    case link(Link)
  }

  /// Where the item stands in its frame.
  package var origin: Point
  package var content: Content
  package var tag: MarkedContent

  package init(_ content: Content, at origin: Point, tag: MarkedContent) {
    self.content = content
    self.origin = origin
    self.tag = tag
  }
}

/// What an item is to readers that do not see the page (ISO 32000-1, 14.8.2.2).
package enum MarkedContent: Hashable, Sendable {
  /// A piece of an element of the structure tree.
  case element(ElementID)
  /// No content of the document: folios, rules, running heads.
  case artifact(Artifact)

  package enum Artifact: UInt8, Hashable, Sendable {
    /// Rules, fills, hatching.
    case layout
    /// Folios, running heads, repeated table heads.
    case pagination
  }
}

/// A frame inside a frame, moved and turned.
package struct Group: Hashable, Sendable {
  package var frame: Frame
  /// Applied to the group's own coordinates, before it is moved to the item's origin.
  package var transform: Transform
  /// Nothing of the group is seen outside of its frame.
  package var clips: Bool

  package init(frame: Frame, transform: Transform, clips: Bool = false) {
    self.frame = frame
    self.transform = transform
    self.clips = clips
  }
}

/// A straight line from the item's origin.
package struct Rule: Hashable, Sendable {
  /// Where the line ends, from its beginning.
  package var end: Point
  package var weight: Length
  package var ink: InkTint
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  package var dashes: [Length]

  package init(end: Point, weight: Length, ink: InkTint, dashes: [Length] = []) {
    self.end = end
    self.weight = weight
    self.ink = ink
    self.dashes = dashes
  }
}

/// A shape, relative to the item's origin.
package struct Path: Hashable, Sendable {
  package enum Segment: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  package var segments: [Segment]
  package var fill: InkTint?
  package var stroke: (weight: Length, ink: InkTint)? {
    strokeWeight.flatMap { weight in strokeInk.map { (weight, $0) } }
  }
  private var strokeWeight: Length?
  private var strokeInk: InkTint?

  package init(
    segments: [Segment],
    fill: InkTint? = nil,
    stroke: (weight: Length, ink: InkTint)? = nil
  ) {
    self.segments = segments
    self.fill = fill
    self.strokeWeight = stroke?.weight
    self.strokeInk = stroke?.ink
  }

  /// A rectangle with its top left corner at the item's origin.
  package static func rectangle(_ size: Size) -> [Segment] {
    [
      .move(.zero),
      .line(Point(x: size.width, y: .zero)),
      .line(Point(x: size.width, y: size.height)),
      .line(Point(x: .zero, y: size.height)),
      .close,
    ]
  }
}

/// An area that leads somewhere when it is clicked.
package struct Link: Hashable, Sendable {
  package var size: Size
  package var target: LinkTarget

  package init(size: Size, target: LinkTarget) {
    self.size = size
    self.target = target
  }
}
