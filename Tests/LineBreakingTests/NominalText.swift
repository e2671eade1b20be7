import Geometry
import LineBreaking
import TestSupport
import Typography
import WritingSystems

/// A marked text as units of the nominal font.
///
/// A small copy of what `ShapedParagraph` of `PageLayout` does with shaped glyphs, so that the
/// table runs without fonts; `Tests/PageLayoutTests` runs the same table through the real door.
struct NominalText {
  /// Divisible by 2, 3 and 8, as the parts of an em that cases speak of are.
  static let em = 12 * Length.point

  private(set) var units: [LineUnit] = []
  /// The characters of each unit with their advances.
  private(set) var pieces: [[(character: Character, advance: Length)]] = []

  init(_ text: MarkedText, language: LanguageTag = .simplifiedChinese) {
    let plain = text.plain
    let breaks = TextBreaks(of: plain, unit: .line, language: language.tag)
    let advances = NominalFont.advances(of: text.characters).map { $0.length(em: Self.em) }
    var offset = 0
    for (index, character) in text.characters.enumerated() {
      let start = offset
      offset += character.utf8.count
      let isJoined = Self.isJoiner(character) || Self.isJoiner(text.characters[safe: index + 1])
      let after: LineUnit.Opportunity =
        offset == plain.utf8.count
        ? .allowed : Self.opportunity(breaks[offset], isJoined: isJoined)
      if Self.isInvisible(character), breaks[start] == .prohibited, !units.isEmpty {
        units[units.count - 1].opportunity = after
        pieces[pieces.count - 1].append((character, .zero))
        continue
      }
      let isAttached = text.attached.contains(index)
      add(
        character,
        kind: Self.kind(of: index, in: text.characters, advance: advances[index]),
        advance: advances[index],
        bond: text.bonds[index],
        continues: index > 0 && !isAttached && text.bonds[index] == text.bonds[index - 1]
          && breaks[start] == .prohibited,
        opportunity: after
      )
      if isAttached { units[units.count - 1].isAttached = true }
      if text.seams.contains(index) { units[units.count - 1].isSeam = true }
    }
    resolveDashes()
    resolveTightness()
  }

  private mutating func resolveTightness() {
    for index in units.indices where units[index].kind == .western {
      let scalars = pieces[index].flatMap(\.character.unicodeScalars)
      units[index].isTightBefore = scalars.first.map(CharacterTable.isTightBefore) ?? false
      units[index].isTightBehind = scalars.last.map(CharacterTable.isTightBehind) ?? false
    }
  }

  /// What shaping leaves no glyph of.
  private static func isInvisible(_ character: Character) -> Bool {
    "\u{200B}\u{2060}\u{FEFF}\u{200E}\u{200F}".contains(character)
  }

  private static func isJoiner(_ character: Character?) -> Bool {
    character.map("\u{2060}\u{FEFF}".contains) ?? false
  }

  private mutating func add(
    _ character: Character,
    kind: CharacterClass,
    advance: Length,
    bond: MarkedText.Bond,
    continues: Bool,
    opportunity: LineUnit.Opportunity
  ) {
    if kind == .western, continues, units.last?.kind == .western {
      units[units.count - 1].advance += advance
      units[units.count - 1].opportunity = opportunity
      pieces[pieces.count - 1].append((character, advance))
      return
    }
    var unit = LineUnit(kind: kind, advance: advance, em: Self.em, opportunity: opportunity)
    switch bond {
    case .none: break
    case .figure(let number): unit.group = Int32(number)
    case .name(let number):
      unit.group = Int32(number)
      unit.cohesion = .name
    }
    units.append(unit)
    pieces.append([(character, advance)])
  }

  private static func kind(
    of index: Int,
    in text: [Character],
    advance: Length
  ) -> CharacterClass {
    guard let scalar = text[index].unicodeScalars.first else { return .western }
    if scalar == " " || scalar == "\u{A0}" { return .wordSpace }
    if scalar == "\u{2028}" { return .anchor }
    return CharacterClass(
      scalar,
      isWide: advance * 4 >= em * 3,
      isBesideChinese: isBesideChinese(index, in: text)
    ) ?? .western
  }

  /// Connectors stand between Chinese characters, a solidus beside one.
  private static func isBesideChinese(_ index: Int, in text: [Character]) -> Bool {
    let isChinese = [index - 1, index + 1].map { neighbour in
      guard text.indices.contains(neighbour) else { return false }
      return text[neighbour].unicodeScalars.first.flatMap { CharacterClass($0) }?.isHanLike ?? false
    }
    return text[index] == "/" ? isChinese.contains(true) : !isChinese.contains(false)
  }

  /// A dash that is not one of two is a connector (GB/T 15834-2011 4.13).
  private mutating func resolveDashes() {
    for index in units.indices where units[index].kind == .dash {
      let isOneOfTwo =
        units[index].advance > Self.em || (index > 0 && units[index - 1].kind == .dash)
        || (index + 1 < units.count && units[index + 1].kind == .dash)
      if !isOneOfTwo { units[index].kind = .connector }
    }
  }

  private static func opportunity(
    _ found: TextBreaks.Opportunity,
    isJoined: Bool
  ) -> LineUnit.Opportunity {
    switch found {
    case .prohibited: isJoined ? .joined : .prohibited
    case .allowed: .allowed
    case .mandatory: .mandatory
    }
  }

  /// A composed line, character by character.
  func placed(_ line: ComposedLine) -> PlacedLine {
    var places: [PlacedLine.Place] = []
    for (unit, origin) in zip(line.units, line.origins) {
      var x = origin
      for piece in pieces[unit] {
        places.append(PlacedLine.Place(piece.character, x: x, advance: piece.advance))
        x += piece.advance
      }
    }
    return PlacedLine(places, width: line.width, overflow: line.overflow)
  }
}

extension CompositionStyle {
  /// The style that the words of a case ask for.
  init(words: [String]) {
    self.init()
    for word in words {
      switch word {
      case "none": prohibition = .none
      case "basic": prohibition = .basic
      case "gb": prohibition = .gb
      case "strict": prohibition = .strict
      case "开明": punctuation = .kaiming
      case "半角": punctuation = .halfWidth
      case "行末半角": punctuation = .lineEndHalf
      case "原样": punctuation = .plain
      case "tw": region = .taiwan
      case "hk": region = .hongKong
      case "third": autospace = .third
      case "fixed": autospace = .fixed
      case "solid": autospace = .none
      case "grid": autospace = .grid
      case "first-fit": strategy = .firstFit
      case "ragged": justifies = false
      default: precondition(word.hasPrefix("indent"), "the table's words are known: \(word)")
      }
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
