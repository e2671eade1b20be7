import WritingSystems

/// The number that begins a heading, an item of a list, or an article.
///
/// The systems are those of official documents (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）), of
/// statutes (第一章 第一节 第一条), and the decimal one of technical texts (1.1).
struct HeadingMark: Hashable {
  /// A way of numbering; the order is that in which one stands under the other.
  enum System: Int, Hashable, Comparable, CaseIterable {
    /// 第一编, 第一篇, 第一部分.
    case part
    /// 第一章.
    case chapter
    /// 第一节.
    case section
    /// 第一条; counts on through the chapters.
    case article
    /// 一、
    case han
    /// （一）
    case bracketedHan
    /// 1.
    case digit
    /// （1）, 1）
    case bracketedDigit
    /// ①
    case circled

    static func < (a: System, b: System) -> Bool { a.rawValue < b.rawValue }
  }

  let system: System
  /// The number as printed, without its marks.
  let number: String
  /// The last number: 2 of 1.2.
  let value: Int
  /// The numbers of a decimal mark, 1.2 is [1, 2]; of any other its value alone.
  let path: [Int]
  /// The first scalar after the mark.
  let end: Int
  /// Whether nothing but a space stands behind the number: `1 总则`, a mark only beside `1.1`.
  let isBare: Bool

  /// The mark that a line begins with; `1 总则` has one only where bare numbers are allowed.
  init?(_ scalars: [Unicode.Scalar], allowsBare: Bool = false) {
    guard
      let found = Self.ordinal(scalars) ?? Self.bracketed(scalars) ?? Self.circled(scalars)
        ?? Self.decimal(scalars) ?? Self.plain(scalars), allowsBare || !found.isBare
    else { return nil }
    self = found
  }

  private init(
    _ system: System,
    _ number: ArraySlice<Unicode.Scalar>,
    path: [Int],
    end: Int,
    isBare: Bool = false
  ) {
    self.system = system
    self.number = String(String.UnicodeScalarView(number))
    self.value = path.last ?? 0
    self.path = path
    self.end = end
    self.isBare = isBare
  }

  /// The level that the system has in an official document: 1 for 一、, 4 for （1）.
  var level: Int {
    switch system {
    case .part, .chapter, .han: 1
    case .section, .bracketedHan, .article: 2
    case .digit: 2 + path.count
    case .bracketedDigit: 4
    case .circled: 5
    }
  }

  // MARK: 第一章

  private static func ordinal(_ scalars: [Unicode.Scalar]) -> HeadingMark? {
    guard scalars.first == "第" else { return nil }
    let number = scalars.dropFirst().prefix(7).prefix { isNumeral($0) }
    guard let value = chineseNumber(number) ?? decimalNumber(number, digits: 4) else { return nil }
    guard let (system, length) = unit(scalars[number.endIndex...]) else { return nil }
    let end = number.endIndex + length
    guard system == .article || endsUnit(scalars, end) else { return nil }
    return HeadingMark(system, number, path: [value], end: end)
  }

  private static func unit(_ rest: ArraySlice<Unicode.Scalar>) -> (System, Int)? {
    switch rest.first {
    case "章": return (.chapter, 1)
    case "节", "節": return (.section, 1)
    case "条", "條": return (.article, 1)
    case "编", "編", "篇": return (.part, 1)
    case "部" where rest.dropFirst().first == "分": return (.part, 2)
    default: return nil
    }
  }

  /// 第一章 总则, 第一章总则; 第一节课 and 第二部分群众的要求， are words of a sentence.
  private static func endsUnit(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    guard end < scalars.count else { return true }
    if scalars[end].isSpace || scalars[end] == "：" || scalars[end] == ":" { return true }
    return scalars[end].isHan && scalars.count - end <= 20 && scalars[end] != "课"
      && scalars[end] != "課" && !scalars[end...].contains(where: \.isTextMark)
  }

  // MARK: （一） ①

  private static func bracketed(_ scalars: [Unicode.Scalar]) -> HeadingMark? {
    let opens = scalars.first == "（" || scalars.first == "("
    guard let close = scalars.prefix(7).firstIndex(where: { $0 == "）" || $0 == ")" }) else {
      return nil
    }
    let number = scalars[(opens ? 1 : 0)..<close]
    if opens, let value = chineseNumber(number) {
      // （一）、甲 is a slip of the pen for （一）甲.
      let next = close + 1
      let hasComma = next < scalars.count && scalars[next] == "、"
      return HeadingMark(.bracketedHan, number, path: [value], end: hasComma ? next + 1 : next)
    }
    guard let value = decimalNumber(number, digits: 2) else { return nil }
    return HeadingMark(.bracketedDigit, number, path: [value], end: close + 1)
  }

