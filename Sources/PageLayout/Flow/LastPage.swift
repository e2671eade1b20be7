import DocumentModel
import Geometry

/// Sees to it that the last page holds enough: a few lines, or the imprint (版记), do not stand
/// alone on it.
///
/// Where the layout allows it, pages of the last spread, or all from the second on, are set with a
/// line or two more or fewer, which GB/T 9704-2012 names as the way (7.3.5, and 5.2.3: “特定情况可以
/// 作适当调整”). Else lines are carried over to the imprint's page (look §10).
struct LastPage {
  let grid: CharacterGrid
  /// The height of what stands at the foot.
  let height: Length
  /// By how many lines a page may differ from the grid.
  let mostFitLines: Int

  /// Four lines stand on a last page, or two where the paragraphs allow no more.
  private static let fewestLines = 4
  private static let leastLines = 2
  /// More lines than this are not carried over: then the imprint takes a page as it comes.
  private static let mostLines = 12

  /// The filled pages, the last of which has the room.
  func fill(_ children: [FlowChild]) -> PageFiller {
    var filler = PageFiller(children, grid: grid)
    filler.fill()
    if hasRoom(filler), isEnough(filler, Self.fewestLines) { return filler }
    if let fitted = fitted(filler) { return fitted }
    guard height > .zero else { return filler }
    if let filled = carriedOver(Self.fewestLines, from: filler) { return filled }
    if hasRoom(filler) { return filler }
    if let filled = carriedOver(Self.leastLines, from: filler) { return filled }
    filler.addEmptyPage()
    return filler
  }

  private func hasRoom(_ filler: PageFiller) -> Bool {
    guard height > .zero, let last = filler.pages.last else { return true }
    return last.used + height <= bottom
  }

  /// The lower edge of the last character frame, in line boxes.
  private var bottom: Length { grid.height + grid.gap.scaled(by: 1, over: 2) }

  /// Whether so many lines stand on the last page.
  ///
  /// What the document itself begins on a page of its own is as long as it is.
  private func isEnough(_ filler: PageFiller, _ lines: Int) -> Bool {
    guard filler.pages.count > 1, let last = filler.pages.last, !last.isForced else { return true }
    return last.used >= lines * grid.linePitch - PageScan.slack
  }

  // MARK: More or fewer lines

  private func fitted(_ filler: PageFiller) -> PageFiller? {
    for difference in 0..<max(0, mostFitLines) {
      for lines in [grid.lines + difference + 1, grid.lines - difference - 1] {
        for first in fitPages(filler.pages.count, isFewer: lines > grid.lines) {
          if let trial = trial(filler, lines: lines, from: first) { return trial }
        }
      }
    }
    return nil
  }

  /// Where fitted pages may begin, by index: with the last spread, so that facing pages have the
  /// same lines, or with the second page, for the first has the masthead.
  private func fitPages(_ count: Int, isFewer: Bool) -> [Int] {
    let last = max(0, count - (isFewer ? 2 : 1))
    // Pages of odd index are even pages, and face the one behind them.
    let spread = last % 2 == 0 ? max(0, last - 1) : last
    return spread > 1 ? [spread, 1] : [spread]
  }

  private func trial(_ filler: PageFiller, lines: Int, from first: Int) -> PageFiller? {
    guard lines > 1, filler.pages.indices.contains(first) else { return nil }
    var own = grid
    own.lines = lines
    // The gap between lines is from a half to the whole of the characters (clreq, Line gap).
    guard own.gap * 2 >= own.characterSize, own.gap <= own.characterSize else { return nil }
    var trial = filler
    trial.fit = PageFiller.Fit(firstPage: first, grid: own)
    trial.refill(fromPage: first)
    let isLonger = trial.pages.count > filler.pages.count
    let isGood =
      hasRoom(trial) && isEnough(trial, Self.fewestLines)
      && trial.partedCount <= filler.partedCount && (!isLonger || !hasRoom(filler))
    return isGood ? trial : nil
  }

  // MARK: Lines carried over

  private func carriedOver(_ fewest: Int, from filler: PageFiller) -> PageFiller? {
    // An imprint that has room shares the page of the few lines; else it takes the next one.
    let page = filler.pages.count - (hasRoom(filler) ? 2 : 1)
    guard page >= 0 else { return nil }
    for lines in 1...Self.mostLines {
      let limit = filler.pages[page].used - lines * grid.linePitch
      guard limit > .zero else { break }
      var trial = filler
      trial.limits[page] = limit
      trial.refill(fromPage: page)
      let isGood =
        trial.pages.count == page + 2 && isEnough(trial, fewest) && hasRoom(trial)
        && trial.partedCount <= filler.partedCount
      if isGood { return trial }
    }
    return nil
  }
}
