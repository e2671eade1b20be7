import Diagnostics
import WritingSystems

/// Rows that are no data: blank ones, totals, headings repeated on a new page, the numbers of the
/// columns, remarks and signatures below the table.
struct OtherRows {
  private let table: any RawTable
  private let header: HeaderSearch.Header
  private let definition: StatisticsPlan.LedgerDefinition
  private let headingKeys: [Int: MatchingKey]
  /// Where columns that are no numbers stand.
  private let wordPlaces: [Int]
  private var totals: [RawRow] = []
  private var isFirst = true

  init(
    table: any RawTable,
    header: HeaderSearch.Header,
    definition: StatisticsPlan.LedgerDefinition
  ) {
    self.table = table
    self.header = header
    self.definition = definition
    headingKeys = header.headings.mapValues(\.key)
    wordPlaces = zip(definition.columns, header.places)
      .compactMap { $0.type.isNumeric ? nil : $1 }
  }

  /// Whether a row is one of these; then it has been told of.
  mutating func takes(_ row: RawRow, at index: Int, _ findings: inout LedgerLog) -> Bool {
    defer { isFirst = false }
    if row.isBlank {
      findings.count(.ledgerBlankRows, at: row.span)
      return true
    }
    if isTotal(row) {
      totals.append(row)
      findings.add(.ledgerTotalRow, at: row.span, place(of: row))
      return true
    }
    if isFirst, isNumbering(row) {
      findings.add(.ledgerNumberingRow, at: row.span, place(of: row))
      return true
    }
    if repeatsHeadings(row) {
      findings.count(.ledgerRepeatedHeadings, at: row.span)
      return true
    }
    if isRemark(row, at: index) {
      let text = row.cells.first { !$0.isBlank }?.text ?? ""
      findings.add(
        .ledgerRemark,
        at: row.span,
        place(of: row).merging(["text": .quote(String(text.prefix(40)))]) { $1 }
      )
      return true
    }
    return false
  }

  private func place(of row: RawRow) -> [String: FindingArgument] {
    ["place": .words(table.place(row: row.number, column: nil))]
  }

  // MARK: Kinds

  private static let totalWords = ["合计", "总计", "小计", "共计", "总和"]
    .map { MatchingKey($0) }

  /// The first words of the row are 合计 or end with it: 全县合计.
  private func isTotal(_ row: RawRow) -> Bool {
    let first = row.cells.first { !$0.isBlank && !$0.isCopied }
    let word = wordPlaces.lazy.compactMap { row[$0] }.first { !$0.isBlank && !$0.isCopied }
    return [first, word].compactMap { $0 }.contains { cell in
      guard case .text(let text) = cell.content, text.utf8.count <= 48 else { return false }
      let key = MatchingKey(text)
      return key.scalars.count <= 8 && Self.totalWords.contains { key.hasSuffix($0) }
    }
  }

  private static let numberingWords: Set<String> = ["甲", "乙", "丙", "丁", "栏次", "序号"]

  /// 甲 乙 1 2 3 below the headings, under each of them.
  private func isNumbering(_ row: RawRow) -> Bool {
    let texts = row.cells.filter { !$0.isBlank }.map { $0.text.trimmingSpaces }
    let numbers = texts.filter { !Self.numberingWords.contains($0) }.map { Int($0) }
    guard texts.count == header.headings.count, numbers.count >= 3, numbers[0] == 1 else {
      return false
    }
    return zip(numbers, numbers.dropFirst()).allSatisfy { first, second in
      first.flatMap { a in second.map { $0 == a + 1 } } ?? false
    }
  }

  private func repeatsHeadings(_ row: RawRow) -> Bool {
    guard headingKeys.count > 1 else { return false }
    return headingKeys.allSatisfy { place, key in
      guard let cell = row[place], case .text(let text) = cell.content,
        text.utf8.count <= 4 * key.scalars.count + 16
      else { return false }
      return MatchingKey(text) == key
    }
  }

