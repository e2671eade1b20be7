/// A decimal number as it is written: sign, digits, and how many of them follow the point.
///
/// It is exact: scaling by 万 or 亿 and rounding move or drop digits and never pass through a
/// binary fraction. Trailing zeros stay, so that `31.40` is printed as it was read.
package struct DecimalText: Hashable, Sendable {
  package enum Rounding: Sendable {
    /// 四舍五入: half away from zero. How Chinese offices round what they print (GB/T 8170
    /// allows it beside half-even); the rule of every printed figure.
    case halfUp
    /// 四舍六入五成双: half to the even digit (GB/T 8170).
    case halfEven
  }

  /// What stands between groups of three digits.
  package enum Grouping: String, Sendable {
    case none = ""
    /// A quarter-width space (GB/T 15835-2011, 5.1.1); U+2009, thin space.
    case thinSpace = "\u{2009}"
    case comma = ","
  }

  package let isNegative: Bool
  /// The digits, 0 to 9, the first not 0 unless it stands right before the point; one at least.
  package let digits: [UInt8]
  /// How many of the digits follow the point.
  package let decimals: Int

  /// Digits with a point `decimals` places from the right; zeros are added or taken in front.
  package init(digits: [UInt8], decimals: Int = 0, isNegative: Bool = false) {
    precondition(decimals >= 0 && digits.allSatisfy { $0 < 10 }, "digits are 0 to 9")
    let missing = max(0, decimals + 1 - digits.count)
    let padded = [UInt8](repeating: 0, count: missing) + digits
    let removable = padded.prefix { $0 == 0 }.count
    self.digits = Array(padded.dropFirst(min(removable, padded.count - decimals - 1)))
    self.decimals = decimals
    self.isNegative = isNegative && digits.contains { $0 != 0 }
  }

  package init(_ value: Int) {
    self.init(digits: String(value.magnitude).utf8.map { $0 - 48 }, isNegative: value < 0)
  }

  /// The shortest decimal that reads back as the number; nil for infinities and not-a-number.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(value.description)
    if decimals == 1, digits.last == 0 { self = rounded(to: 0) }
  }

  /// Reads `-12.50`, `+3`, `1,234.5` and `1e-05`; nil for anything else.
  ///
  /// Commas must group by three. A minus may be U+002D or U+2212.
  package init?(_ text: some StringProtocol) {
    var rest = Array(text.unicodeScalars)[...]
    let isNegative = rest.first == "-" || rest.first == "−"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    var exponent = 0
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let read = Int(String(String.UnicodeScalarView(rest[(mark + 1)...]))),
        abs(read) < 1000
      else { return nil }
      exponent = read
      rest = rest[..<mark]
    }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let read = Self.ungrouped(whole) else { return nil }
    let fraction = parts.count == 2 ? parts[1].map(Self.digit) : []
    guard !fraction.contains(nil), parts.count == 1 || !fraction.isEmpty else { return nil }
    let digits = read + fraction.compactMap { $0 }
    let unscaled = DecimalText(digits: digits, decimals: fraction.count, isNegative: isNegative)
    self = unscaled.shifted(by: exponent)
  }

  /// The nearest binary number.
  package var double: Double { Double(text(minus: "-")) ?? 0 }

  /// The number when it is whole, of one sign and no more than eighteen digits; else nil.
  package var whole: Int? {
    guard decimals == 0, digits.count <= 18 else { return nil }
    let magnitude = digits.reduce(0) { $0 * 10 + Int($1) }
    return isNegative ? -magnitude : magnitude
  }

  package var isZero: Bool { !digits.contains { $0 != 0 } }

  /// The number times a power of ten, exactly.
  package func shifted(by power: Int) -> DecimalText {
    guard power > 0 else {
      return DecimalText(digits: digits, decimals: decimals - power, isNegative: isNegative)
    }
    let zeros = [UInt8](repeating: 0, count: max(0, power - decimals))
    return DecimalText(
      digits: digits + zeros,
      decimals: max(0, decimals - power),
      isNegative: isNegative
    )
  }

  /// The number with exactly so many digits after the point.
  package func rounded(to places: Int, _ rounding: Rounding = .halfUp) -> DecimalText {
    precondition(places >= 0, "a number has no fewer than 0 decimals")
    guard places < decimals else {
      let zeros = [UInt8](repeating: 0, count: places - decimals)
      return DecimalText(digits: digits + zeros, decimals: places, isNegative: isNegative)
    }
    let kept = Array(digits.dropLast(decimals - places))
    let cut = digits.suffix(decimals - places)
    let rounded = Self.roundsUp(kept, cut: cut, rounding) ? Self.incremented(kept) : kept
    return DecimalText(digits: rounded, decimals: places, isNegative: isNegative)
  }

  /// The number to so many significant digits, trailing zeros after the point dropped.
  package func rounded(significant count: Int) -> DecimalText {
    precondition(count > 0, "a number has one significant digit at least")
    let excess = digits.count - digits.prefix { $0 == 0 }.count - count
    guard excess > 0 else { return trimmed }
    guard excess > decimals else { return rounded(to: decimals - excess).trimmed }
    return shifted(by: -excess).rounded(to: decimals).shifted(by: excess).trimmed
  }

  /// The number without zeros at the end of its fraction.
  package var trimmed: DecimalText {
    let zeros = min(decimals, digits.reversed().prefix { $0 == 0 }.count)
    return DecimalText(
      digits: Array(digits.dropLast(zeros)),
      decimals: decimals - zeros,
      isNegative: isNegative
    )
  }

  /// The sum of two numbers, exactly.
  package static func + (a: DecimalText, b: DecimalText) -> DecimalText {
    let places = max(a.decimals, b.decimals)
    let first = Array(a.rounded(to: places).digits.reversed())
    let second = Array(b.rounded(to: places).digits.reversed())
    if a.isNegative == b.isNegative {
      let sum = added(first, second)
      return DecimalText(digits: sum.reversed(), decimals: places, isNegative: a.isNegative)
    }
    let isFirstLarger = !precedes(first, second)
    let difference =
      isFirstLarger ? subtracted(second, from: first) : subtracted(first, from: second)
    return DecimalText(
      digits: difference.reversed(),
      decimals: places,
      isNegative: isFirstLarger ? a.isNegative : b.isNegative
    )
  }

  package static prefix func - (a: DecimalText) -> DecimalText {
    DecimalText(digits: a.digits, decimals: a.decimals, isNegative: !a.isNegative)
  }

  /// The number in ASCII digits; the minus is U+2212 unless another is asked for.
  package func text(grouping: Grouping = .none, minus: String = "−") -> String {
    let whole = digits.dropLast(decimals)
    var text = isNegative ? minus : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += grouping.rawValue }
      text += String(digit)
    }
    return decimals == 0 ? text : text + "." + digits.suffix(decimals).map(String.init).joined()
  }
}

