import Diagnostics
import WritingSystems

/// Numerals in characters: the two zeros, years, numbers side by side
/// (GB/T 15835-2011, 5.2.1, 5.2.5).
enum HanNumerals {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for index in passage.plain.indices {
      switch passage.plain[index] {
      case "年": year(endingAt: index, passage, &log)
      case "〇", "○": zeroInCount(at: index, passage, &log)
      case "、": adjacent(at: index, passage, &log)
      case "几": withDigits(at: index, passage, &log)
      default: break
      }
    }
  }

  // MARK: - Years

  private static func year(endingAt end: Int, _ passage: Passage, _ log: inout ProofLog) {
    spelt(endingAt: end, passage, &log)
    counted(endingAt: end, passage, &log)
  }

  /// 二○二五年, 二零二五年, 二0二五年, 二O二五年.
  private static func spelt(endingAt end: Int, _ passage: Passage, _ log: inout ProofLog) {
    let start = end - 4
    guard start >= 0, !passage.at(start - 1).isHanNumeral, !passage.at(start - 1).isDigit,
      passage.at(start) == "一" || passage.at(start) == "二"
    else { return }
    var better = ""
    var isWrong = false
    for scalar in passage.plain[start..<end] {
      if isZero(scalar) {
        isWrong = isWrong || scalar != "〇"
        better += "〇"
      } else if scalar.hanDigit != nil {
        better.unicodeScalars.append(scalar)
      } else {
        return
      }
    }
    if isWrong { log.add(.zeroCharacter, start..<(end + 1), of: passage, better: better + "年") }
  }

  private static func isZero(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "〇", "零", "○", "◯", "0", "O", "o", "０", "Ｏ": true
    default: false
    }
  }

  private static let afterYear = ScalarSet("度底初末上下，。、；：）一二三四五六七八九十")

  /// 二千零二十五年, where what follows shows that a year is meant.
  private static func counted(endingAt end: Int, _ passage: Passage, _ log: inout ProofLog) {
    var start = end
    while passage.at(start - 1).isHanNumeral, end - start < 10 { start -= 1 }
    guard end - start >= 6, passage.has("千零", at: start + 1),
      afterYear.contains(passage.at(end + 1)),
      let value = Numerals.read(String(scalars: passage.plain[start..<end]))?.whole,
      (1950...2099).contains(value)
    else { return }
    let better = Numerals.hanziDigits(value) + "年"
    log.add(.yearAsCount, start..<(end + 1), of: passage, better: better)
  }

  // MARK: - Counts

  private static let longestNumeral = 20

  /// 一百〇八.
  private static func zeroInCount(at index: Int, _ passage: Passage, _ log: inout ProofLog) {
    let before = passage.at(index - 1)
    guard before == "百" || before == "千" || before == "万" || before == "亿",
      passage.at(index + 1).hanDigit != nil
    else { return }
    var start = index
    while passage.at(start - 1).isHanNumeral, index - start < longestNumeral { start -= 1 }
    var end = index
    while passage.at(end).isHanNumeral, end - index < longestNumeral { end += 1 }
    let better = passage.string(start..<end).map { $0 == "〇" || $0 == "○" ? "零" : $0 }
    log.add(.zeroInCount, start..<end, of: passage, better: String(better))
  }

  /// What is counted, so that two numbers before it are an estimate and no list of ordinals.
  private static let counted = WordSet(
    "个 名 人 次 天 户 家 件 倍 里 米 公里 公斤 斤 小时 分钟 秒 岁 周 种 位 张 块 元 间 亩 吨 辆 台 条 遍 回 趟"
  )

  private static let ordinals = ScalarSet("第之各、图表式例条款")

  /// 三、四个 and 二、三十人; with digits 有3、4个.
  private static func adjacent(at index: Int, _ passage: Passage, _ log: inout ProofLog) {
    let before = passage.at(index - 2)
    guard before.isHan, !ordinals.contains(before), !before.isHanNumeral else { return }
    if let low = passage.at(index - 1).hanDigit {
      estimate(low, at: index, passage, &log)
    } else if passage.at(index - 1).isDigit, passage.at(index + 1).isDigit {
      estimateInDigits(at: index, passage, &log)
    }
  }

  private static func estimate(
    _ low: Int,
    at index: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    let next = passage.at(index + 1)
    guard let high = next == "两" ? 2 : next.hanDigit, high == low + 1 || (low, high) == (3, 5),
      next == "两" || low > 1
    else { return }
    var end = index + 2
    while "十百千万".unicodeScalars.contains(passage.at(end)) { end += 1 }
    guard let unit = counted.match(passage, at: end) else { return }
    let range = (index - 1)..<(end + unit)
    let better = String(passage.string(range).filter { $0 != "、" })
    log.add(.approximateNumbers, range, of: passage, better: better)
  }

  private static let introducing = ScalarSet("有约每过这近了用需花隔")

  private static func estimateInDigits(
    at index: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    guard introducing.contains(passage.at(index - 2)), !passage.at(index + 2).isDigit,
      let unit = counted.match(passage, at: index + 2),
      passage.at(index + 1).value == passage.at(index - 1).value + 1
    else { return }
    let values = [index - 1, index + 1].map {
      Numerals.hanziDigits(Int(passage.at($0).value) - 0x30)
    }
    let range = (index - 1)..<(index + 2 + unit)
    let counted = passage.string((index + 2)..<(index + 2 + unit))
    let better = values.joined() + counted
    log.add(.approximateNumbers, range, of: passage, better: better)
  }

  // MARK: - 几

  /// 20几个 and 几10个 (4.2.2: approximate numbers are in characters).
  private static func withDigits(at index: Int, _ passage: Passage, _ log: inout ProofLog) {
    guard passage.at(index + 1) != "何", passage.at(index + 1) != "乎" else { return }
    let tens = passage.at(index - 2).hanTens
    if passage.at(index - 1) == "0", let tens, !passage.at(index - 3).isDigit,
      passage.at(index + 1).isHan
    {
      log.add(.approximateDigits, (index - 2)..<(index + 1), of: passage, better: tens + "几")
    } else if passage.at(index + 1) == "1", passage.at(index + 2) == "0" {
      var end = index + 2
      while passage.at(end) == "0" { end += 1 }
      guard let scale = ["十", "百", "千", "万"].dropFirst(end - index - 3).first,
        !passage.at(end).isDigit, passage.at(end).isHan, passage.at(end) != "月"
      else { return }
      log.add(.approximateDigits, index..<end, of: passage, better: "几" + scale)
    }
  }
}

extension Unicode.Scalar {
  /// The tens that a digit stands for before a zero, in characters: 2 is 二十.
  fileprivate var hanTens: String? {
    guard isDigit, self != "0" else { return nil }
    let tens = ["十", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十"]
    return tens[Int(value) - 0x31]
  }
}
