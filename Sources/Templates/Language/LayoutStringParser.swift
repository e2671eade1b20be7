import Diagnostics
import DocumentModel
import Typography

/// Takes strings of layouts apart.
struct LayoutStringParser {
  private let source: SourcedText
  private let scalars: [Unicode.Scalar]
  private let brackets: [Int: Int]
  /// Where the text ends that this parser takes apart: that of the string, or of a note in it.
  private let end: Int
  private var position: Int
  private var marks = LayoutString.Marks()
  private var pending = ""
  private var pendingStart = 0
  private var segments: [LayoutString.Segment] = []
  /// The toggles that are open, `**`, `*`, `~~`, with where each was opened.
  private var toggles: [(mark: String, place: Int)] = []
  /// The brackets that are open, the innermost last.
  private var open: [OpenBracket] = []
  private var innerLinks: [LayoutString.InnerLink] = []
  private var named: [LayoutString.NamedMark] = []
  /// The languages around the open brackets with marks.
  private var languages: [LanguageTag?] = []
  private(set) var findings = Findings()

  /// A bracket with what stands behind it.
  private struct OpenBracket {
    enum Kind {
      case link(Range<Int>)
      case attributes(Range<Int>)
      case reading(Range<Int>)
    }

    var kind: Kind
    var place: Int
    var textEnd: Int
    /// Where to go on once its text is taken.
    var next: Int
  }

  static func parse(_ source: SourcedText, findings: inout Findings) -> LayoutString {
    let scalars = Array(source.string.unicodeScalars)
    var parser = LayoutStringParser(
      source,
      scalars: scalars,
      range: scalars.indices,
      brackets: Self.pairs(of: scalars)
    )
    return parser.parse(span: source.span, findings: &findings)
  }

  private init(
    _ source: SourcedText,
    scalars: [Unicode.Scalar],
    range: Range<Int>,
    brackets: [Int: Int]
  ) {
    self.source = source
    self.scalars = scalars
    self.brackets = brackets
    position = range.lowerBound
    end = range.upperBound
  }

  private mutating func parse(span: Span?, findings: inout Findings) -> LayoutString {
    while position < end {
      if position == open.last?.textEnd { closeBracket() } else { takeNext() }
    }
    flush()
    for toggle in toggles {
      report(.layoutUnclosed, toggle.mark, at: toggle.place, length: toggle.mark.count)
    }
    findings.add(contentsOf: self.findings)
    return LayoutString(segments: segments, innerLinks: innerLinks, named: named, span: span)
  }

