/// The classes of characters that the checks speak of.
extension Unicode.Scalar {
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0x20000...0x323AF: true
    default: false
    }
  }

  var isDigit: Bool { (0x30...0x39).contains(value) }

  var isLetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }

  var isSpace: Bool { value == 0x20 || value == 0x3000 || value == 0xA0 || value == 0x09 }

  /// 点号 but for ？ and ！, which may follow each other (GB/T 15834-2011, 5.1.2).
  var isPauseMark: Bool {
    switch self {
    case "，", "。", "、", "；", "：": true
    default: false
    }
  }

  var endsSentence: Bool { self == "。" || self == "！" || self == "？" }

  /// 一 to 九; 两 counts and 〇 spells, so neither is one.
  var hanDigit: Int? {
    switch self {
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// Any character that a numeral in Han characters is made of.
  var isHanNumeral: Bool {
    switch self {
    case "十", "百", "千", "万", "亿", "零", "〇", "两", "○": true
    default: hanDigit != nil
    }
  }

  /// The connectors that are seen between the two ends of a range.
  var isConnector: Bool {
    switch self {
    case "-", "–", "—", "－", "~", "～", "〜", "−", "‐": true
    default: false
    }
  }
}

/// What most characters are told by at one look not to be in a set: one bit for each remainder.
///
/// A character whose bit is set may be in the set; one whose bit is not is surely none of it.
struct ScalarFilter {
  private static let count: UInt32 = 1024
  private var bits = [UInt64](repeating: 0, count: Int(count >> 6))

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      let place = scalar.value % Self.count
      bits[Int(place >> 6)] |= 1 << UInt64(place & 63)
    }
  }

  func mayContain(_ scalar: Unicode.Scalar) -> Bool {
    let place = scalar.value % Self.count
    return bits[Int(place >> 6)] >> UInt64(place & 63) & 1 == 1
  }
}

/// A set of characters, written as a string of them.
struct ScalarSet {
  private let filter: ScalarFilter
  private let members: Set<Unicode.Scalar>

  init(_ characters: String) {
    members = Set(characters.unicodeScalars)
    filter = ScalarFilter(members)
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    filter.mayContain(scalar) && members.contains(scalar)
  }
}

/// A set of words, written with spaces between them; finds the longest at a place.
struct WordSet {
  private let words: [Unicode.Scalar: [[Unicode.Scalar]]]
  private let firsts: ScalarFilter
  private let lasts: ScalarFilter

  init(_ list: String) {
    let all = list.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) }
    let sorted = all.sorted { $0.count > $1.count }
    words = Dictionary(grouping: sorted) { $0.first ?? Passage.nothing }
    firsts = ScalarFilter(all.lazy.compactMap(\.first))
    lasts = ScalarFilter(all.lazy.compactMap(\.last))
  }

  /// The length of the longest word that stands at an index.
  func match(_ passage: Passage, at index: Int) -> Int? {
    let first = passage.at(index)
    guard firsts.mayContain(first), let candidates = words[first] else { return nil }
    return candidates.first { passage.has($0, at: index) }?.count
  }

  /// The length of a word that ends before an index, and is the longest to do so.
  func match(_ passage: Passage, before end: Int) -> Int? {
    guard lasts.mayContain(passage.at(end - 1)) else { return nil }
    return (1...6).reversed().first { length in
      end >= length && match(passage, at: end - length) == length
    }
  }

  /// Whether one of the words stands in a range as a whole.
  func occurs(in range: Range<Int>, of passage: Passage) -> Bool {
    range.contains { index in
      match(passage, at: index).map { index + $0 <= range.upperBound } ?? false
    }
  }
}
