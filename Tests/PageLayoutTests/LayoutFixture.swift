import Diagnostics
import DocumentModel
import Fonts
import Foundation
import Geometry
import PageLayout
import PageModel
import TestSupport
import Testing
import Typography
import WritingSystems

/// Small pages of ten characters by six lines of 10 pt in the tiny test font, with a step of 15 pt.
final class LayoutFixture {
  let library: FontLibrary
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "kanyin-layout-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for font in TestFont.allCases { try font.write(into: folder) }
    let map = FontMap(
      fonts: TestFont.allCases.map { FontMap.Font(name: $0.rawValue, file: $0.fileName) },
      roles: [
        FontMap.Role("song", simplified: WeightedNames([TestFont.song.rawValue]))
      ],
      others: WeightedNames([TestFont.arabic.rawValue])
    )
    library = try FontLibrary(map: map, folders: [folder])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let size = 10 * Length.point
  static let step = 15 * Length.point
  static let text = TextStyle(font: "song", size: size, language: .simplifiedChinese)

  static func style(_ change: (inout ParagraphStyle) -> Void = { _ in }) -> ParagraphStyle {
    var style = ParagraphStyle(text: text, lineStep: step, onGrid: true)
    change(&style)
    return style
  }

  static func paragraph(
    _ text: String,
    role: StructureRole = .paragraph,
    change: (inout ParagraphStyle) -> Void = { _ in }
  ) -> Paragraph {
    let inlines = [Inline.text(Inline.Text(text, style: Self.text))]
    return Paragraph(inlines: inlines, style: style(change), role: role)
  }

  static func block(_ text: String, keepWithNext: Bool = false) -> Block {
    Block(.paragraph(paragraph(text)), keepWithNext: keepWithNext)
  }

  func layOut(
    _ body: [Block],
    hyphenators: Hyphenators = Hyphenators(folder: "/nowhere"),
    masters: PageMasters = PageMasters(odd: PageMaster(), even: PageMaster()),
    lines: Int = 6,
    pitch: Length = LayoutFixture.step,
    lastPageFit: Int = 0
  ) -> (pages: PagedDocument, findings: Findings) {
    let width = 100 * Length.point
    let height = (lines - 1) * pitch + Self.size
    let setup = PageSetup(
      size: Size(width: 140 * .point, height: height + 65 * .point),
      bleed: .zero,
      doubleSided: true,
      typeArea: TypeArea(
        top: 30 * .point,
        inside: 25 * .point,
        width: width,
        height: height
      ),
      grid: CharacterGrid(
        characters: 10,
        lines: lines,
        characterSize: Self.size,
        width: width,
        height: height
      ),
      masters: masters,
      lastPageFit: lastPageFit
    )
    let document = Document(
      info: DocumentInfo(title: "工作", language: .simplifiedChinese),
      palette: InkPalette(),
      page: setup,
      body: body
    )
    var findings = Findings()
    let pages = PageLayout.layOut(
      document,
      shaper: Shaper(library: library),
      hyphenators: hyphenators,
      findings: &findings
    )
    return (pages, findings)
  }
}

extension PagedDocument {
  /// The texts of a page in the order they are read, line by line: what stands on one baseline is
  /// joined.
  func lines(onPage index: Int) -> [String] {
    var lines: [(y: Length, text: String)] = []
    for item in pages[index].frame.items {
      guard case .text(let run) = item.content else { continue }
      if let last = lines.last, last.y == item.origin.y {
        lines[lines.count - 1].text += run.text
      } else {
        lines.append((item.origin.y, run.text))
      }
    }
    return lines.map(\.text)
  }

  /// How many lines stand on each page.
  var linesOnPages: [Int] { pages.indices.map { lines(onPage: $0).count } }

  /// From the top of the page to each baseline, in points.
  func baselines(onPage index: Int) -> [Double] {
    var seen: [Double] = []
    for item in pages[index].frame.items {
      guard case .text = item.content else { continue }
      let y = item.origin.y.points
      if seen.last != y { seen.append(y) }
    }
    return seen
  }

  var rules: [(start: Point, rule: Rule)] {
    pages.flatMap(\.frame.items).compactMap { item in
      guard case .rule(let rule) = item.content else { return nil }
      return (item.origin, rule)
    }
  }
}
