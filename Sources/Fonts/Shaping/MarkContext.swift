package import Typography

/// Which of the marks that Chinese and Latin share — “”‘’—…· — are Latin ones in a text.
///
/// Chinese text takes them from the Chinese font, a full character frame wide (GB/T 15834-2011,
/// 5.1); Latin fonts draw the same characters narrower (clreq #430). Unicode has one code point for
/// both, so what stands around a mark must decide:
///
/// - a quotation is Latin as a pair: when letters inside it are, and none outside is Chinese;
/// - ’ between letters, or behind one without an opening mark, is an apostrophe and always Latin;
/// - — … · are Latin when the nearest letters on both sides are;
/// - a text of several Latin words and no Chinese is Latin whatever language it is said to be.
package struct MarkContext: Hashable, Sendable {
  private var latin: Set<Int> = []
  private var start = 0

  /// Reads a text as a whole, so a paragraph at once rather than its stretches.
  package init(of text: String, language: LanguageTag) {
    guard text.utf8.contains(where: { $0 >= 0xC2 }),
      text.unicodeScalars.contains(where: { CharacterTable.kind(of: $0) == .mark })
    else { return }
    var reader = MarkReader(text, isChinese: language.isChinese)
    latin = reader.read()
  }

  /// Whether a character is one of those marks.
  package static func decides(on scalar: Unicode.Scalar) -> Bool {
    CharacterTable.kind(of: scalar) == .mark
  }

  /// Whether the mark at a UTF-8 offset is a Latin one.
  package func isLatin(at offset: Int) -> Bool { latin.contains(start + offset) }

  /// The same for a text that begins so many bytes into this one.
  package func dropping(first bytes: Int) -> MarkContext {
    var rest = self
    rest.start += bytes
    return rest
  }
}

/// What a character says of the marks beside it.
private enum Side {
  /// White space and marks say nothing; nor does the edge of the text.
  case none
  case latin
  /// Of a script that is neither Latin nor Chinese.
  case foreign
  case digit
  case chinese

  var isWestern: Bool { self == .latin || self == .foreign }
}

private struct MarkReader {
  private struct Character {
    let scalar: Unicode.Scalar
    let offset: Int
    let side: Side
  }

  private struct Pair {
    let opener: Int
    let closer: Int
  }

  private let characters: [Character]
  private let isChinese: Bool
  /// Several Latin words and nothing Chinese.
  private let isWesternProse: Bool
  /// The nearest letter before and behind each character; digits are none.
  private let letterBefore: [Side]
  private let letterAfter: [Side]
  private var latin: Set<Int> = []
  /// The verdict on quotation marks that have one, by their place.
  private var verdicts: [Int: Bool] = [:]

