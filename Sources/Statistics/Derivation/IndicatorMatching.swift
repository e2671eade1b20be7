import Diagnostics
import Reports
import WritingSystems

/// Finds, for each indicator of the layout, the figure it means.
///
/// Phrases are compared by the matching key: first with the whole indicator of a figure, then with
/// the end of the clause before it, then with any part of that clause. Only figures in the
/// indicator's unit are asked, so that a scale is never changed in silence.
struct IndicatorMatching {
  private struct Candidate {
    let figure: Figure
    let indicator: MatchingKey
    let clause: MatchingKey
    let unit: MatchingKey
  }

  private let candidates: [Candidate]

  init(figures: [Figure], reports: [Report]) {
    var before: Figure?
    candidates = figures.compactMap { figure in
      defer { before = figure }
      guard figure.kind != .date, figure.kind != .period else { return nil }
      return Candidate(
        figure: figure,
        indicator: MatchingKey(figure.indicator ?? ""),
        clause: MatchingKey(Self.clause(before: figure, after: before, in: reports)),
        unit: MatchingKey(Self.unitKept(figure.unit))
      )
    }
  }

  /// The index of the figure each indicator means.
  func matches(
    _ indicators: [StatisticsPlan.Indicator],
    _ findings: inout Findings
  ) -> [String: Int] {
    var matches: [String: Int] = [:]
    for indicator in indicators {
      if let figure = match(indicator, &findings) { matches[indicator.name] = figure.id }
    }
    return matches
  }

  private func match(
    _ indicator: StatisticsPlan.Indicator,
    _ findings: inout Findings
  ) -> Figure? {
    let found = figures(meantBy: indicator)
    if let first = found.first {
      // A change says both where the number was and where it is.
      let chosen = found.first { $0.from != nil } ?? first
      if found.count > 1 { findings.add(Self.ambiguous(indicator, found, chosen)) }
      return chosen
    }
    guard !indicator.isOptional else { return nil }
    findings.add(
      Finding(
        .indicatorNotFound,
        at: indicator.span,
        ["indicator": .quote(indicator.name), "phrases": .choices(Self.phrases(of: indicator))]
      )
    )
    return nil
  }

  /// The figures that fit the indicator by the closest way in which any does.
  private func figures(meantBy indicator: StatisticsPlan.Indicator) -> [Figure] {
    let phrases = Self.phrases(of: indicator).map { MatchingKey($0) }.filter { !$0.isEmpty }
    let unit = indicator.unit.map { MatchingKey(Self.unitKept($0)) }
    let inUnit = candidates.filter { unit == nil || $0.unit == unit }
    let tests: [(Candidate, MatchingKey) -> Bool] = [
      { $0.indicator == $1 }, { $0.clause.hasSuffix($1) },
      { $0.clause.contains($1) || $0.indicator.contains($1) },
    ]
    for test in tests {
      let found = inUnit.filter { candidate in phrases.contains { test(candidate, $0) } }
      if !found.isEmpty { return found.map(\.figure) }
    }
    return []
  }

  private static func phrases(of indicator: StatisticsPlan.Indicator) -> [String] {
    indicator.match.isEmpty ? [indicator.title ?? indicator.name] : indicator.match
  }

  /// One indicator that the reports give two values, where both speak of the same: neither is of
  /// another time, nor about, nor a change's beginning.
  func contradictions(_ indicators: [StatisticsPlan.Indicator]) -> [Agreement] {
    indicators.compactMap { indicator in
      let levels = figures(meantBy: indicator).filter { figure in
        figure.value != nil && figure.approximate == nil
          && (figure.from != nil || figure.change == .none)
      }
      guard let first = levels.first, let stated = first.plainValue,
        let other = levels.first(where: { figure in
          figure.report == first.report && figure.isCumulative == first.isCumulative
            && figure.indicator == first.indicator && figure.plainUnit == first.plainUnit
            && figure.plainValue != stated
        }), let value = other.plainValue
      else { return nil }
      return Agreement(
        .indicator,
        of: [first, other],
        Arithmetic.text(stated),
        stated,
        equals: value,
        within: max(first.plainTolerance, other.plainTolerance)
      )
    }
  }

  private static func ambiguous(
    _ indicator: StatisticsPlan.Indicator,
    _ found: [Figure],
    _ chosen: Figure
  ) -> Finding {
    Finding(
      .indicatorAmbiguous,
      at: indicator.span,
      [
        "indicator": .quote(indicator.name), "count": .number(found.count),
        "quote": .quote(chosen.quote),
      ],
      notes: found.map { figure in
        Finding.Note(Bilingual(figure.quote, figure.quote), at: figure.span)
      }
    )
  }

  /// A matching key drops %, which is a unit here.
  private static func unitKept(_ unit: String?) -> String {
    switch unit {
    case "%", "％": "percent"
    case "‰": "permille"
    default: unit ?? ""
    }
  }

  /// The text of the figure's clause before it, back to a mark or to the figure before.
  private static func clause(
    before figure: Figure,
    after previous: Figure?,
    in reports: [Report]
  ) -> String {
    guard reports.indices.contains(figure.report),
      reports[figure.report].sections.indices.contains(figure.section)
    else { return "" }
    let paragraphs = reports[figure.report].sections[figure.section].paragraphs
    guard paragraphs.indices.contains(figure.paragraph) else { return "" }
    let scalars = Array(paragraphs[figure.paragraph].text.string.unicodeScalars)
    let isSameParagraph =
      previous.map {
        ($0.report, $0.section, $0.paragraph) == (figure.report, figure.section, figure.paragraph)
      } ?? false
    let floor = isSameParagraph ? previous?.range.upperBound ?? 0 : 0
    let end = min(figure.range.lowerBound, scalars.count)
    var start = end
    while start > min(floor, end), !WordTables.boundaries.contains(scalars[start - 1]) {
      start -= 1
    }
    return String(scalars: scalars[start..<end])
  }
}
