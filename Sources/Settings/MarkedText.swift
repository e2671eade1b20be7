import Diagnostics

/// The text of a YAML file with its line starts as the YAML library counts them.
///
/// The library states places as line and column, columns in Unicode scalars; a line ends at CR LF,
/// CR, LF, NEL, LS or PS (YAML 1.1 §5.4, which libyaml follows).
struct MarkedText {
  /// The text without a byte order mark.
  let string: String
  private let utf8: [UInt8]
  private let file: SourceFile.ID
  /// How many bytes of the file come before the text: a byte order mark or nothing.
  private let base: Int
  private let lineStarts: [Int]

  /// Takes the bytes of a file, or nothing when they are not UTF-8.
  init?(_ bytes: [UInt8], file: SourceFile.ID) {
    base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    utf8 = Array(bytes.dropFirst(base))
    guard let string = String(validating: utf8, as: UTF8.self) else { return nil }
    self.string = string
    self.file = file
    lineStarts = Self.lineStarts(in: utf8)
  }

  /// The bytes from an offset of the text on.
  func bytes(at offset: Int) -> ArraySlice<UInt8> { utf8[max(0, min(offset, utf8.count))...] }

  /// A span of the file from offsets of the text.
  func span(from start: Int, to end: Int) -> Span {
    let lower = min(start, utf8.count)
    return Span(file: file, start: base + lower, end: base + max(lower, min(end, utf8.count)))
  }

  func span(from start: Int, toFileOffset end: Int) -> Span {
    span(from: start, to: max(start, end - base))
  }

  /// The offset of a place in the text; lines and columns count from 0.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 0, line < lineStarts.count else { return utf8.count }
    var offset = lineStarts[line]
    var left = column
    while left > 0, offset < utf8.count {
      offset += 1
      while offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// How many `*name` there may be, or none when there is no `&name` that they could refer to.
  ///
  /// An upper bound read off the bytes before parsing: the library compares mapping keys by their
  /// whole content, so that nested aliases as keys would cost exponential time.
  var aliasCount: Int {
    count(of: UInt8(ascii: "&")) == 0 ? 0 : count(of: UInt8(ascii: "*"))
  }

  private func count(of mark: UInt8) -> Int {
    let openers = Array(" \t\r\n[{,:-?".utf8)
    return utf8.indices.count { index in
      utf8[index] == mark
        && (index == 0 || openers.contains(utf8[index - 1]))
        && index + 1 < utf8.count && Self.isNameByte(utf8[index + 1])
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }

  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let length = lineEndLength(in: bytes, at: index)
      index += max(1, length)
      if length > 0 { starts.append(index) }
    }
    return starts
  }

  private static func lineEndLength(in bytes: [UInt8], at index: Int) -> Int {
    func byte(_ distance: Int) -> UInt8? {
      index + distance < bytes.count ? bytes[index + distance] : nil
    }
    switch (bytes[index], byte(1), byte(2)) {
    case (0x0D, 0x0A, _): return 2
    case (0x0D, _, _), (0x0A, _, _): return 1
    case (0xC2, 0x85, _): return 2
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return 3
    default: return 0
    }
  }
}
