import Diagnostics
import DocumentModel

/// Where the characters of a stretch were read: a walk through its text, so that asking for all of
/// them in their order costs no more than reading it once.
struct CharacterPlaces {
  private let stretch: InlineText.Stretch
  private let text: ArraySlice<UInt8>
  private var offset = 0
  private var scalars = 0

  /// `text` is the UTF-8 of the stretch.
  init(of stretch: InlineText.Stretch, text: ArraySlice<UInt8>) {
    self.stretch = stretch
    self.text = text
  }

  /// Where the character at a UTF-8 offset of the stretch was read, if that is known exactly, else
  /// where the stretch was.
  mutating func span(at place: Int) -> Span? {
    if let origin = stretch.origin { return origin.span(at: scalar(at: place)) ?? stretch.span }
    // A text as long as its span is a copy of it, byte for byte.
    guard let span = stretch.span, Int(span.end - span.start) == text.count else {
      return stretch.span
    }
    let first = Int(span.start) + place
    var end = place + 1
    while end < text.count, isContinuation(end) { end += 1 }
    return Span(file: span.file, start: first, end: Int(span.start) + end)
  }

  private mutating func scalar(at place: Int) -> Int {
    if place < offset { (offset, scalars) = (0, 0) }
    while offset < place {
      offset += 1
      if offset >= text.count || !isContinuation(offset) { scalars += 1 }
    }
    return scalars
  }

  private func isContinuation(_ offset: Int) -> Bool {
    text[text.startIndex + offset] & 0xC0 == 0x80
  }
}
