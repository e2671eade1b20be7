import Diagnostics
import WritingSystems

/// Finds the row of headings and in it the columns that the layout declares.
///
/// Titles above it, as spreadsheets have them, are passed over: it is the row in which most columns
/// are found, the first of equals.
struct HeaderSearch {
  /// What was found.
  struct Header {
    /// The index of the row of headings.
    var row: Int
    /// For each column of the definition where it stands in the rows.
    var places: [Int?]
    var headings: [Int: HeadingText]
    /// The number of cells up to the last heading.
    var width: Int
  }

  /// How far down, and how far to the right when searching, headings are looked for.
  static let rows = 30
  static let cells = 512

  let table: any RawTable
  let definition: StatisticsPlan.LedgerDefinition

  /// Nil when the table has no row.
  func find(_ findings: inout LedgerLog) -> Header? {
    let candidates = (0..<min(table.count, Self.rows)).map(table.row)
    let names = definition.columns.map(ColumnNames.init)
    var best: (row: Int, score: Int)?
    for (index, row) in candidates.enumerated() where !row.isBlank {
      let texts = row.cells.prefix(Self.cells).map { HeadingText($0.text) }
      // A ledger of which nothing is known is read by its fullest row.
      let score =
        names.isEmpty
        ? texts.count { !$0.isBlank }
        : names.count { name in texts.contains { name.matches($0) } }
      if best.map({ score > $0.score }) ?? true { best = (index, score) }
    }
    guard let best else { return nil }
    var header = header(of: candidates, at: best.row)
    header.places = places(in: header, candidates, names, &findings)
    noteSkipped(candidates[..<best.row], &findings)
    noteOthers(in: header, candidates[best.row], &findings)
    return header
  }

  private func header(of rows: [RawRow], at index: Int) -> Header {
    var headings: [Int: HeadingText] = [:]
    for cell in rows[index].cells where !cell.isBlank {
      headings[cell.column] = HeadingText(cell.text)
    }
    let width = (headings.keys.max() ?? -1) + 1
    return Header(row: index, places: [], headings: headings, width: width)
  }

  // MARK: Columns

  private func places(
    in header: Header,
    _ rows: [RawRow],
    _ names: [ColumnNames],
    _ findings: inout LedgerLog
  ) -> [Int?] {
    let columns = header.headings.keys.sorted()
    var taken: Set<Int> = []
    var places = names.map { name -> Int? in
      let found =
        columns.first { name.matchesWhole(header.headings[$0] ?? HeadingText("")) }
        ?? columns.first { name.matchesShort(header.headings[$0] ?? HeadingText("")) }
      if let found { taken.insert(found) }
      return found
    }
    for (index, name) in names.enumerated() {
      if let place = places[index] {
        noteAgain(name, place, header, rows[header.row], &findings)
      } else if let place = grouped(name, header, rows, taken) {
        places[index] = place
        taken.insert(place)
      } else {
        noteMissing(definition.columns[index], header, rows[header.row], &findings)
      }
    }
    return places
  }

  /// A column whose name stands a row higher, or is made of a group's name and its own.
  private func grouped(
    _ name: ColumnNames,
    _ header: Header,
    _ rows: [RawRow],
    _ taken: Set<Int>
  ) -> Int? {
    guard header.row > 0 else { return nil }
    let above = rows[header.row - 1]
    let last = max(header.width, (above.lastFilled ?? -1) + 1)
    var group = ""
    for column in 0..<min(last, Self.cells) {
      let own = header.headings[column]?.text ?? ""
      if let cell = above[column], !cell.isBlank { group = cell.text }
      guard !taken.contains(column), !group.isEmpty else { continue }
      let isAlone = own.isEmpty && above[column].map { !$0.isBlank } ?? false
      if name.matches(HeadingText(group + own)), isAlone || !own.isEmpty { return column }
    }
    return nil
  }

  private func noteAgain(
    _ name: ColumnNames,
    _ place: Int,
    _ header: Header,
    _ row: RawRow,
    _ findings: inout LedgerLog
  ) {
    let isWhole = name.matchesWhole(header.headings[place] ?? HeadingText(""))
    for column in header.headings.keys.sorted() where column > place {
      guard let heading = header.headings[column],
        isWhole ? name.matchesWhole(heading) : name.matchesShort(heading)
      else { continue }
      findings.add(
        .ledgerDuplicateColumn,
        at: row[column]?.span,
        ["column": .quote(heading.text)]
      )
    }
  }

  private func noteMissing(
    _ column: StatisticsPlan.LedgerDefinition.Column,
    _ header: Header,
    _ row: RawRow,
    _ findings: inout LedgerLog
  ) {
    guard !column.isOptional else { return }
    let names = definition.columns.map(ColumnNames.init)
    let found = header.headings.sorted { $0.key < $1.key }.map(\.value)
    let unclaimed = found.filter { heading in !names.contains { $0.matches(heading) } }
      .map(\.text)
    let nearest =
      Suggestion.nearest(to: column.name, among: unclaimed)
      ?? column.title.flatMap { Suggestion.nearest(to: $0, among: unclaimed) }
    findings.add(
      .ledgerMissingColumn,
      at: row.span,
      [
        "column": .quote(column.title ?? column.name),
        "found": .choices(Array(found.map(\.text).prefix(Self.listed))),
      ],
      suggestion: nearest
    )
  }

  /// More names than these make no message better.
  private static let listed = 20

  // MARK: What is not read

  private func noteSkipped(_ rows: ArraySlice<RawRow>, _ findings: inout LedgerLog) {
    let titles = rows.filter { !$0.isBlank }
    guard let first = titles.first else { return }
    let text = first.cells.first { !$0.isBlank }?.text ?? ""
    findings.add(
      .ledgerTitleRows,
      at: first.span,
      ["count": .number(titles.count), "text": .quote(String(text.prefix(40)))]
    )
  }

  private func noteOthers(in header: Header, _ row: RawRow, _ findings: inout LedgerLog) {
    let places = Set(header.places.compactMap { $0 })
    let names = definition.columns.map(ColumnNames.init)
    let others = header.headings.sorted { $0.key < $1.key }.filter { place, heading in
      !places.contains(place) && !names.contains { $0.matches(heading) }
    }
    guard let first = others.first, !names.isEmpty else { return }
    findings.add(
      .ledgerUnknownColumn,
      at: row[first.key]?.span,
      ["columns": .choices(Array(others.map(\.value.text).prefix(Self.listed)))]
    )
  }
}
