package import Diagnostics
import WritingSystems

/// How a report is to be read.
package struct ReportOptions: Hashable, Sendable {
  /// The script the text is wanted in.
  package enum TargetScript: String, Hashable, Sendable, CaseIterable {
    case keep
    case simplified
    case traditional
  }

  package var script: TargetScript
  /// The encoding of the file by name, or nil to find out.
  package var encoding: String?
  /// Names that keep their characters when the script is changed.
  package var exceptions: ScriptExceptions
  /// Rules of cleaning that are switched off.
  package var disabledRules: Set<CleaningRule>

  package init(
    script: TargetScript = .keep,
    encoding: String? = nil,
    exceptions: ScriptExceptions = ScriptExceptions(),
    disabledRules: Set<CleaningRule> = []
  ) {
    self.script = script
    self.encoding = encoding
    self.exceptions = exceptions
    self.disabledRules = disabledRules
  }
}

/// The door: a file of plain text becomes a clean `Report`, with findings.
///
/// It may be used from any thread. Readers of one batch are given one `ScriptDictionaries`.
package struct ReportReader: Sendable {
  private let options: ReportOptions
  private let dictionaries: ScriptDictionaries

  package init(
    options: ReportOptions = ReportOptions(),
    dictionaries: ScriptDictionaries = ScriptDictionaries()
  ) {
    self.options = options
    self.dictionaries = dictionaries
  }

  /// Reads a report: decode, clean, convert, structure.
  ///
  /// Cost is linear in the file.
  /// Returns nil, always with an error finding, when the file is no text or has none. Keeps the
  /// transcoding of the file in `files`. Throws when the dictionaries of conversion are missing.
  package func read(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) throws(MachineFailure) -> Report? {
    guard let (text, encoding) = decode(id, in: &files, findings: &findings) else { return nil }
    var log = CleaningLog(file: id)
    let clean = Cleaning.clean(text, without: options.disabledRules, log: &log)
    guard clean.contains(where: { $0.role == .text }) else {
      findings.add(Finding(.emptyReport, ["path": .quote(files[id].name)]))
      return nil
    }
    let lines = try convert(clean, findings: &findings)
    let structure = Structure(lines, log: &log, findings: &findings)
    log.finish()
    report(on: structure, log, to: &findings)
    return Report(
      name: Self.name(of: files[id].name),
      title: structure.title,
      subtitle: structure.subtitle,
      source: structure.source,
      published: structure.published,
      organisation: structure.organisation,
      script: ScriptCensus(lines).script,
      encoding: encoding,
      period: structure.period,
      sections: structure.sections,
      dropped: log.dropped,
      repaired: log.repaired
    )
  }

  private func decode(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> (text: Strand, encoding: String)? {
    if let form = FileForm.foreign(files[id].bytes) {
      findings.add(Finding(.notText, ["path": .quote(files[id].name), "form": .word(form)]))
      return nil
    }
    let decoder = TextDecoder(encoding: options.encoding)
    guard let decoded = decoder.decode(id, in: &files, findings: &findings) else { return nil }
    return (Strand(files[id]), decoded.encoding.name)
  }

  /// The lines in the script wanted; text that is in it already stays as it is.
  private func convert(
    _ lines: [Line],
    findings: inout Findings
  ) throws(MachineFailure) -> [Line] {
    let census = ScriptCensus(lines)
    report(on: census, lines, to: &findings)
    guard let converter = dictionaries.converter(to: options.script) else { return lines }
    let wanted: Report.Script = options.script == .simplified ? .simplified : .traditional
    let isDone = census.script == .other || (census.script == wanted && census.leftOver.count == 0)
    guard !isDone else { return lines }
    let conversion = Conversion(convert: converter.convert, exceptions: options.exceptions)
    let converted = try conversion(lines)
    let changed = zip(lines, converted).reduce(0) { $0 + Self.changes($1.0.text, $1.1.text) }
    let arguments: [String: FindingArgument] = [
      "script": .words(Self.words(for: wanted)), "count": .number(changed),
    ]
    findings.add(Finding(.convertedScript, arguments))
    return converted
  }

  private static func changes(_ a: Strand, _ b: Strand) -> Int {
    zip(a.scalars, b.scalars).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
      + abs(a.count - b.count)
  }

  private func report(on census: ScriptCensus, _ lines: [Line], to findings: inout Findings) {
    if census.script == .mixed, options.script == .keep {
      let arguments: [String: FindingArgument] = [
        "simplified": .number(census.simplified), "traditional": .number(census.traditional),
      ]
      findings.add(Finding(.mixedScripts, arguments))
    }
    let (count, first) = census.leftOver
    guard count > 0, let first, options.script == .keep else { return }
    let span = lines[first.line].text.span(of: first.index..<(first.index + 1))
    let arguments: [String: FindingArgument] = [
      "script": .words(Self.words(for: census.script)), "count": .number(count),
    ]
    findings.add(Finding(.leftOverCharacters, at: span, arguments))
  }

  private static func words(for script: Report.Script) -> Bilingual {
    switch script {
    case .simplified: Bilingual("简体", "simplified")
    case .traditional: Bilingual("繁体", "traditional")
    case .mixed: Bilingual("简繁混用", "mixed")
    case .other: Bilingual("其他文字", "of another script")
    }
  }

  private func report(on structure: Structure, _ log: CleaningLog, to findings: inout Findings) {
    if structure.title.isEmpty { findings.add(Finding(.noTitle)) }
    for finding in log.findings { findings.add(finding) }
  }

  /// The name of a file without folder and extension; standard input is `report`.
  private static func name(of path: String) -> String {
    guard path != "-", let last = path.split(separator: "/").last else { return "report" }
    let parts = last.split(separator: ".", omittingEmptySubsequences: false)
    let stem = parts.count > 1 ? parts.dropLast().joined(separator: ".") : String(last)
    return stem.isEmpty ? String(last) : stem
  }
}

/// Files that are not plain text, known by how they begin.
enum FileForm {
  /// What a file is instead of text, or nil.
  static func foreign(_ bytes: [UInt8]) -> String? {
    let beginnings: [(String, String)] = [
      ("%PDF-", "PDF"), ("PK\u{3}\u{4}", "DOCX/ZIP"), ("{\\rtf", "RTF"), ("\u{7F}ELF", "ELF"),
    ]
    if let found = beginnings.first(where: { bytes.starts(with: $0.0.utf8) }) { return found.1 }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "DOC" }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "PNG" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "JPEG" }
    let start = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased()
    return start.contains("<!doctype html") || start.contains("<html") ? "HTML" : nil
  }
}
