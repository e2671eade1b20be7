/// The number that begins a heading.
///
/// The four levels are those of official documents (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）.
struct HeadingMark {
  let level: Int
  /// The number as printed, without its marks.
  let number: String
  let value: Int
  /// The first scalar after the mark.
  let end: Int

  init?(_ scalars: [Unicode.Scalar]) {
    guard let found = Self.bracketed(scalars) ?? Self.plain(scalars) else { return nil }
    self = found
  }

  private init(level: Int, number: ArraySlice<Unicode.Scalar>, value: Int, end: Int) {
    self.level = level
    self.number = String(String.UnicodeScalarView(number))
    self.value = value
    self.end = end
  }

  private static func bracketed(_ scalars: [Unicode.Scalar]) -> HeadingMark? {
    guard let first = scalars.first, first == "（" || first == "(" else { return nil }
    guard let close = scalars.prefix(6).firstIndex(where: { $0 == "）" || $0 == ")" }) else {
      return nil
    }
    let number = scalars[1..<close]
    if let value = chineseNumber(number) {
      return HeadingMark(level: 2, number: number, value: value, end: close + 1)
    }
    guard let value = decimalNumber(number) else { return nil }
    return HeadingMark(level: 4, number: number, value: value, end: close + 1)
  }

  private static func plain(_ scalars: [Unicode.Scalar]) -> HeadingMark? {
    guard let mark = scalars.prefix(5).firstIndex(where: { isNumberMark($0) }), mark > 0 else {
      return nil
    }
    let number = scalars[..<mark]
    if let value = chineseNumber(number) {
      return HeadingMark(level: 1, number: number, value: value, end: mark + 1)
    }
    // 3.5万户 begins with a figure, not with an item.
    let isFigure = mark + 1 < scalars.count && scalars[mark + 1].decimalDigit != nil
    guard let value = decimalNumber(number), !isFigure else { return nil }
    return HeadingMark(level: 3, number: number, value: value, end: mark + 1)
  }

  private static func isNumberMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "、" || scalar == "." || scalar == "．"
  }

  /// 一 to 九十九.
  static func chineseNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 3 else { return nil }
    var value = 0
    var seenTen = false
    for scalar in scalars {
      if scalar == "十", !seenTen, value < 10 {
        value = max(1, value) * 10
        seenTen = true
      } else if let digit = scalar.chineseDigit, scalar.isHan, digit > 0, value % 10 == 0 {
        value += digit
      } else {
        return nil
      }
    }
    return value
  }

  private static func decimalNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 2 else { return nil }
    let digits = scalars.compactMap(\.decimalDigit)
    return digits.count == scalars.count ? digits.reduce(0) { $0 * 10 + $1 } : nil
  }
}
