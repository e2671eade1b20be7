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
  /// What the marks that Chinese and Latin share are, found in the whole paragraph that the text is
  /// a part of; nil: found in the text alone.
  package var marks: MarkContext?
  /// Whether all of the text is read from right to left, found for the whole paragraph (UAX #9);
  /// nil: each script in its own direction.
  package var isRightToLeft: Bool?

  package init(
    text: String,
    role: FontRole,
    weight: FontWeight = .regular,
    size: Length,
    language: LanguageTag,
    direction: TextDirection = .horizontal,
    marks: MarkContext? = nil,
    isRightToLeft: Bool? = nil
  ) {
    self.text = text
    self.role = role
    self.weight = weight
    self.size = size
    self.language = language
    self.direction = direction
    self.marks = marks
    self.isRightToLeft = isRightToLeft
  }
}

/// A stretch of shaped text in one font: natural advances, before any line is justified.
package struct ShapedRun: Hashable, Sendable {
  package var font: FontID
  /// The size the font is set at: that of the request, but for a font that stands in for another
  /// and is made to look as large (`FontFit`).
  package var size: Length
  /// In visual order; clusters are UTF-8 offsets into the request's text.
  package var glyphs: [Glyph]
  /// The UTF-8 range of the request's text that the run stands for.
  package var range: Range<Int>
  package var isRightToLeft: Bool

  package init(
    font: FontID,
    size: Length,
    glyphs: [Glyph],
    range: Range<Int>,
    isRightToLeft: Bool = false
  ) {
    self.font = font
    self.size = size
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
    /// The font has the character, but not the variant that a selector after it asks for; the
    /// incident's own character is the selector.
    case variationMissing(base: Unicode.Scalar, taken: String)
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
