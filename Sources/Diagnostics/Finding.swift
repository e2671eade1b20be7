/// Something a person should know about what they wrote: a value that accumulates.
package struct Finding: Hashable, Sendable {
  /// A second place or remark that belongs to a finding.
  package struct Note: Hashable, Sendable {
    package let words: Bilingual
    package let span: Span?

    package init(_ words: Bilingual, at span: Span? = nil) {
      self.words = words
      self.span = span
    }
  }

  package let code: FindingCode
  /// The severity, that of the code unless `--strict` raised it.
  package var severity: Severity
  package let span: Span?
  package let arguments: [String: FindingArgument]
  package let notes: [Note]
  /// The nearest right name for a wrong one, printed as a hint.
  package let suggestion: String?

  package init(
    _ code: FindingCode,
    at span: Span? = nil,
    _ arguments: [String: FindingArgument] = [:],
    notes: [Note] = [],
    suggestion: String? = nil
  ) {
    let missing = code.placeholders.subtracting(arguments.keys)
    precondition(missing.isEmpty, "finding \(code.name) lacks the arguments \(missing.sorted())")
    self.code = code
    self.severity = code.severity
    self.span = span
    self.arguments = arguments
    self.notes = notes
    self.suggestion = suggestion
  }

  package func message(in language: MessageLanguage) -> String {
    fill(code.words[language], in: language)
  }

  /// The way out: the code's own hint, and "did you mean" for a misspelt name.
  package func hint(in language: MessageLanguage) -> String? {
    let own = code.hint.map { fill($0[language], in: language) }
    let spelling = suggestion.map {
      language == .chinese ? "是否想写“\($0)”？" : "did you mean \"\($0)\"?"
    }
    let parts = [spelling, own].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: language == .chinese ? "" : " ")
  }

  private func fill(_ template: String, in language: MessageLanguage) -> String {
    var filled = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      filled += arguments[name]?.text(in: language) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

/// Findings in the order they were made.
package struct Findings: Sendable, Hashable {
  package private(set) var list: [Finding] = []

  package init() {}

  package mutating func add(_ finding: Finding) { list.append(finding) }

  package mutating func add(contentsOf others: Findings) { list += others.list }

  package var hasErrors: Bool { list.contains { $0.severity == .error } }

  package func count(of severity: Severity) -> Int { list.count { $0.severity == severity } }

  /// The findings with warnings made errors, as `--strict` asks; notes stay notes.
  package func strict() -> Findings {
    var raised = self
    for index in raised.list.indices where raised.list[index].severity == .warning {
      raised.list[index].severity = .error
    }
    return raised
  }
}

/// What the machine refuses: no such file, no permission, disk full, no font.
///
/// It is thrown at a module's door, with the same words in both languages as a finding has.
package struct MachineFailure: Error, Hashable, Sendable {
  package let finding: Finding

  package init(_ code: FindingCode, _ arguments: [String: FindingArgument] = [:]) {
    precondition(code.severity == .error, "a failure of the machine is an error")
    self.finding = Finding(code, arguments)
  }
}
