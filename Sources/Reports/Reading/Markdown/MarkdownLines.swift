import Diagnostics
import WritingSystems

/// Puts the texts of a Markdown document together into lines, each character with its place.
///
/// cmark gives the text of an element and the line where its block begins; the place of each
/// character is found by going through the source in step with the text: what is passed over is
/// markup.
struct MarkdownLines {
  /// What a line begins with that is markup in the source: the number of an item, the mark of a note.
  private struct Label {
    let text: String
    let place: Range<Int>
  }

  private let source: Strand
  /// For each line of the text the index of its first scalar.
  private let lineStarts: [Int]
  private var cursor = 0
  private var text: Strand
  private var isBold = false
  private var isBoldSoFar = true
  private var boldEnd: Int?
  private var form = Line.Form.plain
  private var lists: [(isOrdered: Bool, number: Int)] = []
  private var label: Label?
  private var isItem = false
  private var row: [TableGrid.Cell]?
  private var grid: TableGrid?
  private var tableCount = 0
  private var pictureText = MarkdownPictures()
  /// Pictures in cells, which stand below their table.
  private var belowTable: [Line] = []
  /// The text of the cell before a picture in it.
  private var cellText: Strand?
  private var footnote = 0
  private var references = 0
  private var isNote = false
  private(set) var lines: [Line] = []
  private(set) var dropped: [Strand] = []
  /// The pictures that lines stand for.
  var pictures: [Report.Picture] { pictureText.found }

  init(_ source: Strand, _ bytes: [UInt8]) {
    self.source = source
    text = Strand(file: source.file)
    var starts = [0]
    for index in source.indices {
      let scalar = source.scalars[index]
      let isSecondHalf =
        scalar == "\r" && index + 1 < source.count && source.scalars[index + 1] == "\n"
      if (scalar == "\n" || scalar == "\r") && !isSecondHalf { starts.append(index + 1) }
    }
    lineStarts = starts
  }

  mutating func visit(_ step: MarkdownTree.Step) {
    switch step.kind {
    case "paragraph", "heading", "code_block", "html_block", "thematic_break": visitBlock(step)
    case "list", "item", "tasklist": visitList(step)
    case "table", "table_row", "table_header", "table_cell": visitTable(step)
    case "footnote_definition": visitNote(step)
    default:
      if step.isEntering || step.kind == "strong" || step.kind == "image" { visitInline(step) }
    }
  }

  mutating func finish() {
    flush()
    lines = pictureText.withoutIdleCaptions(lines)
    dropRest()
  }

  /// Drops the words of the source that are in no line: the addresses of links, what a table's row
  /// has too many.
  private mutating func dropRest() {
    var isShown = Array(repeating: false, count: source.count)
    // Texts follow the source: the place of a character is mostly that behind the one before.
    var index = 0
    for strand in lines.map(\.text) + dropped {
      // White space shows no words, though a space may stand for a stretch with words in it.
      for place in strand.indices where !strand.scalars[place].isPageSpace {
        let start = strand.starts[place]
        if index >= source.count || source.starts[index] != start {
          guard let found = scalar(atByte: start) else { continue }
          index = found
        }
        while index < source.count, source.ends[index] <= strand.ends[place] {
          isShown[index] = true
          index += 1
        }
      }
    }
    for line in zip(lineStarts, lineStarts.dropFirst() + [source.count]) {
      dropRest(of: line.0..<line.1, isShown)
    }
  }

