package import Diagnostics

/// A number found in the running text of a report, as `figures --json` prints it.
package struct Figure: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case count, percent
    case percentagePoint = "percentage-point"
    case permille, money, length, area, mass, volume, temperature, energy, power, speed, density
    case duration, date, period, ordinal, rank, ratio, multiple, index, other
  }

  package enum Change: String, Hashable, Sendable, CaseIterable {
    case rise, fall, flat, none
  }

  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case yearOnYear = "year-on-year"
    case monthOnMonth = "month-on-month"
    case yearEnd = "year-end"
    case plan, none
  }

  package enum Approximation: String, Hashable, Sendable, CaseIterable {
    case about, over, under, nearly
    case atLeast = "at-least"
    case atMost = "at-most"
  }

  /// A value in the unit without its scale: 41.2亿元 is 4 120 000 000 元.
  package struct Base: Hashable, Sendable {
    package var value: Double
    package var unit: String

    package init(value: Double, unit: String) {
      self.value = value
      self.unit = unit
    }
  }

  /// The index in the list of figures.
  package var id: Int
  package var quote: String
  /// The noun phrase the number speaks of, as in the text.
  package var indicator: String?
  package var kind: Kind
  /// As printed; nil for a range.
  ///
  /// A percentage is the number before its sign.
  package var value: Double?
  package var unit: String?
  package var from: Double?
  package var to: Double?
  package var low: Double?
  package var high: Double?
  package var base: Base?
  package var approximate: Approximation?
  package var change: Change
  package var comparison: Comparison
  package var isCumulative: Bool
  /// Indices from 0 into the reports, a report's sections, a section's paragraphs.
  package var report: Int
  package var section: Int
  package var paragraph: Int
  /// Unicode scalar offsets into the paragraph's clean text.
  package var range: Range<Int>
  /// Digits after the decimal point as printed; half a unit of the last one is the tolerance of checks.
  package var decimals: Int
  package var span: Span?

  package init(
    id: Int,
    quote: String,
    indicator: String? = nil,
    kind: Kind,
    value: Double? = nil,
    unit: String? = nil,
    from: Double? = nil,
    to: Double? = nil,
    low: Double? = nil,
    high: Double? = nil,
    base: Base? = nil,
    approximate: Approximation? = nil,
    change: Change = .none,
    comparison: Comparison = .none,
    isCumulative: Bool = false,
    report: Int = 0,
    section: Int = 0,
    paragraph: Int = 0,
    range: Range<Int>,
    decimals: Int = 0,
    span: Span? = nil
  ) {
    self.id = id
    self.quote = quote
    self.indicator = indicator
    self.kind = kind
    self.value = value
    self.unit = unit
    self.from = from
    self.to = to
    self.low = low
    self.high = high
    self.base = base
    self.approximate = approximate
    self.change = change
    self.comparison = comparison
    self.isCumulative = isCumulative
    self.report = report
    self.section = section
    self.paragraph = paragraph
    self.range = range
    self.decimals = decimals
    self.span = span
  }
}
