import Containers
import Diagnostics
import WritingSystems

/// Reads the text of one part of a Word document into lines.
struct WordText {
  enum NoteKind: String, Hashable, CaseIterable {
    case footnote
    case endnote
  }

  struct NoteKey: Hashable, Comparable {
    let kind: NoteKind
    let id: String

    static func < (a: NoteKey, b: NoteKey) -> Bool {
      (a.kind.rawValue, a.id) < (b.kind.rawValue, b.id)
    }
  }

  /// What of a paragraph is being read.
  private struct Paragraph {
    var text: Strand
    var start: Int
    var form = Line.Form.plain
    var blankBefore = 0
    /// Whether the run read is bold, and where the bold words that begin the paragraph end.
    var isBold = false
    var isHidden = false
    var isBoldSoFar = true
    var boldEnd: Int?
    /// Fields that are open; their instructions are no text.
    var fields: [Bool] = []
    var isContents = false

    var isInInstruction: Bool { fields.contains(true) }
  }

  let part: MarkupPart
  private let styles: WordStyles
  private var numbering: WordNumbering
  private let notes: [NoteKey: [Line]]
  /// The pictures found so far.
  private(set) var pictures: WordPictures
  private(set) var lines: [Line] = []
  private(set) var dropped: [RawDocument.Dropped] = []
  /// Pictures, notes and text boxes of the paragraph, which stand below it.
  private var below: [Line] = []
  private var boxes: [Int] = []
  private var noteCount = 0
  private var usedNotes: Set<NoteKey> = []
  private var tableCount = 0
  private var blanks = 0
  /// The node after the last deletion.
  private var deletionEnd: Int?
  /// The start of the line that the last picture stands in.
  private var pictureParagraph: Int?

  init(
    _ part: MarkupPart,
    _ styles: WordStyles,
    _ numbering: WordNumbering,
    notes: [NoteKey: [Line]],
    _ pictures: WordPictures
  ) {
    self.part = part
    self.styles = styles
    self.numbering = numbering
    self.notes = notes
    self.pictures = pictures
  }

  /// Reads the main part; what no program would show of it is dropped.
  mutating func readBody() {
    var node = 0
    while node < part.tree.nodes.count {
      addBlock(node)
      node = part.tree.nodes[node].end
    }
    for (key, note) in notes.sorted(by: { $0.key < $1.key }) where !usedNotes.contains(key) {
      for line in note { dropped.append(.init(text: line.text, kind: .stray, rule: .strayLines)) }
    }
  }

  /// Reads one element and what stands in it, of a part that is no main part.
  mutating func readElement(_ node: Int) { addBlocks(in: node) }

  // MARK: Blocks

  private mutating func addBlocks(in node: Int) {
    for child in part.tree.children(of: node) { addBlock(child) }
  }

  /// Reads a block; an element that is not known is a wrapper around others.
  private mutating func addBlock(_ node: Int) {
    switch part.tree.nodes[node].name {
    case "w:p": addParagraph(node)
    case "w:tbl": addTable(node)
    case "w:sdt":
      if isContents(node) {
        dropWords(of: node, as: .navigation, by: .navigation)
      } else {
        addBlocks(in: node)
      }
    case "w:r", "w:hyperlink", "w:t": addParagraph(node)
    case "mc:Fallback" where isSecondForm(node), "mc:Choice" where isSecondForm(node):
      dropWords(of: node, as: .control, by: nil)
    case "w:sdtPr", "w:tblPr", "w:tcPr", "w:trPr", "w:sectPr":
      dropWords(of: node, as: .control, by: nil)
    case "w:del", "w:moveFrom": dropWords(of: node, as: .trackedChange, by: nil)
    case "": dropWords(of: node, as: .control, by: nil)
    default: addBlocks(in: node)
    }
  }

