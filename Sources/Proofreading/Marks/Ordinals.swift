import Diagnostics

/// The mark behind the number of an item (GB/T 15834-2011, B.3).
enum Ordinals {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    guard passage.kind.isProse || passage.kind == .heading else { return }
    atStart(passage, &log)
    sequence(at: 0, passage, &log)
    for index in passage.plain.indices {
      let scalar = passage.plain[index]
      if scalar.endsSentence || scalar == "；" || scalar == "：" {
        sequence(at: index + 1, passage, &log)
      }
    }
  }

  private static func atStart(_ passage: Passage, _ log: inout ProofLog) {
    let first = passage.at(0)
    if first.isDigit {
      digits(passage, &log)
    } else if first == "（" || first == "(" {
      bracketed(passage, &log)
    } else if (0x2460...0x2473).contains(first.value) {
      guard isMark(passage.at(1)), passage.at(2).isHan else { return }
      log.add(.ordinalMark, 0..<2, of: passage, better: passage.string(0..<1))
    } else if first.hanDigit != nil || first == "十" {
      han(passage, &log)
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "、" || scalar == "." || scalar == "．" || scalar == "，" || scalar == "："
  }

  /// 1、: digits take a point (B.3.3).
  private static func digits(_ passage: Passage, _ log: inout ProofLog) {
    let end = passage.numbers.first?.range.upperBound ?? 0
    guard end <= 2, passage.at(end) == "、", passage.at(end + 1).isHan else { return }
    let better = passage.string(0..<end) + "."
    log.add(.ordinalComma, 0..<(end + 1), of: passage, better: better)
  }

  /// （一）、: brackets take no mark (B.3.4).
  private static func bracketed(_ passage: Passage, _ log: inout ProofLog) {
    var end = 1
    while end < 5, passage.at(end).isDigit || passage.at(end).isHanNumeral { end += 1 }
    guard end > 1, passage.at(end) == "）" || passage.at(end) == ")", isMark(passage.at(end + 1)),
      passage.at(end + 2).isHan || passage.at(end + 2) == "“"
    else { return }
    let better = passage.string(0..<(end + 1))
    log.add(.ordinalMark, 0..<(end + 2), of: passage, better: better)
  }

  /// Characters take 、, not a point or a comma (B.3.2).
  private static func han(_ passage: Passage, _ log: inout ProofLog) {
    var end = 0
    while end < 3, passage.at(end).hanDigit != nil || passage.at(end) == "十" { end += 1 }
    let mark = passage.at(end)
    guard mark == "." || mark == "．" || mark == "，", passage.at(end + 1).isHan,
      !passage.at(end + 1).isHanNumeral
    else { return }
    log.add(.ordinalMark, 0..<(end + 1), of: passage, better: passage.string(0..<end) + "、")
  }

  // MARK: - 第一, 首先, 一是

  private static let adverbs = WordSet("首先 其次 再次 最后 其一 其二 其三 其四")

  /// 第一、 and 首先、 take a comma (B.3.1), 一是 takes nothing.
  private static func sequence(at start: Int, _ passage: Passage, _ log: inout ProofLog) {
    guard start < passage.count else { return }
    if passage.at(start) == "第" {
      var end = start + 1
      while end - start < 4, passage.at(end).hanDigit != nil || passage.at(end) == "十" { end += 1 }
      guard end > start + 1, passage.at(end) == "、", passage.at(end + 1).isHan,
        passage.at(end + 1) != "第", !passage.at(end + 1).isHanNumeral
      else { return }
      add(start..<end, passage, "，", &log)
    } else if let length = adverbs.match(passage, at: start), passage.at(start + length) == "、",
      !follows(adverbs, passage, at: start + length + 1)
    {
      add(start..<(start + length), passage, "，", &log)
    } else if passage.at(start).hanDigit != nil, passage.at(start + 1) == "是",
      passage.at(start + 2) == "、"
    {
      add(start..<(start + 2), passage, "", &log)
    }
  }

  private static func follows(_ words: WordSet, _ passage: Passage, at index: Int) -> Bool {
    words.match(passage, at: index) != nil
  }

  private static func add(
    _ word: Range<Int>,
    _ passage: Passage,
    _ mark: String,
    _ log: inout ProofLog
  ) {
    let range = word.lowerBound..<(word.upperBound + 1)
    log.add(.ordinalMark, range, of: passage, better: passage.string(word) + mark)
  }
}
