import Diagnostics
import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

extension ParagraphPlan {
  /// Closes a line into glyph runs.
  ///
  /// `origin` is at the left edge of the measure and the upper edge of the line box. The
  /// paragraph's character frame stands in the middle of the box, whatever is set in the line.
  func closeLine(_ index: Int, at origin: Point, into frame: inout OpenFrame) {
    let style = paragraph.style
    let top = origin.y + (style.lineStep - style.text.size).scaled(by: 1, over: 2)
    let baseline = top + CharacterFrame.ascent(of: style.text.size)
    let start = Point(x: origin.x + lineStart(index), y: baseline)
    if index == 0, element != nil, let heading = heading {
      let place = Point(x: origin.x, y: top)
      frame.marks.append(.outline(title: heading.title, level: heading.level, at: place))
    }
    closeAnchors(of: index, at: Point(x: origin.x, y: top), into: &frame)
    let origins = visualOrigins(of: index)
    for segment in segments(of: index, origins: origins) {
      close(segment, at: start, into: &frame)
    }
    closeHyphen(of: index, origins: origins, at: start, into: &frame)
    closeDecorations(of: index, origins: origins, at: start, into: &frame)
    closeLeaders(of: index, at: start, into: &frame)
    closeReadings(of: index, origins: origins, at: start, into: &frame)
  }

  /// The heading that the paragraph is, or that its text begins with.
  private var heading: (title: String, level: Int)? {
    let source = broken.shaped.source
    if case .heading(let level) = paragraph.role { return (source.outlineTitle(), level) }
    for (index, part) in source.parts.enumerated() {
      if case .heading(let level) = part.role { return (source.outlineTitle(of: index), level) }
    }
    return nil
  }

  /// From the left edge of the measure to where the line begins.
  func lineStart(_ index: Int) -> Length {
    let style = paragraph.style
    let line = lines[index]
    let indent = style.indentLeft + (index == 0 ? style.indentFirst : .zero)
    guard !hasFill(line) else { return indent }
    let free = room(of: index) - line.width
    switch style.alignment {
    case .justify, .left, .distribute: return indent
    case .right: return indent + free
    case .centre: return indent + free.scaled(by: 1, over: 2)
    }
  }

  private func hasFill(_ line: ComposedLine) -> Bool {
    !broken.shaped.fills.isEmpty && line.units.contains(where: broken.shaped.fills.contains)
  }

  /// The width from where the line may begin to where it may end.
  func room(of index: Int) -> Length {
    let style = paragraph.style
    let indent = style.indentLeft + (index == 0 ? style.indentFirst : .zero)
    return broken.measure - indent - style.indentRight
  }

  /// Where the units of a line stand, with what is left of the measure given to the fills, or
  /// to all gaps of a line that is spread out.
  func origins(of index: Int) -> [Length] {
    let line = lines[index]
    let style = paragraph.style
    let free = room(of: index) - line.width
    guard free > .zero else { return line.origins }
    if hasFill(line) {
      return spread(line, free: free) { broken.shaped.fills.contains($0) }
    }
    guard style.alignment == .distribute, line.units.count > 1 else { return line.origins }
    return spread(line, free: free) { $0 + 1 < line.units.upperBound }
  }

  /// Where units stand once words that read from right to left are put in their order.
  ///
  /// From the highest level down, each stretch of that level or above is mirrored (UAX #9, L2).
  private func visualOrigins(of index: Int) -> [Length] {
    var places = origins(of: index)
    let units = lines[index].units
    guard !broken.shaped.levels.isEmpty else { return places }
    let levels = Array(broken.shaped.levels[units])
    for level in stride(from: levels.max() ?? 0, to: 0, by: -1) {
      for stretch in Self.stretches(of: levels, from: level) {
        let widths = stretch.map { broken.shaped.units[units.lowerBound + $0].visualWidth }
        let left = places[stretch].min() ?? .zero
        let right = zip(places[stretch], widths).map { $0 + $1 }.max() ?? .zero
        for (position, width) in zip(stretch, widths) {
          places[position] = left + right - places[position] - width
        }
      }
    }
    return places
  }

