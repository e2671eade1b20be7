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
      add(
        character,
        advance: advances[index],
        bond: text.bonds[index],
        continues: index > 0 && !text.attached.contains(index)
          && text.bonds[index] == text.bonds[index - 1]
          && breaks[start] == .prohibited,
        opportunity: offset < plain.utf8.count ? Self.opportunity(breaks[offset]) : .allowed
      )
      if text.attached.contains(index) { units[units.count - 1].isAttached = true }
    }
    resolveDashes()
  }

  private mutating func add(
    _ character: Character,
    advance: Length,
    bond: MarkedText.Bond,
    continues: Bool,
    opportunity: LineUnit.Opportunity
  ) {
    let kind = Self.kind(of: character, advance: advance)
    if kind == .western, continues, units.last?.kind == .western {
      units[units.count - 1].advance += advance
      units[units.count - 1].opportunity = opportunity
      pieces[pieces.count - 1].append((character, advance))
      return
    }
    var unit = LineUnit(kind: kind, advance: advance, em: Self.em, opportunity: opportunity)
    if case .figure(let number) = bond { unit.group = Int32(number) }
    units.append(unit)
    pieces.append([(character, advance)])
  }

  private static func kind(of character: Character, advance: Length) -> CharacterClass {
    guard let scalar = character.unicodeScalars.first else { return .western }
    if scalar == " " || scalar == "\u{A0}" { return .wordSpace }
    if scalar == "\u{2028}" { return .anchor }
    guard let kind = CharacterClass(scalar) else { return .western }
    return advance * 4 < em * 3 && "“”‘’—…".contains(character) ? .western : kind
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

  private static func opportunity(_ found: TextBreaks.Opportunity) -> LineUnit.Opportunity {
    switch found {
    case .prohibited: .prohibited
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
      case "ragged": justifies = false
      default: precondition(word.hasPrefix("indent"), "the table's words are known: \(word)")
      }
    }
  }
}
