import DocumentModel
import Fonts
import Geometry
import LineBreaking
import PageModel
import Typography
import WritingSystems

/// Where words of a paragraph may be divided, and what the hyphen looks like there.
///
/// Words are hyphenated where their language is known: where the text says it (a phrase marked as
/// English), or where the style says how Western words are to be taken (`hyphenate: en`). A Latin
/// word in Chinese text is not taken for English by itself. Soft hyphens are always obeyed.
struct Hyphenation {
  /// A hyphen as it is drawn behind text of a stretch.
  struct Hyphen {
    let run: ShapedRun

    var width: Length { run.glyphs.reduce(.zero) { $0 + $1.advance.x } }
  }

  /// UTF-8 offsets in the paragraph's text behind which a word may go on in the next line.
  private(set) var points: Set<Int> = []
  private var hyphens: [Int: Hyphen] = [:]

  /// What a line that ends with a hyphen ends with for those who copy the text: a reader drops it
  /// (ISO 32000-1, 14.8.2.2.3).
  static let soft = "\u{AD}"

  /// Asks the dictionaries for all words of a paragraph.
  init(_ source: InlineText, breaks: TextBreaks, bytes: [UInt8], context: inout LayoutContext) {
    for (index, stretch) in source.stretches.enumerated() where stretch.kind == .text {
      var found = Self.softHyphens(in: bytes, stretch.range)
      if let hyphenator = Self.hyphenator(for: stretch, of: source, context: &context) {
        let words = Words(in: stretch.range, of: bytes, breaks: breaks)
        for word in words.ranges {
          let text = String(decoding: bytes[word], as: UTF8.self)
          found += hyphenator.points(in: text).map { word.lowerBound + $0 }
        }
      }
      guard !found.isEmpty else { continue }
      hyphens[index] = Self.hyphen(for: stretch, context: &context)
      points.formUnion(found)
    }
  }

  /// The hyphen behind text of a stretch; nil where no word of it may be divided.
  func hyphen(behind stretch: Int) -> Hyphen? { hyphens[stretch] }

  private static func hyphenator(
    for stretch: InlineText.Stretch,
    of source: InlineText,
    context: inout LayoutContext
  ) -> Hyphenator? {
    if let known = source.language(of: stretch), !known.isChinese {
      return context.hyphenators.hyphenator(for: known.tag)
    }
    guard let wanted = stretch.style.hyphenation else { return nil }
    guard let hyphenator = context.hyphenators.hyphenator(for: wanted.tag) else {
      context.reportNoHyphenation(for: wanted)
      return nil
    }
    return hyphenator
  }

  /// Offsets behind soft hyphens that stand inside a word.
  private static func softHyphens(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    range.filter { offset in
      offset + 1 < range.upperBound && bytes[offset] == 0xC2 && bytes[offset + 1] == 0xAD
    }
    .map { $0 + 2 }
  }

  private static func hyphen(
    for stretch: InlineText.Stretch,
    context: inout LayoutContext
  ) -> Hyphen? {
    let shaped = context.shape(stretch.request("-"), span: stretch.span)
    return shaped.runs.first.map(Hyphen.init)
  }
}

/// What stands between two places where lines may end, without what cannot begin a Western word.
private struct Words {
  let ranges: [Range<Int>]

  init(in range: Range<Int>, of bytes: [UInt8], breaks: TextBreaks) {
    var ranges: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range.dropFirst() where breaks[offset] != .prohibited {
      Self.add(start..<offset, of: bytes, to: &ranges)
      start = offset
    }
    Self.add(start..<range.upperBound, of: bytes, to: &ranges)
    self.ranges = ranges
  }

  private static func add(_ word: Range<Int>, of bytes: [UInt8], to ranges: inout [Range<Int>]) {
    var word = word
    while let last = word.last, bytes[last] == UInt8(ascii: " ") { word.removeLast() }
    // Five letters at least; Han begin with the bytes E3 to E9.
    guard word.count > 4, !(0xE3...0xE9).contains(bytes[word.lowerBound]) else { return }
    ranges.append(word)
  }
}

extension InlineText {
  /// The language that the text itself says a stretch is in: that of the innermost part that names
  /// one, else that of its style.
  func language(of stretch: Stretch) -> LanguageTag? {
    var part = stretch.part
    while let index = part {
      if let language = parts[index].language { return language }
      part = parts[index].parent
    }
    return stretch.style.language
  }
}

extension ShapedParagraph {
  /// Marks the units behind which a word may be divided.
  mutating func resolveHyphens() {
    for index in units.indices.dropLast()
    where hyphenation.points.contains(pieces[index].text.upperBound) {
      guard units[index].kind == .western, units[index + 1].kind == .western,
        let hyphen = hyphenation.hyphen(behind: runs[pieces[index].run].stretch)
      else { continue }
      // UAX #14 lets a line end behind a soft hyphen; here it may only with a hyphen to be seen.
      units[index].opportunity = .prohibited
      units[index].hyphen = hyphen.width
    }
  }
}

extension ParagraphPlan {
  /// Draws the hyphen of a line whose last word goes on in the next.
  func closeHyphen(
    of index: Int,
    origins: [Length],
    at start: Point,
    into frame: inout OpenFrame
  ) {
    let line = lines[index]
    guard line.endsWithHyphen, let last = line.units.last, let origin = origins.last else { return }
    let shaped = broken.shaped
    let stretchIndex = shaped.runs[shaped.pieces[last].run].stretch
    guard let hyphen = shaped.hyphenation.hyphen(behind: stretchIndex) else { return }
    let stretch = shaped.source.stretches[stretchIndex]
    let run = GlyphRun(
      font: hyphen.run.font,
      size: hyphen.run.size,
      ink: stretch.style.ink,
      language: stretch.style.language,
      glyphs: hyphen.run.glyphs,
      text: Hyphenation.soft,
      span: stretch.span
    )
    let x = start.x + origin + shaped.units[last].advance
    let place = Point(x: x, y: start.y - stretch.style.baselineShift)
    frame.items.append(FrameItem(.text(run), at: place, tag: tag(of: stretch, in: &frame)))
  }
}
