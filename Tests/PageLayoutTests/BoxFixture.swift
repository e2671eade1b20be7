import Diagnostics
import DocumentModel
import Fonts
import Foundation
import Geometry
import PageLayout
import PageModel
import TestSupport
import Typography

/// One page in a font of boxes, where any character is one em wide and any of ASCII a half: what
/// stands where can be reckoned in the head.
///
/// The measure has `characters` of 10 pt, lines are 15 pt apart unless a style says otherwise.
final class BoxFixture {
  private let library: FontLibrary
  private let folder: String
  private let characters: Int

  static let size = 10 * Length.point
  static let text = TextStyle(font: "song", size: size, language: .simplifiedChinese)

  init(_ text: String, characters: Int = 10) throws {
    self.characters = characters
    folder = FileManager.default.temporaryDirectory
      .appending(path: "kanyin-boxes-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = folder + "/boxes.ttf"
    try Data(BoxFont(text + "□").bytes).write(to: URL(filePath: file))
    let map = FontMap(
      fonts: [FontMap.Font(name: "KanyinBoxes", file: "boxes.ttf")],
      roles: [FontMap.Role("song", simplified: WeightedNames(["KanyinBoxes"]))],
      others: WeightedNames(["KanyinBoxes"])
    )
    library = try FontLibrary(map: map, folders: [folder])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func text(_ string: String, change: (inout TextStyle) -> Void = { _ in }) -> Inline {
    var style = text
    change(&style)
    return .text(Inline.Text(string, style: style))
  }

  static func paragraph(
    _ inlines: [Inline],
    change: (inout ParagraphStyle) -> Void = { _ in }
  ) -> Block {
    var style = ParagraphStyle(text: text, alignment: .left, lineStep: 15 * .point, onGrid: true)
    change(&style)
    return Block(.paragraph(Paragraph(inlines: inlines, style: style)))
  }

  func layOut(_ body: [Block]) -> (pages: PagedDocument, findings: Findings) {
    let width = characters * Self.size
    let height = 310 * Length.point
    let setup = PageSetup(
      size: Size(width: width + 50 * .point, height: 400 * .point),
      bleed: .zero,
      doubleSided: false,
      typeArea: TypeArea(top: 30 * .point, inside: 25 * .point, width: width, height: height),
      grid: CharacterGrid(
        characters: characters,
        lines: 21,
        characterSize: Self.size,
        width: width,
        height: height
      ),
      masters: PageMasters(odd: PageMaster(), even: PageMaster())
    )
    let document = Document(
      info: DocumentInfo(title: "盒", language: .simplifiedChinese),
      palette: InkPalette(),
      page: setup,
      body: body
    )
    var findings = Findings()
    let pages = PageLayout.layOut(document, shaper: Shaper(library: library), findings: &findings)
    return (pages, findings)
  }
}

extension PagedDocument {
  /// What is seen on the first page, in its order: `text x–end @baseline` for text, in points from
  /// the left edge of the type area and from the first baseline (negative upwards).
  var boxes: [String] {
    let first = Length.point.scaled(by: 388, over: 10)
    return pages[0].frame.items.compactMap { item in
      let x = item.origin.x - 25 * .point
      let y = item.origin.y - first
      switch item.content {
      case .text(let run):
        let edges = run.edges(from: x)
        return "\(run.text) \(edges.left)–\(edges.right) @\(y)"
      case .group(let group):
        let text = group.frame.items.compactMap { inner -> String? in
          if case .text(let run) = inner.content { return run.text }
          return nil
        }
        let share = group.transform.a
        return "\(text.joined()) \(x)–\(x + group.frame.size.width * share) narrowed"
      case .rule(let rule): return "rule \(x)–\(x + rule.end.x) @\(y)"
      case .path(let path): return "dots \(path.centres(from: x)) @\(y)"
      case .link: return nil
      }
    }
  }
}

extension GlyphRun {
  /// From the left edge of the first box to the right edge of the last.
  fileprivate func edges(from x: Length) -> (left: Length, right: Length) {
    var pen = x
    var left = x
    var right = x
    for (index, glyph) in glyphs.enumerated() {
      let scalar = text.unicodeScalars[
        text.utf8.index(text.utf8.startIndex, offsetBy: Int(glyph.cluster))
      ]
      let start = pen + glyph.offset.x
      if index == 0 { left = start }
      right = start + size.scaled(by: Int64(BoxFont.advance(of: scalar)), over: 1000)
      pen += glyph.advance.x
    }
    return (left, right)
  }
}

extension Path {
  /// The middles of circles that begin at their right end: first, last and how many.
  fileprivate func centres(from x: Length) -> String {
    var bounds: [(Length, Length)] = []
    for segment in segments {
      switch segment {
      case .move(let point): bounds.append((point.x, point.x))
      case .curve(_, _, let to):
        let last = bounds.count - 1
        bounds[last] = (min(bounds[last].0, to.x), max(bounds[last].1, to.x))
      default: break
      }
    }
    let middles = bounds.map { x + ($0.0 + $0.1).scaled(by: 1, over: 2) }
    guard let first = middles.first, let last = middles.last else { return "none" }
    return "\(first)…\(last) ×\(middles.count)"
  }
}
