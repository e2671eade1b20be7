import DocumentModel
import Geometry
import PageModel
import Typography

/// Something measured and ready to be closed once its place is known.
protocol BlockPlan {
  var height: Length { get }
  /// Whether ink stands on the upper or lower edge: a rule, a fill.
  var isFramed: Bool { get }
  /// Adds the finished items; `origin` is the upper left corner of what the plan covers.
  func close(at origin: Point, into frame: inout OpenFrame)
}

extension BlockPlan {
  var isFramed: Bool { false }
}

/// The frame that plans are closed into: its items so far, and what points at places in it.
struct OpenFrame {
  /// A place that the outline or a link leads to.
  enum Mark {
    case outline(title: String, level: Int, at: Point)
    case destination(name: String, at: Point)
  }

  var items: [FrameItem] = []
  var marks: [Mark] = []
  /// Everything is an artifact of pagination: running heads, repeated table heads.
  var isRepeated = false

  /// What is repeated, and what has no element, is no content of the document.
  func tag(of element: ElementID?) -> MarkedContent {
    guard let element, !isRepeated else { return .artifact(.pagination) }
    return .element(element)
  }

  /// Adds a straight line, centred on its path.
  mutating func addRule(from start: Point, to end: Point, stroke: Stroke) {
    let rule = Rule(end: end - start, weight: stroke.weight, ink: stroke.ink)
    items.append(FrameItem(.rule(rule), at: start, tag: .artifact(.layout)))
  }

  /// Adds an area that leads somewhere, or makes the one before it in the line longer when that is
  /// of the same link.
  mutating func addLink(_ area: Link, at origin: Point, tag: MarkedContent) {
    // Between two areas of one link stands the text of the second alone.
    let place = items.count - 2
    if place >= 0, case .link(var before) = items[place].content, before.target == area.target,
      items[place].tag == tag, items[place].origin.y == origin.y,
      before.size.height == area.size.height, items[place].origin.x < origin.x
    {
      before.size.width = origin.x + area.size.width - items[place].origin.x
      items[place].content = .link(before)
      return
    }
    items.append(FrameItem(.link(area), at: origin, tag: tag))
  }

  mutating func addFill(_ rect: Rect, ink: InkTint) {
    let path = Path(segments: Path.rectangle(rect.size), fill: ink)
    items.append(FrameItem(.path(path), at: rect.origin, tag: .artifact(.layout)))
  }
}

/// A rule across the measure.
struct RulePlan: BlockPlan {
  let rule: RuleBlock
  let measure: Length

  var height: Length { rule.stroke.weight }
  var isFramed: Bool { true }

  func close(at origin: Point, into frame: inout OpenFrame) {
    let y = origin.y + rule.stroke.weight.scaled(by: 1, over: 2)
    let end = origin.x + (rule.width ?? measure)
    frame.addRule(
      from: Point(x: origin.x, y: y),
      to: Point(x: end, y: y),
      stroke: rule.stroke
    )
  }
}

/// White space.
struct SpacePlan: BlockPlan {
  let height: Length

  func close(at origin: Point, into frame: inout OpenFrame) {}
}