  /// Whether something stands in another form before it: the first choice is read.
  private func isSecondForm(_ form: Int) -> Bool {
    guard let parent = part.tree.nodes[form].parent,
      let first = part.element(["mc:Choice"], in: parent)
    else { return false }
    return first != form
  }

  /// Whether a block was put in as a table of contents.
  private func isContents(_ block: Int) -> Bool {
    part.element(["w:sdtPr", "w:docPartObj", "w:docPartGallery"], in: block)
      .flatMap { part.tree.value("w:val", of: $0) } == "Table of Contents"
  }

  private mutating func dropWords(
    of node: Int,
    as kind: Report.Dropped.Kind,
    by rule: CleaningRule?
  ) {
    let text = part.text(of: part.nodes(of: node))
    guard !text.isBlank else { return }
    dropped.append(RawDocument.Dropped(text: text, kind: kind, rule: rule))
  }

  /// Drops what was deleted: pieces that follow one another are one deletion.
  private mutating func dropDeletion(_ node: Int) {
    let isNext = node == deletionEnd
    deletionEnd = part.tree.nodes[node].end
    guard isNext, let last = dropped.last, last.kind == .trackedChange else {
      return dropWords(of: node, as: .trackedChange, by: nil)
    }
    var text = last.text
    text.append(part.text(of: part.nodes(of: node)))
    dropped[dropped.count - 1] = .init(text: text, kind: .trackedChange, rule: nil)
  }

  // MARK: Paragraphs

  private mutating func addParagraph(_ node: Int) {
    var paragraph = Paragraph(
      text: Strand(file: part.file),
      start: Int(part.span(of: node).start)
    )
    if let properties = part.element(["w:pPr"], in: node) { begin(&paragraph, properties) }
    // A run that stands in no paragraph is read as one of its own.
    var index = part.tree.nodes[node].name == "w:p" ? node + 1 : node
    let end = part.tree.nodes[node].end
    while index < end { index = add(index, to: &paragraph) }
    finish(&paragraph)
    lines += below
    below = []
    let waiting = boxes
    boxes = []
    for box in waiting { addBlocks(in: box) }
  }

  /// Reads the properties of a paragraph: its style, its rank, its number.
  private mutating func begin(_ paragraph: inout Paragraph, _ properties: Int) {
    let style = part.element(["w:pStyle"], in: properties)
      .flatMap { part.tree.value("w:val", of: $0) }
    paragraph.form = styles.form(of: style)
    paragraph.isContents = styles.isContents(style)
    if let rank = WordStyles.outline(of: properties, in: part) { paragraph.form = .heading(rank) }
    var reference = WordNumbering.reference(of: properties, in: part)
    if reference?.list == nil, let own = styles.numbering(of: style) {
      reference = WordNumbering.Reference(list: own.list, level: reference?.level ?? own.level)
    }
    guard let reference, let label = numbering.label(of: reference) else { return }
    switch label {
    case .bullet: if paragraph.form == .plain { paragraph.form = .item }
    case .number(let number):
      let place = Span(file: part.file, start: paragraph.start, end: paragraph.start)
      paragraph.text.append(NumberFormat.apart(number).unicodeScalars, standingFor: place)
    }
  }

