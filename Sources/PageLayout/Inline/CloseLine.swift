import DocumentModel
import Fonts
import Geometry
import LineBreaking
import PageModel
import Typography

extension ParagraphPlan {
  /// Closes a line into glyph runs.
  ///
  /// `origin` is at the left edge of the measure and the upper edge of the line box. The
  /// paragraph's character frame stands in the middle of the box, whatever is set in the line.
  func closeLine(_ index: Int, at origin: Point, into canvas: inout Canvas) {
    let style = paragraph.style
    let top = origin.y + (style.lineStep - style.text.size).scaled(by: 1, over: 2)
    let baseline = top + CharacterFrame.ascent(of: style.text.size)
    let start = Point(x: origin.x + lineStart(index), y: baseline)
    if index == 0, let outline {
      canvas.marks.append(
        .outline(title: outline.title, level: outline.level, at: Point(x: origin.x, y: top))
      )
    }
    for segment in segments(of: index) {
      close(segment, at: start, into: &canvas)
    }
  }

  /// From the left edge of the measure to where the line begins.
  func lineStart(_ index: Int) -> Length {
    let style = paragraph.style
    let line = lines[index]
    let indent = style.indentLeft + (index == 0 ? style.indentFirst : .zero)
    guard !hasFill(line) else { return indent }
    let free = measure - indent - style.indentRight - line.width
    switch style.alignment {
    case .justify, .left, .distribute: return indent
    case .right: return indent + free
    case .centre: return indent + free.scaled(by: 1, over: 2)
    }
  }

  private func hasFill(_ line: ComposedLine) -> Bool {
    !shaped.fills.isEmpty && line.elements.contains(where: shaped.fills.contains)
  }

  /// Where the elements of a line stand, with what is left of the measure given to the fills, or
  /// to all gaps of a line that is spread out.
  func origins(of index: Int) -> [Length] {
    let line = lines[index]
    let style = paragraph.style
    let indent = style.indentLeft + (index == 0 ? style.indentFirst : .zero)
    let free = measure - indent - style.indentRight - line.width
    guard free > .zero else { return line.origins }
    if hasFill(line) {
      return spread(line, free: free) { shaped.fills.contains($0) }
    }
    guard style.alignment == .distribute, line.elements.count > 1 else { return line.origins }
    return spread(line, free: free) { $0 + 1 < line.elements.upperBound }
  }

  private func spread(
    _ line: ComposedLine,
    free: Length,
    behind growing: (Int) -> Bool
  ) -> [Length] {
    let count = line.elements.count(where: growing)
    var seen = 0
    return zip(line.elements, line.origins).map { element, origin in
      let moved = origin + free.scaled(by: Int64(seen), over: Int64(max(count, 1)))
      if growing(element) { seen += 1 }
      return moved
    }
  }

  /// Neighbouring elements of one run.
  struct Segment {
    var run: Int
    var text: Range<Int>
    /// Glyphs with their distance from the line's start.
    var glyphs: [(glyph: Glyph, x: Length)]

    mutating func take(_ piece: ShapedParagraph.Piece, at origin: Length, from run: [Glyph]) {
      var x = origin
      for index in piece.glyphs {
        glyphs.append((run[index], x))
        x += run[index].advance.x
      }
      text = text.lowerBound..<piece.text.upperBound
    }
  }

  private func segments(of index: Int) -> [Segment] {
    var segments: [Segment] = []
    for (element, origin) in zip(lines[index].elements, origins(of: index)) {
      let piece = shaped.pieces[element]
      guard !piece.glyphs.isEmpty else { continue }
      let last = segments.count - 1
      if last < 0 || segments[last].run != piece.run
        || segments[last].text.upperBound != piece.text.lowerBound
      {
        segments.append(Segment(run: piece.run, text: piece.text, glyphs: []))
      }
      segments[segments.count - 1].take(piece, at: origin, from: shaped.runs[piece.run].glyphs)
    }
    return segments
  }

  private func close(_ segment: Segment, at start: Point, into canvas: inout Canvas) {
    guard let first = segment.glyphs.first else { return }
    let run = shaped.runs[segment.run]
    let stretch = shaped.source.stretches[run.stretch]
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(segment.glyphs.count)
    for (position, entry) in segment.glyphs.enumerated() {
      let isLast = position + 1 == segment.glyphs.count
      let step = isLast ? entry.glyph.advance.x : segment.glyphs[position + 1].x - entry.x
      var glyph = entry.glyph
      glyph.cluster -= UInt32(segment.text.lowerBound)
      glyph.xAdvance = Int32(clamping: step.units)
      glyphs.append(glyph)
    }
    let glyphRun = GlyphRun(
      font: run.font,
      size: stretch.style.size,
      ink: stretch.style.ink,
      language: stretch.style.language,
      glyphs: glyphs,
      text: shaped.text(in: segment.text),
      isRightToLeft: run.isRightToLeft,
      span: stretch.span,
      figure: stretch.figure
    )
    let origin = Point(x: start.x + first.x, y: start.y - stretch.style.baselineShift)
    canvas.items.append(FrameItem(.text(glyphRun), at: origin, tag: canvas.tag(of: element)))
    if let target = stretch.link { closeLink(to: target, over: glyphRun, at: origin, &canvas) }
  }

  private func closeLink(
    to target: LinkTarget,
    over run: GlyphRun,
    at origin: Point,
    _ canvas: inout Canvas
  ) {
    let top = Point(x: origin.x, y: origin.y - CharacterFrame.ascent(of: run.size))
    let area = Link(size: Size(width: run.advance.x, height: run.size), target: target)
    canvas.items.append(FrameItem(.link(area), at: top, tag: canvas.tag(of: element)))
  }
}

extension ShapedParagraph {
  func text(in range: Range<Int>) -> String {
    let utf8 = source.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(source.text[start..<end])
  }
}

extension ParagraphPlan {
  /// The upper edge of the first glyph's ink, from the baseline downwards (so it is negative).
  func firstInkTop(shaper: Shaper) -> Length? {
    guard let line = lines.first,
      let piece = line.elements.lazy.map({ shaped.pieces[$0] }).first(where: { !$0.glyphs.isEmpty })
    else { return nil }
    let run = shaped.runs[piece.run]
    let size = shaped.source.stretches[run.stretch].style.size
    let glyph = run.glyphs[piece.glyphs.lowerBound]
    return shaper.inkBounds(of: glyph.id, in: run.font, size: size)?.minY
  }
}
