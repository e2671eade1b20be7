import Diagnostics
import Foundation
import Reports
import Statistics
import Templates

/// A file read as a layout; if it is one, a small report is composed by it.
enum LayoutCheck {
  static func read(_ bytes: [UInt8]) -> Fuzzer.Outcome {
    var files = SourceFiles()
    var findings = Findings()
    let file = files.add(name: "a.yaml", bytes: bytes)
    let template: Template?
    do {
      var opened = files
      defer { files = opened }
      template = try Template.read(
        file,
        profile: "press",
        names: Array(bases.keys).sorted(),
        findings: &findings
      ) { name throws(MachineFailure) in
        bases[name].map { opened.add(name: "\(name).yaml", bytes: $0) }
      }
    } catch {
      let fault = "the machine refuses: \(error.finding.code.name)"
      return Fuzzer.Outcome(isRead: false, fault: fault)
    }
    let fault =
      FindingsCheck.silence(template != nil, findings)
      ?? FindingsCheck.fault(findings, in: files)
      ?? template.flatMap { faultOfUse($0, files) }
    return Fuzzer.Outcome(isRead: template != nil, fault: fault)
  }

  private static func faultOfUse(_ template: Template, _ layouts: SourceFiles) -> String? {
    var files = layouts
    var findings = Findings()
    let id = files.add(name: "a.txt", bytes: Array(text.utf8)).id
    do {
      let report = try ReportReader().read(id, in: &files, findings: &findings)
      guard let report else { return "the report was not read" }
      let figures = FigureRecogniser().figures(in: [report])
      let limits = Derivation.Limits(steps: 2_000_000, rows: 1000)
      let dataset = try Derivation(template.plan, limits: limits)
        .dataset(reports: [report], figures: figures, findings: &findings)
      let composition = Composition(
        reports: [report],
        dataset: dataset,
        recognise: { FigureRecogniser().recognise($0) }
      )
      let document = template.compose(composition, findings: &findings)
      guard document != nil || findings.hasErrors else { return "neither a document nor an error" }
    } catch {
      return "the machine refuses: \(error.finding.code.name)"
    }
    return FindingsCheck.fault(findings, in: files)
  }

  private static let text = """
    示例县一月工作通报

    来源：示例县 2025-02-03

    一、总体情况
    新建党支部26个，覆盖率82.43%，比上月提高1.2个百分点。
    镇街\t应建\t已建
    双桥镇\t30\t26
    """

  /// The layouts of the checkout, which others may extend.
  private static let bases: [String: [UInt8]] = {
    let layouts = checkout.appending(path: "layouts")
    var bases: [String: [UInt8]] = [:]
    for name in ["base/official", "base/bulletin", "briefing", "coverage"] {
      let bytes = try? Data(contentsOf: layouts.appending(path: "\(name).yaml"))
      bases[name] = bytes.map { [UInt8]($0) }
    }
    precondition(bases.count == 4, "the layouts stand in the checkout")
    return bases
  }()

  /// Lines of the layouts, to be put in elsewhere.
  static let lines: [String] = bases.sorted { $0.key < $1.key }.flatMap { _, bytes in
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { "\n\($0)" }
  }

  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
