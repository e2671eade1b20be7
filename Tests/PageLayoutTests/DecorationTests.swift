import Diagnostics
import DocumentModel
import Geometry
import PageModel
import Testing
import Typography

/// A text with its decorations in one line: `工[作]n简` puts a proper-name line under 作.
///
/// The letters behind a bracket: `d` dots, `n` name, `b` book title, `u` underline, `s` strike; `^`
/// raises and `_` lowers.
struct DecoratedText {
  private(set) var inlines: [Inline] = []

  init(_ text: String) {
    var rest = text[...]
    var number: Int32 = 0
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      add(rest[..<open], LayoutFixture.text)
      let letters = rest[rest.index(after: close)...].prefix { "dnbus^_".contains($0) }
      number += 1
      var style = LayoutFixture.text
      for letter in letters { Self.apply(letter, number: number, to: &style) }
      add(rest[rest.index(after: open)..<close], style)
      rest = rest[letters.endIndex...]
    }
    add(rest, LayoutFixture.text)
  }

  private mutating func add(_ text: Substring, _ style: TextStyle) {
    if !text.isEmpty { inlines.append(.text(Inline.Text(String(text), style: style))) }
  }

  private static func apply(_ letter: Character, number: Int32, to style: inout TextStyle) {
    let kinds: [Character: TextDecoration.Kind] = [
      "d": .emphasisDots, "n": .properName, "b": .bookTitle, "u": .underline, "s": .strike,
    ]
    if let kind = kinds[letter] { style.decorations.append(TextDecoration(kind, number: number)) }
    if letter == "^" { style.position = .superscript }
    if letter == "_" { style.position = .subscript }
  }

  func block(change: (inout ParagraphStyle) -> Void = { _ in }) -> Block {
    Block(.paragraph(Paragraph(inlines: inlines, style: LayoutFixture.style(change))))
  }
}

@Suite("Dots and lines with text")
struct DecorationTests {
  /// Ten Han of 10 pt fill a line; baselines lie at 38.8 and 53.8, lower edges of the character
  /// frames at 40 and 55.
  @Test(arguments: [
    // GB/T 15834-2011 4.12, clreq: one dot in the middle below each character, none below marks.
    ("工作[简报]d全县", ["dots 25 35 @41.75"]),
    ("[工作，简]d报", ["dots 5 15 35 @41.75"]),
    ("[（一）]d二", ["dots 10 @41.75"]),
    ("工作[简报全县工作简报全县]d", ["dots 25 35 45 55 65 75 85 95 @41.75", "dots 5 15 @56.75"]),
    // CSS Text Decoration 3.4: letters and digits take dots, spaces do not.
    ("[A5% o]d", ["dots 3.59 9.97 17.375 27.53 @41.75"]),
    // clreq: a straight line as long as the name, one on each line that the name stands on.
    ("工作[简报]n全县", ["line 20–40 @41.25"]),
    ("工作[简报全县工作简报全县]n", ["line 20–100 @41.25", "line 0–20 @56.25"]),
    // Marks at its ends are no part of a name; inside it the line goes on.
    ("工[（作简）]n报", ["line 20–40 @41.25"]),
    ("[工作，]n简", ["line 0–20 @41.25"]),
    ("[工·作]n简", ["line 0–25 @41.25"]),
    // clreq: the lines of two names that touch are apart.
    ("[工作]n[简报]n全县", ["line 0–19 @41.25", "line 21–40 @41.25"]),
    ("[工作]n，[简报]n", ["line 0–20 @41.25", "line 30–50 @41.25"]),
    ("[工作]b[简报]n", ["line 21–40 @41.25", "wave 0–19 of 6 @41.25"]),
    // A wave of whole lengths of a third of the size.
    ("[工作]b", ["wave 0–20 of 6 @41.25"]),
    // An underline goes below a mark's inked half at its end and not below its blank.
    ("[工作，]u简", ["line 0–25 @41.25"]),
    ("工[（作）]u简", ["line 15–35 @41.25"]),
    ("[工作 ]u", ["line 0–20 @41.25"]),
    ("[工作]s简", ["line 0–20 @35"]),
    // clreq: line first, then dot.
    ("[工作]nd简", ["line 0–20 @41.25", "dots 5 15 @43"]),
    ("[工作]nb简", ["line 0–20 @41.25", "wave 0–20 of 6 @42.5"]),
    ("[，]n[。]d[ ]u", []),
  ])
  func standInTheirPlaces(text: String, expected: [String]) throws {
    let fixture = try LayoutFixture()
    let (pages, findings) = fixture.layOut([DecoratedText(text).block()])
    #expect(pages.decorations == expected)
    #expect(findings.list.isEmpty)
  }

  @Test func areArtifactsAndLeaveTheTextAlone() throws {
    let fixture = try LayoutFixture()
    let text = "工[作简]ndu报[全县]bs"
    let (pages, _) = fixture.layOut([DecoratedText(text).block()])
    #expect(pages.lines(onPage: 0) == ["工作简报全县"])
    for item in pages.pages.flatMap(\.frame.items) {
      if case .text = item.content { continue }
      #expect(item.tag == .artifact(.layout))
    }
  }

