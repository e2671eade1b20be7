extension Numerals {
  /// The Chinese numeral that a whole text is (`二百二十五` is 225), or nil.
  package static func read(_ text: String) -> DecimalText? {
    let scalars = Array(text.unicodeScalars)
    guard let reading = readPrefix(of: scalars[...]), reading.count == scalars.count else {
      return nil
    }
    return reading.value
  }

  /// The longest Chinese numeral at the start of a text, or nil when none is well formed.
  ///
  /// 三万二 is 32 000 and 二百五 is 250, as they are spoken. 万, 百 and the like alone are no
  /// numeral here (十 is): 百强 and 万一 count nothing. Uncertain ones (三四百, 两三) give nil.
  package static func readPrefix(of scalars: ArraySlice<Unicode.Scalar>) -> Reading? {
    let digits = scalars.prefix { digit($0) != nil }
    if digits.count >= 2 {
      let rest = scalars.dropFirst(digits.count)
      if let tail = readTail(rest, isSpelt: true) {
        let whole = digits.compactMap(digit).map(UInt8.init)
        return tail.reading(after: whole, count: digits.count, style: .units)
      }
      return readDigits(digits, before: scalars.dropFirst(digits.count).first)
    }
    var reader = UnitReader(rest: scalars)
    guard let whole = reader.read() else { return nil }
    let count = scalars.count - reader.rest.count
    // 十三五 and the like spell names, not numbers.
    if let next = reader.rest.first, digit(next) != nil { return nil }
    guard let tail = readTail(reader.rest, isSpelt: false) else {
      return Reading(value: DecimalText(whole), style: .units, count: count)
    }
    return tail.reading(after: DecimalText(whole).digits, count: count, style: .units)
  }

  /// What stands behind the whole part: 点五, .四一 before a sign or a scale, and the scale.
  private struct Tail {
    var fraction: [UInt8]
    var power: Int
    var count: Int

    func reading(after whole: [UInt8], count: Int, style: Reading.Style) -> Reading {
      let number = DecimalText(digits: whole + fraction, decimals: fraction.count)
      return Reading(value: number.shifted(by: power), style: style, count: count + self.count)
    }
  }

  private static func readTail(_ scalars: ArraySlice<Unicode.Scalar>, isSpelt: Bool) -> Tail? {
    let digits = scalars.dropFirst().prefix { digit($0) != nil }
    guard let point = scalars.first, !digits.isEmpty else { return nil }
    let rest = scalars.dropFirst(1 + digits.count)
    let powers = rest.prefix { power($0).map { $0 >= 4 } ?? false }
    let isSign = rest.first.map { "%％‰".unicodeScalars.contains($0) } ?? false
    switch point {
    case "点", "點": if isSpelt, powers.isEmpty, !isSign { return nil }
    // 二.四一% as newspapers write it; 一.二 may number an item.
    case ".", "．": if powers.isEmpty, !isSign { return nil }
    default: return nil
    }
    return Tail(
      fraction: digits.compactMap(digit).map(UInt8.init),
      power: powers.compactMap(power).reduce(0, +),
      count: 1 + digits.count + powers.count
    )
  }

  /// 二〇二二; nil before 十 百 千 万 亿, where digits in a row are a guess (三四百).
  private static func readDigits(
    _ digits: ArraySlice<Unicode.Scalar>,
    before next: Unicode.Scalar?
  ) -> Reading? {
    if let next, power(next) != nil { return nil }
    let values = digits.compactMap(digit).map(UInt8.init)
    // 零 opens the spoken 零五; 两 counts and never spells digits.
    guard !digits.contains("两"), !digits.contains("兩") else { return nil }
    return Reading(value: DecimalText(digits: values), style: .digits, count: digits.count)
  }
}

/// Reads a numeral with 十 百 千 万 亿 from left to right.
private struct UnitReader {
  var rest: ArraySlice<Unicode.Scalar>

  init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

  /// Groups of up to four digits, each scaled by 万 or 亿 after it.
  mutating func read() -> Int? {
    var total = 0
    var group = 0
    var lastPower: Int?
    while let section = readSection(after: lastPower) {
      guard let power = readScale() else {
        return total + group + spoken(section, after: lastPower)
      }
      guard power != lastPower else { return nil }
      if power == 4 {
        group += section.value * 10_000
      } else {
        total = (total + group + section.value) * 100_000_000
        group = 0
      }
      // 亿 right after 万: 三万亿.
      if power == 4, rest.first.flatMap(Numerals.power) == 8 {
        rest.removeFirst()
        total = (total + group) * 100_000_000
        group = 0
      }
      lastPower = power
    }
    return lastPower == nil ? nil : total + group
  }

  /// 万 or 亿 with its power of ten.
  private mutating func readScale() -> Int? {
    guard let power = rest.first.flatMap(Numerals.power), power >= 4 else { return nil }
    rest.removeFirst()
    return power
  }

  /// A lone digit after 万 or 亿 means the next lower unit: 三万二 is 32 000.
  private func spoken(_ section: Section, after power: Int?) -> Int {
    guard let power, section.isLoneDigit else { return section.value }
    return section.value * (power == 4 ? 1000 : 10_000_000)
  }

  private struct Section {
    var value = 0
    /// Whether it is one digit with neither 零 before nor a unit after it.
    var isLoneDigit = false
  }

  /// A number below ten thousand, or nil when none stands here.
  private mutating func readSection(after power: Int?) -> Section? {
    var section = Section()
    var unitBefore = 4
    var hasZero = false
    let start = rest.count
    while let next = rest.first {
      if let tens = Numerals.tens(next), unitBefore > 1 {
        section.value += tens
        unitBefore = 1
        rest.removeFirst()
      } else if Numerals.digit(next) == 0, start != rest.count || power != nil {
        hasZero = true
        rest.removeFirst()
      } else if !readUnit(into: &section, below: &unitBefore, hasZero: hasZero) {
        break
      }
    }
    if rest.count == start { return readZero() }
    section.isLoneDigit = start - rest.count == 1 && !hasZero
    return section
  }

  /// A digit with the unit after it, or a unit alone (十); false when none fits.
  private mutating func readUnit(
    into section: inout Section,
    below unitBefore: inout Int,
    hasZero: Bool
  ) -> Bool {
    guard let next = rest.first, unitBefore > 0 else { return false }
    let digit = Numerals.digit(next)
    let unit = digit == nil ? next : rest.dropFirst().first
    let power = unit.flatMap(Numerals.power) ?? 0
    if digit == nil, power != 1 { return false }
    let isScaled = (1..<4).contains(power) && power < unitBefore
    guard isScaled || digit != nil else { return false }
    let spokenPower = !hasZero && unitBefore < 4 ? unitBefore - 1 : 0
    let scale = isScaled ? power : spokenPower
    section.value += (digit ?? 1) * Self.powers[scale]
    unitBefore = isScaled ? power : 0
    rest.removeFirst(isScaled && digit != nil ? 2 : 1)
    return true
  }

  /// 零 or 〇 alone.
  private mutating func readZero() -> Section? {
    guard let next = rest.first, Numerals.digit(next) == 0 else { return nil }
    rest.removeFirst()
    return Section()
  }

  private static let powers = [1, 10, 100, 1000]
}
