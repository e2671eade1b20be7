package import Diagnostics

/// Findings as JSON, in `inspect --json` and with `--diagnostics json`.
package struct FindingsJSON: Sendable {
  package let language: MessageLanguage
  package let places: SpanPlaces

  package init(language: MessageLanguage, places: SpanPlaces) {
    self.language = language
    self.places = places
  }

  /// `{ "kanyin": 1, "findings": […] }`.
  package func document(_ findings: Findings) -> JSONValue {
    ["kanyin": 1, "findings": list(findings)]
  }

  package func list(_ findings: Findings) -> JSONValue { .array(findings.list.map(json)) }

  private func json(_ finding: Finding) -> JSONValue {
    [
      "severity": .string(finding.severity.rawValue),
      "code": .string(finding.code.name),
      "message": .string(finding.message(in: language)),
      "notes": .array(finding.notes.map(json)),
      "hint": .text(finding.hint(in: language)),
      "span": places.json(finding.span),
    ]
  }

  private func json(_ note: Finding.Note) -> JSONValue {
    ["message": .string(note.words[language]), "span": places.json(note.span)]
  }
}
