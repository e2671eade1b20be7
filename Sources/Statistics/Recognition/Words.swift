import CWords

/// A word of the text with its part of speech.
struct Word {
  /// Parts of speech, in the order of the table (`CWords`).
  enum Tag: UInt8, CaseIterable {
    case noun, place, adjective, adverbialAdjective, describing, conjunction, adverb, locality
    case idiom, numeral, preposition, measure, pronoun, site, time, particle, verb, verbalNoun
    case mood, mark
  }

  var range: Range<Int>
  var tag: Tag
  /// What the tables of the grammar take it for; they go before its part of speech.
  var kind: Phrases.Class?
  /// A bit for each part of speech the word may be.
  var tags: UInt32 = 0

  func may(_ tag: Tag) -> Bool { tags & (1 << UInt32(tag.rawValue)) != 0 }
}

/// Cuts stretches of running text into words: of all ways to cut, and all parts of speech the
/// words may be, the likeliest by how often the words stand in print and which part of speech
/// follows which (Viterbi's algorithm over a table of words; linear in the text).
///
/// What the tables of the grammar know is a word, whether the table of words has it or not.
struct WordCutter {
  private let text: FoldedText
  private let affinities: [Int32]
  private var table: Table
  private var found: [kanyin_word]
  private var edges: [Edge] = []

  /// A stretch without any mark is cut here; it keeps the table small.
  private static let longest = 256
  private static let tagCount = Word.Tag.allCases.count
  /// What a word of the grammar's own costs, in tenths of a nat: less than a common one.
  private static let ownCost: Int32 = 70
  /// What a character costs that is no word.
  private static let strangeCost: Int32 = 160

  init(_ text: FoldedText) {
    self.text = text
    affinities = Self.affinities
    found = Array(repeating: kanyin_word(), count: Int(kanyin_longest_word))
    table = Table(count: min(Self.longest, text.count) + 1, tags: Self.tagCount)
  }

  private static let affinities: [Int32] = {
    let tags = Int32(tagCount)
    precondition(kanyin_word_tags() == tags, "the table of words and Word.Tag are of one version")
    return (0..<(tags * tags)).map { kanyin_word_affinity($0 % tags, $0 / tags) }
  }()

  /// The words of a stretch between what has the tags `before` and `after`.
  mutating func words(of range: Range<Int>, before: Word.Tag, after: Word.Tag) -> [Word] {
    var words: [Word] = []
    var start = range.lowerBound
    var last = before
    while start < range.upperBound {
      let end = min(range.upperBound, start + Self.longest)
      words += cut(start..<end, before: last, after: end < range.upperBound ? .noun : after)
      last = words.last?.tag ?? last
      start = end
    }
    return words
  }

  private mutating func cut(_ range: Range<Int>, before: Word.Tag, after: Word.Tag) -> [Word] {
    table.reset(range.count + 1)
    table.open(tag: Int(before.rawValue))
    for place in 0..<range.count {
      findEdges(at: range.lowerBound + place, to: range.upperBound)
      for edge in edges {
        let (tags, costs) = (edge.word.tags, edge.word.tag_costs)
        let count = edge.word.tag_count
        table.arrive(from: place, edge, tag: tags.0, cost: costs.0, affinities)
        if count > 1 { table.arrive(from: place, edge, tag: tags.1, cost: costs.1, affinities) }
        if count > 2 { table.arrive(from: place, edge, tag: tags.2, cost: costs.2, affinities) }
      }
    }
    return table.words(
      to: range.count,
      before: Int(after.rawValue),
      affinities,
      offset: range.lowerBound
    )
  }

  // MARK: Words at a place

  fileprivate struct Edge {
    var word: kanyin_word
    var kind: Phrases.Class?

    var tags: UInt32 {
      var bits: UInt32 = 1 << UInt32(word.tags.0)
      if word.tag_count > 1 { bits |= 1 << UInt32(word.tags.1) }
      if word.tag_count > 2 { bits |= 1 << UInt32(word.tags.2) }
      return bits
    }
  }

