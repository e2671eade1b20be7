import Diagnostics
import WritingSystems

/// What is looked at once all rows of a ledger are read.
struct LedgerChecks {
  let definition: StatisticsPlan.LedgerDefinition
  let table: any RawTable
  let places: [Int?]

  func check(_ rows: [Ledger.Row], _ findings: inout LedgerLog) {
    checkKeys(of: rows, &findings)
    checkShares(in: rows, &findings)
  }

  /// No two rows have the same key.
  private func checkKeys(of rows: [Ledger.Row], _ findings: inout LedgerLog) {
    let indices = definition.key.compactMap { name in
      definition.columns.firstIndex { MatchingKey($0.name) == MatchingKey(name) }
    }
    guard !indices.isEmpty else { return }
    var first: [[Dataset.Value]: Int] = [:]
    for (index, row) in rows.enumerated() {
      let key = indices.map { Self.key(row.cells[$0].value) }
      guard !key.contains(.null) else { continue }
      guard let earlier = first[key] else {
        first[key] = index
        continue
      }
      let words = table.place(row: rows[earlier].number, column: nil)
      let note = Bilingual("先见于\(words.chinese)", "first in \(words.english)")
      findings.add(
        .ledgerDuplicateKey,
        at: row.cells[indices[0]].span,
        [
          "place": .words(table.place(row: row.number, column: nil)),
          "key": .quote(indices.map { Self.words(row.cells[$0].value) }.joined(separator: " ")),
        ],
        notes: [Finding.Note(note, at: rows[earlier].cells[indices[0]].span)]
      )
    }
  }

  private static func key(_ value: Dataset.Value) -> Dataset.Value {
    if case .text(let text) = value { return .text(MatchingKey(text).string) }
    return value
  }

  private static func words(_ value: Dataset.Value) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): DecimalText(number)?.text(minus: "-") ?? ""
    case .null: ""
    }
  }

  /// Percentages all below one were most probably written without their sign: 0.8243 for 82.43 %.
  private func checkShares(in rows: [Ledger.Row], _ findings: inout LedgerLog) {
    for (index, column) in definition.columns.enumerated() where column.type == .percent {
      var count = 0
      var hasFraction = false
      var isSmall = true
      for row in rows {
        guard case .number(let number) = row.cells[index].value else { continue }
        count += 1
        hasFraction = hasFraction || number != number.rounded()
        isSmall = isSmall && abs(number) <= 1
      }
      guard count >= 2, isSmall, hasFraction else { continue }
      let span = rows.lazy.compactMap { $0.cells[index].span }.first
      findings.add(.ledgerLooksLikeShare, at: span, ["column": .quote(column.name)])
    }
  }
}
