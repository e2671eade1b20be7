import PageModel

/// Which list of a role sets a character.
enum CharacterClass: UInt8, Hashable, Sendable {
  /// Han and all that stands in a character frame: full-width marks, kana, symbols.
  case han
  /// “”‘’—…· in Chinese text.
  case mark
  /// Letters of Latin, Greek and Cyrillic, ASCII marks.
  case latin
  /// 0–9 and the marks that belong to a number.
  case digit
  /// White space narrower than a character frame.
  case space
  /// A script that no role's own list is meant to serve.
  case other
}

/// The fonts of one role, weight and script, in the order in which they are asked.
struct FontStack: Hashable, Sendable {
  struct Candidates: Hashable, Sendable {
    let fonts: [FontID]
    /// So many fonts at the head of the list are what the map wants; to take a later one is a
    /// substitution.
    let own: Int

    /// Makes a list of lists, each font once.
    init(own: [FontID], then others: [FontID]...) {
      var fonts: [FontID] = []
      for font in own + others.flatMap({ $0 }) where !fonts.contains(font) { fonts.append(font) }
      self.fonts = fonts
      self.own = own.count
    }
  }

  let han: Candidates
  let mark: Candidates
  let latin: Candidates
  let digit: Candidates
  let other: Candidates

  init(
    han: [FontID],
    marks: [FontID],
    latin: [FontID],
    digits: [FontID],
    others: [FontID]
  ) {
    let first = Array(han.prefix(1))
    let latinOwn = latin.isEmpty ? first : latin
    let digitOwn = digits.isEmpty ? latinOwn : digits + latin
    self.han = Candidates(own: first, then: han, others)
    self.mark = Candidates(own: marks.isEmpty ? first : marks, then: han, others)
    self.latin = Candidates(own: latinOwn, then: han, others)
    self.digit = Candidates(own: Self.unique(digitOwn), then: latinOwn, han, others)
    other = Candidates(own: others, then: han)
  }

  private static func unique(_ fonts: [FontID]) -> [FontID] {
    Candidates(own: fonts).fonts
  }

  func candidates(for kind: CharacterClass) -> Candidates {
    switch kind {
    case .han: han
    case .mark: mark
    case .latin, .space: latin
    case .digit: digit
    case .other: other
    }
  }
}
