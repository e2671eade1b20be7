import Diagnostics
package import Reports
import WritingSystems

/// Reads figures out of running text by a grammar in tables, in time linear in the text.
///
/// Simplified and traditional text is read alike. Titles and headings are not searched. The
/// grammar runs in four steps: elements (numbers with units, dates, names of digits), joins
/// (shared units, ranges, changes), context (about, up or down, against what), indicator.
package struct FigureRecogniser: Sendable {
  package init() {}

  /// The figures of all reports in reading order; `id` is the index in the list.
  package func figures(in reports: [Report]) -> [Figure] {
    var figures: [Figure] = []
    for (report, index) in zip(reports, reports.indices) {
      for (section, sectionIndex) in zip(report.sections, report.sections.indices) {
        for (paragraph, place) in zip(section.paragraphs, section.paragraphs.indices) {
          guard paragraph.kind != .table, paragraph.kind != .image else { continue }
          for var figure in self.figures(in: paragraph.text.string) {
            (figure.report, figure.section, figure.paragraph) = (index, sectionIndex, place)
            figure.id = figures.count
            figure.span = paragraph.text.span(of: figure.range)
            figures.append(figure)
          }
        }
      }
    }
    return figures
  }

  /// The figures of one text, in reading order; `range` is in Unicode scalars of the text.
  package func figures(in text: String) -> [Figure] {
    FigureReader(text).figures()
  }

  /// What must not part in any text that is set, in order and without overlaps: numbers with their
  /// units (each end of a change by itself, a range as a whole), document numbers, the parts of
  /// dates, 第10期, 1+1.
  package func recognise(_ text: String) -> [Recognised] {
    let folded = FoldedText(text)
    let composer = FigureComposer(folded, elements: ElementScanner(folded).elements())
    var recognised: [Recognised] = []
    var index = 0
    while index < composer.elements.count {
      let element = composer.elements[index]
      if let range = composer.range(at: index) {
        recognised.append(Recognised(kind: .figure, range: range.range))
        index += 1
      } else {
        recognised += Self.recognised(element)
      }
      index += 1
    }
    return recognised
  }

  private static func recognised(_ element: Element) -> [Recognised] {
    switch element.form {
    case .name: [Recognised(kind: .kept, range: element.range)]
    case .calendar(_, let parts): parts.map { Recognised(kind: .kept, range: $0) }
    case .quantity(let quantity):
      quantity.isBare
        ? []
        : [
          Recognised(kind: quantity.kind == .ordinal ? .kept : .figure, range: element.range)
        ]
    }
  }
}

/// The figures of one text.
private struct FigureReader {
  private let text: FoldedText
  private let elements: [Element]
  private let composer: FigureComposer
  private let context: FigureContext
  private let indicators: IndicatorFinder

  init(_ string: String) {
    text = FoldedText(string)
    composer = FigureComposer(text, elements: ElementScanner(text).elements())
    elements = composer.elements
    context = FigureContext(text)
    indicators = IndicatorFinder(text, elements: elements)
  }

  func figures() -> [Figure] {
    var figures: [Figure] = []
    for draft in composer.drafts() where isFigure(draft) {
      var figure = figure(of: draft, after: figures.suffix(4))
      if let before = figures.last { share(before, with: &figure) }
      figures.append(figure)
    }
    return (figures + calendars()).sorted { a, b in
      (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
    }
  }

  /// Numbers in titles of documents, names in quotation marks and numbers of nothing are none.
  private func isFigure(_ draft: Draft) -> Bool {
    guard !text.titles.contains(draft.range) else { return false }
    let quantity = draft.main
    if quantity.isBare {
      if case .change = draft.form { return true }
      return WordTables.opensIndex.word(before: draft.range.lowerBound, in: text) != nil
    }
    let isName = quantity.kind == .count || quantity.kind == .duration || quantity.kind == .ordinal
    return !(isName && text.quotes.contains(draft.range))
  }

  private func calendars() -> [Figure] {
    elements.compactMap { element in
      guard case .calendar(let kind, _) = element.form, !text.titles.contains(element.range) else {
        return nil
      }
      return Figure(id: 0, quote: text.quote(element.range), kind: kind, range: element.range)
    }
  }

  private func figure(of draft: Draft, after before: ArraySlice<Figure>) -> Figure {
    let reading = context.reading(of: draft)
    let main = draft.main
    var figure = Figure(
      id: 0,
      quote: text.quote(draft.range),
      kind: main.isBare ? .index : main.kind,
      unit: main.unit,
      base: main.base,
      approximate: reading.approximate,
      change: reading.change,
      comparison: reading.comparison,
      isCumulative: reading.isCumulative,
      range: draft.range,
      decimals: main.value.decimals
    )
    setValues(of: &figure, draft.form)
    setRank(of: &figure)
    let verb = indicators.verb(before: reading)
    let isPlain =
      reading.start == draft.contextEnd && (figure.kind == .count || figure.kind == .duration)
    figure.indicator =
      indicators.indicator(of: draft, reading)
      ?? inherited(before, by: figure, inUnit: isPlain || verb != nil) ?? verb
    return figure
  }

  private func setValues(of figure: inout Figure, _ form: Draft.Form) {
    switch form {
    case .single(let quantity):
      figure.value = quantity.value.double
    case .range(let low, let high):
      (figure.low, figure.high, figure.base) = (low.value.double, high.value.double, nil)
      figure.decimals = max(low.value.decimals, high.value.decimals)
    case .change(let from, let to, _):
      (figure.from, figure.to, figure.value) = (from.value.double, to.value.double, to.value.double)
      figure.decimals = max(from.value.decimals, to.value.decimals)
    }
  }

  /// In a list (分别提高0.9、5.9个百分点) the words before the first number speak of all.
  private func share(_ before: Figure, with figure: inout Figure) {
    let gap = before.range.upperBound..<max(before.range.upperBound, figure.range.lowerBound)
    guard gap.count == 1, let mark = text.at(gap.lowerBound), "、和与及".unicodeScalars.contains(mark),
      before.kind == figure.kind, figure.change == .none, figure.from == nil, before.from == nil
    else { return }
    figure.change = before.change
    figure.comparison = before.comparison
  }

  /// 前移2位 moves in a ranking.
  private func setRank(of figure: inout Figure) {
    let isPlace = figure.kind == .count && figure.unit == "位" && figure.from == nil
    let moves = WordTables.rankMoves.word(before: figure.range.lowerBound, in: text) != nil
    if isPlace, moves { figure.kind = .rank }
  }

  /// The indicator of a number before it in the sentence, for one of which its clause says nothing.
  ///
  /// So in …提升至86.41%，提高54.99个百分点; plain counts, without 达到 or the like before them, and
  /// numbers with a verb of their own (投资3亿元) inherit only in the same unit.
  private func inherited(
    _ before: ArraySlice<Figure>,
    by figure: Figure,
    inUnit isSameUnit: Bool
  ) -> String? {
    let start = figure.range.lowerBound
    return before.last { other in
      let between = text.scalars[min(other.range.upperBound, start)..<start]
      return other.indicator != nil && !(isSameUnit && other.unit != figure.unit)
        && between.count <= Self.reach && !between.contains(where: WordTables.sentenceEnds.contains)
    }?.indicator
  }

  /// How far a subject is carried on, in scalars.
  private static let reach = 60
}
