import DocumentModel
import Geometry

/// Distributes the flow over pages: decides what stands where, and builds nothing.
///
/// Heights are reckoned in line boxes: 0 is half a gap above the first character frame, and the
/// room of a page is a whole number of line steps. So a line's box top is `grid.top(ofLine:)`.
struct PageFiller {
  /// Something that has its place on a page.
  struct Placed {
    enum What {
      /// Lines of a paragraph; each has the top of its line box.
      case lines(Range<Int>, tops: [Length])
      case rows(TablePart, top: Length)
      case whole(top: Length)
    }

    let child: Int
    let what: What
  }

  struct FilledPage {
    var placed: [Placed] = []
    /// How far the page is filled.
    var used = Length.zero
  }

  let children: [FlowChild]
  let grid: CharacterGrid
  /// The room of pages that are to end early, by page index.
  var limits: [Int: Length] = [:]

  private(set) var pages: [FilledPage] = [FilledPage()]
  private var cursor = Length.zero
  /// The space that the last block wants behind it.
  private var pendingSpace = Length.zero
  /// Blocks that are higher than a page, with what they have too much.
  private(set) var tooHigh: [(child: Int, excess: Length)] = []

  /// The fewest rows of a table on either side of a page end (look §7).
  private static let fewestRows = 3

  init(_ children: [FlowChild], grid: CharacterGrid, limits: [Int: Length] = [:]) {
    self.children = children
    self.grid = grid
    self.limits = limits
  }

  /// The room of a full page.
  var fullRoom: Length { grid.height + grid.gap }

  mutating func fill() {
    for index in children.indices { place(index) }
  }

  private var room: Length { limits[pages.count - 1] ?? fullRoom }
  private var isAtTop: Bool { pages[pages.count - 1].placed.isEmpty }

  /// Goes on to a new page.
  mutating func startPage() {
    pages.append(FilledPage())
    cursor = .zero
    pendingSpace = .zero
  }

  private mutating func put(_ child: Int, _ what: Placed.What, until end: Length) {
    pages[pages.count - 1].placed.append(Placed(child: child, what: what))
    pages[pages.count - 1].used = end
    cursor = end
  }

  private mutating func place(_ index: Int) {
    let child = children[index]
    switch child.content {
    case .space(let height):
      if !isAtTop { cursor += height }
      return
    case .pageBreak:
      if !isAtTop { startPage() }
      return
    case .paragraph, .table, .fixed: break
    }
    if !isAtTop, !fits(index) { startPage() }
    if !isAtTop { cursor += max(pendingSpace, child.spaceBefore) }
    switch child.content {
    case .paragraph(let plan): place(plan, of: index)
    case .table(let plan): place(plan, of: index)
    case .fixed(let plan): place(plan, of: index)
    case .space, .pageBreak: break
    }
    pendingSpace = child.spaceAfter
  }

  // MARK: What must stand together

  /// Whether the least that may stand at a page's foot still fits.
  private func fits(_ index: Int) -> Bool {
    let start = cursor + max(pendingSpace, children[index].spaceBefore)
    return end(ofLeast: index, from: start) <= room + Self.slack
  }

  /// Where the smallest beginning of a block ends, with all that it is kept with.
  private func end(ofLeast index: Int, from start: Length) -> Length {
    let child = children[index]
    guard child.keepWithNext, index + 1 < children.count else {
      return leastEnd(of: child, from: start)
    }
    let own = wholeEnd(of: child, from: start)
    let space = max(child.spaceAfter, children[index + 1].spaceBefore)
    return end(ofLeast: index + 1, from: own + space)
  }

  private func leastEnd(of child: FlowChild, from start: Length) -> Length {
    switch child.content {
    case .paragraph(let plan):
      let style = plan.paragraph.style
      let count = plan.lines.count
      let least = count < style.orphans + style.widows ? count : style.orphans
      return endOfLines(max(1, min(least, count)), of: plan, from: start)
    case .table(let plan):
      let rows = plan.body.count < 2 * Self.fewestRows ? plan.body.count : Self.fewestRows
      let part = TablePart(
        rows: 0..<rows,
        isFirst: true,
        isLast: rows == plan.body.count
      )
      return start + plan.height(of: part)
    case .fixed, .space, .pageBreak: return wholeEnd(of: child, from: start)
    }
  }

