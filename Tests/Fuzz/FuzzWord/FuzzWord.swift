import Diagnostics
import Reports
import TestSupport

/// Reads any bytes as the main part of a document; a trap or an endless loop is what is looked for.
@_cdecl("LLVMFuzzerTestOneInput")
public func readBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var archive = HandmadeArchive()
  archive.add("word/document.xml", Array(UnsafeBufferPointer(start: start, count: count)))
  var files = SourceFiles()
  var findings = Findings()
  let id = files.add(name: "a.docx", bytes: archive.finished()).id
  let report = try? ReportReader().read(id, in: &files, findings: &findings)
  precondition(report != nil || findings.hasErrors, "what cannot be read is an error")
  return 0
}
