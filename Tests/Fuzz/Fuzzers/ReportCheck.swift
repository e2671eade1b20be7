import Diagnostics
import ReportAccounting
import Reports

/// A file read as a report: it is one or an error, and every character of it is accounted for.
struct ReportCheck {
  var files = SourceFiles()
  var findings = Findings()
  private(set) var report: Report?
  private let id: SourceFile.ID
  private let options: ReportOptions
  private var refusal: String?

  /// OpenCC opens its dictionaries once.
  static let dictionaries = ScriptDictionaries()

  init(named name: String, _ bytes: [UInt8], _ options: ReportOptions = ReportOptions()) {
    self.options = options
    id = files.add(name: name, bytes: bytes).id
    do {
      report = try ReportReader(options: options, dictionaries: Self.dictionaries)
        .read(id, in: &files, findings: &findings)
    } catch {
      refusal = "the machine refuses: \(error.finding.code.name)"
    }
  }

  var outcome: Fuzzer.Outcome { Fuzzer.Outcome(isRead: report != nil, fault: fault()) }

  func fault() -> String? {
    if let refusal { return refusal }
    if let silence = FindingsCheck.silence(report != nil, findings) { return silence }
    guard let report else { return FindingsCheck.fault(findings, in: files) }
    let keeps = options.script == .keep
    let account = Accounting(report, of: id, in: files, keepsCharacters: keeps)
    return account.fault() ?? FindingsCheck.fault(findings, in: files)
  }
}
