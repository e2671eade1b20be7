import WritingSystems

/// A text as the recogniser reads it: simplified and half width, one scalar for each of the text.
///
/// Offsets in it are offsets in the text, and quotes are taken from the text itself.
struct FoldedText {
  let original: [Unicode.Scalar]
  let scalars: [Unicode.Scalar]
  /// The scalars inside 《》, which name something.
  let titles: Marked
  /// The scalars inside “” 「」 『』 ‘’ around a few words, which name something; what is longer
  /// is somebody's speech.
  let quotes: Marked
  /// The same around a row of watchwords: “一主两副、一圈两带”.
  let watchwords: Marked

  init(_ text: String) {
    original = Array(text.unicodeScalars)
    scalars = original.map(Self.fold)
    titles = Marked(scalars, partner: Marked.title)
    quotes = Marked(scalars, longest: 12, partner: Marked.quotation)
    watchwords = Marked(scalars, longest: 30, partner: Marked.quotation)
  }

  static let openings = ScalarSet("“「『‘")

  var count: Int { scalars.count }

  /// The scalar at an offset, or nil past the ends.
  func at(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  func isDigit(_ index: Int) -> Bool { at(index).map { ("0"..."9").contains($0) } ?? false }

  func isLetter(_ index: Int) -> Bool {
    at(index).map { ("a"..."z").contains($0) || ("A"..."Z").contains($0) } ?? false
  }

  /// Whether the digit at an offset is written full width.
  func isWideDigit(_ index: Int) -> Bool {
    original.indices.contains(index) && ("０"..."９").contains(original[index])
  }

  /// The offset after spaces, one at most.
  func afterSpace(_ index: Int) -> Int { at(index) == " " ? index + 1 : index }

  /// Where the bracket opens that is closed right before an offset; nil when none is.
  ///
  /// What is longer than a remark is no bracket of a phrase, and looking for it would go far.
  func bracket(before end: Int) -> Int? {
    guard at(end - 1) == "）" || at(end - 1) == ")" else { return nil }
    var depth = 1
    var start = end - 1
    while start > max(0, end - 40) {
      start -= 1
      switch scalars[start] {
      case "）", ")": depth += 1
      case "（", "(": depth -= 1
      default: break
      }
      if depth == 0 { return start }
    }
    return nil
  }

  /// Where the bracket closes that opens at an offset, as far away as `longest` at most.
  func bracket(at start: Int, longest: Int = 12) -> Int? {
    guard at(start) == "（" || at(start) == "(" else { return nil }
    return (start + 1..<min(count, start + longest + 2)).first {
      scalars[$0] == "）" || scalars[$0] == ")"
    }.map { $0 + 1 }
  }

  /// The text itself.
  func quote(_ range: Range<Int>) -> String {
    String(scalars: original[range])
  }

  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "０"..."９", "Ａ"..."Ｚ", "ａ"..."ｚ", "％", "＋", "－", "．", "／", "～":
      Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case "﹪": "%"
    case "∶": ":"
    // Spaces of all widths, as they set numbers apart from units and group digits.
    case "\u{3000}", "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}": " "
    default:
      MatchingKey.simplified(scalar)
    }
  }

  /// The stretches between pairs of marks; a mark without its partner opens nothing.
  struct Marked {
    private var ranges: [Range<Int>] = []

    init(
      _ scalars: [Unicode.Scalar],
      longest: Int = .max,
      partner: (Unicode.Scalar) -> Unicode.Scalar?
    ) {
      var open: (start: Int, partner: Unicode.Scalar)?
      for (index, scalar) in scalars.enumerated() where Self.marks.contains(scalar) {
        if let start = open?.start, scalar == open?.partner {
          if index - start <= longest { ranges.append((start + 1)..<index) }
          open = nil
        } else if open == nil, let partner = partner(scalar) {
          open = (index, partner)
        }
      }
    }

    /// The stretch between marks that begins at an offset.
    func stretch(at start: Int) -> Range<Int>? {
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].lowerBound < start { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count && ranges[low].lowerBound == start ? ranges[low] : nil
    }

    func contains(_ range: Range<Int>) -> Bool {
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count && ranges[low].contains(range.lowerBound)
    }

    private static let marks = ScalarSet("《》〈〉“”「」『』‘’")

    static func title(_ opening: Unicode.Scalar) -> Unicode.Scalar? {
      switch opening {
      case "《": "》"
      case "〈": "〉"
      default: nil
      }
    }

    static func quotation(_ opening: Unicode.Scalar) -> Unicode.Scalar? {
      switch opening {
      case "“": "”"
      case "「": "」"
      case "『": "』"
      case "‘": "’"
      default: nil
      }
    }
  }
}