  private func wholeEnd(of child: FlowChild, from start: Length) -> Length {
    switch child.content {
    case .paragraph(let plan): endOfLines(plan.lines.count, of: plan, from: start)
    case .table(let plan): start + plan.height
    case .fixed(let plan): start + (child.extent ?? plan.height)
    case .space(let height): start + height
    case .pageBreak: start
    }
  }

  // MARK: Lines

  /// Positions are rounded to whole units; a hair more is no overflow.
  private static let slack = Length(units: 1000)

  /// The first grid line whose box does not begin before a height.
  private func gridLine(from height: Length) -> Int {
    var line = max(0, (height - Self.slack).count(of: grid.linePitch) - 1)
    while grid.top(ofLine: line) < height - Self.slack { line += 1 }
    return line
  }

  private func gridSteps(of plan: ParagraphPlan) -> Int {
    let step = plan.paragraph.style.lineStep
    return max(1, (step + grid.linePitch.scaled(by: 1, over: 2)).count(of: grid.linePitch))
  }

  /// The tops of line boxes from a height on.
  private func tops(_ count: Int, of plan: ParagraphPlan, from start: Length) -> [Length] {
    guard plan.paragraph.style.onGrid else {
      return (0..<count).map { start + $0 * plan.paragraph.style.lineStep }
    }
    let first = gridLine(from: start)
    let steps = gridSteps(of: plan)
    return (0..<count).map { grid.top(ofLine: first + $0 * steps) }
  }

  private func endOfLines(_ count: Int, of plan: ParagraphPlan, from start: Length) -> Length {
    guard count > 0 else { return start }
    let style = plan.paragraph.style
    guard style.onGrid else { return start + count * style.lineStep }
    let last = gridLine(from: start) + (count - 1) * gridSteps(of: plan)
    return grid.top(ofLine: last) + style.lineStep
  }

  private mutating func place(_ plan: ParagraphPlan, of index: Int) {
    let style = plan.paragraph.style
    var next = 0
    while next < plan.lines.count {
      let rest = plan.lines.count - next
      var count = linesThatFit(rest, of: plan)
      if count < rest {
        count = min(count, rest - style.widows)
        let least = next == 0 ? style.orphans : 1
        if count < least, !isAtTop {
          startPage()
          continue
        }
        count = max(1, count)
      }
      let tops = tops(count, of: plan, from: cursor)
      let end = (tops.last ?? cursor) + style.lineStep
      put(index, .lines(next..<(next + count), tops: tops), until: end)
      next += count
      if next < plan.lines.count { startPage() }
    }
  }

  private func linesThatFit(_ wanted: Int, of plan: ParagraphPlan) -> Int {
    var count = 0
    while count < wanted,
      endOfLines(count + 1, of: plan, from: cursor) <= room + Self.slack
    { count += 1 }
    return count
  }

  // MARK: Blocks and tables

  private mutating func place(_ plan: any BlockPlan, of index: Int) {
    let height = children[index].extent ?? plan.height
    if height > fullRoom + Self.slack { tooHigh.append((index, height - fullRoom)) }
    put(index, .whole(top: cursor), until: cursor + height)
  }

  private mutating func place(_ plan: TablePlan, of index: Int) {
    var next = 0
    repeat {
      let part = largestPart(of: plan, from: next)
      let progress = part.rows.count
      if progress == 0, !isAtTop {
        startPage()
        continue
      }
      let taken =
        progress == 0
        ? TablePart(
          rows: next..<(next + 1),
          isFirst: next == 0,
          isLast: next + 1 == plan.body.count
        ) : part
      put(index, .rows(taken, top: cursor), until: cursor + plan.height(of: taken))
      next = taken.rows.upperBound
      if next < plan.body.count { startPage() }
    } while next < plan.body.count
  }

  /// The most rows that fit, with three at least on either side of the page end.
  private func largestPart(of plan: TablePlan, from next: Int) -> TablePart {
    let all = TablePart(rows: next..<plan.body.count, isFirst: next == 0, isLast: true)
    if cursor + plan.height(of: all) <= room + Self.slack { return all }
    var end = plan.body.count - min(Self.fewestRows, plan.body.count - next)
    while end > next {
      let part = TablePart(rows: next..<end, isFirst: next == 0, isLast: false)
      if cursor + plan.height(of: part) <= room + Self.slack {
        return end - next >= Self.fewestRows || isAtTop
          ? part : TablePart(rows: next..<next, isFirst: next == 0, isLast: false)
      }
      end -= 1
    }
    return TablePart(rows: next..<next, isFirst: next == 0, isLast: false)
  }
}
