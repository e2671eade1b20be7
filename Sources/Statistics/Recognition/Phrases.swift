/// A text cut into stretches by tables of verbs, function words and words of context; what lies
/// between them is taken for nouns.
struct Phrases {
  enum Class: Hashable, Sendable {
    case noun, verb
    /// A verb before its object, else a noun: 培训学员, 科技培训. Settled when the text is cut.
    case nominal
    /// A verb that says only that something is so: 完成, 实现, 居.
    case light
    /// A verb of change, whose object a number measures: 压减支出3亿元.
    case moving
    /// 较
    case than
    /// When, where and how: 全年, 同比, 及时.
    case context
    /// How, before a verb; else part of a noun: 平均审理天数. Settled when the text is cut.
    case modifier
    /// 占
    case share
    /// 的, 由, 在 and the like.
    case boundary
    case mark, number
  }

  struct Stretch {
    var kind: Class
    var range: Range<Int>
    /// A word of the grammar's own tables.
    var isOwn = false
  }

  /// A noun phrase longer than this is a sentence we did not understand.
  static let longest = 30

  private let text: FoldedText
  private let stretches: [Stretch]
  private let words: [Word]
  /// For each scalar, its stretch.
  private let owner: [Int32]

  init(_ text: FoldedText, elements: [Element]) {
    self.text = text
    (stretches, words) = PhraseCutter(text: text, elements: elements).read()
    var owner = [Int32](repeating: 0, count: text.count)
    for (index, stretch) in stretches.enumerated() {
      for place in stretch.range { owner[place] = Int32(index) }
    }
    self.owner = owner
  }

  /// The stretch that holds the scalar before an offset, up to the offset.
  func stretch(endingAt end: Int) -> Stretch? {
    guard end > 0, end <= text.count else { return nil }
    var found = stretches[Int(owner[end - 1])]
    found.range = found.range.lowerBound..<end
    return found
  }

  /// The stretch that holds the scalar at an offset.
  func stretch(at start: Int) -> Stretch? {
    guard start < text.count else { return nil }
    return stretches[Int(owner[start])]
  }

  // MARK: Words

  /// The words that lie within a range.
  func words(in range: Range<Int>) -> ArraySlice<Word> {
    let start = firstWord(from: range.lowerBound)
    var end = start
    while end < words.count, words[end].range.upperBound <= range.upperBound { end += 1 }
    return words[start..<end]
  }

