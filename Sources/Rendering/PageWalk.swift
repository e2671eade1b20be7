import CCairo
import Diagnostics
import Geometry
import PageModel
import Typography

/// The one walk over a page that draws it, whatever the surface.
///
/// It decides nothing: every place, font and ink is in the page.
struct PageWalk {
  /// What is written besides the marks on the paper.
  struct Extras {
    /// Each stretch of content is marked, so that Prepress finds it again.
    var marks = false
    var links = false
  }

  private let context: OpaquePointer
  private let faces: FontFaces
  private let extras: Extras
  private(set) var colours: InkColours
  private var fragments: [DrawnFragment] = []
  private var open: MarkedContent?
  private var source: InkTint?
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [GlyphCluster] = []
  private var cairoClusters: [cairo_text_cluster_t] = []

  init(on canvas: Canvas, faces: FontFaces, colours: InkColours, extras: Extras) {
    context = canvas.context
    self.faces = faces
    self.colours = colours
    self.extras = extras
  }

  /// Draws a page with its top left corner at the origin of the context's user space.
  mutating func draw(_ page: Page) -> DrawnPage {
    fragments = []
    source = nil
    draw(page.frame, at: .zero)
    closeFragment()
    return DrawnPage(fragments: fragments)
  }

  /// Fills the page with the paper, for surfaces that have none of their own.
  mutating func fillPaper() {
    _ = select(.paper)
    cairo_paint(context)
  }

  private mutating func draw(_ frame: Frame, at corner: Point) {
    for item in frame.items {
      let place = corner + item.origin
      switch item.content {
      case .group(let group): draw(group, at: place)
      case .text(let run):
        enterFragment(item.tag)
        draw(run, at: place)
      case .rule(let rule):
        enterFragment(item.tag)
        draw(rule, at: place)
      case .path(let path):
        enterFragment(item.tag)
        draw(path, at: place)
      case .link(let link): draw(link, at: place, tag: item.tag)
      }
    }
  }

  /// A group that is only moved stays in the page's exact lengths.
  private mutating func draw(_ group: Group, at place: Point) {
    let map = group.transform
    let isMove = map.a == .one && map.b == .zero && map.c == .zero && map.d == .one
    if isMove, !group.clips {
      draw(group.frame, at: place + map.translation)
      return
    }
    // A fragment does not reach into or out of a saved state, so that marks and states nest.
    closeFragment()
    cairo_save(context)
    var matrix = cairo_matrix_t(
      xx: map.a.value,
      yx: map.b.value,
      xy: map.c.value,
      yy: map.d.value,
      x0: (place.x + map.translation.x).points,
      y0: (place.y + map.translation.y).points
    )
    cairo_transform(context, &matrix)
    if group.clips {
      let size = group.frame.size
      cairo_rectangle(context, 0, 0, size.width.points, size.height.points)
      cairo_clip(context)
    }
    draw(group.frame, at: .zero)
    closeFragment()
    cairo_restore(context)
    source = nil
  }

  /// Makes a tint the source; false when the tint leaves no mark on this surface.
  private mutating func select(_ tint: InkTint) -> Bool {
    guard let colour = colours.colour(of: tint) else { return false }
    if source != tint {
      cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
      source = tint
    }
    return true
  }
}

/// Marked content.
extension PageWalk {
  /// Consecutive items of one element are one fragment.
  private mutating func enterFragment(_ tag: MarkedContent) {
    guard extras.marks, open != tag else { return }
    closeFragment()
    // The name is of no account: Prepress writes the element's own.
    cairo_tag_begin(context, Self.fragmentTag, nil)
    fragments.append(DrawnFragment(tag))
    open = tag
  }

  private mutating func closeFragment() {
    guard open != nil else { return }
    cairo_tag_end(context, Self.fragmentTag)
    open = nil
  }

  private static let fragmentTag = "P"

  /// Cairo takes the rectangle in the surface's own points, so it is mapped here.
  private mutating func draw(_ link: Link, at place: Point, tag: MarkedContent) {
    guard extras.links else { return }
    closeFragment()
    let corners = [
      (place.x.points, place.y.points),
      ((place.x + link.size.width).points, (place.y + link.size.height).points),
    ].map { corner in
      var (x, y) = corner
      cairo_user_to_device(context, &x, &y)
      return (x, y)
    }
    let left = Length.points(min(corners[0].0, corners[1].0))
    let top = Length.points(min(corners[0].1, corners[1].1))
    let width = Length.points(abs(corners[0].0 - corners[1].0))
    let height = Length.points(abs(corners[0].1 - corners[1].1))
    let area = "rect=[\(left) \(top) \(width) \(height)]"
    cairo_tag_begin(context, "Link", "\(area) \(TagText.target(link.target))")
    cairo_tag_end(context, "Link")
    fragments.append(DrawnFragment(tag, isLink: true))
  }

