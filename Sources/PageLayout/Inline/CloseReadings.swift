import Diagnostics
import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

/// A reading on its line: its number, the edges of its words from the line's start, and where it
/// begins itself.
private struct LineReading {
  let number: Int
  var left: Length
  var right: Length
  var x: Length = .zero
}

extension ParagraphPlan {
  /// Closes the readings of a line, behind all of its text: who copies the line gets its words
  /// unbroken; in the structure each reading follows its words.
  ///
  /// `start` is on the baseline where the line begins.
  func closeReadings(
    of index: Int,
    origins: [Length],
    at start: Point,
    into frame: inout OpenFrame
  ) {
    guard !broken.shaped.readings.isEmpty else { return }
    for placed in place(readings(of: index, origins: origins), on: index) {
      let reading = broken.shaped.readings[placed.number]
      let top = start.y - broken.shaped.raise(of: reading) - CharacterFrame.ascent(of: reading.em)
      switch reading.reading.position {
      case .above:
        let origin = Point(x: start.x + placed.x, y: top - reading.descent)
        close(reading.runs(over: placed.right - placed.left), of: reading, at: origin, &frame)
      case .right:
        let x = start.x + placed.right - Bopomofo.width(em: reading.em)
        close(reading.runs, of: reading, at: Point(x: x, y: top), &frame)
      }
    }
  }

  private func readings(of index: Int, origins: [Length]) -> [LineReading] {
    let line = lines[index]
    var found: [LineReading] = []
    for (unit, origin) in zip(line.units, origins) {
      guard let number = broken.shaped.reading(of: unit) else { continue }
      let right = origin + broken.shaped.units[unit].advance
      if let last = found.indices.last, found[last].number == number {
        found[last].left = min(found[last].left, origin)
        found[last].right = max(found[last].right, right)
      } else {
        found.append(LineReading(number: number, left: origin, right: right))
      }
    }
    // Words with a forced end inside them have their reading over the first part.
    guard let first = found.first, line.units.lowerBound > 0,
      broken.shaped.reading(of: line.units.lowerBound - 1) == first.number
    else { return found }
    return Array(found.dropFirst())
  }

  /// Puts readings above over the middle of their words, then moves those at the ends of the line
  /// inside of the measure and those that would touch apart.
  private func place(_ readings: [LineReading], on index: Int) -> [LineReading] {
    var placed = readings
    let shaped = { (reading: LineReading) in broken.shaped.readings[reading.number] }
    let width = { (reading: LineReading) in
      shaped(reading).width(over: reading.right - reading.left)
    }
    for place in placed.indices {
      let middle = (placed[place].left + placed[place].right).scaled(by: 1, over: 2)
      placed[place].x = middle - width(placed[place]).scaled(by: 1, over: 2)
    }
    let style = paragraph.style
    let first = style.indentLeft - lineStart(index)
    let end = broken.measure - style.indentRight - lineStart(index)
    let above = placed.indices.filter { shaped(placed[$0]).reading.position == .above }
    var least = first
    for place in above {
      placed[place].x = max(placed[place].x, least)
      least = placed[place].x + width(placed[place])
      least += RubyWidths.gap(shaped(placed[place]), shaped(placed[place]))
    }
    var most = end
    for place in above.reversed() {
      placed[place].x = min(placed[place].x, most - width(placed[place]))
      most = placed[place].x - RubyWidths.gap(shaped(placed[place]), shaped(placed[place]))
    }
    return placed
  }

  private func close(
    _ runs: [ShapedReading.Run],
    of reading: ShapedReading,
    at origin: Point,
    _ frame: inout OpenFrame
  ) {
    let style = reading.reading.style
    let tag = frame.tag(of: parts.isEmpty ? element : parts[reading.part])
    for run in runs {
      let glyphs = GlyphRun(
        font: run.font,
        size: run.size,
        ink: style.ink,
        language: style.language,
        glyphs: run.glyphs,
        text: run.text,
        isRightToLeft: run.isRightToLeft,
        span: reading.reading.span
      )
      frame.items.append(FrameItem(.text(glyphs), at: origin + run.origin, tag: tag))
    }
  }
}

extension ShapedParagraph {
  /// The reading beside a unit.
  fileprivate func reading(of unit: Int) -> Int? {
    source.stretches[runs[pieces[unit].run].stretch].reading
  }

  /// How far the words of a reading are raised.
  fileprivate func raise(of reading: ShapedReading) -> Length {
    source.stretches.first { $0.range.lowerBound == reading.base.lowerBound }?.style.baselineShift
      ?? .zero
  }
}

extension BrokenParagraph {
  /// Says when the gap between lines is too small for readings above: it must hold their size, and
  /// is never widened for one line alone (clreq, Line gap).
  func reportReadings(to findings: inout Findings) {
    let style = paragraph.style
    let highest = shaped.readings.filter { $0.reading.position == .above }
      .map { $0.em + $0.reading.style.size }.max()
    guard let least = highest, style.lineStep < least else { return }
    findings.add(
      Finding(
        .rubyGapTooSmall,
        at: paragraph.span,
        ["step": .word("\(style.lineStep)"), "least": .word("\(least)")]
      )
    )
  }
}
