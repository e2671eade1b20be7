/// Dates and periods: 2022年10月14日, 1至9月, 一季度, 2021—2025年, 2022-10-14, 20世纪90年代.
struct CalendarForms {
  let text: FoldedText
  private let numerals: NumeralReader

  init(_ text: FoldedText) {
    self.text = text
    numerals = NumeralReader(text: text)
  }

  /// The date or period that begins with the numeral at an offset.
  func calendar(at start: Int) -> Element? {
    numericDate(at: start) ?? span(at: start) ?? year(at: start) ?? month(at: start, from: start)
      ?? quarter(at: start) ?? day(at: start, after: [])
  }

  /// Whether a mark at an offset stands between the ends of a range; its end.
  static func rangeMark(at index: Int, in text: FoldedText) -> Int? {
    guard let scalar = text.at(index) else { return nil }
    switch scalar {
    case "~", "～", "-", "–", "－", "至", "到": return index + 1
    case "—", "─": return text.at(index + 1) == scalar ? index + 2 : index + 1
    default: return nil
    }
  }

  /// 2022-10-14, 2022/10/14, 2022.10.14.
  private func numericDate(at start: Int) -> Element? {
    let year = numerals.endOfDigits(start)
    guard year == start + 4, let mark = text.at(year), mark == "-" || mark == "/" || mark == "."
    else { return nil }
    let month = numerals.endOfDigits(year + 1)
    let day = numerals.endOfDigits(month + 1)
    guard (1...2).contains(month - year - 1), text.at(month) == mark,
      (1...2).contains(day - month - 1)
    else { return nil }
    return element(.date, parts: [start..<day])
  }

  /// 2021—2025年, 2021年至2025年, 1至9月, 一至三季度.
  private func span(at start: Int) -> Element? {
    guard let first = numerals.whole(at: start) else { return nil }
    var next = first.end
    if isYear(first, from: start), text.at(next) == "年" { next += 1 }
    guard let mark = Self.rangeMark(at: next, in: text), let second = numerals.whole(at: mark)
    else { return nil }
    if isYear(first, from: start), isYear(second, from: mark), text.at(second.end) == "年" {
      return element(.period, parts: [start..<next, mark..<(second.end + 1)], from: start)
    }
    guard next == first.end, first.value < second.value else { return nil }
    if second.value <= 12, text.at(second.end) == "月" {
      return element(.period, parts: [start..<(second.end + 1)])
    }
    if second.value <= 4, let end = word("季度", at: second.end) {
      return element(.period, parts: [start..<end])
    }
    return nil
  }

  private func year(at start: Int) -> Element? {
    guard let year = numerals.whole(at: start) else { return nil }
    if let end = word("世纪", at: year.end) {
      let decade = numerals.whole(at: end).flatMap { word("年代", at: $0.end) }
      return element(.period, parts: [start..<(decade ?? end)])
    }
    if let end = word("年代", at: year.end) { return element(.period, parts: [start..<end]) }
    guard text.at(year.end) == "年" else { return nil }
    let era = WordTables.eras.word(before: start, in: text)?.start
    guard isYear(year, from: start) || era != nil || isYearOfRepublic(year, from: start)
    else { return nil }
    let end = text.at(year.end + 1) == "度" ? year.end + 2 : year.end + 1
    let part = (era ?? start)..<end
    if let rest = month(at: end, from: part.lowerBound, after: [part])
      ?? quarter(at: end, after: [part])
    {
      return rest
    }
    if let months = span(at: end), case .calendar(let kind, let parts) = months.form {
      return element(kind, parts: [part] + parts)
    }
    return element(.period, parts: [part])
  }

  /// 10月, 10月14日; a month alone is a period.
  private func month(at start: Int, from first: Int, after parts: [Range<Int>] = []) -> Element? {
    guard let month = numerals.whole(at: start), (1...12).contains(month.value),
      text.at(month.end) == "月"
    else { return nil }
    let end = text.at(month.end + 1) == "份" ? month.end + 2 : month.end + 1
    let all = parts + [start..<end]
    return day(at: end, after: all) ?? element(.period, parts: all)
  }

  private func day(at start: Int, after parts: [Range<Int>]) -> Element? {
    guard let day = numerals.whole(at: start), (1...31).contains(day.value),
      let mark = text.at(day.end), mark == "日" || (mark == "号" && !parts.isEmpty)
    else { return nil }
    // 10日元 is money.
    if let next = text.at(day.end + 1), next == "元" || next == "圆" { return nil }
    return element(.date, parts: parts + [start..<(day.end + 1)])
  }

  /// 一季度, 第一季度 and 前三季度; not 两个季度.
  private func quarter(at start: Int, after parts: [Range<Int>] = []) -> Element? {
    let isNumbered = text.at(start) == "第" || text.at(start) == "前"
    let first = isNumbered && !parts.isEmpty ? start + 1 : start
    guard let quarter = numerals.whole(at: first), (1...4).contains(quarter.value),
      let end = word("季度", at: quarter.end)
    else { return nil }
    let before = text.at(first - 1)
    let begin = parts.isEmpty && (before == "第" || before == "前") ? first - 1 : start
    return element(.period, parts: parts + [begin..<end])
  }

  private func isYear(_ number: (value: Int, end: Int), from start: Int) -> Bool {
    (1000...2999).contains(number.value) && number.end - start == 4
  }

  /// 114年度 and 114年9月 count from 1912.
  private func isYearOfRepublic(_ year: (value: Int, end: Int), from start: Int) -> Bool {
    guard (60...199).contains(year.value), text.isDigit(start) else { return false }
    return text.at(year.end + 1) == "度" || month(at: year.end + 1, from: start) != nil
  }

  private func word(_ word: String, at start: Int) -> Int? {
    let scalars = Array(word.unicodeScalars)
    guard start <= text.count, text.scalars[start...].starts(with: scalars) else { return nil }
    return start + scalars.count
  }

  private func element(_ kind: Figure.Kind, parts: [Range<Int>], from start: Int? = nil) -> Element
  {
    let first = start ?? parts.first?.lowerBound ?? 0
    let last = parts.last?.upperBound ?? first
    return Element(range: first..<last, form: .calendar(kind, parts: parts))
  }
}
