import DocumentModel
import Geometry
import PageModel

/// A box: fill, rules, padding, and a stack inside.
struct BoxPlan: BlockPlan {
  private let box: Box
  private let measure: Length
  private let content: StackPlan

  /// Measures the box; `offsetInset` is from its upper edge to where offsets are measured from.
  init(
    _ box: Box,
    measure: Length,
    parent: ElementID,
    offsetInset: Length = .zero,
    context: inout LayoutContext
  ) {
    self.box = box
    self.measure = measure
    let element = context.structure.add(
      box.role,
      in: parent,
      attributes: StructureAttributes(alternative: box.alternative)
    )
    let inner = measure - box.padding.left - box.padding.right
    content = StackPlan(
      box.content,
      measure: inner,
      parent: element,
      offsetInset: offsetInset,
      context: &context
    )
  }

  var height: Length { box.height ?? content.height + box.padding.top + box.padding.bottom }

  var isFramed: Bool { box.fill != nil || box.borders.top != nil || box.borders.bottom != nil }

  func close(at origin: Point, into frame: inout OpenFrame) {
    let area = Rect(origin: origin, size: Size(width: measure, height: height))
    if let fill = box.fill { frame.addFill(area, ink: fill) }
    let inner = area.inset(by: box.padding)
    let top = box.verticalAlignment.offset(of: content.height, in: inner.size.height)
    content.close(at: Point(x: inner.minX, y: inner.minY + top), into: &frame)
    closeBorders(of: area, into: &frame)
  }

  private func closeBorders(of area: Rect, into frame: inout OpenFrame) {
    let topLeft = area.origin
    let topRight = Point(x: area.maxX, y: area.minY)
    let bottomLeft = Point(x: area.minX, y: area.maxY)
    let bottomRight = Point(x: area.maxX, y: area.maxY)
    let sides = [
      (box.borders.top, topLeft, topRight), (box.borders.right, topRight, bottomRight),
      (box.borders.bottom, bottomLeft, bottomRight), (box.borders.left, topLeft, bottomLeft),
    ]
    for case (let stroke?, let start, let end) in sides {
      frame.addRule(from: start, to: end, stroke: stroke)
    }
  }
}
