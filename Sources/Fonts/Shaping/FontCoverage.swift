import Geometry
package import PageModel
package import Typography

/// Which fonts set a text: what `kanyin fonts REPORT` prints.
package struct FontCoverage: Hashable, Sendable {
  /// How much of the text a font sets.
  package struct Use: Hashable, Sendable {
    package let font: FontID
    /// Different characters.
    package var characters: Int
    /// All of them.
    package var occurrences: Int
  }

  /// A character that was not set as wanted.
  package struct Exception: Hashable, Sendable {
    package let incident: FontIncident
    package var occurrences: Int
  }

  /// In the order of `FontID`.
  package var uses: [Use]
  /// Substituted and missing characters, each once, at its first place, in the order of places.
  package var exceptions: [Exception]
  /// All that happened, each time it did.
  package var incidents: [FontIncident]

  package var missing: [Exception] { exceptions.filter { $0.incident.kind == .missing } }

  /// The characters that a font set in place of the wanted one, by the font's PostScript name.
  package func standIns(of font: String) -> [Unicode.Scalar] {
    exceptions.compactMap { exception in
      guard case .substituted(_, font) = exception.incident.kind else { return nil }
      return exception.incident.character
    }
  }
}

extension Shaper {
  /// Which fonts would set a text, without keeping its glyphs.
  ///
  /// White space is not counted.
  package func coverage(
    of text: String,
    role: FontRole,
    weight: FontWeight = .regular,
    language: LanguageTag
  ) -> FontCoverage {
    let shaped = shape(
      ShapingRequest(text: text, role: role, weight: weight, size: .point, language: language)
    )
    var counts: [FontID: [Unicode.Scalar: Int]] = [:]
    let missing = Set(shaped.incidents.filter { $0.kind == .missing }.map(\.offset))
    for run in shaped.runs {
      var offset = run.range.lowerBound
      for scalar in text[utf8: run.range].unicodeScalars {
        if !scalar.properties.isWhitespace, !missing.contains(offset) {
          counts[run.font, default: [:]][scalar, default: 0] += 1
        }
        offset += UTF8.width(scalar)
      }
    }
    let uses = counts.sorted { $0.key < $1.key }.map { font, characters in
      FontCoverage.Use(
        font: font,
        characters: characters.count,
        occurrences: characters.values.reduce(0, +)
      )
    }
    return FontCoverage(
      uses: uses,
      exceptions: Self.once(shaped.incidents),
      incidents: shaped.incidents
    )
  }

  private static func once(_ incidents: [FontIncident]) -> [FontCoverage.Exception] {
    var places: [FontIncident: Int] = [:]
    var exceptions: [FontCoverage.Exception] = []
    for incident in incidents {
      var key = incident
      key.offset = 0
      if let place = places[key] {
        exceptions[place].occurrences += 1
      } else {
        places[key] = exceptions.count
        exceptions.append(FontCoverage.Exception(incident: incident, occurrences: 1))
      }
    }
    return exceptions
  }
}
