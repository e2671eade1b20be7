import Containers
import Diagnostics

/// Reads a table of data on a page into lines, one a row.
struct TableLines {
  private let page: Page
  private let table: Int

  init(_ page: Page, table: Int) {
    self.page = page
    self.table = table
  }

  var lines: [PageLine] {
    var grid = TableGrid(file: page.file)
    var captions: [PageLine] = []
    for node in page.nodes(of: table) where page.tree.nodes[node].name == "caption" {
      let text = text(of: page.nodes(of: node))
      if !text.isBlank { captions.append(PageLine(text: text, node: node, form: .caption)) }
    }
    for cells in rows { grid.append(cells.map(cell)) }
    let start = Int(page.span(of: page.tree.nodes[table].range).start)
    let rows = grid.lines(table: table, at: start).map { row in
      PageLine(text: row.text, node: table, form: .row(table: table))
    }
    return captions + strays() + rows
  }

  /// The cells of each row.
  ///
  /// Where tags are missing, a cell belongs to the nearest row around it, and those without one to a
  /// row of their own.
  private var rows: [[Int]] {
    var rows: [[Int]] = []
    var current: Int?
    var node = table + 1
    while node < page.tree.nodes[table].end {
      let name = page.tree.nodes[node].name
      let isCell = (name == "td" || name == "th") && !isInCaption(node)
      if isCell {
        let row = row(around: node)
        if rows.isEmpty || row != current { rows.append([]) }
        rows[rows.count - 1].append(node)
        current = row
      }
      node = isCell ? page.tree.nodes[node].end : node + 1
    }
    return rows
  }

  private func row(around cell: Int) -> Int? {
    var next = page.tree.nodes[cell].parent
    while let node = next, node != table {
      if page.tree.nodes[node].name == "tr" { return node }
      next = page.tree.nodes[node].parent
    }
    return nil
  }

  private func isInCaption(_ cell: Int) -> Bool {
    var next = page.tree.nodes[cell].parent
    while let node = next, node != table {
      if page.tree.nodes[node].name == "caption" { return true }
      next = page.tree.nodes[node].parent
    }
    return false
  }

  private func cell(_ node: Int) -> TableGrid.Cell {
    TableGrid.Cell(
      text: text(of: page.nodes(of: node)),
      columns: span("colspan", of: node, most: 1_000),
      rows: span("rowspan", of: node, most: 65_534)
    )
  }

  /// The HTML Standard bounds spans (4.9.11).
  private func span(_ name: String, of node: Int, most: Int) -> Int {
    let value = page.tree.value(name, of: node).flatMap { Int($0.filter { !$0.isWhitespace }) }
    return min(most, max(1, value ?? 1))
  }

  /// The text of a cell as one line: its paragraphs follow one another.
  private func text(of nodes: Range<Int>) -> Strand {
    var text = Strand(file: page.file)
    var block: Int?
    for node in nodes {
      let isBreak = page.tree.nodes[node].name == "br" || page.contexts[node].block != block
      if isBreak, let last = text.ends.last {
        let place = Span(file: page.file, start: Int(last), end: Int(last))
        text.append(["\n"], standingFor: place)
      }
      block = page.contexts[node].block
      guard !page.contexts[node].isHidden, !page.contexts[node].isReading else { continue }
      page.append(node, to: &text)
    }
    return text.collapsed()
  }

  /// Text of the table that stands in no cell, which browsers show before the table, and what nobody
  /// sees of its cells.
  private func strays() -> [PageLine] {
    var lines: [PageLine] = []
    var inside = table
    for node in page.nodes(of: table).dropFirst() {
      let name = page.tree.nodes[node].name
      if name == "td" || name == "th" || name == "caption" {
        inside = max(inside, page.tree.nodes[node].end)
      }
      let context = page.contexts[node]
      guard page.tree.nodes[node].isText, !context.isCode,
        node >= inside || context.isHidden || context.isReading
      else { continue }
      let text = page.text(of: node..<(node + 1)).collapsed()
      if !text.isBlank { lines.append(PageLine(text: text, node: node)) }
    }
    return lines
  }
}
