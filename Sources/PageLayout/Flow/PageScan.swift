import DocumentModel
import Geometry
import Typography

/// Sets pieces of the flow on one page until it is full, and notes where it may end.
///
/// Heights are reckoned in line boxes: 0 is half a gap above the first character frame, and the
/// room of a page is a whole number of line steps. So a line's box top is `grid.top(ofLine:)`.
struct PageScan {
  /// A piece in its place.
  ///
  /// A table's rows have the top of the table's part on the page.
  struct SetPiece {
    let place: FlowPlace
    let top: Length
    let end: Length
    /// The grid line that a line of text stands on.
    var gridLine: Int?
  }

  enum Outcome {
    /// The flow ends on the page.
    case finished
    /// The page ends here because the document says so.
    case forced
    /// The next piece does not fit.
    case full
  }

  private let children: [FlowChild]
  /// The grid of the page, which may differ from that of the document in its lines.
  private let grid: CharacterGrid
  /// The grid of the document, which line steps are multiples of.
  private let base: CharacterGrid
  private let room: Length

  private(set) var next: FlowPlace
  private(set) var pieces: [SetPiece] = []
  private(set) var ends: [PageEnd] = []
  /// Blocks that are higher than a page, with what they have too much.
  private(set) var tooHigh: [(child: Int, excess: Length)] = []
  private var cursor = Length.zero
  /// The space that the last block wants behind it.
  private var pendingSpace = Length.zero
  /// The index of the first piece of the block that was set last.
  private var blockStart = 0
  /// How many lines of text a heading still wants below it.
  private var owedLines = 0

  /// The fewest lines of text below a heading (look §10).
  private static let linesBelowHeading = 2
  /// The fewest rows of a table on either side of a page end (look §7).
  private static let fewestRows = 3
  /// Positions are rounded to whole units; a hair more is no overflow.
  static let slack = Length(units: 1000)

  init(
    _ children: [FlowChild],
    from place: FlowPlace,
    grid: CharacterGrid,
    base: CharacterGrid,
    limit: Length?
  ) {
    self.children = children
    self.grid = grid
    self.base = base
    let full = grid.height + grid.gap
    room = limit.map { min($0, full) } ?? full
    next = place
  }

  /// Fills the page.
  mutating func run() -> Outcome {
    while next.child < children.count {
      let child = children[next.child]
      switch child.content {
      case .pageBreak:
        next = next.nextChild
        if !pieces.isEmpty { return .forced }
      case .space(let height):
        next = next.nextChild
        if !pieces.isEmpty { cursor += height }
      case .paragraph, .table, .fixed:
        guard place(child) else { return .full }
      }
    }
    return .finished
  }

  // MARK: Pieces

  /// Sets the next piece; false when it does not fit, but the first piece of a page always does.
  private mutating func place(_ child: FlowChild) -> Bool {
    guard child.pieceCount > 0 else {
      skip(child)
      return true
    }
    let piece = position(of: child)
    let excess = piece.end - bottom(of: child)
    if excess > Self.slack {
      guard pieces.isEmpty else { return false }
      tooHigh.append((next.child, excess))
    }
    if previous == nil { blockStart = pieces.count }
    pieces.append(piece)
    cursor = piece.end
    advance(behind: child)
    return true
  }

  /// A paragraph without text takes no room but its spaces.
  private mutating func skip(_ child: FlowChild) {
    if !pieces.isEmpty { cursor += max(pendingSpace, child.spaceBefore) }
    pendingSpace = child.spaceAfter
    next = next.nextChild
  }

  private mutating func advance(behind child: FlowChild) {
    let place = next
    let isLast = place.piece + 1 == child.pieceCount
    countLines(of: child, isLast: isLast)
    next = isLast ? place.nextChild : place.nextPiece
    let broken = broken(behind: place, of: child, isLast: isLast)
    ends.append(PageEnd(next: next, count: pieces.count, broken: broken))
    if isLast { close(child) }
  }

  /// The room a block takes in the flow beyond its own height.
  private mutating func close(_ child: FlowChild) {
    pendingSpace = child.spaceAfter
    let first = pieces[blockStart]
    guard first.place.piece == 0 else { return }
    if let extent = child.extent, case .paragraph = child.content {
      cursor = max(cursor, first.top + extent)
    }
    if let block = child.headingBlock {
      // The heading's share of whole grid lines ends here, with the space it wants behind it.
      pendingSpace = .zero
      cursor = grid.top(ofLine: gridLine(from: cursor + block.spaceAfter))
    }
  }

  private mutating func countLines(of child: FlowChild, isLast: Bool) {
    guard case .paragraph = child.content else {
      owedLines = 0
      return
    }
    if child.isHeading {
      owedLines = isLast ? Self.linesBelowHeading : 0
    } else {
      owedLines = max(0, owedLines - 1)
    }
  }

  // MARK: Positions

  private func position(of child: FlowChild) -> SetPiece {
    switch child.content {
    case .paragraph(let plan) where plan.paragraph.style.onGrid: gridPosition(of: plan, in: child)
    case .paragraph(let plan): freePosition(of: plan, in: child)
    case .table(let plan): position(of: plan, in: child)
    case .fixed(let plan): fixedPosition(of: plan, in: child)
    case .space, .pageBreak: preconditionFailure("spaces and page breaks have no pieces")
    }
  }

  /// Whether the piece before is of the same block on the same page.
  private var previous: SetPiece? {
    guard let last = pieces.last, last.place.child == next.child else { return nil }
    return last
  }

