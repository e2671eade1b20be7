package import Diagnostics

/// A table supplied with the report (台账), its cells typed as the layout declares them.
package struct Ledger: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package var value: Dataset.Value
    /// Digits after the decimal point as written, for the tolerance of checks.
    package var decimals: Int
    /// Where the cell stands; nil for a cell that its row lacks.
    package var span: Span?

    package init(value: Dataset.Value, decimals: Int = 0, span: Span? = nil) {
      self.value = value
      self.decimals = decimals
      self.span = span
    }
  }

  package struct Row: Hashable, Sendable {
    /// From 1, the row of column names being the first; as spreadsheets count.
    package var number: Int
    /// One for each column, in their order.
    package var cells: [Cell]

    package init(number: Int, cells: [Cell]) {
      self.number = number
      self.cells = cells
    }
  }

  /// The name by which the layout and its queries know the table.
  package var name: String
  /// In the order of the layout's definition.
  package var columns: [StatisticsPlan.LedgerDefinition.Column]
  package var rows: [Row]

  package init(
    name: String,
    columns: [StatisticsPlan.LedgerDefinition.Column],
    rows: [Row]
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// Reads a CSV file (RFC 4180, UTF-8 or as transcoded) as the layout's definition says.
  ///
  /// Columns are found by name, in any order, compared by the matching key. An empty cell is null.
  /// Every cell that does not fit its type is a finding and null; a missing column too. Nil when
  /// there is no row of names to read by.
  package static func read(
    _ file: SourceFile,
    definition: StatisticsPlan.LedgerDefinition,
    findings: inout Findings
  ) -> Ledger? {
    LedgerReader(file: file, definition: definition).read(&findings)
  }
}
