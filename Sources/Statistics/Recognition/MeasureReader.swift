import WritingSystems

/// Reads what follows a numeral: scale, 余 or 多, unit, and a unit it is measured by.
struct MeasureReader {
  let text: FoldedText

  func measured(_ numeral: Numeral) -> Quantity {
    var quantity = Quantity(
      range: numeral.range,
      numeral: numeral.range,
      style: numeral.style,
      value: numeral.value,
      kind: .other
    )
    if readHalf(into: &quantity) { return quantity }
    readInner(into: &quantity)
    readInnerScale(into: &quantity)
    if !readUnit(into: &quantity), numeral.style == .digits { readScale(into: &quantity) }
    if quantity.isBare { readPopulation(into: &quantity) }
    if quantity.isBare {
      quantity.range = numeral.range
      quantity.inner = nil
    }
    return quantity
  }

  /// 2个半小时 is 2.5 个小时, 3个多月 over 3 个月.
  private func readHalf(into quantity: inout Quantity) -> Bool {
    let start = quantity.range.upperBound
    let mark = text.at(start + 1)
    guard text.at(start) == "个", mark == "半" || mark == "多" || mark == "余",
      let (unit, end) = UnitTable.halved.word(at: start + 2, in: text)
    else { return false }
    if mark == "半" {
      quantity.value = quantity.value + DecimalText(digits: [5], decimals: 1)
    } else {
      quantity.inner = .over
    }
    quantity.kind = unit
    quantity.unit = text.quote(start..<(start + 1)) + text.quote((start + 2)..<end)
    quantity.plainUnit = quantity.unit
    quantity.range = quantity.range.lowerBound..<end
    return true
  }

  /// 余, 多 and 来 between numeral and unit.
  private func readInner(into quantity: inout Quantity) {
    let end = quantity.range.upperBound
    guard let scalar = text.at(end), scalar == "余" || scalar == "多" || scalar == "来" else { return }
    if scalar == "来", quantity.style == .digits { return }
    quantity.inner = scalar == "来" ? .about : .over
    quantity.range = quantity.range.lowerBound..<(end + 1)
  }

  /// 三千多万元, 十余亿元: the scale behind 多 goes into the value of a numeral in characters.
  private func readInnerScale(into quantity: inout Quantity) {
    guard quantity.style == .characters, quantity.inner != nil,
      let (power, end) = UnitTable.scales.word(at: quantity.range.upperBound, in: text)
    else { return }
    quantity.value = quantity.value.shifted(by: power)
    quantity.range = quantity.range.lowerBound..<end
  }

  /// The unit at the end of what is read so far; false when there is none.
  private func readUnit(into quantity: inout Quantity) -> Bool {
    let start =
      quantity.style == .digits
      ? text.afterSpace(quantity.range.upperBound) : quantity.range.upperBound
    guard let (unit, end) = UnitTable.units.word(at: start, in: text),
      unit.followsCharacters || quantity.style == .digits,
      !(text.isLetter(end - 1) && text.isLetter(end)), !isTrillion(start, end),
      !isOtherWord(start, past: end, after: quantity.range.lowerBound)
    else { return false }
    quantity.kind = degreeKind(start, quantity) ?? unit.kind
    quantity.unit = text.quote(start..<end)
    quantity.plainUnit = quantity.unit
    if unit.power > 0 {
      // 75折 is 7.5折.
      let isWhole = text.at(start) == "折" && quantity.value.double >= 10
      quantity.value = quantity.value.shifted(by: isWhole ? 0 : unit.power)
      quantity.unit = "%"
      quantity.plainUnit = "%"
    } else if unit.kind == .percent {
      quantity.unit = "%"
    }
    quantity.range = quantity.range.lowerBound..<end
    readDenominator(into: &quantity, from: start)
    return true
  }

  /// 用电2.1度 is an energy, 最高气温38度 a temperature; other degrees are counts.
  private func degreeKind(_ unit: Int, _ quantity: Quantity) -> Figure.Kind? {
    guard text.at(unit) == "度" else { return nil }
    let start = quantity.range.lowerBound
    let before = text.scalars[max(0, start - 6)..<start]
    if before.contains("电") { return .energy }
    let after = text.scalars[unit..<min(text.count, unit + 6)]
    return before.contains("温") || before.contains("氏") || after.contains("温")
      ? .temperature : nil
  }

  /// 兆 before money or digits is 万亿: 1兆2,000億元.
  private func isTrillion(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1, text.at(start) == "兆" else { return false }
    return text.isDigit(end) || UnitTable.units.word(at: end, in: text)?.meaning.kind == .money
  }

  /// Whether the unit is only the beginning of another word: 5家庭 counts no 家.
  private func isOtherWord(_ start: Int, past end: Int, after numeral: Int) -> Bool {
    if text.at(numeral - 1) == "第" { return false }
    return WordTables.notUnits.word(at: start, in: text).map { $0.meaning && $0.end > end } ?? false
  }

  /// 元/户, 元每平方米.
  private func readDenominator(into quantity: inout Quantity, from start: Int) {
    let end = quantity.range.upperBound
    guard text.at(end) == "/" || text.at(end) == "每",
      let (kind, last) = UnitTable.denominators.word(at: end + 1, in: text)
    else { return }
    quantity.kind = UnitTable.kind(of: quantity.kind, per: kind)
    quantity.unit = text.quote(start..<last)
    quantity.plainUnit = quantity.unit
    quantity.range = quantity.range.lowerBound..<last
  }

  /// 9.8/10万, as mortality is printed.
  private func readPopulation(into quantity: inout Quantity) {
    let end = quantity.range.upperBound
    guard text.at(end) == "/", let (_, last) = UnitTable.populations.word(at: end + 1, in: text)
    else { return }
    quantity.kind = .ratio
    quantity.unit = text.quote(end..<last)
    quantity.plainUnit = quantity.unit
    quantity.range = quantity.range.lowerBound..<last
  }

  /// 万, 亿 after digits, which stay in the unit; or 1690万9千元, which becomes one value.
  private func readScale(into quantity: inout Quantity) {
    let start = quantity.range.upperBound
    guard let (power, end) = UnitTable.scales.word(at: start, in: text) else { return }
    quantity.range = quantity.range.lowerBound..<end
    if let rest = continuation(at: end, below: power) {
      quantity.value = quantity.value.shifted(by: power) + rest.value.shifted(by: rest.power)
      quantity.range = quantity.range.lowerBound..<rest.range.upperBound
      (quantity.kind, quantity.unit) = (rest.kind, rest.plainUnit)
      quantity.plainUnit = rest.plainUnit
      return
    }
    if quantity.inner == nil { readInner(into: &quantity) }
    let scale = text.quote(start..<end)
    quantity.power = power
    if readUnit(into: &quantity) {
      quantity.unit = scale + (quantity.unit ?? "")
    } else {
      (quantity.unit, quantity.kind) = (scale, .count)
    }
  }

  /// The smaller part of a number in two scales: 9千元 after 1690万.
  private func continuation(at start: Int, below power: Int) -> Quantity? {
    guard let numeral = NumeralReader(text: text).digits(at: start) else { return nil }
    let rest = measured(numeral)
    let isSmaller =
      rest.value.shifted(by: rest.power).double < DecimalText(1).shifted(by: power).double
    return rest.plainUnit != nil && isSmaller ? rest : nil
  }
}