  /// Where a block begins that has no piece on the page yet.
  private func beginning(of child: FlowChild) -> Length {
    guard !pieces.isEmpty else { return child.inset(atTopOf: base, isFirst: next.piece == 0) }
    return cursor + max(pendingSpace, child.spaceBefore)
  }

  /// Lines on the grid stand on its lines, whatever their own step is beyond whole lines.
  private func gridPosition(of plan: ParagraphPlan, in child: FlowChild) -> SetPiece {
    let steps = gridSteps(of: plan)
    let line =
      previous?.gridLine.map { $0 + steps }
      ?? gridLine(from: pieces.isEmpty ? .zero : beginning(of: child))
    return SetPiece(
      place: next,
      top: grid.top(ofLine: line),
      end: grid.top(ofLine: line + steps),
      gridLine: line
    )
  }

  private func freePosition(of plan: ParagraphPlan, in child: FlowChild) -> SetPiece {
    let step = plan.paragraph.style.lineStep
    var top = previous == nil ? beginning(of: child) : cursor
    if let block = child.headingBlock, next.piece == 0 { top = headingTop(block, in: child) }
    return SetPiece(place: next, top: top, end: top + step)
  }

  /// A heading of a size of its own stands in the middle of whole grid lines, with the spaces
  /// that it wants within them (clreq, Headings; JLREQ 4.1.5).
  private func headingTop(_ block: FlowChild.HeadingBlock, in child: FlowChild) -> Length {
    let before = pieces.isEmpty ? .zero : max(pendingSpace, child.spaceBefore)
    let first = gridLine(from: cursor)
    let wanted = before + block.height + block.spaceAfter
    let last = gridLine(from: grid.top(ofLine: first) + wanted)
    let spare = grid.top(ofLine: last) - grid.top(ofLine: first) - wanted
    return grid.top(ofLine: first) + before + max(.zero, spare).scaled(by: 1, over: 2)
  }

  private func position(of plan: TablePlan, in child: FlowChild) -> SetPiece {
    let top = previous?.top ?? beginning(of: child)
    let first = previous == nil ? next.piece : pieces[blockStart].place.piece
    let rows = plan.rows(ofPiece: first).lowerBound..<plan.rows(ofPiece: next.piece).upperBound
    return SetPiece(place: next, top: top, end: top + plan.height(of: plan.part(rows)))
  }

  private func fixedPosition(of plan: any BlockPlan, in child: FlowChild) -> SetPiece {
    let top = beginning(of: child)
    return SetPiece(place: next, top: top, end: top + (child.extent ?? plan.height))
  }

  /// The lowest that the next piece may reach.
  private func bottom(of child: FlowChild) -> Length {
    guard let drop = child.drop(atFootOf: base, place: next) else { return room }
    return min(room, base.height + base.gap - drop)
  }

  // MARK: The grid

  /// The first grid line whose box does not begin before a height.
  private func gridLine(from height: Length) -> Int {
    var line = max(0, (height - Self.slack).count(of: grid.linePitch) - 1)
    while grid.top(ofLine: line) < height - Self.slack { line += 1 }
    return line
  }

  private func gridSteps(of plan: ParagraphPlan) -> Int {
    let step = plan.paragraph.style.lineStep
    return max(1, (step + base.linePitch.scaled(by: 1, over: 2)).count(of: base.linePitch))
  }

  // MARK: What speaks against an end

  /// What the page breaks when it ends behind a piece.
  private func broken(behind place: FlowPlace, of child: FlowChild, isLast: Bool) -> BrokenKeeps {
    var broken: BrokenKeeps = []
    if owedLines > 0, owedLines < Self.linesBelowHeading { broken.insert(.headingWithOneLine) }
    if isLast {
      if child.keepWithNext, !isForcedEnd { broken.insert(.keptWithNext) }
    } else {
      if child.keepTogether { broken.insert(.keptTogether) }
      broken.formUnion(partedPieces(behind: place.piece + 1, of: child))
    }
    if isBeforeLoneCharacter { broken.insert(.characterAlone) }
    return broken
  }

  private var isForcedEnd: Bool {
    guard next.child < children.count, case .pageBreak = children[next.child].content else {
      return false
    }
    return true
  }

  /// What is broken by parting a block behind so many of its pieces.
  private func partedPieces(behind count: Int, of child: FlowChild) -> BrokenKeeps {
    switch child.content {
    case .paragraph(let plan):
      let style = plan.paragraph.style
      let rest = plan.lines.count - count
      // Of what is kept with the next block two lines go with it: the text with its signature.
      let widows = child.keepWithNext ? max(2, style.widows) : style.widows
      return count < min(style.orphans, plan.lines.count) || rest < min(widows, plan.lines.count)
        ? .lineAlone : []
    case .table(let plan):
      let row = plan.rows(ofPiece: count - 1).upperBound
      let isEnough = row >= Self.fewestRows && plan.body.count - row >= Self.fewestRows
      return isEnough ? [] : .rowsAlone
    case .fixed, .space, .pageBreak: return []
    }
  }

  /// Whether what comes next is one Han and then the end of its paragraph.
  private var isBeforeLoneCharacter: Bool {
    guard next.child < children.count, case .paragraph(let plan) = children[next.child].content,
      next.piece + 1 == plan.lines.count
    else { return false }
    // A one-line paragraph of one Han may begin a page if more stands below it.
    let isAlone = next.piece > 0 || next.child + 1 == children.count
    return isAlone && plan.endsInLoneCharacter
  }
}
