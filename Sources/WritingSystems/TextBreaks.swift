import CICU

/// Where a text may be broken into lines or words, by ICU.
package struct TextBreaks: Sendable {
  /// What may happen between two characters.
  package enum Opportunity: UInt8, Sendable, Hashable {
    case prohibited = 0
    case allowed = 1
    case mandatory = 2
  }

  /// What text is taken apart into.
  package enum Unit: Sendable {
    /// Lines, by the Unicode line breaking algorithm (UAX #14).
    case line
    /// Words, by UAX #29; Chinese by ICU's dictionary.
    case word
  }

  private let marks: [UInt8]

  /// Finds the breaks of a text; the language, a BCP 47 tag, decides on ICU's tailoring.
  package init(of text: String, unit: Unit, language: String) {
    var copy = text
    marks = copy.withUTF8 { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
        count = bytes.count + 1
        guard let target = buffer.baseAddress else { return }
        target.initialize(repeating: 0, count: count)
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        let kind = unit == .line ? KANYIN_BREAK_LINE : KANYIN_BREAK_WORD
        let failed = source.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          kanyin_icu_breaks(kind, language, $0, Int32(bytes.count), target)
        }
        precondition(failed == 0, "ICU has its break rules linked in; error \(failed)")
      }
    }
  }

  /// What may happen before the character at a UTF-8 offset; at the end, `allowed`.
  package subscript(offset: Int) -> Opportunity {
    Opportunity(rawValue: marks[offset]) ?? .prohibited
  }
}
