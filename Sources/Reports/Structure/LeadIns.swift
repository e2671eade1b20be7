/// Finds lead-ins, which a bulletin sets in another face.
///
/// They are the first sentence of each enumerated part of a paragraph (一是……。二是……。) and the
/// heading that runs on into its paragraph (（一）……。).
enum LeadIns {
  /// A longer first sentence is no lead-in but the text itself.
  private static let longest = 60

  /// Scalar ranges, each ending with its full stop.
  static func find(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let parts = enumeratedParts(of: scalars)
    if parts.isEmpty, HeadingMark(scalars) != nil {
      return leadIn(of: scalars, 0..<scalars.count).map { [$0] } ?? []
    }
    return parts.compactMap { leadIn(of: scalars, $0) }
  }

  /// The bold words that a paragraph begins with, up to a stop or colon, as its markup sets them.
  static func marked(in line: Line) -> [Range<Int>] {
    guard let end = line.leadInEnd else { return [] }
    let count = line.text.ends.prefix { Int($0) <= end }.count
    guard (1...longest).contains(count), count < line.text.count,
      let last = line.text.scalars[..<count].last,
      last.endsSentence || last == "：" || last == ":" || last == "　"
    else { return [] }
    return [0..<count]
  }

  /// The first sentence of a part that goes on after it.
  private static func leadIn(of scalars: [Unicode.Scalar], _ part: Range<Int>) -> Range<Int>? {
    let window = scalars[part].prefix(longest)
    guard let stop = window.firstIndex(of: "。"), stop + 1 < part.upperBound else { return nil }
    return part.lowerBound..<(stop + 1)
  }

  /// From each N是 that begins a sentence to the next, if they count on from one another.
  private static func enumeratedParts(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var starts: [(index: Int, value: Int)] = []
    for index in scalars.indices.dropLast() where beginsPart(scalars, index) {
      let value = HeadingMark.chineseNumber(scalars[index...index]) ?? 0
      guard value > 0, starts.last.map({ $0.value + 1 == value }) ?? true else { continue }
      starts.append((index, value))
    }
    // A single 一是 in the middle is a manner of speaking; at the beginning it counts paragraphs.
    guard starts.count > 1 || starts.first?.index == 0 else { return [] }
    let ends = starts.dropFirst().map(\.index) + [scalars.count]
    return zip(starts, ends).map { $0.index..<$1 }
  }

  private static func beginsPart(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index + 1] == "是", scalars[index].isHan else { return false }
    guard index > 0 else { return true }
    switch scalars[index - 1] {
    case "。", "；", "：", "！", "？": return true
    default: return false
    }
  }
}
