import Diagnostics
import Reports
import Statistics
import WritingSystems

/// A table given as an attachment: comma-separated values as a report of one table.
enum AttachedTable {
  /// The table in a file, titled by the file's name; nil, with an error, when it has no rows.
  static func read(_ id: SourceFile.ID, _ progress: inout Progress) -> Report? {
    let decoder = TextDecoder()
    guard
      let decoded = decoder.decode(id, in: &progress.files, findings: &progress.findings)
    else { return nil }
    let file = progress.files[id]
    let table = CSVTable.read(file.text, separator: separator(of: file.text))
    let rows = (0..<table.count).map { row in
      table.cells(row).map { SourcedText(table.text($0), span: span(of: $0.range, in: file)) }
    }
    guard let first = rows.first else {
      progress.findings.add(Finding(.emptyAttachment, ["path": .quote(file.name)]))
      return nil
    }
    var text = SourcedText()
    for (number, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() {
        let separator = column > 0 ? "\t" : number > 0 ? "\n" : ""
        let place = cell.span ?? first[0].span ?? Span(file: id, start: 0, end: 0)
        text.append(separator, span: Span(file: id, start: Int(place.start), end: Int(place.start)))
        text.append(cell)
      }
    }
    let paragraph = Report.Paragraph(kind: .table, text: text, rows: rows)
    return Report(
      name: FilePath.stem(file.name),
      encoding: decoded.encoding.name,
      sections: [Report.Section(level: 0, paragraphs: [paragraph])]
    )
  }

  /// The separator that the first line has most of.
  private static func separator(of text: [UInt8]) -> CSVSeparator {
    let line = String(decoding: text.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    let counted = CSVSeparator.allCases.map { separator in
      (separator, line.split(separator: separator.rawValue, omittingEmptySubsequences: false).count)
    }
    let most = counted.map(\.1).max() ?? 1
    return counted.first { $0.1 == most }?.0 ?? .comma
  }

  private static func span(of range: Range<Int>, in file: SourceFile) -> Span {
    guard let offsets = file.transcoding?.offsets else {
      return Span(file: file.id, start: range.lowerBound, end: range.upperBound)
    }
    return Span(
      file: file.id,
      start: Int(offsets[range.lowerBound]),
      end: Int(offsets[range.upperBound])
    )
  }
}
