import Diagnostics
import WritingSystems

/// A file of separated values as a raw table; its separator is found out.
struct CSVFile: RawTable {
  let file: SourceFile
  let table: CSVTable
  let separator: CSVSeparator
  /// 1 when the first line names the separator and is no row.
  private let skipped: Int

  /// The separator is the one by which most columns are found, then the one that gives the most
  /// even rows; of equals the comma.
  init(_ file: SourceFile, columns: [ColumnNames]) {
    self.file = file
    let bytes = file.text
    if let named = Self.named(bytes) {
      separator = named
      skipped = 1
    } else {
      separator = Self.likely(bytes, columns)
      skipped = 0
    }
    table = CSVTable.read(bytes, separator: separator)
  }

  var count: Int { max(0, table.count - skipped) }

  func row(_ index: Int) -> RawRow {
    let cells = table.cells(index + skipped)
    return RawRow(
      number: table.number(index + skipped),
      cells: cells.enumerated().map { column, cell in
        RawCell(column: column, content: .text(table.text(cell)), span: span(cell.range))
      }
    )
  }

  /// The span in the file as given of bytes of its text.
  func span(_ range: Range<Int>) -> Span {
    let offsets = file.transcoding?.offsets
    func place(_ offset: Int) -> Int { offsets.map { Int($0[offset]) } ?? offset }
    return Span(file: file.id, start: place(range.lowerBound), end: place(range.upperBound))
  }

  // MARK: The separator

  private static func named(_ bytes: [UInt8]) -> CSVSeparator? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let line = bytes[start...].prefix(8).prefix { $0 != 0x0A && $0 != 0x0D }
    return CSVSeparator(line: String(decoding: line, as: UTF8.self))
  }

  private static let sampleRows = 100

  private static func likely(_ bytes: [UInt8], _ columns: [ColumnNames]) -> CSVSeparator {
    var best: (separator: CSVSeparator, score: Score)?
    for separator in CSVSeparator.allCases {
      let sample = CSVTable.sample(bytes, separator: separator, rows: sampleRows)
      let score = Score(sample, columns)
      if best.map({ $0.score < score }) ?? true { best = (separator, score) }
    }
    return best?.separator ?? .comma
  }

  private struct Score: Comparable {
    var columns = 0
    /// The share of rows with the commonest number of cells, in per mille; 0 for a single column.
    var evenness = 0

    init(_ sample: CSVTable, _ names: [ColumnNames]) {
      var counts: [Int: Int] = [:]
      for row in 0..<sample.count {
        let cells = sample.cells(row)
        counts[cells.count, default: 0] += 1
        guard row < HeaderSearch.rows, !names.isEmpty else { continue }
        let texts = cells.prefix(HeaderSearch.cells).map { HeadingText(sample.text($0)) }
        columns = max(columns, names.count { name in texts.contains { name.matches($0) } })
      }
      let most = counts.filter { $0.key > 1 }.values.max() ?? 0
      evenness = sample.count == 0 ? 0 : 1000 * most / sample.count
    }

    static func < (a: Score, b: Score) -> Bool {
      (a.columns, a.evenness) < (b.columns, b.evenness)
    }
  }
}
