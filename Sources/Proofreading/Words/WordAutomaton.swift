import Diagnostics
import WritingSystems

/// All words of the spelling table and the project's list, found in one pass over the text
/// (Aho and Corasick, "Efficient string matching", CACM 1975).
///
/// Words are kept simplified, as the text is searched. Of overlapping words the leftmost is found,
/// of those that begin together the longest.
struct WordAutomaton: Sendable {
  /// What a pattern of the automaton is.
  private struct Pattern {
    let length: Int
    /// The index of its entry.
    let entry: Int
    /// Nil for a word to be found; else it excuses its entry wherever it stands.
    let isException: Bool
    /// The characters the text must have as written; empty when any script will do.
    let written: [Unicode.Scalar]
  }

  private struct Match {
    let range: Range<Int>
    let pattern: Pattern
  }

  private var entries: [WordEntry] = []
  private var patterns: [Pattern] = []
  private var edges: [UInt64: Int] = [:]
  private var failures: [Int] = [0]
  /// The patterns that end at a node.
  private var outputs: [[Int]] = [[]]
  /// The next node along failures where a pattern ends.
  private var outputLinks: [Int] = [0]
  private var firsts = ScalarFilter([])

  /// That of the spelling table alone.
  static let standard = WordAutomaton(SpellingTable.entries)

  private init(_ entries: [WordEntry]) {
    for entry in entries { add(entry) }
    link()
  }

  /// One that finds a project's words too.
  func adding(_ terms: TermList) -> WordAutomaton {
    guard !terms.entries.isEmpty else { return self }
    var automaton = self
    for entry in terms.entries { automaton.add(entry) }
    automaton.link()
    return automaton
  }

  private mutating func add(_ entry: WordEntry) {
    entries.append(entry)
    for word in entry.words { add(word, isException: false, isExact: entry.isExact) }
    for word in entry.exceptions + (entry.right.map { [$0] } ?? []) {
      add(word, isException: true, isExact: false)
    }
  }

  private mutating func add(_ word: String, isException: Bool, isExact: Bool) {
    let written = Array(word.unicodeScalars)
    var node = 0
    for scalar in written {
      let simplified = MatchingKey.simplified(scalar)
      let key = Self.key(node, simplified)
      if let next = edges[key] {
        node = next
      } else {
        node = outputs.count
        edges[key] = node
        outputs.append([])
        failures.append(0)
        outputLinks.append(0)
      }
    }
    guard node != 0 else { return }
    outputs[node].append(patterns.count)
    patterns.append(
      Pattern(
        length: written.count,
        entry: entries.count - 1,
        isException: isException,
        written: isExact ? written : []
      )
    )
  }

  private static func key(_ node: Int, _ scalar: Unicode.Scalar) -> UInt64 {
    UInt64(node) << 21 | UInt64(scalar.value)
  }

  /// Sets failures and output links, level by level: a node is made after its parent, and its
  /// failure is a node of a lesser depth.
  private mutating func link() {
    var children: [[(Unicode.Scalar, Int)]] = Array(repeating: [], count: outputs.count)
    for (key, child) in edges {
      guard let scalar = Unicode.Scalar(UInt32(key & 0x1F_FFFF)) else { continue }
      children[Int(key >> 21)].append((scalar, child))
    }
    firsts = ScalarFilter(children[0].lazy.map(\.0))
    var queue = [0]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for (scalar, child) in children[node].sorted(by: { $0.1 < $1.1 }) {
        failures[child] = node == 0 ? 0 : step(from: failures[node], scalar)
        let failure = failures[child]
        outputLinks[child] = outputs[failure].isEmpty ? outputLinks[failure] : failure
        queue.append(child)
      }
    }
  }

  private func step(from start: Int, _ scalar: Unicode.Scalar) -> Int {
    var node = start
    while true {
      if let next = edges[Self.key(node, scalar)] { return next }
      if node == 0 { return 0 }
      node = failures[node]
    }
  }
}

// MARK: - Finding

extension WordAutomaton {
  func check(_ passage: Passage, _ log: inout ProofLog) {
    let matches = matches(in: passage)
    guard !matches.isEmpty else { return }
    let excuses = matches.filter(\.pattern.isException)
    var end = 0
    for match in leftmostLongest(matches) where match.range.lowerBound >= end {
      let entry = entries[match.pattern.entry]
      guard !entry.isExcused(match.range, in: passage),
        !isCovered(match, by: excuses)
      else { continue }
      end = match.range.upperBound
      log.add(
        entry.check,
        match.range,
        of: passage,
        better: entry.right ?? "",
        notes: entry.reason.map { [Finding.Note(Bilingual($0, $0))] } ?? []
      )
    }
  }

  private func leftmostLongest(_ matches: [Match]) -> [Match] {
    matches.filter { !$0.pattern.isException }.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
  }

  /// Whether an exception of the same entry holds the word.
  ///
  /// Excuses are in the order of their ends.
  private func isCovered(_ match: Match, by excuses: [Match]) -> Bool {
    var low = 0
    var high = excuses.count
    while low < high {
      let middle = (low + high) / 2
      if excuses[middle].range.upperBound >= match.range.upperBound {
        high = middle
      } else {
        low = middle + 1
      }
    }
    for excuse in excuses[low...] {
      if excuse.range.upperBound - match.range.lowerBound > TermList.longestWord { return false }
      let holds =
        excuse.range.lowerBound <= match.range.lowerBound
        && excuse.pattern.entry == match.pattern.entry
      if holds { return true }
    }
    return false
  }

  /// All words of the text, in the order of their ends.
  private func matches(in passage: Passage) -> [Match] {
    var found: [Match] = []
    var node = 0
    for (index, scalar) in passage.plain.enumerated() {
      if node == 0, !firsts.mayContain(scalar) { continue }
      node = step(from: node, scalar)
      var output = outputs[node].isEmpty ? outputLinks[node] : node
      while output != 0 {
        for number in outputs[output] {
          let pattern = patterns[number]
          let range = (index + 1 - pattern.length)..<(index + 1)
          if pattern.written.isEmpty || passage.scalars[range] == pattern.written[...] {
            found.append(Match(range: range, pattern: pattern))
          }
        }
        output = outputLinks[output]
      }
    }
    return found
  }
}
