package import Diagnostics

/// What a layout wants to know: indicators to look for, ledgers to load, queries, checks.
package struct StatisticsPlan: Hashable, Sendable {
  /// A name for figures found in the running text.
  package struct Indicator: Hashable, Sendable {
    package var name: String
    package var title: String?
    /// Phrases of the report that mean this indicator; compared by the matching key.
    package var match: [String]
    package var unit: String?
    /// The section it stands in: its number, or words of its heading.
    package var section: String?
    /// A report may be without it: then it has no figure, and nothing is said of that.
    package var isOptional: Bool
    package var span: Span?

    package init(
      name: String,
      title: String? = nil,
      match: [String],
      unit: String? = nil,
      section: String? = nil,
      isOptional: Bool = false,
      span: Span? = nil
    ) {
      self.name = name
      self.title = title
      self.match = match
      self.unit = unit
      self.section = section
      self.isOptional = isOptional
      self.span = span
    }
  }

  /// A named result: SQL over report, section, paragraph, figure and the ledgers.
  package struct Query: Hashable, Sendable {
    package var name: String
    package var title: String?
    package var sql: String
    package var unit: String?
    /// The units of columns, in the order of the layout.
    package var units: [ColumnUnit]
    /// What is printed where the result is null; nil where that is an error.
    package var missing: String?
    package var span: Span?

    /// The unit of a column of the answer.
    package struct ColumnUnit: Hashable, Sendable {
      package var column: String
      package var unit: String
      package var span: Span?

      package init(column: String, unit: String, span: Span? = nil) {
        self.column = column
        self.unit = unit
        self.span = span
      }
    }

    package init(
      name: String,
      title: String? = nil,
      sql: String,
      unit: String? = nil,
      units: [ColumnUnit] = [],
      missing: String? = nil,
      span: Span? = nil
    ) {
      self.name = name
      self.title = title
      self.sql = sql
      self.unit = unit
      self.units = units
      self.missing = missing
      self.span = span
    }
  }

  /// 勾稽关系: one row with `left, right` or `holds`, and optional `detail`.
  package struct Check: Hashable, Sendable {
    package var title: String
    package var sql: String
    package var tolerance: Double?
    package var span: Span?

    package init(title: String, sql: String, tolerance: Double? = nil, span: Span? = nil) {
      self.title = title
      self.sql = sql
      self.tolerance = tolerance
      self.span = span
    }
  }

  package var indicators: [Indicator]
  package var ledgers: [LedgerDefinition]
  /// The names of units of organisation and how else they are written.
  package var organisations: [Organisation]
  package var queries: [Query]
  package var checks: [Check]

  package init(
    indicators: [Indicator] = [],
    ledgers: [LedgerDefinition] = [],
    organisations: [Organisation] = [],
    queries: [Query] = [],
    checks: [Check] = []
  ) {
    self.indicators = indicators
    self.ledgers = ledgers
    self.organisations = organisations
    self.queries = queries
    self.checks = checks
  }
}
