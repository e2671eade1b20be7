import Diagnostics

/// What cleaning did: what was left out, what was repaired, and how often by which rule.
struct CleaningLog {
  /// Something done to a line before it is known whether the line stays.
  ///
  /// A line that goes is listed whole, as the file has it, and nothing of it twice.
  enum Deed {
    case drop(Strand, Report.Dropped.Kind, CleaningRule)
    case repair(Report.Repair.Kind, from: String, to: String, at: Span, CleaningRule)
  }

  let file: SourceFile.ID
  private(set) var dropped: [Report.Dropped] = []
  private(set) var repaired: [Report.Repair] = []
  /// What else is to be said of the characters of the file.
  var remarks: [Finding] = []
  private var repairIndex: [RepairKey: Int] = [:]
  private var deeds: [CleaningRule: (count: Int, first: Span)] = [:]

  private struct RepairKey: Hashable {
    let kind: Report.Repair.Kind
    let from: String
    let to: String
  }

  init(file: SourceFile.ID) {
    self.file = file
  }

  mutating func record(_ deed: Deed) {
    switch deed {
    case .drop(let text, let kind, let rule): drop(text, as: kind, by: rule)
    case .repair(let kind, let from, let to, let span, let rule):
      repair(kind, from: from, to: to, at: span, by: rule)
    }
  }

  /// Leaves something out of the report.
  ///
  /// What no reader of the file would see (a script of a page) is counted under no rule.
  mutating func drop(_ text: Strand, as kind: Report.Dropped.Kind, by rule: CleaningRule?) {
    guard !text.isEmpty else { return }
    let span = text.span(of: text.indices)
    dropped.append(Report.Dropped(kind: kind, text: text.string, span: span))
    if let rule { note(rule, at: span) }
  }

  mutating func repair(
    _ kind: Report.Repair.Kind,
    from: String,
    to: String,
    at span: Span,
    by rule: CleaningRule
  ) {
    let key = RepairKey(kind: kind, from: from, to: to)
    if let index = repairIndex[key] {
      repaired[index].places.append(span)
    } else {
      repairIndex[key] = repaired.count
      repaired.append(Report.Repair(kind: kind, from: from, to: to, places: [span]))
    }
    note(rule, at: span)
  }

  private mutating func note(_ rule: CleaningRule, at span: Span) {
    let sofar = deeds[rule]
    deeds[rule] = ((sofar?.count ?? 0) + 1, sofar?.first ?? span)
  }

  /// What is to be said of characters, then one note for each rule that did something, in the order
  /// of the rules.
  var findings: [Finding] {
    remarks
      + CleaningRule.allCases.compactMap { rule in
        deeds[rule].map { Finding(.cleaned(by: rule), at: $0.first, ["count": .number($0.count)]) }
      }
  }

  /// Puts what was dropped and repaired in the order of the source.
  mutating func finish() {
    dropped.sort { first, second in
      (first.span.file, first.span.start, second.span.end)
        < (second.span.file, second.span.start, first.span.end)
    }
    for index in repaired.indices {
      repaired[index].places.sort { ($0.file, $0.start, $0.end) < ($1.file, $1.start, $1.end) }
    }
    repaired.sort { first, second in
      (first.places.first?.start ?? 0, first.from) < (second.places.first?.start ?? 0, second.from)
    }
  }
}
