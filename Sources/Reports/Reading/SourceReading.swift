import Diagnostics
import WritingSystems

/// Reads a file of any format that a report may come in.
struct SourceReading {
  let options: ReportOptions

  /// The document in a file; nil, always with an error finding, when it is none that can be read.
  func read(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> RawDocument? {
    let file = files[id]
    switch FileForm(file) {
    case .text:
      return PlainText(encoding: options.encoding).read(id, in: &files, findings: &findings)
    case .html:
      return HTMLReader(encoding: options.encoding).read(id, in: &files, findings: &findings)
    case .markdown:
      return MarkdownReader(encoding: options.encoding).read(id, in: &files, findings: &findings)
    case .office:
      return OfficeReading().read(file, in: &files, findings: &findings)
    case .flatOpenText:
      return OpenDocumentReader().readFlat(id, in: &files, findings: &findings)
    case .foreign(let form):
      let isSheet = ["XLS", "FODS"].contains(form)
      findings.add(
        Finding(isSheet ? .isSheet : .notText, ["path": .quote(file.name), "form": .word(form)])
      )
      return nil
    }
  }
}

/// Documents of word processors, by the parts they have.
struct OfficeReading {
  func read(
    _ file: SourceFile,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> RawDocument? {
    guard let office = OfficeFile(file, findings: &findings) else { return nil }
    switch office.kind {
    case .word: return WordReader(office).read(in: &files, findings: &findings)
    case .openText: return OpenDocumentReader().read(office, in: &files, findings: &findings)
    case .spreadsheet, .other:
      let isSheet = office.kind == .spreadsheet
      let form = isSheet ? "XLSX" : "ZIP"
      findings.add(
        Finding(isSheet ? .isSheet : .notText, ["path": .quote(file.name), "form": .word(form)])
      )
      return nil
    }
  }
}

/// Plain text: one line of the file is one line of the report.
struct PlainText {
  let encoding: String?

  func read(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> RawDocument? {
    guard
      var document = RawDocument(decoding: id, as: encoding, in: &files, findings: &findings)
    else { return nil }
    document.lines = Strand(files[id]).lines()
    report(on: document.lines, to: &findings)
    return document
  }

  /// Line ends of several kinds, the most frequent first.
  private func report(on lines: [Line], to findings: inout Findings) {
    var tallies: [String: (count: Int, first: Span)] = [:]
    for end in lines.lazy.compactMap(\.endBefore) {
      tallies[end.text, default: (0, end.span)].count += 1
    }
    guard tallies.count > 1 else { return }
    let order = tallies.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let forms = order.map { "\(Self.name(of: $0.key)) \($0.value.count)" }.joined(separator: "、")
    findings.add(Finding(.mixedLineEnds, at: order[1].value.first, ["forms": .word(forms)]))
  }

  private static func name(of end: String) -> String {
    switch end {
    case "\r\n": "CRLF"
    case "\n": "LF"
    case "\r": "CR"
    default: end.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined()
    }
  }
}
