package import Diagnostics

/// What every stage of a job adds to: files read, findings, times.
package struct Progress: Sendable {
  package var files: SourceFiles
  package var findings: Findings
  package var times: StageTimes

  package init(files: SourceFiles = SourceFiles(), findings: Findings = Findings()) {
    self.files = files
    self.findings = findings
    times = StageTimes()
  }

  /// Reads a file that the user named.
  mutating func open(_ path: String) throws(MachineFailure) -> SourceFile {
    files.add(name: path, bytes: try FileReading.bytes(of: path))
  }
}
