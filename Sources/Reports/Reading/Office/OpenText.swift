import Containers
import Diagnostics
import WritingSystems

/// Reads the text of an ODF document into lines.
struct OpenText {
  private struct Paragraph {
    var text: Strand
    var form: Line.Form
    var boldEnd: Int?
    var isBoldSoFar = true
  }

  private let part: MarkupPart
  private let styles: OpenStyles
  private(set) var lines: [Line] = []
  private(set) var dropped: [RawDocument.Dropped] = []
  private(set) var pictures: OpenPictures
  private var below: [Line] = []
  private var boxes: [Int] = []
  private var blanks = 0
  private var tableCount = 0
  private var noteCount = 0
  private var numbering: OpenNumbering
  /// What the next paragraph begins with: the number of its list item.
  private var label: OpenNumbering.Label?
  private var isHidden = false
  private(set) var comments = 0
  private(set) var deletions = 0
  /// Deletions whose words stand where they were, by their ids, and those that are open.
  private var deletionIDs: Set<String> = []
  private var openDeletions: Set<String> = []

  init(_ part: MarkupPart, _ styles: OpenStyles, _ pictures: OpenPictures) {
    self.part = part
    self.styles = styles
    self.pictures = pictures
    numbering = styles.numbering
  }

  /// What stands around each page.
  var furniture: [RawDocument.Dropped] { styles.furniture }

  /// Reads the body; where none is marked as such, all there is.
  mutating func readBody() {
    guard !part.tree.nodes.isEmpty else { return }
    addBlocks(in: part.tree.nodes.firstIndex { $0.name == "office:body" } ?? 0)
  }

  private mutating func addBlocks(in node: Int) {
    for child in part.tree.children(of: node) { addBlock(child) }
  }

  /// Reads a block; an element that is not known is a wrapper around others, as a section is.
  private mutating func addBlock(_ node: Int) {
    switch part.tree.nodes[node].name {
    case "text:p", "text:span", "text:a": addParagraph(node, as: .plain)
    case "text:h": addHeading(node)
    case "text:list": addList(node)
    case "table:table": addTable(node)
    case "text:tracked-changes": readChanges(node)
    case "office:annotation": addComment(node)
    case "text:table-of-content", "text:index-body", "text:alphabetical-index":
      dropWords(of: node, as: .navigation, by: .navigation)
    case "draw:frame":
      addFrame(node, mayStandAbove: false)
      flushBelow()
    case "": dropWords(of: node, as: .control, by: nil)
    default: addBlocks(in: node)
    }
  }

  private func rank(of heading: Int) -> Int? {
    part.tree.value("text:outline-level", of: heading).flatMap { Int($0) }.map { max(1, $0) }
  }

  private mutating func dropWords(
    of node: Int,
    as kind: Report.Dropped.Kind,
    by rule: CleaningRule?
  ) {
    for text in part.nodes(of: node) where part.tree.nodes[text].isText {
      let words = part.text(of: text..<(text + 1))
      if !words.isBlank { dropped.append(.init(text: words, kind: kind, rule: rule)) }
    }
  }

  /// Deletions: their words stand here or, where changes are shown, in the text.
  private mutating func readChanges(_ node: Int) {
    for region in part.tree.children(of: node) {
      guard part.tree.nodes[region].name == "text:changed-region" else {
        dropWords(of: region, as: .trackedChange, by: nil)
        continue
      }
      for change in part.tree.children(of: region) {
        let isDeletion = part.tree.nodes[change].name == "text:deletion"
        if isDeletion {
          deletions += 1
          let ids = ["text:id", "xml:id"].compactMap { part.tree.value($0, of: region) }
          deletionIDs.formUnion(ids)
        }
        for child in part.tree.children(of: change) {
          let isText = isDeletion && part.tree.nodes[child].name != "office:change-info"
          dropWords(of: child, as: isText ? .trackedChange : .control, by: nil)
        }
      }
    }
  }

  /// Drops a comment; who wrote it when is no word of it.
  private mutating func addComment(_ node: Int) {
    comments += 1
    for child in part.tree.children(of: node) {
      let isText = ["text:p", "text:list"].contains(part.tree.nodes[child].name)
      dropWords(of: child, as: isText ? .annotation : .control, by: nil)
    }
  }

