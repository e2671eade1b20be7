import Diagnostics

/// How a scalar is written in the file.
enum ScalarStyle {
  case plain
  case singleQuoted
  case doubleQuoted
  /// Behind `|` or `>`.
  case block
}

/// Finds for each character of a scalar where it stands in the file.
///
/// The value and its source are walked side by side: folding, indentation, doubled quotes and
/// escapes are the only differences YAML allows (1.2 §6.5, §7.3, §8.1). Should they fall apart all
/// the same, the rest of the value stands for the rest of what was walked.
struct ScalarPlaces {
  let places: MarkedText

  func text(of value: String, style: ScalarStyle, from start: Int) -> SourcedText {
    var walk = Walk(
      source: places.bytes(at: start),
      style: style,
      text: SourcedText(),
      places: places
    )
    walk.enter()
    for scalar in value.unicodeScalars { walk.take(scalar) }
    return walk.text
  }

  private struct Walk {
    /// What is still ahead; its indices are offsets of the text.
    var source: ArraySlice<UInt8>
    let style: ScalarStyle
    var text: SourcedText
    let places: MarkedText

    /// Steps over the opening quotation mark or the header of a block.
    mutating func enter() {
      switch style {
      case .plain: break
      case .singleQuoted, .doubleQuoted: source = source.dropFirst()
      case .block:
        source = source.drop { $0 != 0x0A && $0 != 0x0D }
        source = source.dropFirst(source.starts(with: [0x0D, 0x0A]) ? 2 : 1)
      }
    }

    mutating func take(_ scalar: Unicode.Scalar) {
      if takeSame(scalar) || takeQuoted(scalar) || takeWhiteSpace(scalar) { return }
      skipWhiteSpace()
      if takeSame(scalar) || takeQuoted(scalar) { return }
      append(scalar, length: 0)
    }

    private mutating func takeSame(_ scalar: Unicode.Scalar) -> Bool {
      let bytes = Array(String(scalar).utf8)
      let isEscape =
        style == .doubleQuoted && scalar == "\\" || style == .singleQuoted && scalar == "'"
      guard !isEscape, source.starts(with: bytes) else { return false }
      append(scalar, length: bytes.count)
      return true
    }

    private mutating func takeQuoted(_ scalar: Unicode.Scalar) -> Bool {
      if style == .singleQuoted, scalar == "'", source.starts(with: Array("''".utf8)) {
        append(scalar, length: 2)
        return true
      }
      guard style == .doubleQuoted, source.first == UInt8(ascii: "\\") else { return false }
      guard let length = escapeLength else { return false }
      append(scalar, length: length)
      return true
    }

    /// The bytes of the escape ahead, or nil for an escaped line end, which stands for nothing.
    private var escapeLength: Int? {
      switch source.dropFirst().first {
      case UInt8(ascii: "x"): 4
      case UInt8(ascii: "u"): 6
      case UInt8(ascii: "U"): 10
      case 0x0A, 0x0D, nil: nil
      default: 2
      }
    }

    /// A space or line end of the value stands for a folded run of white space.
    private mutating func takeWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
      guard scalar == " " || scalar == "\n" else { return false }
      let run = source.prefix(while: Self.isWhiteSpace)
      guard !run.isEmpty else { return false }
      append(scalar, length: run.count)
      return true
    }

    private mutating func skipWhiteSpace() {
      while let first = source.first {
        if Self.isWhiteSpace(first) {
          source = source.dropFirst()
        } else if style == .doubleQuoted, first == UInt8(ascii: "\\"), escapeLength == nil {
          source = source.dropFirst()
        } else {
          return
        }
      }
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private mutating func append(_ scalar: Unicode.Scalar, length: Int) {
      let start = source.startIndex
      text.append(String(scalar), span: places.span(from: start, to: start + length))
      source = source.dropFirst(length)
    }
  }
}
