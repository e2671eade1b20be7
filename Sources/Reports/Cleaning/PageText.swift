/// The words of pages that a short line is made of, found once and then counted by class.
struct PageText {
  /// A word of `PageLexicon` and where it stands in the key of a line.
  struct Word {
    let range: Range<Int>
    let sense: PageSense
  }

  /// How much of a text words of some classes cover, the longest first.
  struct Cover {
    fileprivate(set) var words: [Word] = []
    /// Letters that belong to no word.
    fileprivate(set) var foreign = 0
    fileprivate(set) var letters = 0

    func count(_ sense: PageSense) -> Int {
      words.count { !$0.sense.isDisjoint(with: sense) }
    }

    /// Whether words cover all of it.
    var isWhole: Bool { letters > 0 && foreign == 0 }
  }

  private let key: [Unicode.Scalar]
  private let found: [Word]

  /// Reads a text in the form of `LineFacts.key`.
  init(_ key: [Unicode.Scalar]) {
    self.key = key
    var found: [Word] = []
    for start in key.indices {
      guard let entries = Self.byFirst[key[start]] else { continue }
      // A Latin word does not begin in the middle of one.
      let isInside = key[start].isASCIILetter && start > 0 && key[start - 1].isASCIILetter
      for entry in entries where key[start...].starts(with: entry.word) {
        let end = start + entry.word.count
        let isCut =
          key[end - 1].isASCIILetter && (isInside || end < key.count && key[end].isASCIILetter)
        // Only the foot of a page runs its Latin words together: allrightsreserved.
        guard !isCut || entry.sense.contains(.filing) && entry.word.count > 5 else { continue }
        found.append(Word(range: start..<end, sense: entry.sense))
      }
    }
    self.found = found
  }

  /// Covers a part of the text with words of some classes.
  func cover(_ senses: PageSense, in range: Range<Int>? = nil) -> Cover {
    let range = range ?? key.indices
    var cover = Cover()
    var index = range.lowerBound
    var next = found.partition(startingAt: index)
    while index < range.upperBound {
      while next < found.count, found[next].range.lowerBound < index { next += 1 }
      var best: Word?
      while next < found.count, found[next].range.lowerBound == index {
        let word = found[next]
        if !word.sense.isDisjoint(with: senses), word.range.upperBound <= range.upperBound,
          word.range.upperBound > best?.range.upperBound ?? index
        {
          best = word
        }
        next += 1
      }
      let end = best?.range.upperBound ?? (index + 1)
      let letters = key[index..<end].count(where: Self.isLetter)
      cover.letters += letters
      if let best { cover.words.append(best) } else { cover.foreign += letters }
      index = end
    }
    return cover
  }

  /// Whether any word of some classes stands in the text.
  func has(_ senses: PageSense) -> Bool {
    found.contains { !$0.sense.isDisjoint(with: senses) }
  }

  /// The longest word of some classes that ends at a place.
  func word(endingAt place: Int, _ senses: PageSense) -> Word? {
    let longest = 8
    let first = found.partition(startingAt: max(0, place - longest))
    return found[first...].prefix { $0.range.lowerBound < place }
      .first { $0.range.upperBound == place && !$0.sense.isDisjoint(with: senses) }
  }

  /// The longest word of some classes that begins at a place.
  func word(startingAt place: Int, _ senses: PageSense) -> Word? {
    found[found.partition(startingAt: place)...].prefix { $0.range.lowerBound == place }
      .filter { !$0.sense.isDisjoint(with: senses) }
      .max { $0.range.count < $1.range.count }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar.isASCIILetter
  }

  // MARK: The words

  private struct Entry {
    let word: [Unicode.Scalar]
    let sense: PageSense
  }

  private static let byFirst: [Unicode.Scalar: [Entry]] = {
    var senses: [String: PageSense] = [:]
    for (sense, words) in PageLexicon.words {
      for word in words.split(separator: " ") {
        senses[String(word), default: []].formUnion(sense)
      }
    }
    let entries = senses.map { Entry(word: Array($0.key.unicodeScalars), sense: $0.value) }
      .sorted { $0.word.lexicographicallyPrecedes($1.word) }
    return Dictionary(grouping: entries) { $0.word[0] }
  }()
}

extension Array<PageText.Word> {
  /// The first word that does not begin before a place; words are in order.
  fileprivate func partition(startingAt place: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
