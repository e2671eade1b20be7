import Diagnostics
import DocumentModel

/// Where the cells of a table stand: a cell that spans rows pushes those of the rows below it to
/// the side.
struct TableGrid {
  struct Place {
    var cell: Table.Cell
    var columns: Range<Int>
    var rows: Range<Int>
  }

  /// The cells of each row that begin in it, from left to right.
  private(set) var rows: [[Place]] = []
  /// The rows with more cells than there is room for.
  private(set) var surplus: [Int] = []

  init(_ source: [Table.TableRow], columns: Int) {
    var taken = Array(repeating: 0, count: columns)
    for (index, row) in source.enumerated() {
      var places: [Place] = []
      var column = 0
      for cell in row.cells {
        while column < columns, taken[column] > index { column += 1 }
        guard column < columns else {
          surplus.append(index)
          break
        }
        let width = Self.freeColumns(from: column, upTo: cell.columns, row: index, taken: taken)
        let end = min(index + max(1, cell.rows), source.count)
        places.append(
          Place(cell: cell, columns: column..<(column + width), rows: index..<end)
        )
        for covered in column..<(column + width) { taken[covered] = end }
        column += width
      }
      rows.append(places)
    }
  }

  private static func freeColumns(
    from column: Int,
    upTo wanted: Int,
    row: Int,
    taken: [Int]
  ) -> Int {
    var width = 1
    while width < wanted, column + width < taken.count, taken[column + width] <= row {
      width += 1
    }
    return width
  }
}
