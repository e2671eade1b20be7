import Diagnostics
import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

/// Where lines and dots stand, in parts of the type size.
///
/// clreq asks that they lie as near to the characters as can be and fit their size, and leaves the
/// numbers to the engine (Handling Interlinear Punctuation, general rules); these are ours. With one
/// line and dots they end 3/8 em below the character frame, inside the half em that a line gap has.
private enum DecorationPlace {
  /// From the lower edge of the character frame to the middle of the first line, and on to that of
  /// each next one: below what Latin letters reach down to.
  static func line(_ level: Int, size: Length) -> Length {
    size.scaled(by: Int64(level + 1), over: 8)
  }

  /// From the lower edge of the character frame, or the line above, to the middle of the dots.
  static func dot(_ level: Int, size: Length) -> Length {
    size.scaled(by: Int64(level), over: 8) + size.scaled(by: 7, over: 40)
  }

  static func dotRadius(_ size: Length) -> Length { size.scaled(by: 3, over: 40) }

  /// The middle of the character frame, from the baseline upwards.
  static func strike(_ size: Length) -> Length {
    CharacterFrame.ascent(of: size) - size.scaled(by: 1, over: 2)
  }

  /// No line is thinner than 0.12 mm: less breaks up on an office press.
  private static let thinnest = Length.millimetre.scaled(by: 12, over: 100)

  static func weight(of decoration: TextDecoration, size: Length) -> Length {
    if let weight = decoration.weight { return weight }
    switch decoration.kind {
    case .bookTitle: return max(thinnest, size.scaled(by: 1, over: 28))
    default: return max(thinnest, size.scaled(by: 1, over: 24))
    }
  }

  static func waveHeight(_ size: Length) -> Length { size.scaled(by: 1, over: 20) }
  static func waveLength(_ size: Length) -> Length { size.scaled(by: 1, over: 3) }
}

extension ParagraphPlan {
  /// Draws the lines and dots of a line of text; `start` is on the baseline where it begins.
  ///
  /// They are artifacts and no glyphs: who copies or listens to the text finds nothing of them.
  func closeDecorations(
    of index: Int,
    origins: [Length],
    at start: Point,
    into frame: inout OpenFrame
  ) {
    guard broken.shaped.source.isDecorated else { return }
    let line = DecoratedLine(broken.shaped, units: lines[index].units, origins: origins)
    for run in line.runs() {
      switch run.decoration.kind {
      case .emphasisDots: closeDots(of: run, line: index, origins: origins, at: start, &frame)
      case .bookTitle: closeWave(of: run, at: start, into: &frame)
      case .properName, .underline:
        let below =
          CharacterFrame.descent(of: run.size)
          + DecorationPlace.line(run.level, size: run.size)
        closeLine(of: run, y: start.y + below, at: start, into: &frame)
      case .strike:
        let y = start.y - DecorationPlace.strike(run.size)
        closeLine(of: run, y: y, at: start, into: &frame)
      }
    }
  }

  private func ink(of run: DecoratedRun) -> InkTint {
    run.decoration.ink ?? run.units.first.map { broken.shaped.style(of: $0).ink } ?? .black
  }

  private func closeLine(
    of run: DecoratedRun,
    y: Length,
    at start: Point,
    into frame: inout OpenFrame
  ) {
    guard run.right > run.left else { return }
    let stroke = Stroke(
      weight: DecorationPlace.weight(of: run.decoration, size: run.size),
      ink: ink(of: run)
    )
    frame.addRule(
      from: Point(x: start.x + run.left, y: y),
      to: Point(x: start.x + run.right, y: y),
      stroke: stroke
    )
  }

  /// A wave of whole lengths, so that it ends as it begins.
  private func closeWave(of run: DecoratedRun, at start: Point, into frame: inout OpenFrame) {
    let width = run.right - run.left
    guard width > .zero else { return }
    let length = DecorationPlace.waveLength(run.size)
    let halves = 2 * max(1, (width + length.scaled(by: 1, over: 2)).count(of: length))
    let y =
      CharacterFrame.descent(of: run.size) + DecorationPlace.line(run.level, size: run.size)
    // A cubic whose inner points lie 4/3 of its height off reaches that height; at 0.364 of its
    // length they give it the slope of a sine.
    let reach = DecorationPlace.waveHeight(run.size).scaled(by: 4, over: 3)
    let place = { (half: Int64, share: Int64, side: Length) in
      Point(x: width.scaled(by: half * 1000 + share, over: Int64(halves) * 1000), y: side)
    }
    var segments: [Path.Segment] = [.move(.zero)]
    for half in 0..<Int64(halves) {
      let side = half % 2 == 0 ? -reach : reach
      segments.append(
        .curve(place(half, 364, side), place(half, 636, side), place(half + 1, 0, .zero))
      )
    }
    let weight = DecorationPlace.weight(of: run.decoration, size: run.size)
    let path = Path(segments: segments, stroke: (weight, ink(of: run)))
    let origin = Point(x: start.x + run.left, y: start.y + y)
    frame.items.append(FrameItem(.path(path), at: origin, tag: .artifact(.layout)))
  }

