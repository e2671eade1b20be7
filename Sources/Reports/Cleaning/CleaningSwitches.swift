package import Diagnostics

/// Rules of cleaning switched off by name: `--without`, or `cleaning.yaml` beside the report.
package enum CleaningSwitches {
  /// The rules of some names; an unknown name is an error with the choices.
  package static func rules(named names: [String], findings: inout Findings) -> Set<CleaningRule> {
    Set(names.compactMap { rule(named: $0, at: nil, findings: &findings) })
  }

  /// The rules that a file switches off: one `name: off` a line, `#` begins a remark.
  package static func rulesOff(
    in file: SourceFile,
    findings: inout Findings
  ) -> Set<CleaningRule> {
    var off: Set<CleaningRule> = []
    var start = 0
    for line in file.text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line.prefix { $0 != 0x23 }, as: UTF8.self)
      let span = Span(file: file.id, start: start, end: start + line.count)
      start += line.count + 1
      let parts = text.split(separator: ":", maxSplits: 1).map { part in
        String(part.filter { !$0.isWhitespace && $0 != "\u{FEFF}" })
      }
      guard let name = parts.first, !name.isEmpty else { continue }
      let isOff = parts.count > 1 && ["off", "false", "no"].contains(parts[1])
      if let rule = rule(named: name, at: span, findings: &findings), isOff { off.insert(rule) }
    }
    return off
  }

  private static func rule(
    named name: String,
    at span: Span?,
    findings: inout Findings
  ) -> CleaningRule? {
    if let rule = CleaningRule(rawValue: name) { return rule }
    let choices = CleaningRule.allCases.map(\.rawValue)
    let arguments: [String: FindingArgument] = [
      "name": .quote(name), "choices": .choices(choices),
    ]
    let suggestion = Suggestion.nearest(to: name, among: choices)
    findings.add(Finding(.unknownRepair, at: span, arguments, suggestion: suggestion))
    return nil
  }
}
