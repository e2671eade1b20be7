import Diagnostics
import Reports

/// Reads any bytes as a file of one form; a trap or an endless loop is what is looked for.
@_cdecl("LLVMFuzzerTestOneInput")
public func readBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var files = SourceFiles()
  var findings = Findings()
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let id = files.add(name: "a.html", bytes: bytes).id
  let report = try? ReportReader().read(id, in: &files, findings: &findings)
  precondition(report != nil || findings.hasErrors, "what cannot be read is an error")
  return 0
}
