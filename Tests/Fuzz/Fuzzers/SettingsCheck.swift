import Diagnostics
import Proofreading
import Reports
import Settings

/// A file read as each of the settings that may lie beside a report, and put to use.
enum SettingsCheck {
  static func read(_ bytes: [UInt8]) -> Fuzzer.Outcome {
    var files = SourceFiles()
    var findings = Findings()
    let file = files.add(name: "a.yaml", bytes: bytes)
    let terms = TermList.read(file, findings: &findings)
    let fault =
      FindingsCheck.silence(terms != nil, findings)
      ?? FindingsCheck.fault(findings, in: files) ?? terms.flatMap(faultOfTerms)
      ?? faultOfTree(file, files) ?? faultOfCleaning(file, files)
    return Fuzzer.Outcome(isRead: terms != nil, fault: fault)
  }

  private static func faultOfTree(_ file: SourceFile, _ files: SourceFiles) -> String? {
    var findings = Findings()
    let root = SettingFile.read(file, findings: &findings)
    return FindingsCheck.silence(root != nil, findings)
      ?? root.flatMap { faultOfNode($0, files) }
      ?? FindingsCheck.fault(findings, in: files)
  }

  private static func faultOfNode(_ node: SettingNode, _ files: SourceFiles) -> String? {
    if let fault = FindingsCheck.fault(node.span, in: files) { return fault }
    switch node.value {
    case .scalar(let scalar):
      return scalar.text.pieces.lazy.compactMap { FindingsCheck.fault($0.span, in: files) }.first
    case .list(let items):
      return items.lazy.compactMap { faultOfNode($0, files) }.first
    case .mapping(let entries):
      return entries.lazy.compactMap { entry in
        FindingsCheck.fault(entry.keySpan, in: files) ?? faultOfNode(entry.value, files)
      }.first
    }
  }

  private static func faultOfTerms(_ terms: TermList) -> String? {
    let report = ReportCheck(named: "b.txt", Array(text.utf8))
    guard let read = report.report else { return "the report was not read" }
    return FindingsCheck.fault(Proofreader(terms: terms).check(read), in: report.files)
  }

  private static func faultOfCleaning(_ file: SourceFile, _ files: SourceFiles) -> String? {
    var findings = Findings()
    let off = CleaningSwitches.rulesOff(in: file, findings: &findings)
    let names = ScriptExceptions(list: String(decoding: file.bytes, as: UTF8.self))
    let options = ReportOptions(script: .taiwan, exceptions: names, disabledRules: off)
    return FindingsCheck.fault(findings, in: files)
      ?? ReportCheck(named: "b.txt", Array(text.utf8), options).fault()
  }

  private static let text = """
    示例县一月工作通报

    一、总体情况
    本月以来,两新工委会新建党支部26个，干部头发理发，惟一的成份是设(shè)备。。
    二、下步打算
    范家庄后山里面的钟表,１２个
    """
}
