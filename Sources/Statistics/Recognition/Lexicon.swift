/// Words with what they mean, found at a place of a text, the longest first.
///
/// Looking a place up costs the words that share its first (or last) scalar, a bounded number, so
/// a walk over a text stays linear.
struct Lexicon<Meaning: Sendable>: Sendable {
  private struct Entry: Sendable {
    let word: [Unicode.Scalar]
    let meaning: Meaning
  }

  private let byFirst: [Unicode.Scalar: [Entry]]
  private let byLast: [Unicode.Scalar: [Entry]]

  /// Makes a lexicon from lines of words (set apart by spaces) with one meaning each.
  ///
  /// Of two equal words the first counts.
  init(_ lines: [(Meaning, String)]) {
    var entries: [Entry] = []
    for (meaning, words) in lines {
      for word in words.split(separator: " ") {
        entries.append(Entry(word: word.unicodeScalars.map(FoldedText.fold), meaning: meaning))
      }
    }
    byFirst = Self.index(entries) { $0.word.first }
    byLast = Self.index(entries) { $0.word.last }
  }

  private static func index(
    _ entries: [Entry],
    by key: (Entry) -> Unicode.Scalar?
  ) -> [Unicode.Scalar: [Entry]] {
    var index: [Unicode.Scalar: [Entry]] = [:]
    for entry in entries {
      if let scalar = key(entry) { index[scalar, default: []].append(entry) }
    }
    // `sort` is stable, so that of two equal words the first stays first.
    return index.mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }

  /// The longest word that begins at an offset.
  func word(at start: Int, in text: FoldedText) -> (meaning: Meaning, end: Int)? {
    guard let first = text.at(start), let entries = byFirst[first] else { return nil }
    let rest = text.scalars[start...]
    guard let entry = entries.first(where: { rest.starts(with: $0.word) }) else { return nil }
    return (entry.meaning, start + entry.word.count)
  }

  /// The longest word that ends before an offset.
  func word(before end: Int, in text: FoldedText) -> (meaning: Meaning, start: Int)? {
    guard end > 0, let last = text.at(end - 1), let entries = byLast[last] else { return nil }
    let entry = entries.first { entry in
      entry.word.count <= end && text.scalars[(end - entry.word.count)..<end] == entry.word[...]
    }
    return entry.map { ($0.meaning, end - $0.word.count) }
  }
}
