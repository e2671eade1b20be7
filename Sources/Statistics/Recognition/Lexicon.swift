/// Words with what they mean, found at a place of a text, the longest first.
///
/// The words are kept as two tries, one read forwards and one backwards, so that looking a place
/// up costs the scalars of the longest word at most, and a walk over a text stays linear.
struct Lexicon<Meaning: Sendable>: Sendable {
  private let meanings: [Meaning]
  private let forwards: Trie
  private let backwards: Trie

  /// Makes a lexicon from lines of words (set apart by spaces) with one meaning each.
  ///
  /// Of two equal words the first counts.
  init(_ lines: [(Meaning, String)]) {
    var words: [(word: [Unicode.Scalar], meaning: Int)] = []
    for (index, line) in lines.enumerated() {
      for word in line.1.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        words.append((word.unicodeScalars.map(FoldedText.fold), index))
      }
    }
    meanings = lines.map(\.0)
    forwards = Trie(words)
    backwards = Trie(words.map { ($0.word.reversed(), $0.meaning) })
  }

  /// The longest word that begins at an offset.
  func word(at start: Int, in text: FoldedText) -> (meaning: Meaning, end: Int)? {
    guard start >= 0 else { return nil }
    var node = Trie.root
    var found: (meaning: Int, end: Int)?
    var index = start
    while index < text.count, let next = forwards.child(of: node, text.scalars[index]) {
      node = next
      index += 1
      if let meaning = forwards.meaning(of: node) { found = (meaning, index) }
    }
    return found.map { (meanings[$0.meaning], $0.end) }
  }

  /// Tells all words that begin at an offset and where they end, the shortest first.
  func words(at start: Int, in text: FoldedText, _ found: (Meaning, Int) -> Void) {
    var node = Trie.root
    var index = start
    while index < text.count, let next = forwards.child(of: node, text.scalars[index]) {
      node = next
      index += 1
      if let meaning = forwards.meaning(of: node) { found(meanings[meaning], index) }
    }
  }

  /// The longest word that ends before an offset.
  func word(before end: Int, in text: FoldedText) -> (meaning: Meaning, start: Int)? {
    guard end <= text.count else { return nil }
    var node = Trie.root
    var found: (meaning: Int, start: Int)?
    var index = end
    while index > 0, let next = backwards.child(of: node, text.scalars[index - 1]) {
      node = next
      index -= 1
      if let meaning = backwards.meaning(of: node) { found = (meaning, index) }
    }
    return found.map { (meanings[$0.meaning], $0.start) }
  }
}

/// A tree of words by their scalars, in flat arrays.
///
/// A node's children stand in a row; the root's are found by a small hash, since nearly every
/// place of a text asks for one and most have none.
private struct Trie: Sendable {
  static let root = 0
  private static let buckets = 1024

  private struct Node {
    var scalar: UInt32
    var firstChild: Int32 = 0
    var childCount: Int32 = 0
    var meaning: Int32 = -1
  }

  private var nodes: [Node] = [Node(scalar: 0)]
  /// For each hash of a scalar, where the root's children with it begin.
  private var rows: [Int32] = []

  init(_ words: [(word: [Unicode.Scalar], meaning: Int)]) {
    // Sorted words stand in rows of equal beginnings; of equal ones the first given comes first.
    let sorted = words.enumerated().sorted { a, b in
      let (first, second) = (a.element.word, b.element.word)
      return first == second ? a.offset < b.offset : first.lexicographicallyPrecedes(second)
    }
    var pending:
      [(node: Int, words: ArraySlice<(word: [Unicode.Scalar], meaning: Int)>, depth: Int)] =
        [(Self.root, sorted.map(\.element)[...], 0)]
    while let next = pending.popLast() {
      pending += addChildren(of: next.node, next.words, depth: next.depth)
    }
    indexRoot()
  }

  private mutating func addChildren(
    of node: Int,
    _ words: ArraySlice<(word: [Unicode.Scalar], meaning: Int)>,
    depth: Int
  ) -> [(node: Int, words: ArraySlice<(word: [Unicode.Scalar], meaning: Int)>, depth: Int)] {
    var rows: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
    for index in words.indices where words[index].word.count > depth {
      let scalar = words[index].word[depth]
      if rows.last?.scalar == scalar {
        rows[rows.count - 1].range = rows[rows.count - 1].range.lowerBound..<(index + 1)
      } else {
        rows.append((scalar, index..<(index + 1)))
      }
    }
    if depth == 0 { rows.sort { Self.hash($0.scalar.value) < Self.hash($1.scalar.value) } }
    let first = nodes.count
    nodes[node].firstChild = Int32(first)
    nodes[node].childCount = Int32(rows.count)
    for row in rows {
      let whole = words[row.range].first { $0.word.count == depth + 1 }
      nodes.append(Node(scalar: row.scalar.value, meaning: Int32(whole?.meaning ?? -1)))
    }
    return rows.enumerated().map { (first + $0.offset, words[$0.element.range], depth + 1) }
  }

  private mutating func indexRoot() {
    var counts = [Int32](repeating: 0, count: Self.buckets + 1)
    let root = nodes[Self.root]
    for index in 0..<Int(root.childCount) {
      counts[Self.hash(nodes[Int(root.firstChild) + index].scalar) + 1] += 1
    }
    for bucket in 1...Self.buckets { counts[bucket] += counts[bucket - 1] }
    rows = counts.map { $0 + root.firstChild }
  }

  private static func hash(_ scalar: UInt32) -> Int { Int(scalar) & (buckets - 1) }

  func meaning(of node: Int) -> Int? {
    let meaning = nodes[node].meaning
    return meaning < 0 ? nil : Int(meaning)
  }

  func child(of node: Int, _ scalar: Unicode.Scalar) -> Int? {
    let range: Range<Int32>
    if node == Self.root {
      let bucket = Self.hash(scalar.value)
      range = rows[bucket]..<rows[bucket + 1]
    } else {
      let first = nodes[node].firstChild
      range = first..<(first + nodes[node].childCount)
    }
    for index in range where nodes[Int(index)].scalar == scalar.value { return Int(index) }
    return nil
  }
}
