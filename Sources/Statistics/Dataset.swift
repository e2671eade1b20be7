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
    /// `text`, `number` or `integer`.
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

    package init(
      name: String,
      title: String? = nil,
      unit: String? = nil,
      columns: [Column],
      rows: [[Value]],
      sources: [Source] = []
    ) {
      self.name = name
      self.title = title
      self.unit = unit
      self.columns = columns
      self.rows = rows
      self.sources = sources
    }

    /// The value of a result of one row and one column; nil for tables.
    package var single: Value? {
      rows.count == 1 && rows[0].count == 1 ? rows[0][0] : nil
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

    package init(
      title: String,
      severity: Severity,
      holds: Bool?,
      detail: String?,
      sources: [Source] = []
    ) {
      self.title = title
      self.severity = severity
      self.holds = holds
      self.detail = detail
      self.sources = sources
    }
  }

  /// All figures of all reports, in reading order.
  package var figures: [Figure]
  /// The figure each indicator of the layout means, as an index into `figures`.
  package var indicators: [String: Int]
  /// In the order of the layout.
  package var results: [Result]
  package var checks: [CheckResult]

  package init(
    figures: [Figure] = [],
    indicators: [String: Int] = [:],
    results: [Result] = [],
    checks: [CheckResult] = []
  ) {
    self.figures = figures
    self.indicators = indicators
    self.results = results
    self.checks = checks
  }

  package func result(named name: String) -> Result? { results.first { $0.name == name } }
}
