import Diagnostics
import DocumentModel
import Typography

/// A paragraph's inlines, collected into one text with its stretches.
struct InlineText {
  /// A stretch of text of one look and one meaning.
  struct Stretch {
    /// The UTF-8 range in the text.
    var range: Range<Int>
    var style: TextStyle
    var span: Span?
    var figure: FigureID?
    var link: LinkTarget?
    /// Stretches with the same number that is not 0 must not part.
    var group: Int32
  }

  private(set) var text = ""
  private(set) var length = 0
  private(set) var stretches: [Stretch] = []
  /// The UTF-8 offsets of `Inline.fill`, each an object replacement character.
  private(set) var fills: Set<Int> = []
  private var groups: Int32 = 0

  /// Stands for `Inline.fill` in the text, and is not drawn.
  static let fillCharacter: Character = "\u{FFFC}"

  init(_ inlines: [Inline], base: TextStyle, pages: PageReferences) {
    for inline in inlines {
      collect(inline, base: base, meaning: Meaning(), pages: pages)
    }
  }

  private struct Meaning {
    var figure: FigureID?
    var link: LinkTarget?
    var group: Int32 = 0
  }

  private mutating func collect(
    _ inline: Inline,
    base: TextStyle,
    meaning: Meaning,
    pages: PageReferences
  ) {
    switch inline {
    case .text(let text): append(text.string, text.style, span: text.span, meaning)
    case .pageReference(let reference, let style):
      append(pages.text(of: reference), style, span: nil, meaning)
    case .lineBreak: append("\u{2028}", base, span: nil, meaning)
    case .fill:
      fills.insert(length)
      append(String(Self.fillCharacter), base, span: nil, meaning)
    case .figure(let id, let content):
      collect(content, base: base, meaning: grouped(meaning, figure: id), pages: pages)
    case .kept(let content):
      collect(content, base: base, meaning: grouped(meaning, figure: nil), pages: pages)
    case .link(let target, let content):
      var inner = meaning
      inner.link = target
      collect(content, base: base, meaning: inner, pages: pages)
    }
  }

  private mutating func collect(
    _ inlines: [Inline],
    base: TextStyle,
    meaning: Meaning,
    pages: PageReferences
  ) {
    for inline in inlines { collect(inline, base: base, meaning: meaning, pages: pages) }
  }

  /// A group inside a group is part of the outer one.
  private mutating func grouped(_ meaning: Meaning, figure: FigureID?) -> Meaning {
    var inner = meaning
    if inner.group == 0 {
      groups += 1
      inner.group = groups
    }
    inner.figure = figure ?? meaning.figure
    return inner
  }

  private mutating func append(
    _ string: String,
    _ style: TextStyle,
    span: Span?,
    _ meaning: Meaning
  ) {
    guard !string.isEmpty else { return }
    let count = string.utf8.count
    stretches.append(
      Stretch(
        range: length..<(length + count),
        style: style,
        span: span,
        figure: meaning.figure,
        link: meaning.link,
        group: meaning.group
      )
    )
    text += string
    length += count
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
    return reference.format == .hanzi ? ChineseCount.text(of: number) : String(number)
  }
}

/// Page numbers in Chinese numerals, 1 to 9999.
enum ChineseCount {
  static func text(of number: Int) -> String {
    guard (1...9999).contains(number) else { return String(number) }
    let digits = Array("零一二三四五六七八九")
    var text = ""
    var rest = number
    var skipped = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = rest / unit
      rest %= unit
      if digit == 0 {
        skipped = !text.isEmpty
        continue
      }
      if skipped { text += "零" }
      skipped = false
      let isLeadingTen = unit == 10 && digit == 1 && text.isEmpty
      text += (isLeadingTen ? "" : String(digits[digit])) + name
    }
    return text
  }
}