  init(_ text: String, isChinese: Bool) {
    var characters: [Character] = []
    characters.reserveCapacity(text.utf8.count / 2)
    var offset = 0
    var words = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      let side = Self.side(of: scalar)
      if side == .latin, !isInWord { words += 1 }
      isInWord = side == .latin || (isInWord && side == .none && scalar != " ")
      characters.append(Character(scalar: scalar, offset: offset, side: side))
      offset += UTF8.width(scalar)
    }
    self.characters = characters
    self.isChinese = isChinese
    letterBefore = Self.nearest(characters)
    letterAfter = Self.nearest(characters.reversed()).reversed()
    isWesternProse = words > 1 && !characters.contains { $0.side == .chinese }
  }

  private static func nearest(_ characters: [Character]) -> [Side] {
    var last = Side.none
    return characters.map { character in
      defer { if character.side != .none, character.side != .digit { last = character.side } }
      return last
    }
  }

  private static func side(of scalar: Unicode.Scalar) -> Side {
    switch CharacterTable.kind(of: scalar) {
    case .space, .mark: .none
    case .digit: .digit
    case .latin: CharacterTable.isLetter(scalar) ? .latin : .none
    case .other: .foreign
    case .han: CharacterTable.isInvisible(scalar) ? .none : .chinese
    }
  }

  mutating func read() -> Set<Int> {
    let quotations = pairs()
    for pair in quotations { decide(pair) }
    decideLines()
    return latin
  }

  // MARK: Quotation marks

  /// The quotations, in the order in which they open; apostrophes and marks without a partner are
  /// decided at once.
  private mutating func pairs() -> [Pair] {
    var found: [Pair] = []
    var open: [Int] = []
    var alone: [Int] = []
    for index in characters.indices {
      switch characters[index].scalar {
      case "“", "‘": open.append(index)
      case "”", "’":
        if isBetweenLetters(index) {
          latin.insert(characters[index].offset)
          verdicts[index] = true
          continue
        }
        let opener: Unicode.Scalar = characters[index].scalar == "”" ? "“" : "‘"
        // Quotations are not nested deeper.
        let near = open.suffix(8)
        guard let place = near.lastIndex(where: { characters[$0].scalar == opener }) else {
          alone.append(index)
          continue
        }
        found.append(Pair(opener: open[place], closer: index))
        alone += open[(place + 1)...]
        open.removeSubrange(place...)
      default: break
      }
    }
    for index in (alone + open).sorted() { decideAlone(index) }
    return found.sorted { $0.opener < $1.opener }
  }

  private func isBetweenLetters(_ index: Int) -> Bool {
    characters[index].scalar == "’" && index > 0 && index + 1 < characters.count
      && characters[index - 1].side.isWestern && characters[index + 1].side.isWestern
  }

  /// An opening mark looks at what it opens, a closing one at what it closes; ’ beside a letter is
  /// an apostrophe (’90s, students’).
  private mutating func decideAlone(_ index: Int) {
    let before = index > 0 ? characters[index - 1].side : .none
    let isOpener = characters[index].scalar == "“" || characters[index].scalar == "‘"
    let isApostrophe = characters[index].scalar == "’" && before.isWestern
    let inside = inner(index, by: isOpener ? 1 : -1)
    let outside = outer(index, by: isOpener ? -1 : 1)
    let isQuote = inside.isWestern && outside != .chinese && (outside.isWestern || leansToLatin)
    settle(index, isApostrophe || isQuote)
  }

  private mutating func decide(_ pair: Pair) {
    let inside = [inner(pair.opener, by: 1), inner(pair.closer, by: -1)]
    let outside = [outer(pair.opener, by: -1), outer(pair.closer, by: 1)]
    let isLatin =
      !(inside + outside).contains(.chinese)
      && (leansToLatin || outside.contains(where: \.isWestern))
    settle(pair.opener, isLatin)
    settle(pair.closer, isLatin)
  }

  private var leansToLatin: Bool { isWesternProse || !isChinese }

  private mutating func settle(_ index: Int, _ isLatin: Bool) {
    verdicts[index] = isLatin
    if isLatin { latin.insert(characters[index].offset) }
  }

  /// What the nearest letter inside a quotation is, from one of its marks on; digits say nothing of
  /// it, and marks inside it neither.
  private func inner(_ mark: Int, by step: Int) -> Side {
    step > 0 ? letterAfter[mark] : letterBefore[mark]
  }

  /// What the nearest letter outside of a quotation is; a quotation before it stands in for what it
  /// was found to be, and one around it ends the search.
  private func outer(_ mark: Int, by step: Int) -> Side {
    var place = mark + step
    while characters.indices.contains(place) {
      let character = characters[place]
      if ["“", "‘", "”", "’"].contains(character.scalar) {
        return verdicts[place].map { $0 ? .latin : .chinese } ?? .none
      }
      if character.side != .none, character.side != .digit { return character.side }
      place += step
    }
    return .none
  }

  // MARK: Dashes, ellipses, interpuncts

  private mutating func decideLines() {
    var after = [Side](repeating: .none, count: characters.count)
    var nearest = Side.none
    for index in characters.indices.reversed() {
      after[index] = nearest
      if characters[index].side != .none { nearest = characters[index].side }
    }
    nearest = .none
    for index in characters.indices {
      let character = characters[index]
      if character.side != .none { nearest = character.side }
      guard ["—", "―", "⸺", "…", "⋯", "·"].contains(character.scalar) else { continue }
      let sides = [nearest, after[index]]
      let isBetween = sides.allSatisfy { $0 == .latin || ($0 == .none && leansToLatin) }
      if isBetween || isWesternProse { latin.insert(character.offset) }
    }
  }
}
