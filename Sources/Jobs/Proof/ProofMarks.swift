import Diagnostics
import Fonts
import Geometry
import PageModel
import Typography

/// What a proof shows that a bulletin must not have: a frame around each character that no font has.
///
/// The shaper has set 〓 there; in a proof its absence is a warning, so that the proof can be made.
struct ProofMarks {
  private let missing: Set<Unicode.Scalar>

  init(_ findings: Findings) {
    let characters = findings.list.filter { $0.code == .missingCharacter }.compactMap { finding in
      finding.arguments["character"]
    }
    missing = Set(
      characters.compactMap { argument in
        switch argument {
        case .word(let text), .quote(let text): text.unicodeScalars.first
        default: nil
        }
      }
    )
  }

  /// The findings with missing characters as warnings.
  static func lowered(_ findings: Findings) -> Findings {
    var lowered = Findings()
    for var finding in findings.list {
      if finding.code == .missingCharacter { finding.severity = .warning }
      lowered.add(finding)
    }
    return lowered
  }

  /// The document with its marks.
  func on(_ document: PagedDocument) -> PagedDocument {
    guard !missing.isEmpty else { return document }
    let ink = document.palette.id(named: "red").map { InkTint($0) } ?? .black
    var document = document
    for index in document.pages.indices {
      document.pages[index].frame = marked(document.pages[index].frame, ink: ink)
    }
    return document
  }

  private func marked(_ frame: Frame, ink: InkTint) -> Frame {
    var frame = frame
    frame.items = frame.items.flatMap { item -> [FrameItem] in
      switch item.content {
      case .group(var group):
        group.frame = marked(group.frame, ink: ink)
        return [FrameItem(.group(group), at: item.origin, tag: item.tag)]
      case .text(let run):
        return [item] + frames(in: run, at: item.origin, ink: ink)
      case .rule, .path, .link:
        return [item]
      }
    }
    return frame
  }

  /// A frame around each of the missing characters of a horizontal run.
  private func frames(in run: GlyphRun, at origin: Point, ink: InkTint) -> [FrameItem] {
    guard run.direction == .horizontal,
      run.text.unicodeScalars.contains(where: missing.contains)
    else { return [] }
    let ascent = CharacterFrame.ascent(of: run.size)
    let path = Path(
      segments: Path.rectangle(Size(width: run.size, height: run.size)),
      stroke: (weight: .points(0.5), ink: ink)
    )
    var pen = origin
    var items: [FrameItem] = []
    for glyph in run.glyphs {
      if missing.contains(run.scalar(at: Int(glyph.cluster))) {
        let corner = Point(x: pen.x, y: pen.y - ascent)
        items.append(FrameItem(.path(path), at: corner, tag: .artifact(.layout)))
      }
      pen = pen + glyph.advance
    }
    return items
  }
}

extension GlyphRun {
  /// The character at a UTF-8 offset of the run's text.
  fileprivate func scalar(at offset: Int) -> Unicode.Scalar {
    text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: offset)]
  }
}
