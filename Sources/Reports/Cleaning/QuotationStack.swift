/// What a quotation mark does in a reading.
enum QuotationPart {
  case opens(isSingle: Bool)
  case closes(isSingle: Bool)
  case alone

  /// Whether a mark may have this part where it stands at all.
  func isPossible(for mark: QuotationMark) -> Bool {
    switch self {
    case .opens: mark.context.opening < 60
    case .closes: mark.context.closing < 50
    case .alone: true
    }
  }

  func written(_ mark: QuotationMark) -> Unicode.Scalar {
    switch self {
    case .opens(let isSingle): isSingle ? "‘" : "“"
    case .closes(let isSingle): isSingle ? "’" : "”"
    case .alone: mark.scalar
    }
  }
}

/// The quotation marks that are open, the innermost last: three at most.
struct QuotationStack: Equatable {
  private var bits: UInt32 = 0
  private var depth = 0
  /// Whether the innermost was opened by the mark right before the next: an empty quotation.
  private var isFresh = false

  struct Move {
    let part: QuotationPart
    /// What speaks against it.
    let cost: Int
    /// What is open behind it.
    let stack: QuotationStack
  }

  /// How an open mark is written, and what stands before it.
  private struct Level {
    let bits: UInt32
    static let width: UInt32 = 5

    var isSingle: Bool { bits & 1 != 0 }
    var isTurned: Bool { bits & 2 != 0 }
    var followsColon: Bool { bits & 4 != 0 }
    var followsWord: Bool { bits & 8 != 0 }
    var isFirst: Bool { bits & 16 != 0 }

    init(bits: UInt32) { self.bits = bits }

    init(_ mark: QuotationMark) {
      let context = mark.context
      bits =
        (mark.isSingle ? 1 : 0) | (mark.opens != nil ? 2 : 0) | (context.followsColon ? 4 : 0)
        | (context.followsWord ? 8 : 0) | (context.isFirst ? 16 : 0)
    }
  }

  private static let deepest = 3

  private var top: Level? { depth == 0 ? nil : Level(bits: bits & (1 << Level.width - 1)) }

  /// What speaks against a line's ending so; nil where none does.
  ///
  /// A quotation of several paragraphs opens each and closes only the last (4.8.3.5).
  var againstEnding: Int? {
    guard let top else { return 0 }
    guard depth == 1, top.isFirst, !top.isSingle else { return nil }
    return top.isTurned ? 15 : 45
  }

  /// The parts that a mark may have here.
  func moves(over mark: QuotationMark, isFollowed: Bool) -> [Move] {
    var same = self
    same.isFresh = false
    var moves = [Move(part: .alone, cost: mark.context.standingAlone, stack: same)]
    if depth < Self.deepest {
      var pushed = self
      pushed.bits = bits << Level.width | Level(mark).bits
      pushed.depth = depth + 1
      pushed.isFresh = isFollowed
      let cost = mark.context.opening + againstNesting(mark)
      moves.append(Move(part: .opens(isSingle: depth % 2 == 1), cost: cost, stack: pushed))
    }
    if let top {
      var popped = self
      popped.bits = bits >> Level.width
      popped.depth = depth - 1
      popped.isFresh = false
      let cost = mark.context.closing + (isFresh ? 60 : 0) + Self.againstPairing(top, mark)
      moves.append(Move(part: .closes(isSingle: popped.depth % 2 == 1), cost: cost, stack: popped))
    }
    return moves
  }

  /// What speaks against a mark's opening a quotation at this level.
  private func againstNesting(_ mark: QuotationMark) -> Int {
    guard let top else { return mark.isSingle && mark.opens != nil ? 15 : 0 }
    let isTurned = mark.opens != nil
    if mark.isSingle { return top.isSingle ? (isTurned ? 20 : 25) : 0 }
    if top.isSingle { return isTurned ? 0 : 5 }
    return isTurned ? (top.isTurned ? 15 : 25) : 12
  }

  /// What speaks against a mark's closing what another opened.
  private static func againstPairing(_ top: Level, _ mark: QuotationMark) -> Int {
    let isTurned = mark.opens != nil
    if top.isTurned, isTurned { return top.isSingle == mark.isSingle ? 0 : 45 }
    let mixing =
      switch (top.isSingle == mark.isSingle, top.isTurned == isTurned) {
      case (true, true): 0
      case (true, false): 25
      case (false, false): 35
      case (false, true): 45
      }
    return mixing + againstContent(top, mark.context)
  }

  /// What speaks against words as a quotation: “你们喊的” ends with 的, after a colon stands a whole
  /// sentence, amid a sentence none.
  private static func againstContent(_ top: Level, _ context: QuotationContext) -> Int {
    if context.endsSentence { return top.followsWord ? 12 : 0 }
    let isCutOff = top.followsColon && context.precedesWord
    return (isCutOff ? 20 : 0) + (context.followsParticle ? 12 : 0)
  }
}