  /// Which `]` closes which `[`; what is escaped or in a placeholder is no bracket.
  private static func pairs(of scalars: [Unicode.Scalar]) -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    var open: [Int] = []
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "\\": index += 1
      case "{" where index + 1 < scalars.count && scalars[index + 1] == "{":
        while index + 1 < scalars.count, scalars[index] != "}" || scalars[index + 1] != "}" {
          index += 1
        }
      case "[": open.append(index)
      case "]": if let start = open.popLast() { pairs[start] = index }
      default: break
      }
      index += 1
    }
    return pairs
  }

  private mutating func takeNext() {
    if scalars[position] == "\\", position + 1 < end {
      take(scalars[position + 1], length: 2)
    } else if isNext("{{") {
      takePlaceholder()
    } else if let toggle = ["**", "*", "~~"].first(where: isNext) {
      takeToggle(toggle)
    } else if scalars[position] == "^" {
      takeNote()
    } else if scalars[position] == "[", let bracket = bracketAhead() {
      takeBracket(bracket)
    } else {
      take(scalars[position], length: 1)
    }
  }

  // MARK: Toggles and notes

  private mutating func takeToggle(_ mark: String) {
    flush()
    let place = position
    position += mark.unicodeScalars.count
    let opened = toggles.firstIndex { $0.mark == mark }
    if let opened { toggles.remove(at: opened) } else { toggles.append((mark, place)) }
    let name = mark == "*" ? TextMark.emphasisDots : TextMark.strike
    if mark == "**" {
      marks.isStrong = opened == nil
    } else if opened == nil {
      marks.named.append(.init(name: name.rawValue, place: place, span: span(of: place..<position)))
    } else {
      marks.named.removeAll { scalars[$0.place] != "[" && $0.name == name.rawValue }
    }
  }

  /// `^the text of a note^`; a note has no notes.
  private mutating func takeNote() {
    flush()
    let start = position
    guard let close = closingCaret() else {
      report(.layoutUnclosed, "^", at: start, length: 1)
      position += 1
      return
    }
    let range = start + 1..<close
    position = close + 1
    guard !trim(range).isEmpty else {
      report(.layoutEmptyNote, "^^", at: start, length: position - start)
      return
    }
    var parser = LayoutStringParser(source, scalars: scalars, range: range, brackets: brackets)
    let text = parser.parse(span: source.span(of: range), findings: &findings)
    innerLinks += text.innerLinks
    named += text.named
    segments.append(.note(text, marks, span(of: start..<position)))
  }

  private func closingCaret() -> Int? {
    var index = position + 1
    // A note that begins inside brackets ends there.
    let end = open.last?.textEnd ?? end
    while index < end {
      switch scalars[index] {
      case "\\": index += 1
      case "^": return index
      default: break
      }
      index += 1
    }
    return nil
  }

  private mutating func take(_ scalar: Unicode.Scalar, length: Int) {
    if pending.isEmpty { pendingStart = position }
    pending.unicodeScalars.append(scalar)
    position += length
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    segments.append(.text(pending, marks, source.span(of: pendingStart..<position)))
    pending = ""
  }

  private func isNext(_ text: String) -> Bool {
    scalars[position..<end].starts(with: text.unicodeScalars)
  }

  private mutating func report(_ code: FindingCode, _ mark: String, at start: Int, length: Int) {
    let last = min(end, start + length)
    findings.add(Finding(code, at: source.span(of: start..<last), ["mark": .quote(mark)]))
  }

  // MARK: Brackets

  /// The `[text](link)` or `[text]{marks}` that begins here; other brackets are text.
  private func bracketAhead() -> OpenBracket? {
    guard let close = brackets[position], close + 1 < end else { return nil }
    let start = close + 2
    switch scalars[close + 1] {
    case "(" where marks.link == nil:
      guard let last = scalars[start..<end].firstIndex(of: ")") else { return nil }
      return .init(kind: .link(start..<last), place: position, textEnd: close, next: last + 1)
    case "{" where start < end && scalars[start] != "{":
      guard let last = scalars[start..<end].firstIndex(of: "}") else { return nil }
      let range = start..<last
      let isReading = ReadingMark.isReading(range, in: scalars)
      return .init(
        kind: isReading ? .reading(range) : .attributes(range),
        place: position,
        textEnd: close,
        next: last + 1
      )
    default: return nil
    }
  }

  private mutating func takeBracket(_ bracket: OpenBracket) {
    flush()
    position += 1
    switch bracket.kind {
    case .reading(let range):
      takeReading(range, of: bracket.place + 1..<bracket.textEnd)
      position = bracket.next
      return
    case .link(let address):
      marks.link = string(address)
      if scalars[address].first == "#" {
        let id = address.dropFirst()
        innerLinks.append(.init(id: string(id), span: source.span(of: id)))
      }
    case .attributes(let range): takeAttributes(range, place: bracket.place)
    }
    open.append(bracket)
  }

  private mutating func closeBracket() {
    flush()
    guard let bracket = open.popLast() else { return }
    position = bracket.next
    switch bracket.kind {
    case .link: marks.link = nil
    case .reading: break
    case .attributes:
      marks.named.removeAll { $0.place == bracket.place }
      marks.language = languages.popLast() ?? nil
    }
  }

  /// Words and their reading; where that cannot be taken apart the words stand alone, and it is said.
  private mutating func takeReading(_ range: Range<Int>, of words: Range<Int>) {
    do throws(ReadingMark.Problem) {
      for part in try ReadingMark(base: words, reading: range, in: scalars).parts() {
        var own = marks
        own.reading = part.reading
        if let place = part.reading?.range { own.reading?.span = span(of: place) }
        segments.append(.text(part.base, own, span(of: part.baseRange)))
      }
    } catch {
      findings.add(Finding(error.code, at: span(of: error.range), error.arguments))
      segments.append(.text(string(words), marks, span(of: words)))
    }
  }

  /// The words in braces: `.name` of a mark or a style, `lang=ug`.
  private mutating func takeAttributes(_ range: Range<Int>, place: Int) {
    languages.append(marks.language)
    let words = split(range, at: " ").map(trim).filter { !$0.isEmpty }
    for word in words {
      let text = string(word)
      if text.first == ".", text.count > 1 {
        let name = word.dropFirst()
        let mark = LayoutString.NamedMark(name: string(name), place: place, span: span(of: name))
        marks.named.append(mark)
        named.append(mark)
      } else if text.hasPrefix("lang=") {
        takeLanguage(word.dropFirst(5))
      } else {
        report(.layoutUnknownMark, "{\(text)}", at: word.lowerBound, length: word.count)
      }
    }
    if words.isEmpty { report(.layoutUnknownMark, "{}", at: range.lowerBound - 1, length: 2) }
  }

  private mutating func takeLanguage(_ range: Range<Int>) {
    let text = string(range)
    guard LanguageTag.isWellFormed(text) else {
      findings.add(
        Finding(.layoutBadLanguage, at: span(of: range), ["name": .quote(text)])
      )
      return
    }
    marks.language = LanguageTag(text)
  }

  private func span(of range: Range<Int>) -> Span? { source.span(of: range) }

  // MARK: Placeholders

  private mutating func takePlaceholder() {
    flush()
    let start = position
    guard let close = indexOfClosingBraces() else {
      report(.layoutUnclosed, "{{", at: start, length: 2)
      position = end
      return
    }
    let parts = split(start + 2..<close, at: "|").map(trim)
    position = close + 2
    guard let name = parts.first, !name.isEmpty else {
      findings.add(Finding(.layoutEmptyPlaceholder, at: source.span(of: start..<position)))
      return
    }
    let filters = parts.dropFirst().compactMap { filter($0) }
    let path = NamePath(string(name), span: source.span(of: name))
    segments.append(.placeholder(Placeholder(name: path, filters: filters), marks))
  }

  private func indexOfClosingBraces() -> Int? {
    var index = position + 2
    while index + 1 < end {
      if scalars[index] == "}", scalars[index + 1] == "}" { return index }
      index += 1
    }
    return nil
  }

  private mutating func filter(_ range: Range<Int>) -> Placeholder.Filter? {
    let colon = range.first { scalars[$0] == ":" } ?? range.upperBound
    let name = trim(range.lowerBound..<colon)
    let argument = colon < range.upperBound ? string(trim(colon + 1..<range.upperBound)) : nil
    guard let kind = FilterKind(rawValue: string(name)) else {
      let known = FilterKind.allCases.map(\.rawValue)
      findings.add(
        Finding(
          .layoutUnknownFilter,
          at: source.span(of: name),
          ["name": .quote(string(name)), "choices": .choices(known)],
          suggestion: Suggestion.nearest(to: string(name), among: known)
        )
      )
      return nil
    }
    let filter = Placeholder.Filter(kind: kind, argument: argument, span: source.span(of: range))
    if let expected = kind.expectation(of: argument) {
      findings.add(
        Finding(
          .layoutFilterArgument,
          at: filter.span,
          ["name": .quote(kind.rawValue), "expected": .words(expected)]
        )
      )
    }
    return filter
  }

  private func split(_ range: Range<Int>, at mark: Unicode.Scalar) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where scalars[index] == mark {
      parts.append(start..<index)
      start = index + 1
    }
    return parts + [start..<range.upperBound]
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, scalars[lower].properties.isWhitespace { lower += 1 }
    while upper > lower, scalars[upper - 1].properties.isWhitespace { upper -= 1 }
    return lower..<upper
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
