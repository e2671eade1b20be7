import DocumentModel
import Fonts
import Geometry
import LineBreaking
import PageModel
import Typography
import WritingSystems

/// A paragraph's text, shaped and taken apart into the units that lines are made of.
struct ShapedParagraph {
  /// Shaped glyphs of one font and one stretch; clusters count in the paragraph's text.
  struct Run {
    var font: FontID
    var size: Length
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
  var units: [LineUnit] = []
  private(set) var pieces: [Piece] = []
  /// The units that are `Inline.fill`.
  private(set) var fills: Set<Int> = []
  /// The readings beside the text, in its order.
  private(set) var readings: [ShapedReading] = []

  /// The bidirectional level of each unit; empty where all text runs from left to right.
  private(set) var levels: [UInt8] = []

  let hyphenation: Hyphenation
  private let breaks: TextBreaks
  /// Offsets before and behind word joiners, which have no glyph.
  private let joints: Set<Int>
  private let marks: MarkContext
  /// Known where some text may be read from right to left.
  private let bidi: BidiLevels?

  /// Shapes a text; `tracking` is what lies between full-width characters of a style beyond their
  /// ems: on the grid, the difference of pitch and size.
  init(
    _ source: InlineText,
    language: LanguageTag,
    tracking: (TextStyle) -> Length,
    context: inout LayoutContext
  ) {
    self.source = source
    breaks = TextBreaks(of: source.text, unit: .line, language: language.tag)
    marks = MarkContext(of: source.text, language: language)
    bidi = BidiLevels.areNeeded(for: source.text) ? BidiLevels(of: source.text) : nil
    let bytes = Array(source.text.utf8)
    joints = Self.joints(of: source.text)
    hyphenation = Hyphenation(source, breaks: breaks, bytes: bytes, context: &context)
    for (index, stretch) in source.stretches.enumerated() {
      shape(stretch, index: index, text: bytes[stretch.range], context: &context)
    }
    readings = source.readings.map { ShapedReading($0, context: &context) }
    runs = RubyWidths(source, readings: readings).widened(runs)
    defer {
      resolveDashes()
      resolveSeams(bytes)
      resolveTightness(bytes)
      resolveLevels()
      resolveHyphens()
      holdBases()
    }
    for run in runs.indices {
      prepare(
        run,
        bytes: bytes,
        tracking: tracking(source.stretches[runs[run].stretch].style),
        shaper: context.shaper
      )
    }
  }

  private mutating func shape(
    _ stretch: InlineText.Stretch,
    index: Int,
    text: ArraySlice<UInt8>,
    context: inout LayoutContext
  ) {
    guard stretch.kind == .text || stretch.kind == .combined else {
      // What is not shaped has no font; its run only says which stretch it is of.
      runs.append(
        Run(
          font: FontID(index: 0),
          size: stretch.style.size,
          glyphs: [],
          stretch: index,
          isRightToLeft: false
        )
      )
      return
    }
    var places = CharacterPlaces(of: stretch, text: text)
    if let substitute = stretch.substitute {
      append(
        context.shape(stretch.request(substitute)) { _ in places.span(at: 0) }.runs,
        stretch: index,
        offset: stretch.range.lowerBound
      )
      return
    }
    for part in PunctuationRegion.parts(of: text, language: stretch.style.language) {
      for (range, isRightToLeft) in directions(of: part.range) {
        var request = stretch.request(String(decoding: text[range], as: UTF8.self))
        request.language = part.language
        request.marks = marks.dropping(first: range.lowerBound)
        request.isRightToLeft = isRightToLeft
        let start = range.lowerBound - text.startIndex
        let shaped = context.shape(request) { places.span(at: start + $0) }
        append(shaped.runs, stretch: index, offset: range.lowerBound)
      }
    }
  }

  private mutating func append(_ shaped: [ShapedRun], stretch: Int, offset: Int) {
    for run in shaped {
      let glyphs = run.glyphs.map { glyph in
        var moved = glyph
        moved.cluster += UInt32(offset)
        return moved
      }
      runs.append(
        Run(
          font: run.font,
          size: run.size,
          glyphs: glyphs,
          stretch: stretch,
          isRightToLeft: run.isRightToLeft
        )
      )
    }
  }

