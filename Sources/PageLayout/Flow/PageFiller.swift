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
  ///
  /// A chain of blocks that are kept with each other and are higher than a page cannot be kept:
  /// then each is kept with the one behind it only.
  private func fits(_ index: Int) -> Bool {
    let start = cursor + max(pendingSpace, children[index].spaceBefore)
    let isTooLong = end(ofChain: index, from: .zero, linking: .max) > fullRoom + Self.slack
    let end = end(ofChain: index, from: start, linking: isTooLong ? 1 : .max)
    return end <= room + Self.slack
  }

  /// Where the smallest beginning of a block ends, with what it is kept with.
  ///
  /// It is followed for `most` links. Beyond a page the answer is only that it is beyond.
  private func end(ofChain first: Int, from start: Length, linking most: Int) -> Length {
    var index = first
    var end = start
    while children[index].keepWithNext, index - first < most, index + 1 < children.count,
      end <= start + fullRoom
    {
      end = wholeEnd(of: children[index], from: end)
      end += max(children[index].spaceAfter, children[index + 1].spaceBefore)
      index += 1
    }
    return leastEnd(of: children[index], from: end)
  }

  private func leastEnd(of child: FlowChild, from start: Length) -> Length {
    switch child.content {
    case .paragraph(let plan):
      let style = plan.paragraph.style
      let count = plan.lines.count
      let isWhole = child.keepTogether || count < style.orphans + style.widows
      let least = isWhole ? count : style.orphans
      return endOfLines(max(1, min(least, count)), of: plan, from: start)
    case .table(let plan):
      let rows = plan.body.count < 2 * Self.fewestRows ? plan.body.count : Self.fewestRows
      return start + plan.height(of: plan.part(0..<rows))
    case .fixed, .space, .pageBreak: return wholeEnd(of: child, from: start)
    }
  }

  private func wholeEnd(of child: FlowChild, from start: Length) -> Length {
    switch child.content {
    case .paragraph(let plan):
      max(endOfLines(plan.lines.count, of: plan, from: start), start + (child.extent ?? .zero))
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
    let start = cursor
    var next = 0
    while next < plan.lines.count {
      let count = linesToPlace(plan.lines.count - next, of: plan, isFirst: next == 0)
      if count == 0 {
        startPage()
        continue
      }
      let tops = tops(count, of: plan, from: cursor)
      let end = (tops.last ?? cursor) + style.lineStep
      if end > fullRoom + Self.slack { tooHigh.append((index, end - fullRoom)) }
      put(index, .lines(next..<(next + count), tops: tops), until: end)
      next += count
      if next < plan.lines.count { startPage() }
    }
    if let extent = children[index].extent, cursor > start { cursor = max(cursor, start + extent) }
  }

  /// How many of the lines that are left stand on this page: all, or as many as leave enough on
  /// either side of the page end; none when the page must end before them.
  private func linesToPlace(_ rest: Int, of plan: ParagraphPlan, isFirst: Bool) -> Int {
    let style = plan.paragraph.style
    let fitting = linesThatFit(rest, of: plan)
    guard fitting < rest else { return rest }
    let count = min(fitting, rest - style.widows)
    let least = isFirst ? style.orphans : 1
    if count >= least { return count }
    return isAtTop ? max(1, fitting) : 0
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

  /// A table without rows is its head and what closes it, and stands on one page.
  private mutating func place(_ plan: TablePlan, of index: Int) {
    guard !plan.body.isEmpty else {
      put(index, .rows(plan.part(0..<0), top: cursor), until: cursor + plan.height)
      return
    }
    var next = 0
    while next < plan.body.count {
      let end = endOfRows(from: next, of: plan)
      if end == next, !isAtTop {
        startPage()
        continue
      }
      let part = plan.part(next..<(end == next ? plan.endOfFirstRows(from: next) : end))
      let height = plan.height(of: part)
      if cursor + height > fullRoom + Self.slack {
        tooHigh.append((index, cursor + height - fullRoom))
      }
      put(index, .rows(part, top: cursor), until: cursor + height)
      next = part.rows.upperBound
      if next < plan.body.count { startPage() }
    }
  }

  /// Behind the last row that stands on this page; `next` itself when none does.
  ///
  /// Three rows at least stand on either side of the page end, where rows are not so high that a
  /// page holds no six of them.
  private func endOfRows(from next: Int, of plan: TablePlan) -> Int {
    let count = plan.body.count
    func fits(_ end: Int) -> Bool {
      cursor + plan.height(of: plan.part(next..<end)) <= room + Self.slack
    }
    if fits(count) { return count }
    let ends = plan.breaks.filter { $0 > next && $0 < count }
    let fitting = ends.prefix(while: fits)
    let balanced = fitting.last { $0 - next >= Self.fewestRows && count - $0 >= Self.fewestRows }
    return balanced ?? (isAtTop ? fitting.last ?? next : next)
  }
}
