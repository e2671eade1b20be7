/// Finds which quotation marks of a line pair, and at which level: the reading against which least
/// speaks, where no other comes near it.
///
/// A reading gives each mark a part: it opens, it closes what was opened last, or it stands alone.
/// What speaks against a reading is added up; the least is found by going through the marks once
/// with the few stacks of open marks that are worth following, and once back, so that for each mark
/// the best reading that writes it otherwise is known too.
struct QuotationPairing {
  struct Pair {
    let open: Int
    /// Nil where the next paragraph goes on with the quotation (4.8.3.5).
    let close: Int?
    let isSingle: Bool
  }

  struct Reading {
    /// The pairs of which both marks are sure.
    var pairs: [Pair] = []
    /// Whether a turned mark stands alone.
    var isPartOfAnother = false
    /// What speaks against it.
    fileprivate(set) var cost = 0
    /// The places at which nothing is open.
    fileprivate var ends: [Int] = []
  }

  /// Reads a line's marks; time is linear in them.
  static func read(_ marks: [QuotationMark]) -> Reading {
    guard marks.count > longest else { return readWhole(marks) }
    // A line of very many marks is read piece by piece; a piece ends where nothing is open.
    var reading = Reading()
    var start = 0
    while start < marks.count {
      let end = min(marks.count, start + longest)
      var pairing = QuotationPairing(marks[start..<end])
      let piece = pairing.solve()
      let cut = end == marks.count ? end : piece.ends.last { $0 <= end - overlap } ?? end
      reading.pairs += piece.pairs.filter { $0.close ?? end < cut }
      reading.isPartOfAnother = reading.isPartOfAnother || piece.isPartOfAnother
      start = cut
    }
    return reading
  }

  /// The most marks that are read at once, and how many of them are read again with the next.
  private static let longest = 512
  private static let overlap = 64

  /// Reads as they are turned, and as if all were turned the wrong way.
  private static func readWhole(_ marks: [QuotationMark]) -> Reading {
    var pairing = QuotationPairing(marks[...])
    let reading = pairing.solve()
    guard reading.cost > againstReversal, marks.contains(where: { $0.opens != nil }) else {
      return reading
    }
    var other = QuotationPairing(marks.map(\.reversed)[...])
    let reversed = other.solve()
    return reversed.cost + againstReversal + margin <= reading.cost ? reversed : reading
  }

  private static let againstReversal = 40
  /// Another reading comes too near where it is worse by less.
  private static let margin = 10
  /// Stacks worse than the best by more are followed no further.
  private static let hopeless = 200
  private static let mostStacks = 24

  private let marks: ArraySlice<QuotationMark>
  private var layers: [[Node]] = []
  private var steps: [[Step]] = []

  /// A stack of open marks that may be reached, and what speaks against the best way there.
  private struct Node {
    let stack: QuotationStack
    var cost: Int
    /// What speaks against the best way on from here; nil where there is none.
    var rest: Int?
    /// The step that leads here best.
    var step = -1
  }

  /// One part of one mark, from a node of its layer to one of the next.
  private struct Step {
    let from: Int
    let to: Int
    let cost: Int
    let part: QuotationPart
  }

  private init(_ marks: ArraySlice<QuotationMark>) {
    self.marks = marks
  }

  // MARK: - The two walks

  private mutating func solve() -> Reading {
    layers = [[Node(stack: QuotationStack(), cost: 0)]]
    for index in marks.indices { advance(over: index) }
    goBack()
    return collect()
  }

  private mutating func advance(over index: Int) {
    let mark = marks[index]
    let isFollowed =
      index + 1 < marks.endIndex && marks[index + 1].range.lowerBound == mark.range.upperBound
    let here = layers[layers.count - 1]
    var next: [Node] = []
    var made: [Step] = []
    for (from, node) in here.enumerated() where node.cost <= here[0].cost + Self.hopeless {
      for move in node.stack.moves(over: mark, isFollowed: isFollowed) {
        let total = node.cost + move.cost
        let to = next.firstIndex { $0.stack == move.stack } ?? next.count
        if to == next.count { next.append(Node(stack: move.stack, cost: total, step: made.count)) }
        if total < next[to].cost {
          next[to].cost = total
          next[to].step = made.count
        }
        made.append(Step(from: from, to: to, cost: move.cost, part: move.part))
      }
    }
    keepBest(of: &next, &made)
    layers.append(next)
    steps.append(made)
  }

