import Diagnostics
import WritingSystems

/// Tables that somebody drew in a text: cells parted by tabulators, by lines of a box, or by spaces
/// in columns.
///
/// Their lines become rows as the rows of a table in a document are, cells parted by one tabulator.
/// The rule is strict, because most lines with a tabulator or a gap are no rows: two rows and more,
/// one below the other, with as many cells.
struct DrawnTables {
  /// A row that was found: the line, and what parts its cells.
  struct Row {
    let line: Int
    /// What goes, and what becomes the tabulator between two cells.
    let edits: [Edit]
  }

  /// A table that was found.
  struct Table {
    let rows: [Row]
    /// Lines of a box that hold no cell.
    var rules: [Int] = []
    /// The lines that only go on with the cells of a row above: the line, and that row.
    var continued: [Int: Int] = [:]
    /// Whether it was drawn with lines, which nothing but a table has.
    var isBoxed = false
  }

  /// Makes rows of the lines of tables.
  static func find(in lines: inout [Line], log: inout CleaningLog) {
    let plain = lines.indices.filter { lines[$0].mayBeDrawn && !lines[$0].isBlank }
    guard !plain.isEmpty else { return }
    var tables = BoxTables.find(lines, plain)
    let boxed = Set(tables.flatMap { $0.rows.map(\.line) + $0.rules })
    tables += CellTables.find(lines, plain.filter { !boxed.contains($0) })
    guard !tables.isEmpty else { return }
    var number = (lines.compactMap(\.table).max() ?? -1) + 1
    var gone: Set<Int> = []
    for table in tables {
      for row in table.rows { lines[row.line].becomeRow(row.edits, table: number, table.isBoxed) }
      for (line, row) in table.continued.sorted(by: { $0.key < $1.key }) {
        lines[row].takeCells(of: lines[line])
        gone.insert(line)
      }
      for rule in table.rules {
        lines[rule].deeds.forEach { log.record($0) }
        log.drop(lines[rule].source, as: .stray, by: .drawnTables)
        gone.insert(rule)
      }
      number += 1
    }
    guard !gone.isEmpty else { return }
    lines = lines.indices.filter { !gone.contains($0) }.map { lines[$0] }
  }

  /// Whether nothing but empty lines stands between two lines.
  static func isBelow(_ first: Int, _ second: Int, _ lines: [Line]) -> Bool {
    second == first + 1 || lines[(first + 1)..<second].allSatisfy(\.isBlank)
  }
}

extension Line {
  /// Whether a table may be drawn with it: nothing says what it is.
  fileprivate var mayBeDrawn: Bool { role == .text && form == .plain && text.count <= 2_000 }

  fileprivate mutating func becomeRow(_ edits: [Edit], table: Int, _ isBoxed: Bool) {
    deeds += edits.map { edit in
      let from = text.string(of: edit.range)
      return .repair(
        text.scalars[edit.range].allSatisfy(\.isSpace) ? .space : .character,
        from: from,
        to: String(scalars: edit.replacement[...]),
        at: text.span(of: edit.range),
        .drawnTables
      )
    }
    text = text.applying(edits)
    form = .row(table: table)
    isDrawn = !isBoxed
  }

  /// Sets the cells of a line behind those of this one, each in its column.
  fileprivate mutating func takeCells(of other: Line) {
    deeds += other.deeds
    var joined = Strand(file: text.file)
    let (own, added) = (text.cells, other.text.cells)
    for (column, cell) in own.enumerated() {
      if column > 0 { joined.append(text.slice((cell.lowerBound - 1)..<cell.lowerBound)) }
      joined.append(text, from: cell)
      guard column < added.count else { continue }
      let isLatin =
        joined.scalars.last?.isASCIIAlphanumeric ?? false
        && other.text.scalars[added[column]].first?.isASCIIAlphanumeric ?? false
      if isLatin, !cell.isEmpty {
        joined.append([" "], standingFor: other.text.span(of: added[column]))
      }
      joined.append(other.text, from: added[column])
    }
    text = joined
  }
}

extension Strand {
  /// The scalars of each cell of a row.
  var cells: [Range<Int>] {
    let tabs = indices.filter { scalars[$0] == "\t" }
    return zip([0] + tabs.map { $0 + 1 }, tabs + [count]).map { $0..<$1 }
  }
}

// MARK: - Boxes

/// Tables in boxes: ┌─┬─┐ │ │, +---+ | |, and those of Markdown.
enum BoxTables {
  static func find(_ lines: [Line], _ plain: [Int]) -> [DrawnTables.Table] {
    var found: [DrawnTables.Table] = []
    var start = 0
    while start < plain.count {
      var end = start
      while end < plain.count, isOfBox(lines[plain[end]].text.scalars),
        end == start || DrawnTables.isBelow(plain[end - 1], plain[end], lines)
      {
        end += 1
      }
      if end - start >= 2, let table = table(lines, Array(plain[start..<end])) {
        found.append(table)
      }
      start = max(end, start + 1)
    }
    return found
  }

