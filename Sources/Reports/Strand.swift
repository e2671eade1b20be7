import Diagnostics
import WritingSystems

/// Unicode scalars, each with the bytes of the source it was read from.
///
/// The working form of text between decoding and the finished report: flat arrays, because the
/// rules look at neighbours, replace and remove, scalar by scalar.
struct Strand {
  let file: SourceFile.ID
  private(set) var scalars: [Unicode.Scalar]
  private(set) var starts: [UInt32]
  private(set) var ends: [UInt32]

  init(file: SourceFile.ID) {
    self.file = file
    scalars = []
    starts = []
    ends = []
  }

  /// The whole text of a file; its UTF-8 is valid (see `TextDecoder`).
  init(_ source: SourceFile) {
    self.init(file: source.id)
    let text = source.text
    let offsets = source.transcoding?.offsets
    reserve(text.count / 2)
    var index = 0
    while index < text.count {
      let (scalar, width) = Self.decode(text, at: index)
      scalars.append(scalar)
      starts.append(offsets.map { $0[index] } ?? UInt32(clamping: index))
      ends.append(offsets.map { $0[index + width] } ?? UInt32(clamping: index + width))
      index += width
    }
  }

  var count: Int { scalars.count }
  var isEmpty: Bool { scalars.isEmpty }
  var indices: Range<Int> { 0..<scalars.count }
  var string: String { string(of: indices) }

  func string(of range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  /// The bytes from the first to the last scalar of a range that is not empty.
  ///
  /// The last may stand before the first where cells of several lines were joined.
  func span(of range: Range<Int>) -> Span {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return Span(
      file: file,
      start: Int(min(starts[first], starts[last])),
      end: Int(max(ends[first], ends[last]))
    )
  }

  func slice(_ range: Range<Int>) -> Strand {
    var part = Strand(file: file)
    part.scalars = Array(scalars[range])
    part.starts = Array(starts[range])
    part.ends = Array(ends[range])
    return part
  }

  mutating func append(_ other: Strand) {
    scalars += other.scalars
    starts += other.starts
    ends += other.ends
  }

  mutating func append(_ scalar: Unicode.Scalar, at span: Span) {
    scalars.append(scalar)
    starts.append(span.start)
    ends.append(span.end)
  }

  /// Adds scalars that stand as a whole for some bytes.
  mutating func append(_ added: some Sequence<Unicode.Scalar>, standingFor span: Span) {
    for scalar in added {
      scalars.append(scalar)
      starts.append(span.start)
      ends.append(span.end)
    }
  }

  private mutating func reserve(_ capacity: Int) {
    scalars.reserveCapacity(capacity)
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
  }

  private static func decode(_ text: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
    let lead = UInt32(text[index])
    func tail(_ place: Int) -> UInt32 { UInt32(text[index + place] & 0x3F) }
    let (value, width): (UInt32, Int) =
      switch lead {
      case 0..<0x80: (lead, 1)
      case 0x80..<0xE0: ((lead & 0x1F) << 6 | tail(1), 2)
      case 0xE0..<0xF0: ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
      default: ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}

// MARK: - Edits

/// A change to a part of a strand.
struct Edit {
  let range: Range<Int>
  let replacement: [Unicode.Scalar]
}

extension Strand {
  /// Makes all edits at once; they are in order and do not overlap.
  ///
  /// A replacement as long as what it replaces keeps each scalar's place; any other stands for the
  /// replaced bytes as a whole.
  func applying(_ edits: [Edit]) -> Strand {
    guard !edits.isEmpty else { return self }
    var result = Strand(file: file)
    result.reserve(count)
    var done = 0
    for edit in edits {
      result.append(self, from: done..<edit.range.lowerBound)
      result.append(edit.replacement, for: edit.range, of: self)
      done = edit.range.upperBound
    }
    result.append(self, from: done..<count)
    return result
  }

  mutating func append(_ other: Strand, from range: Range<Int>) {
    scalars += other.scalars[range]
    starts += other.starts[range]
    ends += other.ends[range]
  }

  private mutating func append(
    _ replacement: [Unicode.Scalar],
    for range: Range<Int>,
    of other: Strand
  ) {
    guard replacement.count == range.count else {
      return append(replacement, standingFor: other.span(of: range))
    }
    scalars += replacement
    starts += other.starts[range]
    ends += other.ends[range]
  }
}

// MARK: - The finished form

extension Strand {
  /// The text with its places, in as few pieces as its bytes allow.
  func sourced() -> SourcedText { sourced(indices) }

  func sourced(_ range: Range<Int>) -> SourcedText {
    var pieces: [(count: Int, span: Span)] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = endOfPiece(from: start, in: range)
      pieces.append((end - start, span(of: start..<end)))
      start = end
    }
    return SourcedText(string(of: range), pieces: pieces)
  }

  /// The end of the scalars that lie side by side with one width, or share one place.
  private func endOfPiece(from start: Int, in range: Range<Int>) -> Int {
    let width = ends[start] - starts[start]
    var end = start + 1
    while end < range.upperBound, starts[end] == ends[end - 1], ends[end] - starts[end] == width {
      end += 1
    }
    guard end == start + 1 else { return end }
    while end < range.upperBound, starts[end] == starts[start], ends[end] == ends[start] {
      end += 1
    }
    return end
  }
}
