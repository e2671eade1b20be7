import Diagnostics
import DocumentModel
import Geometry
import PageLayout
import PageModel
import Testing
import Typography

/// A block of a case: `3` a paragraph of three lines, `H` a heading of one, `K4` four lines kept
/// with the next block, `T4` four lines kept together, `B4` a box as high as four lines, `-` the
/// end of a page, `<1` a line kept with the text before it, `o4` four lines of which one may stand alone, `r3` three lines of which one may
/// stand alone and the last is one character, `s` a paragraph of one character, `t8` a table of
/// eight rows and a head.
private struct Case: CustomTestStringConvertible {
  let blocks: String
  let pages: [Int]
  var codes: [FindingCode] = []

  var testDescription: String { blocks }

  init(_ blocks: String, _ pages: [Int], _ codes: FindingCode...) {
    self.blocks = blocks
    self.pages = pages
    self.codes = codes
  }

  var body: [Block] { blocks.split(separator: " ").map { Self.block(String($0)) } }

  static func han(_ lines: Int) -> String {
    String(repeating: "工作简报全县一二三凉", count: lines)
  }

  static func block(_ code: String) -> Block {
    let count = Int(code.drop { !$0.isNumber }) ?? 1
    switch code.first {
    case "-": return Block(.pageBreak)
    case "H": return Block(.paragraph(heading), keepWithNext: true)
    case "<":
      var block = LayoutFixture.block(han(count))
      block.keepWithPrevious = true
      return block
    case "K": return LayoutFixture.block(han(count), keepWithNext: true)
    case "T":
      var block = LayoutFixture.block(han(count))
      block.keepTogether = true
      return block
    case "B":
      let box = Box(content: [], height: count * LayoutFixture.step)
      return Block(.box(box))
    case "o": return Block(.paragraph(free(han(count))))
    case "r": return Block(.paragraph(endingInOneCharacter(count)))
    case "s": return Block(.paragraph(free("工")))
    case "t": return Block(.table(table(count)))
    default: return LayoutFixture.block(han(count))
    }
  }

  static var heading: Paragraph { LayoutFixture.paragraph("县", role: .heading(1)) }

  /// Lines that may stand alone.
  static func free(_ text: String) -> Paragraph {
    LayoutFixture.paragraph(text) {
      $0.orphans = 1
      $0.widows = 1
    }
  }

  /// A justified text leaves no character alone on a line; a line end of its author's may.
  static func endingInOneCharacter(_ lines: Int) -> Paragraph {
    var paragraph = free(han(lines - 1))
    paragraph.inlines += [.lineBreak, .text(Inline.Text("工", style: LayoutFixture.text))]
    return paragraph
  }

  static func table(_ rows: Int) -> Table {
    let cell = Table.Cell(content: [LayoutFixture.paragraph("工") { $0.onGrid = false }])
    let row = Table.TableRow(cells: [cell], height: LayoutFixture.step)
    return Table(columns: [.init()], head: [row], body: Array(repeating: row, count: rows))
  }
}

