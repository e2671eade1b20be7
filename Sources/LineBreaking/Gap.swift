import Geometry
import Typography

/// What gives way first when a line is too long, in clreq's order (Line adjustment by reduction).
///
/// Members of one class give alike. The interpunct, class 3 of clreq's list, is half an em already
/// under GB/T 15834 5.1.7 and has nothing to give.
enum ShrinkClass: Int, CaseIterable {
  case wordSpace
  case bracket
  case comma
  case westernGap
  case stop

  static let count = ShrinkClass.allCases.count
}

/// The elastic white space between two units of one line.
struct Gap {
  var natural: Length
  var shrink: Length = .zero
  var shrinkClass: ShrinkClass = .bracket
  /// How much a word space grows before other gaps do.
  var wordStretch: Length = .zero
  /// How much a gap between Han and Western grows before Han gaps do.
  var westernStretch: Length = .zero
  /// Grows with all others at last.
  var isEven = true

  static let rigid = Gap(natural: .zero, isEven: false)
}

/// The limits of white space, in parts of an em.
enum GapLimit {
  /// Between Han and Western: a quarter em, from an eighth to a half (clreq, Mixed text; the
  /// upper limit is that of settings on a strict grid).
  static func western(_ em: Length) -> (natural: Length, least: Length, most: Length) {
    (em.scaled(by: 1, over: 4), em.scaled(by: 1, over: 8), em.scaled(by: 1, over: 2))
  }

  /// Between words: the font's own space, from a quarter to a half em (clreq, Line adjustment).
  static func word(_ natural: Length, em: Length) -> (least: Length, most: Length) {
    (
      min(natural, em.scaled(by: 1, over: 4)),
      max(natural, em.scaled(by: 1, over: 2))
    )
  }
}

extension LineUnit {
  /// The width that is never given up: half an em for marks, a cell for Han, a word as it is.
  var body: Length {
    switch kind {
    case .stop, .question, .comma, .colon, .closer, .opener, .interpunct, .solidus: halfEm
    case .ideograph, .iterationMark, .smallKana: max(em, advance)
    case .doubled, .connector, .ideographicSpace: em
    case .dash, .ellipsis: joinedBody
    case .prefix, .postfix, .operator: isWide ? em : advance
    case .western: advance
    case .wordSpace, .anchor: .zero
    }
  }

  /// From where the body begins to the origin of the first glyph.
  ///
  /// A glyph stands in the middle of its cell; the ink of an opener is in the right half of it,
  /// that of a closer or pause in the left half (GB/T 15834-2011 5.1.1–5.1.3).
  var glyphOffset: Length {
    switch kind {
    case .stop, .question, .comma, .colon, .closer:
      isWide ? inkInside(from: centred(in: em)) : .zero
    case .opener: isWide ? inkInside(from: centred(in: em) - halfEm) : halfEm - advance
    case .interpunct, .solidus: centred(in: halfEm)
    case .ideograph, .iterationMark, .smallKana, .doubled, .dash, .ellipsis, .connector,
      .ideographicSpace:
      centred(in: body)
    case .prefix, .postfix, .operator: isWide ? centred(in: em) : .zero
    case .western, .wordSpace, .anchor: .zero
    }
  }

  /// The removable half em before an opener.
  var blankBefore: Length { kind == .opener ? halfEm : .zero }

  /// The removable half em behind a closer or pause.
  var blankBehind: Length {
    switch kind {
    case .stop, .question, .comma, .colon, .closer: halfEm
    default: .zero
    }
  }

  private var halfEm: Length { em.scaled(by: 1, over: 2) }

  /// One em; a font that joins both halves of —— into one glyph makes them one body of two.
  private var joinedBody: Length {
    let halves = max(1, (advance + halfEm).count(of: em))
    return halves * em + (halves - 1) * tracking
  }

  private var isWide: Bool { advance > em.scaled(by: 3, over: 4) }

  /// Where fonts set a mark in the middle of its em (？ of some, all of Taiwan and Hong Kong), its
  /// ink is moved into the half that the mark keeps; elsewhere the font's own place stays.
  private func inkInside(from offset: Length) -> Length {
    guard inkRight > inkLeft else { return offset }
    let isInside = offset + inkLeft >= .zero && offset + inkRight <= halfEm
    return isInside ? offset : (halfEm - inkLeft - inkRight).scaled(by: 1, over: 2)
  }

