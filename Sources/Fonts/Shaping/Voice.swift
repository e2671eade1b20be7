import CHarfBuzz
import Geometry
import PageModel
import Typography

/// What requests of one look have in common: their fonts, language and direction, and what has
/// been shaped for them already, in font units and so for all sizes.
final class Voice {
  struct Key: Hashable {
    let role: FontRole
    let weight: FontWeight
    let language: LanguageTag
    let isVertical: Bool
  }

  let role: FontRole
  let stack: FontStack
  /// The language as HarfBuzz knows it.
  let language: hb_language_t?
  let isChinese: Bool
  let isVertical: Bool
  /// Characters that stand alone in their frame and have one glyph: nearly all of Chinese text.
  var simple: [UInt32: SimpleGlyph] = [:]
  var words: [WordKey: [UnitGlyph]] = [:]
  /// How fonts that stand in for the wanted one are fitted to it.
  var fits: [FontID: FontFit] = [:]
  /// The font of characters of which there is nothing to say, by character and class.
  private var fonts: [UInt32: FontID] = [:]
  /// What has to be said of simple glyphs, by `SimpleGlyph.incident`.
  private(set) var incidents: [FontIncident.Kind] = []

  init(_ key: Key, stack: FontStack) {
    role = key.role
    self.stack = stack
    language = hb_language_from_string(key.language.tag, -1)
    isChinese = key.language.isChinese
    isVertical = key.isVertical
  }

  /// How many words are kept; a bulletin has some hundreds.
  ///
  /// Then the cache begins anew, which changes the time a request takes and nothing else.
  private static let mostWords = 20_000

  func font(of scalar: Unicode.Scalar, kind: CharacterClass) -> FontID? {
    fonts[Self.key(scalar, kind)]
  }

  func keep(_ font: FontID, of scalar: Unicode.Scalar, kind: CharacterClass) {
    fonts[Self.key(scalar, kind)] = font
  }

  /// A character has 21 bits, the class takes the rest.
  private static func key(_ scalar: Unicode.Scalar, _ kind: CharacterClass) -> UInt32 {
    scalar.value | UInt32(kind.rawValue) << 21
  }

  /// Keeps what has to be said of a simple glyph, and gives its number.
  func keep(_ incident: FontIncident.Kind) -> Int {
    incidents.append(incident)
    return incidents.count - 1
  }

  func keep(_ glyphs: [UnitGlyph], of word: WordKey) {
    if words.count >= Self.mostWords { words.removeAll(keepingCapacity: true) }
    words[word] = glyphs
  }
}

/// What decides how a piece of text is shaped, beside its voice.
struct WordKey: Hashable {
  let font: FontID
  let kind: CharacterClass
  let script: UInt32
  let isRightToLeft: Bool
  var text: String

  /// Whether the text is one character, with its marks, that fills a character frame.
  var isOneWideCharacter: Bool {
    text.unicodeScalars.first.map(CharacterTable.isWide) ?? false
  }
}

/// A glyph with its positions in font units, x to the right and y down.
struct UnitGlyph: Hashable {
  let id: UInt32
  /// The UTF-8 offset in the piece.
  var cluster: UInt32
  var xAdvance: Int32
  let yAdvance: Int32
  var xOffset: Int32
  var yOffset: Int32

  /// Puts a glyph that is narrower than its character frame into the middle of it.
  ///
  /// Every Chinese character stands in a frame of one em (clreq, Type area); the glyphs of
  /// cwTeX FangSong are 0.92 em wide and would run out of step with the grid.
  mutating func stand(inFrameOf em: Int32) {
    guard 0 < xAdvance, xAdvance < em else { return }
    xOffset += (em - xAdvance) / 2
    xAdvance = em
  }
}

/// The one glyph of a character, and what has to be said of it each time.
struct SimpleGlyph {
  let font: FontID
  let unitsPerEm: Int64
  let glyph: UnitGlyph
  let fit: FontFit
  /// The number of `Voice.incidents`, which keeps the glyph itself free of references.
  let incident: Int?
}

/// A piece of text that is shaped at once.
struct Piece {
  enum Content {
    case simple(SimpleGlyph)
    case text(font: FontID, script: hb_script_t, kind: CharacterClass)
    /// No font has it.
    case missing(font: FontID)
  }

  var range: Range<Int>
  /// The last cluster's base, to see whether a mark goes on.
  var base: Unicode.Scalar?
  let content: Content
  var isRightToLeft = false
}

extension LanguageTag {
  /// Whether text of the language is set in traditional characters: by its script, else by its
  /// region (as likely subtags say, UTS #35).
  var isTraditionalChinese: Bool {
    let parts = tag.lowercased().split(separator: "-")
    guard parts.first == "zh" || parts.first == "yue", !parts.contains("hans") else { return false }
    return parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
  }
}