/// Pages of six lines.
private let cases: [Case] = [
  // Widows and orphans (clreq, Widows and orphans): two lines on either side.
  Case("5 3", [5, 3]), Case("7", [5, 2]), Case("4 4", [6, 2]), Case("4 3", [4, 3]),
  Case("5 2", [5, 2]), Case("5 1 1", [6, 1]), Case("13", [6, 5, 2]), Case("4 7", [6, 5]),
  // A paragraph of three lines has no place to be parted, one whose style says so has.
  Case("5 o3", [6, 2]), Case("5 o4", [6, 3]), Case("o7", [6, 1]),
  // A heading takes two lines of what follows with it, also of two paragraphs.
  Case("4 H 3", [4, 4]), Case("3 H 4", [6, 2]), Case("3 H 3", [3, 4]), Case("4 H o4", [4, 5]),
  Case("4 H 1 4", [4, 6]), Case("3 H 1 1 4", [6, 4]), Case("3 H 1 4", [3, 6]),
  Case("5 H 9", [5, 6, 4]), Case("4 H H 3", [4, 5]), Case("2 H H 4", [6, 2]),
  Case("4 H B2", [4, 1]), Case("4 H t2", [4, 4]), Case("3 H t3", [3, 5]),
  // What ends the document needs nothing behind it.
  Case("5 H", [6]), Case("4 H 1", [6]), Case("5 H -", [6, 0]),
  // A long paragraph that keeps with the next sends its last two lines.
  Case("K6 1", [4, 3]), Case("K5 2", [3, 4]), Case("K5 B2", [3, 2]), Case("2 K6 1", [6, 3]),
  Case("1 K4 K2 1", [3, 5]), Case("3 K3 3", [3, 6]), Case("4 K2 3", [4, 5]),
  // A signature (`<`) goes with the last two lines of its text.
  Case("6 <1", [4, 3]), Case("5 <1 <1", [3, 4]), Case("4 <1 <1", [6]), Case("3 3 <1", [3, 4]),
  // Together: a name and its date with the two lines before them.
  Case("K5 K1 1", [3, 4]), Case("K4 K1 1", [6]), Case("3 T4", [3, 4]), Case("T4 2", [6]),
  // One character is never alone on a page, whatever the style says.
  Case("o6 s", [5, 2]), Case("o4 r3", [5, 2]), Case("o6 s 1", [6, 2]),
  // Three rows of a table on either side; one of four rows is not parted. Its rules stay within
  // the type area, so a page has room for five rows.
  Case("t8", [5, 5]), Case("3 t4", [3, 5]), Case("1 t6", [5, 4]), Case("3 t6", [3, 4, 4]),
  // What is higher than a page is parted where least is lost, and said.
  Case("2 T9", [6, 5], .keptTogetherParted), Case("T7", [5, 2], .keptTogetherParted),
  Case("H H H H H H H 3", [6, 4], .keptWithNextParted),
  Case("2 H H H H H H H 3", [6, 6], .keptWithNextParted), Case("3 B9", [3, 0], .blockTooHigh),
]

@Suite("What stands together on a page")
struct KeepTests {
  @Test(arguments: cases)
  fileprivate func pagesEndWhereNothingIsParted(_ example: Case) throws {
    let fixture = try LayoutFixture()
    let (pages, findings) = fixture.layOut(example.body)
    #expect(pages.linesOnPages == example.pages)
    #expect(findings.list.map(\.code) == example.codes)
  }

  @Test func eachKindOfFailureIsANoteOfItsOwn() throws {
    let fixture = try LayoutFixture()
    // A page of two lines holds neither two lines below a heading nor three rows of a table.
    let bodies: [(String, Int, FindingCode)] = [
      ("H o3", 2, .headingWithOneLine), ("t7", 3, .rowsAlone), ("3", 2, .lineAlone),
    ]
    for (body, lines, code) in bodies {
      let (_, findings) = fixture.layOut(Case(body, []).body, lines: lines)
      #expect(findings.list.map(\.code).contains(code), "\(body)")
      #expect(findings.list.allSatisfy { $0.code.severity == .note })
    }
  }

  @Test func tenThousandHeadingsFillTheirPages() throws {
    let fixture = try LayoutFixture()
    let heading = Block(.paragraph(Case.heading), keepWithNext: true)
    let (pages, findings) = fixture.layOut(Array(repeating: heading, count: 10_000))
    #expect(pages.pages.count == 1667)
    #expect(findings.list.count == 1666)
  }

  @Test func linesHigherThanHalfAPageStandOneByOne() throws {
    let fixture = try LayoutFixture()
    let high = LayoutFixture.paragraph(Case.han(4)) { $0.lineStep = 30 * .point }
    let (pages, findings) = fixture.layOut([Block(.paragraph(high))], lines: 2)
    #expect(pages.linesOnPages == [1, 1, 1, 1])
    #expect(findings.list.map(\.code) == [.lineAlone, .lineAlone])
  }

  @Test func aCharacterAloneOnAPageIsSaidToBe() throws {
    let fixture = try LayoutFixture()
    var high = Case.endingInOneCharacter(3)
    high.style.lineStep = 30 * .point
    let (pages, findings) = fixture.layOut([Block(.paragraph(high))], lines: 2)
    #expect(pages.linesOnPages == [1, 1, 1])
    #expect(findings.list.map(\.code) == [.characterAlone])
  }

  @Test func boxesInBoxesStandOnOnePage() throws {
    let fixture = try LayoutFixture()
    let padding = Sides(top: .point, bottom: .point)
    var inner = Box(content: [LayoutFixture.block("工作")], padding: padding)
    for _ in 0..<40 { inner = Box(content: [Block(.box(inner))], padding: padding) }
    let (pages, findings) = fixture.layOut([LayoutFixture.block(Case.han(4)), Block(.box(inner))])
    #expect(pages.pages.count == 2)
    #expect(findings.list.map(\.code) == [.blockTooHigh])
  }
}