  private mutating func prepare(_ index: Int, bytes: [UInt8], tracking: Length, shaper: Shaper) {
    defer { measureMarks(of: index, shaper: shaper) }
    let run = runs[index]
    let stretch = source.stretches[run.stretch]
    switch stretch.kind {
    case .text: break
    case .combined:
      let piece = Piece(run: index, glyphs: run.glyphs.indices, text: stretch.range)
      append(piece, kind: .ideograph, advance: stretch.style.size, tracking: tracking)
      return
    case .lineEnd, .fill:
      if stretch.kind == .fill { fills.insert(units.count) }
      append(Piece(run: index, glyphs: 0..<0, text: stretch.range), kind: .anchor, advance: .zero)
      if stretch.leader != nil { units[units.count - 1].opportunity = .prohibited }
      return
    }
    if run.isRightToLeft {
      addRightToLeft(index, bytes: bytes)
      return
    }
    var start = 0
    while start < run.glyphs.count {
      let cluster = run.glyphs[start].cluster
      var end = start + 1
      while end < run.glyphs.count, run.glyphs[end].cluster == cluster { end += 1 }
      let next = end < run.glyphs.count ? Int(run.glyphs[end].cluster) : endOfText(of: index)
      add(
        glyphs: start..<end,
        of: index,
        text: Int(cluster)..<next,
        bytes: bytes,
        tracking: tracking
      )
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
    tracking: Length
  ) {
    let advance = runs[run].glyphs[glyphs].reduce(Length.zero) { $0 + $1.advance.x }
    let size = source.stretches[runs[run].stretch].style.size
    let kind = kind(of: text, isWide: advance * 4 >= size * 3, bytes: bytes)
    if kind == .western, continuesWord(run, at: text.lowerBound) {
      units[units.count - 1].advance += advance
      units[units.count - 1].opportunity = opportunity(at: text.upperBound)
      pieces[pieces.count - 1].glyphs =
        pieces[pieces.count - 1].glyphs.lowerBound..<glyphs.upperBound
      pieces[pieces.count - 1].text = pieces[pieces.count - 1].text.lowerBound..<text.upperBound
      return
    }
    let piece = Piece(run: run, glyphs: glyphs, text: text)
    append(piece, kind: kind, advance: advance, tracking: tracking)
  }

  /// Asks for the ink of full-width marks, of which half an em may be taken away.
  private mutating func measureMarks(of run: Int, shaper: Shaper) {
    let first = pieces.lastIndex { $0.run != run }.map { $0 + 1 } ?? 0
    for index in first..<units.count where units[index].kind.isPauseOrBracket {
      let glyph = runs[run].glyphs[pieces[index].glyphs.lowerBound]
      guard
        let ink = shaper.inkBounds(of: glyph.id, in: runs[run].font, size: runs[run].size)
      else { continue }
      units[index].inkLeft = ink.minX + glyph.offset.x
      units[index].inkRight = ink.maxX + glyph.offset.x
    }
  }

  /// A dash that is not one of two is a connector (一字线, GB/T 15834-2011 4.13 and 5.1.6).
  private mutating func resolveDashes() {
    for index in units.indices where units[index].kind == .dash {
      let isOneOfTwo =
        units[index].advance * 2 > 3 * units[index].em
        || (index > 0 && units[index - 1].kind == .dash)
        || (index + 1 < units.count && units[index + 1].kind == .dash)
      if !isOneOfTwo { units[index].kind = .connector }
    }
  }

  /// Says where groups may part that are too wide to stay whole.
  private mutating func resolveSeams(_ bytes: [UInt8]) {
    for index in units.indices.dropLast()
    where units[index].group != 0 && units[index].group == units[index + 1].group {
      let offset = pieces[index + 1].text.lowerBound
      guard let before = Self.scalar(before: offset, in: bytes),
        let behind = Self.scalar(at: offset, in: bytes)
      else { continue }
      units[index].isSeam = Seam.isBetween(before, behind)
    }
  }

  /// Says which Western text takes no gap to a Han before or behind it.
  private mutating func resolveTightness(_ bytes: [UInt8]) {
    for index in units.indices where units[index].kind == .western {
      let text = pieces[index].text
      let first = Self.scalar(at: text.lowerBound, in: bytes)
      let last = Self.scalar(before: text.upperBound, in: bytes)
      units[index].isTightBefore = first.map(CharacterTable.isTightBefore) ?? false
      units[index].isTightBehind = last.map(CharacterTable.isTightBehind) ?? false
    }
  }

  private func continuesWord(_ run: Int, at offset: Int) -> Bool {
    guard let last = pieces.last, let element = units.last else { return false }
    return last.run == run && last.text.upperBound == offset && element.kind == .western
      && breaks[offset] == .prohibited && !hyphenation.points.contains(offset)
  }

  private mutating func append(
    _ piece: Piece,
    kind: CharacterClass,
    advance: Length,
    tracking: Length = .zero
  ) {
    let stretch = source.stretches[runs[piece.run].stretch]
    pieces.append(piece)
    units.append(
      LineUnit(
        kind: kind,
        advance: advance,
        em: stretch.style.size,
        tracking: tracking,
        opportunity: opportunity(at: piece.text.upperBound),
        group: stretch.group,
        isAttached: stretch.isAttached,
        cohesion: stretch.cohesion
      )
    )
  }

  /// Adds the words of a run that reads from right to left.
  ///
  /// Its glyphs stand in visual order, so those of the first word are the last ones.
  private mutating func addRightToLeft(_ index: Int, bytes: [UInt8]) {
    let glyphs = runs[index].glyphs
    var words: (text: Int, glyphs: Int)?
    var end = glyphs.count
    while end > 0 {
      let cluster = glyphs[end - 1].cluster
      var start = end - 1
      while start > 0, glyphs[start - 1].cluster == cluster { start -= 1 }
      let text = Int(cluster)..<(start > 0 ? Int(glyphs[start - 1].cluster) : endOfText(of: index))
      let first = words ?? (text.lowerBound, end)
      let isSpace = bytes[text.lowerBound] == UInt8(ascii: " ")
      let nextIsSpace = text.upperBound < bytes.count && bytes[text.upperBound] == UInt8(ascii: " ")
      if isSpace || nextIsSpace || start == 0 || canBreak(at: text.upperBound) {
        addWord(
          first.text..<text.upperBound,
          glyphs: start..<first.glyphs,
          of: index,
          kind: isSpace ? .wordSpace : .western
        )
        words = nil
      } else {
        words = first
      }
      end = start
    }
  }

  private func canBreak(at offset: Int) -> Bool {
    offset < source.length && breaks[offset] != .prohibited
  }

  private mutating func addWord(
    _ text: Range<Int>,
    glyphs: Range<Int>,
    of run: Int,
    kind: CharacterClass
  ) {
    let advance = runs[run].glyphs[glyphs].reduce(Length.zero) { $0 + $1.advance.x }
    append(Piece(run: run, glyphs: glyphs, text: text), kind: kind, advance: advance)
  }

  private mutating func resolveLevels() {
    guard let bidi else { return }
    levels = pieces.map { bidi[$0.text.lowerBound] }
  }

  /// The parts of a range of the text that are read in one direction, nil where all of it is.
  private func directions(of range: Range<Int>) -> [(Range<Int>, Bool?)] {
    guard let bidi else { return [(range, nil)] }
    var parts: [(Range<Int>, Bool?)] = []
    for offset in range {
      let isRightToLeft = bidi[offset] % 2 == 1
      if let last = parts.last, last.1 == isRightToLeft {
        parts[parts.count - 1].0 = last.0.lowerBound..<(offset + 1)
      } else {
        parts.append((offset..<(offset + 1), isRightToLeft))
      }
    }
    return parts
  }

  /// Words with one reading do not part, however long they are.
  private mutating func holdBases() {
    guard !readings.isEmpty else { return }
    for index in units.indices.dropFirst() where holdsToLast(index) {
      units[index].isAttached = true
    }
  }

  private func holdsToLast(_ index: Int) -> Bool {
    let own = source.stretches[runs[pieces[index].run].stretch]
    let last = source.stretches[runs[pieces[index - 1].run].stretch]
    guard let reading = own.reading, reading == last.reading else { return false }
    return readings[reading].mustHold
  }

  private func opportunity(at offset: Int) -> LineUnit.Opportunity {
    guard offset < source.length else { return .allowed }
    switch breaks[offset] {
    case .prohibited: return joints.contains(offset) ? .joined : .prohibited
    case .allowed: return .allowed
    case .mandatory: return .mandatory
    }
  }

  /// What the characters of a cluster are to Chinese composition.
  ///
  /// Whether a mark that both share is Chinese or Latin was decided for the whole paragraph
  /// (`MarkContext`).
  private func kind(of text: Range<Int>, isWide: Bool, bytes: [UInt8]) -> CharacterClass {
    guard let scalar = Self.scalar(at: text.lowerBound, in: bytes) else { return .western }
    if Self.isSpace(scalar) { return .wordSpace }
    let isWide =
      MarkContext.decides(on: scalar) ? !marks.isLatin(at: text.lowerBound) : isWide
    return CharacterClass(
      scalar,
      isWide: isWide,
      isBesideChinese: Self.isBesideChinese(scalar, at: text, in: bytes)
    ) ?? .western
  }

  /// Spaces of web pages, en and thin ones too, give way at a line's end; the figure space is a digit.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x2000...0x2006, 0x2008...0x200A, 0x205F: true
    default: false
    }
  }

  /// Whether a narrow connector stands between Chinese characters, or a solidus beside one; others
  /// are part of Western text, such as the sign of a number.
  private static func isBesideChinese(
    _ scalar: Unicode.Scalar,
    at text: Range<Int>,
    in bytes: [UInt8]
  ) -> Bool {
    guard scalar == "/" || scalar == "-" || scalar == "–" else { return false }
    let neighbours = [
      Self.scalar(before: text.lowerBound, in: bytes), Self.scalar(at: text.upperBound, in: bytes),
    ]
    let sides = neighbours.map { $0.flatMap { CharacterClass($0) }?.isHanLike == true }
    return scalar == "/" ? sides.contains(true) : !sides.contains(false)
  }

  private static func joints(of text: String) -> Set<Int> {
    var joints: Set<Int> = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if scalar == "\u{2060}" || scalar == "\u{FEFF}" { joints.formUnion([offset, end]) }
      offset = end
    }
    return joints
  }

  private static func scalar(before offset: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(at: start, in: bytes)
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
}

extension InlineText.Stretch {
  func request(_ text: String) -> ShapingRequest {
    ShapingRequest(
      text: text,
      role: style.font,
      weight: style.weight,
      size: style.size,
      language: style.language
    )
  }
}
