import WritingSystems

/// The number of a document: 某函〔2025〕12号, 第12号.
struct DocumentNumber {
  /// The scalars of the line that are the number.
  let range: Range<Int>
  /// The number as the standard writes it, when the line does not (GB/T 9704-2012, 7.2.5).
  let proper: String?

  /// Reads a line that is nothing but a document number.
  ///
  /// It may stand in brackets of its own, (某府发〔2003〕37号).
  init?(line scalars: [Unicode.Scalar]) {
    let isInBrackets =
      scalars.first.map { "（(".unicodeScalars.contains($0) } ?? false
      && scalars.last.map { "）)".unicodeScalars.contains($0) } ?? false
    let inner = isInBrackets ? scalars.indices.dropFirst().dropLast() : scalars.indices
    guard let first = inner.first(where: { !scalars[$0].isSpace }),
      let last = inner.last(where: { !scalars[$0].isSpace }), last - first < 30,
      scalars[last] == "号" || scalars[last] == "號"
    else { return nil }
    let shown = scalars[first...last]
    guard let number = Self.bracketed(shown) else { return nil }
    range = first..<(last + 1)
    proper = number.proper
    hasNoOrgan = number.hasNoOrgan
  }

  /// Whether it names no organ: 〔2025〕14号, of minutes.
  let hasNoOrgan: Bool

  private struct Reading {
    let proper: String?
    let hasNoOrgan: Bool
  }

  /// 〔2025〕12号 behind the short name of an organ.
  private static func bracketed(_ scalars: ArraySlice<Unicode.Scalar>) -> Reading? {
    guard let open = scalars.firstIndex(where: { "〔［[【（(".unicodeScalars.contains($0) }),
      let close = scalars[open...].firstIndex(where: { "〕］]】）)".unicodeScalars.contains($0) })
    else { return nil }
    let organ = scalars[..<open]
    guard organ.allSatisfy({ $0.isHan || $0.isSpace }), organ.count <= 16 else { return nil }
    let digits = scalars[(open + 1)..<close].map { $0.narrowed }
    guard (2...4).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    var rest = scalars[(close + 1)...].dropLast()
    let hasOrdinal = rest.first == "第"
    if hasOrdinal { rest = rest.dropFirst() }
    let number = rest.filter { !$0.isSpace }.map { $0.narrowed }
    guard (1...6).contains(number.count), number.allSatisfy(\.isASCIIDigit) else { return nil }
    let significant = number.drop { $0 == "0" }
    let isProper =
      scalars[open] == "〔" && scalars[close] == "〕" && digits.count == 4 && !hasOrdinal
      && significant.count == number.count
    let year = (digits.count == 2 ? Array("20".unicodeScalars) : []) + digits
    let proper =
      String(scalars: organ[...]) + "〔" + String(scalars: year[...]) + "〕"
      + String(scalars: significant) + String(scalars: scalars.suffix(1))
    return Reading(proper: isProper ? nil : proper, hasNoOrgan: !organ.contains(where: \.isHan))
  }

  /// 第12号, the number of an order or announcement, alone on a line below its title.
  static func isOrdinal(_ scalars: [Unicode.Scalar]) -> Bool {
    let shown = scalars.filter { !$0.isSpace && $0 != "（" && $0 != "）" }
    guard (3...10).contains(shown.count), shown.first == "第" || shown.first?.decimalDigit != nil,
      shown.last == "号" || shown.last == "號"
    else { return false }
    let middle = shown.dropFirst(shown.first == "第" ? 1 : 0).dropLast()
    return middle.allSatisfy { $0.decimalDigit != nil } || HeadingMark.chineseNumber(middle) != nil
      || middle.starts(with: "20".unicodeScalars) && middle.contains("年")
  }
}
