/// A number written in digits: 1,280 or 86.41.
struct DigitNumber: Hashable {
  let range: Range<Int>
  /// Nil when it is too long to be a quantity.
  let value: Double?
  /// The digits before the point, with their commas.
  let wholeCount: Int
  /// Whether commas part its digits.
  let hasCommas: Bool
  /// Whether it is part of a code, an address or a version: letters, dots or hyphens stick to it.
  let isCode: Bool

  var isWhole: Bool { range.count == wholeCount }

  /// A year of our time.
  func year(in scalars: [Unicode.Scalar]) -> Int? {
    guard range.count == 4, let value, (1900...2099).contains(value) else { return nil }
    return Int(value)
  }

  static func all(in scalars: [Unicode.Scalar]) -> [DigitNumber] {
    var found: [DigitNumber] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].isDigit else {
        index += 1
        continue
      }
      let number = DigitNumber(scalars, at: index)
      found.append(number)
      index = number.range.upperBound
    }
    return found
  }

  private init(_ scalars: [Unicode.Scalar], at start: Int) {
    func digitAt(_ index: Int) -> Bool { index < scalars.count && scalars[index].isDigit }
    var end = start
    var commas = 0
    var point: Int?
    var value = 0.0
    var scale = 1.0
    while end < scalars.count {
      let scalar = scalars[end]
      if scalar.isDigit {
        value = value * 10 + Double(scalar.value - 0x30)
        if point != nil { scale *= 10 }
      } else if scalar == ",", point == nil, digitAt(end + 1) {
        commas += 1
      } else if scalar == ".", point == nil, digitAt(end + 1) {
        point = end
      } else {
        break
      }
      end += 1
    }
    range = start..<end
    wholeCount = (point ?? end) - start
    hasCommas = commas > 0
    self.value = end - start <= 18 ? value / scale : nil
    isCode = Self.sticks(scalars, before: start) || Self.sticks(scalars, after: end)
  }

  private static func sticks(_ scalars: [Unicode.Scalar], before start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = scalars[start - 1]
    if before.isLetter || before == "_" || before == "#" || before == "@" { return true }
    guard before == "." || before == "-" || before == "/" || before == ":" else { return false }
    return start > 1 && (scalars[start - 2].isLetter || scalars[start - 2].isDigit)
  }

  private static func sticks(_ scalars: [Unicode.Scalar], after end: Int) -> Bool {
    guard end < scalars.count else { return false }
    let after = scalars[end]
    guard after == "." || after == "/" || after == "_" || after == "@" || after == ":" else {
      return false
    }
    return end + 1 < scalars.count && (scalars[end + 1].isLetter || scalars[end + 1].isDigit)
  }
}

extension [DigitNumber] {
  /// The index of the first number that ends behind a place, found by halving.
  func firstIndex(endingAfter place: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound > place { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
