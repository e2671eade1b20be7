import PageModel

/// The font that sets a cluster, and what had to be done to find it.
struct FontChoice {
  struct Incident {
    let kind: FontIncident.Kind
    /// Which scalar of the cluster it is about.
    let index: Int
  }

  /// The font, or where none has the character the one that was wanted; nil when it cannot be
  /// opened.
  private(set) var font: ShapingFont?
  /// Whether the base has no glyph in any font.
  private(set) var isMissing = false
  private(set) var incidents: [Incident] = []

  /// Asks the fonts of a class in their order.
  init(
    of scalars: [Unicode.Scalar],
    base: Unicode.Scalar,
    kind: CharacterClass,
    _ shaper: Shaper,
    _ voice: Voice
  ) {
    let candidates = voice.stack.candidates(for: kind)
    let fonts = candidates.fonts.lazy.compactMap(shaper.shapingFont)
    if let taken = Self.withVariation(scalars, fonts)
      ?? fonts.first(where: {
        $0.covers(scalars, kind: kind)
      })
    {
      font = taken
      noteSubstitution(of: scalars, base, candidates, shaper, taken)
      noteVariation(of: scalars, base, taken, shaper)
    } else if let taken = fonts.first(where: { $0.has(base) }) {
      font = taken
      noteMissing(taken.missing(of: scalars, kind: kind), of: scalars)
    } else {
      font = fonts.first
      isMissing = true
      noteMissing(scalars.filter { !CharacterTable.isInvisible($0) }, of: scalars)
    }
  }

  /// A font that has the very variant asked for goes before one that has the usual form.
  private static func withVariation(
    _ scalars: [Unicode.Scalar],
    _ fonts: some Sequence<ShapingFont>
  ) -> ShapingFont? {
    guard scalars.count == 2, CharacterTable.isVariationSelector(scalars[1]) else { return nil }
    return fonts.first { $0.hasVariation(of: scalars[0], by: scalars[1]) }
  }

  private mutating func noteSubstitution(
    of scalars: [Unicode.Scalar],
    _ base: Unicode.Scalar,
    _ candidates: FontStack.Candidates,
    _ shaper: Shaper,
    _ taken: ShapingFont
  ) {
    let own = candidates.fonts.prefix(candidates.own)
    guard let wanted = own.first, !own.contains(taken.id), !base.properties.isWhitespace,
      let index = scalars.firstIndex(of: base)
    else { return }
    let kind = FontIncident.Kind.substituted(
      wanted: shaper.library[wanted].postScriptName,
      taken: shaper.library[taken.id].postScriptName
    )
    incidents.append(Incident(kind: kind, index: index))
  }

  private mutating func noteVariation(
    of scalars: [Unicode.Scalar],
    _ base: Unicode.Scalar,
    _ taken: ShapingFont,
    _ shaper: Shaper
  ) {
    for index in scalars.indices where CharacterTable.isVariationSelector(scalars[index]) {
      guard !taken.hasVariation(of: base, by: scalars[index]) else { continue }
      let name = shaper.library[taken.id].postScriptName
      incidents.append(Incident(kind: .variationMissing(base: base, taken: name), index: index))
    }
  }

  private mutating func noteMissing(_ missing: [Unicode.Scalar], of scalars: [Unicode.Scalar]) {
    for index in scalars.indices where missing.contains(scalars[index]) {
      incidents.append(Incident(kind: .missing, index: index))
    }
  }
}
