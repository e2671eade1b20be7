import Diagnostics

/// Two words of approximation around one number: 约100人左右, 超过100人以上.
enum Approximations {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for number in passage.numbers where !number.isCode {
      check(number.range, passage, &log)
    }
    var index = 0
    while index < passage.count {
      guard passage.plain[index].isHanNumeral else {
        index += 1
        continue
      }
      let start = index
      while index < passage.count, passage.plain[index].isHanNumeral { index += 1 }
      if !passage.at(start - 1).isDigit { check(start..<index, passage, &log) }
    }
  }

  private enum Sense {
    case about, near, over, under
  }

  private static let prefixes: [(words: WordSet, sense: Sense)] = [
    (WordSet("大约 大概 约"), .about),
    (WordSet("将近 接近 近"), .near),
    (WordSet("超过 逾 突破 多于 至少 不少于 不低于 最少 大于 超"), .over),
    (WordSet("最多 不超过 至多 不多于 不高于 少于 低于 不足 不到"), .under),
  ]

  /// What makes a word of the character after it: 节约, 附近, 赶超.
  private static let wordMakers = ScalarSet("节预签条公合契履制违简隐婚邀特相誓失集附最临邻就靠亲贴赶反高毗逼新不")

  private static let units = WordSet(
    """
    个 名 人 次 天 日 月 户 家 件 项 倍 里 米 公里 公斤 斤 吨 元 万元 亿元 岁 小时 分钟 亩 公顷 平方米 立方米 平方公里 千米 千瓦 度
    张 份 场 期 所 处 座 条 辆 台 套 只 头 种 类 位 周 年 个月 人次 户次 学时 课时 个百分点 % ‰ ％ 名党员 千瓦时 美元
    """
  )

  private static let suffixes: [(word: String, senses: [Sense])] = [
    ("左右", [.about, .near, .over, .under]), ("上下", [.about, .near]),
    ("以上", [.about, .over]), ("以下", [.about, .under]), ("以内", [.under]),
  ]

  private static func check(_ number: Range<Int>, _ passage: Passage, _ log: inout ProofLog) {
    guard let (start, sense) = prefix(before: number.lowerBound, passage) else { return }
    var end = number.upperBound
    while "万亿千百十".unicodeScalars.contains(passage.at(end)) { end += 1 }
    let next = passage.at(end)
    if next == "余" || (next == "多" && passage.at(end + 1) != "样"), sense != .under {
      log.add(.doubledApproximation, start..<(end + 1), of: passage)
      return
    }
    let unit = units.match(passage, at: end) ?? 0
    if sense == .near, isTime(passage, at: end) { return }
    for (word, senses) in suffixes where senses.contains(sense) {
      guard passage.has(word, at: end + unit) else { continue }
      let range = start..<(end + unit + word.unicodeScalars.count)
      log.add(.doubledApproximation, range, of: passage)
      return
    }
  }

  /// 近5年 is the last five years.
  private static func isTime(_ passage: Passage, at index: Int) -> Bool {
    "年天日周月期次届".unicodeScalars.contains(passage.at(index)) || passage.has("个月", at: index)
  }

  private static func prefix(before end: Int, _ passage: Passage) -> (Int, Sense)? {
    guard passage.at(end - 1).isHan else { return nil }
    for (words, sense) in prefixes {
      guard let length = words.match(passage, before: end) else { continue }
      let start = end - length
      if length == 1, wordMakers.contains(passage.at(start - 1)) { return nil }
      return (start, sense)
    }
    return nil
  }
}

/// 减少了两倍: what is less by its whole is nothing.
enum Multiples {
  private static let falls = WordSet("减少 下降 降低 缩短 缩小 下跌 回落 锐减 骤降 下滑")
  private static let fillers = ScalarSet("了约近超过达")

  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for index in passage.plain.indices where passage.plain[index] == "倍" {
      var start = index
      while isNumeral(passage.at(start - 1)), index - start < 12 { start -= 1 }
      guard start < index else { continue }
      while fillers.contains(passage.at(start - 1)), index - start < 16 { start -= 1 }
      guard let length = falls.match(passage, before: start) else { continue }
      log.add(.fallByMultiple, (start - length)..<(index + 1), of: passage)
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isHanNumeral || scalar == "." || scalar == "几" || scalar == "数"
      || scalar == "多"
  }
}
