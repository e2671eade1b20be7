import Containers

/// Finds the element that holds the report.
///
/// The blocks with sentences that are not part of the page's furniture (by the names of the elements
/// around them, their links and their words) mark it: it is the innermost element around all of
/// them. Of a page without sentences it is the innermost around its tables, else all of it.
struct MainText {
  /// The element; nil for the whole file.
  let container: Int?
  /// For each node whether it is in furniture, and which.
  let furniture: [PageCues.Part?]

  init(_ page: Page) {
    let weights = Self.weights(of: page)
    furniture = Self.furniture(of: page, weights)
    let parts = furniture
    let marks = page.tree.nodes.indices.filter { index in
      parts[index] == nil && Self.isMark(index, page)
    }
    let tables = page.tree.nodes.indices.filter { index in
      parts[index] == nil && page.contexts[index].table == index && !page.contexts[index].isHidden
    }
    // A table above the first sentence says what the page is filed under (索引号, 发文日期).
    let below = tables.filter { $0 > (marks.first ?? 0) && page.amounts[$0].characters >= 40 }
    let best = marks.isEmpty ? tables : Self.withoutStrays(marks, page) + below
    container = Self.ancestor(of: best, in: page).flatMap { Self.room(around: $0, page) }
  }

  func contains(_ node: Int, _ page: Page) -> Bool {
    container.map { page.nodes(of: $0).contains(node) } ?? true
  }

  /// The characters of text that is no link, in blocks that have a full stop, for each element.
  private static func weights(of page: Page) -> [Int] {
    var weights = Array(repeating: 0, count: page.tree.nodes.count)
    for index in page.tree.nodes.indices.reversed() {
      let node = page.tree.nodes[index]
      if let amount = page.shownLines[index]?.amount, amount.stops > 0 {
        weights[index] = amount.characters - amount.linked
      }
      if let parent = node.parent { weights[parent] += weights[index] }
    }
    return weights
  }

  /// An element with half of the page's sentences is no furniture, whatever its class says.
  private static func furniture(of page: Page, _ weights: [Int]) -> [PageCues.Part?] {
    let total = page.tree.nodes.indices.reduce(0) {
      $0 + (page.tree.nodes[$1].parent == nil ? weights[$1] : 0)
    }
    var parts: [PageCues.Part?] = []
    parts.reserveCapacity(weights.count)
    for (index, node) in page.tree.nodes.enumerated() {
      var part = node.parent.flatMap { parts[$0] }
      if part == nil, case .element = node.kind, weights[index] * 2 <= total {
        part = PageCues.part(of: index, in: page.tree)
      }
      parts.append(part)
    }
    return parts
  }

  /// Whether a text begins a line with sentences of a report.
  private static func isMark(_ index: Int, _ page: Page) -> Bool {
    let context = page.contexts[index]
    let shortest = 5
    guard let amount = page.shownLines[index]?.amount, !context.isControl, context.table == nil,
      amount.characters - amount.linked >= shortest, amount.stops > 0, let block = context.block
    else { return false }
    let around = page.amounts[block]
    guard around.linked * 2 <= around.characters || around.characters > 2_000 else { return false }
    return !saysOfPage(index, page)
  }

  private static func saysOfPage(_ index: Int, _ page: Page) -> Bool {
    guard let line = page.shownLines[index],
      line.amount.characters <= LineFacts.longestPageLine
    else { return false }
    let text = page.text(of: index..<line.end).scalars
    return PageCues.saysOfPage.contains { word in
      text.indices.contains { text[$0] == word[0] && text[$0...].starts(with: word) }
    }
  }

  /// Sentences far from the others (a notice at the top of the page) do not stretch the report over
  /// the page: an element with nearly all of them is taken when only a few short ones are outside.
  private static func withoutStrays(_ marks: [Int], _ page: Page) -> [Int] {
    var counts = Array(repeating: 0, count: page.tree.nodes.count)
    var weights = counts
    for mark in marks {
      counts[mark] = 1
      weights[mark] = page.shownLines[mark]?.amount.characters ?? 0
    }
    for (index, node) in page.tree.nodes.enumerated().reversed() {
      guard let parent = node.parent else { continue }
      counts[parent] += counts[index]
      weights[parent] += weights[index]
    }
    var best = ancestor(of: marks, in: page)
    while let around = best {
      let next = page.tree.children(of: around).first { child in
        weights[child] * 20 >= weights[around] * 19
          && (counts[around] - counts[child]) * 8 <= counts[around]
          && counts[child] > 1
      }
      guard let next else { break }
      best = next
    }
    return best.map { around in marks.filter { page.nodes(of: around).contains($0) } } ?? marks
  }

  /// The innermost element around all of some nodes.
  private static func ancestor(of nodes: [Int], in page: Page) -> Int? {
    guard let first = nodes.first, let last = nodes.last else { return nil }
    let lowest = nodes.min() ?? first
    let highest = nodes.max() ?? last
    return page.ancestors(of: lowest).first { page.nodes(of: $0).contains(highest) }
  }

  /// The element as a room for a report: a paragraph or list alone is none, what is around it is.
  private static func room(around node: Int, _ page: Page) -> Int? {
    ([node] + page.ancestors(of: node)).first { candidate in
      // A division without another in it is set as a paragraph.
      rooms.contains(page.tree.nodes[candidate].name)
        && page.nodes(of: candidate).dropFirst().contains { divides($0, page) }
    }
  }

  private static func divides(_ node: Int, _ page: Page) -> Bool {
    page.contexts[node].block == node || page.tree.nodes[node].name == "br"
  }

  private static let rooms: Set<String> = [
    "div", "section", "article", "main", "body", "td", "form", "center", "html",
  ]
}
