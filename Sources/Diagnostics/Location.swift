/// A span as a person reads it: lines and columns from 1, columns in characters.
package struct Location: Hashable, Sendable {
  package let file: String
  package let part: String?
  package let line: Int
  package let column: Int
  /// The source line without its line end.
  package let excerpt: String
  /// The characters of the excerpt that the span covers, at least one place wide.
  package let highlight: Range<Int>
}

extension SourceFiles {
  /// Where a span stands, found by walking the file once.
  ///
  /// Cost is linear in the file; places are looked up only for what is printed. For many spans of
  /// one file use `LineTable`.
  package func location(of span: Span) -> Location {
    LineTable(self[span.file]).location(of: span)
  }
}

/// The line starts of one file, for looking up many places.
package struct LineTable: Sendable {
  private let file: SourceFile
  private let starts: [Int]

  package init(_ file: SourceFile) {
    self.file = file
    self.starts = Self.lineStarts(in: file.text)
  }

  /// The number of the line that a byte offset of the file as given lies in, from 1.
  package func line(of offset: UInt32) -> Int {
    lineIndex(of: textOffset(of: offset)) + 1
  }

  package func location(of span: Span) -> Location {
    let start = textOffset(of: span.start)
    let end = max(start, textOffset(of: span.end))
    let index = lineIndex(of: start)
    let line = lineRange(index)
    let before = characters(in: line.lowerBound..<min(start, line.upperBound))
    let covered = characters(
      in: min(start, line.upperBound)..<max(min(start, line.upperBound), min(end, line.upperBound))
    )
    return Location(
      file: file.name,
      part: file.part,
      line: index + 1,
      column: before.count + 1,
      excerpt: characters(in: line),
      highlight: before.count..<(before.count + max(1, covered.count))
    )
  }

  private func characters(in range: Range<Int>) -> String {
    String(decoding: file.text[range], as: UTF8.self)
  }

  /// The offset in the UTF-8 text of an offset in the file as given.
  ///
  /// A byte order mark is in no line: what begins with it begins with the first.
  private func textOffset(of offset: UInt32) -> Int {
    guard let offsets = file.transcoding?.offsets else {
      return min(max(Int(offset), starts[0]), file.bytes.count)
    }
    let index = Self.firstIndex(in: offsets.indices) { offsets[$0] >= offset } ?? offsets.count - 1
    return max(index, starts[0])
  }

  private func lineIndex(of textOffset: Int) -> Int {
    let next = Self.firstIndex(in: starts.indices) { starts[$0] > textOffset } ?? starts.count
    return next - 1
  }

  private func lineRange(_ index: Int) -> Range<Int> {
    let text = file.text
    var end = index + 1 < starts.count ? starts[index + 1] : text.count
    while end > starts[index], text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return starts[index]..<end
  }

  private static func lineStarts(in text: [UInt8]) -> [Int] {
    var starts = [text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (index, byte) in text.enumerated() {
      let loneReturn = byte == 0x0D && !(index + 1 < text.count && text[index + 1] == 0x0A)
      if byte == 0x0A || loneReturn { starts.append(index + 1) }
    }
    return starts
  }

  /// The first index for which a condition that once true stays true holds.
  private static func firstIndex(in range: Range<Int>, where holds: (Int) -> Bool) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low < range.upperBound ? low : nil
  }
}
