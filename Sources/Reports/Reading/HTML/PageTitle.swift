import Containers
import WritingSystems

/// Finds the title of a report on its page.
///
/// What is shown decides: the heading or line that says the same as the page's own title
/// (`ArticleTitle` of the government site standard, else `<title>` without the name of the site).
/// A page that shows none has that of `<title>`.
struct PageTitle {
  /// The element that shows the title.
  private(set) var element: Int?
  /// The title from `<title>`, when none is shown.
  private(set) var text: Strand?

  init(_ page: Page, _ mainText: MainText) {
    let head = Self.headTitle(page)
    let wanted = [Self.articleTitle(page), Self.recordTitle(page), head].compactMap { $0 }
    let keys = wanted.map { Self.key($0.scalars) }.filter { $0.count >= Self.shortest }
    let parts = Set((head.map(Self.parts) ?? []).map { Self.key($0.scalars) })
      .filter { $0.count >= Self.shortestPart }
    let shown = Self.candidates(page, mainText)
    let said = shown.filter { candidate in keys.contains { $0.starts(with: candidate.key) } }
    let above = Self.aboveByline(shown, page)
    element =
      shown.last { candidate in keys.contains(candidate.key) }?.node
      ?? shown.last { candidate in parts.contains(candidate.key) }?.node
      ?? Self.longest(said.filter { $0.key.count >= Self.shortestPart })
      ?? (above == nil ? Self.longest(said) : nil)
      ?? Self.heading(shown, page, mainText) ?? above
    guard element == nil, let head else { return }
    // The text below may begin with its title, set as a paragraph: then that is read (`Titles`).
    text = Self.parts(of: head).first { $0.count >= Self.shortest }
  }

  private static let shortest = 4
  /// A shorter part of a page's own title is the name of a site, or of a column of it.
  private static let shortestPart = 8

  /// The block right above the line that says source and time.
  private static func aboveByline(_ shown: [Candidate], _ page: Page) -> Int? {
    let byline = shown.firstIndex { candidate in
      Byline(page.text(of: page.nodes(of: candidate.node)).collapsed())?.saysSomething ?? false
    }
    guard let byline, let above = shown[..<byline].last, page.amounts[above.node].linked == 0,
      above.key.count >= shortestPart
    else { return nil }
    return above.node
  }

  /// What the record above a document says behind 标题：.
  private static func recordTitle(_ page: Page) -> Strand? {
    let cells = page.tree.nodes.indices.filter { index in
      ["td", "th"].contains(page.tree.nodes[index].name) && !page.contexts[index].isHidden
    }
    let label = cells.indices.dropLast().first { place in
      guard page.amounts[cells[place]].characters <= 8 else { return false }
      let key = key(page.text(of: page.nodes(of: cells[place])).scalars)
        .map { MatchingKey.simplified($0.narrowed) }
      return ["标题:", "标题", "名称:", "公文名称:", "文件名称:"].contains {
        key.elementsEqual($0.unicodeScalars)
      }
    }
    guard let label, page.amounts[cells[label + 1]].characters <= 100 else { return nil }
    let text = page.text(of: page.nodes(of: cells[label + 1])).collapsed()
    return text.isEmpty ? nil : text
  }

  /// The last of the longest: a title over two blocks begins with one that says half of it.
  private static func longest(_ shown: [Candidate]) -> Int? {
    let length = shown.map(\.key.count).max()
    return shown.last { $0.key.count == length }?.node
  }

  private struct Candidate {
    let node: Int
    let key: [Unicode.Scalar]
  }

  /// The short blocks before the text and at its beginning that may show a title, in order.
  private static func candidates(_ page: Page, _ mainText: MainText) -> [Candidate] {
    let first = page.tree.nodes.indices.first { index in
      guard let amount = page.shownLines[index]?.amount else { return false }
      return mainText.furniture[index] == nil && mainText.contains(index, page)
        && amount.stops > 0 && amount.characters >= 20 && page.contexts[index].heading == nil
    }
    let end = first ?? page.tree.nodes.count
    var found: [Candidate] = []
    for index in 0..<end where mayShowTitle(index, page) {
      // A block within a block says the same: the inner one is taken.
      let key = key(page.text(of: page.nodes(of: index)).scalars)
      found.append(Candidate(node: index, key: key))
    }
    return found
  }

