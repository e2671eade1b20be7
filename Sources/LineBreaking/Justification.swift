import Geometry

extension LineTask {
  /// Gives each unit of a line its place, widening or narrowing gaps class by class.
  func place(from start: Int, to end: BreakPlace) -> ComposedLine {
    let line = start..<end.position
    let visible = units(from: start, to: end)
    var gaps = sums.gapRange(of: visible).map { sums.gaps[$0].natural }
    let shortage = room(from: start, to: end) - sums.width(of: visible)
    var strains: [LineStrain] = []
    if shortage < .zero {
      let overflow = narrow(&gaps, of: visible, by: -shortage)
      if overflow > .zero { strains.append(.overfull(overflow)) }
    } else if style.justifies && !end.isLast {
      if let strain = widen(&gaps, of: visible, by: shortage) { strains.append(strain) }
    }
    switch end.strain {
    case .none: break
    case .figureParted: strains.append(.figureParted)
    case .prohibitionIgnored: strains.append(.prohibitionIgnored)
    }
    if end.isLast, isContinued(start), sums.isRunt(line) { strains.append(.runt) }
    return assemble(line, visible: visible, gaps: gaps, end: end, strains: strains)
  }

  /// Narrows gaps in clreq's order; returns what could not be saved.
  private func narrow(_ gaps: inout [Length], of line: Range<Int>, by needed: Length) -> Length {
    var rest = needed
    let range = sums.gapRange(of: line)
    for kind in ShrinkClass.allCases where rest > .zero {
      let capacity = sums.shrink(kind, of: line)
      guard capacity > .zero else { continue }
      let weights = range.map { sums.gaps[$0].shrinkClass == kind ? sums.gaps[$0].shrink : .zero }
      let given = min(rest, capacity)
      share(given, over: weights) { gaps[$0] -= $1 }
      rest -= given
    }
    return rest
  }

  /// Widens gaps in clreq's order (Line adjustment by expansion): word spaces, gaps between Han
  /// and Western, then all that may grow alike.
  private func widen(
    _ gaps: inout [Length],
    of line: Range<Int>,
    by needed: Length
  ) -> LineStrain? {
    var rest = needed
    let range = sums.gapRange(of: line)
    for kind in StretchClass.allCases where rest > .zero {
      let capacity = sums.stretch(kind, of: line)
      guard capacity > .zero else { continue }
      let weights = range.map { sums.gaps[$0].stretchClass == kind ? sums.gaps[$0].stretch : .zero }
      let taken = min(rest, capacity)
      share(taken, over: weights) { gaps[$0] += $1 }
      rest -= taken
    }
    guard rest > .zero else { return nil }
    let count = sums.evenGaps(of: line)
    guard count > 0 else { return .underfull(rest) }
    let last = range.map { sums.growsAtLast(sums.gaps[$0], of: line) ? Length(units: 1) : .zero }
    share(rest, over: last) { gaps[$0] += $1 }
    let each = LineCost.permille(rest, of: sums.units[line.lowerBound].em * count)
    // JLREQ's third step of expansion ends at a quarter em; words part further without harm.
    let limit: Int64 = sums.units[line].contains { $0.kind.isHanLike } ? 250 : 500
    return each > limit ? .looseGaps(hundredths: Int(each / 10)) : nil
  }

  /// Divides an amount over places in proportion to their weights, to the last unit; some place
  /// has a weight.
  private func share(_ amount: Length, over weights: [Length], give: (Int, Length) -> Void) {
    let total = weights.reduce(Length.zero, +)
    var weight = Length.zero
    var given = Length.zero
    for (index, own) in weights.enumerated() where own > .zero {
      weight += own
      let upToHere = amount.scaled(by: weight.units, over: total.units)
      give(index, upToHere - given)
      given = upToHere
    }
  }

  private func assemble(
    _ line: Range<Int>,
    visible: Range<Int>,
    gaps: [Length],
    end: BreakPlace,
    strains: [LineStrain]
  ) -> ComposedLine {
    var origins: [Length] = []
    origins.reserveCapacity(line.count)
    var x = Length.zero
    for index in line {
      let cell = sums.cells[index]
      origins.append(x + cell.offset)
      guard visible.contains(index) else { continue }
      x += cell.body
      let gap = index - visible.lowerBound
      if gap < gaps.count { x += gaps[gap] }
    }
    return ComposedLine(
      units: line,
      origins: origins,
      width: x + (end.hyphen ?? .zero),
      isLast: end.isLast,
      endsWithHyphen: end.hyphen != nil,
      strains: strains
    )
  }
}
