import Statistics
import WritingSystems

/// Figures in one line, for tables of cases: `26个 count 26 个 党支部`.
///
/// Quote, kind, value (`28.57→82.43` for changes, `63~68` for ranges, `-` for none), unit (`-`), then
/// what is not the usual: approximation, change, comparison, `cumulative`, base (`=4120000000元`),
/// and at last `<indicator>`.
enum FigureNotation {
  static func line(_ figure: Figure) -> String {
    var parts = [figure.quote, figure.kind.rawValue, value(of: figure), figure.unit ?? "-"]
    if let base = figure.base { parts.append("=" + number(base.value) + base.unit) }
    if let approximate = figure.approximate { parts.append(approximate.rawValue) }
    if figure.change != .none { parts.append(figure.change.rawValue) }
    if figure.comparison != .none { parts.append(figure.comparison.rawValue) }
    if figure.isCumulative { parts.append("cumulative") }
    parts.append("<" + (figure.indicator ?? "") + ">")
    return parts.joined(separator: " ")
  }

  private static func value(of figure: Figure) -> String {
    if let from = figure.from, let to = figure.to { return number(from) + "→" + number(to) }
    if let low = figure.low, let high = figure.high { return number(low) + "~" + number(high) }
    return figure.value.map(number) ?? "-"
  }

  private static func number(_ value: Double) -> String {
    DecimalText(value)?.text(minus: "-") ?? "?"
  }
}
