import Geometry
import Typography

/// Where lines may end, by the rules of Chinese where both neighbours are Chinese and by UAX #14
/// elsewhere.
struct BreakRules {
  enum Verdict: Hashable {
    case prohibited
    case allowed
    case mandatory
  }

  let level: ProhibitionLevel
  /// Groups wider than this may be parted as other text is.
  let widestGroup: Length
  private let wideGroups: Set<Int32>

  init(_ units: [LineUnit], style: CompositionStyle) {
    level = style.prohibition
    // A figure is one box up to about six ems (chinese-composition 1.6, a rule of ours).
    let em = units.map(\.em).max() ?? .zero
    widestGroup = em * 6
    var widths: [Int32: Length] = [:]
    for unit in units where unit.group != 0 {
      widths[unit.group, default: .zero] += unit.body
    }
    let limit = widestGroup
    wideGroups = Set(widths.filter { $0.value > limit }.keys)
  }

  /// What may happen between two neighbours.
  func verdict(between a: LineUnit, and b: LineUnit) -> Verdict {
    if a.opportunity == .mandatory { return .mandatory }
    if a.group != 0, a.group == b.group, !wideGroups.contains(a.group) { return .prohibited }
    if b.isAttached || isInseparable(a.kind, b.kind) { return .prohibited }
    if !a.kind.mayEndLine(at: level) || !b.kind.mayStartLine(at: level) { return .prohibited }
    if followsUnicode(a.kind) || followsUnicode(b.kind) {
      return a.opportunity == .allowed ? .allowed : .prohibited
    }
    return .allowed
  }

  private func isInseparable(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    (a == .dash && b == .dash) || (a == .ellipsis && b == .ellipsis)
  }

  private func followsUnicode(_ kind: CharacterClass) -> Bool {
    switch kind {
    case .western, .wordSpace, .prefix, .postfix, .anchor: true
    default: false
    }
  }
}
