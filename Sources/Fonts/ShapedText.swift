package import Geometry
package import PageModel
package import Typography

/// Text to be shaped, all of one look.
package struct ShapingRequest: Hashable, Sendable {
  package var text: String
  package var role: FontRole
  package var weight: FontWeight
  package var size: Length
  package var language: LanguageTag
  package var direction: TextDirection

  package init(
    text: String,
    role: FontRole,
    weight: FontWeight = .regular,
    size: Length,
    language: LanguageTag,
    direction: TextDirection = .horizontal
  ) {
    self.text = text
    self.role = role
    self.weight = weight
    self.size = size
    self.language = language
    self.direction = direction
  }
}

/// A stretch of shaped text in one font: natural advances, before any line is justified.
package struct ShapedRun: Hashable, Sendable {
  package var font: FontID
  /// In visual order; clusters are UTF-8 offsets into the request's text.
  package var glyphs: [Glyph]
  /// The UTF-8 range of the request's text that the run stands for.
  package var range: Range<Int>
  package var isRightToLeft: Bool

  package init(font: FontID, glyphs: [Glyph], range: Range<Int>, isRightToLeft: Bool = false) {
    self.font = font
    self.glyphs = glyphs
    self.range = range
    self.isRightToLeft = isRightToLeft
  }
}

/// What shaping a request gave.
package struct ShapedText: Hashable, Sendable {
  /// In logical order of their text.
  package var runs: [ShapedRun]
  package var incidents: [FontIncident]

  package init(runs: [ShapedRun], incidents: [FontIncident] = []) {
    self.runs = runs
    self.incidents = incidents
  }
}

/// What had to be done because the first font of a role lacks a character.
package struct FontIncident: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Another font of the role's list was taken.
    case substituted(wanted: String, taken: String)
    /// No font has the character; glyph 0 stands in its place, one em wide.
    case missing
    /// The font has the character, but not the variant that a selector after it asks for.
    case variationMissing(taken: String)
  }

  package var kind: Kind
  package var character: Unicode.Scalar
  package var role: FontRole
  /// The UTF-8 offset of the character in the request's text.
  package var offset: Int

  package init(kind: Kind, character: Unicode.Scalar, role: FontRole, offset: Int) {
    self.kind = kind
    self.character = character
    self.role = role
    self.offset = offset
  }
}