  /// The scalar of the source that begins at a byte, found by halving.
  private func scalar(atByte start: UInt32) -> Int? {
    var low = 0
    var high = source.count
    while low < high {
      let middle = (low + high) / 2
      if source.starts[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < source.count && source.starts[low] == start ? low : nil
  }

  private mutating func dropRest(of line: Range<Int>, _ isShown: [Bool]) {
    var index = line.lowerBound
    while index < line.upperBound {
      let end = (index..<line.upperBound).first { isShown[$0] } ?? line.upperBound
      let shown = (index..<end).filter {
        !source.scalars[$0].isSpace && !source.scalars[$0].isLineEnd
      }
      if let first = shown.first, let last = shown.last,
        shown.contains(where: { Self.isWord(source.scalars[$0]) })
      {
        dropped.append(source.slice(first..<(last + 1)))
      }
      index = (end..<line.upperBound).first { !isShown[$0] } ?? line.upperBound
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  // MARK: Blocks

  private mutating func visitBlock(_ step: MarkdownTree.Step) {
    guard step.isEntering else {
      flush()
      return pictureText.endBlock(lines)
    }
    flush()
    pictureText.beginBlock(at: lines.count)
    move(to: step)
    switch step.kind {
    case "heading": form = .heading(step.rank)
    case "paragraph": form = isNote ? .note : isItem ? .item : .plain
    case "code_block":
      for line in (step.literal ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
        append(String(line))
        flush()
      }
    case "html_block": dropMarkup(step.literal ?? "")
    default: break
    }
    if step.kind == "paragraph" || step.kind == "heading" { addLabel() }
  }

  private mutating func visitList(_ step: MarkdownTree.Step) {
    if step.kind == "list" {
      flush()
      if step.isEntering { lists.append((step.isOrdered, step.start)) } else { _ = lists.popLast() }
    } else if step.isEntering, let list = lists.last {
      isItem = !list.isOrdered
      move(to: step)
      label = list.isOrdered ? Label(text: "\(list.number).", place: number(at: cursor)) : nil
      lists[lists.count - 1].number += 1
    } else {
      flush()
      (isItem, label) = (false, nil)
    }
  }

  /// The number of an item is markup in Markdown, and read as text.
  private mutating func addLabel() {
    guard let label else { return }
    self.label = nil
    text.append(label.text.unicodeScalars, standingFor: span(of: label.place))
  }

  /// The span of scalars of the source, which may be none.
  private func span(of range: Range<Int>) -> Span {
    guard range.isEmpty else { return source.span(of: range) }
    let isInside = range.lowerBound < source.count
    let place = Int(isInside ? source.starts[range.lowerBound] : source.ends.last ?? 0)
    return Span(file: source.file, start: place, end: place)
  }

  /// The number of a list's item with its mark, if it stands at a place: `3.` or `3)`.
  private func number(at place: Int) -> Range<Int> {
    let rest = source.scalars[min(place, source.count)...]
    let digits = rest.prefix(9).prefix { $0.isASCIIDigit }
    let end = digits.endIndex
    guard !digits.isEmpty, end < source.count, [".", ")"].contains(source.scalars[end]) else {
      return place..<place
    }
    return place..<(end + 1)
  }

  /// The mark of a note, from a place on: `[^1]`; what stands on the next line is none of it, though
  /// cmark may read it so.
  private func noteMark(from place: Int) -> Range<Int> {
    let near = source.scalars[min(place, source.count)...].prefix(Self.reach)
    let start = near.indices.first {
      near[$0] == "[" && $0 + 1 < near.endIndex && near[$0 + 1] == "^"
    }
    guard let start, let end = near[start...].firstIndex(where: { $0 == "]" || $0.isLineEnd })
    else { return place..<place }
    return start..<(near[end] == "]" ? end + 1 : end)
  }

  /// Markup between two texts is short, but for addresses.
  private static let reach = 2_048

  private mutating func visitTable(_ step: MarkdownTree.Step) {
    switch (step.kind, step.isEntering) {
    case ("table", true):
      flush()
      move(to: step)
      grid = TableGrid(file: source.file)
    case ("table", false):
      tableCount += 1
      lines += (grid?.lines(table: tableCount, at: 0) ?? []) + belowTable
      (grid, belowTable) = (nil, [])
    case ("table_cell", true): move(to: step)
    case ("table_cell", false):
      row?.append(TableGrid.Cell(text: text.collapsed()))
      text = Strand(file: source.file)
    case (_, true): row = []
    case (_, false):
      if let row { grid?.append(row) }
      row = nil
    }
  }

  private mutating func visitNote(_ step: MarkdownTree.Step) {
    flush()
    isNote = step.isEntering
    guard step.isEntering else { return }
    footnote += 1
    move(to: step)
    label = Label(
      text: Numerals.circled(footnote) ?? "(\(footnote))",
      place: noteMark(from: cursor)
    )
  }

  // MARK: Inlines

  private mutating func visitInline(_ step: MarkdownTree.Step) {
    switch step.kind {
    case "text", "code": append(step.literal ?? "")
    case "softbreak", "linebreak":
      if step.kind == "linebreak" && row == nil { return flush(keepingForm: true) }
      text.append("\n", at: span(of: cursor..<cursor))
    case "strong": isBold = step.isEntering
    case "html_inline": dropMarkup(step.literal ?? "")
    case "image": visitPicture(step)
    case "footnote_reference":
      references += 1
      let mark = Numerals.circled(references) ?? "(\(references))"
      let place = noteMark(from: cursor)
      text.append(mark.unicodeScalars, standingFor: span(of: place))
      cursor = place.upperBound
    default: break
    }
  }

  /// A picture is a line with its file; the words that stand for it in brackets are its caption where
  /// it stands alone and has no other.
  private mutating func visitPicture(_ step: MarkdownTree.Step) {
    guard !step.isEntering else {
      flush(keepingForm: true)
      if row != nil {
        cellText = text
        text = Strand(file: source.file)
      }
      return
    }
    let words = text.collapsed()
    text = cellText ?? Strand(file: source.file)
    cellText = nil
    guard let address = step.url, !address.isEmpty else {
      if !words.isBlank, row == nil { lines.append(Line(words, as: .caption)) }
      return
    }
    let line = line(ofPicture: address, from: addressInBrackets)
    pictureText.describe(words, title: step.title)
    guard row == nil else { return belowTable.append(line) }
    lines.append(line)
    guard !words.isBlank else { return }
    pictureText.addCaption(at: lines.count)
    lines.append(Line(words, as: .caption))
  }

  /// Where the address of a picture begins whose words were read, if it stands behind them and not in
  /// a definition elsewhere: `](`, perhaps with a bracket.
  private var addressInBrackets: Int? {
    let near = cursor..<min(source.count, cursor + 256)
    guard
      var place = near.first(where: { index in
        source.scalars[index] == "]" && index + 1 < source.count
          && ["(", "["].contains(source.scalars[index + 1])
      }), source.scalars[place + 1] == "("
    else { return nil }
    place += 2
    while place < source.count, source.scalars[place].isPageSpace || source.scalars[place] == "<" {
      place += 1
    }
    return place
  }

  /// The line of a picture: its address where it stands, an address of data by its label.
  private mutating func line(ofPicture address: String, from start: Int?) -> Line {
    let outer = text
    defer { text = outer }
    text = Strand(file: source.file)
    let scalars = Array(address.unicodeScalars)
    let isData = address.utf8.prefix(5).elementsEqual("data:".utf8)
    let isAlone = lines.last?.form != .image
    if isData, let range = pictureText.data(scalars, near: start, in: source) {
      let label = InlinePicture.label(address.utf8.prefix(100))
      text.append(label.unicodeScalars, standingFor: source.span(of: range))
      if range.lowerBound == start { cursor = range.upperBound }
      pictureText.add(inline: source.span(of: range), label: label)
    } else if let start, begins(scalars, at: start) {
      cursor = start
      append(address)
      pictureText.add(address, at: text.span(of: text.indices))
    } else {
      let place = span(of: cursor..<cursor)
      text.append(address.unicodeScalars, standingFor: place)
      pictureText.add(address, at: place)
    }
    pictureText.place(besideLast: !isAlone && lines.count > pictureText.blockStart)
    return Line(text, picture: pictureText.found.count - 1)
  }

  // MARK: Places

  private mutating func move(to step: MarkdownTree.Step) {
    guard step.line > 0, step.line <= lineStarts.count else { return }
    var index = lineStarts[step.line - 1]
    // Columns are in bytes of the line.
    var bytes = max(0, step.column - 1)
    while bytes > 0, index < source.count {
      bytes -= String(source.scalars[index]).utf8.count
      index += 1
    }
    cursor = max(cursor, index)
  }

  /// Adds a text with the place of each character, going through the source in step.
  private mutating func append(_ literal: String) {
    let scalars = Array(literal.unicodeScalars)
    guard !scalars.isEmpty else { return }
    if let start = find(scalars) { cursor = start }
    for scalar in scalars {
      guard let place = step(over: scalar) else {
        text.append(scalar, at: span(of: cursor..<cursor))
        continue
      }
      text.append(scalar, at: source.span(of: place))
      cursor = place.upperBound
    }
    guard literal.contains(where: { !$0.isWhitespace }) else { return }
    isBoldSoFar = isBoldSoFar && isBold
    if isBoldSoFar, cursor > 0 { boldEnd = Int(source.ends[cursor - 1]) }
  }

  /// Where a text begins, not far on.
  private func find(_ scalars: [Unicode.Scalar]) -> Int? {
    (cursor..<min(source.count, cursor + Self.reach)).first { begins(scalars, at: $0) }
  }

  /// Whether a text begins at a place, as far as its first characters tell.
  private func begins(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    var next = place
    return scalars.prefix(8).allSatisfy { scalar in
      guard let range = range(of: scalar, at: next) else { return false }
      next = range.upperBound
      return true
    }
  }

  /// The scalars of the source, from an index on, that a character stands for: itself, an escape or
  /// a reference.
  private func range(of scalar: Unicode.Scalar, at index: Int) -> Range<Int>? {
    guard index < source.count else { return nil }
    let first = source.scalars[index]
    if first == "\\", index + 1 < source.count, source.scalars[index + 1] == scalar,
      scalar.isASCII
    {
      return index..<(index + 2)
    }
    // cmark makes U+FFFD of a NUL (CommonMark 2.3).
    if first == scalar || (first == "\0" && scalar == "\u{FFFD}") { return index..<(index + 1) }
    guard first == "&" else { return nil }
    let longest = 33
    let name = source.scalars[(index + 1)..<min(source.count, index + longest)]
      .prefix { $0.isASCIIAlphanumeric || $0 == "#" }
    let end = index + 1 + name.count
    guard !name.isEmpty, end < source.count, source.scalars[end] == ";" else { return nil }
    return index..<(end + 1)
  }

  /// The place of a character at the cursor, or a little further on.
  private func step(over scalar: Unicode.Scalar) -> Range<Int>? {
    if let range = range(of: scalar, at: cursor) { return range }
    let near = cursor..<min(source.count, cursor + 64)
    return source.scalars[near].firstIndex(of: scalar).map { $0..<($0 + 1) }
  }

  private mutating func dropMarkup(_ literal: String) {
    let outer = text
    text = Strand(file: source.file)
    let start = cursor
    append(literal)
    if !text.isBlank { dropped.append(text) }
    text = outer
    let end = cursor
    for picture in MarkdownPictures.tagged(literal) {
      flush(keepingForm: true)
      cursor = start
      let place = find(Array(picture.address.unicodeScalars))
      let line = line(ofPicture: picture.address, from: place)
      pictureText.describe(picture.alternative, title: picture.title, at: line.text)
      if row == nil { lines.append(line) } else { belowTable.append(line) }
    }
    cursor = max(cursor, end)
  }

  private mutating func flush(keepingForm: Bool = false) {
    let shown = text.collapsed()
    if !shown.isBlank, row == nil {
      var line = Line(shown, as: form)
      line.blankBefore = keepingForm ? 0 : 1
      line.leadInEnd = boldEnd
      lines.append(line)
    }
    if row == nil { text = Strand(file: source.file) }
    (isBoldSoFar, boldEnd) = (true, nil)
    if !keepingForm { form = .plain }
  }
}
