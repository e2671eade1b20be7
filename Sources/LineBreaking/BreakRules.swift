import Geometry
import Typography

/// A place where a line may end.
struct BreakPlace {
  /// What a line that ends here does against the rules, having no other way.
  enum Strain: UInt8 {
    case none
    case figureParted
    case prohibitionIgnored
  }

  /// The number of units before the place.
  let position: Int
  /// The same without word spaces and forced ends before the place, which take no room there.
  let seen: Int
  /// The line to here ends a paragraph or stands before a forced break.
  var isLast = false
  var penalty: Int64 = 0
  /// What a hyphen adds to the line's width; nil where no word is divided.
  var hyphen: Length?
  var strain = Strain.none
}

/// Where lines may end, by the rules of Chinese where both neighbours are Chinese and by UAX #14
/// elsewhere.
struct BreakRules {
  private let units: [LineUnit]
  private let level: ProhibitionLevel
  private let wideGroups: Set<Int32>

  /// Figures are one box up to about six ems (chinese-composition 1.6, a rule of ours), and no
  /// wider than a line.
  init(_ units: [LineUnit], style: CompositionStyle, measure: LineMeasure) {
    self.units = units
    level = style.prohibition
    var widths: [Int32: (width: Length, em: Length)] = [:]
    for unit in units where unit.group != 0 && unit.cohesion == .figure {
      let known = widths[unit.group] ?? (.zero, .zero)
      widths[unit.group] = (known.width + unit.advance, max(known.em, unit.em))
    }
    let measure = min(measure.first, measure.others)
    wideGroups = Set(widths.filter { $1.width > min($1.em * 6, measure) }.keys)
  }

  /// All places, from the paragraph's start to its end.
  func places() -> [BreakPlace] {
    var places = [BreakPlace(position: 0, seen: 0, isLast: true)]
    places.reserveCapacity(units.count + 1)
    var run = Run()
    for index in units.indices.dropLast() {
      run.pass(units[index].kind, at: index)
      if let place = place(behind: index, run: run) { places.append(place) }
    }
    if let last = units.last { run.pass(last.kind, at: units.count - 1) }
    places.append(BreakPlace(position: units.count, seen: run.seen, isLast: true))
    return places
  }

  /// What led up to a place: how many of a kind, how many marks.
  private struct Run {
    private var kind = CharacterClass.anchor
    var ofKind = 0
    var ofMarks = 0
    var seen = 0

    mutating func pass(_ next: CharacterClass, at index: Int) {
      if next != .wordSpace, next != .anchor { seen = index + 1 }
      ofKind = next == kind ? ofKind + 1 : 1
      kind = next
      ofMarks = next.isPause || next == .closer ? ofMarks + 1 : 0
    }
  }

  private func place(behind index: Int, run: Run) -> BreakPlace? {
    let a = units[index]
    let b = units[index + 1]
    var place = BreakPlace(position: index + 1, seen: run.seen)
    if a.opportunity == .mandatory {
      place.isLast = true
      return place
    }
    if a.opportunity == .joined || b.isAttached || isInseparable(a.kind, b.kind, run: run) {
      return nil
    }
    if !a.kind.mayEndLine(at: level) || !b.kind.mayStartLine(at: level) {
      // Three marks in a row may ignore the rule, as a remedy (clreq, Prohibition rules).
      guard run.ofMarks >= 2, b.kind.isPause || b.kind == .closer else { return nil }
      place.penalty += Penalty.prohibitionIgnored
      place.strain = .prohibitionIgnored
    } else if !isAllowedByUnicode(a, b) {
      guard let hyphen = a.hyphen else { return nil }
      place.hyphen = hyphen
      place.penalty += Penalty.hyphen
    }
    if a.kind == .operator || b.kind == .operator { place.penalty += Penalty.expression(a, b) }
    return a.group != 0 && a.group == b.group ? parting(a, at: place) : place
  }

  /// Parts a group, where it may be parted.
  private func parting(_ unit: LineUnit, at place: BreakPlace) -> BreakPlace? {
    var place = place
    switch unit.cohesion {
    case .name: place.penalty += Penalty.name
    case .figure:
      guard wideGroups.contains(unit.group) else { return nil }
      place.penalty += unit.isSeam ? Penalty.seam : Penalty.figureParted
      place.strain = .figureParted
    }
    return place
  }

  /// —— and …… (also of four, GB/T 15834-2011 5.1.4 and 5.1.5), a number with what belongs to it.
  private func isInseparable(_ a: CharacterClass, _ b: CharacterClass, run: Run) -> Bool {
    switch (a, b) {
    case (.dash, .dash), (.ellipsis, .ellipsis): run.ofKind < 4 || run.ofKind % 2 == 1
    case (.western, .postfix), (.prefix, .western): true
    default: false
    }
  }

  /// Chinese characters part anywhere; Western text where UAX #14 says.
  private func isAllowedByUnicode(_ a: LineUnit, _ b: LineUnit) -> Bool {
    !(a.kind.followsUnicode || b.kind.followsUnicode) || a.opportunity == .allowed
  }
}

/// What breaks cost that are allowed but not wanted, in the unit of `LineCost`.
enum Penalty {
  /// A name in two lines: dearer than marks that give a little, cheaper than a loose line.
  static let name: Int64 = 250
  /// A Western word in two lines.
  static let hyphen: Int64 = 300
  /// A long figure in two lines, behind 万 or 亿 or before its unit: dearer than gaps of 0.7 em
  /// between all Han of a line, for a reader takes the first half for the whole.
  static let seam: Int64 = 2_000_000
  /// A mark where it may not stand: only where a line could not be filled else.
  static let prohibitionIgnored: Int64 = 60_000_000
  /// A figure parted inside a number or unit: only before a line would be too long.
  static let figureParted: Int64 = 100_000_000

  /// 3＋5 in two lines.
  static func expression(_ a: LineUnit, _ b: LineUnit) -> Int64 {
    a.kind == .western || b.kind == .western ? 400 : 0
  }
}

extension CharacterClass {
  fileprivate var followsUnicode: Bool {
    switch self {
    case .western, .wordSpace, .prefix, .postfix, .anchor: true
    default: false
    }
  }

  /// Whether a line may start with a character of the class (clreq, Prohibition rules for line
  /// start and line end; GB/T 15834-2011 5.1).
  fileprivate func mayStartLine(at level: ProhibitionLevel) -> Bool {
    switch self {
    case .stop, .question, .doubled, .comma, .colon, .closer, .connector, .interpunct, .solidus,
      .postfix, .iterationMark:
      level == .none
    case .dash, .ellipsis, .smallKana: level != .strict
    case .wordSpace, .anchor: false
    default: true
    }
  }

  /// Whether a line may end with a character of the class.
  fileprivate func mayEndLine(at level: ProhibitionLevel) -> Bool {
    switch self {
    case .opener, .prefix: level == .none
    case .solidus: level == .none || level == .basic
    default: true
    }
  }
}
