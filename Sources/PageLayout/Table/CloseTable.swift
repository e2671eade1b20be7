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
    return opening + heads + rowsHeight(part.rows) + closing
  }

  /// Closes the rows of one page: title or continuation, head, rows, and at the end foot and notes.
  func closePart(_ part: TablePart, at origin: Point, into frame: inout OpenFrame) {
    var y = origin.y
    closeOpening(part, x: origin.x, y: &y, into: &frame)
    rule(table.ruleTop, x: origin.x, y: y, into: &frame)
    if part.isFirst || table.repeatHead, !head.isEmpty {
      let wasRepeated = frame.isRepeated
      frame.isRepeated = wasRepeated || !part.isFirst
      closeRows(head[...], x: origin.x, y: &y, into: &frame)
      frame.isRepeated = wasRepeated
      rule(table.ruleBelowHead, x: origin.x, y: y, into: &frame)
    }
    closeRows(body[part.rows], x: origin.x, y: &y, into: &frame)
    if part.isLast { closeRows(foot[...], x: origin.x, y: &y, into: &frame) }
    rule(table.ruleBottom, x: origin.x, y: y, into: &frame)
    guard part.isLast else { return }
    y += table.spaceBeforeNotes
    for note in notes {
      note.close(at: Point(x: origin.x, y: y), into: &frame)
      y += note.height
    }
  }

  private func closeOpening(
    _ part: TablePart,
    x: Length,
    y: inout Length,
    into frame: inout OpenFrame
  ) {
    if part.isFirst, let caption {
      caption.close(at: Point(x: x, y: y), into: &frame)
      y += caption.height
    } else if !part.isFirst, table.repeatHead, let continuation {
      let wasRepeated = frame.isRepeated
      frame.isRepeated = true
      continuation.close(at: Point(x: x, y: y), into: &frame)
      frame.isRepeated = wasRepeated
      y += continuation.height
    }
  }

  private func closeRows(
    _ rows: ArraySlice<RowOfCells>,
    x: Length,
    y: inout Length,
    into frame: inout OpenFrame
  ) {
    for (index, row) in zip(rows.indices, rows) {
      rule(row.ruleAbove, x: x, y: y, into: &frame)
      for cell in row.cells {
        let covered = rows[index..<min(index + cell.rows, rows.endIndex)]
        let height = covered.reduce(Length.zero) { $0 + $1.height }
        close(cell, height: height, at: Point(x: x, y: y), into: &frame)
      }
      y += row.height
    }
  }

  private func rule(_ stroke: Stroke?, x: Length, y: Length, into frame: inout OpenFrame) {
    guard let stroke else { return }
    frame.addRule(
      from: Point(x: x, y: y),
      to: Point(x: x + measure, y: y),
      stroke: stroke
    )
  }

  private func close(
    _ cell: RowOfCells.Cell,
    height: Length,
    at origin: Point,
    into frame: inout OpenFrame
  ) {
    let width = columns[cell.columns].reduce(.zero) { $0 + $1.width }
    let left = origin.x + columns[cell.columns.lowerBound].left
    if let fill = cell.fill {
      frame.addFill(Rect(x: left, y: origin.y, width: width, height: height), ink: fill)
    }
    var top = origin.y + (height - cell.height).scaled(by: 1, over: 2)
    for paragraph in cell.paragraphs {
      let shift = blockShift(of: paragraph, in: cell, width: width - 2 * table.padding)
      paragraph.close(at: Point(x: left + table.padding + shift, y: top), into: &frame)
      top += paragraph.height
    }
  }

  /// How far an entry is moved so that decimal points, or beginnings, stand under each other: the
  /// block of the widest parts is centred in the column, and the entry's point stands where the
  /// block's does.
  private func blockShift(
    of paragraph: ParagraphPlan,
    in cell: RowOfCells.Cell,
    width: Length
  ) -> Length {
    let style = paragraph.paragraph.style
    guard [.decimal, .block].contains(cell.alignment), cell.columns.count == 1,
      [.left, .justify].contains(style.alignment), paragraph.lines.count == 1
    else { return .zero }
    let broken = paragraph.broken
    let column = columns[cell.columns.lowerBound]
    if cell.alignment == .block {
      return max(.zero, width - column.fromPoint).scaled(by: 1, over: 2)
    }
    guard let parts = broken.decimalParts else {
      return max(.zero, width - broken.naturalWidth).scaled(by: 1, over: 2)
    }
    let left = (width - column.beforePoint - column.fromPoint).scaled(by: 1, over: 2)
    return max(.zero, left + column.beforePoint - parts.before)
  }
}
