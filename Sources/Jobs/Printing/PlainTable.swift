import Diagnostics

/// Rows for a terminal, in columns that wide characters do not push out of line.
struct PlainTable {
  private var rows: [[String]] = []

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The rows with two spaces between columns; the last column is not padded.
  func text(indent: Int = 0) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? TerminalWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in
        let gap = widths[index] - TerminalWidth.columns(of: cell) + 2
        return index == row.count - 1 ? cell : cell + String(repeating: " ", count: gap)
      }
      var line = String(repeating: " ", count: indent) + cells.joined()
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    .joined()
  }
}
