import Diagnostics
import DocumentModel
import Typography

/// A string of a layout, taken apart: text with its marks and `{{ placeholders }}`.
///
/// The marks: `**strong**`, `*emphasis dots*`, `~~strike~~`, `^the text of a note^`,
/// `[text](link)`, `[text]{.name}` with the name of a mark or a style, `[text]{lang=ug}`, and
/// `[文字]{wénzì}` (`ReadingMark`). Only strings of layouts are read so; text of reports, ledgers and parameters is literal.
struct LayoutString: Hashable, Sendable {
  /// How a piece is marked.
  struct Marks: Hashable, Sendable {
    var isStrong = false
    var link: String?
    /// The marks with names, from the outermost to the innermost.
    var named: [NamedMark] = []
    var language: LanguageTag?
    /// How the text is read.
    var reading: ReadingText?

    /// The marks of a piece inside text that has marks of its own.
    func inside(_ outer: Marks) -> Marks {
      Marks(
        isStrong: isStrong || outer.isStrong,
        link: link ?? outer.link,
        named: outer.named + named,
        language: language ?? outer.language,
        reading: reading ?? outer.reading
      )
    }
  }

  /// How some words are read: the small type beside them.
  struct ReadingText: Hashable, Sendable {
    var text: String
    var position: Reading.Position
    /// The place in the string.
    var range: Range<Int>
    var span: Span?
  }

  /// A mark that is called by its name, one of `TextMark` or a style.
  struct NamedMark: Hashable, Sendable {
    var name: String
    /// Where in the string it begins: neighbours that begin at one place are one name, one phrase.
    var place: Int
    var span: Span?
  }

  enum Segment: Hashable, Sendable {
    case text(String, Marks, Span?)
    case placeholder(Placeholder, Marks)
    /// The text of a note, whose mark stands here.
    case note(LayoutString, Marks, Span?)
  }

  /// A `[text](#id)`: the id of the block it leads to, and its place.
  struct InnerLink: Hashable, Sendable {
    var id: String
    var span: Span?
  }

  var segments: [Segment]
  var innerLinks: [InnerLink] = []
  /// The named marks that are written in braces, whose names must be known.
  var named: [NamedMark] = []
  var span: Span?

  /// The one placeholder that is all of the string, or nil.
  var onlyPlaceholder: Placeholder? {
    if segments.count == 1, case .placeholder(let placeholder, _) = segments[0] {
      return placeholder
    }
    return nil
  }

  var placeholders: [Placeholder] {
    segments.flatMap { segment in
      switch segment {
      case .text: [Placeholder]()
      case .placeholder(let placeholder, _): [placeholder]
      case .note(let text, _, _): text.placeholders
      }
    }
  }

  /// Where the first note stands.
  var firstNote: Span? {
    for case .note(_, _, let span) in segments { return span ?? self.span }
    return nil
  }
}

/// What a mark does of itself; a style of the same name is laid over it.
enum TextMark: String, CaseIterable, Hashable, Sendable {
  case emphasisDots = "emphasis-dots"
  case properName = "proper-name"
  case bookTitle = "book-title"
  case underline
  case strike
  case superscript
  case `subscript`

  var decoration: TextDecoration.Kind? { TextDecoration.Kind(rawValue: rawValue) }

  var position: TextPosition? { TextPosition(rawValue: rawValue) }
}

/// `{{ name | filter: argument }}`.
struct Placeholder: Hashable, Sendable {
  struct Filter: Hashable, Sendable {
    var kind: FilterKind
    var argument: String?
    var span: Span?
  }

  var name: NamePath
  var filters: [Filter]
}

/// A dotted name and its place.
struct NamePath: Hashable, Sendable {
  var parts: [String]
  var span: Span?

  init(_ text: some StringProtocol, span: Span?) {
    let dot: Character = "."
    parts = text.split(separator: dot, omittingEmptySubsequences: false).map { String($0) }
    self.span = span
  }

  var text: String { parts.joined(separator: ".") }
}
