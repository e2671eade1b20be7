/// Prints findings as text: place, headline, source line with carets, notes, way out.
package struct FindingPrinter: Sendable {
  package let language: MessageLanguage
  package let files: SourceFiles
  private let tables: [LineTable]

  package init(language: MessageLanguage, files: SourceFiles) {
    self.language = language
    self.files = files
    tables = files.files.map(LineTable.init)
  }

  private func location(of span: Span) -> Location {
    tables[Int(span.file.index)].location(of: span)
  }

  /// The findings, one after the other, each ending in a line end.
  package func print(_ findings: Findings) -> String {
    findings.list.map(print).joined()
  }

  package func print(_ finding: Finding) -> String {
    var lines = [headline(of: finding)]
    if let span = finding.span { lines += excerpt(at: location(of: span)) }
    for note in finding.notes {
      lines.append(
        "  \(label(.note)): \(note.words[language])\(place(of: note.span, inBrackets: true))"
      )
    }
    if let hint = finding.hint(in: language) {
      lines.append("  \(language == .chinese ? "办法" : "help"): \(hint)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func headline(of finding: Finding) -> String {
    let severity = label(finding.severity)
    return "\(place(of: finding.span, inBrackets: false))\(severity): "
      + "\(finding.message(in: language)) [\(finding.code.name)]"
  }

  private func place(of span: Span?, inBrackets: Bool) -> String {
    guard let span else { return "" }
    let location = location(of: span)
    let part = location.part.map { "(\($0))" } ?? ""
    let place = "\(location.file)\(part):\(location.line):\(location.column)"
    return inBrackets ? " (\(place))" : "\(place): "
  }

  private func label(_ severity: Severity) -> String {
    switch (severity, language) {
    case (.error, .chinese): "错误"
    case (.warning, .chinese): "警告"
    case (.note, .chinese): "提示"
    case (_, .english): severity.rawValue
    }
  }

  private func excerpt(at location: Location) -> [String] {
    let window = excerptWindow(of: location)
    let number = String(location.line)
    let gutter = String(repeating: " ", count: number.count)
    let before = TerminalWidth.columns(of: window.text.prefix(window.highlight.lowerBound))
    let covered = window.text.dropFirst(window.highlight.lowerBound)
      .prefix(window.highlight.count)
    let carets = String(repeating: "^", count: max(1, TerminalWidth.columns(of: covered)))
    return [
      " \(number) | \(window.text)",
      " \(gutter) | \(String(repeating: " ", count: before))\(carets)",
    ]
  }

  /// The part of a long line around its highlight, so that a paragraph of a thousand characters
  /// does not fill the terminal.
  private func excerptWindow(of location: Location) -> (text: String, highlight: Range<Int>) {
    let characters = Array(location.excerpt.map { $0 == "\t" ? " " : $0 })
    let widest = 60
    guard characters.count > widest else { return (String(characters), location.highlight) }
    let start = max(0, min(location.highlight.lowerBound - 20, characters.count - widest))
    let end = min(characters.count, start + widest)
    let text =
      (start > 0 ? "…" : "") + String(characters[start..<end])
      + (end < characters.count ? "…" : "")
    let lower = location.highlight.lowerBound - start + (start > 0 ? 1 : 0)
    let upper = min(location.highlight.upperBound, end) - start + (start > 0 ? 1 : 0)
    return (text, lower..<max(lower + 1, upper))
  }
}

/// How many columns of a terminal a text takes; wide East Asian characters take two.
package enum TerminalWidth {
  package static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  private static func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return true
    default:
      return false
    }
  }
}
