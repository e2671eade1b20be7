import WritingSystems

/// A numeral before its unit is known.
struct Numeral {
  var range: Range<Int>
  var value: DecimalText
  var style: Quantity.Style
  /// Digit by digit, as years are spelt: 二〇二二; four digits: 2022.
  var isSpelt: Bool
}

/// Reads numerals in digits and in characters.
struct NumeralReader {
  let text: FoldedText

  /// The numeral that begins at an offset.
  func numeral(at start: Int) -> Numeral? {
    text.isDigit(start) ? digits(at: start) : characters(at: start)
  }

  /// 12, 1,234.5 (commas grouping by three).
  func digits(at start: Int) -> Numeral? {
    var end = endOfDigits(start)
    guard end > start else { return nil }
    if end - start <= 3 {
      while groups(at: end), endOfDigits(end + 1) == end + 4 { end += 4 }
    }
    let wholeEnd = end
    if text.at(end) == ".", text.isDigit(end + 1) { end = endOfDigits(end + 1) }
    // Commas and the point are left out: digits are the only scalars in these places above 0.
    let digits = text.scalars[start..<end].lazy
      .filter { ("0"..."9").contains($0) }
      .map { UInt8($0.value - 0x30) }
    let value = DecimalText(digits: Array(digits), decimals: max(0, end - wholeEnd - 1))
    let isSpelt = end == wholeEnd && end - start == 4
    return Numeral(range: start..<end, value: value, style: .digits, isSpelt: isSpelt)
  }

  /// Whether a mark groups digits: a comma (full width only between digits of its kind) or a space
  /// (GB/T 15835-2011, 5.1.1).
  private func groups(at index: Int) -> Bool {
    switch text.at(index) {
    case ",", " ": true
    case "，": text.isWideDigit(index - 1) && text.isWideDigit(index + 1)
    default: false
    }
  }

  /// 二百二十五, 二〇二二.
  func characters(at start: Int) -> Numeral? {
    guard start < text.count, let reading = Numerals.readPrefix(of: text.scalars[start...]) else {
      return nil
    }
    return Numeral(
      range: start..<(start + reading.count),
      value: reading.value,
      style: .characters,
      isSpelt: reading.style == .digits
    )
  }

  /// A whole number in digits or characters, as in dates.
  func whole(at start: Int) -> (value: Int, end: Int)? {
    guard let numeral = numeral(at: start), let whole = numeral.value.whole else { return nil }
    return (whole, numeral.range.upperBound)
  }

  /// Where the digits and numeral characters at an offset end; used to step over what is no number.
  func endOfRun(_ start: Int) -> Int {
    var end = start
    while let scalar = text.at(end),
      Numerals.digit(scalar) != nil || Numerals.power(scalar) != nil || Numerals.tens(scalar) != nil
    {
      end += 1
    }
    return end
  }

  func endOfDigits(_ start: Int) -> Int {
    var end = start
    while text.isDigit(end) { end += 1 }
    return end
  }
}