extension DecimalText {
  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    ("0"..."9").contains(scalar) ? UInt8(scalar.value - 48) : nil
  }

  /// The digits of `1234` and `1,234`; nil when commas group otherwise or nothing is there.
  private static func ungrouped(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8]? {
    let groups = scalars.split(separator: ",", omittingEmptySubsequences: false)
    let areThrees = groups.dropFirst().allSatisfy { $0.count == 3 }
    guard let first = groups.first, !first.isEmpty, areThrees, groups.count == 1 || first.count < 4
    else { return nil }
    let digits = groups.joined().map(digit)
    return digits.contains(nil) ? nil : digits.compactMap { $0 }
  }

  private static func roundsUp(
    _ kept: [UInt8],
    cut: ArraySlice<UInt8>,
    _ rounding: Rounding
  ) -> Bool {
    guard let first = cut.first, first >= 5 else { return false }
    let isHalf = first == 5 && !cut.dropFirst().contains { $0 != 0 }
    return rounding == .halfUp || !isHalf || (kept.last ?? 0) % 2 == 1
  }

  private static func incremented(_ digits: [UInt8]) -> [UInt8] {
    added(digits.reversed(), [1]).reversed()
  }

  /// The sum of two lists of digits, the last of the number first.
  private static func added(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var sum: [UInt8] = []
    var carry: UInt8 = 0
    for index in 0..<max(a.count, b.count) {
      let total = (index < a.count ? a[index] : 0) + (index < b.count ? b[index] : 0) + carry
      sum.append(total % 10)
      carry = total / 10
    }
    return carry == 0 ? sum : sum + [carry]
  }

  private static func subtracted(_ b: [UInt8], from a: [UInt8]) -> [UInt8] {
    var difference: [UInt8] = []
    var borrow: UInt8 = 0
    for index in a.indices {
      let taken = (index < b.count ? b[index] : 0) + borrow
      borrow = a[index] < taken ? 1 : 0
      difference.append(a[index] + borrow * 10 - taken)
    }
    return difference
  }

  private static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let width = max(a.count, b.count)
    func padded(_ digits: [UInt8]) -> [UInt8] {
      Array((digits + [UInt8](repeating: 0, count: width - digits.count)).reversed())
    }
    return padded(a).lexicographicallyPrecedes(padded(b))
  }
}