  private static func stretches(of levels: [UInt8], from level: UInt8) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (index, own) in levels.enumerated() where own >= level {
      if let last = found.last, last.upperBound == index {
        found[found.count - 1] = last.lowerBound..<(index + 1)
      } else {
        found.append(index..<(index + 1))
      }
    }
    return found
  }

  private func spread(
    _ line: ComposedLine,
    free: Length,
    behind growing: (Int) -> Bool
  ) -> [Length] {
    let count = line.units.count(where: growing)
    var seen = 0
    return zip(line.units, line.origins).map { unit, origin in
      let moved = origin + free.scaled(by: Int64(seen), over: Int64(max(count, 1)))
      if growing(unit) { seen += 1 }
      return moved
    }
  }

  /// Neighbouring units of one font and one stretch.
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

  private func segments(of index: Int, origins: [Length]) -> [Segment] {
    var segments: [Segment] = []
    for (unit, origin) in zip(lines[index].units, origins) {
      let piece = broken.shaped.pieces[unit]
      guard !piece.glyphs.isEmpty else { continue }
      let last = segments.count - 1
      if last < 0 || segments[last].text.upperBound != piece.text.lowerBound
        || !broken.shaped.canJoin(segments[last].run, piece.run)
        || segments[last].glyphs.last.map({ origin < $0.x }) ?? false
      {
        segments.append(Segment(run: piece.run, text: piece.text, glyphs: []))
      }
      segments[segments.count - 1].take(
        piece,
        at: origin,
        from: broken.shaped.runs[piece.run].glyphs
      )
    }
    if lines[index].endsWithHyphen, let last = segments.last {
      // A soft hyphen is drawn, and stands for itself.
      let text = broken.shaped.text(in: last.text)
      if text.hasSuffix(Hyphenation.soft) {
        let end = last.text.upperBound - Hyphenation.soft.utf8.count
        segments[segments.count - 1].text = last.text.lowerBound..<end
      }
    }
    return segments
  }

  private func close(_ segment: Segment, at start: Point, into frame: inout OpenFrame) {
    guard let first = segment.glyphs.first else { return }
    let run = broken.shaped.runs[segment.run]
    let stretch = broken.shaped.source.stretches[run.stretch]
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
      size: run.size,
      ink: stretch.style.ink,
      language: stretch.style.language,
      glyphs: glyphs,
      text: broken.shaped.text(in: segment.text),
      isRightToLeft: run.isRightToLeft,
      span: span(of: segment.text, in: stretch),
      figure: stretch.figure
    )
    let origin = Point(x: start.x + first.x, y: start.y - stretch.style.baselineShift)
    let tag = tag(of: stretch, in: &frame)
    frame.items.append(
      stretch.kind == .combined
        ? .combined(glyphRun, at: origin, tag: tag)
        : FrameItem(.text(glyphRun), at: origin, tag: tag)
    )
    guard let target = stretch.link else { return }
    let top = Point(x: origin.x, y: origin.y - CharacterFrame.ascent(of: glyphRun.size))
    let area = Link(size: Size(width: glyphRun.advance.x, height: glyphRun.size), target: target)
    frame.addLink(area, at: top, tag: tag)
  }
}

extension ParagraphPlan {
  /// Where a part of a stretch was read: of text that knows it, the place of the part alone.
  private func span(of range: Range<Int>, in stretch: InlineText.Stretch) -> Span? {
    guard let origin = stretch.origin else { return stretch.span }
    let before = broken.shaped.text(in: stretch.range.lowerBound..<range.lowerBound)
    let start = origin.offset + before.unicodeScalars.count
    let count = broken.shaped.text(in: range).unicodeScalars.count
    return origin.text.span(of: start..<min(start + count, origin.text.count)) ?? stretch.span
  }

  /// The element that text of a stretch belongs to.
  func tag(of stretch: InlineText.Stretch, in frame: inout OpenFrame) -> MarkedContent {
    frame.tag(of: stretch.part.flatMap { parts.isEmpty ? nil : parts[$0] } ?? element)
  }
}

extension ShapedParagraph {
  /// Whether glyphs of two runs may stand in one: digits and Han of one font were shaped apart.
  func canJoin(_ a: Int, _ b: Int) -> Bool {
    let first = runs[a]
    let second = runs[b]
    return first.font == second.font && first.size == second.size
      && first.stretch == second.stretch
      && !first.isRightToLeft && !second.isRightToLeft
  }

  func text(in range: Range<Int>) -> String {
    let utf8 = source.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(source.text[start..<end])
  }
}

extension LineUnit {
  /// The room a unit takes when its stretch is mirrored; the space between words is a gap.
  fileprivate var visualWidth: Length {
    kind == .wordSpace || kind == .anchor ? .zero : advance
  }
}
