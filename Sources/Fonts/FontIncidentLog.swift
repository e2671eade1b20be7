package import Diagnostics

/// Gathers what fonts lack, so that each character is spoken of once.
///
/// A character set by another font than the wanted one is said once for each pair of fonts, one
/// that no font has once for all roles; further places are counted. A place seen again, because
/// its text was measured twice or stands on every page, counts once.
package struct FontIncidentLog: Sendable {
  private struct Key: Hashable {
    let character: Unicode.Scalar
    let kind: FontIncident.Kind
  }

  private struct Entry {
    let incident: FontIncident
    let span: Span?
    var places: Set<Span>
  }

  private var entries: [Entry] = []
  private var known: [Key: Int] = [:]

  package init() {}

  /// Takes an incident in, at the place of its character.
  package mutating func add(_ incident: FontIncident, at span: Span?) {
    let key = Key(character: incident.character, kind: incident.kind)
    if let index = known[key] {
      if let span { entries[index].places.insert(span) }
      return
    }
    known[key] = entries.count
    let places: Set<Span> = span.map { [$0] } ?? []
    entries.append(Entry(incident: incident, span: span, places: places))
  }

  /// The findings, in the order in which the characters were first met.
  package var findings: Findings {
    var findings = Findings()
    for entry in entries {
      let further = max(0, entry.places.subtracting(entry.span.map { [$0] } ?? []).count)
      findings.add(entry.incident.finding(at: entry.span, further: further))
    }
    return findings
  }
}