  /// Sorts the nodes, best first, and leaves the worst out.
  private func keepBest(of nodes: inout [Node], _ steps: inout [Step]) {
    let given = nodes
    let order = given.indices.sorted { (given[$0].cost, $0) < (given[$1].cost, $1) }
      .prefix(Self.mostStacks)
    var place = [Int?](repeating: nil, count: given.count)
    for (new, old) in order.enumerated() { place[old] = new }
    var moved = [Int](repeating: -1, count: steps.count)
    var kept: [Step] = []
    for (index, step) in steps.enumerated() {
      guard let to = place[step.to] else { continue }
      moved[index] = kept.count
      kept.append(Step(from: step.from, to: to, cost: step.cost, part: step.part))
    }
    nodes = order.map { old in
      var node = given[old]
      node.step = moved[node.step]
      return node
    }
    steps = kept
  }

  private mutating func goBack() {
    let last = layers.count - 1
    for index in layers[last].indices {
      layers[last][index].rest = layers[last][index].stack.againstEnding
    }
    for layer in steps.indices.reversed() {
      for step in steps[layer] {
        guard let rest = layers[layer + 1][step.to].rest else { continue }
        let cost = rest + step.cost
        layers[layer][step.from].rest = min(layers[layer][step.from].rest ?? cost, cost)
      }
    }
  }

  // MARK: - The best reading

  private func collect() -> Reading {
    var reading = Reading()
    let parts = bestParts()
    guard parts.count == marks.count, let cost = layers[0][0].rest else { return reading }
    reading.cost = cost
    let sure = steps.indices.map { isSure(of: parts[$0], at: $0) }
    var open: [Int] = []
    for (place, part) in parts.enumerated() {
      switch part {
      case .opens: open.append(place)
      case .closes(let isSingle):
        guard let first = open.popLast() else { break }
        if sure[first], sure[place] { reading.pairs.append(pair(first, place, isSingle)) }
      case .alone:
        if marks[marks.startIndex + place].opens != nil { reading.isPartOfAnother = true }
      }
      if open.isEmpty { reading.ends.append(marks.startIndex + place + 1) }
    }
    if let first = open.first, sure[first] { reading.pairs.append(pair(first, nil, false)) }
    return reading
  }

  private func pair(_ open: Int, _ close: Int?, _ isSingle: Bool) -> Pair {
    let start = marks.startIndex
    return Pair(open: start + open, close: close.map { start + $0 }, isSingle: isSingle)
  }

  /// The parts in the best reading, from its end back.
  private func bestParts() -> [QuotationPart] {
    let ends = layers[steps.count].indices.compactMap { index in
      layers[steps.count][index].rest.map { (layers[steps.count][index].cost + $0, index) }
    }
    guard var node = ends.min(by: <)?.1 else { return [] }
    var parts: [QuotationPart] = []
    for layer in steps.indices.reversed() {
      let step = steps[layer][layers[layer + 1][node].step]
      parts.append(step.part)
      node = step.from
    }
    return parts.reversed()
  }

  /// Whether every reading that writes a mark otherwise is clearly worse.
  private func isSure(of part: QuotationPart, at place: Int) -> Bool {
    let mark = marks[marks.startIndex + place]
    guard part.isPossible(for: mark) else { return false }
    let written = part.written(mark)
    var best: Int?
    var other: Int?
    for step in steps[place] {
      guard let rest = layers[place + 1][step.to].rest else { continue }
      let cost = layers[place][step.from].cost + step.cost + rest
      if step.part.written(mark) == written {
        best = min(best ?? cost, cost)
      } else {
        other = min(other ?? cost, cost)
      }
    }
    guard let best else { return false }
    return other.map { $0 >= best + Self.margin } ?? true
  }
}
