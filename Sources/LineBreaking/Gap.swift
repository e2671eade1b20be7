import Geometry
import Typography

/// What gives way first when a line is too long, in clreq's order.
///
/// clreq, Line adjustment by reduction; members of one class give alike. The first step of the
/// list, the mark at the line's end, is not here: its blank is no gap of the line. Nor is a gap of
/// the Han: they never come nearer.
enum ShrinkClass: Int, CaseIterable {
  case wordSpace
  case interpunct
  case bracket
  /// ，、 and also ：；, which clreq names in no step.
  case comma
  case westernGap
  /// 。？！: last of all.
  case stop

  static let count = ShrinkClass.allCases.count
}

/// What grows first when a line is too short (clreq, Line adjustment by expansion); all other gaps
/// follow alike.
enum StretchClass: Int, CaseIterable {
  case wordSpace
  case westernGap
}

/// The elastic white space between two units of one line.
struct Gap {
  var natural: Length
  var shrink: Length = .zero
  var shrinkClass: ShrinkClass = .bracket
  /// How much the gap grows before the gaps between Han do.
  var stretch: Length = .zero
  var stretchClass: StretchClass = .wordSpace
  /// Grows with all others at last; a gap at Western text has had its half em by then and grows
  /// further only on lines without any other.
  var isEven = true

  static let rigid = Gap(natural: .zero, isEven: false)

  var isElasticWestern: Bool { stretchClass == .westernGap && stretch > .zero }
}

/// The limits of white space, in parts of an em.
struct GapLimits {
  var least: Length
  var natural: Length
  var most: Length

  /// Between Han and Western (clreq, Mixed text composition); nil where there is no gap.
  ///
  /// A quarter em is natural. An eighth is the least; a third is clreq's practical maximum, a half
  /// that of JLREQ and of clreq's strict grid.
  init?(_ autospace: Autospace, em: Length) {
    natural = em.scaled(by: 1, over: 4)
    least = autospace == .fixed ? natural : em.scaled(by: 1, over: 8)
    switch autospace {
    case .none: return nil
    case .fixed: most = natural
    case .third: most = em.scaled(by: 1, over: 3)
    case .half, .grid: most = em.scaled(by: 1, over: 2)
    }
  }

  /// Between words: the font's own space, from a quarter to a half em (clreq, Line adjustment).
  init(wordSpace natural: Length, em: Length) {
    self.natural = natural
    least = min(natural, em.scaled(by: 1, over: 4))
    most = max(natural, em.scaled(by: 1, over: 2))
  }
}

extension Gap {
  /// The gaps of a paragraph, each between two neighbours.
  static func gaps(of units: [LineUnit], cells: [Cell], style: CompositionStyle) -> [Gap] {
    guard units.count > 1 else { return [] }
    var gaps: [Gap] = []
    gaps.reserveCapacity(units.count - 1)
    for index in 0..<(units.count - 1) {
      let next = index + 1
      gaps.append(
        Gap(
          between: (units[index], cells[index]),
          and: (units[next], cells[next]),
          style: style
        )
      )
    }
    if style.autospace == .grid { returnToGrid(&gaps, units: units, cells: cells) }
    return gaps
  }

  /// The gap between two neighbours of a line.
  private init(
    between a: (unit: LineUnit, cell: Cell),
    and b: (unit: LineUnit, cell: Cell),
    style: CompositionStyle
  ) {
    if b.unit.isAttached {
      self = .rigid
    } else if a.unit.kind.isHanLike, b.unit.kind.isHanLike {
      let overlap = a.unit.overhangBehind + b.unit.overhangBefore
      self = Gap(natural: Gap.tracking(a.unit, b.unit) - overlap)
    } else if a.unit.kind == .wordSpace {
      self = .word(a.unit)
    } else if b.unit.kind == .wordSpace || a.unit.kind == .anchor || b.unit.kind == .anchor {
      self = .rigid
    } else if Gap.isRigid(a.unit, b.unit) {
      self = Gap(natural: Gap.tracking(a.unit, b.unit), isEven: false)
    } else if Gap.takesWesternGap(a.unit, b.unit) {
      self = .western(em: max(a.unit.em, b.unit.em), autospace: style.autospace)
    } else {
      self = .marks(a, b, style: style)
    }
  }

