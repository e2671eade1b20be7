import Diagnostics
import Fonts
import PageModel
import Reports
import Typography

/// `fonts` for people: which fonts play which role, and what a report needs of them.
struct FontsText {
  let library: FontLibrary
  let language: MessageLanguage

  /// The roles with their fonts, the first found one first; what is absent is in parentheses.
  var map: String {
    let found = Set(library.fonts.map(\.postScriptName))
    var table = PlainTable()
    for role in library.map.roles {
      let name = ([role.role.name] + role.aliases).joined(separator: " ")
      for (label, names) in lists(of: role) where !names.isEmpty {
        let list = names.names(for: .regular).map { found.contains($0) ? $0 : "(\($0))" }
        table.add([name, label, list.joined(separator: " → ")])
      }
    }
    return table.text()
  }

  private func lists(of role: FontMap.Role) -> [(String, WeightedNames)] {
    [
      (word("授权", "licensed"), role.licensed),
      (word("简体", "simplified"), role.simplified),
      (word("繁体", "traditional"), role.traditional),
      (word("西文", "Latin"), role.latin),
      (word("数字", "digits"), role.digits),
      (word("标点", "marks"), role.marks),
    ]
  }

  /// For each role, how many of the report's characters each font sets; what another font than the
  /// wanted one sets, or none, becomes findings.
  func coverage(of report: Report, _ findings: inout Findings) -> String {
    let shaper = Shaper(library: library)
    let text = report.wholeText
    let tag: LanguageTag =
      report.script == .traditional ? .traditionalChinese : .simplifiedChinese
    var table = PlainTable()
    var incidents = FontIncidentLog()
    for role in library.map.roles {
      let coverage = shaper.coverage(of: text.string, role: role.role, language: tag)
      for use in coverage.uses {
        let font = library[use.font].postScriptName
        let count = word("\(use.characters) 字", "\(use.characters) characters")
        table.add([
          role.role.name, font, count, word("\(use.occurrences) 次", "\(use.occurrences)×"),
          list(coverage.standIns(of: font), word("代用", "stands in for")),
        ])
      }
      if !coverage.missing.isEmpty {
        let occurrences = coverage.missing.reduce(0) { $0 + $1.occurrences }
        table.add([
          role.role.name, word("（没有字体）", "(no font)"),
          word("\(coverage.missing.count) 字", "\(coverage.missing.count) characters"),
          word("\(occurrences) 次", "\(occurrences)×"),
          list(coverage.missing.map(\.incident.character), word("缺", "missing")),
        ])
      }
      for incident in coverage.incidents {
        incidents.add(incident, at: text.span(ofUTF8: incident.offset))
      }
    }
    findings.add(contentsOf: incidents.findings)
    return table.text()
  }

  /// The first of some characters, which may be hundreds; empty for none.
  private func list(_ characters: [Unicode.Scalar], _ label: String) -> String {
    guard !characters.isEmpty else { return "" }
    let most = 30
    let shown = characters.prefix(most).map { String(Character($0)) }.joined()
    return "\(label) \(shown)\(characters.count > most ? "…" : "")"
  }

  private func word(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }
}

extension Report {
  /// Everything of a report that is printed, one after the other.
  fileprivate var wholeText: SourcedText {
    var whole = SourcedText()
    for text in [title] + subtitle { whole.append(text) }
    for section in sections {
      whole.append(section.heading)
      for paragraph in section.paragraphs {
        whole.append(paragraph.text)
        for cell in (paragraph.rows ?? []).joined() { whole.append(cell) }
      }
    }
    return whole
  }
}

extension SourcedText {
  /// The place of the character at a UTF-8 offset.
  fileprivate func span(ofUTF8 offset: Int) -> Span? {
    let index = string.utf8.index(string.startIndex, offsetBy: offset)
    let scalars = string.unicodeScalars
    let number = scalars.distance(from: scalars.startIndex, to: index)
    return span(of: number..<number + 1)
  }
}