  private static let remarkWords = [
    "注", "说明", "备注", "填表", "填报", "制表", "审核", "负责人", "单位负责人", "数据来源", "资料来源", "联系人",
    "联系电话", "報表", "註", "說明", "備註", "填表人", "審核",
  ]

  /// 注：…… or 填表人：…… below the table, a row of one cell or of such words.
  private func isRemark(_ row: RawRow, at index: Int) -> Bool {
    let filled = row.cells.filter { !$0.isBlank && !$0.isCopied }
    guard header.headings.count > 1, let first = filled.first,
      case .text(let text) = first.content, index > header.row + 1
    else { return false }
    let plain = text.trimmingSpaces
    guard let colon = plain.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
    let word = plain[..<colon].filter { !$0.isWhitespace && !$0.isNumber }
    guard Self.remarkWords.contains(word) else { return false }
    return filled.allSatisfy { cell in
      guard case .text(let text) = cell.content else { return false }
      return filled.count == 1 || text.contains("：") || text.contains(":")
    }
  }

  // MARK: Totals

  /// Compares 合计 and 总计 with the sums of their columns, where those can be added.
  func checkTotals(
    _ rows: [Ledger.Row],
    _ columns: ReadColumns,
    _ findings: inout LedgerLog
  ) {
    let isWhole = totals.count == 1
    guard isWhole, let total = totals.first, !rows.isEmpty else { return }
    for (index, column) in columns.list.enumerated() {
      guard let place = column.place, let cell = total[place], Self.isAdditive(column.definition),
        let stated = Self.number(cell, column)
      else { continue }
      let parts = rows.map { $0.cells[index] }
      // A bad cell has been told of; without it there is no sum.
      guard parts.allSatisfy({ $0.value != .null }) else { continue }
      let sum = parts.reduce(0) { sum, cell in
        if case .number(let number) = cell.value { sum + number } else { sum }
      }
      let exact = DecimalText(sum)?.rounded(significant: 12) ?? DecimalText(0)
      guard abs(exact.double - stated.value) > Self.tolerance(stated.decimals, parts) else {
        continue
      }
      findings.add(
        .ledgerTotalDiffers,
        at: cell.span,
        [
          "place": .words(table.place(row: total.number, column: place)),
          "column": .quote(column.definition.name), "total": .word(cell.text.trimmingSpaces),
          "sum": .word(exact.text()),
        ]
      )
    }
  }

  /// Counts add up; of other numbers those whose unit says that they are amounts.
  private static func isAdditive(_ column: StatisticsPlan.LedgerDefinition.Column) -> Bool {
    switch column.type {
    case .integer: return true
    case .number:
      guard let unit = column.unit else { return false }
      return !unit.contains("%") && !unit.contains("/") && !unit.contains("每")
    case .percent, .text, .date, .organisation: return false
    }
  }

  private static func number(
    _ cell: RawCell,
    _ column: ReadColumns.Column
  ) -> (value: Double, decimals: Int)? {
    let outcome: CellType.Outcome =
      switch cell.content {
      case .text(let text): column.type.value(of: text)
      case .number(let number, let decimals, let isPercent):
        column.type.value(of: number, decimals: decimals, isPercent: isPercent)
      case .date, .flag, .fault, .missing: .wrong
      }
    guard case .found(let value, let decimals, _) = outcome, case .number = value else {
      return nil
    }
    let cell = column.converted(Ledger.Cell(value: value, decimals: decimals))
    guard case .number(let number) = cell.value else { return nil }
    return (number, cell.decimals)
  }

  /// Half a unit of the last digit for each number that may have been rounded.
  private static func tolerance(_ decimals: Int, _ parts: [Ledger.Cell]) -> Double {
    func half(_ decimals: Int) -> Double {
      decimals == 0 ? 1e-9 : (DecimalText(5).shifted(by: -decimals - 1)).double
    }
    return parts.reduce(half(decimals)) { $0 + half($1.decimals) }
  }
}
