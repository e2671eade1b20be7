/// What of a chat, of mail or of print the words of a line say it is.
struct PageSigns: OptionSet, Hashable {
  let rawValue: UInt16

  /// The words of one sign, and what follows from them.
  struct Table {
    let sign: PageSigns
    var whole: [String] = []
    var beginning: [String] = []
    var inside: [String] = []
  }

  /// What chat programs and mail add of themselves.
  static let message = PageSigns(rawValue: 1 << 0)
  /// Answers in a chat that say nothing: 收到.
  static let answer = PageSigns(rawValue: 1 << 1)
  /// What printed pages say of themselves: 下转第3版.
  static let print = PageSigns(rawValue: 1 << 2)
  /// The signs of a line, given in the form of `LineFacts.key`.
  ///
  /// Running text may hold any word: of it only the beginning counts.
  init(of key: ArraySlice<Unicode.Scalar>, isRunningText: Bool) {
    self = Self.words.signs(of: key, isRunningText: isRunningText)
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  private static let words = PageWordTable(PageWords.tables)
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
      for entry in entries where isFirst || entry.place == .inside && !isRunningText {
        if entry.place != .whole, key[index...].starts(with: entry.word) {
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
