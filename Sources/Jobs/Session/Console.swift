package import Diagnostics
import Foundation

/// Where words go: results to standard output, everything said about them to standard error.
package struct Console: Sendable {
  /// How findings are written.
  package enum DiagnosticsForm: String, Sendable, CaseIterable {
    case text, json
  }

  /// The languages as `--language` names them.
  package enum Language: String, Sendable, CaseIterable {
    case zh, en
  }

  package let language: MessageLanguage
  package let diagnostics: DiagnosticsForm
  package let isQuiet: Bool
  package let isVerbose: Bool

  package init(
    language: MessageLanguage,
    diagnostics: DiagnosticsForm = .text,
    isQuiet: Bool = false,
    isVerbose: Bool = false
  ) {
    self.language = language
    self.diagnostics = diagnostics
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
  }

  /// The language of messages: the one asked for, else the first of `LC_ALL`, `LC_MESSAGES` and
  /// `LANG` that is set (POSIX, 8.2); Chinese for `zh…`, else English.
  package static func language(
    asked: Language?,
    environment: [String: String]
  ) -> MessageLanguage {
    switch asked {
    case .zh: return .chinese
    case .en: return .english
    case nil: break
    }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }

  /// Says findings on standard error.
  ///
  /// Notes are said when asked for, or beside something worse.
  package func say(_ findings: Findings, in files: SourceFiles) {
    guard !findings.list.isEmpty else { return }
    switch diagnostics {
    case .text:
      sayError(FindingPrinter(language: language, files: files).print(findings))
    case .json:
      let json = FindingsJSON(language: language, places: SpanPlaces(files))
      sayError(json.document(findings).printed)
    }
  }

  /// Says what the machine refused.
  package func say(_ failure: MachineFailure) {
    var findings = Findings()
    findings.add(failure.finding)
    say(findings, in: SourceFiles())
  }

  /// One line on standard error, in the language of messages.
  package func say(_ words: Bilingual) { sayError(words[language] + "\n") }

  /// Results, to standard output.
  package func print(_ text: String) { _ = Delivery.write(Array(text.utf8), to: STDOUT_FILENO) }

  package func sayError(_ text: String) { _ = Delivery.write(Array(text.utf8), to: STDERR_FILENO) }

  /// Whether progress may be shown: a terminal is listening, and nobody asked for quiet.
  package var showsProgress: Bool { !isQuiet && diagnostics == .text && isatty(STDERR_FILENO) == 1 }
}
