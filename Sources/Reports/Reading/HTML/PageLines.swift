import Containers
import Diagnostics

/// One line of a page as it is shown.
struct PageLine {
  var text: Strand
  /// The text it begins with, or the element that it stands for.
  let node: Int
  var form = Line.Form.plain
  var blankBefore = 1
  /// Characters within links.
  var linked = 0
  /// Where its links lead.
  var targets: [String] = []
  /// The byte after the bold beginning of the line.
  var leadInEnd: Int?
  /// The picture that it stands for, among those of the page.
  var picture: Int?
  /// The note that it belongs to, and those that it refers to.
  var note: Int?
  var references: [Int] = []

  var start: Int { Int(text.starts.first ?? 0) }

  var shown: Int { text.scalars.reduce(0) { $0 + ($1.isSpace ? 0 : 1) } }

  /// Whether it is hardly more than links; a date beside a link belongs to it.
  var isLinks: Bool {
    guard linked > 0 else { return false }
    let words = text.scalars.reduce(0) { $0 + ($1.isSpace || Self.isOfDate($1) ? 0 : 1) }
    return linked * 10 >= min(shown, max(linked, words)) * 7
  }

  private static func isOfDate(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || "-/.:[]()年月日".unicodeScalars.contains(scalar)
  }

  var hasSentence: Bool { text.count >= 12 && text.scalars.contains("。") && !isLinks }

  /// Links to files belong to the report, as 附件 do.
  var isAttachment: Bool {
    if ParagraphKind.labelled(text.scalars) == .attachment { return true }
    let files = [".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".et", ".ofd", ".zip", ".rar"]
    return targets.contains { target in files.contains { target.lowercased().hasSuffix($0) } }
  }

  func line(as form: Line.Form) -> Line {
    var line = Line(text, as: form)
    line.blankBefore = blankBefore
    line.leadInEnd = leadInEnd
    line.picture = picture
    return line
  }
}

/// Puts the texts of a page together into lines, as a browser would show them one below the other.
struct PageLines {
  private let page: Page
  private(set) var lines: [PageLine] = []
  /// The pictures that lines stand for.
  private(set) var pictures: [Report.Picture] = []
  private var current: PageLine?
  /// The text of the current line.
  private var text: Strand
  private let notes: PageNotes
  /// The items that were given their numbers, and the next number of each list.
  private var numbered: Set<Int> = []
  private var numbers: [Int: Int] = [:]
  private var below: [PageLine] = []
  private var boldEnd: Int?
  private var isBoldSoFar = true
  /// Whether the next line stands right below the last, after `<br>`.
  private var followsBreak = false

  init(_ page: Page) {
    self.page = page
    notes = PageNotes(page)
    text = Strand(file: page.file)
    var index = 0
    while index < page.tree.nodes.count { index = add(index) }
    flush()
  }

  /// Adds a node and gives the next one.
  private mutating func add(_ index: Int) -> Int {
    let node = page.tree.nodes[index]
    let context = page.contexts[index]
    if context.isCode || node.name == "title" { return context.isCode ? index + 1 : node.end }
    if context.table == index, !context.isHidden {
      flush()
      lines += TableLines(page, table: index).lines
      for inside in index..<node.end where page.tree.nodes[inside].name == "img" {
        addPicture(inside)
      }
      flush()
      return node.end
    }
    if node.isText {
      addText(index)
    } else if node.name == "br" {
      flush()
      followsBreak = true
    } else if node.name == "img" {
      addPicture(index)
    } else if context.block == index {
      flush()
      followsBreak = false
    }
    return index + 1
  }

