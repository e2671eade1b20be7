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
    let close: Int
    let isSingle: Bool
  }

  /// The pairs of which both marks are sure, in a line's marks; time is linear in them.
  static func pairs(of marks: [QuotationMark]) -> [Pair] {
    var pairs: [Pair] = []
    var start = 0
    while start < marks.count {
      let end = min(marks.count, start + longest)
      var pairing = QuotationPairing(marks[start..<end])
      let solved = pairing.solve()
      // A line of very many marks is read piece by piece; a piece ends where nothing is open.
      let isLast = end == marks.count
      let cut = isLast ? end : solved.ends.last { $0 <= end - overlap && $0 > start } ?? end
      pairs += solved.pairs.filter { $0.close < cut }
      start = cut
    }
    return pairs
  }

  /// The most marks that are read at once, and how many of them are read again with the next.
  private static let longest = 512
  private static let overlap = 64

  /// Another reading comes too near where it is worse by less.
  private static let margin = 15
  /// Stacks worse than the best by more are followed no further.
  private static let hopeless = 140
  private static let mostStacks = 24

  private let marks: ArraySlice<QuotationMark>
  private var layers: [[Node]] = []
  private var steps: [[Step]] = []

  /// A stack of open marks that may be reached, and what speaks against the best way there.
  private struct Node {
    let stack: Stack
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

  private mutating func solve() -> (pairs: [Pair], ends: [Int]) {
    layers = [[Node(stack: Stack(), cost: 0)]]
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
      for (part, cost, stack) in node.stack.moves(over: mark, isFollowed: isFollowed) {
        let total = node.cost + cost
        let to = next.firstIndex { $0.stack == stack } ?? next.count
        if to == next.count { next.append(Node(stack: stack, cost: total, step: made.count)) }
        if total < next[to].cost {
          next[to].cost = total
          next[to].step = made.count
        }
        made.append(Step(from: from, to: to, cost: cost, part: part))
      }
    }
    keepBest(of: &next, &made)
    layers.append(next)
    steps.append(made)
  }

  /// Sorts the nodes, best first, and leaves the worst out.
  private func keepBest(of nodes: inout [Node], _ steps: inout [Step]) {
    let order = nodes.indices.sorted { (nodes[$0].cost, $0) < (nodes[$1].cost, $1) }
      .prefix(Self.mostStacks)
    var place = [Int?](repeating: nil, count: nodes.count)
    for (new, old) in order.enumerated() { place[old] = new }
    var moved = [Int](repeating: -1, count: steps.count)
    var kept: [Step] = []
    for (index, step) in steps.enumerated() {
      guard let to = place[step.to] else { continue }
      moved[index] = kept.count
      kept.append(Step(from: step.from, to: to, cost: step.cost, part: step.part))
    }
    nodes = order.map { old in
      var node = nodes[old]
      node.step = moved[node.step]
      return node
    }
    steps = kept
  }

  private mutating func goBack() {
    let last = layers.count - 1
    for index in layers[last].indices where layers[last][index].stack.isEmpty {
      layers[last][index].rest = 0
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

  private func collect() -> (pairs: [Pair], ends: [Int]) {
    var parts = [QuotationPart](repeating: .alone, count: steps.count)
    var node = layers[steps.count].firstIndex { $0.stack.isEmpty }
    guard node != nil else { return ([], []) }
    for layer in steps.indices.reversed() {
      guard let here = node else { break }
      let step = steps[layer][layers[layer + 1][here].step]
      parts[layer] = step.part
      node = step.from
    }
    let sure = steps.indices.map { isSure(of: parts[$0], at: $0) }
    var open: [Int] = []
    var pairs: [Pair] = []
    var ends: [Int] = []
    for (place, part) in parts.enumerated() {
      switch part {
      case .opens: open.append(place)
      case .closes(let isSingle):
        guard let first = open.popLast() else { break }
        if sure[first], sure[place] {
          let (open, close) = (marks.startIndex + first, marks.startIndex + place)
          pairs.append(Pair(open: open, close: close, isSingle: isSingle))
        }
      case .alone: break
      }
      if open.isEmpty { ends.append(marks.startIndex + place + 1) }
    }
    return (pairs, ends)
  }

  /// Whether every reading that writes a mark otherwise is clearly worse.
  private func isSure(of part: QuotationPart, at place: Int) -> Bool {
    let mark = marks[marks.startIndex + place]
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

/// What a mark does in a reading.
enum QuotationPart {
  case opens(isSingle: Bool)
  case closes(isSingle: Bool)
  case alone

  func written(_ mark: QuotationMark) -> Unicode.Scalar {
    switch self {
    case .opens(let isSingle): isSingle ? "‘" : "“"
    case .closes(let isSingle): isSingle ? "’" : "”"
    case .alone: mark.scalar
    }
  }
}



/// The marks that are open, the innermost last: three at most, three bits each.
private struct Stack: Equatable {
  private var bits: UInt16 = 0
  /// Whether the innermost was opened by the mark right before the next: an empty quotation.
  private var isFresh = false

  /// How an open mark was written and what it will be.
  private enum Level: UInt16 {
    case double = 1
    case straightDouble = 2
    case single = 3
    /// A straight double mark within double ones.
    case straightInner = 4
    case straightSingle = 5

    var isSingle: Bool { rawValue >= Level.single.rawValue }
    var isTurned: Bool { self == .double || self == .single }
  }

  var isEmpty: Bool { bits == 0 }

  private var top: Level? { Level(rawValue: bits & 7) }
  private var isFull: Bool { bits >> 6 != 0 }

  /// The parts that a mark may have here, what speaks against each, and the stack behind it.
  func moves(over mark: QuotationMark, isFollowed: Bool) -> [(QuotationPart, Int, Stack)] {
    var moves: [(QuotationPart, Int, Stack)] = []
    var same = self
    same.isFresh = false
    moves.append((.alone, mark.against.standingAlone, same))
    if !isFull {
      let level = level(of: mark)
      if let nesting = againstNesting(level) {
        var pushed = Stack()
        pushed.bits = bits << 3 | level.rawValue
        pushed.isFresh = isFollowed
        let part = QuotationPart.opens(isSingle: level.isSingle)
        moves.append((part, mark.against.opening + nesting, pushed))
      }
    }
    if let top, let mixing = againstMixing(top, mark) {
      var popped = Stack()
      popped.bits = bits >> 3
      let cost = mark.against.closing + mixing + (isFresh ? 60 : 0)
      moves.append((.closes(isSingle: top.isSingle), cost, popped))
    }
    return moves
  }

  private func level(of mark: QuotationMark) -> Level {
    if mark.isSingle { return mark.opens == nil ? .straightSingle : .single }
    if mark.opens != nil { return .double }
    return top.map { !$0.isSingle } ?? false ? .straightInner : .straightDouble
  }

  /// What speaks against a quotation of a level within the innermost open one.
  private func againstNesting(_ level: Level) -> Int? {
    guard let top else { return 0 }
    switch (top, level) {
    case (.straightSingle, .straightSingle): return nil
    case (.straightDouble, .straightInner), (.double, .straightInner): return 20
    case (.straightDouble, .double), (.straightInner, .straightDouble): return 25
    case (.double, .double), (.single, .single): return 15
    default: return top.isSingle && level.isSingle ? 20 : 0
    }
  }

  /// What speaks against a mark's closing what another opened; nil where it cannot.
  private func againstMixing(_ top: Level, _ mark: QuotationMark) -> Int? {
    switch top {
    case .double: mark.isSingle ? nil : mark.opens == nil ? 25 : 0
    case .straightDouble: mark.isSingle ? nil : mark.opens == nil ? 0 : 25
    case .single: !mark.isSingle ? nil : mark.opens == nil ? 25 : 0
    case .straightSingle: !mark.isSingle ? nil : mark.opens == nil ? 0 : 25
    case .straightInner:
      if mark.isSingle { mark.opens == nil ? nil : 40 } else { mark.opens == nil ? 0 : nil }
    }
  }
}