  /// Adds a node of a paragraph and gives the next one.
  private mutating func add(_ index: Int, to paragraph: inout Paragraph) -> Int {
    let node = part.tree.nodes[index]
    let span = part.span(of: index)
    switch node.name {
    case "w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:delInstrText":
      dropWords(of: index, as: .control, by: nil)
      return node.end
    case "mc:Fallback" where isSecondForm(index), "mc:Choice" where isSecondForm(index):
      dropWords(of: index, as: .control, by: nil)
      return node.end
    case "w:del", "w:moveFrom":
      dropDeletion(index)
      return node.end
    case "w:rt":
      dropWords(of: index, as: .annotation, by: .annotations)
      return node.end
    case "w:txbxContent":
      boxes.append(index)
      return node.end
    case "w:r": beginRun(index, &paragraph)
    case "w:tab", "w:ptab": paragraph.text.append(" ", at: span)
    case "w:noBreakHyphen": paragraph.text.append("-", at: span)
    case "w:br", "w:cr":
      finish(&paragraph)
      paragraph.start = Int(span.end)
    case "w:sym": addSymbol(index, to: &paragraph)
    case "w:fldChar": readField(index, &paragraph)
    case "w:footnoteReference": addNote(.footnote, index, to: &paragraph)
    case "w:endnoteReference": addNote(.endnote, index, to: &paragraph)
    case "a:blip", "v:imagedata": addPicture(index, paragraph)
    case "":
      let parent = node.parent.map { part.tree.nodes[$0].name }
      if parent == "w:t" || parent == "m:t" {
        addText(index, to: &paragraph)
      } else {
        dropWords(of: index, as: .control, by: nil)
      }
    default: break
    }
    return index + 1
  }

  private func beginRun(_ index: Int, _ paragraph: inout Paragraph) {
    let properties = part.element(["w:rPr"], in: index)
    paragraph.isBold = properties.flatMap { WordStyles.isOn("w:b", of: $0, in: part) } ?? false
    paragraph.isHidden =
      properties.flatMap { WordStyles.isOn("w:vanish", of: $0, in: part) } ?? false
  }

  private mutating func addText(_ index: Int, to paragraph: inout Paragraph) {
    guard !paragraph.isHidden, !paragraph.isInInstruction else {
      let text = part.text(of: index..<(index + 1))
      if !text.isEmpty { dropped.append(.init(text: text, kind: .control, rule: nil)) }
      return
    }
    part.append(index, to: &paragraph.text)
    paragraph.isBoldSoFar = paragraph.isBoldSoFar && paragraph.isBold
    if paragraph.isBoldSoFar { paragraph.boldEnd = Int(part.span(of: index).end) }
  }

  /// A character of a symbol font, by its number.
  private func addSymbol(_ index: Int, to paragraph: inout Paragraph) {
    let value = part.tree.value("w:char", of: index).flatMap { UInt32($0, radix: 16) }
    guard let scalar = value.flatMap(Unicode.Scalar.init) else { return }
    paragraph.text.append(scalar, at: part.span(of: index))
  }

  /// A field has an instruction and, after its separator, the text that it shows.
  private func readField(_ index: Int, _ paragraph: inout Paragraph) {
    switch part.tree.value("w:fldCharType", of: index) {
    case "begin": paragraph.fields.append(true)
    case "separate":
      if !paragraph.fields.isEmpty { paragraph.fields[paragraph.fields.count - 1] = false }
    case "end": _ = paragraph.fields.popLast()
    default: break
    }
  }

  private mutating func addNote(_ kind: NoteKind, _ index: Int, to paragraph: inout Paragraph) {
    guard let id = part.tree.value("w:id", of: index),
      let note = notes[NoteKey(kind: kind, id: id)],
      !note.isEmpty
    else { return }
    usedNotes.insert(NoteKey(kind: kind, id: id))
    noteCount += 1
    let mark = Numerals.circled(noteCount) ?? "(\(noteCount))"
    paragraph.text.append(mark.unicodeScalars, standingFor: part.span(of: index))
    for (place, line) in note.enumerated() {
      guard line.form != .image else {
        below.append(line)
        continue
      }
      var text = Strand(file: line.text.file)
      if place == 0 {
        let start = Int(line.text.starts.first ?? 0)
        let span = Span(file: line.text.file, start: start, end: start)
        text.append(mark.unicodeScalars, standingFor: span)
      }
      text.append(line.text)
      below.append(Line(text, as: .note))
    }
  }

