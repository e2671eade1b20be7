/// How serious a finding is.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Something a careful person would like to know; `--strict` does not stop on it.
  case note
  /// Something that should be looked at; an error with `--strict`.
  case warning
  /// Something that keeps the bulletin from being made.
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The languages of messages.
package enum MessageLanguage: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One sentence in both languages, with places `{name}` for arguments.
package struct Bilingual: Hashable, Sendable {
  package let chinese: String
  package let english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  package subscript(language: MessageLanguage) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  /// The names of the places in one of the sentences.
  package func placeholders(in language: MessageLanguage) -> Set<String> {
    var names: Set<String> = []
    var rest = self[language][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.insert(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}

/// A kind of finding: its stable name, how serious it is, and its words in both languages.
///
/// Each module lists its own codes in one table (`extension FindingCode` in `…Findings.swift`)
/// and gathers them in a static list; a test proves names unique and the words complete.
/// A headline is lower case in English, ends without a period, and names what was found and what
/// was expected; the hint is the way out.
package struct FindingCode: Hashable, Sendable {
  /// The stable name, `module.what-is-wrong`, as printed in JSON.
  package let name: String
  package let severity: Severity
  package let words: Bilingual
  package let hint: Bilingual?

  package init(
    _ name: String,
    _ severity: Severity,
    _ words: Bilingual,
    hint: Bilingual? = nil
  ) {
    self.name = name
    self.severity = severity
    self.words = words
    self.hint = hint
  }

  /// The names of all arguments that the words or the hint speak of.
  package var placeholders: Set<String> {
    let inHint = hint?.placeholders(in: .english) ?? []
    return words.placeholders(in: .english).union(inHint)
  }

  package static func == (a: FindingCode, b: FindingCode) -> Bool { a.name == b.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A typed value inside a message.
package enum FindingArgument: Hashable, Sendable {
  /// Words of the user, printed in quotation marks.
  case quote(String)
  /// A word of ours or a name, printed as it is.
  case word(String)
  /// A word of ours in both languages.
  case words(Bilingual)
  case number(Int)
  /// Quoted choices, joined as the language joins them.
  case choices([String])

  func text(in language: MessageLanguage) -> String {
    switch self {
    case .quote(let text): Self.quoted(text, in: language)
    case .word(let text): text
    case .words(let words): words[language]
    case .number(let number): String(number)
    case .choices(let names):
      names.map { Self.quoted($0, in: language) }
        .joined(separator: language == .chinese ? "、" : ", ")
    }
  }

  private static func quoted(_ text: String, in language: MessageLanguage) -> String {
    switch language {
    case .chinese: "“\(text)”"
    case .english: "\"\(text)\""
    }
  }
}

extension FindingArgument: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .word(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
}
