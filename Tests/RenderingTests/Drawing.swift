import PageModel
import Rendering
import TestSupport

/// A renderer that draws in boxes.
func boxRenderer() -> Renderer {
  let font = DrawableFont(
    bytes: SampleDocument.font.bytes,
    newGlyphs: SampleDocument.font.sameGlyphs
  )
  return Renderer { _, _ in font }
}
