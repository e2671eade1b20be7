import Diagnostics

/// A string of a layout, taken apart: text, `**strong**`, `[text](link)` and `{{ placeholders }}`.
///
/// Only strings of layouts are read so; text of reports, ledgers and parameters is literal.
struct LayoutString: Hashable, Sendable {
  /// How a piece is marked.
  struct Marks: Hashable, Sendable {
    var isStrong = false
    var link: String?
  }

  enum Segment: Hashable, Sendable {
    case text(String, Marks, Span?)
    case placeholder(Placeholder, Marks)
  }

  /// A `[text](#id)`: the id of the block it leads to, and its place.
  struct InnerLink: Hashable, Sendable {
    var id: String
    var span: Span?
  }

  var segments: [Segment]
  var innerLinks: [InnerLink] = []
  var span: Span?

  /// The one placeholder that is all of the string, or nil.
  var onlyPlaceholder: Placeholder? {
    if segments.count == 1, case .placeholder(let placeholder, _) = segments[0] {
      return placeholder
    }
    return nil
  }

  var placeholders: [Placeholder] {
    segments.compactMap { segment in
      if case .placeholder(let placeholder, _) = segment { return placeholder }
      return nil
    }
  }
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

/// Takes strings of layouts apart.
struct LayoutStringParser {
  private let source: SourcedText
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var marks = LayoutString.Marks()
  private var pending = ""
  private var pendingStart = 0
  private var segments: [LayoutString.Segment] = []
  private var openStrong: Int?
  private var linkEnd: Int?
  private var innerLinks: [LayoutString.InnerLink] = []
  private(set) var findings = Findings()

  static func parse(_ source: SourcedText, findings: inout Findings) -> LayoutString {
    var parser = LayoutStringParser(source)
    parser.run()
    findings.add(contentsOf: parser.findings)
    return LayoutString(
      segments: parser.segments,
      innerLinks: parser.innerLinks,
      span: source.span
    )
  }

  private init(_ source: SourcedText) {
    self.source = source
    scalars = Array(source.string.unicodeScalars)
  }

  private mutating func run() {
    while position < scalars.count {
      if position == linkEnd { closeLink() } else { takeNext() }
    }
    flush()
    if let openStrong { report(.layoutUnclosed, "**", at: openStrong, length: 2) }
  }

  private mutating func takeNext() {
    if scalars[position] == "\\", position + 1 < scalars.count {
      take(scalars[position + 1], length: 2)
    } else if isNext("{{") {
      takePlaceholder()
    } else if isNext("**") {
      flush()
      openStrong = marks.isStrong ? nil : position
      marks.isStrong.toggle()
      position += 2
    } else if scalars[position] == "[", marks.link == nil, let link = linkAhead() {
      flush()
      marks.link = string(link.address)
      if scalars[link.address].first == "#" {
        let id = link.address.dropFirst()
        innerLinks.append(.init(id: string(id), span: source.span(of: id)))
      }
      linkEnd = link.textEnd
      position += 1
    } else if let mark = laterMark() {
      report(.layoutUnknownMark, mark, at: position, length: mark.unicodeScalars.count)
      position += mark.unicodeScalars.count
    } else {
      take(scalars[position], length: 1)
    }
  }

  /// The marks of the language that this version does not set; they are never taken literally, so
  /// that no layout changes its meaning when they come.
  private func laterMark() -> String? {
    if isNext("~~") { return "~~" }
    if scalars[position] == "*" { return "*" }
    if scalars[position] == "^" { return "^" }
    if isNext("]{") { return "[…]{…}" }
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
    scalars[position...].starts(with: text.unicodeScalars)
  }

  private mutating func report(_ code: FindingCode, _ mark: String, at start: Int, length: Int) {
    let end = min(scalars.count, start + length)
    findings.add(Finding(code, at: source.span(of: start..<end), ["mark": .quote(mark)]))
  }

  // MARK: Links

  /// The link that begins here: where its text ends and where it leads.
  private func linkAhead() -> (textEnd: Int, address: Range<Int>)? {
    guard let close = scalars[position...].firstIndex(of: "]"), close + 1 < scalars.count,
      scalars[close + 1] == "(", let end = scalars[close...].firstIndex(of: ")")
    else { return nil }
    return (close, close + 2..<end)
  }

  private mutating func closeLink() {
    flush()
    marks.link = nil
    linkEnd = nil
    position = scalars[position...].firstIndex(of: ")").map { $0 + 1 } ?? scalars.count
  }

  // MARK: Placeholders

  private mutating func takePlaceholder() {
    flush()
    let start = position
    guard let end = indexOfClosingBraces() else {
      report(.layoutUnclosed, "{{", at: start, length: 2)
      position = scalars.count
      return
    }
    let parts = split(start + 2..<end, at: "|").map(trim)
    position = end + 2
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
    while index + 1 < scalars.count {
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
