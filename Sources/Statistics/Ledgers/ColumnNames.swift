import WritingSystems

/// The heading of a column as a file has it: `覆盖率（%）`, `产值/万元`.
struct HeadingText {
  let text: String
  let key: MatchingKey
  /// The key without what stands in brackets at the end, or behind a stroke, and that.
  let shortKey: MatchingKey?
  let unit: String?

  init(_ text: String) {
    self.text = text
    key = MatchingKey(text)
    guard let (name, unit) = Self.parts(text) else {
      shortKey = nil
      self.unit = nil
      return
    }
    shortKey = MatchingKey(name)
    self.unit = unit
  }

  var isBlank: Bool { key.isEmpty }

  private static let brackets: [(open: Character, close: Character)] = [
    ("（", "）"), ("(", ")"), ("〔", "〕"), ("[", "]"), ("【", "】"), ("［", "］"),
  ]

  private static func parts(_ text: String) -> (name: String, unit: String)? {
    let plain = text.trimmingSpaces
    guard let last = plain.last else { return nil }
    var name: Substring
    var unit: Substring
    if let pair = brackets.first(where: { $0.close == last }),
      let open = plain.lastIndex(of: pair.open)
    {
      name = plain[..<open]
      unit = plain[plain.index(after: open)...].dropLast()
    } else if let stroke = plain.lastIndex(where: { $0 == "/" || $0 == "／" }) {
      name = plain[..<stroke]
      unit = plain[plain.index(after: stroke)...]
    } else {
      return nil
    }
    for word in ["单位：", "单位:", "單位：", "單位:"] where unit.hasPrefix(word) {
      unit = unit.dropFirst(word.count)
    }
    let isNothing = MatchingKey(String(name)).isEmpty
    return isNothing ? nil : (String(name), String(unit).trimmingSpaces)
  }
}

/// The names by which a column of the layout is found in a file.
struct ColumnNames {
  private let keys: [MatchingKey]

  init(_ column: StatisticsPlan.LedgerDefinition.Column) {
    let names = [column.name] + (column.title.map { [$0] } ?? []) + column.match
    keys = names.map { MatchingKey($0) } + names.compactMap { HeadingText($0).shortKey }
  }

  func matches(_ heading: HeadingText) -> Bool { matchesWhole(heading) || matchesShort(heading) }

  func matchesWhole(_ heading: HeadingText) -> Bool {
    !heading.isBlank && keys.contains(heading.key)
  }

  func matchesShort(_ heading: HeadingText) -> Bool {
    heading.shortKey.map(keys.contains) ?? false
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
