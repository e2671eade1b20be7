extension LineTask {
  /// The best way to a place.
  private struct Way {
    var cost: Int64 = .max
    /// The index of the place before this one.
    var previous = 0
  }

  /// The ends of the lines whose demerits together are least.
  ///
  /// Lines dearer than a bound are not looked at first. What is found is best of all when it costs
  /// no more than the bound, for no line of a better way could; else all is tried again under
  /// what was found.
  func optimumEnds() -> [BreakPlace] {
    var bound = 20_000 + 10 * Int64(places.count)
    var ways = ways(bound: bound)
    if let cost = ways.last?.cost, cost > bound {
      bound = cost
      ways = self.ways(bound: bound)
    }
    var chosen: [BreakPlace] = []
    var index = places.count - 1
    while index > 0 {
      chosen.append(places[index])
      index = ways[index].previous
    }
    return chosen.reversed()
  }

  /// The best way to each place.
  ///
  /// `first` follows the place at a distance of about one line: before it, lines to the place are
  /// too long even when all gaps have given what they can.
  private func ways(bound: Int64) -> [Way] {
    var ways = [Way](repeating: Way(), count: places.count)
    ways[0].cost = 0
    var first = 0
    for index in places.indices.dropFirst() {
      var plain = places[index]
      plain.hyphen = nil
      while first + 1 < index, isTooLong(from: places[first].position, to: plain) { first += 1 }
      ways[index] = bestWay(to: index, from: first, ways: ways, bound: bound)
      // Lines do not reach over a forced break.
      if places[index].isLast { first = index }
    }
    return ways
  }

  /// The best last line to a place; lines grow shorter from `first` on.
  private func bestWay(to index: Int, from first: Int, ways: [Way], bound: Int64) -> Way {
    let end = places[index]
    var best = Way()
    for candidate in first..<index where ways[candidate].cost < .max {
      let start = places[candidate].position
      if candidate + 1 < index, isTooLong(from: start, to: end) { continue }
      let own = cost(from: start, to: end)
      if own - end.penalty > bound, isShort(from: start, to: end), !end.isLast { break }
      let cost = ways[candidate].cost + own
      // Of two ways that cost the same, the one whose lines are natural for longer: what is wanted at
      // the paragraph's end is taken from the line before it (clreq, Orphans and widows).
      if cost <= best.cost { best = Way(cost: cost, previous: candidate) }
    }
    return best
  }

  /// The ends of lines chosen one by one; of two that cost the same, the longer.
  func firstFitEnds() -> [BreakPlace] {
    var chosen: [BreakPlace] = []
    var index = 0
    while index + 1 < places.count {
      index = bestEnd(behind: index)
      chosen.append(places[index])
    }
    return chosen
  }

  private func bestEnd(behind begin: Int) -> Int {
    let start = places[begin].position
    var best = begin + 1
    var least = cost(from: start, to: places[best])
    for index in (begin + 1)..<places.count {
      var plain = places[index]
      plain.hyphen = nil
      if isTooLong(from: start, to: plain) { break }
      let cost = cost(from: start, to: places[index])
      if cost <= least {
        best = index
        least = cost
      }
      if places[index].isLast { break }
    }
    return best
  }
}