  // MARK: Lists and numbers

  private mutating func addHeading(_ node: Int) {
    let level = rank(of: node) ?? 1
    let isUnnumbered =
      part.tree.value("text:is-list-header", of: node) == "true"
      || styles.listName(of: part.tree.value("text:style-name", of: node)) == ""
    if !isUnnumbered {
      let start =
        part.tree.value("text:restart-numbering", of: node) == "true"
        ? part.tree.value("text:start-value", of: node).flatMap { Int($0) } ?? 1 : nil
      label = numbering.heading(level, startingAt: start)
    }
    addParagraph(node, as: .heading(level))
  }

  private mutating func addList(_ node: Int) {
    let style =
      part.tree.value("text:style-name", of: node)
      ?? part.nodes(of: node).lazy.first { part.tree.nodes[$0].name == "text:p" }
      .flatMap { styles.listName(of: part.tree.value("text:style-name", of: $0)) }
    let chain = numbering.begin(
      style: style,
      id: part.tree.value("xml:id", of: node),
      continuing: part.tree.value("text:continue-list", of: node),
      continues: part.tree.value("text:continue-numbering", of: node) == "true"
    )
    addItems(of: node, chain, level: 1, style: style)
  }

  private mutating func addItems(
    of node: Int,
    _ chain: OpenNumbering.Chain,
    level: Int,
    style: String?
  ) {
    let style = part.tree.value("text:style-name", of: node) ?? style
    for item in part.tree.children(of: node) {
      guard part.tree.nodes[item].name == "text:list-item" else {
        addBlock(item)
        continue
      }
      var isCounted = false
      for child in part.tree.children(of: item) {
        let name = part.tree.nodes[child].name
        switch name {
        case "text:list":
          addItems(of: child, chain, level: min(OpenNumbering.levels, level + 1), style: style)
        case "text:p", "text:h":
          // The number stands before the first paragraph of its item only.
          let start = part.tree.value("text:start-value", of: item).flatMap { Int($0) }
          let isFirst = !isCounted
          if isFirst {
            label = numbering.label(chain, style: style, level: level, startingAt: start) ?? .bullet
          }
          isCounted = true
          let isItem = isFirst && label == .bullet
          let form: Line.Form = name == "text:h" ? .heading(rank(of: child) ?? level) : .plain
          addParagraph(child, as: isItem && form == .plain ? .item : form)
        default: addBlock(child)
        }
      }
    }
  }

  // MARK: Paragraphs

  private mutating func addParagraph(_ node: Int, as form: Line.Form) {
    let style = part.tree.value("text:style-name", of: node)
    var paragraph = Paragraph(
      text: Strand(file: part.file),
      form: styles.form(of: style) ?? form
    )
    if case .number(let number) = label {
      let place = Int(part.span(of: node).end)
      let span = Span(file: part.file, start: place, end: place)
      paragraph.text.append(NumberFormat.apart(number).unicodeScalars, standingFor: span)
    }
    label = nil
    let wasHidden = isHidden
    isHidden = wasHidden || styles.isHidden(style)
    defer { isHidden = wasHidden }
    var index = node + 1
    let end = part.tree.nodes[node].end
    while index < end { index = add(index, to: &paragraph) }
    finish(&paragraph)
    flushBelow()
  }

  private mutating func flushBelow() {
    lines += below
    below = []
    let waiting = boxes
    boxes = []
    for box in waiting {
      if part.tree.nodes[box].name == "draw:text-box" { addBlocks(in: box) } else { addBlock(box) }
    }
  }

