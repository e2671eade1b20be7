import WritingSystems

/// Walks a text once and lists the numbers, dates and names of digits in it.
struct ElementScanner {
  private let text: FoldedText
  private let numerals: NumeralReader
  private let calendars: CalendarForms
  private let names: NameForms
  private let measures: MeasureReader

  init(_ text: FoldedText) {
    self.text = text
    numerals = NumeralReader(text: text)
    calendars = CalendarForms(text)
    names = NameForms(text)
    measures = MeasureReader(text: text)
  }

  func elements() -> [Element] {
    var elements: [Element] = []
    var position = 0
    while position < text.count {
      let floor = elements.last?.range.upperBound ?? 0
      switch step(at: position, floor: floor) {
      case .element(let element):
        elements.append(element)
        position = max(position + 1, element.range.upperBound)
      case .skip(let next):
        position = max(position + 1, next)
      }
    }
    return elements
  }

  private enum Step {
    case element(Element)
    /// Nothing here: go on at an offset.
    case skip(to: Int)
  }

  private func step(at position: Int, floor: Int) -> Step {
    if text.isDigit(position) { return digits(at: position, floor: floor) }
    guard let scalar = text.at(position) else { return .skip(to: position + 1) }
    if scalar == "翻" { return fold(at: position) }
    if let power = Numerals.power(scalar), power > 1 { return bareScale(at: position) }
    guard
      Numerals.digit(scalar) != nil || Numerals.power(scalar) == 1 || Numerals.tens(scalar) != nil
    else { return .skip(to: position + 1) }
    return characters(at: position)
  }

  // MARK: Digits

  private func digits(at start: Int, floor: Int) -> Step {
    if let calendar = calendars.calendar(at: start) {
      return .element(calendar)
    }
    if let name = names.name(at: start, floor: floor) {
      return .element(Element(range: max(floor, name.lowerBound)..<name.upperBound, form: .name))
    }
    guard let numeral = numerals.digits(at: start) else { return .skip(to: start + 1) }
    if let fraction = commonFraction(numeral) { return .element(fraction) }
    return .element(quantity(measures.measured(numeral)))
  }

  /// 1/3, not followed by another stroke.
  private func commonFraction(_ numeral: Numeral) -> Element? {
    let stroke = numeral.range.upperBound
    guard text.at(stroke) == "/", let second = numerals.digits(at: stroke + 1),
      text.at(second.range.upperBound) != "/", text.at(second.range.upperBound) != "-",
      numeral.value.decimals == 0, numeral.range.count <= 4, !second.value.isZero
    else { return nil }
    let range = numeral.range.lowerBound..<second.range.upperBound
    return ratio(numeral.value, over: second.value, range: range)
  }

  // MARK: Characters

  private func characters(at start: Int) -> Step {
    if isUnknownMultiple(start) || names.isHour(at: start) {
      return .skip(to: numerals.endOfRun(start))
    }
    if let calendar = calendars.calendar(at: start), isCalendarInCharacters(calendar) {
      return .element(calendar)
    }
    if let guarded = WordTables.idioms.word(at: start, in: text) { return .skip(to: guarded.end) }
    if let name = WordTables.namesEndingInNumerals.word(before: start + 1, in: text),
      name.start < start
    {
      return .skip(to: numerals.endOfRun(start))
    }
    guard let numeral = numerals.characters(at: start) else {
      return .skip(to: numerals.endOfRun(start))
    }
    if let fraction = spokenFraction(numeral) { return .element(fraction) }
    let isOrdinal = text.at(start - 1) == "第"
    var measured = measures.measured(numeral)
    if measured.isBare, !isOrdinal, opensRange(numeral) { return .element(quantity(measured)) }
    let counts =
      isOrdinal
      ? !measured.isBare || standsAtEnd(numeral.range.upperBound)
      : !measured.isBare && !isIndefinite(measured) && !isName(measured)
    // 二十届三中全会 names a congress.
    let isCongress = measured.unit == "届" && !isOrdinal
    guard counts, !numeral.isSpelt, !isCongress else { return .skip(to: numeral.range.upperBound) }
    addHalf(to: &measured)
    return .element(quantity(measured))
  }

