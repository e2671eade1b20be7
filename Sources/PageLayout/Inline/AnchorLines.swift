import DocumentModel
import Geometry
import LineBreaking

extension BrokenParagraph {
  /// The line that each anchor of the paragraph is in.
  var anchorLines: [(line: Int, name: String)] {
    guard !paragraph.anchors.isEmpty, !lines.isEmpty else { return [] }
    let offsets = byteOffsets(of: paragraph.anchors.map(\.offset))
    let ends = lines.map { line in
      line.units.last.map { shaped.pieces[$0].text.upperBound } ?? 0
    }
    return zip(paragraph.anchors, offsets).map { anchor, offset in
      (ends.firstIndex { offset < $0 } ?? lines.count - 1, anchor.name)
    }
  }

  /// UTF-8 offsets in the paragraph's text of offsets in scalars.
  private func byteOffsets(of offsets: [Int]) -> [Int] {
    var starts: [Int] = []
    var bytes = 0
    for scalar in shaped.source.text.unicodeScalars {
      starts.append(bytes)
      bytes += UTF8.width(scalar)
    }
    return offsets.map { starts.indices.contains($0) ? starts[$0] : bytes }
  }
}

extension ParagraphPlan {
  /// Makes the anchors of a line known: a reader that follows a link sees the whole of the line, at
  /// the left edge of the measure.
  func closeAnchors(of line: Int, at place: Point, into frame: inout OpenFrame) {
    guard !frame.isRepeated else { return }
    for anchor in anchors where anchor.line == line {
      frame.marks.append(.destination(name: anchor.name, at: place))
    }
  }
}
