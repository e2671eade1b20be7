import Diagnostics

/// The findings of one report: at most so many of a kind, the rest counted.
struct ProofLog {
  /// More of one kind are counted, not listed: an editor stops reading long before.
  static let mostOfOneCheck = 100

  private let ignored: Set<ProofCheck>
  private var entries: [Entry] = []
  private var counts: [ProofCheck: Int] = [:]

  private struct Entry {
    let passage: Int
    let place: Int
    let finding: Finding
  }

  init(ignoring ignored: Set<ProofCheck>) {
    self.ignored = ignored
  }

  /// Whether a check is wanted, for those that cost something to do.
  func wants(_ check: ProofCheck) -> Bool { !ignored.contains(check) }

  /// Says that a part of a passage does not hold.
  ///
  /// `better` is what it should read, where the check knows; `notes` stand before the clause.
  mutating func add(
    _ check: ProofCheck,
    _ range: Range<Int>,
    of passage: Passage,
    better: String = "",
    _ more: [String: FindingArgument] = [:],
    notes: [Finding.Note] = []
  ) {
    guard wants(check) else { return }
    counts[check, default: 0] += 1
    guard counts[check, default: 0] <= Self.mostOfOneCheck else { return }
    var arguments: [String: FindingArgument] = [
      "found": .quote(Self.shortened(passage, range)), "better": .quote(better),
    ]
    arguments.merge(more) { _, new in new }
    let clause = check.source.map { [Finding.Note($0)] } ?? []
    let finding = Finding(
      check.code,
      at: passage.text.span(of: range),
      arguments,
      notes: notes + clause
    )
    entries.append(Entry(passage: passage.index, place: range.lowerBound, finding: finding))
  }

  /// What a finding quotes of a long part.
  private static func shortened(_ passage: Passage, _ range: Range<Int>) -> String {
    guard range.count > 24 else { return passage.string(range) }
    return passage.string(range.lowerBound..<(range.lowerBound + 22)) + "……"
  }

  /// The findings in the order of the text, then one note for each kind that has more.
  var findings: Findings {
    var result = Findings()
    let sorted = entries.enumerated().sorted { first, second in
      (first.element.passage, first.element.place, first.offset)
        < (second.element.passage, second.element.place, second.offset)
    }
    for entry in sorted { result.add(entry.element.finding) }
    for check in ProofCheck.all {
      let more = counts[check, default: 0] - Self.mostOfOneCheck
      guard more > 0 else { continue }
      result.add(Finding(.moreOfACheck, ["count": .number(more), "check": .word(check.code.name)]))
    }
    return result
  }
}
