import Diagnostics
import Geometry
import PageModel
import Rendering
import TestSupport
import Testing

/// Pictures of pages.
@Suite
struct ProofTests {
  let document = SampleDocument().document

  @Test
  func aPictureHasThePixelsOfItsResolution() throws {
    let png = try boxRenderer().png(
      document.pages[0],
      of: document,
      options: ProofOptions(resolution: 127)
    )
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // 100 mm × 80 mm at 127 pixels an inch, 5 a millimetre.
    #expect(Array(png[16..<24]) == [0, 0, 1, 0xF4, 0, 0, 1, 0x90])
  }

  @Test
  func platesDiffer() throws {
    let pictures = try ["black", "Red", "cyan"].map { plate in
      try boxRenderer().png(
        document.pages[0],
        of: document,
        options: ProofOptions(resolution: 50, plate: plate)
      )
    }
    #expect(Set(pictures).count == 3)
  }

  @Test
  func aPlateThatIsNotThereIsRefusedWithTheChoices() {
    #expect {
      try boxRenderer().png(
        document.pages[0],
        of: document,
        options: ProofOptions(plate: "green")
      )
    } throws: { error in
      (error as? MachineFailure)?.finding.message(in: .english)
        == "no plate is named \"green\"; the plates are "
        + "\"black\", \"cyan\", \"magenta\", \"yellow\", \"Red\""
    }
  }

  @Test
  func aDrawingInSVGIsInPoints() throws {
    let svg = String(
      decoding: try boxRenderer().svg(document.pages[0], of: document),
      as: UTF8.self
    )
    #expect(svg.contains("width=\"283.464567pt\""))
    #expect(svg.contains("id=\"surface\""))
  }
}
