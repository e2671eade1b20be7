import Diagnostics
import Settings

/// Takes the entries of a list that its description has passed.
struct TermListReader {
  private(set) var findings = Findings()
  /// Where each word was written first.
  private var places: [String: Span] = [:]

  mutating func list(of root: SettingNode) -> TermList {
    let kinds: [(key: String, check: ProofCheck)] = [
      ("wrong", .wrongTerm), ("prefer", .preferredTerm), ("forbidden", .forbiddenTerm),
    ]
    var entries: [WordEntry] = []
    for (key, check) in kinds {
      for node in root[key]?.items ?? [] { entries.append(entry(of: node, check)) }
    }
    let ignored = (root["ignore"]?.items ?? []).compactMap { $0.string.flatMap(ProofCheck.named) }
    return TermList(entries: entries, ignored: Set(ignored))
  }

  private mutating func entry(of node: SettingNode, _ check: ProofCheck) -> WordEntry {
    let words = texts(of: node["word"])
    let right = node["right"]?.string
    for (word, span) in words { note(word, span, right: right) }
    return WordEntry(
      check: check,
      words: words.map(\.word),
      right: right,
      reason: node["reason"]?.string,
      exceptions: texts(of: node["except"]).map(\.word),
      isExact: node["exact"]?.flag ?? false
    )
  }

  /// One text, or a list of them.
  private func texts(of node: SettingNode?) -> [(word: String, span: Span)] {
    guard let node else { return [] }
    let nodes = node.items.isEmpty ? [node] : node.items
    return nodes.compactMap { item in item.string.map { ($0, item.span) } }
  }

  private mutating func note(_ word: String, _ span: Span, right: String?) {
    if word == right {
      findings.add(Finding(.termIsRight, at: span, ["word": .quote(word)]))
    } else if let first = places[word] {
      let here = Finding.Note(Bilingual("第一次在这里", "first here"), at: first)
      findings.add(Finding(.termTwice, at: span, ["word": .quote(word)], notes: [here]))
    } else {
      places[word] = span
    }
  }
}
