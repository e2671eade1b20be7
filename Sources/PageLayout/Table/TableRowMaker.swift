import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

/// Measures the columns of a table, then breaks its cells into lines.
struct TableRowMaker {
  private let table: Table
  private let measure: Length
  private var columns: [ColumnPlan] = []

  init(_ table: Table, measure: Length) {
    self.table = table
    self.measure = measure
  }

  // MARK: Columns

  /// Natural widths first; what is left over is given to the columns that share it, or to all.
  mutating func measureColumns(context: inout LayoutContext) -> [ColumnPlan] {
    var scratch = context
    let natural = naturalWidths(context: &scratch)
    columns = table.columns.map { ColumnPlan(left: .zero, width: .zero, alignment: $0.alignment) }
    let widths = distribute(natural)
    var left = Length.zero
    for index in columns.indices {
      columns[index].left = left
      columns[index].width = widths[index]
      left += widths[index]
    }
    measureDecimals(context: &scratch)
    return columns
  }

  private var allRows: [Table.TableRow] { table.head + table.body + table.foot }

  /// What the widest cell of one column wants.
  ///
  /// Cells over several columns make do with theirs.
  private func naturalWidths(context: inout LayoutContext) -> [Length] {
    var widths = table.columns.map { _ in Length.zero }
    for row in allRows {
      var column = 0
      for cell in row.cells {
        if cell.columns == 1, column < widths.count {
          for paragraph in cell.content {
            let plan = ParagraphPlan.repeated(paragraph, measure: measure, context: &context)
            widths[column] = max(widths[column], plan.naturalWidth + 2 * table.padding)
          }
        }
        column += cell.columns
      }
    }
    return widths
  }

  private func distribute(_ natural: [Length]) -> [Length] {
    let wishes = table.columns.map(\.width)
    var widths = natural
    for (index, wish) in wishes.enumerated() {
      if case .fixed(let width) = wish { widths[index] = width }
    }
    let shares = zip(wishes, widths).map { wish, width in Self.share(of: wish, width: width) }
    let rest = measure - widths.reduce(.zero, +)
    let total = shares.reduce(0, +)
    guard total > 0 else { return widths }
    return zip(widths, shares).map { width, share in
      max(.zero, width + rest.scaled(by: share, over: total))
    }
  }

  /// How much of the left-over width a column takes, or of the missing width it gives.
  private static func share(of wish: ColumnWidth, width: Length) -> Int64 {
    switch wish {
    case .fixed: 0
    case .natural: max(width.units / 1000, 1)
    case .share(let ratio): ratio.millionths * 1_000_000
    }
  }

  /// The parts of numbers on both sides of the decimal point, over all cells of a column.
  private mutating func measureDecimals(context: inout LayoutContext) {
    for row in table.body + table.foot {
      var column = 0
      for cell in row.cells {
        let alignment =
          cell.alignment ?? (column < columns.count ? columns[column].alignment : .left)
        if alignment == .decimal, cell.columns == 1, let paragraph = cell.content.first {
          let plan = ParagraphPlan.repeated(paragraph, measure: measure, context: &context)
          if let parts = plan.decimalParts {
            columns[column].beforePoint = max(columns[column].beforePoint, parts.before)
            columns[column].fromPoint = max(columns[column].fromPoint, parts.from)
          }
        }
        column += cell.columns
      }
    }
  }

  // MARK: Rows

  func rows(
    _ rows: [Table.TableRow],
    part: StructureRole,
    in parent: ElementID,
    context: inout LayoutContext
  ) -> [RowOfCells] {
    guard !rows.isEmpty else { return [] }
    let section = context.structure.add(part, in: parent)
    return rows.map { row in
      let element = context.structure.add(.tableRow, in: section, span: row.span)
      return make(row, isHead: part == .tableHead, in: element, context: &context)
    }
  }

  private func make(
    _ row: Table.TableRow,
    isHead: Bool,
    in parent: ElementID,
    context: inout LayoutContext
  ) -> RowOfCells {
    var cells: [RowOfCells.Cell] = []
    var column = 0
    for cell in row.cells where column < columns.count {
      let range = column..<min(column + cell.columns, columns.count)
      cells.append(make(cell, over: range, isHead: isHead, in: parent, context: &context))
      column = range.upperBound
    }
    let height = cells.map(\.height).max() ?? .zero
    return RowOfCells(
      cells: cells,
      height: max(row.height, height),
      ruleAbove: row.ruleAbove
    )
  }

  private func make(
    _ cell: Table.Cell,
    over range: Range<Int>,
    isHead: Bool,
    in parent: ElementID,
    context: inout LayoutContext
  ) -> RowOfCells.Cell {
    let attributes = StructureAttributes(
      headerScope: isHead ? .column : nil,
      columnSpan: cell.columns,
      rowSpan: cell.rows
    )
    let element = context.structure.add(
      isHead ? .tableHeaderCell : .tableDataCell,
      in: parent,
      attributes: attributes
    )
    let width = columns[range].reduce(.zero) { $0 + $1.width } - 2 * table.padding
    let paragraphs = cell.content.map {
      ParagraphPlan($0, measure: width, parent: element, context: &context)
    }
    let alignment = cell.alignment ?? columns[range.lowerBound].alignment
    return RowOfCells.Cell(
      columns: range,
      paragraphs: paragraphs,
      alignment: alignment,
      fill: cell.fill
    )
  }
}

extension ParagraphPlan {
  /// A plan that leaves no trace in the structure tree: to measure, or for what is repeated.
  static func repeated(
    _ paragraph: Paragraph,
    measure: Length,
    context: inout LayoutContext
  ) -> ParagraphPlan {
    let structure = context.structure
    let findings = context.findings
    defer {
      context.structure = structure
      context.findings = findings
    }
    return ParagraphPlan(paragraph, measure: measure, parent: StructureTree.root, context: &context)
  }

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
    for (element, origin) in zip(line.elements, line.origins) {
      let piece = shaped.pieces[element]
      guard piece.text.upperBound > place else { continue }
      let glyphs = shaped.runs[piece.run].glyphs[piece.glyphs]
      return glyphs.filter { Int($0.cluster) < place }.reduce(origin) { $0 + $1.advance.x }
    }
    return line.width
  }
}