  /// 三到五年: the unit is yet to come.
  private func opensRange(_ numeral: Numeral) -> Bool {
    guard !numeral.isSpelt,
      let mark = CalendarForms.rangeMark(at: numeral.range.upperBound, in: text),
      let second = numerals.characters(at: mark)
    else { return false }
    let measured = measures.measured(second)
    return !measured.isBare && measured.value.double > numeral.value.double
  }

  /// 三日 is three days as often as the third: in characters a day wants its month.
  private func isCalendarInCharacters(_ element: Element) -> Bool {
    guard case .calendar(let kind, let parts) = element.form else { return false }
    return kind == .period || parts.count > 1
  }

  /// 一个, 一批, 一次 are articles more often than counts; a deviation chosen on purpose.
  private func isIndefinite(_ quantity: Quantity) -> Bool {
    let isOne =
      quantity.value == DecimalText(1) && quantity.numeral.count == 1
      && text.at(quantity.range.upperBound) != "半"
    let isCounted = quantity.kind == .count || quantity.kind == .duration
    return isOne && isCounted
  }

  /// 五个建设, “六个一”: a count in characters inside quotation marks, or before a noun of slogans.
  private func isName(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .count else { return false }
    if text.quotes.contains(quantity.range) { return true }
    return WordTables.sloganNouns.word(at: quantity.range.upperBound, in: text) != nil
  }

  /// Whether a place in a ranking ends here: 居全省第一, 总量第三的大县.
  private func standsAtEnd(_ index: Int) -> Bool {
    guard let scalar = text.at(index) else { return true }
    // 第一、第三产业 are names.
    if scalar == "、", text.at(index + 1) == "第" { return false }
    return scalar == "的" || WordTables.boundaries.contains(scalar)
  }

  /// 三成半 is 35 %, 两年半 2.5 年, 一吨半 1.5 吨.
  private func addHalf(to quantity: inout Quantity) {
    let end = quantity.range.upperBound
    guard text.at(end) == "半", let last = text.at(end - 1), Self.halved.contains(last)
    else { return }
    let half = DecimalText(digits: [5], decimals: last == "成" ? 0 : 1)
    quantity.value = quantity.value + half
    quantity.range = quantity.range.lowerBound..<(end + 1)
  }

  private static let halved = ScalarSet("成年倍吨米斤里亩克岁")

  /// 三分之二, 百分之三十, 千分之三.
  private func spokenFraction(_ numeral: Numeral) -> Element? {
    let end = numeral.range.upperBound
    guard text.at(end) == "分", text.at(end + 1) == "之", let part = numerals.numeral(at: end + 2),
      !numeral.value.isZero
    else { return nil }
    let range = numeral.range.lowerBound..<part.range.upperBound
    return ratio(part.value, over: numeral.value, range: range)
  }

  private func ratio(
    _ part: DecimalText,
    over whole: DecimalText,
    range: Range<Int>
  ) -> Element? {
    guard let quotient = DecimalText(part.double / whole.double) else { return nil }
    // 0.666667: six places, as the interface prints 三分之二.
    let places = min(6, quotient.decimals)
    return quantity(
      Quantity(
        range: range,
        numeral: range,
        style: .characters,
        value: quotient.rounded(to: places),
        kind: .ratio
      )
    )
  }

  // MARK: Scales without a digit

  /// 百分之三十, 千万元, 百万吨, 上百家; 百强 and 万一 count nothing.
  private func bareScale(at start: Int) -> Step {
    let run = numerals.endOfRun(start)
    if let guarded = WordTables.idioms.word(at: start, in: text) { return .skip(to: guarded.end) }
    guard let scale = UnitTable.scales.word(at: start, in: text) else {
      return .skip(to: start + 1)
    }
    if let share = percentInWords(at: start, power: scale.meaning) { return .element(share) }
    let numeral = Numeral(
      range: start..<scale.end,
      value: DecimalText(1).shifted(by: scale.meaning),
      style: .characters,
      isSpelt: false
    )
    var measured = measures.measured(numeral)
    let isCounted = measured.kind == .count || measured.isBare
    let isCertain =
      measured.inner != nil || WordTables.opensBareScale.word(before: start, in: text) != nil
    guard scale.end == run, !measured.isBare, !isCounted || isCertain, !isUnknownMultiple(start),
      isCertain || !isNameOfRate(measured)
    else { return .skip(to: run) }
    // 上百家, but 迈上千亿元
    let isVerb = WordTables.classes.word(before: start, in: text).map { $0.start < start - 1 }
    if text.at(start - 1) == "上", isVerb != true { measured.inner = measured.inner ?? .about }
    return .element(quantity(measured))
  }

