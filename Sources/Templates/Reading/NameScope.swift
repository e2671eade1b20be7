import Diagnostics

/// The names that placeholders may use at a place of a layout, known before any report is.
struct NameScope {
  /// What a component is handed, which hides parameters of the same name.
  var component: [String] = []
  var parameters: [String] = []
  var figures: [String] = []
  var statistics: [String] = []
  /// Page numbers are known in running heads and feet only.
  var isRunning = false
  /// Notes have a place in text of the body only.
  var takesNotes = true
  /// The ids that a link may lead to: of the body, and of the component being read.
  var ids: Set<String> = []
  var componentIDs: Set<String> = []
  /// Inside `each`, `row.…` and `item` have a meaning.
  var isInEach = false

  static let reportParts = ["title", "organisation", "published", "source", "period"]
  static let figureParts = ["value", "from", "to", "unit", "quote"]
  static let pageParts = ["number", "count"]
  /// First words that a parameter cannot take.
  static let reserved = ["report", "figures", "statistics", "page", "row", "item", "fill"]

  func check(_ link: LayoutString.InnerLink, findings: inout Findings) {
    guard !ids.contains(link.id), !componentIDs.contains(link.id) else { return }
    let choices = ids.union(componentIDs).sorted()
    findings.add(
      Finding(
        .layoutUnknownName,
        at: link.span,
        [
          "kind": .words(Bilingual("链接目标", "link target")), "name": .quote(link.id),
          "choices": .choices(choices),
        ],
        suggestion: Suggestion.nearest(to: link.id, among: choices)
      )
    )
  }

  func check(_ path: NamePath, findings: inout Findings) {
    guard let problem = problem(with: path.parts) else { return }
    findings.add(
      Finding(
        .layoutUnknownName,
        at: path.span,
        [
          "kind": .words(Bilingual("名称", "name")), "name": .quote(path.text),
          "choices": .choices(problem),
        ],
        suggestion: Suggestion.nearest(to: path.text, among: problem)
      )
    )
  }

  /// The names there are instead, or nil when the name is right.
  private func problem(with parts: [String]) -> [String]? {
    let plain = component + parameters
    switch (parts.first, parts.count) {
    case ("report", 2): return among(Self.reportParts, parts[1], "report.")
    case ("page", 2) where isRunning: return among(Self.pageParts, parts[1], "page.")
    case ("row", 2) where isInEach, ("item", 1) where isInEach: return nil
    case ("fill", 1): return nil
    case ("figures", 2): return among(figures, parts[1], "figures.")
    case ("figures", 3):
      return among(figures, parts[1], "figures.")
        ?? among(Self.figureParts, parts[2], "figures.\(parts[1]).")
    case ("statistics", 2): return among(statistics, parts[1], "statistics.")
    case ("statistics", 3):
      return among(statistics, parts[1], "statistics.")
        ?? among(["unit"], parts[2], "statistics.\(parts[1]).")
    case (let first?, 1) where plain.contains(first): return nil
    default: return all
    }
  }

  private func among(_ names: [String], _ name: String, _ prefix: String) -> [String]? {
    names.contains(name) ? nil : names.map { prefix + $0 }
  }

  private var all: [String] {
    component + parameters.filter { !component.contains($0) }
      + Self.reportParts.map { "report.\($0)" } + figures.map { "figures.\($0)" }
      + statistics.map { "statistics.\($0)" }
      + (isRunning ? Self.pageParts.map { "page.\($0)" } : [])
      + (isInEach ? ["item"] : []) + ["fill"]
  }
}
