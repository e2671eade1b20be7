import Containers
import Diagnostics
import WritingSystems

/// Reads a text document of LibreOffice (ODF 1.3, ISO/IEC 26300).
struct OpenDocumentReader {
  /// Reads a document that is an archive of parts.
  func read(
    _ office: OfficeFile,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> RawDocument? {
    guard let content = office.mainPart("content.xml", in: &files, findings: &findings) else {
      return nil
    }
    var styles = OpenStyles()
    styles.read(content)
    if let part = office.part("styles.xml", in: &files, findings: &findings) { styles.read(part) }
    var document = RawDocument(encoding: "UTF-8")
    document.archive = office.archive
    read(OpenText(content, styles, OpenPictures(office)), into: &document, &findings)
    return document
  }

  /// Reads a document that is one file (ODF 1.3, part 3, 3.1.2).
  func readFlat(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> RawDocument? {
    guard
      var document = RawDocument(decoding: id, as: nil, in: &files, findings: &findings)
    else { return nil }
    let tree: MarkupTree
    do throws(ContainerFault) {
      tree = try XMLTree.read(files[id].text, prefixes: OfficeNamespaces.prefixes)
    } catch {
      findings.add(error.finding(path: files[id].name, part: nil))
      return nil
    }
    let part = MarkupPart(tree, of: files[id])
    var styles = OpenStyles()
    styles.read(part)
    read(OpenText(part, styles, OpenPictures(id)), into: &document, &findings)
    return document
  }

  private func read(
    _ text: OpenText,
    into document: inout RawDocument,
    _ findings: inout Findings
  ) {
    var text = text
    text.readBody()
    document.lines = text.lines.titled().ranked()
    document.pictures = text.pictures.found
    for dropped in text.dropped { document.drop(dropped.text, as: dropped.kind, by: dropped.rule) }
    let changes = text.dropped.count { $0.kind == .trackedChange }
    if changes > 0 { findings.add(Finding(.acceptedChanges, ["count": .number(changes)])) }
  }
}

/// What styles say: which are of titles, which are bold, and the numbers of lists.
struct OpenStyles {
  struct ListLevel {
    var before = ""
    var after = ""
    var format = ""
    var start = 1
  }

  private(set) var bold: Set<String> = []
  private var parents: [String: String] = [:]
  private var lists: [String: [Int: ListLevel]] = [:]

  mutating func read(_ part: MarkupPart) {
    for node in part.tree.nodes.indices {
      switch part.tree.nodes[node].name {
      case "style:style": readStyle(node, part)
      case "text:list-style": readList(node, part)
      default: break
      }
    }
  }

  private mutating func readStyle(_ node: Int, _ part: MarkupPart) {
    guard let name = part.tree.value("style:name", of: node) else { return }
    parents[name] = part.tree.value("style:parent-style-name", of: node)
    if let properties = part.element(["style:text-properties"], in: node),
      part.tree.value("fo:font-weight", of: properties) == "bold"
    {
      bold.insert(name)
    }
  }

  private mutating func readList(_ node: Int, _ part: MarkupPart) {
    guard let name = part.tree.value("style:name", of: node) else { return }
    for child in part.children(of: node, named: "text:list-level-style-number") {
      let number = part.tree.value("text:level", of: child).flatMap { Int($0) }
      guard let number else { continue }
      var level = ListLevel()
      level.before = part.tree.value("style:num-prefix", of: child) ?? ""
      level.after = part.tree.value("style:num-suffix", of: child) ?? ""
      level.format = part.tree.value("style:num-format", of: child) ?? ""
      level.start = part.tree.value("text:start-value", of: child).flatMap { Int($0) } ?? 1
      lists[name, default: [:]][number] = level
    }
  }

  func level(_ level: Int, of list: String?) -> ListLevel? { list.flatMap { lists[$0]?[level] } }

  /// What a style makes of a paragraph, itself or by a style that it is made from.
  func form(of name: String?) -> Line.Form? {
    var next = name
    for _ in 0..<16 {
      guard let name = next else { return nil }
      if name == "Title" { return .title }
      if Self.captions.contains(name) { return .caption }
      next = parents[name]
    }
    return nil
  }

  /// The styles that LibreOffice gives captions; WPS has its own.
  private static let captions: Set<String> = [
    "Caption", "Illustration", "Drawing", "Figure", "题注",
  ]

  /// A number as a list level shows it (ODF 1.3, 19.500): by the first number of its sequence.
  static func text(_ number: Int, as format: String) -> String {
    switch format.first {
    case "一", "壹": Numerals.hanzi(number)
    case "①": Numerals.circled(number) ?? String(number)
    case "甲": NumberFormat.text(number, as: "ideographTraditional")
    case "子": NumberFormat.text(number, as: "ideographZodiac")
    case "i": NumberFormat.text(number, as: "lowerRoman")
    case "I": NumberFormat.text(number, as: "upperRoman")
    case "a": NumberFormat.text(number, as: "lowerLetter")
    case "A": NumberFormat.text(number, as: "upperLetter")
    case nil: ""
    default: String(number)
    }
  }
}

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
  /// What the next paragraph begins with: the number of its list item.
  private var label: String?
  private var isItem = false

  init(_ part: MarkupPart, _ styles: OpenStyles, _ pictures: OpenPictures) {
    self.part = part
    self.styles = styles
    self.pictures = pictures
  }

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
    case "text:h": addParagraph(node, as: .heading(rank(of: node) ?? 1))
    case "text:list": addList(node, level: 1, style: nil)
    case "table:table": addTable(node)
    case "text:tracked-changes": dropWords(of: node, as: .trackedChange, by: nil)
    case "office:annotation": dropWords(of: node, as: .annotation, by: nil)
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

  // MARK: Lists

  private mutating func addList(_ node: Int, level: Int, style: String?) {
    let style = part.tree.value("text:style-name", of: node) ?? style
    let format = styles.level(level, of: style)
    var number = format?.start ?? 1
    for item in part.tree.children(of: node) {
      guard part.tree.nodes[item].name == "text:list-item" else {
        addBlock(item)
        continue
      }
      number = part.tree.value("text:start-value", of: item).flatMap { Int($0) } ?? number
      let shown = format.map { OpenStyles.text(number, as: $0.format) } ?? ""
      label = shown.isEmpty ? nil : (format?.before ?? "") + shown + (format?.after ?? "")
      isItem = label == nil
      for child in part.tree.children(of: item) {
        switch part.tree.nodes[child].name {
        case "text:list": addList(child, level: min(10, level + 1), style: style)
        case "text:p": addParagraph(child, as: isItem ? .item : .plain)
        case "text:h": addParagraph(child, as: .heading(rank(of: child) ?? level))
        default: addBlock(child)
        }
        (label, isItem) = (nil, false)
      }
      number = number &+ 1
    }
    (label, isItem) = (nil, false)
  }

  // MARK: Paragraphs

  private mutating func addParagraph(_ node: Int, as form: Line.Form) {
    let style = part.tree.value("text:style-name", of: node)
    var paragraph = Paragraph(
      text: Strand(file: part.file),
      form: styles.form(of: style) ?? form
    )
    if let label {
      let place = Int(part.span(of: node).end)
      let span = Span(file: part.file, start: place, end: place)
      paragraph.text.append(label.unicodeScalars, standingFor: span)
    }
    label = nil
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
      dropWords(of: index, as: .annotation, by: nil)
      return node.end
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
  private func addText(_ index: Int, to paragraph: inout Paragraph) {
    var text = part.text(of: index..<(index + 1))
    text = text.withSingleSpaces(after: paragraph.text.scalars.last)
    paragraph.text.append(text)
    guard !text.isBlank else { return }
    let span = part.tree.nodes[index].parent.flatMap { part.tree.value("text:style-name", of: $0) }
    paragraph.isBoldSoFar = paragraph.isBoldSoFar && (span.map(styles.bold.contains) ?? false)
    if paragraph.isBoldSoFar { paragraph.boldEnd = Int(part.span(of: index).end) }
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
    var grid = TableGrid(file: part.file)
    addRows(in: node, to: &grid)
    tableCount += 1
    lines += grid.lines(table: tableCount, at: Int(part.span(of: node).start))
    flushBelow()
    blanks = 0
  }

  private mutating func addRows(in node: Int, to grid: inout TableGrid) {
    for child in part.tree.children(of: node) {
      switch part.tree.nodes[child].name {
      case "table:table-row": grid.append(cells(of: child))
      case "table:table-header-rows", "table:table-rows", "table:table-row-group":
        addRows(in: child, to: &grid)
      default: dropWords(of: child, as: .control, by: nil)
      }
    }
  }

  private mutating func cells(of row: Int) -> [TableGrid.Cell] {
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
        text: text(ofCell: child),
        columns: max(1, number("table:number-columns-spanned")),
        rows: max(1, number("table:number-rows-spanned"))
      )
      let count = max(1, number("table:number-columns-repeated"))
      cells += Array(repeating: cell, count: cell.text.isEmpty ? min(count, 64) : min(count, 256))
    }
    return cells
  }

  private mutating func text(ofCell node: Int) -> Strand {
    let outer = lines
    lines = []
    addBlocks(in: node)
    var text = Strand(file: part.file)
    for line in lines where line.form != .image {
      if let end = text.ends.last {
        text.append("\n", at: Span(file: part.file, start: Int(end), end: Int(end)))
      }
      text.append(line.text)
    }
    lines = outer + lines.filter { $0.form == .image }
    return text.collapsed()
  }
}

extension Strand {
  /// The text with each run of white space made one space, none after a space.
  func withSingleSpaces(after last: Unicode.Scalar?) -> Strand {
    var result = Strand(file: file)
    var before = last ?? " "
    for index in indices {
      let isSpace = scalars[index].isPageSpace
      if isSpace, before.isPageSpace { continue }
      result.append(isSpace ? " " : scalars[index], at: span(of: index..<(index + 1)))
      before = isSpace ? " " : scalars[index]
    }
    return result
  }
}
