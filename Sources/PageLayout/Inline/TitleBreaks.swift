import DocumentModel
import LineBreaking
import Typography
import WritingSystems

/// Where a title may be broken, and what speaks against each place.
///
/// Words come from ICU's dictionary and are never parted; what a break between two of them costs
/// is a matter of how closely they belong together (`TitleWords`). Costs are in the unit of
/// `LineBalance`: 60 is a break between two plain words.
struct TitleBreaks {
  struct Place: Hashable {
    /// The unit that begins the new line.
    let index: Int
    let cost: Int
  }

  private let units: [LineUnit]
  private let pieces: [ShapedParagraph.Piece]
  private let text: SimplifiedText
  private let words: TextBreaks
  /// How deep in 《》 and in （） each unit is.
  private let titleDepth: [Int]
  private let noteDepth: [Int]

  init(_ units: [LineUnit], shaped: ShapedParagraph) {
    self.units = units
    pieces = shaped.pieces
    let language = shaped.source.stretches.first?.style.language.tag ?? "zh"
    words = TextBreaks(of: shaped.source.text, unit: .word, language: language)
    text = SimplifiedText(shaped.source.text, words: words)
    let starts = shaped.pieces.map(\.text.lowerBound)
    titleDepth = text.depths(at: starts, open: "《〈", close: "》〉")
    noteDepth = text.depths(at: starts, open: "（(〔[", close: "）)〕]")
  }

  /// The places in order; what cannot be is none.
  func places() -> [Place] {
    units.indices.dropFirst().compactMap { index in
      guard mayBreak(before: index) else { return nil }
      let offset = pieces[index].text.lowerBound
      guard var cost = cost(at: offset, before: index) else { return nil }
      cost += min(titleDepth[index], 1) * Cost.insideTitle
      if noteDepth[index] > 0 { cost += Cost.insideNote }
      return Place(index: index, cost: cost)
    }
  }

  private enum Cost {
    static let words = 60
    /// Between who speaks and what about.
    static let subject = -80
    static let insidePhrase = 400
    static let insideTitle = 70
    static let insideNote = 200
    /// Two characters that are words to the dictionary: most likely a name it does not know.
    static let singles = 600
    static let single = 360
    static let connectiveBefore = 170
    static let connectiveBehind = 140
    static let shortNote = 200
  }

  /// What Chinese rules, groups and the dictionary allow.
  private func mayBreak(before index: Int) -> Bool {
    let before = units[index - 1]
    let here = units[index]
    guard !here.isAttached, before.group == 0 || before.group != here.group,
      !here.kind.endsWhatIsBefore, before.kind != .opener, before.kind != .connector
    else { return false }
    if before.kind == .wordSpace || before.kind == .ideographicSpace { return true }
    if before.kind == .western || here.kind == .western {
      guard before.opportunity != .prohibited else { return false }
    }
    return words[pieces[index].text.lowerBound] != .prohibited
  }

  /// What a break costs, or nil where none may be.
  private func cost(at offset: Int, before index: Int) -> Int? {
    let before = units[index - 1]
    switch before.kind {
    case .wordSpace, .ideographicSpace: return 0
    case .comma, .colon, .question, .doubled, .stop:
      // 、 joins what is on both sides; other marks part it.
      return text.word(to: offset) == "、" ? 100 : 10
    default: break
    }
    let next = text.word(from: offset)
    if before.kind == .closer { return costBehindCloser(next) }
    if units[index].kind == .opener { return costBeforeOpener(at: index, offset) }
    let last = text.word(to: offset)
    if text.endsInDigit(last) || text.isHanNumber(last) || last == "第" { return nil }
    if text.isInPhrase(offset) { return Cost.words + Cost.insidePhrase }
    if TitleWords.particles.contains(next) || last == "关于" { return nil }
    if next == "关于" { return Cost.subject }
    if last == "的" || last == "之" {
      // 党的 is too short to stand off its noun.
      return text.word(to: offset - last.utf8.count).count > 1 ? 30 : Cost.connectiveBefore
    }
    return costBetween(last, next, isCounted: isCounted(last, at: offset))
  }

  /// 五批, 2025年: the character makes a word with the number before it.
  private func isCounted(_ last: String, at offset: Int) -> Bool {
    let number = text.word(to: offset - last.utf8.count)
    return text.isHanNumber(number) || text.endsInDigit(number)
  }

  private func costBetween(_ last: String, _ next: String, isCounted: Bool) -> Int {
    if next == "暨" { return Cost.words }
    if TitleWords.connectives.contains(next) { return Cost.connectiveBefore }
    if TitleWords.connectives.contains(last) { return Cost.connectiveBehind }
    if TitleWords.prepositions.contains(last) { return 300 }
    if text.endsDate(last), isCounted || last.hasSuffix("半年") {
      return next.first?.isNumber == true ? 150 : 20
    }
    var cost = Cost.words
    if TitleWords.prepositions.contains(next) { cost -= 30 }
    let opens = TitleWords.prepositions.contains(next) || TitleWords.prefixes.contains(next)
    switch (last.count == 1 && !isCounted, next.count == 1 && !opens) {
    case (true, true): return Cost.singles
    case (true, false): cost += TitleWords.suffixes.contains(last) ? 0 : Cost.single
    case (false, true): return Cost.single
    case (false, false): break
    }
    if TitleWords.nameEnds.contains(next) { return Cost.single }
    let saysMore = TitleWords.modifiers.contains(next)
    if TitleWords.verbs.contains(next) || saysMore { cost -= 25 }
    if TitleWords.verbs.contains(last) { cost += 80 }
    if TitleWords.modifiers.contains(last), !saysMore { cost += 60 }
    if TitleWords.heads.contains(next) { cost += 100 }
    return cost
  }

