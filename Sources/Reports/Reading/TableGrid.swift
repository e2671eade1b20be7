import Diagnostics

/// A table with cells that span rows and columns, made a plain grid.
///
/// The text of a cell stands in its first place; the other places it covers are empty.
struct TableGrid {
  struct Cell {
    var text: Strand
    var columns = 1
    var rows = 1
  }

  /// The most columns, and places in all, of a table that a page can print.
  private static let mostColumns = 256
  private static let mostPlaces = 1_000_000

  private(set) var rows: [[Strand]] = []
  /// For each column the number of rows that a cell above still covers.
  private var covered: [Int] = []
  private let file: SourceFile.ID
  private var places = 0

  init(file: SourceFile.ID) {
    self.file = file
  }

  mutating func append(_ cells: [Cell]) {
    var row: [Strand] = []
    var next = covered
    func skipCovered() {
      while row.count < covered.count, covered[row.count] > 0 {
        next[row.count] = covered[row.count] - 1
        row.append(Strand(file: file))
      }
    }
    for cell in cells {
      skipCovered()
      let width = max(1, min(cell.columns, Self.mostColumns - row.count))
      for column in 0..<width {
        while next.count <= row.count { next.append(0) }
        next[row.count] = max(0, cell.rows - 1)
        row.append(column == 0 ? cell.text : Strand(file: file))
      }
    }
    skipCovered()
    covered = next
    places += row.count
    rows.append(row)
  }

  /// The rows as lines, cells parted by tabulators; all of one width.
  func lines(table: Int, at start: Int) -> [Line] {
    let width = rows.map(\.count).max() ?? 0
    let isBounded = width * rows.count <= Self.mostPlaces
    return rows.compactMap { row in
      var text = Strand(file: file)
      var place = row.first { !$0.isEmpty }.map { Int($0.starts[0]) } ?? start
      for column in 0..<(isBounded ? width : row.count) {
        if column > 0 {
          text.append(["\t"], standingFor: Span(file: file, start: place, end: place))
        }
        guard column < row.count, !row[column].isEmpty else { continue }
        text.append(row[column])
        place = Int(row[column].ends[row[column].count - 1])
      }
      let isEmpty = text.scalars.allSatisfy { $0 == "\t" || $0.isSpace }
      return isEmpty ? nil : Line(text, as: .row(table: table))
    }
  }
}
