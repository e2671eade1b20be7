import WritingSystems

/// Forms of digits that count nothing and must not part: document and telephone numbers, times,
/// codes, 1+1.
struct NameForms {
  let text: FoldedText
  private let numerals: NumeralReader

  init(_ text: FoldedText) {
    self.text = text
    numerals = NumeralReader(text: text)
  }

  /// The range of the name that the digits at an offset belong to, or nil when they count.
  ///
  /// The range may begin before the digits (国办函〔2004〕71号), but not before `floor`.
  func name(at start: Int, floor: Int) -> Range<Int>? {
    documentNumber(at: start, floor: floor) ?? number(at: start) ?? sum(at: start)
      ?? proportion(at: start) ?? clock(at: start) ?? version(at: start) ?? telephone(at: start)
      ?? code(at: start)
  }

  /// 国办函〔2004〕71号, 安两新[2025]第12号.
  private func documentNumber(at start: Int, floor: Int) -> Range<Int>? {
    guard let opening = text.at(start - 1), let closing = Self.brackets[opening],
      numerals.endOfDigits(start) == start + 4, text.at(start + 4) == closing
    else { return nil }
    var position = start + 5
    if text.at(position) == "第" { position += 1 }
    let end = numerals.endOfDigits(position)
    guard end > position, text.at(end) == "号" else { return nil }
    return agency(before: start - 1, floor: floor)..<(end + 1)
  }

  /// Where the letters of the agency (国办函) begin: Han characters back to a mark, or to a word
  /// that quotes documents.
  private func agency(before end: Int, floor: Int) -> Int {
    let longest = 8
    var start = end
    while start > max(floor, end - longest), let scalar = text.at(start - 1),
      scalar.properties.isIdeographic
    {
      if Self.quotingWords.word(before: start, in: text) != nil { break }
      start -= 1
    }
    return start
  }

  /// 3号楼, 92号汽油: a number that is a name; 第3号 is one in a series.
  private func number(at start: Int) -> Range<Int>? {
    let end = numerals.endOfDigits(start)
    guard text.at(end) == "号", text.at(start - 1) != "第" else { return nil }
    return start..<(end + 1)
  }

  /// 1+1, 4+1+N.
  private func sum(at start: Int) -> Range<Int>? {
    var end = numerals.endOfDigits(start)
    var terms = 1
    while text.at(end) == "+", text.isDigit(end + 1) || text.isLetter(end + 1) {
      terms += 1
      end = text.isDigit(end + 1) ? numerals.endOfDigits(end + 1) : end + 2
    }
    return terms > 1 ? start..<end : nil
  }

  /// 1.68:1, 8.2:43.1:48.7.
  private func proportion(at start: Int) -> Range<Int>? {
    guard var end = numerals.digits(at: start)?.range.upperBound else { return nil }
    var parts = 1
    while let mark = text.at(end), mark == ":" || mark == "：",
      let next = numerals.digits(at: end + 1)
    {
      end = next.range.upperBound
      parts += 1
    }
    return parts > 1 ? start..<end : nil
  }

  /// 2.0版 names an edition.
  private func version(at start: Int) -> Range<Int>? {
    guard let numeral = numerals.digits(at: start), numeral.value.decimals > 0,
      text.at(numeral.range.upperBound) == "版"
    else { return nil }
    return start..<(numeral.range.upperBound + 1)
  }

  /// 20:30, 9:05:30; also 3:1, which is no number either.
  private func clock(at start: Int) -> Range<Int>? {
    var end = numerals.endOfDigits(start)
    var parts = 1
    while let mark = text.at(end), mark == ":" || mark == "：", text.isDigit(end + 1) {
      end = numerals.endOfDigits(end + 1)
      parts += 1
    }
    if parts > 1 { return start..<end }
    // 8时30分, 9时, 下午3点
    guard text.at(end) == "时" || text.at(end) == "点" && isHour(at: start), end - start <= 2
    else { return nil }
    let minutes = numerals.endOfDigits(end + 1)
    let hasMinutes = minutes > end + 1 && text.at(minutes) == "分"
    return start..<(hasMinutes ? minutes + 1 : end + 1)
  }

  /// Whether the number at an offset says at what hour: 下午3点.
  func isHour(at start: Int) -> Bool {
    WordTables.partsOfDay.word(before: start, in: text) != nil
  }

  /// 0734-6262345, 13800138000, and other digits that begin with 0 or are too many to count.
  private func telephone(at start: Int) -> Range<Int>? {
    let end = numerals.endOfDigits(start)
    let length = end - start
    let isArea = text.at(start) == "0" && (3...4).contains(length)
    let number = numerals.endOfDigits(end + 1)
    if isArea, text.at(end) == "-", (7...8).contains(number - end - 1) { return start..<number }
    let isMobile = text.at(start) == "1" && length == 11
    let isPadded = text.at(start) == "0" && length > 1
    return isMobile || isPadded || length > 15 ? start..<end : nil
  }

  /// PM2.5, 5G, A4, 1.2.3: digits beside letters that are no unit, and dotted numbers.
  private func code(at start: Int) -> Range<Int>? {
    var first = start
    // 20%25%, PM_2.5: addresses and marks of computers
    if let before = text.at(first - 1), before == "%" || before == "_" { first -= 1 }
    while text.isLetter(first - 1) || (text.at(first - 1) == "-" && text.isLetter(first - 2)) {
      first -= 1
    }
    var end = numerals.digits(at: start)?.range.upperBound ?? start
    let isDotted = text.at(end) == "." && text.isDigit(end + 1)
    while text.at(end) == ".", text.isDigit(end + 1) { end = numerals.endOfDigits(end + 1) }
    let isUnit = UnitTable.units.word(at: end, in: text).map { !text.isLetter($0.end) } ?? false
    guard first < start || isDotted || (text.isLetter(end) && !isUnit) else { return nil }
    while text.isLetter(end) || text.isDigit(end) { end += 1 }
    return first..<end
  }

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "〔": "〕", "[": "]", "［": "］", "【": "】", "(": ")", "（": "）",
  ]

  private static let quotingWords = Lexicon<Bool>([
    (true, "根据 按照 依据 印发 下发 转发 发布 出台 制定 关于 见 据 按 以 和 与 及 执行 落实 的 了 文件 通知 收到 你")
  ])
}