  private static func mayShowTitle(_ index: Int, _ page: Page) -> Bool {
    let context = page.contexts[index]
    let characters = page.amounts[index].characters
    let name = page.tree.nodes[index].name
    return context.block == index && !context.isHidden && name != "title" && name != "head"
      && context.table == nil && characters >= shortest && characters <= 100
      && page.nodes(of: index).upperBound - index <= 40
  }

  /// The last heading of the first rank before the text, unless it is a link (the site's name).
  ///
  /// One of several is none where the text begins above it: word processors set a title as a
  /// paragraph, and the headings of sections as headings of the first rank.
  private static func heading(
    _ shown: [Candidate],
    _ page: Page,
    _ mainText: MainText
  ) -> Int? {
    for level in 1...2 {
      let found = shown.last { candidate in
        page.contexts[candidate.node].heading == level
          && page.amounts[candidate.node].linked == 0
          && candidate.key.count >= shortest
          && HeadingMark(
            page.text(of: page.nodes(of: candidate.node)).scalars.filter { !$0.isSpace }
          )
            == nil
      }
      guard let found else { continue }
      return isOfSection(found.node, page, mainText) ? nil : found.node
    }
    return nil
  }

  private static func isOfSection(_ heading: Int, _ page: Page, _ mainText: MainText) -> Bool {
    let name = page.tree.nodes[heading].name
    let hasNext = page.tree.nodes.indices[page.nodes(of: heading).upperBound...].contains { node in
      page.tree.nodes[node].name == name && mainText.contains(node, page)
        && mainText.furniture[node] == nil
    }
    return hasNext
      && page.shownLines.contains { line in
        line.key < heading && mainText.container != nil && mainText.contains(line.key, page)
          && mainText.furniture[line.key] == nil && line.value.amount.linked == 0
          && line.value.amount.characters >= shortest && !page.contexts[line.key].isControl
      }
  }

  private static func key(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.filter { !$0.isSpace && !$0.isPageSpace }
  }

  // MARK: What the page calls itself

  private static func articleTitle(_ page: Page) -> Strand? {
    for node in page.tree.nodes.indices where page.tree.nodes[node].name == "meta" {
      let name = page.tree.value("name", of: node) ?? page.tree.value("property", of: node)
      guard let name, ["articletitle", "og:title", "title"].contains(name.lowercased()) else {
        continue
      }
      if let text = page.text(of: page.tree.attribute("content", of: node)), !text.isEmpty {
        return text
      }
    }
    return nil
  }

  private static func headTitle(_ page: Page) -> Strand? {
    let node = page.tree.nodes.indices.first { page.tree.nodes[$0].name == "title" }
    guard let node, !page.contexts[node].isCode else { return nil }
    let text = page.text(of: page.nodes(of: node)).collapsed()
    return text.isEmpty ? nil : text
  }

  /// `报告 | 某县人民政府` in its parts.
  static func parts(of title: Strand) -> [Strand] {
    let separators: Set<Unicode.Scalar> = ["|", "｜", "_", "-", "–", ">", "»", "·"]
    return title.scalars.indices.split { separators.contains(title.scalars[$0]) }
      .map { title.slice($0.startIndex..<$0.endIndex).collapsed() }
      .filter { !$0.isEmpty }
  }
}

extension Strand {
  /// The text with white space at its ends removed, and runs of it inside made one space.
  ///
  /// A line end between Chinese characters goes altogether: it is of the source, not of the text.
  func collapsed() -> Strand {
    guard scalars.contains(where: \.isPageSpace) else { return self }
    var result = Strand(file: file)
    var index = 0
    while index < count {
      var end = index
      var hasLineEnd = false
      while end < count, scalars[end].isPageSpace {
        hasLineEnd = hasLineEnd || scalars[end].isLineEnd
        end += 1
      }
      if end > index, end < count, let last = result.scalars.last {
        let isInChinese = hasLineEnd && last.isChinese && scalars[end].isChinese
        if !isInChinese { result.append([" "], standingFor: span(of: index..<end)) }
      }
      index = end
      var textEnd = index
      while textEnd < count, !scalars[textEnd].isPageSpace { textEnd += 1 }
      result.append(self, from: index..<textEnd)
      index = textEnd
    }
    return result
  }
}
