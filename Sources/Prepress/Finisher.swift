import CQPDF
package import Diagnostics
package import PageModel

/// A file after Prepress.
package struct FinishedPDF: Hashable, Sendable {
  /// The file; nil when findings with errors keep it from being made.
  package let bytes: [UInt8]?
  package let findings: Findings
}

/// Makes drawn pages fit for a purpose: language, structure and artifacts on every file; inks,
/// boxes, marks and an output intent for the press; what PDF/A asks for the archive.
///
/// It holds nothing that changes and may be used by many threads at once.
package struct Finisher: Sendable {
  private let profile: OutputProfile

  package init(_ profile: OutputProfile) {
    self.profile = profile
  }

  /// The libraries that decide the bytes, with their versions.
  package static var libraries: [String] {
    ["qpdf \(String(cString: qpdf_get_qpdf_version()))"]
  }

  /// Finishes a drawing of a document; the same drawing and document give the same bytes.
  ///
  /// For the press, pass a drawing made for the press: marks are drawn when its slug has room.
  /// What the profile does not allow refuses the file with a finding that names page and operator.
  /// Throws `prepress.profile-unusable` when the ICC profile is not one of the right kind, and
  /// `prepress.file-unreadable` when the file cannot be read.
  package func finish(
    _ drawn: DrawnPDF,
    of document: PagedDocument
  ) throws(MachineFailure) -> FinishedPDF {
    precondition(
      drawn.pages.count == document.pages.count && (drawn.inks != nil) == profile.isPress,
      "a document is finished with its own drawing, made for the same purpose"
    )
    try checkCondition()
    var finishing = try Finishing(drawn, of: document, for: profile)
    try finishing.finishPages()
    let findings = finishing.findings
    guard !findings.hasErrors else { return FinishedPDF(bytes: nil, findings: findings) }
    let updated = try finishing.close()
    let bytes = try SourcePDF(updated).rewritten(version: profile.version)
    return FinishedPDF(bytes: bytes, findings: findings)
  }

  private func checkCondition() throws(MachineFailure) {
    switch profile {
    case .screen: break
    case .press(let condition): try condition.check(classes: ["prtr"], space: "CMYK")
    case .archive(let condition): try condition.check(classes: ["mntr", "prtr"], space: "RGB ")
    }
  }
}
