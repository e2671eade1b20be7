import Diagnostics
import DocumentModel
import Fonts
import Foundation
import Geometry
import PageLayout
import PageModel
import TestSupport
import Typography

/// Sets the table of cases on pages, in fonts of boxes that have every character of it.
final class CasePages: Sendable {
  static let em = 12 * Length.point
  private static let step = 18 * Length.point

  private let library: FontLibrary
  private let folder: String

  init(_ cases: [CompositionCase]) throws {
    let text = cases.map(\.text.plain).joined() + " "
    folder = FileManager.default.temporaryDirectory
      .appending(path: "kanyin-cases-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["han", "latin"] {
      let isLatin = name == "latin"
      let own = isLatin ? text.filter { $0.isASCII || "“”‘’—…–".contains($0) } : text
      let font = BoxFont(own) { NominalFont.metrics(of: $0, isLatinFont: isLatin) }
      try Data(font.bytes).write(to: URL(filePath: folder + "/\(name).ttf"))
    }
    let han = WeightedNames(["han"])
    let latin = WeightedNames(["latin"])
    let map = FontMap(
      fonts: ["han", "latin"].map { FontMap.Font(name: $0, file: "\($0).ttf") },
      roles: [FontMap.Role("song", simplified: han, latin: latin, marks: han)],
      others: han
    )
    library = try FontLibrary(map: map, folders: [folder])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The lines of a case, as they stand on a page.
  func lines(of example: CompositionCase) -> [PlacedLine] {
    let measure = example.measure.length(em: Self.em)
    let height = 40 * Self.step
    let setup = PageSetup(
      size: Size(width: measure + 20 * .point, height: height + 20 * .point),
      bleed: .zero,
      doubleSided: false,
      typeArea: TypeArea(top: 10 * .point, inside: 10 * .point, width: measure, height: height),
      grid: CharacterGrid(
        characters: 10,
        lines: 40,
        characterSize: Self.em,
        width: measure,
        height: height
      ),
      masters: PageMasters(odd: PageMaster(), even: PageMaster())
    )
    let document = Document(
      info: DocumentInfo(title: "工作", language: .simplifiedChinese),
      palette: InkPalette(),
      page: setup,
      body: [Block(.paragraph(paragraph(example)))]
    )
    var findings = Findings()
    let pages = PageLayout.layOut(document, shaper: Shaper(library: library), findings: &findings)
    return lines(of: pages, indent: measure - example.width(ofLine: 0).length(em: Self.em))
  }

  private func paragraph(_ example: CompositionCase) -> Paragraph {
    let text = TextStyle(font: "song", size: Self.em, language: .simplifiedChinese)
    var style = ParagraphStyle(text: text, lineStep: Self.step, onGrid: false)
    style.indentFirst = (example.measure - example.width(ofLine: 0)).length(em: Self.em)
    for word in example.style {
      if let level = ProhibitionLevel(rawValue: word) { style.prohibition = level }
      switch word {
      case "开明": style.punctuation = .kaiming
      case "半角": style.punctuation = .halfWidth
      case "行末半角": style.punctuation = .lineEndHalf
      case "原样": style.punctuation = .plain
      case "third": style.autospace = .third
      case "fixed": style.autospace = .fixed
      case "solid": style.autospace = .none
      case "ragged": style.alignment = .left
      default: break
      }
    }
    return Paragraph(inlines: inlines(of: example.text, style: text), style: style)
  }

  private func inlines(of text: MarkedText, style: TextStyle) -> [Inline] {
    var inlines: [Inline] = []
    var start = 0
    for end in 1...max(1, text.characters.count) {
      let isEnd = end >= text.characters.count || text.bonds[end] != text.bonds[start]
      guard isEnd, start < text.characters.count else { continue }
      let content = Self.inlines(text.characters[start..<end], style: style)
      switch text.bonds[start] {
      case .none: inlines += content
      case .figure(let number): inlines.append(.figure(FigureID(index: Int32(number)), content))
      case .name: inlines.append(.name(content))
      }
      start = end
    }
    return inlines
  }

  private static func inlines(_ text: ArraySlice<Character>, style: TextStyle) -> [Inline] {
    let parts = text.split(separator: "\u{2028}", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { index, part in
      (index > 0 ? [Inline.lineBreak] : []) + [.text(Inline.Text(String(part), style: style))]
    }
  }

  /// Glyphs of one baseline are a line; a cluster stands where its first glyph does.
  private func lines(of pages: PagedDocument, indent: Length) -> [PlacedLine] {
    var rows: [(y: Length, clusters: [(text: String, x: Length)])] = []
    for item in pages.pages.flatMap(\.frame.items) {
      guard case .text(let run) = item.content else { continue }
      if rows.last?.y != item.origin.y { rows.append((item.origin.y, [])) }
      let edge = 10 * Length.point + (rows.count == 1 ? indent : .zero)
      rows[rows.count - 1].clusters += clusters(of: run, at: item.origin.x - edge)
    }
    return rows.map { row in
      let text = row.clusters.map { $0.text.first ?? "\u{FFFD}" }
      let advances = NominalFont.advances(of: text)
      let places = zip(row.clusters, text).enumerated().map { index, entry in
        let advance = advances[index].length(em: Self.em)
        return PlacedLine.Place(entry.1, x: entry.0.x, advance: advance)
      }
      return PlacedLine(places, width: nil, overflow: .zero)
    }
  }

  private func clusters(of run: GlyphRun, at origin: Length) -> [(text: String, x: Length)] {
    var x = origin
    var starts: [(offset: Int, x: Length)] = []
    for glyph in run.glyphs {
      if starts.last?.offset != Int(glyph.cluster) { starts.append((Int(glyph.cluster), x)) }
      x += Length(units: Int64(glyph.xAdvance))
    }
    let bytes = Array(run.text.utf8)
    return starts.enumerated().map { index, start in
      let end = index + 1 < starts.count ? starts[index + 1].offset : bytes.count
      return (String(decoding: bytes[start.offset..<end], as: UTF8.self), start.x)
    }
  }
}
