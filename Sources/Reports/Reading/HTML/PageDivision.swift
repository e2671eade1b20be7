import Containers
import Diagnostics
import WritingSystems

/// Divides a page into the lines of the report and what is dropped.
struct PageDivision {
  private let page: Page
  private let mainText: MainText
  private let title: PageTitle

  init(_ page: Page, _ mainText: MainText, _ title: PageTitle) {
    self.page = page
    self.mainText = mainText
    self.title = title
  }

  func divide(into document: inout RawDocument) {
    dropCode(into: &document)
    var head: [Line] = []
    var text: [PageLine] = []
    var outside: [PageLine] = []
    let lines = PageLines(page)
    document.pictures = lines.pictures
    for line in lines.lines {
      if isTitle(line) {
        head.append(line.line(as: .title))
      } else if let kind = unseen(line) {
        document.drop(line.text, as: kind.0, by: kind.1)
      } else if isInText(line) {
        text.append(line)
      } else if line.form != .image {
        outside.append(line)
      }
    }
    let bylines = bylines(of: outside, document: &document)
    if let given = title.text, !Self.begins(text, with: given) { head = [Line(given, as: .title)] }
    document.lines = head + bylines + kept(text, document: &document).ranked()
    dropHeadTitle(into: &document)
  }

  private func isTitle(_ line: PageLine) -> Bool {
    title.element.map { page.nodes(of: $0).contains(line.node) } ?? false
  }

  /// Whether the first lines of the text show a title taken from the head of the page.
  private static func begins(_ lines: [PageLine], with title: Strand) -> Bool {
    let wanted = title.scalars.filter { !$0.isSpace }
    return lines.prefix(4).contains { $0.text.scalars.filter { !$0.isSpace }.starts(with: wanted) }
  }

  // MARK: What is in the text

  /// Whether a line is in the room of the report, below its title.
  private func isInText(_ line: PageLine) -> Bool {
    guard mainText.contains(line.node, page), mainText.furniture[line.node] == nil,
      !page.contexts[line.node].isControl
    else { return false }
    return title.element.map { line.node > $0 || line.form == .image } ?? true
  }

  /// What of a line nobody sees, and which are no words of the report.
  private func unseen(_ line: PageLine) -> (Report.Dropped.Kind, CleaningRule?)? {
    let context = page.contexts[line.node]
    if context.isReading { return (.annotation, .annotations) }
    return context.isHidden ? (.control, nil) : nil
  }

  /// The lines without lists of links: such a list stands before or after the sentences, or is
  /// several links long.
  private func kept(_ lines: [PageLine], document: inout RawDocument) -> [Line] {
    let sentences = lines.indices.filter { lines[$0].hasSentence }
    let body = (sentences.first ?? 0)..<((sentences.last ?? lines.count - 1) + 1)
    var kept: [(PageLine, Line)] = []
    for (index, line) in lines.enumerated() where line.note == nil {
      let isLink = line.isLinks && !line.isAttachment
      let hasLinkBeside =
        (index > 0 && lines[index - 1].isLinks)
        || (index + 1 < lines.count && lines[index + 1].isLinks)
      if isLink, !body.contains(index) || hasLinkBeside {
        document.drop(line.text, as: .navigation, by: .navigation)
      } else {
        kept.append((line, line.line(as: line.form)))
      }
    }
    return PageNotes.placed(kept, lines.filter { $0.note != nil })
  }

  // MARK: What is outside

  /// The lines outside the text that say source or time; the others are dropped.
  private func bylines(of lines: [PageLine], document: inout RawDocument) -> [Line] {
    var bylines: [Line] = []
    var index = 0
    while index < lines.count {
      // Label and value may stand in elements of their own: 生成日期： 2023-05-11.
      let group = group(of: lines[index])
      var end = index + 1
      while end < lines.count, group.contains(lines[end].node) { end += 1 }
      let whole = Self.joined(lines[index..<end])
      if isByline(whole) {
        bylines.append(whole.line(as: .plain))
      } else {
        for line in lines[index..<end] { dropOutside(line, into: &document) }
      }
      index = end
    }
    return bylines
  }

  /// The nodes of the largest element around a line that says no more than one thing.
  private func group(of line: PageLine) -> Range<Int> {
    let most = 60
    var found = line.node..<(line.node + 1)
    var next = page.tree.nodes[line.node].parent
    while let element = next, page.amounts[element].characters <= most {
      found = page.nodes(of: element)
      next = page.tree.nodes[element].parent
    }
    return found
  }

  private static func joined(_ lines: ArraySlice<PageLine>) -> PageLine {
    var whole = lines[lines.startIndex]
    for line in lines.dropFirst() {
      let place = Int(whole.text.ends.last ?? 0)
      whole.text.append(
        " ",
        at: Span(file: whole.text.file, start: place, end: place)
      )
      whole.text.append(line.text)
      whole.linked += line.linked
    }
    return whole
  }

  private func isByline(_ line: PageLine) -> Bool {
    mainText.furniture[line.node] == nil && !line.isLinks && line.form == .plain
      && (Byline(line.text)?.saysSomething ?? false)
  }

  private func dropOutside(_ line: PageLine, into document: inout RawDocument) {
    if mainText.furniture[line.node] == .pageHead {
      return document.drop(line.text, as: .pageHead, by: .pageHeads)
    }
    let evidence = LineEvidence.of(LineFacts(Line(line.text, at: line.start)))
    let isFooter =
      mainText.furniture[line.node] == .footer
      || !evidence.isDisjoint(with: [.filing, .footWord, .contact])
    document.drop(
      line.text,
      as: isFooter ? .footer : .navigation,
      by: isFooter ? .footers : .navigation
    )
  }

  /// The page's name for itself, which may be read as the title, in part (`PageTitle`).
  private func dropHeadTitle(into document: inout RawDocument) {
    for node in page.tree.nodes.indices where page.tree.nodes[node].name == "title" {
      guard !page.contexts[node].isCode else { continue }
      let text = page.text(of: page.nodes(of: node)).collapsed()
      document.drop(text, as: .pageHead, by: .navigation)
    }
  }

  private func dropCode(into document: inout RawDocument) {
    for (index, node) in page.tree.nodes.enumerated() {
      let isComment = node.kind == .comment
      guard isComment || (node.isText && page.contexts[index].isCode) else { continue }
      let text = isComment ? commentText(index) : page.text(of: index..<(index + 1))
      guard !text.isBlank else { continue }
      document.drop(text, as: .control, by: nil)
    }
  }

  private func commentText(_ node: Int) -> Strand {
    var text = Strand(file: page.file)
    let range = page.tree.nodes[node].range
    text.append(
      String(decoding: page.tree.bytes[range], as: UTF8.self).unicodeScalars,
      standingFor: page.span(of: range)
    )
    return text
  }
}

extension Strand {
  var isBlank: Bool { scalars.allSatisfy { $0.isSpace || $0.isLineEnd } }
}
