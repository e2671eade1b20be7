import Diagnostics
import Proofreading
import Reports
import Statistics

/// Text that is cleaned with rules off, converted, read by an editor and for its figures.
///
/// The first line names the script wanted and the rules that are off, in any order.
enum LanguageCheck {
  static func read(_ bytes: [UInt8]) -> Fuzzer.Outcome {
    let head = bytes.prefix { $0 != 0x0A }
    let words = String(decoding: head, as: UTF8.self).split(separator: " ")
    var options = ReportOptions(
      disabledRules: Set(words.compactMap { CleaningRule(rawValue: String($0)) })
    )
    for word in words {
      guard let script = ReportOptions.TargetScript(rawValue: String(word)) else { continue }
      options.script = script
    }
    options.isAttachment = words.contains("attachment")
    var check = ReportCheck(named: "a.txt", Array(bytes.dropFirst(head.count + 1)), options)
    let outcome = check.outcome
    guard outcome.fault == nil, let report = check.report else { return outcome }
    check.findings = Proofreader().check(report)
    let fault =
      FindingsCheck.fault(check.findings, in: check.files) ?? fault(in: report, check.files)
    return Fuzzer.Outcome(isRead: true, fault: fault)
  }

  /// Figures of the report stand where they say, and what they should agree with can be reckoned.
  private static func fault(in report: Report, _ files: SourceFiles) -> String? {
    let figures = FigureRecogniser().figures(in: [report])
    for figure in figures {
      let text = report.sections[figure.section].paragraphs[figure.paragraph].text.string
      let fault =
        FigureCheck.fault(in: figure, of: Array(text.unicodeScalars))
        ?? FindingsCheck.fault(figure.span, in: files)
      if let fault { return fault }
    }
    var findings = Findings()
    do {
      _ = try Dataset.derive(
        StatisticsPlan(),
        reports: [report],
        figures: figures,
        ledgers: [],
        findings: &findings
      )
    } catch {
      return "the machine refuses: \(error.finding.code.name)"
    }
    return FindingsCheck.fault(findings, in: files)
  }
}
