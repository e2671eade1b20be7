import Diagnostics
import Geometry
import PageModel
import Testing
import Typography

@testable import Prepress

/// Content streams in, content streams out; one line a case.
@Suite
struct ScannerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let content: String
    let expected: String
    var testDescription: String { content }

    init(_ content: String, _ expected: String) {
      self.content = content
      self.expected = expected
    }
  }

  /// Black, paper, solid red as a spot, half red, half black.
  private static var inks: InkWriter {
    var palette = InkPalette()
    let red = palette.define(
      Ink(
        name: "red",
        process: ProcessColour(cyan: .zero, magenta: .one, yellow: .one, black: .zero),
        spot: "Red",
        screen: ScreenColour(red: 255, green: 0, blue: 0)
      )
    )
    let process = palette.define(
      Ink(
        name: "process",
        process: ProcessColour(
          cyan: .zero,
          magenta: .percent(80),
          yellow: .percent(80),
          black: .zero
        ),
        screen: ScreenColour(red: 255, green: 0, blue: 0)
      )
    )
    var drawn = DrawnInks()
    drawn.assign(InkTriple(red: 0, green: 0, blue: 0), to: .black)
    drawn.assign(InkTriple(red: 51_000, green: 51_000, blue: 51_000), to: .paper)
    drawn.assign(InkTriple(red: 51_000, green: 0, blue: 0), to: InkTint(red))
    drawn.assign(InkTriple(red: 25_500, green: 0, blue: 0), to: InkTint(red, tint: .percent(50)))
    drawn.assign(
      InkTriple(red: 25_500, green: 25_500, blue: 25_500),
      to: InkTint(.black, tint: .percent(50))
    )
    drawn.assign(InkTriple(red: 200, green: 0, blue: 0), to: InkTint(process, tint: .percent(25)))
    return InkWriter(drawn, palette: palette)
  }

  @Test(arguments: [
    Case("0 0 0 rg f", "/KyOK gs 0 0 0 1 k f"),
    Case("0 0 0 RG S", "/KyKO gs 0 0 0 1 K S"),
    Case("1 1 1 rg f", "0 0 0 0 k f"),
    Case("1 0 0 rg f", "/KyInk1 cs 1 scn f"),
    Case("1 0 0 RG S", "/KyInk1 CS 1 SCN S"),
    Case(".5 0 0 rg f", "/KyInk1 cs 0.5 scn f"),
    Case("0.5 .5 0.500000 rg f", "0 0 0 0.5 k f"),
    // 1/255, as Cairo prints it.
    Case("0.00392157 0 0 rg f", "0 0.2 0.2 0 k f"),
    Case("0 0 0 rg 0 0 0 RG B", "/KyOK gs 0 0 0 1 k /KyOO gs 0 0 0 1 K B"),
    Case("0 0 0 rg f 1 1 1 rg f", "/KyOK gs 0 0 0 1 k f /KyKK gs 0 0 0 0 k f"),
    Case("0 0 0 rg f 0 0 0 rg f", "/KyOK gs 0 0 0 1 k f 0 0 0 1 k f"),
    Case("q 0 0 0 rg f Q 0 0 0 rg f", "q /KyOK gs 0 0 0 1 k f Q /KyOK gs 0 0 0 1 k f"),
    Case("0 0 0 rg q 1 1 1 rg f Q f", "/KyOK gs 0 0 0 1 k q /KyKK gs 0 0 0 0 k f Q f"),
    Case("(0 0 0 rg) Tj", "(0 0 0 rg) Tj"),
    Case("(a (b) \\) 1 1 1 rg) Tj", "(a (b) \\) 1 1 1 rg) Tj"),
    Case("<302030> Tj 0 0 0 rg", "<302030> Tj /KyOK gs 0 0 0 1 k"),
    Case("% 0 0 0 rg\n1 w", "% 0 0 0 rg\n1 w"),
    Case("% (\r0 0 0 rg", "% (\r/KyOK gs 0 0 0 1 k"),
    Case("/rg gs 0 0 0 rg", "/rg gs /KyOK gs 0 0 0 1 k"),
    Case("/0 /rg BDC EMC", "/0 /rg BDC EMC"),
    Case("[(rg) 120 <00>] TJ", "[(rg) 120 <00>] TJ"),
    Case(
      "/Span << /ActualText <feff0030> /rg true >> BDC EMC",
      "/Span << /ActualText <feff0030> /rg true >> BDC EMC"
    ),
    Case("0\n0\t0\rrg", "/KyOK gs 0 0 0 1 k"),
    Case("1 0 0 -1 0 842 cm 0 0 0 rg", "1 0 0 -1 0 842 cm /KyOK gs 0 0 0 1 k"),
  ])
  func coloursBecomeInks(_ example: Case) throws {
    #expect(try rewritten(example.content, inks: Self.inks, fragments: nil) == example.expected)
  }

  @Test(arguments: [
    ("0 0.1 0 rg", ContentRewriter.Refusal.unmapped("rg", InkTriple(red: 0, green: 5100, blue: 0))),
    ("0 0 RG", .operands("RG")),
    ("/a 0 0 0 rg", .operands("rg")),
    ("0 0 0 0 rg", .operands("rg")),
    ("0 0 2 rg", .operands("rg")),
    ("0 0 - rg", .operands("rg")),
    ("-1 0 0 rg", .operands("rg")),
    ("0 g", .forbidden("g")),
    ("0 0 0 1 K", .forbidden("K")),
    ("/Pattern cs /p6 scn", .forbidden("cs")),
    ("/sh5 sh", .forbidden("sh")),
    ("/Perceptual ri", .forbidden("ri")),
    ("BI /W 1 ID x EI", .forbidden("BI")),
    ("1 frobnicate", .unknown("frobnicate")),
    ("1 RGx", .unknown("RGx")),
    ("(never closed Tj", .unreadable(offset: 0)),
    ("1 w <30", .unreadable(offset: 4)),
    ("1 w }", .unreadable(offset: 4)),
    ("f EMC", .fragments(expected: 0, found: 0)),
  ])
  func whatIsNotAllowedIsRefused(content: String, refusal: ContentRewriter.Refusal) {
    #expect(throws: refusal) { try rewritten(content, inks: Self.inks, fragments: nil) }
  }

  private static let page: [DrawnFragment] = [
    DrawnFragment(.element(ElementID(index: 4))),
    DrawnFragment(.artifact(.pagination)),
    DrawnFragment(.element(ElementID(index: 2))),
  ]

  @Test(arguments: [
    Case(
      "/P << /MCID 0 >> BDC f EMC /P << /MCID 1 >> BDC f EMC /P << /MCID 2 >> BDC f EMC",
      "/P <</MCID 0>> BDC f EMC /Artifact <</Type /Pagination>> BDC f EMC /P <</MCID 1>> BDC f EMC"
    ),
    // What paints nothing is neither content nor artifact.
    Case(
      "/P << /MCID 0 >> BDC 1 w EMC /P << /MCID 1 >> BDC EMC /P << /MCID 2 >> BDC f EMC",
      " 1 w    /P <</MCID 0>> BDC f EMC"
    ),
    // What paints outside of fragments is an artifact.
    Case(
      "f /P << /MCID 0 >> BDC f EMC 1 w /P << /MCID 1 >> BDC f EMC f /P << /MCID 2 >> BDC f EMC S",
      "\n/Artifact BMC\nf \nEMC\n/P <</MCID 0>> BDC f EMC 1 w "
        + "/Artifact <</Type /Pagination>> BDC f EMC\n/Artifact BMC\n f \nEMC\n"
        + "/P <</MCID 1>> BDC f EMC\n/Artifact BMC\n S\nEMC\n"
    ),
    // Marked content inside of a fragment stays as it is.
    Case(
      "/P << /MCID 0 >> BDC BT /Span << /ActualText <feff> >> BDC (a)Tj EMC ET EMC "
        + "/P << /MCID 1 >> BDC f EMC /P << /MCID 2 >> BDC f EMC",
      "/P <</MCID 0>> BDC BT /Span << /ActualText <feff> >> BDC (a)Tj EMC ET EMC "
        + "/Artifact <</Type /Pagination>> BDC f EMC /P <</MCID 1>> BDC f EMC"
    ),
  ])
  func fragmentsBecomeMarkedContent(_ example: Case) throws {
    #expect(try rewritten(example.content, inks: nil, fragments: Self.page) == example.expected)
  }

  @Test func aFormBeginsWithKnockingOut() throws {
    #expect(try form("1 1 1 rg f") == "/KyKK gs 0 0 0 0 k f")
    #expect(try form("0 0 0 rg f") == "/KyKK gs /KyOK gs 0 0 0 1 k f")
    #expect(try form("1 1 1 rg f", inks: nil) == "1 1 1 rg f")
  }

  private func form(_ content: String, inks: InkWriter? = Self.inks) throws -> String {
    try rewritten(content, inks: inks, fragments: nil, isForm: true)
  }

  @Test(arguments: [
    ("/P << /MCID 0 >> BDC f EMC", 1),
    (String(repeating: "/P << /MCID 0 >> BDC f EMC ", count: 4), 4),
    ("/P << /MCID 0 >> BDC f", 1),
  ])
  func lostFragmentsAreNoticed(content: String, found: Int) {
    #expect(throws: ContentRewriter.Refusal.fragments(expected: 3, found: found)) {
      try rewritten(content, inks: nil, fragments: Self.page)
    }
  }

  private func rewritten(
    _ content: String,
    inks: InkWriter?,
    fragments: [DrawnFragment]?,
    isForm: Bool = false
  ) throws -> String {
    try Array(content.utf8).withUnsafeBufferPointer { bytes in
      let rules = ContentRewriter.Rules(inks: inks, fragments: fragments, isForm: isForm)
      var rewriter = ContentRewriter(bytes, rules: rules)
      try rewriter.run()
      return String(decoding: rewriter.output, as: UTF8.self)
    }
  }
}