  /// The index of the first word that begins at an offset or after it.
  private func firstWord(from offset: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a phrase only names a place: 辽宁, 阜新市, 化隆县谢家滩乡拉扎村.
  func isPlace(_ range: Range<Int>) -> Bool {
    let words = words(in: range)
    guard let last = words.last else { return false }
    if WordTables.wholes.word(at: range.lowerBound, in: text)?.end == range.upperBound {
      return true
    }
    let isNamed =
      range.count > 2 && Self.placeSuffixes.contains(text.scalars[range.upperBound - 1])
    let isPlain = { (word: Word) in word.tag == .noun && word.range.count > 1 }
    if isNamed, last.range.count == 1 || last.tag == .place {
      return !words.contains(where: isPlain)
    }
    if words.allSatisfy({ $0.tag == .locality || $0.tag == .site }) { return true }
    return words.first?.tag == .place
      && words.allSatisfy { $0.tag == .place || $0.range.count == 1 }
  }

  private static let placeSuffixes = ScalarSet("省市县区州镇乡村旗盟")

  // MARK: Phrases

  /// Whether a phrase is only the name of what is done: 培训, 竣工.
  func isActivity(_ range: Range<Int>) -> Bool {
    guard let word = WordTables.classes.word(at: range.lowerBound, in: text) else { return false }
    return word.meaning == .nominal && word.end == range.upperBound
  }

  /// A phrase with the bracket inside it: 乡镇（街道）卫生院.
  func bracketed(_ range: Range<Int>) -> Range<Int> {
    guard let opening = text.bracket(before: range.lowerBound),
      range.lowerBound - opening <= Self.longestBracket,
      let before = stretch(endingAt: opening), before.kind == .noun
    else { return range }
    return before.range.lowerBound..<range.upperBound
  }

  /// A phrase with the bracket after it and what goes on behind: 街道（乡镇）商会.
  func bracketedAhead(_ range: Range<Int>) -> Range<Int> {
    guard let end = text.bracket(at: range.upperBound, longest: Self.longestBracket - 2) else {
      return range
    }
    if let next = stretch(at: end), next.kind == .noun {
      return range.lowerBound..<next.range.upperBound
    }
    let inside = (range.upperBound + 1)..<(end - 1)
    let isName = inside.count <= 3 && inside.allSatisfy { stretch(at: $0)?.kind == .noun }
    return isName ? range.lowerBound..<end : range
  }

  private static let longestBracket = 8

  /// The offset behind quotation marks that open there, when a noun goes on behind them.
  func afterQuotation(_ start: Int) -> Int {
    guard let opening = text.at(start), Self.opening.contains(opening) else { return start }
    let end = (start..<min(text.count, start + 40)).first {
      Self.closing.contains(text.scalars[$0])
    }
    // “两山”基地 is one name; “送政策、送人才”活动 is a list and what it is of.
    let holdsNumber = self.stretch(at: start + 1)?.kind == .number
    guard let end, holdsNumber || text.scalars[start..<end].contains("、"),
      let next = stretch(at: end + 1),
      next.kind == .noun
    else { return start }
    return end + 1
  }

  /// The phrase without quotation marks around it and small words before it; nil when nothing is
  /// left of it.
  func trimmed(_ range: Range<Int>, shortest: Int = 2) -> Range<Int>? {
    var start = max(range.lowerBound, range.upperBound - Self.longest)
    var end = range.upperBound
    while end > start {
      if Self.isTrailing(text, end) {
        end -= 1
      } else if let word = WordTables.trailing.word(before: end, in: text), word.start > start {
        end = word.start
      } else {
        break
      }
    }
    // “送政策、送人才”活动: a list inside the marks cut them; what follows the last one is whole.
    if let mark = text.scalars[start..<end].lastIndex(where: Self.closing.contains), mark < end - 1,
      !text.scalars[start..<mark].contains(where: Self.opening.contains)
    {
      start = mark + 1
    } else if let mark = text.scalars[start..<end].lastIndex(where: Self.closing.contains),
      mark < end - 1, text.scalars[start..<mark].contains("、"),
      let first = text.at(start), Self.opening.contains(first)
    {
      start = mark + 1
    }
    while start < end, let next = small(at: start, before: end) { start = next }
    let whole = unquoted(start..<end)
    let isShortNoun = whole.count == 1 && Self.shortNouns.contains(text.scalars[whole.lowerBound])
    return whole.count >= shortest || isShortNoun ? whole : nil
  }

  private static let shortNouns = ScalarSet("村校桥车药税站店厂船粮田井")

  /// Where the small word at an offset ends; 共青团 and 和谐 begin with one and are none.
  private func small(at start: Int, before end: Int) -> Int? {
    if text.at(start) == " " || text.at(start) == "." { return start + 1 }
    guard let (_, last) = WordTables.leading.word(at: start, in: text), last < end,
      WordTables.nouns.word(at: start, in: text) == nil
    else { return nil }
    return last
  }

  /// Marks around the whole phrase are no part of it; “散乱污”企业 keeps them.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let scalar = text.at(end - 1), Self.closing.contains(scalar),
      let first = text.at(start), Self.opening.contains(first),
      !text.scalars[start..<(end - 1)].contains(where: Self.closing.contains)
    {
      (start, end) = (start + 1, end - 1)
    }
    while start < end, let scalar = text.at(end - 1), Self.opening.contains(scalar) { end -= 1 }
    if let scalar = text.at(end - 1), start < end, Self.closing.contains(scalar),
      !text.scalars[start..<end].contains(where: Self.opening.contains)
    {
      end -= 1
    }
    let isOpen = !text.scalars[start..<end].contains(where: Self.closing.contains)
    if isOpen, start < end, let scalar = text.at(start), Self.opening.contains(scalar) {
      start += 1
    }
    return start..<max(start, end)
  }

  /// 主要产品中, 全县 空; 初中 ends with no such word.
  private static func isTrailing(_ text: FoldedText, _ end: Int) -> Bool {
    guard let last = text.at(end - 1) else { return false }
    if last == " " { return true }
    // 第五次会议上
    if last == "上" { return text.at(end - 2) == "会" || text.at(end - 2) == "议" }
    guard last == "中" || last == "里", let before = text.at(end - 2) else { return false }
    return !"初高集其空心".unicodeScalars.contains(before)
      && WordTables.nouns.word(before: end, in: text) == nil
  }

  private static let opening = ScalarSet("“「『‘")
  private static let closing = ScalarSet("”」』’")

  // MARK: Lists

  /// A list of nouns taken apart into so many: at 、 first, then at 和, 与 and 及.
  func items(of list: Range<Int>, count: Int) -> [Range<Int>]? {
    var items = split(list) { $0 == "、" }
    if items.count < count, let last = items.popLast() {
      items += split(last) { "和与及".unicodeScalars.contains($0) }
    }
    return items.count == count ? items : nil
  }

  /// The nouns of a phrase that are joined by 和, 与 and 及.
  func joined(_ range: Range<Int>) -> [Range<Int>] {
    split(range) { "和与及".unicodeScalars.contains($0) }
  }

  private func split(
    _ range: Range<Int>,
    at isMark: (Unicode.Scalar) -> Bool
  ) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isMark(text.scalars[index]) && !isInWord(index) {
      items.append(start..<index)
      start = index + 1
    }
    return (items + [start..<range.upperBound]).filter { !$0.isEmpty }
  }

  /// 和 in 和谐 and 及 in 普及 join nothing.
  private func isInWord(_ index: Int) -> Bool {
    WordTables.nouns.word(at: index, in: text) != nil
      || WordTables.nouns.word(before: index + 1, in: text) != nil
      || text.at(index + 1) == "其" && text.at(index) == "及"
  }
}
