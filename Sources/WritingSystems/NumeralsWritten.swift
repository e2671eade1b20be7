extension Numerals {
  /// A whole number in words: 十, 二十六, 二百二十五, 一千零五, 三万二千, 负三.
  package static func hanzi(_ number: Int) -> String {
    guard number != 0 else { return "零" }
    let words = hanzi(positive: number.magnitude)
    // 10 to 19 begin with 十, not 一十.
    let spoken = words.hasPrefix("一十") ? String(words.dropFirst()) : words
    return number < 0 ? "负" + spoken : spoken
  }

  /// A whole number digit by digit, as years are written: 二〇二二 (GB/T 15835-2011, 5.2.5).
  package static func hanziDigits(_ number: Int) -> String {
    let digits = String(number.magnitude).utf8.map { digitsWithCircle[Int($0) - 48] }
    return (number < 0 ? "负" : "") + digits.joined()
  }

  /// A number in a circle, ① to ㊿ (and ⓪), or nil when Unicode has none.
  package static func circled(_ number: Int) -> String? {
    let offsets: [(range: ClosedRange<Int>, first: UInt32)] = [
      (0...0, 0x24EA), (1...20, 0x2460), (21...35, 0x3251), (36...50, 0x32B1),
    ]
    guard let block = offsets.first(where: { $0.range.contains(number) }) else { return nil }
    return Unicode.Scalar(block.first + UInt32(number - block.range.lowerBound)).map { String($0) }
  }

  /// Groups of four digits with 万 and 亿 after them; 零 once for the zeros between.
  private static func hanzi(positive number: UInt) -> String {
    let scales: [(value: UInt, name: String)] = [
      (100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十"),
    ]
    guard let scale = scales.first(where: { number >= $0.value }) else {
      return digits[Int(number)]
    }
    let head = hanzi(positive: number / scale.value) + scale.name
    let rest = number % scale.value
    guard rest > 0 else { return head }
    let isNextUnitEmpty = rest < scale.value / 10
    return head + (isNextUnitEmpty ? "零" : "") + hanzi(positive: rest)
  }

  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let digitsWithCircle = ["〇"] + digits.dropFirst()
}
