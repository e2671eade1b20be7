import Diagnostics
import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

/// Measures the columns of a table, then breaks its cells into lines.
struct TableRowMaker {
  private let table: Table
  private let measure: Length
  private let head: TableGrid
  private let body: TableGrid
  private let foot: TableGrid
  private(set) var columns: [ColumnPlan] = []

  init(_ table: Table, measure: Length, context: inout LayoutContext) {
    self.table = table
    self.measure = measure
    let count = table.columns.count
    head = TableGrid(table.head, columns: count)
    body = TableGrid(table.body, columns: count)
    foot = TableGrid(table.foot, columns: count)
    for (grid, rows) in [(head, table.head), (body, table.body), (foot, table.foot)] {
      for row in grid.surplus {
        context.findings.add(
          Finding(.surplusCell, at: rows[row].span ?? table.span, ["row": .number(row + 1)])
        )
      }
    }
    measureColumns(context: &context)
  }

  // MARK: Columns

  private mutating func measureColumns(context: inout LayoutContext) {
    columns = table.columns.map { ColumnPlan(left: .zero, width: .zero, alignment: $0.alignment) }
    var naturals = columns.map { _ in Length.zero }
    for place in (head.rows + body.rows + foot.rows).joined() {
      measure(place, naturals: &naturals, context: &context)
    }
    let widths = ColumnWidth.distribute(
      table.columns.map(\.width),
      naturals: naturals,
      measure: measure
    )
    var left = Length.zero
    for index in columns.indices {
      columns[index].left = left
      columns[index].width = widths[index]
      left += widths[index]
    }
    guard left > measure + Length(units: 1000) else { return }
    let excess = (left - measure).hundredths
    context.findings.add(
      Finding(.tableTooWide, at: table.span, ["hundredths": .number(excess)])
    )
  }

  /// What a cell wants of its column; cells over several columns make do with theirs.
  private mutating func measure(
    _ place: TableGrid.Place,
    naturals: inout [Length],
    context: inout LayoutContext
  ) {
    guard place.columns.count == 1 else { return }
    let column = place.columns.lowerBound
    let alignment = place.cell.alignment ?? columns[column].alignment
    for paragraph in place.cell.content {
      let broken = BrokenParagraph(paragraph, measure: measure, context: &context)
      naturals[column] = max(naturals[column], broken.naturalWidth + 2 * table.padding)
      if alignment == .block {
        columns[column].fromPoint = max(columns[column].fromPoint, broken.naturalWidth)
      }
      guard alignment == .decimal, let parts = broken.decimalParts else { continue }
      columns[column].beforePoint = max(columns[column].beforePoint, parts.before)
      columns[column].fromPoint = max(columns[column].fromPoint, parts.from)
    }
  }

  // MARK: Rows

  func headRows(in parent: ElementID, context: inout LayoutContext) -> [RowOfCells] {
    make(table.head, head, part: .tableHead, in: parent, context: &context)
  }

  func bodyRows(in parent: ElementID, context: inout LayoutContext) -> [RowOfCells] {
    make(table.body, body, part: .tableBody, in: parent, context: &context)
  }

  func footRows(in parent: ElementID, context: inout LayoutContext) -> [RowOfCells] {
    make(table.foot, foot, part: .tableFoot, in: parent, context: &context)
  }

  private func make(
    _ source: [Table.TableRow],
    _ grid: TableGrid,
    part: StructureRole,
    in parent: ElementID,
    context: inout LayoutContext
  ) -> [RowOfCells] {
    guard !source.isEmpty else { return [] }
    let section = context.structure.add(part, in: parent)
    var rows = zip(source, grid.rows).map { row, places in
      let element = context.structure.add(.tableRow, in: section, span: row.span)
      let cells = places.map {
        make($0, isHead: part == .tableHead, in: element, context: &context)
      }
      let height = cells.filter { $0.rows == 1 }.map(\.height).max() ?? .zero
      return RowOfCells(
        cells: cells,
        height: max(row.height, height),
        ruleAbove: row.ruleAbove
      )
    }
    stretchForSpans(&rows)
    return rows
  }

  /// What a cell over several rows needs beyond their heights is given to its last row.
  private func stretchForSpans(_ rows: inout [RowOfCells]) {
    for index in rows.indices {
      for cell in rows[index].cells where cell.rows > 1 {
        let covered = index..<min(index + cell.rows, rows.count)
        let missing = cell.height - rows[covered].reduce(.zero) { $0 + $1.height }
        if missing > .zero { rows[covered.upperBound - 1].height += missing }
      }
    }
  }

  private func make(
    _ place: TableGrid.Place,
    isHead: Bool,
    in parent: ElementID,
    context: inout LayoutContext
  ) -> RowOfCells.Cell {
    let cell = place.cell
    let isHeader = isHead || cell.isRowHeader
    let attributes = StructureAttributes(
      headerScope: isHead ? .column : (cell.isRowHeader ? .row : nil),
      columnSpan: place.columns.count,
      rowSpan: place.rows.count
    )
    let element = context.structure.add(
      isHeader ? .tableHeaderCell : .tableDataCell,
      in: parent,
      attributes: attributes
    )
    let width = columns[place.columns].reduce(.zero) { $0 + $1.width } - 2 * table.padding
    let alignment = cell.alignment ?? columns[place.columns.lowerBound].alignment
    let paragraphs = cell.content.map {
      ParagraphPlan(
        aligned($0, alignment),
        measure: max(.zero, width),
        parent: element,
        context: &context
      )
    }
    return RowOfCells.Cell(
      columns: place.columns,
      rows: place.rows.count,
      paragraphs: paragraphs,
      alignment: alignment,
      fill: cell.fill
    )
  }

  /// A cell's alignment holds for lines of its own; a style that centres or spreads them wins.
  private func aligned(_ paragraph: Paragraph, _ alignment: CellAlignment) -> Paragraph {
    guard [.left, .justify].contains(paragraph.style.alignment) else { return paragraph }
    var paragraph = paragraph
    switch alignment {
    case .left, .decimal, .block: break
    case .centre: paragraph.style.alignment = .centre
    case .right: paragraph.style.alignment = .right
    }
    return paragraph
  }
}

extension BrokenParagraph {
  /// The widths of a number before its decimal point and from it on; nil for other text.
  var decimalParts: (before: Length, from: Length)? {
    let text = shaped.source.text
    guard lines.count == 1, text.contains(where: \.isNumber) else { return nil }
    let bytes = Array(text.utf8)
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? Self.endOfNumber(bytes)
    let before = offset(ofText: point)
    return (before, naturalWidth - before)
  }

  /// Behind the last digit, so that a sign or unit does not move the number.
  private static func endOfNumber(_ bytes: [UInt8]) -> Int {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return (bytes.lastIndex { digits.contains($0) } ?? bytes.count - 1) + 1
  }

  /// From the beginning of the only line to the glyph that stands for a place in the text.
  private func offset(ofText place: Int) -> Length {
    guard let line = lines.first else { return .zero }
    for (unit, origin) in zip(line.units, line.origins) {
      let piece = shaped.pieces[unit]
      guard piece.text.upperBound > place else { continue }
      let glyphs = shaped.runs[piece.run].glyphs[piece.glyphs]
      return glyphs.filter { Int($0.cluster) < place }.reduce(origin) { $0 + $1.advance.x }
    }
    return line.width
  }
}
