import Diagnostics
import DocumentModel
import Geometry
import PageModel
import Typography
import WritingSystems

/// A paragraph's inlines, collected into one text with its stretches.
struct InlineText {
  /// A stretch of text of one look and one meaning.
  struct Stretch {
    enum Kind {
      case text
      /// A forced line end; one character that is not shaped.
      case lineEnd
      /// White space that takes what is left of the line; one character that is not shaped.
      case fill
      /// A number that stands in one cell.
      case combined
    }

    var kind: Kind
    /// The UTF-8 range in the text.
    var range: Range<Int>
    var style: TextStyle
    var span: Span?
    /// Where each character was read.
    var origin: TextOrigin?
    var figure: FigureID?
    var link: LinkTarget?
    /// Stretches with the same number that is not 0 must not part.
    var group: Int32
    var cohesion: Cohesion
    /// The part of the paragraph that the stretch belongs to, an index into `parts`.
    var part: Int?
    /// Raised or lowered text, which stays with what is before it.
    var isAttached = false
    /// What is shaped in place of the stretch's one character: `2` for ² that the font lacks.
    var substitute: String?
    /// The reading that stands beside the stretch, an index into `readings`.
    var reading: Int?
    /// The pattern of a fill.
    var leader: Leader?
  }

  /// A reading, what it is of, and the part of the paragraph that it is.
  struct PlacedReading {
    var reading: Reading
    /// The UTF-8 range of the words.
    var base: Range<Int>
    /// The type size of the words.
    var em: Length
    var part: Int
    /// The words are in a group that holds more.
    var isInGroup: Bool
  }

  /// A part of a paragraph that is an element of its own: a link, words in another language.
  struct Part {
    var role: StructureRole
    var language: LanguageTag?
    /// The part that holds this one.
    var parent: Int?
  }

  private(set) var text = ""
  private(set) var length = 0
  private(set) var stretches: [Stretch] = []
  private(set) var parts: [Part] = []
  /// Some text has lines or dots.
  private(set) var isDecorated = false
  private(set) var readings: [PlacedReading] = []
  private var groups: Int32 = 0
  private let mustMake: (Unicode.Scalar, TextStyle) -> Bool

  /// `mustMake` says of raised and lowered characters whether a style's font lacks them.
  init(
    _ inlines: [Inline],
    base: TextStyle,
    pages: PageReferences,
    mustMake: @escaping (Unicode.Scalar, TextStyle) -> Bool = { _, _ in false }
  ) {
    self.mustMake = mustMake
    collect(inlines, base: base, meaning: Meaning(), pages: pages)
  }

  private struct Meaning {
    var figure: FigureID?
    var link: LinkTarget?
    var group: Int32 = 0
    var cohesion = Cohesion.figure
    var part: Int?
    var reading: Int?
    var leader: Leader?
  }

  private mutating func collect(
    _ inlines: [Inline],
    base: TextStyle,
    meaning: Meaning,
    pages: PageReferences
  ) {
    for inline in inlines { collect(inline, base: base, meaning: meaning, pages: pages) }
  }

  private mutating func collect(
    _ inline: Inline,
    base: TextStyle,
    meaning: Meaning,
    pages: PageReferences
  ) {
    switch inline {
    case .text(let text): append(text, text.isShortName ? grouped(meaning, .name) : meaning)
    case .pageReference(let reference, let style):
      append(pages.text(of: reference), style, span: nil, meaning)
    case .lineBreak: append("\u{2028}", base, span: nil, meaning, kind: .lineEnd)
    case .fill: append("\u{FFFC}", base, span: nil, meaning, kind: .fill)
    case .leader(let leader):
      var inner = meaning
      inner.leader = leader
      append("\u{FFFC}", leader.style, span: nil, inner, kind: .fill)
    case .ruby(let content, let reading):
      let inner = words(of: reading, in: meaning)
      let first = stretches.count
      collect(content, base: base, meaning: inner, pages: pages)
      closeReading(inner.reading, words: stretches[first...])
    case .figure(let id, let content):
      collect(content, base: base, meaning: grouped(meaning, figure: id), pages: pages)
    case .kept(let content):
      collect(content, base: base, meaning: grouped(meaning), pages: pages)
    case .name(let content):
      collect(content, base: base, meaning: grouped(meaning, .name), pages: pages)
    case .link(let target, let content):
      var inner = part(.link, language: nil, in: meaning)
      inner.link = target
      collect(content, base: base, meaning: inner, pages: pages)
    case .marked(let role, let language, let content):
      let inner = part(role, language: language, in: meaning)
      collect(content, base: base, meaning: inner, pages: pages)
    }
  }

  private mutating func part(
    _ role: StructureRole,
    language: LanguageTag?,
    in meaning: Meaning
  ) -> Meaning {
    parts.append(Part(role: role, language: language, parent: meaning.part))
    var inner = meaning
    inner.part = parts.count - 1
    return inner
  }

