import Diagnostics
import Reports
import WritingSystems

/// Finds, for each indicator of the layout, the figure it means.
///
/// Phrases are compared by the matching key: first with the whole indicator of a figure, then with
/// the end of the clause before it, then with any part of that clause. Figures in the indicator's
/// unit are asked first; one in a unit that can be turned into it is converted, and that is said.
struct IndicatorMatching {
  private struct Candidate {
    let figure: Figure
    let indicator: MatchingKey
    let clause: MatchingKey
    let unit: MatchingKey
    /// The number of the figure's section, and its heading.
    let sectionNumber: MatchingKey
    let section: MatchingKey
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
        unit: MatchingKey(Self.unitKept(figure.unit)),
        sectionNumber: MatchingKey(Self.section(of: figure, in: reports)?.number ?? ""),
        section: MatchingKey(Self.section(of: figure, in: reports)?.heading.string ?? "")
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
    let inSection = candidates.filter { isInSection($0, indicator) }
    let inUnit = inSection.filter { unit == nil || $0.unit == unit }
    let others = inSection.filter { candidate in
      guard let own = candidate.figure.unit, let unit = indicator.unit else { return false }
      return own != unit && UnitConversion(from: own, to: unit) != nil
    }
    let tests: [(Candidate, MatchingKey) -> Bool] = [
      { $0.indicator == $1 }, { $0.clause.hasSuffix($1) },
      { $0.clause.contains($1) || $0.indicator.contains($1) },
    ]
    for group in [inUnit, others] {
      for test in tests {
        let found = group.filter { candidate in phrases.contains { test(candidate, $0) } }
        if !found.isEmpty { return found.map(\.figure) }
      }
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

  private func isInSection(
    _ candidate: Candidate,
    _ indicator: StatisticsPlan.Indicator
  ) -> Bool {
    guard let section = indicator.section.map({ MatchingKey($0) }), !section.isEmpty else {
      return true
    }
    return candidate.sectionNumber == section || candidate.section.contains(section)
  }

  /// The figures with those an indicator wants in another unit converted, each said in a note.
  ///
  /// Of two indicators that want one figure in different units the first has its way.
  static func converted(
    _ figures: [Figure],
    _ indicators: [StatisticsPlan.Indicator],
    _ matches: [String: Int],
    _ findings: inout Findings
  ) -> [Figure] {
    var figures = figures
    for indicator in indicators {
      guard let index = matches[indicator.name], let wanted = indicator.unit,
        let unit = figures[index].unit, unitKept(unit) != unitKept(wanted),
        let conversion = UnitConversion(from: unit, to: wanted), !conversion.isIdentity
      else { continue }
      figures[index].convert(by: conversion, to: wanted)
      findings.add(
        Finding(
          .indicatorConverted,
          at: indicator.span,
          [
            "indicator": .quote(indicator.name), "quote": .quote(figures[index].quote),
            "unit": .word(wanted),
          ],
          notes: [
            Finding.Note(Bilingual("此处的数字", "the number here"), at: figures[index].span)
          ]
        )
      )
    }
    return figures
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

  private static func section(of figure: Figure, in reports: [Report]) -> Report.Section? {
    guard reports.indices.contains(figure.report),
      reports[figure.report].sections.indices.contains(figure.section)
    else { return nil }
    return reports[figure.report].sections[figure.section]
  }

  /// The text of the figure's clause before it, back to a mark or to the figure before.
  private static func clause(
    before figure: Figure,
    after previous: Figure?,
    in reports: [Report]
  ) -> String {
    guard let paragraphs = section(of: figure, in: reports)?.paragraphs else { return "" }
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

extension Figure {
  fileprivate mutating func convert(by conversion: UnitConversion, to unit: String) {
    value = value.map(conversion.converted)
    (from, to) = (from.map(conversion.converted), to.map(conversion.converted))
    (low, high) = (low.map(conversion.converted), high.map(conversion.converted))
    decimals = conversion.decimals(decimals)
    self.unit = unit
  }
}