  private mutating func add(_ index: Int, to paragraph: inout Paragraph) -> Int {
    let node = part.tree.nodes[index]
    switch node.name {
    case "":
      if node.isText { addText(index, to: &paragraph) }
    case "text:s":
      let count = part.tree.value("text:c", of: index).flatMap { Int($0) } ?? 1
      for _ in 0..<min(64, max(1, count)) { paragraph.text.append(" ", at: part.span(of: index)) }
    case "text:tab": paragraph.text.append(" ", at: part.span(of: index))
    case "text:line-break": finish(&paragraph)
    case "text:note":
      addNote(index, to: &paragraph)
      return node.end
    case "office:annotation":
      addComment(index)
      return node.end
    case "text:change-start":
      let id = part.tree.value("text:change-id", of: index) ?? ""
      if deletionIDs.contains(id) { openDeletions.insert(id) }
    case "text:change-end":
      openDeletions.remove(part.tree.value("text:change-id", of: index) ?? "")
    case "text:ruby-text":
      dropWords(of: index, as: .annotation, by: .annotations)
      return node.end
    case "draw:frame":
      let isFirst = paragraph.text.isBlank
      let isInLine = part.tree.value("text:anchor-type", of: index) == "as-char"
      addFrame(index, mayStandAbove: isFirst && (isInLine || paragraph.form == .caption))
      return node.end
    case "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:text-box", "table:table":
      boxes.append(index)
      return node.end
    default: break
    }
    return index + 1
  }

  /// White space is made one space, as in HTML (ODF 1.3, 6.1.2).
  private mutating func addText(_ index: Int, to paragraph: inout Paragraph) {
    if !openDeletions.isEmpty { return dropWords(of: index, as: .trackedChange, by: nil) }
    if isHidden || isInHiddenSpan(index) { return dropWords(of: index, as: .control, by: nil) }
    var text = part.text(of: index..<(index + 1))
    text = text.withSingleSpaces(after: paragraph.text.scalars.last)
    paragraph.text.append(text)
    guard !text.isBlank else { return }
    let span = part.tree.nodes[index].parent.flatMap { part.tree.value("text:style-name", of: $0) }
    paragraph.isBoldSoFar = paragraph.isBoldSoFar && (span.map(styles.bold.contains) ?? false)
    if paragraph.isBoldSoFar { paragraph.boldEnd = Int(part.span(of: index).end) }
  }

  /// Whether a text stands in words that nobody sees, within its paragraph.
  private func isInHiddenSpan(_ index: Int) -> Bool {
    var next = part.tree.nodes[index].parent
    while let node = next {
      switch part.tree.nodes[node].name {
      case "text:span":
        if styles.isHidden(part.tree.value("text:style-name", of: node)) { return true }
      case "text:hidden-text", "text:hidden-paragraph":
        if part.tree.value("text:is-hidden", of: node) != "false" { return true }
      case "text:p", "text:h": return false
      default: break
      }
      next = part.tree.nodes[node].parent
    }
    return false
  }

  private mutating func addNote(_ node: Int, to paragraph: inout Paragraph) {
    // The mark that the note bears itself is put again.
    for child in part.tree.children(of: node) where part.tree.nodes[child].name != "text:note-body"
    {
      dropWords(of: child, as: .control, by: nil)
    }
    let bodies = part.children(of: node, named: "text:note-body")
    guard !bodies.isEmpty else { return }
    noteCount += 1
    let mark = Numerals.circled(noteCount) ?? "(\(noteCount))"
    paragraph.text.append(mark.unicodeScalars, standingFor: part.span(of: node))
    let outer = lines
    lines = []
    let waiting = (below, boxes)
    (below, boxes) = ([], [])
    for body in bodies { addBlocks(in: body) }
    (below, boxes) = waiting
    for (place, line) in lines.map(Self.asNote).enumerated() {
      guard place == 0 else {
        below.append(line)
        continue
      }
      var text = Strand(file: part.file)
      let span = Span(file: part.file, start: line.start, end: line.start)
      text.append(mark.unicodeScalars, standingFor: span)
      text.append(line.text)
      below.append(Line(text, as: .note))
    }
    lines = outer
  }

  private static func asNote(_ line: Line) -> Line {
    var line = line
    if !line.isSettled { line.form = .note }
    return line
  }

  /// A frame holds a picture, perhaps in several formats of which the first is read, or a box of text.
  ///
  /// A picture stands below the words of its paragraph, or above them where it comes first in a line.
  private mutating func addFrame(_ node: Int, mayStandAbove: Bool) {
    var hasPicture = false
    for child in part.tree.children(of: node) {
      guard part.tree.nodes[child].name == "draw:image" else {
        boxes.append(child)
        continue
      }
      guard !hasPicture, let line = pictures.line(of: child, in: node, part) else {
        // The words of a picture's data are none to be read.
        dropWords(of: child, as: .control, by: nil)
        continue
      }
      hasPicture = true
      if mayStandAbove { lines.append(line) } else { below.append(line) }
      guard let data = part.children(of: child, named: "office:binary-data").first else {
        boxes.append(child)
        continue
      }
      for other in part.tree.children(of: child) where other != data {
        dropWords(of: other, as: .control, by: nil)
      }
    }
  }

