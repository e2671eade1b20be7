package import Diagnostics
import WritingSystems

/// How a report is to be read.
package struct ReportOptions: Hashable, Sendable {
  /// The script the text is wanted in.
  package enum TargetScript: String, Hashable, Sendable, CaseIterable {
    case keep
    case simplified
    /// Traditional characters in the forms of the dictionaries' own standard.
    case traditional
    /// Traditional characters in the forms of Taiwan's standard: 裡, 為.
    case taiwan
    /// Traditional characters in the forms of Hong Kong: 裏, 為, 着.
    case hongKong = "hong-kong"
  }

  package var script: TargetScript
  /// The encoding of the file by name, or nil to find out.
  package var encoding: String?
  /// Names that keep their characters when the script is changed.
  package var exceptions: ScriptExceptions
  /// Rules of cleaning that are switched off.
  package var disabledRules: Set<CleaningRule>
  /// Whether the file is attached to a report: the label 附件1 that it may begin with is no text.
  package var isAttachment = false

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

/// The door: a file becomes a clean `Report`, with findings.
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

  /// Reads a report: read, clean, convert, structure.
  ///
  /// Cost is linear in the file.
  /// Returns nil, always with an error finding, when the file is no text or has none. Keeps the
  /// transcoding of the file in `files`. Throws when the dictionaries of conversion are missing.
  package func read(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) throws(MachineFailure) -> Report? {
    let reading = SourceReading(options: options)
    guard let document = reading.read(id, in: &files, findings: &findings) else { return nil }
    var log = CleaningLog(file: id)
    var clean = Cleaning.clean(document, without: options.disabledRules, log: &log)
    if options.isAttachment { clean = AttachedFileLabel.drop(from: clean, log: &log) }
    guard clean.contains(where: { $0.role == .text }) else {
      findings.add(Finding(.emptyReport, ["path": .quote(files[id].name)]))
      return nil
    }
    let lines = try convert(clean, findings: &findings)
    let structure = Structure(lines, log: &log, findings: &findings)
    log.finish()
    report(on: structure, log, to: &findings)
    var report = Report(
      name: Self.name(of: files[id].name),
      title: structure.title,
      subtitle: structure.subtitle,
      source: structure.source ?? document.source,
      published: structure.published ?? document.published,
      organisation: structure.organisation,
      author: structure.author,
      documentNumber: structure.documentNumber,
      script: ScriptCensus(lines).script,
      encoding: document.encoding,
      period: structure.reported?.period,
      months: structure.reported?.months,
      sections: structure.sections,
      dropped: log.dropped,
      repaired: log.repaired
    )
    report.keepPictures(of: document, PictureBytes(id, document.archive), in: files, &findings)
    return report
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
    let mayVary = options.script == .taiwan || options.script == .hongKong
    let isDone =
      census.script == .other
      || (census.script == wanted && census.leftOver.count == 0 && !mayVary)
    guard !isDone else { return lines }
    let conversion = Conversion(convert: converter.convert, exceptions: options.exceptions)
    let converted = try conversion(lines)
    let changed = zip(lines, converted).reduce(0) { $0 + Self.changes($1.0.text, $1.1.text) }
    let arguments: [String: FindingArgument] = [
      "script": .words(Self.words(for: wanted)), "count": .number(changed),
    ]
    findings.add(Finding(.convertedScript, arguments))
    if census.script != wanted { reportChoices(in: lines, to: &findings) }
    return converted
  }

  /// A note for each character that could have become another.
  private func reportChoices(in lines: [Line], to findings: inout Findings) {
    let forms = dictionaries.forms(to: options.script)
    for choice in forms?.choices(in: lines, keeping: options.exceptions) ?? [] {
      let arguments: [String: FindingArgument] = [
        "from": .word(choice.character), "to": .word(choice.forms.first ?? ""),
        "others": .word(choice.forms.dropFirst().joined(separator: "、")),
        "count": .number(choice.count),
      ]
      findings.add(Finding(.severalForms, at: choice.first, arguments))
    }
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
    if structure.title.isEmpty, !options.isAttachment { findings.add(Finding(.noTitle)) }
    for finding in log.findings { findings.add(finding) }
    let pictures = structure.sections.flatMap(\.paragraphs).filter { $0.kind == .image }
    if let first = pictures.first {
      let count = FindingArgument.number(pictures.count)
      findings.add(Finding(.picturesNotPrinted, at: first.text.span, ["count": count]))
    }
  }

  /// The name of a file without folder and extension; standard input is `report`.
  private static func name(of path: String) -> String {
    guard path != "-", let last = path.split(separator: "/").last else { return "report" }
    let parts = last.split(separator: ".", omittingEmptySubsequences: false)
    let stem = parts.count > 1 ? parts.dropLast().joined(separator: ".") : String(last)
    return stem.isEmpty ? String(last) : stem
  }
}
