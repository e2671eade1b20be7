/// What of a page the words of a line say it is.
struct PageSigns: OptionSet, Hashable {
  let rawValue: UInt16

  /// The words of one sign, and what follows from them.
  struct Table {
    let sign: PageSigns
    var whole: [String] = []
    var beginning: [String] = []
    var inside: [String] = []
  }

  /// Menus, breadcrumbs, tools of a page.
  static let navigation = PageSigns(rawValue: 1 << 0)
  /// One section of a site; only several of them are a menu.
  static let menu = PageSigns(rawValue: 1 << 1)
  static let footer = PageSigns(rawValue: 1 << 2)
  /// Labels that a footer has, and a notice may have as text: 主办单位.
  static let weakFooter = PageSigns(rawValue: 1 << 3)
  /// Counters and welcomes.
  static let counter = PageSigns(rawValue: 1 << 4)
  /// Who edited a page.
  static let editors = PageSigns(rawValue: 1 << 5)
  /// 扫码关注 and advertisements.
  static let promotion = PageSigns(rawValue: 1 << 6)
  /// What a page says of itself in sentences.
  static let notice = PageSigns(rawValue: 1 << 7)
  /// 相关报道 and its like, after which a page lists other pages.
  static let links = PageSigns(rawValue: 1 << 8)
  /// What chat programs and mail add of themselves.
  static let message = PageSigns(rawValue: 1 << 9)
  /// Answers in a chat that say nothing: 收到.
  static let answer = PageSigns(rawValue: 1 << 10)
  /// What printed pages say of themselves: 下转第3版.
  static let print = PageSigns(rawValue: 1 << 11)
  /// After it a page has nothing more of its text.
  static let end = PageSigns(rawValue: 1 << 12)

  /// What stands between the paragraphs of a page's text.
  static let inserted = PageSigns(rawValue: 1 << 13)

  /// What may be said in sentences and is no text of a report.
  static let ofSentences: PageSigns = [.notice, .promotion, .footer, .message, .counter, .editors]

  /// The signs of a line, given in the form of `LineFacts.key`.
  ///
  /// Running text may hold any word: of it only the beginning counts, and what a notice alone says.
  init(of key: ArraySlice<Unicode.Scalar>, isRunningText: Bool) {
    self = Self.words.signs(of: key, isRunningText: isRunningText)
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  private static let words = PageWordTable(PageWords.tables)

  /// Whether a word alone is the name of a menu's item or a tool.
  static func isMenuItem(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    !words.wholeSigns(of: word).isDisjoint(with: [.menu, .navigation])
  }
}

/// All words of all signs, found by their first scalar in one pass over a line.
private struct PageWordTable {
  private struct Entry {
    let word: [Unicode.Scalar]
    let sign: PageSigns
    let place: Place
  }

  private enum Place { case whole, beginning, inside }

  private let byFirst: [Unicode.Scalar: [Entry]]

  init(_ tables: [PageSigns.Table]) {
    let entries = tables.flatMap { table -> [Entry] in
      func entries(_ words: [String], _ place: Place) -> [Entry] {
        words.map { Entry(word: Array($0.unicodeScalars), sign: table.sign, place: place) }
      }
      return entries(table.whole, .whole) + entries(table.beginning, .beginning)
        + entries(table.inside, .inside)
    }
    byFirst = Dictionary(grouping: entries.filter { !$0.word.isEmpty }) { $0.word[0] }
  }

  func signs(of key: ArraySlice<Unicode.Scalar>, isRunningText: Bool) -> PageSigns {
    var found = wholeSigns(of: key)
    for index in key.indices {
      guard let entries = byFirst[key[index]] else { continue }
      let isFirst = index == key.startIndex
      for entry in entries where isFirst || entry.place == .inside {
        let counts = isFirst || !isRunningText || entry.sign == .notice
        if entry.place != .whole, counts, key[index...].starts(with: entry.word) {
          found.insert(entry.sign)
        }
      }
    }
    return found
  }

  func wholeSigns(of word: ArraySlice<Unicode.Scalar>) -> PageSigns {
    guard let first = word.first, let entries = byFirst[first] else { return [] }
    return entries.reduce(into: []) { found, entry in
      if entry.place == .whole, word.elementsEqual(entry.word) { found.insert(entry.sign) }
    }
  }
}

extension PageSigns {
  /// What a line with these signs is: the first that knows it decides; nil where none does.
  var verdict: (kind: Report.Dropped.Kind, rule: CleaningRule)? {
    if contains(.footer) { return (.footer, .footers) }
    if contains(.print) { return (.stray, .pageHeads) }
    if contains(.message) { return (.stray, .messages) }
    if contains(.inserted) { return (.spam, .promotion) }
    if contains(.navigation) || contains(.links) { return (.navigation, .navigation) }
    if contains(.promotion) { return (.spam, .promotion) }
    if contains(.counter) || contains(.notice) { return (.footer, .footers) }
    return nil
  }
}

extension PageSigns {
  /// Where on a site a page says it stands.
  enum Position {
    /// 首页 > 要闻 > 正文, with any arrow; 当前位置：….
    static func isBreadcrumb(_ line: LineFacts) -> Bool {
      guard line.key.count <= 80, !line.hasFullStop else { return false }
      if words.beginsWord(line.key[...]) { return true }
      let steps = line.key.split { ">»›→/\\-".unicodeScalars.contains($0) }
      guard steps.count >= 2, let first = steps.first, let last = steps.last else { return false }
      return ["首页", "主页", "home"].contains {
        first.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
      }
        || (steps.count >= 3 && last.elementsEqual("正文".unicodeScalars))
    }

    private static let words = WordList([
      "当前位置", "您的位置", "您现在的位置", "您当前的位置", "您当前所在", "你的位置", "现在位置", "所在位置", "当前所在位置",
      "您所在的位置", "你现在的位置", "您目前的位置", "您现在所在", "你所在的位置",
    ])
  }
}
