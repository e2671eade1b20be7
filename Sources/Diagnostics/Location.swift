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
  /// A byte of the text and the number of characters before it in its line.
  private struct Mark {
    let offset: Int
    let count: Int
  }

  private let file: SourceFile
  private let starts: [Int]
  /// For each long line, by its index, places up to which its characters are counted, so that many
  /// places in one long paragraph are found without counting it anew each time.
  private var marks: [Int: [Mark]] = [:]

  package init(_ file: SourceFile) {
    self.file = file
    starts = Self.lineStarts(in: file.text)
    for index in starts.indices {
      let next = index + 1 < starts.count ? starts[index + 1] : file.text.count
      if next - starts[index] > Self.longLine { marks[index] = marks(in: lineRange(index)) }
    }
  }

  /// Bytes of a line beyond which its characters are counted once for all.
  private static let longLine = 4096
  private static let stride = 1024
  /// Characters of a long line that are shown before and after a place.
  private static let shown = 200

  private func marks(in line: Range<Int>) -> [Mark] {
    var marks = [Mark(offset: line.lowerBound, count: 0)]
    var offset = line.lowerBound
    var next = offset + Self.stride
    for (count, character) in characters(in: line).enumerated() {
      if offset >= next {
        marks.append(Mark(offset: offset, count: count))
        next = offset + Self.stride
      }
      offset += character.utf8.count
    }
    return marks
  }

  /// The characters of a line before a byte of it.
  private func count(before offset: Int, inLine index: Int, from start: Int) -> Int {
    guard let marks = marks[index] else { return characters(in: start..<offset).count }
    let after = Self.firstIndex(in: marks.indices) { marks[$0].offset > offset }
    let mark = marks[max(0, (after ?? marks.count) - 1)]
    return mark.count + characters(in: mark.offset..<offset).count
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
    let first = min(start, line.upperBound)
    let column = count(before: first, inLine: index, from: line.lowerBound)
    let excerpt = excerpt(around: first..<max(first, min(end, line.upperBound)), of: line)
    return Location(
      file: file.name,
      part: file.part,
      line: index + 1,
      column: column + 1,
      excerpt: excerpt.before + excerpt.covered + excerpt.after,
      highlight: excerpt.before.count..<(excerpt.before.count + max(1, excerpt.covered.count))
    )
  }

  /// A line in three parts; of a long one only what stands near.
  private func excerpt(
    around range: Range<Int>,
    of line: Range<Int>
  ) -> (before: String, covered: String, after: String) {
    let before = line.lowerBound..<range.lowerBound
    let after = range.upperBound..<line.upperBound
    guard line.count > Self.longLine else {
      return (characters(in: before), characters(in: range), characters(in: after))
    }
    let bytes = Self.shown * 4
    return (
      String(
        characters(in: max(before.lowerBound, before.upperBound - bytes)..<before.upperBound)
          .suffix(Self.shown)
      ),
      String(
        characters(in: range.lowerBound..<min(range.upperBound, range.lowerBound + bytes)).prefix(
          Self.shown
        )
      ),
      String(
        characters(in: after.lowerBound..<min(after.upperBound, after.lowerBound + bytes)).prefix(
          Self.shown
        )
      )
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
