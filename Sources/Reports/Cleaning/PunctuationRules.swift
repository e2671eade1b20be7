import WritingSystems

/// Half-width marks in Chinese text become full-width (GB/T 15834-2011, 5.1: marks of Chinese text
/// take a character's width).
///
/// Never inside figures, times, addresses or Latin: `1,280`, `22:52`, `1+1`, `3.5`, `https://`.
enum PunctuationWidths {
  static func find(_ line: LineView) -> [Edit] {
    guard line.isChinese else { return [] }
    var edits: [Edit] = []
    var index = 0
    while index < line.scalars.count {
      if let edit = edit(line, index), !line.isKept(index) { edits.append(edit) }
      index += 1
    }
    return edits
  }

  /// One mark.
  private static func edit(_ line: LineView, _ index: Int) -> Edit? {
    guard let wide = wide(line.scalars[index]) else { return nil }
    let before = line.visible(before: index)
    let after = line.visible(after: index)
    let fits =
      switch line.scalars[index] {
      case ":": colonFits(before, after)
      case ".": stopFits(line, index, before, after)
      case "｡", "､": true
      default: separates(before, after)
      }
    return fits ? Edit(range: index..<(index + 1), replacement: [wide]) : nil
  }

  private static func wide(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case ",": "，"
    case ";": "；"
    case ":": "："
    case "!": "！"
    case "?": "？"
    case ".", "｡": "。"
    case "､": "、"
    default: nil
    }
  }

  /// Whether a comma, semicolon, question or exclamation mark separates Chinese text.
  private static func separates(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    guard let before else { return false }
    if before.isChinese { return true }
    guard let after else { return true }
    if after.isChinese { return true }
    return closesFigure(before) && !after.isASCIILetter
  }

  /// Marks that end a figure or bracket, so that what follows is no part of it: 90.24%;38 项.
  private static func closesFigure(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "‰", "℃", "°", ")": true
    default: false
    }
  }

  private static func colonFits(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    if after == "/" || after == "\\" { return false }
    guard let before else { return false }
    return before.isChinese || after?.isChinese ?? false
  }

  /// A full stop at the end of a sentence; not the dot of a number, an item or a foreign name.
  private static func stopFits(
    _ line: LineView,
    _ index: Int,
    _ before: Unicode.Scalar?,
    _ after: Unicode.Scalar?
  ) -> Bool {
    guard let before else { return false }
    if after == nil, closesFigure(before) || before.isASCIIDigit {
      return !line.isTabular && endsSentence(line, at: index)
    }
    guard before.isChinese else { return false }
    // 二.四一%, 八一六.六万人
    let isNumeral = Numerals.digit(before) != nil || Numerals.power(before) != nil
    if isNumeral, let after, Numerals.digit(after) != nil { return false }
    let isItemNumber =
      index <= 3 && line.scalars[..<index].allSatisfy { "一二三四五六七八九十".unicodeScalars.contains($0) }
    if isItemNumber { return false }
    guard let after else { return true }
    if after == "”" || after == "’" || after == "）" || after == "\"" { return true }
    // Inside a line a dot between Han may part a foreign name; it is a stop where the clause is
    // longer than any name and holds a mark of its own.
    return after.isHan && clauseHasMark(line, before: index)
  }

  /// Whether a stop behind a figure ends the line's sentence, as in 产值增长，达到5.4% and a stop.
  private static func endsSentence(_ line: LineView, at index: Int) -> Bool {
    let sentence = line.scalars[max(0, index - 40)..<index]
    return sentence.count { $0.isHan } >= 4 && sentence.contains { $0.isTextMark || $0 == "," }
  }

  private static func clauseHasMark(_ line: LineView, before index: Int) -> Bool {
    let clause = line.scalars[max(0, index - 40)..<index].reversed().prefix { !$0.endsSentence }
    return clause.count >= 12 && clause.contains { $0 == "，" || $0 == "," || $0 == "、" }
  }
}

/// Half-width brackets become full-width when Chinese text is inside or beside them.
enum Brackets {
  static func find(_ line: LineView) -> [Edit] {
    guard line.isChinese else { return [] }
    var edits: [Edit] = []
    var open: [(index: Int, chineseBefore: Int)] = []
    var chinese = 0
    for (index, scalar) in line.scalars.enumerated() {
      if line.isKept(index) { continue }
      if scalar == "(" || scalar == "（" {
        open.append((index, chinese))
      } else if scalar == ")" || scalar == "）", let start = open.popLast() {
        let hasChinese = chinese > start.chineseBefore
        if hasChinese || standsInChinese(line, start.index, index) {
          edits += widened(line, start.index, "（") + widened(line, index, "）")
        }
      } else if scalar.isChinese {
        chinese += 1
      }
    }
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether brackets around Latin or figures stand in Chinese text: 系统(MES) and (1)全面 do,
  /// f(x) and 10(km) do not.
  private static func standsInChinese(_ line: LineView, _ open: Int, _ close: Int) -> Bool {
    guard let before = line.visible(before: open) else {
      return line.visible(after: close)?.isChinese ?? false
    }
    return before.isChinese || before == "%"
  }

  private static func widened(_ line: LineView, _ index: Int, _ wide: Unicode.Scalar) -> [Edit] {
    line.scalars[index] == wide ? [] : [Edit(range: index..<(index + 1), replacement: [wide])]
  }
}