  private static func isOfBox(_ scalars: [Unicode.Scalar]) -> Bool {
    isClosed(scalars) || isRule(scalars)
  }

  /// The table of some lines that all are of a box; nil when too little agrees.
  private static func table(_ lines: [Line], _ block: [Int]) -> DrawnTables.Table? {
    let rules = block.filter { isRule(lines[$0].text.scalars) }
    let ruled = Set(rules)
    let rows = block.filter { !ruled.contains($0) }
    let counts = rows.map { bars(lines[$0].text.scalars).count - 1 }
    guard let width = counts.max(), width >= 2, counts.count(where: { $0 == width }) >= 2,
      // Without lines between its rows a row of other cells is none of a table.
      !rules.isEmpty || counts.allSatisfy({ $0 == width })
    else { return nil }
    var table = DrawnTables.Table(
      rows: rows.map { DrawnTables.Row(line: $0, edits: edits(lines[$0].text.scalars)) },
      rules: rules,
      isBoxed: !rules.isEmpty
    )
    table.continued = continued(lines, block, ruled, counts: Dictionary(zip(rows, counts)) { $1 })
    return table
  }

  /// The lines that go on with the row above: with a line drawn below each row, one that has an
  /// empty cell and stands within the same lines.
  private static func continued(
    _ lines: [Line],
    _ block: [Int],
    _ rules: Set<Int>,
    counts: [Int: Int]
  ) -> [Int: Int] {
    let groups = block.split { rules.contains($0) }
    let mostLines = 4
    guard groups.count >= 3, groups.allSatisfy({ $0.count <= mostLines }) else { return [:] }
    var found: [Int: Int] = [:]
    for group in groups {
      guard let first = group.first else { continue }
      for line in group.dropFirst()
      where counts[line] == counts[first] && hasEmptyCell(lines[line].text.scalars) {
        found[line] = first
      }
    }
    return found
  }

  private static func hasEmptyCell(_ scalars: [Unicode.Scalar]) -> Bool {
    let places = bars(scalars)
    return zip(places, places.dropFirst()).contains { a, b in
      scalars[(a + 1)..<b].allSatisfy(\.isSpace)
    }
  }

  static func isBar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "│", "┃", "║", "|", "｜", "┆", "┊", "╎": true
    default: false
    }
  }

  private static func bars(_ scalars: [Unicode.Scalar]) -> [Int] {
    scalars.indices.filter { isBar(scalars[$0]) }
  }

  /// Whether a row begins and ends with a bar.
  private static func isClosed(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first(where: { !$0.isSpace }),
      let last = scalars.last(where: { !$0.isSpace })
    else { return false }
    return isBar(first) && isBar(last) && scalars.count { !$0.isSpace } > 1
  }

  /// A line that holds no cell: ├──┼──┤, +----+----+, |:---|---:|.
  static func isRule(_ scalars: [Unicode.Scalar]) -> Bool {
    let shown = scalars.filter { !$0.isSpace }
    let dashes = shown.count { isDash($0) }
    let shortest = 3
    return dashes >= shortest && dashes * 2 >= shown.count
      && shown.contains { isBar($0) || $0 == "+" || isCorner($0) }
      && shown.allSatisfy { isDash($0) || isBar($0) || $0 == "+" || $0 == ":" || isCorner($0) }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "=", "─", "━", "═", "—", "┄", "┈", "╌", "－": true
    default: false
    }
  }

  /// ┌ ┬ ┐ ├ ┼ ┤ └ ┴ ┘ and their like.
  private static func isCorner(_ scalar: Unicode.Scalar) -> Bool {
    (0x250C...0x254B).contains(scalar.value) || (0x2552...0x2570).contains(scalar.value)
  }

  /// The outer bars go, those between cells become tabulators, without the spaces around them.
  private static func edits(_ scalars: [Unicode.Scalar]) -> [Edit] {
    let places = bars(scalars)
    var edits: [Edit] = []
    var done = 0
    for (number, bar) in places.enumerated() {
      let isOuter = number == 0 || number == places.count - 1
      var start = bar
      while start > done, scalars[start - 1].isSpace { start -= 1 }
      if start < bar { edits.append(Edit(range: start..<bar, replacement: [])) }
      edits.append(Edit(range: bar..<(bar + 1), replacement: isOuter ? [] : ["\t"]))
      done = bar + 1
      while done < scalars.count, scalars[done].isSpace { done += 1 }
      if done > bar + 1 { edits.append(Edit(range: (bar + 1)..<done, replacement: [])) }
    }
    return edits
  }
}