  @Test func leaveLinesWhereTheyAre() throws {
    let fixture = try LayoutFixture()
    let plain = "工作简报，全县（一）二工作简报全县"
    let (pages, _) = fixture.layOut([DecoratedText(plain).block()])
    for letters in ["d", "n", "b", "u", "s", "dnbus"] {
      let (other, _) = fixture.layOut([DecoratedText("[\(plain)]\(letters)").block()])
      #expect(other.lines(onPage: 0) == pages.lines(onPage: 0))
      #expect(other.baselines(onPage: 0) == pages.baselines(onPage: 0))
    }
  }

  @Test func followWordsThatReadFromRightToLeft() throws {
    let fixture = try LayoutFixture()
    let (pages, _) = fixture.layOut([DecoratedText("工[شىن جاڭ]u作").block()])
    #expect(pages.decorations.count == 1)
  }

  @Test func takeInkAndWeightOfTheirStyle() throws {
    let fixture = try LayoutFixture()
    var style = LayoutFixture.text
    let tint = InkTint(.black, tint: .percent(45))
    style.decorations = [TextDecoration(.underline, ink: tint, weight: 2 * .point)]
    let inlines = [Inline.text(Inline.Text("工作", style: style))]
    let paragraph = Paragraph(inlines: inlines, style: LayoutFixture.style())
    let (pages, _) = fixture.layOut([Block(.paragraph(paragraph))])
    let rule = try #require(pages.rules.first)
    #expect(rule.rule.ink == tint)
    #expect(rule.rule.weight == 2 * .point)
  }

  @Test(arguments: [(14.99, 1), (15, 0)])
  func aLineStepTooSmallIsNoted(step: Double, count: Int) throws {
    for letter in ["d", "n", "b", "u"] {
      #expect(try notes("[工作简报全县工作简报全县]\(letter)", step: step) == count)
    }
    #expect(try notes("[工作简报全县工作简报全县]s", step: step) == 0)
    // A line alone has half of the next block's gap below it, too.
    #expect(try notes("[工作]d", step: step) == 0)
  }

  private func notes(_ text: String, step: Double) throws -> Int {
    let fixture = try LayoutFixture()
    let block = DecoratedText(text).block { $0.lineStep = .points(step) }
    let (_, findings) = fixture.layOut([block])
    return findings.list.count { $0.code.name == "page.line-gap-too-small" }
  }
}

@Suite("Raised and lowered text")
struct RaisedTextTests {
  private func runs(_ text: String) throws -> [String] {
    let fixture = try LayoutFixture()
    let (pages, findings) = fixture.layOut([DecoratedText(text).block()])
    #expect(findings.list.isEmpty)
    return pages.pages.flatMap(\.frame.items).compactMap { item in
      guard case .text(let run) = item.content else { return nil }
      return "\(run.text) \(item.origin.x - 25 * .point) @\(item.origin.y) \(run.size)"
    }
  }

  @Test(arguments: [
    // The raised frame ends where that of the text ends: 38.8 − 8.8 + 5.28.
    ("工[1]^作", ["工 0 @38.8 10", "1 10 @35.28 6", "作 15.326 @38.8 10"]),
    ("工[1]_作", ["工 0 @38.8 10", "1 10 @40 6", "作 15.326 @38.8 10"]),
    ("A[1]_o", ["A 0 @38.8 10", "1 7.18 @40 6", "o 10.006 @38.8 10"]),
    // The mark of a note takes the place of the blank half of the stop before it.
    ("工。[1]^作", ["工。 0 @38.8 10", "1 15 @35.28 6", "作 20.326 @38.8 10"]),
    // Made of the font's own digits where it has none raised; the text stays what it was.
    ("A¹工", ["A 0 @38.8 10", "¹ 7.18 @35.28 6", "工 12.506 @38.8 10"]),
    ("A₅o", ["A 0 @38.8 10", "₅ 7.18 @40 6", "o 10.528 @38.8 10"]),
  ])
  func stands(text: String, expected: [String]) throws {
    #expect(try runs(text) == expected)
  }

  @Test func staysWithWhatItBelongsTo() throws {
    let text = "工作简报全县工作简报[1]^全县"
    #expect(
      try runs(text) == [
        "工作简报全县工作简 0 @38.8 10", "报 0 @53.8 10", "1 10 @50.28 6", "全县 15.326 @53.8 10",
      ]
    )
  }
}

extension PagedDocument {
  private static let left = 25 * Length.point
  private static let radius = Length.points(0.75)

  /// Rules and paths of all pages, from where to where, from the left of the type area.
  fileprivate var decorations: [String] {
    pages.flatMap(\.frame.items).compactMap { item in
      let origin = item.origin
      switch item.content {
      case .rule(let rule):
        let end = origin.x + rule.end.x
        return "line \(origin.x - Self.left)–\(end - Self.left) @\(origin.y)"
      case .path(let path) where path.fill != nil:
        let centres = path.segments.compactMap { segment -> String? in
          guard case .move(let point) = segment else { return nil }
          return "\(origin.x + point.x - Self.radius - Self.left)"
        }
        return "dots \(centres.joined(separator: " ")) @\(origin.y)"
      case .path(let path):
        let ends = path.segments.compactMap { segment -> Point? in
          if case .curve(_, _, let end) = segment { return end }
          return nil
        }
        let end = ends.last ?? .zero
        let right = origin.x + end.x
        let waves = ends.count / 2
        return "wave \(origin.x - Self.left)–\(right - Self.left) of \(waves) @\(origin.y)"
      default: return nil
      }
    }
  }
}
