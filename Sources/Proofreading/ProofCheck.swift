package import Diagnostics

/// One check of language: its name, where its rule stands, and its finding.
///
/// The name is what `--ignore` and a project's `ignore:` take; the finding's code is
/// `language.NAME`. The tables beside this file list all of them.
package struct ProofCheck: Hashable, Sendable {
  package let name: String
  package let code: FindingCode
  /// The clause that the check holds a text to; printed as the finding's note.
  package let source: Bilingual?

  init(
    _ name: String,
    _ severity: Severity,
    _ source: Bilingual?,
    _ words: Bilingual,
    hint: Bilingual? = nil
  ) {
    self.name = name
    self.source = source
    code = FindingCode("language.\(name)", severity, words, hint: hint)
  }

  /// The check of a name, or nil.
  package static func named(_ name: String) -> ProofCheck? { all.first { $0.name == name } }

  /// All checks, in the order of the documentation.
  package static let all = numbers + calendar + shares + marks + pairs + words

  package static func == (a: ProofCheck, b: ProofCheck) -> Bool { a.name == b.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Bilingual {
  /// A clause of the standard on numerals in publications.
  static func gb15835(_ clause: String) -> Bilingual {
    Bilingual("《出版物上数字用法》GB/T 15835—2011，\(clause)", "GB/T 15835-2011 (numerals), \(clause)")
  }

  /// A clause of the standard on punctuation.
  static func gb15834(_ clause: String) -> Bilingual {
    Bilingual("《标点符号用法》GB/T 15834—2011，\(clause)", "GB/T 15834-2011 (punctuation), \(clause)")
  }

  /// The standard on units of measurement.
  static let gb3100 = Bilingual("《国际单位制及其应用》GB 3100—1993", "GB 3100-1993 (SI units)")
}
