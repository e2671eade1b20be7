import Geometry
import Typography

extension Gap {
  /// Sets the gaps beside Western text so that the Han behind it stands on the pitch again.
  ///
  /// clreq, Mixed text composition: on a strict grid the gap may go up to half an em to return to
  /// it. Both gaps of a run are alike, between an eighth and a half em, as near to a quarter as
  /// may be; a run that no such gaps bring back keeps a quarter. What stands at a line's start or
  /// end has lost a gap and leaves the grid as other text does.
  static func returnToGrid(_ gaps: inout [Gap], units: [LineUnit], cells: [Cell]) {
    var start: Int?
    var width = Length.zero
    var elastic: [Int] = []
    for index in units.indices {
      if units[index].kind.isHanLike {
        if start != nil, !elastic.isEmpty, units[index].em > .zero {
          set(elastic, of: &gaps, width: width, cell: units[index])
        }
        start = index
        width = .zero
        elastic = []
      } else {
        width += cells[index].body
      }
      if units[index].opportunity == .mandatory { start = nil }
      guard start != nil, index < gaps.count else { continue }
      if gaps[index].shrinkClass == .westernGap {
        elastic.append(index)
      } else {
        width += gaps[index].natural
      }
    }
  }

  /// `width` is what stands between two Han but for the elastic gaps; both Han are of one size.
  private static func set(
    _ elastic: [Int],
    of gaps: inout [Gap],
    width: Length,
    cell: LineUnit
  ) {
    guard let limits = GapLimits(.grid, em: cell.em) else { return }
    let pitch = cell.em + cell.tracking
    // The next cell begins where a tracking follows a whole number of pitches.
    let taken = width - cell.tracking
    let natural = taken + elastic.count * limits.natural
    guard pitch > .zero, natural > .zero else { return }
    let below = natural.count(of: pitch)
    let each = [below, below + 1].map { cells in
      (cells * pitch - taken).scaled(by: 1, over: Int64(elastic.count))
    }
    let fitting = each.filter { limits.least <= $0 && $0 <= limits.most }
    let nearest = fitting.min { (a, b) in
      (a - limits.natural).magnitude < (b - limits.natural).magnitude
    }
    guard let nearest else { return }
    for index in elastic {
      gaps[index].natural = nearest
      gaps[index].shrink = nearest - limits.least
      gaps[index].stretch = limits.most - nearest
    }
  }
}

extension Length {
  fileprivate var magnitude: Length { self < .zero ? -self : self }
}
