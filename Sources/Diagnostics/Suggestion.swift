/// Finds the right name that a misspelt one most probably means.
package enum Suggestion {
  /// The candidate nearest to a name, or nil when none is near enough to be meant.
  ///
  /// Near enough: at most a third of the characters differ (one at least). Ties go to the earlier
  /// candidate, so that the answer does not depend on hashing.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(name.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let distance = editDistance(letters, Array(candidate.lowercased()))
      guard distance <= max(1, max(letters.count, candidate.count) / 3) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Insertions, deletions, changes and swaps of neighbours that lead from one word to the other.
  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var twoBefore: [Int] = []
    var before = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let change = before[j] + (a[i] == b[j] ? 0 : 1)
        var cost = min(change, before[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, twoBefore[j - 1] + 1)
        }
        row.append(cost)
      }
      twoBefore = before
      before = row
    }
    return before[b.count]
  }
}
