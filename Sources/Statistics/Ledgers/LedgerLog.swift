import Diagnostics

/// Gathers what is wrong with one ledger, so that a column of a million bad cells is a few findings
/// and the number of the others.
struct LedgerLog {
  let ledger: String
  private(set) var findings = Findings()
  private var counts: [String: Int] = [:]
  private var hidden: [(code: FindingCode, column: String, count: Int)] = []
  private var tallies: [Tally] = []

  /// As many of a kind in a column are said one by one.
  static let most = 50

  /// What is said once for all its places.
  private struct Tally {
    var code: FindingCode
    var column: String?
    var first: Span?
    var text: String
    var count = 1
  }

  init(ledger: String) {
    self.ledger = ledger
  }

  mutating func add(
    _ code: FindingCode,
    at span: Span? = nil,
    _ arguments: [String: FindingArgument] = [:],
    column: String = "",
    notes: [Finding.Note] = [],
    suggestion: String? = nil
  ) {
    let key = code.name + "/" + column
    counts[key, default: 0] += 1
    guard counts[key, default: 0] <= Self.most else {
      if let index = hidden.firstIndex(where: { $0.code == code && $0.column == column }) {
        hidden[index].count += 1
      } else {
        hidden.append((code, column, 1))
      }
      return
    }
    let all = arguments.merging(["ledger": .quote(ledger)]) { first, _ in first }
    findings.add(Finding(code, at: span, all, notes: notes, suggestion: suggestion))
  }

  /// Counts something that is said once: of a column, when it is given, else of the ledger.
  mutating func count(
    _ code: FindingCode,
    at span: Span?,
    column: String? = nil,
    text: String = ""
  ) {
    let index = tallies.firstIndex {
      $0.code == code && $0.column == column && (column == nil || $0.text == text)
    }
    if let index {
      tallies[index].count += 1
    } else {
      tallies.append(Tally(code: code, column: column, first: span, text: text))
    }
  }

  /// Everything, with what was counted at the end.
  func finished() -> Findings {
    var all = findings
    for more in hidden {
      all.add(
        Finding(
          more.code.severity == .error ? .ledgerMoreErrors : .ledgerMore,
          [
            "ledger": .quote(ledger), "column": .quote(more.column), "count": .number(more.count),
          ]
        )
      )
    }
    for tally in tallies {
      let arguments: [String: FindingArgument] = [
        "ledger": .quote(ledger), "column": .quote(tally.column ?? ""),
        "text": .quote(tally.text), "count": .number(tally.count),
      ]
      all.add(Finding(tally.code, at: tally.first, arguments))
    }
    return all
  }
}