  /// Finds the words that begin at an offset; at least the character itself.
  private mutating func findEdges(at start: Int, to end: Int) {
    let count = text.scalars.withUnsafeBufferPointer { scalars in
      scalars[start..<end].withMemoryRebound(to: UInt32.self) { rest in
        kanyin_words_at(rest.baseAddress, Int64(rest.count), &found)
      }
    }
    edges.removeAll(keepingCapacity: true)
    for index in 0..<Int(count) { edges.append(Edge(word: found[index])) }
    WordTables.classes.words(at: start, in: text) { kind, last in
      if last <= end { addOwn(kind, length: Int32(last - start)) }
    }
    if !edges.contains(where: { $0.word.length == 1 }) { addOwn(nil, length: 1) }
  }

  private mutating func addOwn(_ kind: Phrases.Class?, length: Int32) {
    if let index = edges.firstIndex(where: { $0.word.length == length }) {
      if length > 1 { edges[index].word.cost = min(edges[index].word.cost, Self.ownCost) }
      edges[index].kind = kind
      return
    }
    let (first, second) = Self.tags(of: kind)
    var word = kanyin_word()
    word.length = length
    word.cost = length > 1 ? Self.ownCost : Self.strangeCost
    word.tag_count = second == nil ? 1 : 2
    word.tags.0 = first.rawValue
    word.tags.1 = second?.rawValue ?? 0
    edges.append(Edge(word: word, kind: kind))
  }

  private static func tags(of kind: Phrases.Class?) -> (Word.Tag, Word.Tag?) {
    switch kind {
    case .noun, .mark, .number, nil: (.noun, nil)
    case .nominal: (.verb, .verbalNoun)
    case .verb, .light, .moving, .share: (.verb, nil)
    case .context, .modifier: (.adverb, .time)
    case .than, .boundary: (.preposition, nil)
    }
  }
}

/// The cheapest way to each place of a stretch with each tag.
private struct Table {
  private let tags: Int
  private var costs: [Int32]
  private var origins: [Int32]
  private var words: [WordCutter.Edge?]
  /// For each place a bit for each tag that a word ending there may bear.
  private var live: [UInt32]

  init(count: Int, tags: Int) {
    self.tags = tags
    costs = Array(repeating: .max, count: count * tags)
    origins = Array(repeating: 0, count: count * tags)
    words = Array(repeating: nil, count: count * tags)
    live = Array(repeating: 0, count: count)
  }

  mutating func reset(_ count: Int) {
    for place in 0..<count { live[place] = 0 }
  }

  mutating func open(tag: Int) {
    live[0] = 1 << UInt32(tag)
    costs[tag] = 0
  }

  mutating func arrive(
    from place: Int,
    _ edge: WordCutter.Edge,
    tag: UInt8,
    cost tagCost: UInt8,
    _ affinities: [Int32]
  ) {
    let (tag, end) = (Int(tag), place + Int(edge.word.length))
    let cost = edge.word.cost + Int32(tagCost)
    let (best, origin) = cheapest(at: place, before: tag, affinities)
    guard origin >= 0 else { return }
    let index = end * tags + tag
    if live[end] & (1 << UInt32(tag)) == 0 || costs[index] > best + cost {
      live[end] |= 1 << UInt32(tag)
      costs[index] = best + cost
      origins[index] = Int32(place * tags + origin)
      words[index] = edge
    }
  }

  private func cheapest(
    at place: Int,
    before tag: Int,
    _ affinities: [Int32]
  ) -> (cost: Int32, tag: Int) {
    var best = Int32.max
    var origin = -1
    var rest = live[place]
    while rest != 0 {
      let last = rest.trailingZeroBitCount
      rest &= rest - 1
      let cost = costs[place * tags + last] + affinities[last * tags + tag]
      if cost < best { (best, origin) = (cost, last) }
    }
    return (best, origin)
  }

  func words(to end: Int, before tag: Int, _ affinities: [Int32], offset: Int) -> [Word] {
    var words: [Word] = []
    var index = end * tags + cheapest(at: end, before: tag, affinities).tag
    while index >= tags {
      let start = Int(origins[index]) / tags
      let tag = Word.Tag(rawValue: UInt8(index % tags)) ?? .noun
      var word = Word(range: (offset + start)..<(offset + index / tags), tag: tag)
      if let edge = self.words[index] { (word.kind, word.tags) = (edge.kind, edge.tags) }
      words.append(word)
      index = Int(origins[index])
    }
    return words.reversed()
  }
}