  private func centred(in cell: Length) -> Length { (cell - advance).scaled(by: 1, over: 2) }
}

extension Gap {
  /// The gap between two neighbours of a line.
  init(between a: LineUnit, and b: LineUnit, style: CompositionStyle) {
    if b.isAttached {
      self = .rigid
    } else if a.kind == .wordSpace {
      self = .word(a)
    } else if b.kind == .wordSpace || a.kind == .anchor || b.kind == .anchor {
      self = .rigid
    } else if Gap.isRigid(a.kind, b.kind) {
      self = Gap(natural: Gap.tracking(a, b), isEven: false)
    } else if Gap.takesWesternGap(a, b) {
      self = .western(em: max(a.em, b.em))
    } else {
      self = .marks(a, b, style: style)
    }
  }

  private static func word(_ space: LineUnit) -> Gap {
    let limits = GapLimit.word(space.advance, em: space.em)
    return Gap(
      natural: space.advance,
      shrink: space.advance - limits.least,
      shrinkClass: .wordSpace,
      wordStretch: limits.most - space.advance
    )
  }

  private static func western(em: Length) -> Gap {
    let limits = GapLimit.western(em)
    return Gap(
      natural: limits.natural,
      shrink: limits.natural - limits.least,
      shrinkClass: .westernGap,
      westernStretch: limits.most - limits.natural
    )
  }

  /// Never inside what cannot part, nor next to connectors and solidi (clreq, Line adjustment).
  private static func isRigid(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    switch (a, b) {
    case (.dash, .dash), (.ellipsis, .ellipsis): true
    case (.connector, _), (_, .connector), (.solidus, _), (_, .solidus): true
    case (.western, .western), (.western, .postfix), (.prefix, .western): true
    default: false
    }
  }

  /// Between Han and Western, but never next to a mark (clreq, Mixed text composition).
  private static func takesWesternGap(_ a: LineUnit, _ b: LineUnit) -> Bool {
    func isWestern(_ unit: LineUnit) -> Bool {
      switch unit.kind {
      case .western: true
      case .prefix, .postfix, .operator: unit.body < unit.em
      default: false
      }
    }
    return (a.kind.isHanLike && isWestern(b)) || (isWestern(a) && b.kind.isHanLike)
  }

  /// The blanks of neighbouring marks: two half ems side by side become one between a closer and
  /// an opener, and none between marks that face the same way (clreq, Punctuation width
  /// adjustment: two ems become one and a half).
  private static func marks(_ a: LineUnit, _ b: LineUnit, style: CompositionStyle) -> Gap {
    let tracking = tracking(a, b)
    let closes = a.blankBehind > .zero
    let opens = b.blankBefore > .zero
    let facesAlike = a.kind == .opener || b.blankBehind > .zero
    guard closes || opens, !(facesAlike && (closes || a.kind == .opener)) else {
      return Gap(natural: tracking)
    }
    let blank = max(a.blankBehind, b.blankBefore)
    let owner = closes && opens ? CharacterClass.closer : (closes ? a.kind : b.kind)
    guard keepsBlank(owner, in: style.punctuation) || (closes && opens) else {
      return Gap(natural: tracking)
    }
    return Gap(
      natural: blank + tracking,
      shrink: blank,
      shrinkClass: shrinkClass(of: owner)
    )
  }

  /// What lies between two characters that both stand in cells.
  private static func tracking(_ a: LineUnit, _ b: LineUnit) -> Length {
    a.kind == .western || b.kind == .western ? .zero : min(a.tracking, b.tracking)
  }

  private static func keepsBlank(_ kind: CharacterClass, in style: PunctuationStyle) -> Bool {
    switch style {
    case .fullWidth: true
    case .kaiming: kind == .stop || kind == .question
    case .halfWidth: false
    case .lineEndHalf, .plain: true
    }
  }

  private static func shrinkClass(of kind: CharacterClass) -> ShrinkClass {
    switch kind {
    case .stop, .question: .stop
    case .comma, .colon: .comma
    default: .bracket
    }
  }
}
