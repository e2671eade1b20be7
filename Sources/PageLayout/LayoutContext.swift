import Diagnostics
import DocumentModel
import Fonts
import Geometry
import PageModel
import Typography

/// What all rooms of layout share while a document is laid out: the shaper to ask, the structure
/// tree to grow, the findings to add to.
struct LayoutContext {
  let shaper: Shaper
  let grid: CharacterGrid
  var structure = StructureTree()
  var findings = Findings()
  var pages: PageReferences
  private var reported: Set<Reported> = []
  private var said: Set<Finding> = []

  private struct Reported: Hashable {
    let character: Unicode.Scalar
    let role: FontRole
  }

  init(shaper: Shaper, grid: CharacterGrid, pages: PageReferences) {
    self.shaper = shaper
    self.grid = grid
    self.pages = pages
  }

  /// Shapes a text; what fonts lack becomes a finding, once for each character and role.
  mutating func shape(_ request: ShapingRequest, span: Span?) -> ShapedText {
    let shaped = shaper.shape(request)
    for incident in shaped.incidents {
      let key = Reported(character: incident.character, role: incident.role)
      guard reported.insert(key).inserted else { continue }
      findings.add(incident.finding(at: span))
    }
    return shaped
  }

  /// Says of a running head or foot that it is too long, once for all pages.
  mutating func reportRepeated(_ broken: BrokenParagraph) {
    var found = Findings()
    broken.reportLines(to: &found)
    for finding in found.list where said.insert(finding).inserted { findings.add(finding) }
  }
}
