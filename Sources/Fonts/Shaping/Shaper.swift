import CHarfBuzz
package import Diagnostics
package import Geometry
package import PageModel
import Typography

/// Turns text into glyphs, one worker's own: it keeps HarfBuzz's scratch objects and what it has
/// shaped before.
///
/// The same request gives the same answer whatever was asked before and on whichever worker.
package final class Shaper {
  package let library: FontLibrary
  /// Fonts that could not be opened; text was set without them.
  package private(set) var failures: [MachineFailure] = []

  private let buffer = ShapingBuffer()
  private var fonts: [FontID: ShapingFont?] = [:]
  private var voices: [Voice.Key: Voice] = [:]

  package init(library: FontLibrary) {
    self.library = library
  }

  /// Shapes a text of one look.
  ///
  /// Runs come in the order of the text; a run that reads from right to left holds its glyphs from
  /// left to right all the same. Advances are natural: nothing is justified, no mark is narrowed
  /// (`halt`, `palt`, `chws` are off: widths of marks are the layout's business, GB/T 15834-2011
  /// 5.1), kerning is on between Latin letters only. Upright glyphs hang on a pen that runs down
  /// the middle of their column.
  package func shape(_ request: ShapingRequest) -> ShapedText {
    let voice = voice(for: request)
    var text = request.text
    text.makeContiguousUTF8()
    let marks = request.marks ?? MarkContext(of: text, language: request.language)
    let clusters = ClusterCollector(marks: marks).collect(text)
    var itemiser = Itemiser(
      shaper: self,
      voice: voice,
      text: text,
      isRightToLeft: voice.isVertical ? false : request.isRightToLeft
    )
    for cluster in clusters { itemiser.add(cluster) }
    var closer = RunCloser(request: request)
    for piece in itemiser.pieces { close(piece, of: text, voice: voice, into: &closer) }
    return ShapedText(runs: closer.runs, incidents: itemiser.incidents)
  }

  /// The lines of a font.
  package func metrics(of font: FontID) -> FontMetrics {
    shapingFont(font).map(FontMetrics.init) ?? .frame
  }

  /// The ink of a glyph, relative to its origin on the baseline, y downwards; nil when there is
  /// none.
  package func inkBounds(of glyph: UInt32, in font: FontID, size: Length) -> Rect? {
    guard let font = shapingFont(font), let extents = font.ink(of: glyph) else { return nil }
    return Rect(
      x: font.length(extents.x_bearing, at: size),
      y: font.length(-extents.y_bearing, at: size),
      width: font.length(extents.width, at: size),
      height: font.length(-extents.height, at: size)
    )
  }

  /// One worker's font, opened when it is first asked for; nil when it cannot be opened.
  func shapingFont(_ id: FontID) -> ShapingFont? {
    if let known = fonts[id] { return known }
    do throws(MachineFailure) {
      let font = ShapingFont(id, face: try library.face(of: id))
      fonts[id] = font
      return font
    } catch {
      failures.append(error)
      fonts.updateValue(nil, forKey: id)
      return nil
    }
  }

  func voice(for request: ShapingRequest) -> Voice {
    let key = Voice.Key(
      role: request.role,
      weight: request.weight,
      language: request.language,
      isVertical: request.direction == .upright
    )
    if let voice = voices[key] { return voice }
    let stack = library.stack(
      for: request.role,
      weight: request.weight,
      isTraditional: request.language.isTraditionalChinese
    )
    let voice = Voice(key, stack: stack)
    voices[key] = voice
    return voice
  }

  /// The glyphs of a piece of text in one font, out of the cache when they are there.
  func glyphs(of word: WordKey, in font: ShapingFont, voice: Voice) -> [UnitGlyph] {
    if let glyphs = voice.words[word] { return glyphs }
    var glyphs =
      word.kind == .mark && !voice.isVertical
      ? marks(of: word, in: font, voice: voice) : buffer.shape(word, in: font, voice: voice)
    if !voice.isVertical, word.kind == .latin { trimQuotes(of: word.text, &glyphs, in: font) }
    if !voice.isVertical, word.kind == .han, glyphs.count == 1, word.isOneWideCharacter {
      glyphs[0].stand(inFrameOf: Int32(font.face.unitsPerEm))
    }
    voice.keep(glyphs, of: word)
    return glyphs
  }

  /// Makes quotation marks of Latin text as wide as their ink where the font draws them in a Chinese
  /// frame, as fonts for Chinese do.
  private func trimQuotes(of text: String, _ glyphs: inout [UnitGlyph], in font: ShapingFont) {
    guard text.utf8.contains(0xE2) else { return }
    let em = Int32(clamping: font.face.unitsPerEm)
    let utf8 = Array(text.utf8)
    for index in glyphs.indices {
      let at = Int(glyphs[index].cluster)
      // “”‘’ are E2 80 98 to 9D.
      guard at + 2 < utf8.count, utf8[at] == 0xE2, utf8[at + 1] == 0x80,
        [0x98, 0x99, 0x9C, 0x9D].contains(utf8[at + 2]), glyphs[index].xAdvance * 5 > em * 3,
        let ink = font.ink(of: glyphs[index].id)
      else { continue }
      let bearing = em / 20
      glyphs[index].xOffset = bearing - ink.x_bearing
      glyphs[index].xAdvance = ink.width + 2 * bearing
    }
  }

  /// A run of one mark, fitted into its frames.
  private func marks(of word: WordKey, in font: ShapingFont, voice: Voice) -> [UnitGlyph] {
    let scalars = word.text.unicodeScalars
    guard let mark = scalars.first else { return [] }
    var drawn = word
    var isLonger = false
    if !font.has(mark), let other = CharacterTable.equivalent(of: mark) {
      drawn.text = scalars.map {
        $0 == mark ? String(repeating: String(other.scalar), count: other.count) : String($0)
      }.joined()
      isLonger = other.count > 1
    }
    let middle = hanFace(of: voice).map { Int32(clamping: $0.middle * font.face.unitsPerEm / 1000) }
    var glyphs = MarkFitter(font: font, middle: middle)
      .fit(
        buffer.shape(drawn, in: font, voice: voice),
        of: mark,
        count: scalars.count { $0 == mark }
      )
    if isLonger {
      for index in glyphs.indices { glyphs[index].cluster = 0 }
    }
    return glyphs
  }

  /// The Han that text of a voice is wanted in.
  func hanFace(of voice: Voice) -> HanFace? {
    voice.stack.han.fonts.first.flatMap(shapingFont)?.hanFace
  }

  /// How a font is fitted to the Han that a voice is wanted in; nothing is done to those, nor to
  /// anything that does not stand in a character frame.
  func fit(of font: ShapingFont, kind: CharacterClass, voice: Voice) -> FontFit {
    guard kind == .han, font.id != voice.stack.han.fonts.first else { return .none }
    if let known = voice.fits[font.id] { return known }
    var fit = FontFit.none
    if let wanted = hanFace(of: voice), let taken = font.hanFace {
      fit = FontFit(taken, to: wanted)
    }
    voice.fits[font.id] = fit
    return fit
  }

  private func close(
    _ piece: Piece,
    of text: String,
    voice: Voice,
    into closer: inout RunCloser
  ) {
    switch piece.content {
    case .simple(let simple):
      closer.add(simple, at: piece.range)
    case .missing(let font):
      let standIn = shapingFont(font)?.glyph(of: CharacterTable.standIn) ?? 0
      closer.addMissing(at: piece.range, font: font, glyph: standIn)
    case .text(let id, let script, let kind):
      guard let font = shapingFont(id) else {
        preconditionFailure("a font is chosen after it has been opened")
      }
      let word = WordKey(
        font: id,
        kind: kind,
        script: script.rawValue,
        isRightToLeft: piece.isRightToLeft,
        text: String(text[utf8: piece.range])
      )
      closer.add(
        glyphs(of: word, in: font, voice: voice),
        of: piece,
        font: font,
        fit: fit(of: font, kind: kind, voice: voice)
      )
    }
  }
}

extension FontMetrics {
  /// What stands for the lines of a font that cannot be opened: the character frame.
  fileprivate static let frame = FontMetrics(
    ascent: .percent(88),
    descent: .percent(12),
    capHeight: .percent(70),
    xHeight: .percent(50),
    underline: Line(position: .percent(-10), thickness: .percent(5)),
    strikeout: Line(position: .percent(30), thickness: .percent(5))
  )
}

extension String {
  /// A part by UTF-8 offsets; quick in a text whose UTF-8 is contiguous.
  subscript(utf8 range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}