  /// Behind 》 and the like: never before what is said of the title (的通知), nor apart from its
  /// （试行）.
  private func costBehindCloser(_ next: String) -> Int? {
    if TitleWords.particles.contains(next) { return nil }
    if TitleWords.connectives.contains(next) { return Cost.connectiveBefore }
    return TitleWords.heads.contains(next) ? 150 : 30
  }

  private func costBeforeOpener(at index: Int, _ offset: Int) -> Int? {
    let opener = text.character(at: offset)
    guard opener == "（" || opener == "(" || opener == "〔" else {
      let last = text.word(to: offset)
      return TitleWords.prepositions.contains(last) ? 200 : 20
    }
    return Cost.shortNote
  }
}

extension CharacterClass {
  /// Begins no line, whatever the level.
  fileprivate var endsWhatIsBefore: Bool {
    switch self {
    case .closer, .comma, .colon, .question, .doubled, .stop, .iterationMark, .wordSpace,
      .ideographicSpace, .postfix, .connector, .interpunct,
      .solidus, .dash, .ellipsis, .anchor:
      true
    default: false
    }
  }
}

/// A text with its characters made simplified, by UTF-8 offsets of the original.
private struct SimplifiedText {
  private let characters: [Character]
  private let offsets: [Int]
  private let places: [Int: Int]
  /// By character: a word goes on from the one before, by the dictionary or as a set phrase.
  private var continues: [Bool] = []
  private var isInPhrase: [Bool] = []

  init(_ text: String, words: TextBreaks) {
    var characters: [Character] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      characters.append(Character(MatchingKey.simplified(scalar)))
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.characters = characters
    self.offsets = offsets
    var places: [Int: Int] = [:]
    for (place, offset) in offsets.enumerated() { places[offset] = place }
    places[offset] = characters.count
    self.places = places
    isInPhrase = Self.phrases(in: characters)
    continues = zip(offsets, isInPhrase).map { offset, isInside in
      isInside || (offset > 0 && words[offset] == .prohibited)
    }
  }

  func character(at offset: Int) -> Character? {
    places[offset].flatMap { $0 < characters.count ? characters[$0] : nil }
  }

  /// Whether a set phrase goes over an offset.
  func isInPhrase(_ offset: Int) -> Bool {
    places[offset].map { $0 < isInPhrase.count && isInPhrase[$0] } ?? false
  }

  /// The word or set phrase that begins at an offset.
  func word(from offset: Int) -> String {
    guard let start = places[offset], start < characters.count else { return "" }
    var end = start + 1
    while end < characters.count, continues[end] { end += 1 }
    return String(characters[start..<end])
  }

  /// The word or set phrase that ends at an offset.
  func word(to offset: Int) -> String {
    guard let end = places[offset], end > 0 else { return "" }
    var start = end - 1
    while start > 0, continues[start] { start -= 1 }
    return String(characters[start..<end])
  }

  /// By character: whether it goes on a set phrase.
  private static func phrases(in characters: [Character]) -> [Bool] {
    var inside = Array(repeating: false, count: characters.count)
    for start in characters.indices {
      let longest = min(TitleWords.longestPhrase, characters.count - start)
      guard longest > 1 else { continue }
      for length in 2...longest {
        let end = start + length
        guard TitleWords.phrases.contains(String(characters[start..<end])) else { continue }
        for place in (start + 1)..<end { inside[place] = true }
      }
    }
    return inside
  }

  /// How many pairs of brackets are open before each of some offsets, in their order.
  func depths(at starts: [Int], open: String, close: String) -> [Int] {
    var depth = 0
    var place = 0
    return starts.map { start in
      while place < characters.count, offsets[place] < start {
        if open.contains(characters[place]) { depth += 1 }
        if close.contains(characters[place]) { depth = max(0, depth - 1) }
        place += 1
      }
      return depth
    }
  }

  private static let hanDigits = Set("〇零一二三四五六七八九十百千万亿两")

  /// 二〇, 十五, and 第十.
  func isHanNumber(_ word: String) -> Bool {
    let digits = word.first == "第" ? word.dropFirst() : word[...]
    return !digits.isEmpty && digits.allSatisfy(Self.hanDigits.contains)
  }

  func endsInDigit(_ word: String) -> Bool {
    word.last?.isASCII == true && word.last?.isNumber == true
  }

  /// 2025年 and 第三季度 are whole and open a line of their own well.
  func endsDate(_ word: String) -> Bool {
    ["年", "年度", "月", "月份", "日", "季度", "上半年", "下半年", "半年"].contains(word)
  }
}
