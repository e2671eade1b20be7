import Diagnostics

/// Quotation marks and brackets: closed, opened, the right way round, and not within their like.
///
/// A quotation over several paragraphs has its opening mark at the head of each and its closing
/// mark at the end of the last (GB/T 15834-2011, 4.8.3.5).
struct Pairs {
  /// Marks left open by passages that end in the middle of a sentence: titles and lines that were
  /// broken may close them below.
  private var pending: [Pending] = []

  private struct Pending {
    let passage: Passage
    let kind: PairKind
    let place: Int
  }

  /// A sentence is broken into no more lines, and leaves no more open.
  private static let mostLines = 3
  private static let mostOpen = 8

  mutating func check(_ passage: Passage, next: Passage?, _ log: inout ProofLog) {
    flush(before: passage.index - Self.mostLines, &log)
    var reading = PairReading(passage)
    reading.read(&log)
    let (open, unopened) = reading.rest(next: next, &log)
    for mark in unopened {
      if let place = pending.lastIndex(where: { $0.kind == mark.kind }) {
        pending.remove(at: place)
      } else {
        log.add(.unopenedMark, mark.place..<(mark.place + 1), of: passage)
      }
    }
    let isBroken = !(passage.plain.last?.endsSentence ?? true) && open.count <= Self.mostOpen
    for mark in open {
      let left = Pending(passage: passage, kind: mark.kind, place: mark.place)
      if isBroken { pending.append(left) } else { Self.leave(left, &log) }
    }
  }

  /// Says what is still open at the end of the report.
  mutating func finish(_ log: inout ProofLog) { flush(before: Int.max, &log) }

  private mutating func flush(before index: Int, _ log: inout ProofLog) {
    for mark in pending where mark.passage.index < index { Self.leave(mark, &log) }
    pending.removeAll { $0.passage.index < index }
  }

  private static func leave(_ mark: Pending, _ log: inout ProofLog) {
    log.add(.unclosedMark, mark.place..<(mark.place + 1), of: mark.passage)
  }
}

/// The kinds of pairs; half-width brackets pair with full-width ones.
private enum PairKind: Int, CaseIterable {
  case double, single, corner, whiteCorner, round, square, curly, lenticular, whiteLenticular
  case tortoise, title, innerTitle

  var isQuote: Bool { rawValue <= PairKind.whiteCorner.rawValue }

  var isBracket: Bool {
    rawValue >= PairKind.round.rawValue && self != .title && self != .innerTitle
  }

  static func opened(by scalar: Unicode.Scalar) -> PairKind? {
    switch scalar {
    case "“": .double
    case "‘": .single
    case "「": .corner
    case "『": .whiteCorner
    case "（", "(": .round
    case "［", "[": .square
    case "｛": .curly
    case "【": .lenticular
    case "〖": .whiteLenticular
    case "〔": .tortoise
    case "《": .title
    case "〈": .innerTitle
    default: nil
    }
  }

  static func closed(by scalar: Unicode.Scalar) -> PairKind? {
    switch scalar {
    case "”": .double
    case "’": .single
    case "」": .corner
    case "』": .whiteCorner
    case "）", ")": .round
    case "］", "]": .square
    case "｝": .curly
    case "】": .lenticular
    case "〗": .whiteLenticular
    case "〕": .tortoise
    case "》": .title
    case "〉": .innerTitle
    default: nil
    }
  }
}

private struct PairReading {
  let passage: Passage
  private var open: [(kind: PairKind, place: Int)] = []
  /// How many of each kind are open, so that no search goes through a deep stack in vain.
  private var depth = [Int](repeating: 0, count: PairKind.allCases.count)
  /// Closing marks without their opening ones: either that is missing, or they face the wrong way.
  private var unopened: [(kind: PairKind, place: Int)] = []

  init(_ passage: Passage) {
    self.passage = passage
  }

  mutating func read(_ log: inout ProofLog) {
    for index in passage.scalars.indices {
      let scalar = passage.scalars[index]
      guard scalar.value < 0x80 || scalar.value >= 0x2018, !isArrow(index) else { continue }
      if let kind = PairKind.opened(by: scalar) {
        open(kind, at: index, &log)
      } else if let kind = PairKind.closed(by: scalar), !isApostrophe(scalar, index) {
        close(kind, at: index, &log)
      } else if scalar == "\"" || scalar == "＂", isUndecided(index) {
        log.add(.straightQuotes, index..<(index + 1), of: passage)
      }
    }
  }

  /// 》》 that points to a link.
  private func isArrow(_ index: Int) -> Bool {
    let scalar = passage.scalars[index]
    return (scalar == "》" || scalar == "《")
      && (passage.at(index - 1) == scalar || passage.at(index + 1) == scalar)
  }

  /// A straight mark beside Chinese that is no inch: cleaning could not tell which way it turns.
  private func isUndecided(_ index: Int) -> Bool {
    let before = passage.at(index - 1)
    let after = passage.at(index + 1)
    guard passage.kind != .cell, !before.isDigit, before != "=", after != ":", after != "," else {
      return false
    }
    return (before.isHan || before.isPauseMark || before.endsSentence || before == Passage.nothing)
      && (after.isHan || after.isPauseMark || after.endsSentence || after == Passage.nothing)
  }

  /// ’ of it’s and of the years ’25.
  private func isApostrophe(_ scalar: Unicode.Scalar, _ index: Int) -> Bool {
    guard scalar == "’", depth[PairKind.single.rawValue] == 0 else { return false }
    return passage.at(index - 1).isLetter || passage.at(index + 1).isDigit
      || passage.at(index + 1).isLetter
  }

