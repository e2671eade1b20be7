import Diagnostics

/// One number in two kinds of numeral: 3百5十, 二百50, 4千 (GB/T 15835-2011, 5.3).
enum MixedNumerals {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for number in passage.numbers where !number.isCode {
      if scaled(number, passage, &log) { continue }
      follows(number, passage, &log)
      stacked(number, passage, &log)
    }
  }

  /// Digits before 十 百 千.
  private static func scaled(
    _ number: DigitNumber,
    _ passage: Passage,
    _ log: inout ProofLog
  ) -> Bool {
    let end = number.range.upperBound
    guard let power = power(passage.at(end)), number.wholeCount == 1, !number.hasCommas,
      let value = number.value, value > 0, !isName(after: end, in: passage)
    else { return false }
    var rest = end + 1
    if passage.at(rest) == "零" { rest += 1 }
    let next = passage.at(rest)
    if number.isWhole, next.isDigit || next.hanDigit != nil {
      let last = endOfNumeral(passage, from: rest)
      log.add(.mixedNumeral, number.range.lowerBound..<last, of: passage)
    } else if power > 1 {
      let product = value * (power == 2 ? 100 : 1000)
      log.add(
        .digitsWithHundreds,
        number.range.lowerBound..<(end + 1),
        of: passage,
        better: String(Int(product.rounded()))
      )
    }
    return true
  }

  private static func endOfNumeral(_ passage: Passage, from start: Int) -> Int {
    var end = start
    while end - start < longest, passage.at(end).isDigit || passage.at(end).isHanNumeral {
      end += 1
    }
    return end
  }

  /// No numeral is longer.
  private static let longest = 20

  private static func power(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 1
    case "百": 2
    case "千": 3
    default: nil
    }
  }

  /// Words that begin with the unit: 千克, 百分, 百强, 十大, 十四五.
  private static let names = WordSet(
    """
    千克 千米 千瓦 千卡 千伏 千帕 千焦 千赫 千兆 千字 千周 千安 千吨 千升 千里 千古 千秋 千佛 千分 千比特 千家 千店
    百分 百帕 百强 百佳 百货 百姓 百日 百年 百家 百科 百校 百企 百村 百千 百大 百色
    十大 十佳 十强 十四五 十三五 十五五 十二五 十一五 十一 十堰 十里 十字 十年 十九大 十八大 二十大
    """
  )

  private static func isName(after index: Int, in passage: Passage) -> Bool {
    names.match(passage, at: index) != nil
  }

  /// Digits behind a numeral in characters: 二百50, 一百零8, 二十5.
  private static func follows(
    _ number: DigitNumber,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    var start = number.range.lowerBound
    guard number.isWhole, number.wholeCount <= 3 else { return }
    if passage.at(start - 1) == "零" { start -= 1 }
    guard let power = power(passage.at(start - 1)), power > 1 || number.wholeCount == 1,
      let digit = passage.at(start - 2).hanDigit, power > 1 || digit > 1
    else { return }
    // 第二十5… and 三百2025 are two things side by side.
    let end = start
    while passage.at(start - 1).isHanNumeral, end - start < longest { start -= 1 }
    guard passage.at(start - 1) != "第" else { return }
    log.add(.mixedNumeral, start..<number.range.upperBound, of: passage)
  }

  private static let stacks = WordSet("万万 亿亿 亿万 千千 百百 十十")

  private static func stacked(
    _ number: DigitNumber,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    let end = number.range.upperBound
    guard let length = stacks.match(passage, at: end) else { return }
    log.add(.stackedScale, number.range.lowerBound..<(end + length), of: passage)
  }
}
