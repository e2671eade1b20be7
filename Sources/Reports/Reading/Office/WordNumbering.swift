import Containers
import WritingSystems

/// The numbers that a document gives its paragraphs by itself, as 一、 （一） ①.
///
/// They stand nowhere in its text (ECMA-376-1, 17.9): each paragraph names a list and a level, and
/// the numbers are counted while reading.
struct WordNumbering {
  struct Reference: Hashable {
    var list: String?
    var level: Int
  }

  private struct Level {
    var start = 1
    var format = "decimal"
    /// `%1、` for the first number and a mark.
    var text = ""
    /// Numbers of higher levels are shown in digits.
    var isLegal = false
  }

  private static let levels = 9

  private var abstract: [String: [Level]] = [:]
  /// For each list the abstract list that it is one of, and the levels that begin anew.
  private var lists: [String: (abstract: String, starts: [Int: Int])] = [:]
  private var counters: [String: [Int?]] = [:]
  private var begun: Set<String> = []

  init(_ part: MarkupPart?) {
    guard let part else { return }
    for node in part.tree.nodes.indices {
      switch part.tree.nodes[node].name {
      case "w:abstractNum": readAbstract(node, part)
      case "w:num": readList(node, part)
      default: break
      }
    }
  }

  /// What properties of a paragraph say of its number.
  static func reference(of properties: Int, in part: MarkupPart) -> Reference? {
    guard let node = part.element(["w:numPr"], in: properties) else { return nil }
    let list = part.element(["w:numId"], in: node).flatMap { part.tree.value("w:val", of: $0) }
    let level = part.element(["w:ilvl"], in: node).flatMap { part.tree.value("w:val", of: $0) }
    return Reference(list: list, level: min(levels - 1, max(0, level.flatMap { Int($0) } ?? 0)))
  }

  private mutating func readAbstract(_ node: Int, _ part: MarkupPart) {
    guard let id = part.tree.value("w:abstractNumId", of: node) else { return }
    var found = Array(repeating: Level(), count: Self.levels)
    for child in part.children(of: node, named: "w:lvl") {
      guard let place = part.tree.value("w:ilvl", of: child).flatMap({ Int($0) }),
        found.indices.contains(place)
      else { continue }
      found[place] = Self.level(child, part)
    }
    abstract[id] = found
  }

  private static func level(_ node: Int, _ part: MarkupPart) -> Level {
    var level = Level()
    func value(_ name: String) -> String? {
      part.element([name], in: node).flatMap { part.tree.value("w:val", of: $0) }
    }
    level.start = value("w:start").flatMap { Int($0) } ?? 0
    level.format = value("w:numFmt") ?? alternateFormat(node, part) ?? "decimal"
    level.text = value("w:lvlText") ?? ""
    level.isLegal = WordStyles.isOn("w:isLgl", of: node, in: part) ?? false
    return level
  }

  /// Newer formats stand in a choice for programs that know them.
  private static func alternateFormat(_ node: Int, _ part: MarkupPart) -> String? {
    part.element(["mc:AlternateContent", "mc:Fallback", "w:numFmt"], in: node)
      .flatMap { part.tree.value("w:val", of: $0) }
  }

  private mutating func readList(_ node: Int, _ part: MarkupPart) {
    guard let id = part.tree.value("w:numId", of: node),
      let target = part.element(["w:abstractNumId"], in: node)
        .flatMap({ part.tree.value("w:val", of: $0) })
    else { return }
    var starts: [Int: Int] = [:]
    for child in part.children(of: node, named: "w:lvlOverride") {
      guard let level = part.tree.value("w:ilvl", of: child).flatMap({ Int($0) }),
        let start = part.element(["w:startOverride"], in: child)
          .flatMap({ part.tree.value("w:val", of: $0) }).flatMap({ Int($0) })
      else { continue }
      starts[level] = start
    }
    lists[id] = (target, starts)
  }

  // MARK: Counting

  /// What a paragraph of a list begins with.
  enum Label: Hashable {
    case number(String)
    case bullet
  }

  /// Counts one paragraph on; nil for one without a number.
  mutating func label(of reference: Reference) -> Label? {
    guard let id = reference.list, id != "0", let list = lists[id],
      let levels = abstract[list.abstract]
    else { return nil }
    var counts = counters[list.abstract] ?? Array(repeating: nil, count: Self.levels)
    if !begun.contains(id) {
      begun.insert(id)
      // A list that begins anew counts from where it says.
      for (level, start) in list.starts where counts.indices.contains(level) {
        counts[level] = start - 1
      }
    }
    let place = reference.level
    counts[place] = (counts[place] ?? levels[place].start - 1) + 1
    for lower in (place + 1)..<Self.levels { counts[lower] = nil }
    counters[list.abstract] = counts
    if levels[place].format == "bullet" { return .bullet }
    let text = Self.text(of: levels, place, counts)
    return text.isEmpty ? nil : .number(text)
  }

  private static func text(of levels: [Level], _ place: Int, _ counts: [Int?]) -> String {
    var text = ""
    var isReference = false
    for character in levels[place].text {
      if isReference {
        isReference = false
        guard let number = character.wholeNumberValue, (1...Self.levels).contains(number) else {
          text += "%\(character)"
          continue
        }
        let level = levels[number - 1]
        let format = levels[place].isLegal ? "decimal" : level.format
        text += NumberFormat.text(counts[number - 1] ?? level.start, as: format)
      } else if character == "%" {
        isReference = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}

/// Numbers as lists show them (ECMA-376-1, 17.18.59, ST_NumberFormat).
enum NumberFormat {
  /// A number as it stands before words: a letter or digit at its end is set apart from them.
  static func apart(_ label: String) -> String {
    let needsSpace = label.last.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false
    return needsSpace ? label + " " : label
  }

  static func text(_ number: Int, as format: String) -> String {
    switch format {
    case "none": ""
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "ideographDigital", "koreanCounting":
      Numerals.hanzi(number)
    case "chineseLegalSimplified", "ideographLegalTraditional": formal(number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      Numerals.circled(number) ?? "(\(number))"
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    case "upperLetter": letters(number, from: "A")
    case "lowerLetter": letters(number, from: "a")
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    case "ideographTraditional": member(number, of: "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": member(number, of: "子丑寅卯辰巳午未申酉戌亥")
    case "decimalFullWidth", "decimalFullWidth2": wide(number)
    default: String(number)
    }
  }

  private static func formal(_ number: Int) -> String {
    let table: [Character: Character] = [
      "一": "壹", "二": "贰", "三": "叁", "四": "肆", "五": "伍", "六": "陆", "七": "柒", "八": "捌", "九": "玖",
      "十": "拾", "百": "佰", "千": "仟",
    ]
    return String(Numerals.hanzi(number).map { table[$0] ?? $0 })
  }

  private static func wide(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        String(number).unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }
      )
    )
  }

  private static func member(_ number: Int, of names: String) -> String {
    let all = Array(names)
    return (1...all.count).contains(number) ? String(all[number - 1]) : String(number)
  }

  /// A to Z, AA to ZZ, as Word counts: the letter is repeated.
  private static func letters(_ number: Int, from first: Unicode.Scalar) -> String {
    guard (1...780).contains(number),
      let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26))
    else { return String(number) }
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3_999).contains(number) else { return String(number) }
    let table = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in table {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
