import Diagnostics

/// A phrase of three and more Han characters that stands twice, side by side, as an unlucky paste or
/// a line broken in the middle leaves it.
enum DoubledPhrases {
  private static let lengths = 3...16

  static func check(_ passage: Passage, _ log: inout ProofLog) {
    guard log.wants(.doubledPhrase) else { return }
    var end = 0
    for found in repeats(in: passage.plain) where found.lowerBound >= end {
      guard !isMeant(found, passage) else { continue }
      log.add(.doubledPhrase, found, of: passage)
      end = found.upperBound
    }
  }

  /// All stretches that repeat at once, in the order of the text: one pass for each length, over
  /// what may repeat at all.
  private static func repeats(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for stretch in stretches(of: text) {
      for length in lengths where stretch.upperBound >= 2 * length {
        var run = 0
        for index in max(stretch.lowerBound, length)..<stretch.upperBound {
          guard text[index] == text[index - length] else {
            run = 0
            continue
          }
          run += 1
          if run == length { found.append((index + 1 - 2 * length)..<(index + 1)) }
        }
      }
    }
    return found.sorted { ($0.lowerBound, $0.count) < ($1.lowerBound, $1.count) }
  }

  /// The stretches whose characters stood, each of them, shortly before: all that can repeat.
  ///
  /// Characters are told apart by a remainder only, so that a stretch may be none.
  private static func stretches(of text: [Unicode.Scalar]) -> [Range<Int>] {
    let count: UInt32 = 512
    var lastPlaces = [Int](repeating: Int.min / 2, count: Int(count))
    var found: [Range<Int>] = []
    var start = 0
    for index in text.indices {
      let scalar = text[index].value
      let isAgain = index - lastPlaces[Int(scalar % count)] <= lengths.upperBound
      lastPlaces[Int(scalar % count)] = index
      if isAgain, scalar >= 0x3400 { continue }
      if index - start >= lengths.lowerBound { found.append(start..<index) }
      start = index + 1
    }
    if text.count - start >= lengths.lowerBound { found.append(start..<text.count) }
    return found
  }

  /// 哈哈哈哈哈哈 and 一次又一次又一次 are meant; numerals repeat by chance.
  private static func isMeant(_ range: Range<Int>, _ passage: Passage) -> Bool {
    let phrase = passage.plain[range.lowerBound..<(range.lowerBound + range.count / 2)]
    let isUniform = zip(phrase, phrase.dropFirst(2)).allSatisfy { $0 == $1 }
    let isNumeral = phrase.allSatisfy(\.isHanNumeral)
    let isChain =
      phrase.contains { $0 == "又" || $0 == "接" || $0 == "比" || $0 == "挨" }
      && phrase.contains("一")
    let isHan = phrase.allSatisfy(\.isHan)
    return isUniform || isNumeral || isChain || !isHan
  }
}