  /// Words with a reading, which do not part.
  ///
  /// They are an element of their own, with one for the words and, behind it, one for the reading
  /// (ISO 32000-1, 14.8.4.4).
  private mutating func words(of reading: Reading, in meaning: Meaning) -> Meaning {
    let whole = part(.ruby, language: nil, in: meaning)
    var words = grouped(part(.rubyBase, language: nil, in: whole), figure: nil)
    _ = part(.rubyText, language: reading.style.language, in: whole)
    readings.append(
      PlacedReading(
        reading: reading,
        base: length..<length,
        em: reading.style.size,
        part: parts.count - 1,
        isInGroup: meaning.group != 0
      )
    )
    words.reading = readings.count - 1
    return words
  }

  private mutating func closeReading(_ reading: Int?, words: ArraySlice<Stretch>) {
    guard let reading else { return }
    readings[reading].base = readings[reading].base.lowerBound..<length
    readings[reading].em = words.map(\.style.size).max() ?? readings[reading].em
  }

  /// A group inside a group is part of the outer one.
  private mutating func grouped(
    _ meaning: Meaning,
    _ cohesion: Cohesion = .figure,
    figure: FigureID? = nil
  ) -> Meaning {
    var inner = meaning
    if inner.group == 0 {
      groups += 1
      inner.group = groups
      inner.cohesion = cohesion
    }
    inner.figure = figure ?? meaning.figure
    return inner
  }

  /// Characters that are raised or lowered of themselves become stretches of their own where the
  /// font lacks them.
  private mutating func append(_ text: Inline.Text, _ meaning: Meaning) {
    var rest = text.string[...]
    var read = 0
    while let index = rest.unicodeScalars.firstIndex(where: { scalar in
      RaisedText.plain(scalar) != nil && mustMake(scalar, text.style)
    }) {
      append(String(rest[..<index]), of: text, from: &read, meaning)
      let scalar = rest.unicodeScalars[index]
      if let plain = RaisedText.plain(scalar) {
        var raised = text
        raised.style.position = plain.position
        append(String(scalar), of: raised, from: &read, meaning)
        stretches[stretches.count - 1].substitute = plain.text
      }
      rest = rest[rest.unicodeScalars.index(after: index)...]
    }
    append(String(rest), of: text, from: &read, meaning)
  }

  /// Adds a part of a text that begins so many scalars into it.
  private mutating func append(
    _ part: String,
    of text: Inline.Text,
    from read: inout Int,
    _ meaning: Meaning
  ) {
    guard !part.isEmpty else { return }
    append(part, text.style, span: text.span, meaning)
    stretches[stretches.count - 1].origin = text.origin?.advanced(by: read)
    read += part.unicodeScalars.count
  }

  private mutating func append(
    _ string: String,
    _ style: TextStyle,
    span: Span?,
    _ meaning: Meaning,
    kind: Stretch.Kind = .text
  ) {
    guard !string.isEmpty else { return }
    if kind == .text, style.combinesDigits {
      for (text, isNumber) in CombinedDigits.parts(of: string) {
        add(text, style, span: span, meaning, kind: isNumber ? .combined : .text)
      }
    } else {
      add(string, style, span: span, meaning, kind: kind)
    }
  }

  private mutating func add(
    _ string: String,
    _ style: TextStyle,
    span: Span?,
    _ meaning: Meaning,
    kind: Stretch.Kind
  ) {
    let count = string.utf8.count
    stretches.append(
      Stretch(
        kind: kind,
        range: length..<(length + count),
        style: RaisedText.look(of: style),
        span: span,
        figure: meaning.figure,
        link: meaning.link,
        group: meaning.group,
        cohesion: meaning.cohesion,
        part: meaning.part,
        isAttached: style.position != .baseline,
        reading: meaning.reading,
        leader: meaning.leader
      )
    )
    isDecorated = isDecorated || !style.decorations.isEmpty
    text += string
    length += count
  }
}

extension InlineText {
  /// The text, or that of one of its parts, as the outline shows it: in one line, without the marks
  /// of notes.
  func outlineTitle(of part: Int? = nil) -> String {
    let bytes = Array(text.utf8)
    let words = stretches.filter { stretch in
      let isInside = part.map { isPart(stretch.part, of: $0) } ?? true
      return isInside && !(stretch.part.map(isReference) ?? false)
    }
    return words.map { stretch in
      stretch.kind == .lineEnd ? " " : String(decoding: bytes[stretch.range], as: UTF8.self)
    }.joined()
  }

  private func isPart(_ part: Int?, of outer: Int) -> Bool {
    guard let part else { return false }
    return part == outer || isPart(parts[part].parent, of: outer)
  }

  private func isReference(_ part: Int) -> Bool {
    parts[part].role == .reference || parts[part].parent.map(isReference) ?? false
  }
}

extension Inline.Text {
  /// A name of two or three characters with a line below it, which tells that it is one.
  fileprivate var isShortName: Bool {
    style.decorations.contains { $0.kind == .properName } && (2...3).contains(string.count)
  }
}

/// What page references read as in the present round.
struct PageReferences: Equatable {
  var current: Int
  var total: Int
  var blocks: [String: Int]

  func text(of reference: PageReference) -> String {
    let number =
      switch reference.target {
      case .current: current
      case .total: total
      case .block(let id): blocks[id] ?? 0
      }
    return switch reference.format {
    case .arabic: String(number)
    case .hanzi: Numerals.hanzi(number)
    }
  }
}