  private mutating func addText(_ index: Int) {
    let context = page.contexts[index]
    guard !context.isHidden, !context.isReading else {
      // Set apart without breaking the line it stands in.
      let apart = page.text(of: index..<(index + 1)).collapsed()
      if !apart.isBlank { lines.append(PageLine(text: apart, node: index)) }
      return
    }
    if let line = current, page.contexts[line.node].block != context.block { flush() }
    // White space shows nothing where a line begins.
    if current == nil, page.amounts[index].characters == 0, !context.isPreformatted { return }
    if current == nil { begin(at: index) }
    if let note = notes.mark(at: index) { return addMark(note, at: index) }
    guard context.isPreformatted else {
      page.append(index, to: &text)
      return finish(index, context)
    }
    for line in page.text(of: index..<(index + 1)).lines() {
      if !text.isBlank { flush() }
      if current == nil { begin(at: index) }
      text.append(line.text)
      followsBreak = true
    }
    finish(index, context)
  }

  /// Notes of a text that was added where it leads and whether it is bold.
  private mutating func finish(_ index: Int, _ context: Page.Context) {
    guard page.amounts[index].characters > 0 else { return }
    if context.isLink {
      current?.linked += page.amounts[index].characters
      addTarget(of: index)
    }
    isBoldSoFar = isBoldSoFar && context.isBold
    if isBoldSoFar { boldEnd = Int(page.span(of: page.tree.nodes[index].range).end) }
  }

  private mutating func addTarget(of index: Int) {
    let link = page.ancestors(of: index).first { page.tree.nodes[$0].name == "a" }
    guard let link, let target = page.tree.value("href", of: link) else { return }
    current?.targets.append(target)
  }

  private mutating func begin(at index: Int) {
    current = PageLine(text: Strand(file: page.file), node: index)
    current?.blankBefore = followsBreak ? 0 : 1
    addNumber(at: index)
    (boldEnd, isBoldSoFar) = (nil, true)
  }

  /// The mark of a note, as readers of all formats give it: where it is referred to, and before it.
  private mutating func addMark(_ mark: PageNotes.Mark, at index: Int) {
    text.append(mark.text.unicodeScalars, standingFor: page.span(of: page.tree.nodes[index].range))
    if mark.isReference { current?.references.append(mark.note) }
  }

  /// The number that a browser shows before an item of a numbered list, once.
  private mutating func addNumber(at index: Int) {
    guard let item = page.contexts[index].item, numbered.insert(item).inserted,
      let list = page.tree.nodes[item].parent, page.tree.nodes[list].name == "ol"
    else { return }
    let start = page.tree.value("start", of: list).flatMap { Int($0) } ?? 1
    let own = page.tree.value("value", of: item).flatMap { Int($0) }
    let number = own ?? numbers[list, default: start]
    numbers[list] = number &+ 1
    guard let label = PageList.label(number, of: list, page) else { return }
    let place = page.span(of: page.tree.nodes[index].range).start
    let span = Span(file: page.file, start: Int(place), end: Int(place))
    text.append(label.unicodeScalars, standingFor: span)
  }

  private mutating func flush() {
    defer {
      lines += below
      below = []
      current = nil
      text = Strand(file: page.file)
    }
    guard var line = current else { return }
    line.text = text.collapsed()
    guard !line.text.isBlank else { return }
    line.note = notes.note(around: line.node)
    line.form = line.note == nil ? form(of: line) : .note
    line.leadInEnd = boldEnd
    lines.append(line)
    followsBreak = false
  }

  private func form(of line: PageLine) -> Line.Form {
    let context = page.contexts[line.node]
    if let level = context.heading { return .heading(level) }
    if let block = context.block {
      let name = page.tree.nodes[block].name
      if name == "figcaption" || name == "caption" { return .caption }
    }
    return context.item == nil ? .plain : .item
  }

  // MARK: Pictures

  /// A picture is a line of its own, below the words of the line it stands in, or above them where it
  /// comes first.
  private mutating func addPicture(_ index: Int) {
    guard !page.contexts[index].isHidden,
      let (read, text) = PagePicture(index, on: page).read()
    else { return }
    var line = PageLine(text: text, node: index, form: .image)
    var picture = read
    let last = below.last ?? lines.last
    picture.isBesideLast =
      last?.form == .image
      && last.map { page.contexts[$0.node].block } == page.contexts[index].block
    line.picture = pictures.count
    pictures.append(picture)
    if self.text.isBlank {
      lines.append(line)
    } else {
      below.append(line)
    }
  }
}
