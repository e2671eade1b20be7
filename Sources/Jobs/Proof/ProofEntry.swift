import Diagnostics
import Geometry
import PageModel

/// Something that a proof tells: a finding, with its number and its places on the pages.
struct ProofEntry {
  var number: Int
  var finding: Finding
  /// The stretches it speaks of, the first of which is marked; none for what is only listed.
  var places: [ProofPlaces.Place]

  /// The findings, those with a place first, in the order of the pages, then the others, the worst
  /// first.
  ///
  /// A failed check of the layout stands where its numbers are, for its own place is the layout's.
  static func entries(
    of findings: Findings,
    on pages: [Page],
    texts: ReportTexts
  ) -> [ProofEntry] {
    let places = ProofPlaces(pages, texts: texts)
    var seen: Set<Finding> = []
    var placed: [ProofEntry] = []
    var others: [ProofEntry] = []
    for finding in findings.list where seen.insert(finding).inserted {
      let spans = isOfTheFile(finding) ? [] : [finding.span] + finding.notes.map(\.span)
      let found = spans.lazy.compactMap { $0 }.map { places.places(of: $0) }
        .first { !$0.isEmpty }
      let entry = ProofEntry(number: 0, finding: finding, places: found ?? [])
      if found == nil { others.append(entry) } else { placed.append(entry) }
    }
    placed.sort { $0.position < $1.position }
    let sorted = Severity.allCases.reversed().flatMap { severity in
      others.filter { $0.finding.severity == severity }
    }
    var entries = placed + sorted
    for index in entries.indices { entries[index].number = index + 1 }
    return entries
  }

  /// What was cleaned out of the whole file stands at no one place of the pages.
  private static func isOfTheFile(_ finding: Finding) -> Bool {
    finding.code.name.hasPrefix("report.cleaned-")
  }

  private var position: (Int, Int64, Int64) {
    guard let first = places.first else { return (.max, 0, 0) }
    return (first.page, first.start.y.units, first.start.x.units)
  }

  /// The message, and the way out where there is one.
  func words(in language: MessageLanguage) -> (message: String, hint: String?) {
    (finding.message(in: language), finding.hint(in: language))
  }
}

extension Severity {
  func word(in language: MessageLanguage) -> String {
    switch (self, language) {
    case (.error, .chinese): "错误"
    case (.warning, .chinese): "警告"
    case (.note, .chinese): "提示"
    case (_, .english): rawValue
    }
  }
}
