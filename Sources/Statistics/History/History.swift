package import WritingSystems

/// The months before: what was recorded of earlier bulletins of a layout.
///
/// A value: read once, then independent of the file. A month is the figures of its reports, with
/// the layout's names for them, and its ledgers.
package struct History: Hashable, Sendable {
  /// One month as recorded.
  package struct Month: Hashable, Sendable {
    package var layout: String
    package var period: Period
    /// The title of the first report.
    package var title: String
    package var figures: [Entry]
    package var ledgers: [Ledger]

    package init(
      layout: String,
      period: Period,
      title: String,
      figures: [Entry],
      ledgers: [Ledger] = []
    ) {
      self.layout = layout
      self.period = period
      self.title = title
      self.figures = figures
      self.ledgers = ledgers
    }
  }

  /// A figure of a month and the layout's name for it.
  package struct Entry: Hashable, Sendable {
    package var figure: Figure
    /// Nil for figures that no indicator of the layout means.
    package var indicator: String?

    package init(_ figure: Figure, indicator: String?) {
      self.figure = figure
      self.indicator = indicator
    }
  }

  /// What `history list` says of a month.
  package struct Listing: Hashable, Sendable {
    package var layout: String
    package var period: Period
    /// From 1; each correction and removal counts one up.
    package var version: Int
    /// The month was taken out in this version.
    package var isRemoved: Bool
    /// It stands: no later version.
    package var isCurrent: Bool
    package var title: String
    package var figures: Int
  }

  /// In the order of their periods.
  package var months: [Month]

  package init(months: [Month] = []) {
    self.months = months.sorted { $0.period < $1.period }
  }

  /// The months before a period: what a bulletin of that period may be compared with.
  ///
  /// Later months are left out, so that a bulletin printed again years after is the same.
  package func before(_ period: Period) -> History {
    History(months: months.filter { $0.period < period })
  }

  /// Figures with the layout's names for them; of several names of one figure the first.
  static func entries(of figures: [Figure], _ indicators: [String: Int]) -> [Entry] {
    let names = Dictionary(
      indicators.sorted { $0.key < $1.key }.map { ($0.value, $0.key) },
      uniquingKeysWith: { first, _ in first }
    )
    return figures.map { Entry($0, indicator: names[$0.id]) }
  }

  package subscript(period: Period) -> Month? { months.first { $0.period == period } }
}

extension History.Month {
  /// What is recorded of a dataset: its figures by the layout's names, and the ledgers.
  package init(
    of dataset: Dataset,
    ledgers: [Ledger],
    layout: String,
    period: Period,
    title: String
  ) {
    self.init(
      layout: layout,
      period: period,
      title: title,
      figures: History.entries(of: dataset.figures.map(\.recorded), dataset.indicators),
      ledgers: ledgers.map(\.recorded)
    )
  }
}

extension Figure {
  /// The figure without its place in a file, which is gone when the month is read again.
  fileprivate var recorded: Figure {
    var figure = self
    figure.span = nil
    return figure
  }
}

extension Ledger {
  fileprivate var recorded: Ledger {
    var ledger = self
    // How a layout finds a column is the layout's; the file keeps names and types.
    ledger.columns = columns.map { .init(name: $0.name, type: $0.type) }
    for row in ledger.rows.indices {
      for cell in ledger.rows[row].cells.indices { ledger.rows[row].cells[cell].span = nil }
    }
    return ledger
  }
}
