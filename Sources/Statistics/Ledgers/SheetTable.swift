import Containers
import Diagnostics
import WritingSystems

/// A sheet of a workbook as a raw table.
struct SheetTable: RawTable {
  private let sheet: Sheet
  private let name: String
  private let file: SourceFile
  private let countsFrom1904: Bool
  /// For a place that a merged cell covers from above, the index of that cell.
  private let covering: [Place: Int]

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  /// More places than these under merged cells are taken for empty.
  private static let mostCovered = 1_000_000

  init(_ sheet: Sheet, name: String, file: SourceFile, countsFrom1904: Bool) {
    self.sheet = sheet
    self.name = name
    self.file = file
    self.countsFrom1904 = countsFrom1904
    covering = Self.covering(sheet)
  }

  private static func covering(_ sheet: Sheet) -> [Place: Int] {
    guard !sheet.merges.isEmpty else { return [:] }
    var cells: [Place: Int] = [:]
    let tops = Set(
      sheet.merges.map { Place(row: $0.rows.lowerBound, column: $0.columns.lowerBound) }
    )
    for (index, cell) in sheet.cells.enumerated() {
      let place = Place(row: cell.row, column: cell.column)
      if tops.contains(place) { cells[place] = index }
    }
    var covering: [Place: Int] = [:]
    for merge in sheet.merges where covering.count < mostCovered {
      let column = merge.columns.lowerBound
      let top = Place(row: merge.rows.lowerBound, column: column)
      guard let index = cells[top], merge.rows.count <= mostCovered else { continue }
      for row in merge.rows.dropFirst() {
        covering[Place(row: row, column: column)] = index
      }
    }
    return covering
  }

  var count: Int { sheet.rows.count }
  var hasTypes: Bool { true }

  func isHidden(row: Int) -> Bool { sheet.hiddenRows.contains(row) }
  func isHidden(column: Int) -> Bool { sheet.hiddenColumns.contains(column) }

  func place(row: Int, column: Int?) -> Bilingual {
    guard let column else { return Bilingual("\(name)第\(row)行", "row \(row) of \(name)") }
    let place = "\(name)!\(Sheet.name(row: row, column: column))"
    return Bilingual(place, place)
  }

  func row(_ index: Int) -> RawRow {
    let row = sheet.rows[index]
    var cells = sheet.cells[row.cells].map { cell in
      RawCell(column: cell.column, content: content(of: cell), span: span(of: cell))
    }
    if !covering.isEmpty { cover(&cells, row.number) }
    return RawRow(number: row.number, cells: cells)
  }

  /// Gives the places under merged cells their content.
  private func cover(_ cells: inout [RawCell], _ row: Int) {
    let last = max(cells.last?.column ?? 0, 63)
    for column in 0...last {
      guard let index = covering[Place(row: row, column: column)],
        !cells.contains(where: { $0.column == column && !$0.isBlank })
      else { continue }
      let top = sheet.cells[index]
      cells.removeAll { $0.column == column }
      cells.append(
        RawCell(column: column, content: content(of: top), span: span(of: top), isCopied: true)
      )
    }
    cells.sort { $0.column < $1.column }
  }

  private func span(of cell: Sheet.Cell) -> Span {
    let offsets = file.transcoding?.offsets
    func place(_ offset: Int) -> Int { offsets.map { Int($0[offset]) } ?? offset }
    return Span(
      file: file.id,
      start: place(cell.range.lowerBound),
      end: place(cell.range.upperBound)
    )
  }

  // MARK: Values

  private func content(of cell: Sheet.Cell) -> RawCell.Content {
    switch sheet.value(of: cell) {
    case .text(let text): .text(text)
    case .number(let digits, let form): content(of: digits, form)
    case .date(let text):
      LedgerDate.read(String(text.prefix(16))).map { .date($0) } ?? .text(text)
    case .flag(let flag): .flag(flag)
    case .fault(let fault): .fault(fault)
    case .missing: .missing
    }
  }

  /// Spreadsheets keep fifteen digits and write the seventeen of the binary number.
  private static let significantDigits = 15

  private func content(of digits: String, _ form: NumberForm) -> RawCell.Content {
    guard let read = DecimalText(digits) else { return .text(digits) }
    let number = read.rounded(significant: Self.significantDigits)
    switch form {
    case .general: return .number(number, decimals: number.decimals, isPercent: false)
    case .fixed(let decimals): return .number(number, decimals: decimals, isPercent: false)
    case .percent(let decimals):
      let percent = number.shifted(by: 2).trimmed
      return .number(percent, decimals: decimals ?? percent.decimals, isPercent: true)
    case .date(.time):
      let time = SerialDate.time(number.double)
      return time.map { .text($0) } ?? .number(number, decimals: number.decimals, isPercent: false)
    case .date(let precision):
      let date = SerialDate.date(number.double, from1904: countsFrom1904, precision)
      return date.map { .date($0) } ?? .number(number, decimals: number.decimals, isPercent: false)
    }
  }
}

/// Days as spreadsheets count them (ECMA-376-1, 18.17.4.1).
enum SerialDate {
  /// The date of a count of days; nil for none that there is.
  ///
  /// From 1900 the 60th is 29 February 1900, which there never was: counts before it are of
  /// one day later.
  static func date(
    _ serial: Double,
    from1904: Bool,
    _ precision: NumberForm.Precision
  ) -> PartialDate? {
    guard serial >= 0, serial < 2_958_466, precision != .time else { return nil }
    var minutes = Int((serial * 1440).rounded())
    if precision != .minute { minutes = Int(serial) * 1440 }
    let whole = minutes / 1440
    guard from1904 || (whole != 60 && whole > 0) else { return nil }
    // Days from 1970-01-01 to the day before the first.
    let start = from1904 ? -24_107 : whole < 60 ? -25_568 : -25_569
    let (year, month, day) = civil(fromDays: whole + start)
    switch precision {
    case .year: return PartialDate(year: year)
    case .month: return PartialDate(year: year, month: month)
    case .day, .time: return PartialDate(year: year, month: month, day: day)
    case .minute:
      let minute = minutes % 1440
      guard minute > 0 else { return PartialDate(year: year, month: month, day: day) }
      return PartialDate(
        year: year,
        month: month,
        day: day,
        hour: minute / 60,
        minute: minute % 60
      )
    }
  }

  /// The time of a part of a day: `9:30`, with seconds where there are some.
  static func time(_ serial: Double) -> String? {
    guard serial >= 0, serial < 1 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let time = "\(seconds / 3600):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? time : time + ":" + two(seconds % 60)
  }

  /// The Gregorian date of a number of days since 1970-01-01, reckoned in years from March on so
  /// that the leap day is the last.
  private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let fromMarch0000 = days + 719_468
    let era = (fromMarch0000 >= 0 ? fromMarch0000 : fromMarch0000 - 146_096) / 146_097
    let dayOfEra = fromMarch0000 - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