  /// Makes places of a page known by their names.
  func place(_ destinations: [Destination]) {
    guard extras.links else { return }
    for destination in destinations {
      let point = destination.point
      cairo_tag_begin(
        context,
        "cairo.dest",
        "name=\(TagText.quoted(destination.name)) x=\(point.x) y=\(point.y)"
      )
      cairo_tag_end(context, "cairo.dest")
    }
  }
}

/// Shapes.
extension PageWalk {
  private mutating func draw(_ rule: Rule, at place: Point) {
    guard select(rule.ink) else { return }
    let end = place + rule.end
    cairo_move_to(context, place.x.points, place.y.points)
    cairo_line_to(context, end.x.points, end.y.points)
    cairo_set_line_width(context, rule.weight.points)
    let dashes = rule.dashes.map(\.points)
    cairo_set_dash(context, dashes, Int32(dashes.count), 0)
    cairo_stroke(context)
  }

  private mutating func draw(_ path: Path, at place: Point) {
    trace(path.segments, at: place)
    if let fill = path.fill, select(fill) {
      if path.stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke = path.stroke, select(stroke.ink) {
      cairo_set_line_width(context, stroke.weight.points)
      cairo_set_dash(context, nil, 0, 0)
      cairo_stroke(context)
    }
    cairo_new_path(context)
  }

  private func trace(_ segments: [Path.Segment], at place: Point) {
    cairo_new_path(context)
    for segment in segments {
      switch segment {
      case .move(let to):
        let to = place + to
        cairo_move_to(context, to.x.points, to.y.points)
      case .line(let to):
        let to = place + to
        cairo_line_to(context, to.x.points, to.y.points)
      case .curve(let first, let second, let to):
        let (first, second, to) = (place + first, place + second, place + to)
        cairo_curve_to(
          context,
          first.x.points,
          first.y.points,
          second.x.points,
          second.y.points,
          to.x.points,
          to.y.points
        )
      case .close: cairo_close_path(context)
      }
    }
  }
}

/// Text.
extension PageWalk {
  private mutating func draw(_ run: GlyphRun, at place: Point) {
    guard !run.glyphs.isEmpty, select(run.ink) else { return }
    let font = faces[run.font]
    cairo_set_font_face(context, font.face)
    cairo_set_font_size(context, run.size.points)
    gatherClusters(of: run)
    guard run.direction == .sideways else {
      gatherGlyphs(of: run, in: font) { pen in (pen.x + place.x, pen.y + place.y) }
      show(run)
      return
    }
    cairo_save(context)
    var quarterTurn = cairo_matrix_t(
      xx: 0,
      yx: 1,
      xy: -1,
      yy: 0,
      x0: place.x.points,
      y0: place.y.points
    )
    cairo_transform(context, &quarterTurn)
    // In the turned space x runs down the page and y to the left.
    gatherGlyphs(of: run, in: font) { pen in (pen.y, -pen.x) }
    show(run)
    cairo_restore(context)
  }

  /// Places glyphs; the sum stays in whole units, each place becomes points once.
  private mutating func gatherGlyphs(
    of run: GlyphRun,
    in font: OpenFont,
    at place: (Point) -> (Length, Length)
  ) {
    glyphs.removeAll(keepingCapacity: true)
    var pen = Point.zero
    for glyph in run.glyphs {
      let (x, y) = place(pen + glyph.offset)
      glyphs.append(cairo_glyph_t(index: font.cutGlyph(glyph.id), x: x.points, y: y.points))
      pen = pen + glyph.advance
    }
  }

  private mutating func gatherClusters(of run: GlyphRun) {
    clusters.removeAll(keepingCapacity: true)
    GlyphCluster.append(run, to: &clusters)
    cairoClusters.removeAll(keepingCapacity: true)
    for cluster in clusters {
      cairoClusters.append(
        cairo_text_cluster_t(num_bytes: cluster.bytes, num_glyphs: cluster.glyphs)
      )
    }
  }

  private func show(_ run: GlyphRun) {
    let flags = run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD.rawValue : 0
    cairo_show_text_glyphs(
      context,
      run.text,
      Int32(run.text.utf8.count),
      glyphs,
      Int32(glyphs.count),
      cairoClusters,
      Int32(cairoClusters.count),
      cairo_text_cluster_flags_t(flags)
    )
  }
}
