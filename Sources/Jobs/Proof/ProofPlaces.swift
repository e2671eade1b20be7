import Diagnostics
import Fonts
import Geometry
import PageModel
import Typography

/// Where on finished pages the texts of files stand.
struct ProofPlaces {
  /// A stretch of a line on a page.
  struct Place: Hashable {
    /// The index of the page.
    var page: Int
    /// Where the stretch begins, on the baseline.
    var start: Point
    var end: Length
    /// The type size.
    var size: Length
  }

  private struct Line {
    let page: Int
    let origin: Point
    let run: GlyphRun
    let span: Span
  }

  private let texts: ReportTexts
  /// The runs of each file, by where they begin in it.
  private var lines: [SourceFile.ID: [Line]] = [:]

  init(_ pages: [Page], texts: ReportTexts) {
    self.texts = texts
    for (index, page) in pages.enumerated() { collect(page.frame, at: .zero, page: index) }
    for file in lines.keys {
      lines[file]?.sort { a, b in
        (a.span.start, a.page, a.origin.y, a.origin.x)
          < (b.span.start, b.page, b.origin.y, b.origin.x)
      }
    }
  }

  private mutating func collect(_ frame: Frame, at origin: Point, page: Int) {
    for item in frame.items {
      switch item.content {
      case .group(let group):
        // What is turned has no place in a line.
        let transform = group.transform
        guard transform.a == .one, transform.d == .one else { continue }
        collect(group.frame, at: origin + item.origin + transform.translation, page: page)
      case .text(let run):
        guard run.direction == .horizontal, let span = run.span, case .element = item.tag else {
          continue
        }
        let line = Line(page: page, origin: origin + item.origin, run: run, span: span)
        lines[span.file, default: []].append(line)
      case .rule, .path, .link: break
      }
    }
  }

  /// The first stretch of a span that is printed, and all of them up to a length that can be
  /// underlined; nil for what is not on the pages.
  func places(of span: Span) -> [Place] {
    var found: [Place] = []
    for line in lines[span.file] ?? [] where line.span.start < max(span.end, span.start + 1) {
      guard line.span.end > span.start else { continue }
      found.append(place(of: span, in: line))
    }
    return found
  }

  private func place(of span: Span, in line: Line) -> Place {
    let start = pen(at: span.start, in: line)
    let end = pen(at: max(span.end, span.start + 1), in: line)
    return Place(
      page: line.page,
      start: Point(x: line.origin.x + start, y: line.origin.y),
      end: line.origin.x + max(end, start),
      size: line.run.size
    )
  }

  /// How far along a line a byte of its file stands.
  private func pen(at byte: UInt32, in line: Line) -> Length {
    guard byte > line.span.start, !line.run.isRightToLeft else { return .zero }
    let offset = offset(of: byte, in: line)
    var pen = Length.zero
    for glyph in line.run.glyphs {
      if Int(glyph.cluster) >= offset { return pen }
      pen += glyph.advance.x
    }
    return line.run.advance.x
  }

  /// The UTF-8 offset in a run of what stands at a byte of its file; what is of no report's text (a
  /// layout's words, a ledger's cell) is taken to spread evenly over its bytes.
  private func offset(of byte: UInt32, in line: Line) -> Int {
    let text = line.run.text
    let file = line.span.file
    if let count = texts.characters(from: line.span.start, to: byte, in: file) {
      return text.unicodeScalars.prefix(max(0, count)).reduce(0) { $0 + $1.utf8.count }
    }
    let bytes = max(1, Int(line.span.end) - Int(line.span.start))
    return min(Int(byte) - Int(line.span.start), bytes) * text.utf8.count / bytes
  }
}
