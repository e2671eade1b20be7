import Diagnostics
import ReportAccounting
import Reports
import Testing

/// What came of reading a text.
struct Reading {
  var report: Report?
  let findings: Findings
  let file: SourceFile
  let files: SourceFiles

  init(
    _ bytes: [UInt8],
    _ options: ReportOptions = ReportOptions(),
    named name: String = "reports/示例.txt"
  ) throws {
    var files = SourceFiles()
    var findings = Findings()
    let id = files.add(name: name, bytes: bytes).id
    report = try ReportReader(options: options).read(id, in: &files, findings: &findings)
    self.findings = findings
    file = files[id]
    self.files = files
  }

  init(_ text: String, _ options: ReportOptions = ReportOptions()) throws {
    try self.init(Array(text.utf8), options)
  }

  /// The text of a report whose title is 标题, in lines: headings and paragraphs.
  ///
  /// What runs on behind a heading stands in its line.
  var lines: [String] {
    (report?.sections ?? []).flatMap { section in
      let texts = section.paragraphs.map(\.text.string)
      guard !section.heading.isEmpty else { return texts }
      let heading = section.heading.string + (section.runsOn ? texts.first ?? "" : "")
      return [heading] + texts.dropFirst(section.runsOn ? 1 : 0)
    }
  }

  func has(_ code: FindingCode) -> Bool { findings.list.contains { $0.code == code } }

  /// The bytes of a span as text.
  func text(at span: Span) -> String {
    guard let transcoding = file.transcoding else {
      return String(decoding: file.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }
    let inside = zip(transcoding.text, transcoding.offsets)
      .filter { span.start <= $0.1 && $0.1 < span.end }
    return String(decoding: inside.map(\.0), as: UTF8.self)
  }

  /// The first byte that neither text nor lists account for, empty lines and line ends aside.
  var unaccounted: Int? { report.flatMap { unaccounted(in: $0) } }

  func unaccounted(in report: Report) -> Int? {
    let covered = covered(by: report)
    return Self.shownBytes(of: file).first { !covered[$0] }
  }

  /// For each byte of the file, and its end, whether text or lists account for it.
  func covered(by report: Report) -> [Bool] {
    var covered = [Bool](repeating: false, count: file.bytes.count + 1)
    let texts =
      [report.title] + report.subtitle
      + report.sections.flatMap { [$0.heading] + $0.paragraphs.map(\.text) }
    let spans =
      texts.flatMap { $0.pieces.map(\.span) } + report.dropped.map(\.span)
      + report.repaired.flatMap(\.places)
    for span in spans {
      for byte in Int(span.start)..<Int(span.end) { covered[byte] = true }
    }
    return covered
  }

  /// The bytes of lines that are not empty, without line ends.
  private static func shownBytes(of file: SourceFile) -> [Int] {
    let text = String(decoding: file.text, as: UTF8.self)
    var shown: [Int] = []
    var line: [Int] = []
    var isBlank = true
    var index = 0
    for scalar in text.unicodeScalars {
      let place = file.transcoding.map { Int($0.offsets[index]) } ?? index
      if scalar.properties.isPatternWhitespace, scalar.value != 0x20, scalar.value != 0x09 {
        if !isBlank { shown += line }
        (line, isBlank) = ([], true)
      } else {
        line.append(place)
        isBlank = isBlank && scalar.properties.isWhitespace
      }
      index += scalar.utf8.count
    }
    return isBlank ? shown : shown + line
  }
}

extension Accounting {
  /// Nil when nothing was read.
  init?(_ reading: Reading, keepsCharacters: Bool = true) {
    guard let report = reading.report else { return nil }
    self.init(
      report,
      of: reading.file.id,
      in: reading.files,
      keepsCharacters: keepsCharacters
    )
  }
}
