import Diagnostics
import DocumentModel
import Fonts
import Geometry
import PageModel
import Typography
import WritingSystems

/// What all rooms of layout share while a document is laid out: the shaper to ask, the structure
/// tree to grow, the findings to add to.
struct LayoutContext {
  let shaper: Shaper
  let hyphenators: Hyphenators
  let grid: CharacterGrid
  var structure = StructureTree()
  var findings = Findings()
  var pages: PageReferences
  private(set) var fontIncidents = FontIncidentLog()
  private var said: Set<Finding> = []

  init(
    shaper: Shaper,
    hyphenators: Hyphenators,
    grid: CharacterGrid,
    pages: PageReferences
  ) {
    self.shaper = shaper
    self.hyphenators = hyphenators
    self.grid = grid
    self.pages = pages
  }

  /// Shapes a text; what fonts lack is kept with its place, which `place` finds by the UTF-8 offset
  /// in the request's text.
  mutating func shape(_ request: ShapingRequest, place: (Int) -> Span?) -> ShapedText {
    let shaped = shaper.shape(request)
    for incident in shaped.incidents { fontIncidents.add(incident, at: place(incident.offset)) }
    return shaped
  }

  /// Shapes a text that was read as a whole.
  mutating func shape(_ request: ShapingRequest, span: Span?) -> ShapedText {
    shape(request) { _ in span }
  }

  /// Says once for each language that a style asks for hyphenation and there is no dictionary.
  mutating func reportNoHyphenation(for language: LanguageTag) {
    let finding = Finding(.noHyphenation, ["language": .quote(language.tag)])
    if said.insert(finding).inserted { findings.add(finding) }
  }

  /// Says of a running head or foot that it is too long, once for all pages.
  mutating func reportRepeated(_ broken: BrokenParagraph) {
    var found = Findings()
    broken.reportLines(to: &found)
    for finding in found.list where said.insert(finding).inserted { findings.add(finding) }
  }
}
