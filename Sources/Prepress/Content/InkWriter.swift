import Geometry
import PageModel
import Typography

/// Whether what is painted next overprints, for fills and for strokes.
///
/// Both stand in one graphics state, because `/OP` alone sets both (ISO 32000-1, table 58), and a
/// shape can be filled and stroked by one operator.
struct Overprint: Hashable {
  var fill = false
  var stroke = false

  static let all = [
    Overprint(fill: true, stroke: true), Overprint(fill: true, stroke: false),
    Overprint(fill: false, stroke: true), Overprint(fill: false, stroke: false),
  ]

  /// The name of the state among a page's resources: O overprints, K knocks out.
  var stateName: String { "Ky\(fill ? "O" : "K")\(stroke ? "O" : "K")" }

  var state: String {
    "<< /Type /ExtGState /op \(fill) /OP \(stroke) /OPM 1 >>"
  }
}

/// Writes the colours of a drawing as inks.
struct InkWriter {
  /// One tint of one ink, as content streams set it.
  struct Written {
    var fill: [UInt8]
    var stroke: [UInt8]
    var overprints: Bool
  }

  private let written: [InkTriple: Written]
  /// The spot inks that are used, in the palette's order.
  let spots: [InkID]

  init(_ drawn: DrawnInks, palette: InkPalette) {
    var written: [InkTriple: Written] = [:]
    var spots: Set<InkID> = []
    for tint in drawn.order {
      guard let triple = drawn.triple(of: tint) else { continue }
      written[triple] = Self.written(tint, palette: palette)
      if palette[tint.ink]?.spot != nil { spots.insert(tint.ink) }
    }
    self.written = written
    self.spots = spots.sorted { $0.index < $1.index }
  }

  /// Nil for a colour that the drawing does not list.
  subscript(triple: InkTriple) -> Written? { written[triple] }

  /// The name of a spot ink among a page's resources.
  static func resourceName(of ink: InkID) -> String { "KyInk\(ink.index)" }

  private static func written(_ tint: InkTint, palette: InkPalette) -> Written {
    guard let ink = palette[tint.ink] else { return process("0 0 0 0") }
    if ink.spot != nil {
      let name = resourceName(of: tint.ink)
      let share = PDFText.number(tint.tint)
      return Written(
        fill: Array("/\(name) cs \(share) scn".utf8),
        stroke: Array("/\(name) CS \(share) SCN".utf8),
        overprints: false
      )
    }
    let recipe = ink.process
    let parts = [recipe.cyan, recipe.magenta, recipe.yellow, recipe.black].map {
      PDFText.number(scaled($0, by: tint.tint))
    }
    return process(parts.joined(separator: " "), overprints: palette.overprints(tint))
  }

  private static func process(_ parts: String, overprints: Bool = false) -> Written {
    Written(
      fill: Array("\(parts) k".utf8),
      stroke: Array("\(parts) K".utf8),
      overprints: overprints
    )
  }

  private static func scaled(_ part: Ratio, by tint: Ratio) -> Ratio {
    Ratio(millionths: (part.millionths * tint.millionths + 500_000) / 1_000_000)
  }
}
