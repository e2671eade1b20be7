import Containers
package import Diagnostics
import Reports
import WritingSystems

/// A sheet of a workbook as it is shown, for a table that is printed and not reckoned with.
package enum ShownSheet {
  /// The largest table that a bulletin could print.
  private static let mostCells = 200_000

  /// The rows of a sheet that are shown, each cell with its place; nil, with a finding, when the
  /// workbook cannot be read.
  ///
  /// Numbers have the decimals they are shown with. Rows and columns that are hidden, or hold nothing,
  /// are left out; a cell that is merged with others stands in its first place.
  package static func read(
    _ id: SourceFile.ID,
    sheet choice: StatisticsPlan.LedgerDefinition.SheetChoice?,
    named name: String,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> [[SourcedText]]? {
    let spreadsheet = SpreadsheetFile(file: files[id], ledger: name)
    guard let table = spreadsheet.open(choice, in: &files, findings: &findings) else { return nil }
    let place = Span(file: id, start: 0, end: 0)
    var rows: [[Int: SourcedText]] = []
    var columns: Set<Int> = []
    var missing: (count: Int, first: Span?) = (0, nil)
    for index in 0..<table.count {
      let row = table.row(index)
      guard !table.isHidden(row: row.number), !row.isBlank else { continue }
      var cells: [Int: SourcedText] = [:]
      for cell in row.cells where !cell.isCopied && !cell.isBlank {
        guard !table.isHidden(column: cell.column) else { continue }
        if cell.content == .missing {
          missing = (missing.count + 1, missing.first ?? cell.span)
        }
        cells[cell.column] = SourcedText(shown(cell), span: cell.span ?? place)
        columns.insert(cell.column)
      }
      if !cells.isEmpty { rows.append(cells) }
      guard rows.count * columns.count <= mostCells else {
        findings.add(ContainerFault.tooLarge(limit: mostCells).finding(path: name, part: nil))
        return nil
      }
    }
    if missing.count > 0 {
      findings.add(
        Finding(
          .sheetNoValues,
          at: missing.first,
          ["ledger": .quote(name), "count": .number(missing.count)]
        )
      )
    }
    let order = columns.sorted()
    return rows.map { cells in order.map { cells[$0] ?? SourcedText() } }
  }

  private static func shown(_ cell: RawCell) -> String {
    guard case .number(let number, let decimals, let isPercent) = cell.content else {
      return cell.text.split { $0.isWhitespace }.joined(separator: " ")
    }
    let rounded = number.rounded(to: decimals)
    let missing = max(0, decimals - rounded.decimals)
    let point = rounded.decimals == 0 && missing > 0 ? "." : ""
    let zeros = String(repeating: "0", count: missing)
    return rounded.text(minus: "-") + point + zeros + (isPercent ? "%" : "")
  }
}
