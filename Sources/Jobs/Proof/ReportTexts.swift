import Diagnostics
import Reports

/// The texts of the reports by where they stand in their files: repairs and what was dropped make
/// a place in the file and a place in the printed words two different things.
struct ReportTexts {
  private var texts: [SourceFile.ID: [(span: Span, text: SourcedText)]] = [:]

  init(_ reports: [Report]) {
    for text in reports.flatMap(Self.texts) {
      if let span = text.span { texts[span.file, default: []].append((span, text)) }
    }
    for file in texts.keys { texts[file]?.sort { $0.span.start < $1.span.start } }
  }

  private static func texts(of report: Report) -> [SourcedText] {
    [report.title] + report.subtitle
      + report.sections.flatMap { section in
        [section.heading] + section.paragraphs.flatMap { $0.rows?.flatMap { $0 } ?? [$0.text] }
      }
  }

  /// How many characters of one text lie between two bytes of a file; nil where they are of no text.
  func characters(from start: UInt32, to end: UInt32, in file: SourceFile.ID) -> Int? {
    let all = texts[file] ?? []
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].span.start <= start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, all[low - 1].span.end > start,
      let first = all[low - 1].text.offset(of: start, in: file)
    else { return nil }
    let text = all[low - 1].text
    return (text.offset(of: end, in: file) ?? text.count) - first
  }
}
