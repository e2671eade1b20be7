package import Diagnostics
package import Geometry
package import Typography

/// A table: 三线表 by its strokes, with a head that is repeated over pages.
package struct Table: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package var width: ColumnWidth
    package var alignment: CellAlignment

    package init(width: ColumnWidth = .natural, alignment: CellAlignment = .left) {
      self.width = width
      self.alignment = alignment
    }
  }

  package struct TableRow: Hashable, Sendable {
    package var cells: [Cell]
    /// The least height of the row.
    package var height: Length
    /// A rule over the row, across all columns.
    package var ruleAbove: Stroke?
    package var span: Span?

    package init(
      cells: [Cell],
      height: Length,
      ruleAbove: Stroke? = nil,
      span: Span? = nil
    ) {
      self.cells = cells
      self.height = height
      self.ruleAbove = ruleAbove
      self.span = span
    }
  }

  package struct Cell: Hashable, Sendable {
    /// The paragraphs of the cell; a head may have its name and its unit as two.
    package var content: [Paragraph]
    package var columns: Int
    package var rows: Int
    /// The alignment when it is not the column's.
    package var alignment: CellAlignment?
    package var fill: InkTint?
    /// The cell is the head of its row, as a name in the first column is.
    package var isRowHeader: Bool

    package init(
      content: [Paragraph],
      columns: Int = 1,
      rows: Int = 1,
      alignment: CellAlignment? = nil,
      fill: InkTint? = nil,
      isRowHeader: Bool = false
    ) {
      self.content = content
      self.columns = columns
      self.rows = rows
      self.alignment = alignment
      self.fill = fill
      self.isRowHeader = isRowHeader
    }
  }

  package var columns: [Column]
  package var head: [TableRow]
  package var body: [TableRow]
  /// The total and what else closes the table.
  package var foot: [TableRow]
  /// The title, set above and kept with the table.
  package var caption: Paragraph?
  /// What the caption says on the pages that follow (`续表`), or nil when the head is not repeated.
  package var continuation: Paragraph?
  package var repeatHead: Bool
  /// Notes set below and kept with the last rows.
  package var notes: [Paragraph]
  /// The white space between the table and its notes.
  package var spaceBeforeNotes: Length
  package var ruleTop: Stroke?
  package var ruleBelowHead: Stroke?
  package var ruleBottom: Stroke?
  /// The white space left and right in each cell.
  package var padding: Length
  package var span: Span?

  package init(
    columns: [Column],
    head: [TableRow],
    body: [TableRow],
    foot: [TableRow] = [],
    caption: Paragraph? = nil,
    continuation: Paragraph? = nil,
    repeatHead: Bool = true,
    notes: [Paragraph] = [],
    spaceBeforeNotes: Length = .zero,
    ruleTop: Stroke? = nil,
    ruleBelowHead: Stroke? = nil,
    ruleBottom: Stroke? = nil,
    padding: Length = .zero,
    span: Span? = nil
  ) {
    self.columns = columns
    self.head = head
    self.body = body
    self.foot = foot
    self.caption = caption
    self.continuation = continuation
    self.repeatHead = repeatHead
    self.notes = notes
    self.spaceBeforeNotes = spaceBeforeNotes
    self.ruleTop = ruleTop
    self.ruleBelowHead = ruleBelowHead
    self.ruleBottom = ruleBottom
    self.padding = padding
    self.span = span
  }
}

/// How a cell's content stands in its column.
package enum CellAlignment: String, Hashable, Sendable, CaseIterable {
  case left
  case centre
  case right
  /// Decimal points under each other, the widest entry centred under the head.
  case decimal
  /// Entries begin under each other, the block of them centred under the head.
  case block
}
