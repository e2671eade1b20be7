import DocumentModel
import Geometry
import PageModel

extension TablePlan {
  /// The height of a part of the table on its page.
  func height(of part: TablePart) -> Length {
    let opening =
      part.isFirst ? captionHeight : (table.repeatHead ? continuation?.height ?? .zero : .zero)
    let heads = part.isFirst || table.repeatHead ? rowsHeight(head) : .zero
    let closing = part.isLast ? rowsHeight(foot) + notesHeight : .zero
    return opening + heads + rowsHeight(body[part.rows]) + closing
  }

  /// Closes the rows of one page: title or continuation, head, rows, and at the end foot and notes.
  func closePart(_ part: TablePart, at origin: Point, into canvas: inout Canvas) {
    var y = origin.y
    closeOpening(part, x: origin.x, y: &y, into: &canvas)
    rule(table.ruleTop, x: origin.x, y: y, into: &canvas)
    if part.isFirst || table.repeatHead, !head.isEmpty {
      let wasRepeated = canvas.isRepeated
      canvas.isRepeated = wasRepeated || !part.isFirst
      closeRows(head[...], x: origin.x, y: &y, into: &canvas)
      canvas.isRepeated = wasRepeated
      rule(table.ruleBelowHead, x: origin.x, y: y, into: &canvas)
    }
    closeRows(body[part.rows], x: origin.x, y: &y, into: &canvas)
    if part.isLast { closeRows(foot[...], x: origin.x, y: &y, into: &canvas) }
    rule(table.ruleBottom, x: origin.x, y: y, into: &canvas)
    guard part.isLast else { return }
    for note in notes {
      note.close(at: Point(x: origin.x, y: y), into: &canvas)
      y += note.height
    }
  }

  private func closeOpening(
    _ part: TablePart,
    x: Length,
    y: inout Length,
    into canvas: inout Canvas
  ) {
    if part.isFirst, let caption {
      caption.close(at: Point(x: x, y: y), into: &canvas)
      y += caption.height
    } else if !part.isFirst, table.repeatHead, let continuation {
      let wasRepeated = canvas.isRepeated
      canvas.isRepeated = true
      continuation.close(at: Point(x: x, y: y), into: &canvas)
      canvas.isRepeated = wasRepeated
      y += continuation.height
    }
  }

  private func closeRows(
    _ rows: ArraySlice<RowOfCells>,
    x: Length,
    y: inout Length,
    into canvas: inout Canvas
  ) {
    for row in rows {
      rule(row.ruleAbove, x: x, y: y, into: &canvas)
      for cell in row.cells { close(cell, of: row, x: x, y: y, into: &canvas) }
      y += row.height
    }
  }

  private func rule(_ stroke: Stroke?, x: Length, y: Length, into canvas: inout Canvas) {
    guard let stroke else { return }
    canvas.addRule(
      from: Point(x: x, y: y),
      to: Point(x: x + measure, y: y),
      stroke: stroke
    )
  }

  private func close(
    _ cell: RowOfCells.Cell,
    of row: RowOfCells,
    x: Length,
    y: Length,
    into canvas: inout Canvas
  ) {
    let width = columns[cell.columns].reduce(.zero) { $0 + $1.width }
    let left = x + columns[cell.columns.lowerBound].left
    if let fill = cell.fill {
      canvas.addFill(Rect(x: left, y: y, width: width, height: row.height), ink: fill)
    }
    var top = y + (row.height - cell.height).scaled(by: 1, over: 2)
    for paragraph in cell.paragraphs {
      let shift = self.shift(of: paragraph, in: cell, width: width - 2 * table.padding)
      paragraph.close(at: Point(x: left + table.padding + shift, y: top), into: &canvas)
      top += paragraph.height
    }
  }

  /// How far a paragraph is moved to the right.
  ///
  /// A paragraph of several lines is set by its own
  /// style; one line is moved as a whole.
  private func shift(
    of paragraph: ParagraphPlan,
    in cell: RowOfCells.Cell,
    width: Length
  ) -> Length {
    let free = max(.zero, width - paragraph.naturalWidth)
    guard paragraph.lines.count == 1, paragraph.paragraph.style.alignment == .left else {
      return .zero
    }
    switch cell.alignment {
    case .left: return .zero
    case .right: return free
    case .centre: return free.scaled(by: 1, over: 2)
    case .decimal: return decimalShift(of: paragraph, in: cell, width: width, free: free)
    }
  }

  /// The block of the widest parts is centred in the column; the number's point stands where the
  /// block's does.
  private func decimalShift(
    of paragraph: ParagraphPlan,
    in cell: RowOfCells.Cell,
    width: Length,
    free: Length
  ) -> Length {
    let column = columns[cell.columns.lowerBound]
    guard let parts = paragraph.decimalParts else { return free.scaled(by: 1, over: 2) }
    let block = column.beforePoint + column.fromPoint
    let left = (width - block).scaled(by: 1, over: 2)
    return max(.zero, left + column.beforePoint - parts.before)
  }
}
