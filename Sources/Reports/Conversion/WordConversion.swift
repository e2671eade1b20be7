package import Diagnostics

/// Sets words that are not of the report, a layout's own, in the script of the report.
///
/// It may be used from any thread.
package struct WordConversion: Sendable {
  private let converter: ScriptConverter?
  /// The script that words are converted from; text without a character of its own stays as it is.
  private let other: Report.Script

  /// Makes a conversion to a script; beside text of both scripts, or of none, words stay as they are.
  ///
  /// Layouts are mostly written in simplified characters, so for those nothing is opened until it is
  /// needed: the dictionaries take 30 ms. Throws when those for traditional ones are missing.
  package init(
    to script: Report.Script,
    dictionaries: ScriptDictionaries = ScriptDictionaries()
  ) throws(MachineFailure) {
    switch script {
    case .simplified:
      converter = dictionaries.converter(to: .simplified)
      other = .traditional
    case .traditional:
      converter = dictionaries.converter(to: .traditional)
      other = .simplified
      _ = try converter?.convert("一")
    case .mixed, .other:
      converter = nil
      other = script
    }
  }

  package func callAsFunction(_ text: String) -> String {
    guard let converter, needsConversion(text) else { return text }
    // Without dictionaries the layout's words are printed as its author wrote them.
    return (try? converter.convert(text)) ?? text
  }

  /// To traditional ones everything is asked for: 后 and 里 are of both scripts.
  private func needsConversion(_ text: String) -> Bool {
    other == .simplified || text.unicodeScalars.contains { ScriptPairs.script(of: $0) == other }
  }
}
