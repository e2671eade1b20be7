import DocumentModel
import Geometry

/// Distributes the flow over pages: decides what stands where, and builds nothing.
///
/// Each page is filled as far as it goes, and ends at the last place where nothing is parted that
/// should stand together; where there is none, at the one that breaks least. A page is looked at
/// twice at most, so time is proportional to the pages.
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
    /// Where the page begins in the flow.
    var start: FlowPlace
    /// The page before was ended by the document.
    var isForced: Bool
    /// Blocks that are higher than a page, with what they have too much.
    var tooHigh: [(child: Int, excess: Length)] = []
    /// The block that the end of the page parts from what it should stand with.
    var parted: (child: Int, broken: BrokenKeeps)?
  }

  /// Pages from one on that have more or fewer lines than the grid of the document.
  struct Fit: Hashable {
    let firstPage: Int
    let grid: CharacterGrid
  }

  let children: [FlowChild]
  let grid: CharacterGrid
  /// The room of pages that are to end early, by page index.
  var limits: [Int: Length] = [:]
  var fit: Fit?

  private(set) var pages: [FilledPage] = []

  init(_ children: [FlowChild], grid: CharacterGrid) {
    self.children = children
    self.grid = grid
  }

  /// The room of a full page.
  var fullRoom: Length { grid.height + grid.gap }

  /// How many page ends part what should stand together.
  var partedCount: Int { pages.count { $0.parted != nil } }

  /// Fills all pages.
  mutating func fill() { fill(from: FilledPage(start: .beginning, isForced: false)) }

  /// Fills the pages from one on again.
  mutating func refill(fromPage index: Int) {
    let start = FilledPage(start: pages[index].start, isForced: pages[index].isForced)
    pages.removeSubrange(index...)
    fill(from: start)
  }

  /// Adds a page with nothing of the flow on it.
  mutating func addEmptyPage() {
    let end = FlowPlace(child: children.count, piece: 0)
    pages.append(FilledPage(start: end, isForced: false))
  }

  private mutating func fill(from first: FilledPage) {
    var page = first
    while true {
      var scan = scan(from: page.start, page: pages.count)
      let outcome = scan.run()
      let end = outcome == .full ? bestEnd(of: scan) : nil
      close(&page, scan, end: end)
      pages.append(page)
      guard outcome != .finished else { return }
      page = FilledPage(start: end?.next ?? scan.next, isForced: outcome == .forced)
    }
  }

  private func scan(from place: FlowPlace, page: Int) -> PageScan {
    let own = fit.flatMap { page >= $0.firstPage ? $0.grid : nil } ?? grid
    return PageScan(children, from: place, grid: own, base: grid, limit: limits[page])
  }

  /// Where a full page ends.
  ///
  /// What is carried over whole but cannot stand whole on the next page either is not carried
  /// over: the page is filled, and what must be broken is broken here.
  private func bestEnd(of scan: PageScan) -> PageEnd {
    guard let best = PageEnd.best(of: scan.ends) else {
      preconditionFailure("a page is full only when a piece stands on it")
    }
    guard best.broken.isEmpty, best.count < scan.ends.count else { return best }
    var following = self.scan(from: best.next, page: pages.count + 1)
    guard following.run() == .full, PageEnd.best(of: following.ends)?.broken.isEmpty == false else {
      return best
    }
    return PageEnd.best(of: scan.ends.dropFirst(best.count)) ?? best
  }

  private func close(_ page: inout FilledPage, _ scan: PageScan, end: PageEnd?) {
    let pieces = scan.pieces.prefix(end?.count ?? scan.pieces.count)
    page.tooHigh = scan.tooHigh
    page.used = pieces.last?.end ?? .zero
    if let end, !end.broken.isEmpty, let last = pieces.last {
      page.parted = (last.place.child, end.broken)
    }
    var start = pieces.startIndex
    while start < pieces.endIndex {
      let child = pieces[start].place.child
      let stop = pieces[start...].firstIndex { $0.place.child != child } ?? pieces.endIndex
      page.placed.append(placed(pieces[start..<stop], of: child))
      start = stop
    }
  }

  private func placed(_ pieces: ArraySlice<PageScan.SetPiece>, of child: Int) -> Placed {
    guard let first = pieces.first, let last = pieces.last else {
      preconditionFailure("a block is placed with a piece at least")
    }
    switch children[child].content {
    case .paragraph:
      let lines = first.place.piece..<(last.place.piece + 1)
      return Placed(child: child, what: .lines(lines, tops: pieces.map(\.top)))
    case .table(let plan):
      let from = plan.rows(ofPiece: first.place.piece).lowerBound
      let rows = from..<plan.rows(ofPiece: last.place.piece).upperBound
      return Placed(child: child, what: .rows(plan.part(rows), top: first.top))
    case .fixed: return Placed(child: child, what: .whole(top: first.top))
    case .space, .pageBreak: preconditionFailure("spaces and page breaks have no pieces")
    }
  }
}
