import Diagnostics

/// Colons within the reach of colons (GB/T 15834-2011, 4.7.3.5), and paragraphs without their stop.
enum Sentences {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    guard passage.kind == .paragraph else { return }
    colons(passage, &log)
    stop(passage, &log)
  }

  private static func colons(_ passage: Passage, _ log: inout ProofLog) {
    guard passage.plain.last?.endsSentence ?? false else { return }
    var depth = 0
    var first: Int?
    var commasSince = 0
    for index in passage.plain.indices {
      switch passage.plain[index] {
      case "“", "「", "‘", "『", "（", "(", "《": depth += 1
      case "”", "」", "’", "』", "）", ")", "》": depth = max(0, depth - 1)
      case "。", "！", "？", "；": if depth == 0 { first = nil }
      case "，": commasSince += 1
      case "：" where depth == 0 && !passage.at(index - 1).isDigit:
        if first != nil, commasSince > 0 {
          log.add(.nestedColon, index..<(index + 1), of: passage)
        }
        first = index
        commasSince = 0
      default: break
      }
    }
  }

  // MARK: - The last stop

  /// Shorter paragraphs may be labels, credits or names.
  private static let shortestText = 30
  /// Behind the last stop may stand a credit: 记者 某某.
  private static let longestCredit = 12

  private static func stop(_ passage: Passage, _ log: inout ProofLog) {
    guard let last = passage.plain.last, passage.count >= shortestText,
      let stop = passage.plain.lastIndex(where: { $0.endsSentence })
    else { return }
    let tail = passage.plain[(stop + 1)...]
    let isPause = last == "，" || last == "、"
    let isWord = last.isHan || last.isDigit || last == "%"
    guard isPause || isWord, tail.count > longestCredit, !tail.contains(where: \.isSpace),
      !tail.contains("：")
    else { return }
    log.add(.missingStop, (passage.count - 1)..<passage.count, of: passage)
  }
}
