import Geometry

extension LineComposer {
  /// Gives each unit of a line its place, widening or narrowing gaps class by class.
  func place(
    _ line: Range<Int>,
    width: Length,
    isLast: Bool,
    in sums: LineSums
  ) -> ComposedLine {
    let visible = trimmed(line, in: sums.units)
    var gaps = sums.gapRange(of: visible).map { sums.gaps[$0].natural }
    let shortage = width - sums.width(of: visible)
    var overflow = Length.zero
    if shortage < .zero {
      overflow = narrow(&gaps, of: visible, by: -shortage, in: sums)
    } else if style.justifies && !isLast {
      widen(&gaps, of: visible, by: shortage, in: sums)
    }
    return assemble(
      line,
      visible: visible,
      gaps: gaps,
      isLast: isLast,
      overflow: overflow,
      in: sums
    )
  }

  /// The line without what takes no room at its end: word spaces, forced ends.
  private func trimmed(_ line: Range<Int>, in units: [LineUnit]) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, units[end - 1].takesNoRoomAtLineEnd { end -= 1 }
    return line.lowerBound..<end
  }

  /// Narrows gaps in clreq's order; returns what could not be saved.
  private func narrow(
    _ gaps: inout [Length],
    of line: Range<Int>,
    by needed: Length,
    in sums: LineSums
  ) -> Length {
    var rest = needed
    let range = sums.gapRange(of: line)
    for kind in ShrinkClass.allCases where rest > .zero {
      let capacities = range.map {
        sums.gaps[$0].shrinkClass == kind ? sums.gaps[$0].shrink : .zero
      }
      rest -= share(min(rest, sums.shrink(kind, of: line)), over: capacities) { gaps[$0] -= $1 }
    }
    return rest
  }

  /// Widens gaps in clreq's order (Line adjustment by expansion): word spaces, gaps between Han
  /// and Western, then all that may grow alike.
  private func widen(
    _ gaps: inout [Length],
    of line: Range<Int>,
    by needed: Length,
    in sums: LineSums
  ) {
    var rest = needed
    let range = sums.gapRange(of: line)
    let words = range.map { sums.gaps[$0].wordStretch }
    rest -= share(min(rest, sums.wordStretch(of: line)), over: words) { gaps[$0] += $1 }
    let western = range.map { sums.gaps[$0].westernStretch }
    rest -= share(min(rest, sums.westernStretch(of: line)), over: western) { gaps[$0] += $1 }
    let even = range.map { sums.gaps[$0].isEven ? Length(units: 1) : .zero }
    _ = share(rest, over: even) { gaps[$0] += $1 }
  }

  /// Divides an amount over places in proportion to their weights, to the last unit.
  ///
  /// - Returns: what was divided: the amount, or nothing where no place has a weight.
  private func share(
    _ amount: Length,
    over weights: [Length],
    give: (Int, Length) -> Void
  ) -> Length {
    let total = weights.reduce(Length.zero, +)
    guard amount > .zero, total > .zero else { return .zero }
    var weight = Length.zero
    var given = Length.zero
    for (index, own) in weights.enumerated() where own > .zero {
      weight += own
      let upToHere = amount.scaled(by: weight.units, over: total.units)
      give(index, upToHere - given)
      given = upToHere
    }
    return amount
  }

  private func assemble(
    _ line: Range<Int>,
    visible: Range<Int>,
    gaps: [Length],
    isLast: Bool,
    overflow: Length,
    in sums: LineSums
  ) -> ComposedLine {
    var origins: [Length] = []
    origins.reserveCapacity(line.count)
    var x = Length.zero
    for index in line {
      let unit = sums.units[index]
      origins.append(x + unit.glyphOffset)
      guard visible.contains(index) else { continue }
      x += unit.body
      let gap = index - visible.lowerBound
      if gap < gaps.count { x += gaps[gap] }
    }
    return ComposedLine(
      units: line,
      origins: origins,
      width: x,
      isLast: isLast,
      overflow: overflow
    )
  }
}

extension LineUnit {
  fileprivate var takesNoRoomAtLineEnd: Bool { kind == .wordSpace || kind == .anchor }
}