  /// A picture stands below the words of its paragraph, or above them where it comes first in a line.
  private mutating func addPicture(_ index: Int, _ paragraph: Paragraph) {
    let isBeside = paragraph.start == pictureParagraph
    guard let line = pictures.line(of: index, in: part, isBeside: isBeside) else { return }
    pictureParagraph = paragraph.start
    if paragraph.text.isBlank, WordPictureWords.isInLine(index, in: part) {
      lines.append(line)
    } else {
      below.append(line)
    }
  }

  /// Ends a line of a paragraph: at its end, or at a break in it.
  private mutating func finish(_ paragraph: inout Paragraph) {
    let text = paragraph.text
    paragraph.text = Strand(file: part.file)
    defer { (paragraph.isBoldSoFar, paragraph.boldEnd) = (true, nil) }
    guard !text.isBlank else {
      blanks += 1
      return
    }
    if paragraph.isContents {
      dropped.append(.init(text: text, kind: .navigation, rule: .navigation))
      return
    }
    var line = Line(text, as: paragraph.form)
    line.blankBefore = blanks
    blanks = 0
    line.leadInEnd = paragraph.boldEnd
    lines.append(line)
  }

  // MARK: Tables

  private mutating func addTable(_ node: Int) {
    let rows = part.nodes(of: node).filter { isRow($0, of: node) }
    let cells = rows.map(cells)
    dropStrays(of: node, outside: Set(cells.joined()))
    // A table of one cell is a frame around text.
    if cells.count == 1, cells[0].count == 1 { return addBlocks(in: cells[0][0]) }
    var grid = TableGrid(file: part.file)
    var after: [Line] = []
    for (row, cells) in zip(rows, cells) {
      if part.element(["w:trPr", "w:del"], in: row) != nil {
        for cell in cells { dropWords(of: cell, as: .trackedChange, by: nil) }
        continue
      }
      grid.append(skipped(before: row) + cells.map { self.cell($0, after: &after) })
    }
    tableCount += 1
    lines += grid.lines(table: tableCount, at: Int(part.span(of: node).start)) + after
    blanks = 0
  }

  /// Drops the words of a table that stand in none of its cells.
  private mutating func dropStrays(of table: Int, outside cells: Set<Int>) {
    var node = table + 1
    while node < part.tree.nodes[table].end {
      if cells.contains(node) {
        node = part.tree.nodes[node].end
        continue
      }
      if part.tree.nodes[node].isText { dropWords(of: node, as: .control, by: nil) }
      node += 1
    }
  }

  /// Whether a node is a row of a table itself, not of one in it.
  private func isRow(_ node: Int, of table: Int) -> Bool {
    guard part.tree.nodes[node].name == "w:tr" else { return false }
    var parent = part.tree.nodes[node].parent
    while let next = parent, !["w:tbl", "w:tc"].contains(part.tree.nodes[next].name) {
      parent = part.tree.nodes[next].parent
    }
    return parent == table
  }

  private func cells(_ row: Int) -> [Int] {
    part.tree.children(of: row).flatMap { child -> [Int] in
      switch part.tree.nodes[child].name {
      case "w:tc": [child]
      case "w:sdt", "w:sdtContent", "w:customXml": cells(child)
      default: []
      }
    }
  }

  private func skipped(before row: Int) -> [TableGrid.Cell] {
    guard let node = part.element(["w:trPr", "w:gridBefore"], in: row),
      let count = part.tree.value("w:val", of: node).flatMap({ Int($0) }), count > 0
    else { return [] }
    return [TableGrid.Cell(text: Strand(file: part.file), columns: count)]
  }

  /// The text of a cell as one line; its pictures, notes and tables stand below the table.
  private mutating func cell(_ node: Int, after: inout [Line]) -> TableGrid.Cell {
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
    let span = part.element(["w:tcPr", "w:gridSpan"], in: node)
      .flatMap { part.tree.value("w:val", of: $0) }.flatMap { Int($0) }
    return TableGrid.Cell(text: text.collapsed(), columns: max(1, span ?? 1))
  }
}