  private static func word(_ space: LineUnit) -> Gap {
    let limits = GapLimits(wordSpace: space.advance, em: space.em)
    return Gap(
      natural: limits.natural,
      shrink: limits.natural - limits.least,
      shrinkClass: .wordSpace,
      stretch: limits.most - limits.natural,
      stretchClass: .wordSpace
    )
  }

  private static func western(em: Length, autospace: Autospace) -> Gap {
    guard let limits = GapLimits(autospace, em: em) else { return Gap(natural: .zero) }
    return Gap(
      natural: limits.natural,
      shrink: limits.natural - limits.least,
      shrinkClass: .westernGap,
      stretch: limits.most - limits.natural,
      stretchClass: .westernGap,
      isEven: false
    )
  }

  /// Never inside what cannot part, nor next to connectors and solidi (clreq, Line adjustment).
  private static func isRigid(_ a: LineUnit, _ b: LineUnit) -> Bool {
    switch (a.kind, b.kind) {
    case (.dash, .dash), (.ellipsis, .ellipsis): true
    case (.connector, _), (_, .connector), (.solidus, _), (_, .solidus): true
    case (.question, .question): true
    case (.western, .western), (.western, .postfix), (.prefix, .western): true
    case (.western, .operator), (.operator, .western), (.postfix, .western): true
    default: false
    }
  }

  /// Between Han and Western, but never next to a mark (clreq, Mixed text composition).
  private static func takesWesternGap(_ a: LineUnit, _ b: LineUnit) -> Bool {
    (a.kind.isHanLike && b.isSetAsWestern && !b.isTightBefore)
      || (a.isSetAsWestern && !a.isTightBehind && b.kind.isHanLike)
  }

  /// The blanks of neighbouring marks (clreq, Punctuation width adjustment).
  private static func marks(
    _ a: (unit: LineUnit, cell: Cell),
    _ b: (unit: LineUnit, cell: Cell),
    style: CompositionStyle
  ) -> Gap {
    let tracking = tracking(a.unit, b.unit)
    let behind = a.cell.behind
    let before = b.cell.before
    let blank =
      style.punctuation.narrowsNeighbours
      ? narrowed(a.unit.kind, behind, b.unit.kind, before) : behind + before
    guard blank > .zero else { return Gap(natural: tracking) }
    let owner: CharacterClass =
      if behind > .zero, before > .zero {
        a.unit.kind.isBracket || b.unit.kind.isBracket ? .closer : a.unit.kind
      } else {
        behind > .zero ? a.unit.kind : b.unit.kind
      }
    return Gap(natural: blank + tracking, shrink: blank, shrinkClass: ShrinkClass(of: owner))
  }

  /// What is left of two blanks side by side: two ems of marks become one and a half.
  ///
  /// A bracket stays close to what it encloses, and marks that face the same way close up; between
  /// a closer and an opener one half em stays.
  private static func narrowed(
    _ a: CharacterClass,
    _ behind: Length,
    _ b: CharacterClass,
    _ before: Length
  ) -> Length {
    if a == .opener || b == .closer { return .zero }
    if behind > .zero, before > .zero { return min(behind, before) }
    if behind > .zero { return b.isPause ? .zero : behind }
    return before
  }

  /// What lies between two characters that both stand in cells.
  private static func tracking(_ a: LineUnit, _ b: LineUnit) -> Length {
    a.kind == .western || b.kind == .western ? .zero : min(a.tracking, b.tracking)
  }
}

extension ShrinkClass {
  fileprivate init(of kind: CharacterClass) {
    self =
      switch kind {
      case .stop, .question: .stop
      case .comma, .colon: .comma
      case .interpunct: .interpunct
      default: .bracket
      }
  }
}

extension CharacterClass {
  var isBracket: Bool { self == .opener || self == .closer }

  /// 点号, the pause and stop marks.
  var isPause: Bool {
    switch self {
    case .stop, .question, .doubled, .comma, .colon: true
    default: false
    }
  }
}

extension LineUnit {
  /// Whether the unit is set by its own spacing.
  var isSetAsWestern: Bool {
    switch kind {
    case .western: true
    case .prefix, .postfix, .operator: !isWide
    default: false
    }
  }
}
