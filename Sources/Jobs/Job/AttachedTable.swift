import Diagnostics
import Reports
import Statistics
import WritingSystems

/// A table given as an attachment: comma-separated values or a sheet, as a report of one table.
enum AttachedTable {
  /// What files of tables end in.
  static let endings = ["csv", "tsv", "xlsx", "xlsm", "ods", "fods"]

  /// The table in a file, titled by the file's name, or by that of the sheet that was asked for; nil,
  /// with an error, when it has no rows.
  static func read(_ id: SourceFile.ID, sheet: String?, _ progress: inout Progress) -> Report? {
    let name = sheet ?? FilePath.stem(progress.files[id].name)
    let isText = ["csv", "tsv"].contains(FilePath.pathExtension(progress.files[id].name))
    if isText {
      guard let (rows, encoding) = rows(ofText: id, &progress) else { return nil }
      return report(name, rows, id, encoding: encoding, &progress)
    }
    let rows = ShownSheet.read(
      id,
      sheet: sheet.map { StatisticsPlan.LedgerDefinition.SheetChoice($0) },
      named: name,
      in: &progress.files,
      findings: &progress.findings
    )
    return rows.flatMap { report(name, $0, id, encoding: "UTF-8", &progress) }
  }

  private static func rows(
    ofText id: SourceFile.ID,
    _ progress: inout Progress
  ) -> ([[SourcedText]], encoding: String)? {
    let decoder = TextDecoder()
    guard
      let decoded = decoder.decode(id, in: &progress.files, findings: &progress.findings)
    else { return nil }
    let file = progress.files[id]
    let table = CSVTable.read(file.text, separator: separator(of: file.text))
    let rows = (0..<table.count).map { row in
      table.cells(row).map { SourcedText(table.text($0), span: span(of: $0.range, in: file)) }
    }
    return (rows, decoded.encoding.name)
  }

  private static func report(
    _ name: String,
    _ rows: [[SourcedText]],
    _ id: SourceFile.ID,
    encoding: String,
    _ progress: inout Progress
  ) -> Report? {
    guard !rows.isEmpty else {
      progress.findings.add(
        Finding(.emptyAttachment, ["path": .quote(progress.files[id].name)])
      )
      return nil
    }
    var text = SourcedText()
    var place = rows.joined().lazy.compactMap(\.span).first ?? Span(file: id, start: 0, end: 0)
    for (number, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() {
        let separator = column > 0 ? "\t" : number > 0 ? "\n" : ""
        place = cell.span ?? place
        let start = Int(place.start)
        text.append(separator, span: Span(file: place.file, start: start, end: start))
        text.append(cell)
      }
    }
    let paragraph = Report.Paragraph(kind: .table, text: text, rows: rows)
    return Report(
      name: name,
      encoding: encoding,
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