  private mutating func finish(_ paragraph: inout Paragraph) {
    let text = paragraph.text
    paragraph.text = Strand(file: part.file)
    guard !text.isBlank else {
      blanks += 1
      return
    }
    var line = Line(text, as: paragraph.form)
    line.blankBefore = blanks
    blanks = 0
    line.leadInEnd = paragraph.boldEnd
    (paragraph.isBoldSoFar, paragraph.boldEnd) = (true, nil)
    lines.append(line)
  }

  // MARK: Tables

  /// Repetitions of empty rows and cells are how spreadsheets fill a sheet.
  private static let mostRepetitions = 1_000

  private mutating func addTable(_ node: Int) {
    if let cell = onlyCell(of: node) {
      addBlocks(in: cell)
      return flushBelow()
    }
    var grid = TableGrid(file: part.file)
    var after: [Line] = []
    addRows(in: node, to: &grid, after: &after)
    tableCount += 1
    lines += grid.lines(table: tableCount, at: Int(part.span(of: node).start)) + after
    flushBelow()
    blanks = 0
  }

  /// The cell of a table that has no other: a frame around text.
  private func onlyCell(of table: Int) -> Int? {
    let row = shown(in: table).filter { part.tree.nodes[$0].name != "table:table-column" }
    guard row.count == 1, part.tree.nodes[row[0]].name == "table:table-row" else { return nil }
    let cells = shown(in: row[0])
    guard cells.count == 1, part.tree.nodes[cells[0]].name == "table:table-cell",
      part.tree.value("table:number-columns-repeated", of: cells[0]) == nil
    else { return nil }
    return cells[0]
  }

  /// What an element holds but for the white space that sets its parts apart.
  private func shown(in node: Int) -> [Int] {
    part.tree.children(of: node).filter { child in
      !part.tree.nodes[child].isText || !part.text(of: child..<(child + 1)).isBlank
    }
  }

  private mutating func addRows(in node: Int, to grid: inout TableGrid, after: inout [Line]) {
    for child in part.tree.children(of: node) {
      switch part.tree.nodes[child].name {
      case "table:table-row": grid.append(cells(of: child, after: &after))
      case "table:table-header-rows", "table:table-rows", "table:table-row-group":
        addRows(in: child, to: &grid, after: &after)
      default: dropWords(of: child, as: .control, by: nil)
      }
    }
  }

  private mutating func cells(of row: Int, after: inout [Line]) -> [TableGrid.Cell] {
    var cells: [TableGrid.Cell] = []
    for child in part.tree.children(of: row) {
      func number(_ name: String) -> Int {
        min(Self.mostRepetitions, part.tree.value(name, of: child).flatMap { Int($0) } ?? 1)
      }
      // Cells that are covered stand in the file too: only the first of a span is read.
      guard part.tree.nodes[child].name == "table:table-cell" else {
        dropWords(of: child, as: .control, by: nil)
        continue
      }
      let cell = TableGrid.Cell(
        text: text(ofCell: child, after: &after),
        columns: max(1, number("table:number-columns-spanned")),
        rows: max(1, number("table:number-rows-spanned"))
      )
      let count = max(1, number("table:number-columns-repeated"))
      cells += Array(repeating: cell, count: cell.text.isEmpty ? min(count, 64) : min(count, 256))
    }
    return cells
  }

  /// The text of a cell as one line; its pictures, notes and tables stand below the table.
  private mutating func text(ofCell node: Int, after: inout [Line]) -> Strand {
    let outer = lines
    lines = []
    addBlocks(in: node)
    var text = Strand(file: part.file)
    for line in lines {
      if line.standsApart {
        after.append(line)
        continue
      }
      if let end = text.ends.last {
        text.append("\n", at: Span(file: part.file, start: Int(end), end: Int(end)))
      }
      text.append(line.text)
    }
    lines = outer
    return text.collapsed()
  }
}
