import Diagnostics

/// What holds of all findings: places stand in their files, and they can be printed.
enum FindingsCheck {
  /// So many are printed; the rest only has its places looked at.
  private static let printed = 20

  static func fault(_ findings: Findings, in files: SourceFiles) -> String? {
    for finding in findings.list {
      for span in [finding.span] + finding.notes.map(\.span) {
        if let fault = fault(span, in: files) { return "\(finding.code.name): \(fault)" }
      }
    }
    for language in MessageLanguage.allCases where !findings.list.isEmpty {
      let printer = FindingPrinter(language: language, files: files)
      for finding in findings.list.prefix(printed) where printer.print(finding).isEmpty {
        return "\(finding.code.name) prints nothing"
      }
    }
    return nil
  }

  /// What cannot be read is refused with an error.
  static func silence(_ isRead: Bool, _ findings: Findings) -> String? {
    isRead || findings.hasErrors ? nil : "neither read nor refused with an error"
  }

  /// Why a span is no place of the files.
  static func fault(_ span: Span?, in files: SourceFiles) -> String? {
    guard let span else { return nil }
    guard span.file.index < files.files.count else { return "file \(span.file.index) is none" }
    let size = files[span.file].bytes.count
    return span.end <= size ? nil : "a place ends at \(span.end) of \(size) bytes"
  }
}
