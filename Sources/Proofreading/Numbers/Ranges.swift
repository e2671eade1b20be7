import Diagnostics

/// The two ends of a range, and what stands between them (GB/T 15835-2011, 5.1.3;
/// GB/T 15834-2011, 4.13.3.2).
enum Ranges {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for (low, high) in zip(passage.numbers, passage.numbers.dropFirst()) {
      guard let range = NumberRange(low, high, passage) else { continue }
      if percent(range, &log) || shortYear(range, &log) || scale(range, &log) { continue }
      hyphen(range, &log)
      reversed(range, &log)
    }
  }

  /// 63-68%: the sign is missing from the first.
  private static func percent(_ range: NumberRange, _ log: inout ProofLog) -> Bool {
    let sign = range.passage.at(range.end)
    guard sign == "%" || sign == "％" || sign == "‰", range.isPlain else { return false }
    let better =
      range.text(range.low.range) + String(sign) + "～" + range.text(range.high.range)
      + String(sign)
    log.add(.rangePercent, range.start..<(range.end + 1), of: range.passage, better: better)
    return true
  }

  /// 2018-19年.
  private static func shortYear(_ range: NumberRange, _ log: inout ProofLog) -> Bool {
    guard let year = range.low.year(in: range.passage.scalars), range.high.range.count == 2,
      let short = range.high.value, Int(short) > year % 100, range.passage.at(range.end) == "年"
    else { return false }
    log.add(.shortYear, range.start..<(range.end + 1), of: range.passage)
    return true
  }

  /// 5～10万 begins at five, or at fifty thousand.
  private static func scale(_ range: NumberRange, _ log: inout ProofLog) -> Bool {
    let scale = range.passage.at(range.end)
    guard scale == "万" || scale == "亿", range.isPlain,
      let low = range.low.value, let high = range.high.value, low < high, low < 1000
    else { return false }
    let better = range.text(range.low.range) + String(scale) + "～" + range.text(range.high.range)
    log.add(
      .rangeScale,
      range.start..<(range.end + 1),
      of: range.passage,
      better: better + String(scale)
    )
    return true
  }

  /// What follows a range of time, place or order, which takes — (15834, 4.13.3.2).
  private static let spans = WordSet("年 月 日 时 点 周 季度 学年 章 节 条 页 期 届")
  /// What follows a range of quantity, which takes ～ (15834, 4.13.3.2).
  private static let quantities = WordSet(
    "人 名 个 户 家 岁 元 米 公里 千米 厘米 毫米 公斤 千克 克 吨 亩 公顷 平方米 天 小时 分钟 秒 倍 次 项 万 亿 ℃ 度 级 层 种 斤 "
      + "辆 台 间 处 所 场 份 张 套 对 组 kg km cm mm"
  )

  private static func hyphen(_ range: NumberRange, _ log: inout ProofLog) {
    let passage = range.passage
    guard range.hasHyphen, passage.kind != .title, let low = range.low.value,
      let high = range.high.value
    else { return }
    // 3～5年 are counted, 2021—2025年 named.
    let isCounted = passage.at(range.end) == "年" && range.low.range.count < 4
    let isSpan = !isCounted && spans.match(passage, at: range.end) != nil
    guard isSpan || isCounted || quantities.match(passage, at: range.end) != nil else { return }
    // 2025-1期 numbers something; 12-3次 is a train, not a range.
    guard low < high || passage.at(range.end) == "月" || passage.at(range.end) == "时" else {
      return
    }
    let better =
      range.text(range.low.range) + (isSpan ? "—" : "～") + range.text(range.high.range)
    log.add(.rangeHyphen, range.start..<range.end, of: passage, better: better)
  }

  private static let counted = WordSet("人 名 个 户 家 岁 元 公里 公斤 吨 亩 公顷 天 倍 次 项 年")

  private static func reversed(_ range: NumberRange, _ log: inout ProofLog) {
    let passage = range.passage
    guard !range.hasHyphen, range.isPlain, counted.match(passage, at: range.end) != nil,
      let low = range.low.value, let high = range.high.value, low > high
    else { return }
    let isYear = passage.at(range.end) == "年"
    guard !isYear || range.low.range.count == range.high.range.count else { return }
    log.add(.reversedRange, range.start..<range.end, of: passage)
  }
}

/// Two numbers with a connector between them, and nothing else.
private struct NumberRange {
  let low: DigitNumber
  let high: DigitNumber
  let passage: Passage
  private let connector: Range<Int>

  /// Nil for what is no range: dates, telephone numbers, codes, chains of numbers.
  init?(_ low: DigitNumber, _ high: DigitNumber, _ passage: Passage) {
    connector = low.range.upperBound..<high.range.lowerBound
    guard (1...2).contains(connector.count), !high.isCode || connector.count == 1,
      connector.allSatisfy({ passage.at($0).isConnector })
        || (connector.count == 1 && passage.at(connector.lowerBound) == "至"),
      !Self.chains(passage, before: low.range.lowerBound),
      !Self.chains(passage, after: high.range.upperBound)
    else { return nil }
    self.low = low
    self.high = high
    self.passage = passage
  }

  /// Marks and letters that make a number part of something longer.
  private static func chains(_ passage: Passage, before index: Int) -> Bool {
    let before = passage.at(index - 1)
    return before.isConnector || before.isLetter || before == "." || before == "/" || before == ":"
      || before == "〕" || before == "′" || before == "°" || before == "第"
  }

  private static func chains(_ passage: Passage, after index: Int) -> Bool {
    let after = passage.at(index)
    return after.isConnector || after == "." || after == "/" || after == ":" || after == "号"
  }

  var start: Int { low.range.lowerBound }
  var end: Int { high.range.upperBound }

  var hasHyphen: Bool {
    let first = passage.at(connector.lowerBound)
    return first == "-" || first == "－" || first == "‐" || connector.count == 2
  }

  /// Whether both ends are quantities as they stand: neither a year nor signed.
  var isPlain: Bool {
    low.year(in: passage.scalars) == nil || high.year(in: passage.scalars) != nil
  }

  func text(_ range: Range<Int>) -> String { passage.string(range) }
}
