import Reports
import WritingSystems

/// This month against the months before: a change that the text states, and cumulative numbers.
///
/// Only figures that an indicator of the layout means are compared: phrases alone would pair what
/// does not belong together.
struct HistoryChecks {
  let sentences: [FigureSentence]
  let indicators: [String: Int]
  let current: Period
  let history: History

  func run() -> [Agreement] {
    let names = indicators.sorted { $0.key < $1.key }
    return names.flatMap { name, id in
      changes(of: name, id: id) + cumulative(of: name, id: id)
    }
  }

  /// `覆盖率86.41%，比上月提高6.27个百分点`: the number after the indicator's, said of last month or
  /// of the same month a year before.
  private func changes(of name: String, id: Int) -> [Agreement] {
    guard let (figure, amount) = pair(of: id), let stated = amount.value, let now = figure.value,
      let period = period(of: amount.comparison), let past = entry(name, period),
      let then = past.value, past.unit == figure.unit
    else { return [] }
    let isDifference =
      amount.unit == figure.unit || (amount.kind == .percentagePoint && figure.kind == .percent)
    guard isDifference || (amount.kind == .percent && figure.kind != .percent) else { return [] }
    let stands: Agreement? =
      isDifference
      ? .difference(.month, of: figure, amount, from: then, to: now, stated: stated)
      : .growth(
        .month,
        of: figure,
        amount,
        from: then,
        to: now,
        stated: stated,
        isExact: figure.isExact && past.isExact
      )
    guard var agreement = stands else { return [] }
    agreement.past = [.past(period, figure: past.id)]
    return [agreement]
  }

  /// What a year has added up to by now is no less than by last month.
  private func cumulative(of name: String, id: Int) -> [Agreement] {
    guard let figure = sentences.lazy.flatMap(\.items).map(\.figure).first(where: { $0.id == id }),
      figure.isCumulative, figure.isAddend, let now = figure.plainValue,
      let month = current.month, month > 1,
      let before = Period(year: current.year, month: month - 1), let past = entry(name, before),
      past.isCumulative, past.plainUnit == figure.plainUnit, let then = past.plainValue, now < then
    else { return [] }
    let (a, b) = (Arithmetic.text(figure.value ?? now), Arithmetic.text(past.value ?? then))
    var agreement = Agreement(.cumulative, of: [figure], fails: "\(a) < \(b)")
    agreement.past = [.past(before, figure: past.id)]
    return [agreement]
  }

  private func pair(of id: Int) -> (Figure, Figure)? {
    for sentence in sentences {
      guard let index = sentence.items.firstIndex(where: { $0.figure.id == id }),
        index + 1 < sentence.items.count
      else { continue }
      return (sentence.items[index].figure, sentence.items[index + 1].figure)
    }
    return nil
  }

  private func period(of comparison: Figure.Comparison) -> Period? {
    switch comparison {
    case .yearOnYear: Period(year: current.year - 1, month: current.month)
    case .monthOnMonth: Observations.monthBefore(current)
    case .yearEnd, .plan, .none: nil
    }
  }

  private func entry(_ name: String, _ period: Period) -> Figure? {
    history[period]?.figures.first { $0.indicator == name }?.figure
  }
}