  private func closeDots(
    of run: DecoratedRun,
    line index: Int,
    origins: [Length],
    at start: Point,
    _ frame: inout OpenFrame
  ) {
    let first = lines[index].units.lowerBound
    let centres = run.units.flatMap { unit in
      broken.shaped.dotCentres(of: unit).map { origins[unit - first] + $0 }
    }
    guard !centres.isEmpty else { return }
    let radius = DecorationPlace.dotRadius(run.size)
    let segments = centres.flatMap { Path.circle(radius, at: Point(x: $0, y: .zero)) }
    let y = CharacterFrame.descent(of: run.size) + DecorationPlace.dot(run.level, size: run.size)
    let path = Path(segments: segments, fill: ink(of: run))
    let origin = Point(x: start.x, y: start.y + y)
    frame.items.append(FrameItem(.path(path), at: origin, tag: .artifact(.layout)))
  }
}

extension ShapedParagraph {
  /// The look of a unit.
  func style(of unit: Int) -> TextStyle {
    source.stretches[runs[pieces[unit].run].stretch].style
  }

  /// From the origin of a unit's first glyph to the middle of each character that takes a dot: each
  /// Han, letter and digit; no space and no mark but `%`, `&` and their like (CSS Text Decoration
  /// Level 3, 3.4; GB/T 15834-2011 4.12 speaks of characters only).
  fileprivate func dotCentres(of index: Int) -> [Length] {
    let unit = units[index]
    switch unit.kind {
    case .ideograph, .prefix, .postfix: return [unit.advance.scaled(by: 1, over: 2)]
    case .western: return letterCentres(of: pieces[index])
    default: return []
    }
  }

  private func letterCentres(of piece: Piece) -> [Length] {
    let glyphs = runs[piece.run].glyphs[piece.glyphs]
    var centres: [Length] = []
    var pen = Length.zero
    var start = glyphs.startIndex
    while start < glyphs.endIndex {
      let cluster = glyphs[start].cluster
      let end = glyphs[start...].firstIndex { $0.cluster != cluster } ?? glyphs.endIndex
      let width = glyphs[start..<end].reduce(Length.zero) { $0 + $1.advance.x }
      if takesDot(at: Int(cluster)) { centres.append(pen + width.scaled(by: 1, over: 2)) }
      pen += width
      start = end
    }
    return centres
  }

  private func takesDot(at offset: Int) -> Bool {
    let utf8 = source.text.utf8
    guard offset < source.length else { return false }
    let scalar = source.text.unicodeScalars[utf8.index(utf8.startIndex, offsetBy: offset)]
    if "#%‰‱&@§¶".unicodeScalars.contains(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .control, .format, .unassigned, .privateUse, .surrogate:
      return false
    default: return true
    }
  }
}

extension BrokenParagraph {
  /// Says when the gap between lines is too small for the lines and dots in it.
  ///
  /// It must be half a size at least, five eighths where readings stand in it, too, and is never
  /// widened for one line alone (clreq, Handling Interlinear Punctuation).
  func reportDecorations(to findings: inout Findings) {
    // One line alone has half a gap of the next block below it, too.
    guard lines.count > 1 else { return }
    let style = paragraph.style
    let largest = shaped.source.stretches.filter { stretch in
      stretch.style.decorations.contains { $0.kind.isBelow }
    }.map(\.style.size).max()
    guard let largest else { return }
    let isShared = shaped.readings.contains { $0.reading.position == .above }
    let least = style.text.size + largest.scaled(by: isShared ? 5 : 4, over: 8)
    guard style.lineStep < least else { return }
    findings.add(
      Finding(
        .lineGapTooSmall,
        at: paragraph.span,
        ["step": .word("\(style.lineStep)"), "least": .word("\(least)")]
      )
    )
  }
}