  private static func circled(_ scalars: [Unicode.Scalar]) -> HeadingMark? {
    guard let first = scalars.first, (0x2460...0x2473).contains(first.value) else { return nil }
    return HeadingMark(.circled, scalars[..<1], path: [Int(first.value) - 0x245F], end: 1)
  }

  // MARK: 1.1

  /// 1.1 总体要求, 1.1.1; 1.5倍 and 2025.3 are figures.
  private static func decimal(_ scalars: [Unicode.Scalar]) -> HeadingMark? {
    let run = scalars.prefix(12).prefix { $0.decimalDigit != nil || $0 == "." || $0 == "．" }
    let parts = run.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "．" }
    let shown = parts.last?.isEmpty ?? false ? parts.dropLast() : parts[...]
    let path = shown.compactMap { decimalNumber($0, digits: 2) }
    guard path.count == shown.count, let next = scalars.dropFirst(run.count).first else {
      return nil
    }
    let hasSpace = next.isSpace
    // 1.1 亿元 is a figure with a space before its unit.
    let shownNext = scalars.dropFirst(run.count).first { !$0.isSpace }
    guard let shownNext, !measures.contains(shownNext) else { return nil }
    if path.count == 1 {
      guard hasSpace, shown.count == parts.count else { return nil }
      return HeadingMark(.digit, run, path: path, end: run.count + 1, isBare: true)
    }
    guard path.count > 1, path.count <= 5, hasSpace || (path.count > 2 && next.isHan) else {
      return nil
    }
    let number = run[..<(shown.last?.endIndex ?? run.endIndex)]
    return HeadingMark(.digit, number, path: path, end: run.count + (hasSpace ? 1 : 0))
  }

  private static let measures = Set("万萬亿億元%％‰倍吨噸㎡".unicodeScalars)

  // MARK: 一、 1.

  private static func plain(_ scalars: [Unicode.Scalar]) -> HeadingMark? {
    guard let mark = scalars.prefix(5).firstIndex(where: { isNumberMark($0) }), mark > 0 else {
      return nil
    }
    let number = scalars[..<mark]
    let rest = scalars[(mark + 1)...]
    if let value = chineseNumber(number) {
      guard scalars[mark] != "、" || !isList(value, rest) else { return nil }
      return HeadingMark(.han, number, path: [value], end: mark + 1)
    }
    // 3.5万户 begins with a figure, 1、2月份 with a list, not with an item.
    guard rest.first?.decimalDigit == nil, let value = decimalNumber(number, digits: 2) else {
      return nil
    }
    return HeadingMark(.digit, number, path: [value], end: mark + 1)
  }

  /// 一、二季度 and 三、四线城市 count things one after the other; 二、三大行动 is a heading.
  private static func isList(_ value: Int, _ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let run = rest.prefix { $0.isHan && ($0.chineseDigit != nil || $0 == "十") }
    guard let next = chineseNumber(run), next == value + 1 else { return false }
    guard let after = rest.dropFirst(run.count).first else { return false }
    return counters.contains(MatchingKey.simplified(after))
  }

  private static let counters = Set("、季线级类产次期月年楼层度号等和与批审胎轮档组房手班届区时".unicodeScalars)

  private static func isNumberMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "、" || scalar == "." || scalar == "．"
  }

  // MARK: Numbers

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.decimalDigit != nil || scalar.chineseDigit != nil || scalar == "十" || scalar == "百"
  }

  /// 一 to 九百九十九.
  static func chineseNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 5 else { return nil }
    var value = 0
    var digit = 0
    var lowest = 1000
    for scalar in scalars {
      if let unit = scalar == "百" ? 100 : scalar == "十" ? 10 : nil {
        guard unit < lowest, digit > 0 || (unit == 10 && value == 0) else { return nil }
        value += max(1, digit) * unit
        (digit, lowest) = (0, unit)
      } else if scalar.isHan, let next = scalar.chineseDigit, digit == 0 {
        guard next > 0 || lowest == 100 else { return nil }
        digit = next
      } else {
        return nil
      }
    }
    return value + digit > 0 ? value + digit : nil
  }

  private static func decimalNumber(_ scalars: ArraySlice<Unicode.Scalar>, digits: Int) -> Int? {
    guard !scalars.isEmpty, scalars.count <= digits else { return nil }
    let values = scalars.compactMap(\.decimalDigit)
    guard values.count == scalars.count else { return nil }
    let value = values.reduce(0) { $0 * 10 + $1 }
    return value > 0 ? value : nil
  }
}
