import DocumentModel
import Fonts
import Geometry
import LineBreaking
import PageModel
import Typography
import WritingSystems

/// A paragraph's text, shaped and taken apart into the elements that lines are made of.
struct ShapedParagraph {
  /// Shaped glyphs of one font and one stretch; clusters count in the paragraph's text.
  struct Run {
    var font: FontID
    var glyphs: [Glyph]
    var stretch: Int
    var isRightToLeft: Bool
  }

  /// The glyphs that stand for one element.
  struct Piece {
    var run: Int
    var glyphs: Range<Int>
    /// The UTF-8 range of the paragraph's text.
    var text: Range<Int>
  }

  let source: InlineText
  private(set) var runs: [Run] = []
  private(set) var elements: [Element] = []
  private(set) var pieces: [Piece] = []
  /// The elements that are `Inline.fill`.
  private(set) var fills: Set<Int> = []

  private let breaks: TextBreaks

  /// Shapes a text; `cell` is the width of a character's cell in text of a style: the pitch of
  /// the grid for text that stands on it, else the size.
  init(
    _ source: InlineText,
    language: LanguageTag,
    cell: (TextStyle) -> Length,
    context: inout LayoutContext
  ) {
    self.source = source
    breaks = TextBreaks(of: source.text, unit: .line, language: language.tag)
    let bytes = Array(source.text.utf8)
    for (index, stretch) in source.stretches.enumerated() {
      shape(stretch, index: index, text: bytes[stretch.range], context: &context)
    }
    for run in runs.indices {
      prepare(run, bytes: bytes, cell: cell(source.stretches[runs[run].stretch].style))
    }
  }

  private mutating func shape(
    _ stretch: InlineText.Stretch,
    index: Int,
    text: ArraySlice<UInt8>,
    context: inout LayoutContext
  ) {
    let request = ShapingRequest(
      text: String(decoding: text, as: UTF8.self),
      role: stretch.style.font,
      weight: stretch.style.weight,
      size: stretch.style.size,
      language: stretch.style.language
    )
    let shaped = context.shape(request, span: stretch.span)
    for run in shaped.runs {
      let glyphs = run.glyphs.map { glyph in
        var moved = glyph
        moved.cluster += UInt32(stretch.range.lowerBound)
        return moved
      }
      runs.append(
        Run(font: run.font, glyphs: glyphs, stretch: index, isRightToLeft: run.isRightToLeft)
      )
    }
  }

  private mutating func prepare(_ index: Int, bytes: [UInt8], cell: Length) {
    let run = runs[index]
    if run.isRightToLeft {
      addRightToLeft(index, cell: cell)
      return
    }
    var start = 0
    while start < run.glyphs.count {
      let cluster = run.glyphs[start].cluster
      var end = start + 1
      while end < run.glyphs.count, run.glyphs[end].cluster == cluster { end += 1 }
      let next = end < run.glyphs.count ? Int(run.glyphs[end].cluster) : endOfText(of: index)
      add(glyphs: start..<end, of: index, text: Int(cluster)..<next, bytes: bytes, cell: cell)
      start = end
    }
  }

  /// Where the text of a run ends: at the next run of its stretch, or with the stretch.
  private func endOfText(of index: Int) -> Int {
    let run = runs[index]
    let end = source.stretches[run.stretch].range.upperBound
    guard index + 1 < runs.count, runs[index + 1].stretch == run.stretch else { return end }
    return runs[index + 1].glyphs.map { Int($0.cluster) }.min() ?? end
  }

  private mutating func add(
    glyphs: Range<Int>,
    of run: Int,
    text: Range<Int>,
    bytes: [UInt8],
    cell: Length
  ) {
    let advance = runs[run].glyphs[glyphs].reduce(Length.zero) { $0 + $1.advance.x }
    let kind = kind(of: text, bytes: bytes)
    let group = source.stretches[runs[run].stretch].group
    if kind == .western, let last = pieces.last, last.run == run,
      last.text.upperBound == text.lowerBound,
      elements[elements.count - 1].kind == .western, breaks[text.lowerBound] == .prohibited
    {
      elements[elements.count - 1].advance += advance
      elements[elements.count - 1].opportunity = opportunity(at: text.upperBound)
      pieces[pieces.count - 1].glyphs = last.glyphs.lowerBound..<glyphs.upperBound
      pieces[pieces.count - 1].text = last.text.lowerBound..<text.upperBound
      return
    }
    if source.fills.contains(text.lowerBound) { fills.insert(elements.count) }
    let isInvisible = source.fills.contains(text.lowerBound) || isLineEnd(text, bytes)
    elements.append(
      Element(
        kind: isInvisible ? .western : kind,
        advance: isInvisible ? .zero : advance,
        em: cell,
        opportunity: opportunity(at: text.upperBound),
        group: group
      )
    )
    pieces.append(Piece(run: run, glyphs: isInvisible ? 0..<0 : glyphs, text: text))
  }

  private mutating func addRightToLeft(_ index: Int, cell: Length) {
    let run = runs[index]
    let start = run.glyphs.map { Int($0.cluster) }.min() ?? 0
    let end = endOfText(of: index)
    elements.append(
      Element(
        kind: .western,
        advance: run.glyphs.reduce(.zero) { $0 + $1.advance.x },
        em: cell,
        opportunity: opportunity(at: end),
        group: source.stretches[run.stretch].group
      )
    )
    pieces.append(Piece(run: index, glyphs: run.glyphs.indices, text: start..<end))
  }

  private func opportunity(at offset: Int) -> Element.Opportunity {
    guard offset < source.length else { return .allowed }
    switch breaks[offset] {
    case .prohibited: return .prohibited
    case .allowed: return .allowed
    case .mandatory: return .mandatory
    }
  }

  /// U+2028 and other characters that only end a line.
  private func isLineEnd(_ text: Range<Int>, _ bytes: [UInt8]) -> Bool {
    text.count == 3 && bytes[text.lowerBound] == 0xE2 && bytes[text.lowerBound + 1] == 0x80
      && (bytes[text.lowerBound + 2] == 0xA8 || bytes[text.lowerBound + 2] == 0xA9)
  }

  private func kind(of text: Range<Int>, bytes: [UInt8]) -> CharacterClass {
    guard let scalar = Self.scalar(at: text.lowerBound, in: bytes) else { return .western }
    if scalar == " " || scalar == "\u{A0}" { return .wordSpace }
    guard let kind = CharacterClass(scalar) else { return .western }
    return kind != .ideograph && isBetweenWestern(text, bytes) ? .western : kind
  }

  /// A quote or dash inside a Western text is set as that text is (clreq, Mixed text).
  private func isBetweenWestern(_ text: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard let before = Self.scalar(endingAt: text.lowerBound, in: bytes),
      let behind = Self.scalar(at: text.upperBound, in: bytes)
    else { return false }
    func isWestern(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic && CharacterClass(scalar) == nil
    }
    return isWestern(before) && isWestern(behind)
  }

  private static func scalar(at offset: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    let lead = bytes[offset]
    guard lead >= 0x80 else { return Unicode.Scalar(lead) }
    let length = lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : 2)
    guard offset + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in bytes[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value)
  }

  private static func scalar(endingAt offset: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? scalar(at: start, in: bytes) : nil
  }
}
