import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

/// Where the dots and lines of leaders stand, in parts of their type size.
private enum LeaderPlace {
  /// White space between the pattern and the text on either side.
  static func clearance(_ size: Length) -> Length { size.scaled(by: 1, over: 4) }

  /// From one dot to the next: three dots an em are those of an ellipsis.
  static func pitch(_ pattern: Leader.Pattern, size: Length) -> Length {
    pattern == .ellipsis ? size.scaled(by: 1, over: 3) : size
  }

  /// The radius of a dot; 0.12 mm across at least, which a press still holds.
  static func radius(_ pattern: Leader.Pattern, size: Length) -> Length {
    let radius = size.scaled(by: pattern == .ellipsis ? 5 : 6, over: 100)
    return max(radius, Length.millimetre.scaled(by: 6, over: 100))
  }

  /// From the baseline up to the middle of the character frame, where a Chinese ellipsis stands.
  static func middle(_ size: Length) -> Length {
    CharacterFrame.ascent(of: size) - size.scaled(by: 1, over: 2)
  }

  /// The weight of a line to write on: 0.18 mm.
  static let weight = Length.millimetre.scaled(by: 18, over: 100)
}

extension ParagraphPlan {
  /// Draws the leaders of a line; `start` is on the baseline where the line begins.
  ///
  /// They are artifacts and no glyphs: who copies or listens to the text finds nothing of them.
  func closeLeaders(of index: Int, at start: Point, into frame: inout OpenFrame) {
    let line = lines[index]
    let fills = line.units.filter(broken.shaped.fills.contains)
    guard !fills.isEmpty else { return }
    let places = origins(of: index)
    let free = max(.zero, room(of: index) - line.width)
    // The grid of the dots is counted from the right end of the measure.
    let end = start.x - lineStart(index) + broken.measure - paragraph.style.indentRight
    for (number, unit) in fills.enumerated() {
      guard let leader = broken.shaped.leader(of: unit) else { continue }
      let left = start.x + places[unit - line.units.lowerBound]
      let share = { (count: Int) in free.scaled(by: Int64(count), over: Int64(fills.count)) }
      let gap = LeaderGap(
        left: left,
        right: left + share(number + 1) - share(number),
        opensLine: unit == line.units.lowerBound,
        closesLine: unit + 1 == line.units.upperBound
      )
      close(leader, in: gap, end: end, baseline: start.y, into: &frame)
    }
  }

  /// The white space that a leader crosses.
  private struct LeaderGap {
    var left: Length
    var right: Length
    /// No text stands before it.
    var opensLine: Bool
    /// No text stands behind it.
    var closesLine: Bool
  }

  private func close(
    _ leader: Leader,
    in gap: LeaderGap,
    end: Length,
    baseline: Length,
    into frame: inout OpenFrame
  ) {
    let size = leader.style.size
    let left = gap.left + (gap.opensLine ? .zero : LeaderPlace.clearance(size))
    let right = gap.right - (gap.closesLine ? .zero : LeaderPlace.clearance(size))
    guard right > left else { return }
    if leader.pattern == .rule {
      let y = baseline + CharacterFrame.descent(of: size)
      frame.addRule(
        from: Point(x: left, y: y),
        to: Point(x: right, y: y),
        stroke: Stroke(weight: LeaderPlace.weight, ink: leader.style.ink)
      )
      return
    }
    let centres = dots(of: leader, from: left, to: right, end: end)
    guard centres.count >= Leader.fewestDots else { return }
    let radius = LeaderPlace.radius(leader.pattern, size: size)
    let path = Path(
      segments: centres.flatMap { Path.circle(radius, at: Point(x: $0 - left, y: .zero)) },
      fill: leader.style.ink
    )
    let origin = Point(x: left, y: baseline - LeaderPlace.middle(size))
    frame.items.append(FrameItem(.path(path), at: origin, tag: .artifact(.layout)))
  }

  /// The middles of the dots whose cells lie in the gap: cells of one pitch, counted from the end.
  private func dots(
    of leader: Leader,
    from left: Length,
    to right: Length,
    end: Length
  ) -> [Length] {
    let size = leader.style.size
    let pitch = LeaderPlace.pitch(leader.pattern, size: size)
    guard pitch > .zero else { return [] }
    let first = max(0, (end - right + pitch - Length(units: 1)).count(of: pitch))
    let last = (end - left).count(of: pitch)
    guard last > first else { return [] }
    return (first..<last).reversed().map { cell in
      end - pitch.scaled(by: Int64(2 * cell + 1), over: 2)
    }
  }
}

extension Leader {
  /// Fewer dots lead nowhere.
  fileprivate static let fewestDots = 2
}

extension ShapedParagraph {
  /// The pattern of a fill.
  fileprivate func leader(of unit: Int) -> Leader? {
    source.stretches[runs[pieces[unit].run].stretch].leader
  }
}
