import Diagnostics
import WritingSystems

/// The form of a number in digits (GB/T 15835-2011, 5.1.1, 5.1.2) and of the unit behind it
/// (GB 3100-1993).
enum NumberForms {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for number in passage.numbers {
      bareDecimal(number, passage, &log)
      groups(number, passage, &log)
      unit(number, passage, &log)
    }
  }

  private static let afterDecimal = ScalarSet("%‰％万亿元米吨公个平毫厘倍")

  /// .5%, where no stop can be meant.
  private static func bareDecimal(
    _ number: DigitNumber,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    let start = number.range.lowerBound
    guard passage.at(start - 1) == ".", number.isWhole, number.wholeCount <= 3, !number.hasCommas,
      afterDecimal.contains(passage.at(number.range.upperBound))
    else { return }
    let before = passage.at(start - 2)
    guard !before.isDigit, !before.isLetter, !before.isHanNumeral, before != ".",
      before != Passage.nothing
    else { return }
    let range = (start - 1)..<number.range.upperBound
    log.add(.bareDecimal, range, of: passage, better: "0" + passage.string(range))
  }

  /// 1280,000 and 1,280,00; lists of numbers (2023,2024) are none.
  private static func groups(
    _ number: DigitNumber,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    guard number.hasCommas, !number.isCode else { return }
    let whole = number.range.lowerBound..<(number.range.lowerBound + number.wholeCount)
    let sizes = passage.scalars[whole].split(separator: ",").map(\.count)
    guard let first = sizes.first, let last = sizes.last else { return }
    let inner = sizes.dropFirst().dropLast()
    let isLongFirst = first > 3 && first != 4 && last == 3 && inner.allSatisfy { $0 == 3 }
    let isOddLast =
      first <= 3 && last != 3 && sizes.count >= 3 && inner.allSatisfy { $0 == 3 }
    guard isLongFirst || isOddLast else { return }
    log.add(.digitGroups, number.range, of: passage)
  }

  private static let cases: [String: String] = [
    "KM": "km", "Km": "km", "KG": "kg", "Kg": "kg", "KW": "kW", "Kw": "kW", "kw": "kW",
    "KWH": "kW·h", "Kwh": "kW·h", "kwh": "kW·h", "KV": "kV", "Kv": "kV", "kv": "kV", "MPA": "MPa",
    "Mpa": "MPa", "mpa": "MPa", "KPA": "kPa", "Kpa": "kPa", "KPa": "kPa", "KHZ": "kHz",
    "Khz": "kHz", "HZ": "Hz", "hz": "Hz", "MHZ": "MHz", "Mhz": "MHz", "DB": "dB", "KVA": "kV·A",
    "kva": "kV·A", "CM": "cm", "Cm": "cm",
  ]

  private static let exponents: [String: String] = [
    "m2": "m²", "m3": "m³", "km2": "km²", "cm2": "cm²", "cm3": "cm³", "mm2": "mm²", "M2": "m²",
    "M3": "m³", "KM2": "km²", "dm3": "dm³",
  ]

  private static func unit(
    _ number: DigitNumber,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    var start = number.range.upperBound
    guard !isPartOfName(number, passage) else { return }
    if passage.at(start) == " " || passage.at(start) == "万" { start += 1 }
    var end = start
    while end - start < 5, passage.at(end).isLetter || passage.at(end).isDigit { end += 1 }
    guard end > start, end - start < 5 else { return }
    let text = String(scalars: passage.plain[start..<end])
    if let better = exponents[text] {
      log.add(.unitExponent, start..<end, of: passage, better: better)
    } else if let better = cases[text] {
      log.add(.unitCase, start..<end, of: passage, better: better)
    }
  }

  private static func isPartOfName(_ number: DigitNumber, _ passage: Passage) -> Bool {
    let before = passage.at(number.range.lowerBound - 1)
    return before.isLetter || before == "-" || before == "_"
  }
}
