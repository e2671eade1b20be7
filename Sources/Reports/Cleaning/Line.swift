import Diagnostics

/// What ends a line: `\n`, `\r\n` and the others.
struct LineEnd: Hashable {
  let text: String
  let span: Span
}

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

  /// What the markup of a file says a line is; a line of plain text says nothing.
  enum Form: Hashable {
    case plain
    case title
    /// A heading of some rank, 1 the highest.
    case heading(Int)
    case item
    /// A row of a table, its cells parted by tabulators; tables are numbered.
    case row(table: Int)
    /// The file of a picture.
    case image
    case caption
    case note
  }

  var text: Strand
  /// The line as it stands in the source.
  let source: Strand
  /// The byte of the source it begins at.
  let start: Int
  var role = Role.text
  var form = Form.plain
  /// The number of empty lines before it.
  var blankBefore = 0
  /// The characters of white space it began with.
  var indent = 0
  /// The byte after the bold words that the line begins with, as markup says.
  ///
  /// Where it is not before the end, the whole line is bold.
  var leadInEnd: Int?
  /// The line end right before it; nil where its file has none.
  var endBefore: LineEnd?
  /// Whether a page ended before it: a folio or a repeated head stood there.
  var followsPageEnd = false
  /// What was done to it so far, to be listed if it stays.
  var deeds: [CleaningLog.Deed] = []
  /// Whether a label (副标题：) says that it is a subtitle.
  var isSubtitle = false
  /// Whether it is a row by its tabulators or spaces alone: its words may still say that it is of a
  /// page.
  var isDrawn = false
  /// The picture that it stands for, among those of its document.
  var picture: Int?

  init(_ source: Strand, at start: Int) {
    self.source = source
    self.text = source
    self.start = start
  }

  /// A line that a reader of marked-up text made.
  init(_ source: Strand, as form: Form) {
    self.init(source, at: Int(source.starts.first ?? 0))
    self.form = form
  }

  /// The line that a picture stands in.
  init(_ source: Strand, picture: Int) {
    self.init(source, as: .image)
    self.picture = picture
  }

  var isBlank: Bool { text.scalars.allSatisfy(\.isSpace) }

  /// Whether it is a row of a table: by its markup, or of one that was drawn.
  var isTabular: Bool { table != nil }

  /// The number of the table that it is a row of.
  var table: Int? {
    if case .row(let table) = form { table } else { nil }
  }

  /// Whether the whole line is bold, as markup says.
  var isBold: Bool {
    guard let leadInEnd, let last = text.ends.last else { return false }
    return leadInEnd >= Int(last)
  }

  var headingRank: Int? {
    if case .heading(let rank) = form { rank } else { nil }
  }

  /// Whether it cannot stand in a cell of a table, whose words are one line.
  var standsApart: Bool {
    switch form {
    case .image, .note, .row: true
    case .title, .plain, .heading, .item, .caption: false
    }
  }

  /// Whether the rules for lines of a page know nothing of it: what its markup says is surer.
  var isSettled: Bool {
    switch form {
    case .row: !isDrawn
    case .title, .image: true
    case .plain, .heading, .item, .caption, .note: false
    }
  }
}

extension Strand {
  /// The lines of a text; line ends belong to none of them.
  func lines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    var end: Range<Int>?
    func add(upTo index: Int) {
      var line = Line(slice(start..<index), at: Int(starts[start]))
      line.endBefore = end.map { LineEnd(text: string(of: $0), span: span(of: $0)) }
      lines.append(line)
    }
    for index in indices where scalars[index].isLineEnd {
      // The line feed after a carriage return ends no line of its own.
      let isSecondHalf = scalars[index] == "\n" && index > 0 && scalars[index - 1] == "\r"
      if !isSecondHalf { add(upTo: index) }
      end = (isSecondHalf ? index - 1 : index)..<(index + 1)
      start = index + 1
    }
    if start < count { add(upTo: count) }
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
        line.deeds.forEach { log.record($0) }
        firstBlank = firstBlank ?? line.start
        blanks += 1
        continue
      }
      // Notes stand in another part of the file than the lines around them.
      if reporting, blanks > 1, let start = firstBlank, start <= line.start {
        let place = Span(file: line.source.file, start: start, end: line.start)
        log.repair(.space, from: "\n\n", to: "\n", at: place, by: .blankLines)
      }
      kept.append(line)
      kept[kept.count - 1].blankBefore = Swift.max(line.blankBefore, blanks)
      (firstBlank, blanks) = (nil, 0)
    }
    return kept
  }
}
