import Containers
import WritingSystems

/// The numbers that an ODF document gives paragraphs of lists and headings by itself.
///
/// They stand nowhere in its text (ODF 1.3, part 3, 5.3): a list has a style, and may go on from one
/// that stands before it.
struct OpenNumbering {
  private struct Level {
    var before = ""
    var after = ""
    var format = ""
    var start = 1
    /// How many levels a number shows, its own the last (19.797).
    var shown = 1
    /// The whole of the label, `%1%.%2%、`, as LibreOffice writes it since 7.0.
    var pattern: String?
    var isBullet = false
  }

  /// What a paragraph of a list begins with.
  enum Label: Hashable {
    case number(String)
    case bullet
    /// The level says that it shows nothing.
    case none
  }

  /// A list, or several of which each goes on where the one before ended.
  typealias Chain = Int

  static let levels = 10
  private static let outline = ""

  private var styles: [String: [Int: Level]] = [:]
  private var counts: [[Int?]] = [Array(repeating: nil, count: levels + 1)]
  private var chains: [String: Chain] = [:]
  private var lastOfStyle: [String: Chain] = [:]

  // MARK: Styles

  mutating func readStyle(_ node: Int, _ part: MarkupPart) {
    let isOutline = part.tree.nodes[node].name == "text:outline-style"
    guard let name = isOutline ? Self.outline : part.tree.value("style:name", of: node) else {
      return
    }
    for child in part.tree.children(of: node) {
      func value(_ name: String) -> String? { part.tree.value(name, of: child) }
      guard let number = value("text:level").flatMap({ Int($0) }) else { continue }
      var level = Level()
      level.isBullet =
        ["text:list-level-style-bullet", "text:list-level-style-image"]
        .contains(part.tree.nodes[child].name)
      level.before = value("style:num-prefix") ?? ""
      level.after = value("style:num-suffix") ?? ""
      level.format = value("style:num-format") ?? ""
      level.start = value("text:start-value").flatMap { Int($0) } ?? 1
      level.shown = value("text:display-levels").flatMap { Int($0) } ?? 1
      level.pattern = value("loext:num-list-format")
      styles[name, default: [:]][number] = level
    }
  }

  // MARK: Counting

  /// Begins a list: a new one, or one that goes on from another (19.780, 19.781).
  mutating func begin(
    style: String?,
    id: String?,
    continuing other: String?,
    continues: Bool
  ) -> Chain {
    let last = style.flatMap { lastOfStyle[$0] }
    let chain: Chain
    if let found = other.flatMap({ chains[$0] }) ?? (continues ? last : nil) {
      chain = found
    } else {
      chain = counts.count
      counts.append(Array(repeating: nil, count: Self.levels + 1))
    }
    if let id { chains[id] = chain }
    if let style { lastOfStyle[style] = chain }
    return chain
  }

  /// Counts a heading on that stands in no list; nil where headings have no numbers.
  mutating func heading(_ level: Int, startingAt start: Int?) -> Label? {
    guard let own = styles[Self.outline]?[level], !own.format.isEmpty else { return nil }
    return label(0, style: Self.outline, level: level, startingAt: start)
  }

  /// Counts one item on; nil for a style that says nothing of the level.
  mutating func label(_ chain: Chain, style: String?, level: Int, startingAt start: Int?) -> Label?
  {
    let levels = style.flatMap { styles[$0] } ?? [:]
    let place = min(Self.levels, max(1, level))
    let next = counts[chain][place].map { $0 &+ 1 }
    counts[chain][place] = start ?? next ?? levels[place]?.start ?? 1
    for lower in (place + 1)..<(Self.levels + 1) { counts[chain][lower] = nil }
    guard let own = levels[place] else { return nil }
    if own.isBullet { return .bullet }
    let text = text(of: own, at: place, levels, counts[chain])
    return text.isEmpty ? Label.none : .number(text)
  }

  private func text(
    of own: Level,
    at place: Int,
    _ levels: [Int: Level],
    _ counts: [Int?]
  ) -> String {
    guard !own.format.isEmpty else { return "" }
    func number(_ level: Int) -> String {
      guard let style = levels[level], counts.indices.contains(level) else { return "" }
      return Self.text(counts[level] ?? style.start, as: style.format)
    }
    if let pattern = own.pattern { return Self.filled(pattern, number) }
    let first = max(1, place - max(1, own.shown) + 1)
    let numbers = (first...place).map(number).filter { !$0.isEmpty }
    return own.before + numbers.joined(separator: ".") + own.after
  }

  /// `第%1%章` with the numbers in their places.
  private static func filled(_ pattern: String, _ number: (Int) -> String) -> String {
    pattern.split(separator: "%", omittingEmptySubsequences: false).enumerated()
      .map { index, piece in
        guard !index.isMultiple(of: 2) else { return String(piece) }
        return Int(piece).map(number) ?? String(piece)
      }
      .joined()
  }

  /// A number as a list level shows it (ODF 1.3, 19.500): by the first number of its sequence.
  static func text(_ number: Int, as format: String) -> String {
    switch format.first {
    case "一": Numerals.hanzi(number)
    case "壹": NumberFormat.text(number, as: "chineseLegalSimplified")
    case "①": Numerals.circled(number) ?? String(number)
    case "１": NumberFormat.text(number, as: "decimalFullWidth")
    case "甲": NumberFormat.text(number, as: "ideographTraditional")
    case "子": NumberFormat.text(number, as: "ideographZodiac")
    case "i": NumberFormat.text(number, as: "lowerRoman")
    case "I": NumberFormat.text(number, as: "upperRoman")
    case "a": NumberFormat.text(number, as: "lowerLetter")
    case "A": NumberFormat.text(number, as: "upperLetter")
    case nil: ""
    default: String(number)
    }
  }
}