  private mutating func open(_ kind: PairKind, at index: Int, _ log: inout ProofLog) {
    if depth[kind.rawValue] > 0, kind.isQuote, faceless(kind, at: index) {
      // “甲“: the second closes, and faces the wrong way.
      log.add(.reversedQuotes, index..<(index + 1), of: passage)
      pop(to: kind)
      return
    }
    if depth[kind.rawValue] > 0 { nest(kind, at: index, &log) }
    open.append((kind, index))
    depth[kind.rawValue] += 1
  }

  /// Marks of one form right within each other; a third layer takes those of the first again
  /// (4.8.3.4, 4.9.3.6), and the brackets of a title are its own: （《办法（试行）》）.
  private func nest(_ kind: PairKind, at index: Int, _ log: inout ProofLog) {
    if kind == .double || kind == .corner {
      guard open.last(where: { $0.kind.isQuote })?.kind == kind else { return }
      log.add(.nestedQuotes, index..<(index + 1), of: passage)
    } else if kind.isBracket, passage.scalars[index].value > 0x7F, depth[kind.rawValue] == 1 {
      guard open.last(where: { !$0.kind.isQuote })?.kind == kind else { return }
      log.add(.nestedBrackets, index..<(index + 1), of: passage)
    } else if kind == .title, depth[PairKind.innerTitle.rawValue] == 0 {
      log.add(.nestedTitles, index..<(index + 1), of: passage)
    }
  }

  /// Whether an opening quotation mark stands where only a closing one can: behind it comes a mark
  /// or the end, before it a word.
  private func faceless(_ kind: PairKind, at index: Int) -> Bool {
    let next = passage.at(index + 1)
    let before = passage.at(index - 1)
    return next == Passage.nothing || next.isPauseMark || next.endsSentence
      || (before.endsSentence && next == "）")
  }

  private mutating func close(_ kind: PairKind, at index: Int, _ log: inout ProofLog) {
    guard depth[kind.rawValue] > 0 else {
      if !isItemNumber(index) { unopened.append((kind, index)) }
      return
    }
    while let top = open.last, top.kind != kind {
      leave(top, &log)
      open.removeLast()
      depth[top.kind.rawValue] -= 1
    }
    open.removeLast()
    depth[kind.rawValue] -= 1
  }

  /// How far back an opening mark is looked for, so that time stays linear.
  private static let farthestBack = 64

  private mutating func pop(to kind: PairKind) {
    let near = open.suffix(Self.farthestBack)
    guard let place = near.lastIndex(where: { $0.kind == kind }) else { return }
    depth[kind.rawValue] -= 1
    open.remove(at: place)
  }

  private func leave(_ mark: (kind: PairKind, place: Int), _ log: inout ProofLog) {
    guard !isIntervalOrCode(mark) else { return }
    log.add(.unclosedMark, mark.place..<(mark.place + 1), of: passage)
  }

  /// Half-width brackets of Latin text and code are nobody's business here.
  private func isIntervalOrCode(_ mark: (kind: PairKind, place: Int)) -> Bool {
    let scalar = passage.scalars[mark.place]
    return scalar == "[" || (scalar == "(" && !passage.at(mark.place - 1).isHan)
  }

  /// 1） and a) number items.
  private func isItemNumber(_ index: Int) -> Bool {
    let scalar = passage.scalars[index]
    guard scalar == "）" || scalar == ")" else { return scalar == "]" }
    var start = index
    while start > 0, index - start < 4, isOrdinal(passage.at(start - 1)) { start -= 1 }
    guard start < index else { return scalar == ")" && !passage.at(index - 1).isHan }
    let before = passage.at(start - 1)
    return start == 0 || before.isPauseMark || before.endsSentence || before.isSpace
  }

  private func isOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isLetter || scalar.isHanNumeral
  }

  // MARK: - The end

  typealias Mark = (kind: PairKind, place: Int)

  /// What is left open and what closes nothing, but for marks that face the wrong way.
  mutating func rest(
    next: Passage?,
    _ log: inout ProofLog
  ) -> (open: [Mark], unopened: [Mark]) {
    reportReversed(&log)
    return (open.filter { !isCarriedOn($0, to: next) && !isIntervalOrCode($0) }, unopened)
  }

  /// ”甲“: a closing mark without its opening one before an opening one that is not closed.
  private mutating func reportReversed(_ log: inout ProofLog) {
    for kind in [PairKind.double, .single] {
      guard let first = unopened.firstIndex(where: { $0.kind == kind }),
        let last = open.lastIndex(where: { $0.kind == kind && $0.place > unopened[first].place })
      else { continue }
      log.add(.reversedQuotes, unopened[first].place..<(open[last].place + 1), of: passage)
      unopened.remove(at: first)
      open.remove(at: last)
    }
  }

  /// A quotation that the next paragraph goes on with.
  private func isCarriedOn(_ mark: (kind: PairKind, place: Int), to next: Passage?) -> Bool {
    guard mark.kind == .double || mark.kind == .corner, passage.kind.isProse, let next,
      let first = next.scalars.first
    else { return false }
    return PairKind.opened(by: first) == mark.kind && passage.scalars.last?.isPauseMark ?? false
      || PairKind.opened(by: first) == mark.kind && passage.scalars.last?.endsSentence ?? false
  }
}
