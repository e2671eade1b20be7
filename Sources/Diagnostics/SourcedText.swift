/// Text that knows where each of its characters was read.
///
/// Offsets are in Unicode scalars, as in `figures --json`. The map is a list of pieces; a piece
/// either copies a stretch of the file (each scalar stands `width` bytes after the one before it)
/// or stands as a whole for a span (a converted phrase, a repaired mark).
package struct SourcedText: Hashable, Sendable {
  /// A stretch of scalars and the span it came from.
  package struct Piece: Hashable, Sendable {
    /// The offset of the first scalar in the text.
    package let start: Int
    package let count: Int
    package let span: Span

    /// The span of a part of the piece; offsets are within the piece.
    fileprivate func span(of range: Range<Int>) -> Span {
      let bytes = Int(span.end - span.start)
      guard count > 0, bytes % count == 0 else { return span }
      let width = bytes / count
      let start = Int(span.start) + range.lowerBound * width
      return Span(file: span.file, start: start, end: start + range.count * width)
    }
  }

  package private(set) var string: String
  package private(set) var pieces: [Piece]
  /// The number of Unicode scalars.
  package private(set) var count: Int

  package init() {
    string = ""
    pieces = []
    count = 0
  }

  /// A text that stands for a span as a whole.
  package init(_ string: String, span: Span) {
    self.init()
    append(string, span: span)
  }

  /// A text whose stretches, one behind the other, were read at spans as `append` takes them.
  ///
  /// The counts of scalars, none of them zero, add up to the text.
  package init(_ string: String, pieces: [(count: Int, span: Span)]) {
    self.init()
    self.string = string
    for piece in pieces { addPiece(piece.count, piece.span) }
  }

  package var isEmpty: Bool { count == 0 }

  /// Adds scalars read at a span.
  ///
  /// When the bytes of the span divide evenly over the scalars, each
  /// scalar has its own place; so add text of unlike widths (`a中`) piece by piece.
  package mutating func append(_ text: String, span: Span) {
    let added = text.unicodeScalars.count
    guard added > 0 else { return }
    string += text
    addPiece(added, span)
  }

  private mutating func addPiece(_ added: Int, _ span: Span) {
    defer { count += added }
    if let last = pieces.last, let joined = Self.join(last, span: span, count: added) {
      pieces[pieces.count - 1] = joined
    } else {
      pieces.append(Piece(start: count, count: added, span: span))
    }
  }

  package mutating func append(_ other: SourcedText) {
    var scalars = other.string.unicodeScalars[...]
    for piece in other.pieces {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars.prefix(piece.count))
      scalars = scalars.dropFirst(piece.count)
      append(String(text), span: piece.span)
    }
  }

  /// The span of a range of scalars, from the first to the last; nil for an empty text.
  package func span(of range: Range<Int>) -> Span? {
    var found: Span?
    for piece in pieces[firstPiece(endingAfter: range.lowerBound)...] {
      guard piece.start < range.upperBound || (range.isEmpty && found == nil) else { break }
      let lower = max(range.lowerBound, piece.start) - piece.start
      let upper = max(lower, min(range.upperBound, piece.start + piece.count) - piece.start)
      let part = piece.span(of: lower..<upper)
      found = found.map { $0.file == part.file ? $0.joined(with: part) : $0 } ?? part
    }
    return found
  }

  /// The span of the whole text, or nil when it is empty.
  package var span: Span? { span(of: 0..<count) }

  /// The offset of the scalar read at a byte of a file, or of the next that was kept behind it; nil
  /// where no more follow.
  package func offset(of byte: UInt32, in file: SourceFile.ID) -> Int? {
    for piece in pieces where piece.span.file == file && piece.span.end > byte {
      let bytes = Int(piece.span.end - piece.span.start)
      guard byte > piece.span.start, bytes % piece.count == 0 else { return piece.start }
      return piece.start + Int(byte - piece.span.start) * piece.count / bytes
    }
    return nil
  }

  /// A part of the text, with its places.
  package func slice(_ range: Range<Int>) -> SourcedText {
    var result = SourcedText()
    let scalars = string.unicodeScalars
    var index = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
    for piece in pieces[firstPiece(endingAfter: range.lowerBound)...]
    where piece.start < range.upperBound {
      let lower = max(range.lowerBound, piece.start)
      let upper = min(range.upperBound, piece.start + piece.count)
      let end = scalars.index(index, offsetBy: upper - lower)
      let span = piece.span(of: (lower - piece.start)..<(upper - piece.start))
      result.append(String(scalars[index..<end]), span: span)
      index = end
    }
    return result
  }

  private func firstPiece(endingAfter offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start + pieces[middle].count > offset {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// One piece for two neighbours that lie side by side in the file with scalars of one width.
  private static func join(_ last: Piece, span: Span, count: Int) -> Piece? {
    guard last.span.file == span.file, last.span.end == span.start else { return nil }
    let lastBytes = Int(last.span.end - last.span.start)
    let bytes = Int(span.end - span.start)
    guard lastBytes % last.count == 0, bytes % count == 0,
      lastBytes / last.count == bytes / count, bytes > 0
    else { return nil }
    return Piece(start: last.start, count: last.count + count, span: last.span.joined(with: span))
  }
}
