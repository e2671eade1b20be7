package import Diagnostics
package import WritingSystems

/// What was found and derived, ready to print, each with what it was derived from.
package struct Dataset: Hashable, Sendable {
  /// A number, a word, or nothing.
  package enum Value: Hashable, Sendable {
    case number(Double)
    case text(String)
    case null
  }

  /// An input of a result.
  package enum Source: Hashable, Sendable {
    /// The index of a figure in `figures`.
    case figure(Int)
    /// A cell of a ledger; rows count from 1, as lines of the file do.
    case ledger(String, row: Int, column: String)
    /// A figure of a month before, by its index in that month's bulletin.
    case past(Period, figure: Int)
    /// A cell of a ledger of a month before.
    case pastLedger(Period, String, row: Int, column: String)
  }

  package struct Column: Hashable, Sendable {
    package var name: String
    /// `text`, `number` or `integer`; of a ledger's column printed as it is, what the layout
    /// declares: also `percent` and `date`.
    package var type: String
    package var unit: String?

    package init(name: String, type: String, unit: String? = nil) {
      self.name = name
      self.type = type
      self.unit = unit
    }
  }

  /// A named result: a table, which may be of one row and one column.
  package struct Result: Hashable, Sendable {
    package var name: String
    package var title: String?
    package var unit: String?
    package var columns: [Column]
    package var rows: [[Value]]
    package var sources: [Source]
    /// What each row was derived from, where the query says so in its column `sources`.
    package var rowSources: [[Source]]?
    /// How the value comes about, `82.43 − 28.57 = 53.86`; nil for tables, and where no plain
    /// arithmetic of the inputs gives it.
    package var detail: String?

    package init(
      name: String,
      title: String? = nil,
      unit: String? = nil,
      columns: [Column],
      rows: [[Value]],
      sources: [Source] = [],
      rowSources: [[Source]]? = nil,
      detail: String? = nil
    ) {
      self.name = name
      self.title = title
      self.unit = unit
      self.columns = columns
      self.rows = rows
      self.sources = sources
      self.rowSources = rowSources
      self.detail = detail
    }

    /// The value of a result of one row and one column; nil for tables.
    package var single: Value? {
      rows.count == 1 && rows[0].count == 1 ? rows[0][0] : nil
    }
  }

  /// What an input of a result says that is not in `figures`: a cell of a ledger, a month before.
  package struct Input: Hashable, Sendable {
    package var value: Value
    package var unit: String?
    /// What a figure of a month before speaks of.
    package var indicator: String?
    /// Where it stands in the ledger's file.
    package var span: Span?

    package init(
      value: Value,
      unit: String? = nil,
      indicator: String? = nil,
      span: Span? = nil
    ) {
      self.value = value
      self.unit = unit
      self.indicator = indicator
      self.span = span
    }
  }

  package struct CheckResult: Hashable, Sendable {
    package var title: String
    package var severity: Severity
    /// Whether it holds; nil when it is not applicable.
    package var holds: Bool?
    /// The arithmetic written out, `26 + 62 = 88`.
    package var detail: String?
    package var sources: [Source]
    /// The query of a check of the layout; nil for one that every report undergoes.
    package var sql: String?

    package init(
      title: String,
      severity: Severity,
      holds: Bool?,
      detail: String?,
      sources: [Source] = [],
      sql: String? = nil
    ) {
      self.title = title
      self.severity = severity
      self.holds = holds
      self.detail = detail
      self.sources = sources
      self.sql = sql
    }
  }

  /// All figures of all reports, in reading order.
  package var figures: [Figure]
  /// The figure each indicator of the layout means, as an index into `figures`.
  package var indicators: [String: Int]
  /// In the order of the layout.
  package var results: [Result]
  package var checks: [CheckResult]
  /// The cells of ledgers and the numbers of months before that results and checks name as sources.
  package var inputs: [Source: Input]

  package init(
    figures: [Figure] = [],
    indicators: [String: Int] = [:],
    results: [Result] = [],
    checks: [CheckResult] = [],
    inputs: [Source: Input] = [:]
  ) {
    self.figures = figures
    self.indicators = indicators
    self.results = results
    self.checks = checks
    self.inputs = inputs
  }

  package func result(named name: String) -> Result? { results.first { $0.name == name } }
}
