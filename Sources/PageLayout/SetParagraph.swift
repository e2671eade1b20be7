package import DocumentModel
package import Fonts
package import Geometry
package import PageModel
import Typography
package import WritingSystems

/// Sets a paragraph by itself, in no flow and in no structure: a note beside a finished page.
///
/// - Returns: a frame as wide as the measure and as high as the lines; what it holds is an artifact.
package func setAlone(
  _ paragraph: Paragraph,
  measure: Length,
  shaper: Shaper,
  hyphenators: Hyphenators = Hyphenators()
) -> Frame {
  var context = LayoutContext(
    shaper: shaper,
    hyphenators: hyphenators,
    grid: CharacterGrid(
      characters: 1,
      lines: 2,
      characterSize: paragraph.style.text.size,
      width: measure,
      height: 2 * paragraph.style.lineStep
    ),
    pages: PageReferences(current: 0, total: 0, blocks: [:])
  )
  let plan = ParagraphPlan(repeated: paragraph, measure: measure, context: &context)
  var frame = OpenFrame()
  frame.isRepeated = true
  plan.close(at: .zero, into: &frame)
  return Frame(size: Size(width: measure, height: plan.height), items: frame.items)
}
