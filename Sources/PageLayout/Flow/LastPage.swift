import DocumentModel
import Geometry

/// Makes room for what stands at the foot of the last page (版记).
///
/// The imprint is never alone: at least four lines of text stand on its page (look §10); if it
/// does not fit under the text, lines are carried over to a page of their own with it.
struct LastPage {
  let grid: CharacterGrid
  /// The height of what stands at the foot.
  let height: Length

  /// Four lines beside the imprint, or two where the paragraphs allow no more.
  private static let fewestLines = [4, 2]
  /// More lines than this are not carried over: then the imprint takes a page as it comes.
  private static let mostLines = 12

  /// The filled pages, the last of which has the room.
  func fill(_ children: [FlowChild]) -> PageFiller {
    var filler = PageFiller(children, grid: grid)
    filler.fill()
    guard height > .zero, !hasRoom(filler) else { return filler }
    for lines in Self.fewestLines {
      if let filled = carriedOver(lines, of: children, from: filler) { return filled }
    }
    return withEmptyPage(filler)
  }

  private func hasRoom(_ filler: PageFiller) -> Bool {
    guard let last = filler.pages.last else { return false }
    return last.used + height <= bottom
  }

  /// The lower edge of the last character frame, in line boxes.
  private var bottom: Length { grid.height + grid.gap.scaled(by: 1, over: 2) }

  private func carriedOver(
    _ fewest: Int,
    of children: [FlowChild],
    from filler: PageFiller
  ) -> PageFiller? {
    let last = filler.pages.count - 1
    for lines in 1...Self.mostLines {
      let limit = filler.pages[last].used - lines * grid.linePitch
      guard limit > .zero else { break }
      var trial = PageFiller(children, grid: grid, limits: [last: limit])
      trial.fill()
      let isEnough = (trial.pages.last?.used ?? .zero) >= fewest * grid.linePitch
      if trial.pages.count == last + 2, isEnough, hasRoom(trial) { return trial }
    }
    return nil
  }

  private func withEmptyPage(_ filler: PageFiller) -> PageFiller {
    var longer = filler
    longer.startPage()
    return longer
  }
}