  /// 每百元, 万元GDP and 亿元产值 say by what a rate is measured.
  private func isNameOfRate(_ quantity: Quantity) -> Bool {
    if text.at(quantity.range.lowerBound - 1) == "每" { return true }
    let end = quantity.range.upperBound
    let isLimit = WordTables.after.word(at: end, in: text) != nil
    guard quantity.kind == .money, quantity.numeral.count == 1, !isLimit else { return false }
    return quantity.value == DecimalText(1).shifted(by: 4)
      || WordTables.outputs.word(at: end, in: text) != nil
  }

  /// 数百, 几千, 好几万: how many is not said.
  private func isUnknownMultiple(_ start: Int) -> Bool {
    text.at(start - 1).map { "数几".unicodeScalars.contains($0) } ?? false
  }

  private func percentInWords(at start: Int, power: Int) -> Element? {
    let end = numerals.endOfRun(start)
    guard text.at(end) == "分", text.at(end + 1) == "之" else { return nil }
    if power == 2, text.at(end + 2) == "百" {
      return share(start..<(end + 3), DecimalText(100), .percent)
    }
    guard let part = numerals.numeral(at: end + 2) else { return nil }
    // 万分之三, 百万分之五
    if power > 3 {
      let range = start..<part.range.upperBound
      return ratio(part.value, over: DecimalText(1).shifted(by: power), range: range)
    }
    return share(start..<part.range.upperBound, part.value, power == 2 ? .percent : .permille)
  }

  private func share(_ range: Range<Int>, _ value: DecimalText, _ kind: Figure.Kind) -> Element {
    quantity(
      Quantity(
        range: range,
        numeral: range,
        style: .characters,
        value: value,
        kind: kind,
        unit: kind == .percent ? "%" : "‰"
      )
    )
  }

  /// 翻番 and 翻一番 are twice, 翻两番 four times.
  private func fold(at start: Int) -> Step {
    var position = start + 1
    if text.at(position) == "了" { position += 1 }
    let times = numerals.whole(at: position)
    let end = times?.end ?? position
    guard text.at(end) == "番", (1...10).contains(times?.value ?? 1) else {
      return .skip(to: start + 1)
    }
    var quantity = Quantity(
      range: start..<(end + 1),
      numeral: start..<(end + 1),
      style: .characters,
      value: DecimalText(1 << (times?.value ?? 1)),
      kind: .multiple,
      unit: "倍"
    )
    quantity.change = .rise
    return .element(self.quantity(quantity))
  }

  // MARK: Signs

  /// The element of a quantity, with 第 or its sign taken in.
  private func quantity(_ found: Quantity) -> Element {
    var quantity = found
    let start = quantity.range.lowerBound
    if text.at(start - 1) == "第" {
      let isRank = quantity.unit == nil || quantity.unit == "位" || quantity.unit == "名"
      quantity.kind = isRank ? .rank : .ordinal
      quantity.range = (start - 1)..<quantity.range.upperBound
    } else if text.at(start - 1) == "下", text.at(start - 2) == "零" {
      quantity.value = -quantity.value
      quantity.range = (start - 2)..<quantity.range.upperBound
    } else if text.at(start - 1) == "负" {
      quantity.value = -quantity.value
      quantity.range = (start - 1)..<quantity.range.upperBound
    } else if let mark = text.at(start - 1), Self.currencies.contains(mark) {
      // A currency named before the numeral is in neither quote nor unit.
      quantity.kind = .money
    } else if let sign = text.at(start - 1), sign == "-" || sign == "−", opensSign(start - 1) {
      quantity.value = -quantity.value
      quantity.range = (start - 1)..<quantity.range.upperBound
    }
    return Element(range: quantity.range, form: .quantity(quantity))
  }

  private static let currencies = ScalarSet("¥￥$＄€£")

  /// A minus is a sign after a Han character or a mark, a range mark after a number or unit.
  private func opensSign(_ index: Int) -> Bool {
    guard let before = text.at(index - 1) else { return true }
    if WordTables.boundaries.contains(before) { return true }
    return before.properties.isIdeographic && WordTables.levels.word(before: index, in: text) != nil
  }
}
