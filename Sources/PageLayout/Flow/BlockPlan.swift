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
