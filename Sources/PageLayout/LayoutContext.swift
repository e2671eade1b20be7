import Diagnostics
import DocumentModel
import Fonts
import Geometry
import PageModel

/// What all rooms of layout share while a document is laid out: the shaper to ask, the structure
/// tree to grow, the findings to add to.
struct LayoutContext {
  let shaper: Shaper
  let grid: CharacterGrid
  var structure = StructureTree()
  var findings = Findings()
  var pages: PageReferences
  private(set) var fontIncidents = FontIncidentLog()
  private var said: Set<Finding> = []

  init(shaper: Shaper, grid: CharacterGrid, pages: PageReferences) {
    self.shaper = shaper
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

  /// Says of a running head or foot that it is too long, once for all pages.
  mutating func reportRepeated(_ broken: BrokenParagraph) {
    var found = Findings()
    broken.reportLines(to: &found)
    for finding in found.list where said.insert(finding).inserted { findings.add(finding) }
  }
}
