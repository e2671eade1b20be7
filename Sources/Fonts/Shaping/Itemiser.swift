import CHarfBuzz
import PageModel

/// Chooses the font of each cluster and gathers clusters into pieces that are shaped at once.
struct Itemiser {
  let shaper: Shaper
  let voice: Voice
  let text: String
  /// The direction of all of the text; nil: that of each script.
  let isRightToLeft: Bool?
  private(set) var pieces: [Piece] = []
  private(set) var incidents: [FontIncident] = []

  init(shaper: Shaper, voice: Voice, text: String, isRightToLeft: Bool?) {
    self.shaper = shaper
    self.voice = voice
    self.text = text
    self.isRightToLeft = isRightToLeft
  }

  mutating func add(_ cluster: TextCluster) {
    guard let base = cluster.base else { return addInvisible(cluster) }
    if cluster.count == 1, cluster.kind == .han, !isMirrored(base) {
      if let simple = voice.simple[base.value] { return add(simple, cluster, base) }
      if let simple = makeSimple(cluster, base) {
        voice.simple[base.value] = simple
        return add(simple, cluster, base)
      }
    }
    if cluster.count == 1, let font = voice.font(of: base, kind: cluster.kind) {
      return add(cluster, base, font: font)
    }
    let scalars = Array(text[utf8: cluster.range].unicodeScalars)
    let choice = FontChoice(of: scalars, base: base, kind: cluster.kind, shaper, voice)
    note(choice.incidents, of: scalars, at: cluster.range.lowerBound)
    guard let font = choice.font, !choice.isMissing else {
      let standIn = voice.stack.han.fonts.first { font in
        shaper.shapingFont(font)?.has(CharacterTable.standIn) ?? false
      }
      let font = standIn ?? choice.font?.id ?? FontID(index: 0)
      pieces.append(Piece(range: cluster.range, base: base, content: .missing(font: font)))
      return
    }
    if cluster.count == 1, choice.incidents.isEmpty {
      voice.keep(font.id, of: base, kind: cluster.kind)
    }
    add(cluster, base, font: font.id)
  }

  /// Whether a bracket has to be turned round, which HarfBuzz does (UAX #9, L4).
  private func isMirrored(_ base: Unicode.Scalar) -> Bool {
    isRightToLeft == true && base.properties.isBidiMirrored
  }

  /// Text of which nothing is seen makes a piece without glyphs in the font that comes first.
  private mutating func addInvisible(_ cluster: TextCluster) {
    guard let font = voice.stack.han.fonts.first(where: { shaper.shapingFont($0) != nil }) else {
      return
    }
    pieces.append(
      Piece(
        range: cluster.range,
        content: .text(font: font, script: HB_SCRIPT_HAN, kind: .han)
      )
    )
  }

  private mutating func add(_ simple: SimpleGlyph, _ cluster: TextCluster, _ base: Unicode.Scalar) {
    if let incident = simple.incident {
      incidents.append(
        FontIncident(
          kind: voice.incidents[incident],
          character: base,
          role: voice.role,
          offset: cluster.range.lowerBound
        )
      )
    }
    pieces.append(Piece(range: cluster.range, base: base, content: .simple(simple)))
  }

  /// The glyph of a character that stands alone, or nil when no font has it or it takes several.
  private func makeSimple(_ cluster: TextCluster, _ base: Unicode.Scalar) -> SimpleGlyph? {
    let choice = FontChoice(of: [base], base: base, kind: .han, shaper, voice)
    let script = CharacterTable.shapingScript(of: base, kind: .han)
    guard !choice.isMissing, script != HB_SCRIPT_HANGUL, let font = choice.font else { return nil }
    let word = WordKey(
      font: font.id,
      kind: .han,
      script: script.rawValue,
      isRightToLeft: false,
      text: String(Character(base))
    )
    let glyphs = shaper.glyphs(of: word, in: font, voice: voice)
    guard glyphs.count == 1 else { return nil }
    return SimpleGlyph(
      font: font.id,
      unitsPerEm: font.face.unitsPerEm,
      glyph: glyphs[0],
      fit: shaper.fit(of: font, kind: .han, voice: voice),
      incident: choice.incidents.first.map { voice.keep($0.kind) }
    )
  }

  private mutating func note(
    _ found: [FontChoice.Incident],
    of scalars: [Unicode.Scalar],
    at start: Int
  ) {
    for incident in found {
      let before = scalars[..<incident.index].reduce(0) { $0 + UTF8.width($1) }
      incidents.append(
        FontIncident(
          kind: incident.kind,
          character: scalars[incident.index],
          role: voice.role,
          offset: start + before
        )
      )
    }
  }

  private mutating func add(_ cluster: TextCluster, _ base: Unicode.Scalar, font: FontID) {
    let piece = piece(for: cluster, base, font: font)
    if let last = pieces.last, joins(last, piece) {
      pieces[pieces.count - 1].range = last.range.lowerBound..<cluster.range.upperBound
      pieces[pieces.count - 1].base = base
    } else {
      pieces.append(piece)
    }
  }

  private func piece(for cluster: TextCluster, _ base: Unicode.Scalar, font: FontID) -> Piece {
    var script = CharacterTable.shapingScript(of: base, kind: cluster.kind)
    if script == HB_SCRIPT_COMMON, case .text(_, let before, .other)? = pieces.last?.content {
      script = before
    }
    // Digits of a right-to-left script still follow each other from left to right (UAX #9, AN).
    let readsLeft =
      cluster.kind == .other
      && hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL
      && base.properties.generalCategory != .decimalNumber
    let isRightToLeft = self.isRightToLeft ?? readsLeft
    return Piece(
      range: cluster.range,
      base: base,
      content: .text(font: font, script: script, kind: cluster.kind),
      isRightToLeft: isRightToLeft && !voice.isVertical
    )
  }

  /// Whether a piece goes on the one before, so that both are shaped at once.
  ///
  /// Han stand alone, each in its frame. Marks go on only as a repeated mark, which may have a
  /// glyph of its own (——, ……). Words end at spaces, so that they are found in the cache again.
  private func joins(_ last: Piece, _ next: Piece) -> Bool {
    guard case .text(let fontBefore, let scriptBefore, let kindBefore) = last.content,
      case .text(let font, let script, let kind) = next.content,
      font == fontBefore, script == scriptBefore, kind == kindBefore,
      last.isRightToLeft == next.isRightToLeft
    else { return false }
    switch kind {
    case .han: return script == HB_SCRIPT_HANGUL
    case .mark: return last.base == next.base
    case .latin, .digit, .other: return true
    case .space: return false
    }
  }
}
