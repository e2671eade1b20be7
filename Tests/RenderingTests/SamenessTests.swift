import Diagnostics
import PageModel
import Rendering
import TestSupport
import Testing

/// The same document gives the same bytes, whatever ran before or beside it.
@Suite
struct SamenessTests {
  let document = SampleDocument().document

  @Test
  func pdfIsTheSameTwice() throws {
    for options in [DrawingOptions.screen, .press(marks: true)] {
      let first = try boxRenderer().pdf(document, options: options)
      #expect(try boxRenderer().pdf(document, options: options) == first)
    }
  }

  @Test
  func proofsAreTheSameTwice() throws {
    let page = document.pages[0]
    let renderer = boxRenderer()
    #expect(try renderer.svg(page, of: document) == renderer.svg(page, of: document))
    #expect(try renderer.png(page, of: document) == renderer.png(page, of: document))
  }

  @Test
  func fourThreadsDrawTheSame() async throws {
    let renderer = boxRenderer()
    let document = document
    let alone = try renderer.pdf(document, options: .screen)
    let drawings = try await withThrowingTaskGroup(of: [DrawnPDF].self) { group in
      for _ in 0..<4 {
        group.addTask {
          try (0..<5).map { _ in try renderer.pdf(document, options: .screen) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(drawings.count == 20)
    #expect(drawings.allSatisfy { $0 == alone })
  }
}
