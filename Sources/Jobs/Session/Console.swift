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

  /// The language of help, which is wanted before options are read.
  package static func helpLanguage(environment: [String: String]) -> Language {
    language(asked: nil, environment: environment) == .chinese ? .zh : .en
  }

  /// Says findings on standard error.
  ///
  /// As text, notes are only counted, unless `--verbose` asks for them: a report cleaned of a
  /// hundred readings must not bury the one warning. As JSON all are written.
  package func say(_ findings: Findings, in files: SourceFiles) {
    guard !findings.list.isEmpty else { return }
    switch diagnostics {
    case .text: sayError(text(of: findings, in: files))
    case .json:
      let json = FindingsJSON(language: language, places: SpanPlaces(files))
      sayError(json.document(findings).printed)
    }
  }

  /// At most so many warnings of one code are printed in full, unless `--verbose` asks for all.
  private static let mostOfOneCode = 5

  private func text(of findings: Findings, in files: SourceFiles) -> String {
    let printer = FindingPrinter(language: language, files: files)
    if isVerbose { return printer.print(findings) }
    var counts: [FindingCode: Int] = [:]
    var text = ""
    for finding in findings.list where finding.severity > .note {
      if finding.severity == .warning { counts[finding.code, default: 0] += 1 }
      if counts[finding.code, default: 0] <= Self.mostOfOneCode { text += printer.print(finding) }
    }
    for (code, count) in counts.sorted(by: { $0.key.name < $1.key.name })
    where count > Self.mostOfOneCode {
      text += Self.notShown(count - Self.mostOfOneCode, code.name)[language]
    }
    let notes = findings.count(of: .note)
    if notes > 0 { text += Self.notShown(notes, nil)[language] }
    return text
  }

  private static func notShown(_ count: Int, _ code: String?) -> Bilingual {
    Bilingual(
      code.map { "另有 \(count) 条 [\($0)]" } ?? "另有 \(count) 条提示",
      code.map { "\(count) more of [\($0)]" } ?? "\(count) note\(count == 1 ? "" : "s")"
    )
    .with("（--verbose 全部显示）\n", " not shown (--verbose shows all)\n")
  }

  /// Says what the machine refused.
  package func say(_ failure: MachineFailure) {
    var findings = Findings()
    findings.add(failure.finding)
    say(findings, in: SourceFiles())
  }

  /// Says that a word is none of the program's commands.
  package func sayUnknownCommand(_ word: String, among names: [String]) {
    let arguments = ["name": FindingArgument.quote(word), "choices": .choices(names)]
    var findings = Findings()
    findings.add(
      Finding(
        .unknownCommand,
        arguments,
        suggestion: Suggestion.nearest(to: word, among: names)
      )
    )
    say(findings, in: SourceFiles())
  }

  /// One line on standard error, in the language of messages.
  package func say(_ words: Bilingual) { sayError(words[language] + "\n") }

  /// Results, to standard output; throws when they cannot all be written.
  package func print(_ text: String) throws(MachineFailure) {
    guard let error = Delivery.write(Array(text.utf8), to: STDOUT_FILENO) else { return }
    throw Delivery.failure("-", error)
  }

  package func sayError(_ text: String) { _ = Delivery.write(Array(text.utf8), to: STDERR_FILENO) }

  /// Whether progress may be shown: a terminal is listening, and nobody asked for quiet.
  package var showsProgress: Bool { !isQuiet && diagnostics == .text && isatty(STDERR_FILENO) == 1 }
}

extension Bilingual {
  /// The sentences with more behind them.
  fileprivate func with(_ chinese: String, _ english: String) -> Bilingual {
    Bilingual(self.chinese + chinese, self.english + english)
  }
}
