import WritingSystems

/// A list of contents pasted as text: numbered lines that are all said again further down.
enum ContentsList {
  private static let fewest = 4

  /// The lines of the list; none where there is none.
  static func lines(of lines: [Line]) -> Set<Int> {
    var last: [[Unicode.Scalar]: Int] = [:]
    for index in lines.indices {
      if let key = key(lines[index]) { last[key] = index }
    }
    var run: [Int] = []
    for index in lines.indices {
      let isRepeated = key(lines[index]).flatMap { last[$0] }.map { $0 > index } ?? false
      if isRepeated {
        run.append(index)
      } else if run.count >= fewest {
        break
      } else {
        run = []
      }
    }
    guard run.count >= fewest, let first = run.first, let end = run.last else { return [] }
    // What is listed stands below the whole list.
    let stands = run.allSatisfy { index in
      key(lines[index]).flatMap { last[$0] }.map { $0 > end } ?? false
    }
    return stands ? Set(first...end) : []
  }

  /// A numbered line without spaces, leaders and the number of its page; nil for any other.
  private static func key(_ line: Line) -> [Unicode.Scalar]? {
    let scalars = line.text.scalars
    guard scalars.count <= 60, !line.isTabular,
      let mark = HeadingMark(scalars, allowsBare: true), mark.end < scalars.count
    else { return nil }
    let shown = scalars.filter { !$0.isSpace }
    let page = shown.reversed().prefix {
      $0.decimalDigit != nil || ".…·".unicodeScalars.contains($0)
    }
    let hasLeader = page.contains { $0.decimalDigit == nil }
    return hasLeader ? Array(shown.dropLast(page.count)) : shown
  }
}
