import WritingSystems

/// What a number of one unit is in another, exactly.
///
/// Units of length, area, volume, mass, energy, power and time are the legal ones (GB 3100-1993,
/// 国务院关于在我国统一实行法定计量单位的命令, 1984); 市制 are those of the same order's transitional
/// table: 1 亩 is 1/15 公顷, 1 斤 0.5 公斤, 1 里 0.5 公里. A scale (万, 亿) is a power of ten of any unit.
/// Currencies, 吨标准煤 and 千瓦时, months and days are not turned into each other: that would need
/// a rate.
struct UnitConversion: Hashable, Sendable {
  /// What the value is multiplied and divided by.
  let multiplier: Int
  let divisor: Int
  /// The power of ten it is then scaled by.
  let power: Int

  /// The conversion between two units as they are written; nil when they measure different things.
  init?(from first: String, to second: String) {
    let a = Self.measure(first)
    let b = Self.measure(second)
    guard a.dimension == b.dimension else { return nil }
    multiplier = a.factor * b.divisor
    divisor = a.divisor * b.factor
    power = a.power - b.power
  }

  /// Whether only the name differs: 百分点 and 个百分点.
  var isIdentity: Bool { multiplier == divisor && power == 0 }

  /// The number in the other unit, to 12 significant digits.
  func converted(_ value: Double) -> Double {
    let scaled = DecimalText(value * Double(multiplier) / Double(divisor))
    return scaled?.shifted(by: power).rounded(significant: 12).double ?? value
  }

  /// The digits after the point that a converted number needs to be as exact as it was printed.
  func decimals(_ count: Int) -> Int {
    guard multiplier == divisor else { return max(count, 2) }
    return max(0, count - power)
  }

  private struct Measure {
    var dimension: String
    var factor = 1
    var divisor = 1
    var power = 0
  }

  private static func measure(_ unit: String) -> Measure {
    let text = FoldedText(unit)
    if let known = known(text, from: 0) { return known }
    guard let (power, end) = UnitTable.scales.word(at: 0, in: text), end < text.count else {
      return Measure(dimension: String(scalars: text.scalars[...]))
    }
    let rest = Measure(dimension: String(scalars: text.scalars[end...]))
    var measure = known(text, from: end) ?? rest
    measure.power += power
    return measure
  }

  private static func known(_ text: FoldedText, from start: Int) -> Measure? {
    guard let (measure, end) = table.word(at: start, in: text), end == text.count else {
      return nil
    }
    return measure
  }

  private static let table = Lexicon<Measure>([
    (Measure(dimension: "米", power: 3), "公里 千米 km"),
    (Measure(dimension: "米"), "米 m"),
    (Measure(dimension: "米", power: -2), "厘米 公分 cm"),
    (Measure(dimension: "米", power: -3), "毫米 mm"),
    (Measure(dimension: "米", factor: 500), "里 华里"),
    (Measure(dimension: "平方米", power: 6), "平方公里 平方千米 km²"),
    (Measure(dimension: "平方米", power: 4), "公顷 hm²"),
    (Measure(dimension: "平方米", divisor: 15, power: 4), "亩"),
    (Measure(dimension: "平方米"), "平方米 平米 ㎡ m²"),
    (Measure(dimension: "千克", power: 3), "吨 t"),
    (Measure(dimension: "千克"), "公斤 千克 kg"),
    (Measure(dimension: "千克", divisor: 2), "斤 市斤"),
    (Measure(dimension: "千克", power: -3), "克 g"),
    (Measure(dimension: "立方米"), "立方米 立方 方 m³"),
    (Measure(dimension: "立方米", power: -3), "升 L"),
    (Measure(dimension: "立方米", power: -6), "毫升 mL ml"),
    (Measure(dimension: "千瓦时"), "千瓦时 千瓦小时 度 kWh"),
    (Measure(dimension: "千瓦时", power: 3), "兆瓦时 MWh"),
    (Measure(dimension: "千瓦时", power: 6), "吉瓦时 GWh"),
    (Measure(dimension: "千瓦"), "千瓦 kW"),
    (Measure(dimension: "千瓦", power: 3), "兆瓦 MW"),
    (Measure(dimension: "千瓦", power: 6), "吉瓦 GW"),
    (Measure(dimension: "千瓦", power: -3), "瓦 W"),
    (Measure(dimension: "分钟"), "分钟 min"),
    (Measure(dimension: "分钟", factor: 60), "小时 个小时 h"),
    (Measure(dimension: "分钟", factor: 1440), "天 日"),
    (Measure(dimension: "吨标准煤"), "吨标准煤 吨标煤"),
    (Measure(dimension: "元"), "元 块 块钱"),
    (Measure(dimension: "元", power: -1), "角"),
    (Measure(dimension: "1"), "% ％"),
    (Measure(dimension: "1", power: -1), "‰"),
    (Measure(dimension: "百分点"), "百分点 个百分点"),
  ])
}
