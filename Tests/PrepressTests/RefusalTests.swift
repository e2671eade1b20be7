import Diagnostics
import Geometry
import PageModel
import Prepress
import TestSupport
import Testing
import Typography

/// What a press file must not hold stops it, with a finding that names the page.
@Suite
struct RefusalTests {
  @Test(arguments: [
    ("0.2 0 0 rg f", "<< >>", "the colour 0.2 0 0 of the operator \"rg\" stands for no ink"),
    ("0.5 g f", "<< >>", "the operator \"g\" has no place in a press file, whose colours are inks"),
    (
      "/sh5 sh", "<< >>", "the operator \"sh\" has no place in a press file, whose colours are inks"
    ),
    ("1 zz", "<< >>", "unknown operator \"zz\""),
    (
      "/s gs f", "<< /ExtGState << /s << /ca .5 >> >> >>",
      "\"s\" is transparent, which a press file does not allow"
    ),
    (
      "/s gs f", "<< /ExtGState << /s << /CA .5 >> >> >>",
      "\"s\" is transparent, which a press file does not allow"
    ),
    (
      "/s gs f", "<< /ExtGState << /s << /BM /Multiply >> >> >>",
      "\"s\" is transparent, which a press file does not allow"
    ),
    (
      "/s gs f", "<< /ExtGState << /s << /SMask << /S /Alpha >> >> >> >>",
      "\"s\" is transparent, which a press file does not allow"
    ),
    (
      "/x5 Do", "<< /XObject << /x5 5 0 R >> >>",
      "the image \"x5\" is in DeviceRGB; a press file takes grey and CMYK only"
    ),
    (
      "/x6 Do", "<< /XObject << /x6 6 0 R >> >>",
      "the operator \"k\" has no place in a press file, whose colours are inks"
    ),
  ])
  func stopsThePress(content: String, resources: String, message: String) throws {
    let handmade = HandmadePDF(
      content: content,
      resources: resources,
      objects: [
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
          + "/ColorSpace /DeviceRGB /Length 3 >>\nstream\nabc\nendstream",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 >>\nstream\n0 0 0 1 k f\nendstream",
      ]
    )
    let finished = try Finisher(.press(.fogra39)).finish(handmade.drawn, of: Self.document)
    #expect(finished.bytes == nil)
    #expect(finished.findings.list.map { $0.message(in: .english) } == ["page 1: \(message)"])
  }

  @Test
  func whatIsAllowedPasses() throws {
    let finished = try Finisher(.press(.fogra39)).finish(HandmadePDF().drawn, of: Self.document)
    #expect(finished.bytes != nil)
    #expect(finished.findings.list.isEmpty)
  }

  @Test
  func aProfileOfTheWrongKindIsRefused() {
    for profile in [OutputProfile.press(.screen), .press(.broken)] {
      #expect {
        try Finisher(profile).finish(HandmadePDF().drawn, of: Self.document)
      } throws: { error in
        (error as? MachineFailure)?.finding.code.name == "prepress.profile-unusable"
      }
    }
  }

  @Test(arguments: [[], Array("no PDF at all".utf8), Array(HandmadePDF().bytes.prefix(300))])
  func aFileThatCannotBeReadIsRefused(_ bytes: [UInt8]) {
    var drawn = HandmadePDF().drawn
    drawn.bytes = bytes
    #expect {
      try Finisher(.press(.fogra39)).finish(drawn, of: Self.document)
    } throws: { error in
      (error as? MachineFailure)?.finding.code.name == "prepress.file-unreadable"
    }
  }

  @Test
  func aDocumentWithoutADateIsWarnedOf() throws {
    var document = Self.document
    document.info.date = nil
    let finished = try Finisher(.press(.fogra39)).finish(HandmadePDF().drawn, of: document)
    #expect(finished.findings.list.map(\.code.name) == ["prepress.undated"])
    #expect(finished.bytes != nil)
  }

  @Test
  func theWordsOfAllFindingsAreThereInBothLanguages() {
    let codes = FindingCode.prepress
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(code.words.placeholders(in: .english) == code.words.placeholders(in: .chinese))
    }
  }

  static let document = PagedDocument(
    info: DocumentInfo(
      title: "Title",
      language: "en",
      date: DocumentDate(year: 2026, month: 7, day: 15)
    ),
    palette: InkPalette(),
    pages: [
      Page(
        frame: Frame(size: Size(width: .point * 100, height: .point * 100)),
        trim: Size(width: .point * 100, height: .point * 100),
        bleed: .zero,
        number: PageNumber(1),
        label: nil
      )
    ]
  )
}
