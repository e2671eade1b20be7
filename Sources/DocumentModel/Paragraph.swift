package import Diagnostics
package import Geometry
package import Typography

/// Text that is broken into lines.
package struct Paragraph: Hashable, Sendable {
  package var inlines: [Inline]
  package var style: ParagraphStyle
  /// What the paragraph is, for the structure tree; a heading's level is also its outline level.
  package var role: StructureRole
  package var span: Span?
  /// The places in the text that links and page references lead to, in the order of the text.
  package var anchors: [Anchor]

  /// A place in the text by its name.
  package struct Anchor: Hashable, Sendable {
    package var name: String
    /// In Unicode scalars of the paragraph's text.
    package var offset: Int

    package init(_ name: String, offset: Int) {
      self.name = name
      self.offset = offset
    }
  }

  package init(
    inlines: [Inline],
    style: ParagraphStyle,
    role: StructureRole = .paragraph,
    span: Span? = nil,
    anchors: [Anchor] = []
  ) {
    self.inlines = inlines
    self.style = style
    self.role = role
    self.span = span
    self.anchors = anchors
  }
}

/// What stands in a line.
package indirect enum Inline: Hashable, Sendable {
  case text(Text)
  /// A figure of the report: it does not part from its unit, the trace names it, and the screen
  /// PDF can link it to its sentence.
  case figure(FigureID, [Inline])
  /// Words that must not part: document numbers, names, dates.
  case kept([Inline])
  /// A name of two or three characters, which stays whole where that costs little.
  case name([Inline])
  case link(LinkTarget, [Inline])
  /// Words that are an element of their own for readers that do not see the page: a phrase in
  /// another language, a note.
  case marked(StructureRole, LanguageTag?, [Inline])
  /// A number that layout fills in.
  case pageReference(PageReference, TextStyle)
  case lineBreak
  /// White space that takes what is left of the line; several share it.
  case fill
  /// The same with a pattern in it: the dots between a heading and its page.
  case leader(Leader)
  /// Words with one reading beside them all (ruby); a reading for each is a row of these.
  case ruby([Inline], Reading)

  /// A stretch of text in one style.
  package struct Text: Hashable, Sendable {
    package var string: String
    package var style: TextStyle
    package var span: Span?
    /// Where each character was read, when the text was read at all.
    package var origin: TextOrigin?

    package init(
      _ string: String,
      style: TextStyle,
      span: Span? = nil,
      origin: TextOrigin? = nil
    ) {
      self.string = string
      self.style = style
      self.span = span
      self.origin = origin
    }
  }
}

/// A place in a text that knows where its characters were read; the text is shared, not copied.
package struct TextOrigin: Hashable, Sendable {
  package var text: SourcedText
  /// In Unicode scalars.
  package var offset: Int

  package init(_ text: SourcedText, offset: Int = 0) {
    self.text = text
    self.offset = offset
  }

  /// The place so many scalars on.
  package func advanced(by count: Int) -> TextOrigin { TextOrigin(text, offset: offset + count) }

  /// Where the scalar at a distance was read; nil past the end.
  package func span(at distance: Int) -> Span? {
    let place = offset + distance
    guard (0..<text.count).contains(place) else { return nil }
    return text.span(of: place..<place + 1)
  }
}

/// A page number to be filled in by layout.
package struct PageReference: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    /// The page the reference stands on.
    case current
    /// How many pages there are.
    case total
    /// The page of the block with an id.
    case block(String)
  }

  package enum Format: String, Hashable, Sendable, CaseIterable {
    case arabic
    case hanzi
  }

  package var target: Target
  package var format: Format

  package init(_ target: Target, format: Format = .arabic) {
    self.target = target
    self.format = format
  }
}

/// How characters look.
package struct TextStyle: Hashable, Sendable {
  package var font: FontRole
  package var weight: FontWeight
  package var size: Length
  package var ink: InkTint
  package var language: LanguageTag
  /// White space added after each character but the last of a line.
  package var tracking: Length
  /// How far the baseline is raised.
  package var baselineShift: Length
  /// Dots and lines that accompany the characters.
  package var decorations: [TextDecoration]
  /// Raised or lowered text is set smaller than `size`; layout knows by how much.
  package var position: TextPosition
  /// Numbers of two or three digits stand in one cell, as one character (纵横).
  package var combinesDigits: Bool
  /// The language by which Western words are hyphenated whose own language is not known; nil leaves
  /// them whole.
  package var hyphenation: LanguageTag?

  package init(
    font: FontRole,
    weight: FontWeight = .regular,
    size: Length,
    ink: InkTint = .black,
    language: LanguageTag,
    tracking: Length = .zero,
    baselineShift: Length = .zero,
    decorations: [TextDecoration] = [],
    position: TextPosition = .baseline,
    combinesDigits: Bool = false,
    hyphenation: LanguageTag? = nil
  ) {
    self.font = font
    self.weight = weight
    self.size = size
    self.ink = ink
    self.language = language
    self.tracking = tracking
    self.baselineShift = baselineShift
    self.decorations = decorations
    self.position = position
    self.combinesDigits = combinesDigits
    self.hyphenation = hyphenation
  }
}

/// How lines are set.
package struct ParagraphStyle: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable, CaseIterable {
    case justify
    case left
    case right
    case centre
    /// Characters spread over the measure (分散对齐).
    case distribute
  }

  /// How the lines of a short text are made alike in length.
  package enum Balance: String, Hashable, Sendable, CaseIterable {
    case none
    /// 梯形: each line a little longer, or each a little shorter, than the one before.
    case trapezoid
    /// 菱形: lines grow to one in the middle and fall from there; two lines are a trapezoid.
    case rhombus
    /// Lines as equal as can be.
    case even
  }

  /// The style of text in the paragraph that names none; it sets the height of empty lines.
  package var text: TextStyle
  package var alignment: Alignment
  package var balance: Balance
  /// The indent of the first line beyond `indentLeft`; negative for a hanging indent.
  package var indentFirst: Length
  package var indentLeft: Length
  package var indentRight: Length
  /// From baseline to baseline.
  package var lineStep: Length
  /// Lines stand on the lines of the page grid; else the paragraph's block is rounded up to it.
  package var onGrid: Bool
  package var prohibition: ProhibitionLevel
  package var punctuation: PunctuationStyle
  /// The gap between Han and Western text.
  package var autospace: Autospace
  /// The fewest lines left at a page's foot.
  package var orphans: Int
  /// The fewest lines carried to a page's top.
  package var widows: Int

  package init(
    text: TextStyle,
    alignment: Alignment = .justify,
    balance: Balance = .none,
    indentFirst: Length = .zero,
    indentLeft: Length = .zero,
    indentRight: Length = .zero,
    lineStep: Length,
    onGrid: Bool = false,
    prohibition: ProhibitionLevel = .gb,
    punctuation: PunctuationStyle = .fullWidth,
    autospace: Autospace = .half,
    orphans: Int = 2,
    widows: Int = 2
  ) {
    self.text = text
    self.alignment = alignment
    self.balance = balance
    self.indentFirst = indentFirst
    self.indentLeft = indentLeft
    self.indentRight = indentRight
    self.lineStep = lineStep
    self.onGrid = onGrid
    self.prohibition = prohibition
    self.punctuation = punctuation
    self.autospace = autospace
    self.orphans = orphans
    self.widows = widows
  }
}
