import Diagnostics

/// One line of a report while it is being cleaned.
struct Line {
  /// What a line is there for.
  enum Role: Hashable {
    case text
    /// Says source and time; read by `structure`, then left out.
    case byline
    /// Belongs to the head of a bulletin it was printed in; read and left out likewise.
    case masthead
  }

  var text: Strand
  /// The line as it stands in the source.
  let source: Strand
  /// The byte of the source it begins at.
  let start: Int
  var role = Role.text
  /// The number of empty lines before it.
  var blankBefore = 0
  /// The characters of white space it began with.
  var indent = 0

  init(_ source: Strand, at start: Int) {
    self.source = source
    self.text = source
    self.start = start
  }

  var isBlank: Bool { text.scalars.allSatisfy(\.isSpace) }

  /// Whether any scalar is a tabulator between cells.
  var isTabular: Bool { text.scalars.contains("\t") }
}

extension Strand {
  /// The lines of a text; line ends belong to none of them.
  func lines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    for index in indices where scalars[index].isLineEnd {
      // The line feed after a carriage return ends no line of its own.
      let isSecondHalf = scalars[index] == "\n" && index > 0 && scalars[index - 1] == "\r"
      if !isSecondHalf { lines.append(Line(slice(start..<index), at: Int(starts[start]))) }
      start = index + 1
    }
    if start < count { lines.append(Line(slice(start..<count), at: Int(starts[start]))) }
    return lines
  }
}

extension Array<Line> {
  /// The lines that are not empty, each knowing how many empty ones stood before it.
  func withoutBlankLines(_ log: inout CleaningLog, reporting: Bool) -> [Line] {
    var kept: [Line] = []
    var firstBlank: Int?
    var blanks = 0
    for line in self {
      guard !line.isBlank else {
        firstBlank = firstBlank ?? line.start
        blanks += 1
        continue
      }
      if reporting, blanks > 1, let start = firstBlank {
        let place = Span(file: line.source.file, start: start, end: line.start)
        log.repair(.space, from: "\n\n", to: "\n", at: place, by: .blankLines)
      }
      kept.append(line)
      kept[kept.count - 1].blankBefore = blanks
      (firstBlank, blanks) = (nil, 0)
    }
    return kept
  }
}
