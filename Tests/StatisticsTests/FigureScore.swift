import Statistics

/// How well the recogniser reads the development set: precision and recall by kind, and how many
/// of the figures found have each of the other keys right.
///
/// A figure counts as found when its quote overlaps the labelled one and value and unit are equal.
struct FigureScore {
  struct Count {
    var found = 0
    var labelled = 0
    var right = 0

    var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    var recall: Double { labelled == 0 ? 1 : Double(right) / Double(labelled) }
    var f1: Double { 2 * Double(right) / Double(max(1, found + labelled)) }
  }

  private(set) var all = Count()
  private(set) var kinds: [Figure.Kind: Count] = [:]
  /// Right ones of each key among the figures found.
  private(set) var keys: [String: Int] = [:]
  private(set) var errors: [String] = []

  static let keyNames = [
    "quote", "kind", "indicator", "change", "comparison", "approximate", "cumulative", "base",
  ]

  init(_ cases: [FigureCases.Case], recogniser: FigureRecogniser) {
    for sentence in cases { add(sentence, recogniser.figures(in: sentence.text)) }
  }

  func share(_ key: String) -> Double { Double(keys[key] ?? 0) / Double(max(1, all.right)) }

  private mutating func add(_ sentence: FigureCases.Case, _ figures: [Figure]) {
    let found = figures.compactMap { figure in
      FigureCases.label(FigureNotation.line(figure)[...], in: .init(text: sentence.text)).map {
        (label: $0, range: figure.range)
      }
    }
    var isFree = [Bool](repeating: true, count: found.count)
    var wrong: [String] = []
    for label in sentence.figures {
      let match = found.indices.first { index in
        isFree[index] && found[index].range.overlaps(label.range)
          && found[index].label.value == label.value && found[index].label.unit == label.unit
      }
      count(label, match.map { found[$0].label })
      if let match { isFree[match] = false }
      let line = match.map { found[$0].label.line }
      if line != label.line { wrong.append("  − \(label.line)\n  + \(line ?? "(not found)")") }
    }
    for index in found.indices where isFree[index] {
      wrong.append("  + \(found[index].label.line)")
      kinds[found[index].label.kind, default: Count()].found += 1
    }
    all.found += found.count
    if !wrong.isEmpty { errors.append(([sentence.text] + wrong).joined(separator: "\n")) }
  }

  private mutating func count(_ label: FigureCases.Label, _ found: FigureCases.Label?) {
    all.labelled += 1
    kinds[label.kind, default: Count()].labelled += 1
    guard let found else { return }
    all.right += 1
    kinds[found.kind, default: Count()].found += 1
    if found.kind == label.kind { kinds[label.kind, default: Count()].right += 1 }
    let isRight = [
      found.quote == label.quote, found.kind == label.kind, found.indicator == label.indicator,
      found.change == label.change, found.comparison == label.comparison,
      found.approximate == label.approximate, found.isCumulative == label.isCumulative,
      found.base == label.base,
    ]
    for (key, isRight) in zip(Self.keyNames, isRight) where isRight {
      keys[key, default: 0] += 1
    }
  }

  /// The report that `make figures-score` prints.
  func report() -> String {
    func percent(_ share: Double) -> String {
      let tenths = Int((share * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    var lines = errors
    lines.append("kind: precision recall (labelled)")
    for kind in Figure.Kind.allCases {
      guard let count = kinds[kind] else { continue }
      lines.append(
        "  \(kind.rawValue): \(percent(count.precision)) \(percent(count.recall)) (\(count.labelled))"
      )
    }
    lines.append(
      "quote+value+unit: \(percent(all.precision)) \(percent(all.recall)) F1 \(percent(all.f1))"
    )
    for key in Self.keyNames { lines.append("\(key): \(percent(share(key)))") }
    return lines.joined(separator: "\n")
  }
}
