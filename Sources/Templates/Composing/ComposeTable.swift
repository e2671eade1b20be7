import Diagnostics
import DocumentModel
import Geometry
import Statistics
import OrderedCollections
import Typography
import WritingSystems

extension Composer {
  /// A table of a result; without rows there is nothing to set, and the layout should say `when:`.
  mutating func table(_ table: TemplateTable, in scope: ValueScope) -> [Block] {
    guard let result = result(of: table) else { return [] }
    let style = tableStyle(table.style, rows: result.rows.count)
    var maker = TableMaker(table: table, result: result, style: style, composer: self, scope: scope)
    tableCount += table.caption == nil ? 0 : 1
    let made = maker.make(number: tableCount)
    findings = maker.composer.findings
    notes = maker.composer.notes
    return [Block(.table(made), span: table.span)]
  }

  /// The style of a table of so many rows.
  private func tableStyle(_ name: String, rows: Int) -> TableStyle {
    guard let style = template.tableStyles[name] else {
      preconditionFailure("the reader refuses table styles that are not there")
    }
    guard let dense = style.dense, rows > dense.after else { return style }
    return template.tableStyles[dense.style] ?? style
  }

  private mutating func result(of table: TemplateTable) -> Dataset.Result? {
    let name = table.rows.parts.count > 1 ? table.rows.parts[1] : ""
    guard let result = composition.dataset.result(named: name), !result.rows.isEmpty else {
      findings.add(
        Finding(.layoutMissingValue, at: table.rows.span, ["name": .quote(table.rows.text)])
      )
      return nil
    }
    for column in table.columns where !result.columns.contains(where: { $0.name == column.name }) {
      let names = result.columns.map(\.name)
      findings.add(
        Finding(
          .layoutUnknownName,
          at: column.column.span,
          [
            "kind": .words(Bilingual("列", "column")), "name": .quote(column.name),
            "choices": .choices(names),
          ],
          suggestion: Suggestion.nearest(to: column.name, among: names)
        )
      )
    }
    return result
  }
}

/// Makes one table of one result.
private struct TableMaker {
  let table: TemplateTable
  let result: Dataset.Result
  let style: TableStyle
  var composer: Composer
  let scope: ValueScope

  /// A column that is printed.
  private struct Printed {
    var index: Int
    var name: String
    var column: TemplateTable.Column
    var isNumeric: Bool
    var unit: String?
    /// From five digits on numbers are parted by thin spaces, then all of the column (look §7).
    var groups: Bool
  }

  mutating func make(number: Int) -> Table {
    let columns = printed
    let head = columns.map { self.head($0) }
    let body = result.rows.enumerated().map { index, row in
      var cells = columns.map { cell(row, $0, number: index) }
      if !cells.isEmpty, !cells[0].content.isEmpty {
        cells[0].content[0].anchors = SourceLinks.anchors(ofRow: index, of: result)
      }
      return Table.TableRow(cells: cells, height: style.row)
    }
    let foot = table.hasTotal ? [total(columns)] : []
    let caption = caption(number: number)
    return Table(
      columns: columns.map { .init(width: $0.column.width, alignment: alignment(of: $0)) },
      head: [Table.TableRow(cells: head, height: style.headRow)],
      body: body,
      foot: foot,
      caption: caption?.first,
      continuation: table.repeatsHead ? caption?.continued : nil,
      repeatHead: table.repeatsHead,
      notes: table.notes.map { paragraph(of: $0, style: style.note) },
      spaceBeforeNotes: composer.styles.spaceBefore(style.note),
      ruleTop: style.ruleTop,
      ruleBelowHead: style.ruleHead,
      ruleBottom: style.ruleBottom,
      padding: style.padding,
      span: table.span
    )
  }

  private var printed: [Printed] {
    result.columns.enumerated().compactMap { index, column in
      let own = table.column(named: column.name)
      guard own.isShown else { return nil }
      let numbers = result.rows.compactMap { row -> Double? in
        if case .number(let number) = row[index] { return number }
        return nil
      }
      return Printed(
        index: index,
        name: column.name,
        column: own,
        isNumeric: !numbers.isEmpty,
        unit: column.unit,
        groups: numbers.contains { abs($0) >= 10_000 }
      )
    }
  }

  private func alignment(of column: Printed) -> CellAlignment {
    column.column.alignment ?? (column.isNumeric ? .decimal : .left)
  }

  // MARK: Head and caption

  /// The name, and the unit in brackets as a second line.
  private mutating func head(_ column: Printed) -> Table.Cell {
    let convert = composer.composition.convert
    let title =
      column.column.title.map { paragraph(of: $0, style: style.head) }
      ?? paragraph([Piece(text: convert(column.name))], style: style.head)
    var content = [title]
    if let unit = column.column.unit {
      var pieces = self.pieces(of: unit)
      pieces.insert(Piece(text: "（"), at: 0)
      pieces.append(Piece(text: "）"))
      content.append(paragraph(pieces, style: style.head))
    } else if let unit = column.unit {
      content.append(paragraph([Piece(text: convert("（\(unit)）"))], style: style.head))
    }
    return Table.Cell(content: content, alignment: .centre)
  }

  /// 表1　… above the table, and 续表1 above its parts on other pages.
  private mutating func caption(number: Int) -> (first: Paragraph, continued: Paragraph)? {
    guard let text = table.caption else { return nil }
    let convert = composer.composition.convert
    let words = pieces(of: text)
    var first = paragraph(
      [Piece(text: convert("表\(number)") + "　", span: text.span)] + words,
      style: style.caption
    )
    first.role = .caption
    let continued = paragraph([Piece(text: convert("续表\(number)"))], style: style.continuation)
    return (first, continued)
  }

  // MARK: Cells

  private mutating func cell(
    _ row: [Dataset.Value],
    _ column: Printed,
    number: Int
  ) -> Table.Cell {
    let place = ResultPlace(name: result.name, row: number, column: column.name)
    let value = Value(row[column.index], at: place)
    var pieces = printed(value, column)
    if let span = ledgerCell(of: row[column.index], row: number) {
      for index in pieces.indices { pieces[index].span = span }
    }
    var paragraph = paragraph(pieces, style: style.cell)
    if let highlight = column.column.highlight, isBelow(row, value, highlight) {
      paragraph.inlines = paragraph.inlines.map { $0.with(weight: highlight.weight) }
    }
    return Table.Cell(content: [paragraph], isRowHeader: column.column.isHeader)
  }

  /// The one cell of a ledger that a printed cell shows as it is, where the row names its inputs:
  /// what a finding says of the ledger is then found on the page.
  private func ledgerCell(of value: Dataset.Value, row: Int) -> Span? {
    guard let sources = result.rowSources, sources.indices.contains(row) else { return nil }
    let cells = sources[row].compactMap { composer.composition.dataset.inputs[$0] }
      .filter { $0.value == value }
    return cells.count == 1 ? cells[0].span : nil
  }

  private mutating func printed(_ value: Value, _ column: Printed) -> [Piece] {
    if case .null = value { return [Piece(text: missing(in: column))] }
    let name = NamePath(column.name, span: column.column.span ?? table.rows.span)
    if case .text(let text) = value, isOwnWord(text) {
      return [Piece(text: composer.composition.convert(text), span: name.span)]
    }
    if case .result(let number, let place) = value, column.groups, column.column.filters.isEmpty {
      return [Piece(text: number.text(grouping: .thinSpace), result: place)]
    }
    return composer.evaluator.pieces(
      of: value,
      named: name,
      filters: column.column.filters,
      findings: &composer.findings
    )
  }

  /// What stands for a null cell: what the column says, else what the statistic says, else a dash,
  /// which says that there is no such number (look §7).
  private func missing(in column: Printed) -> String {
    let name = NamePath("statistics.\(result.name)", span: table.rows.span)
    let words = column.column.missing ?? composer.evaluator.missing(name)
    return words.map(composer.composition.convert) ?? "—"
  }

  /// Whether a word was written in the query itself: it is the layout's, in the report's script.
  private func isOwnWord(_ text: String) -> Bool {
    composer.template.plan.queries.contains {
      $0.name == result.name && $0.sql.contains("'\(text)'")
    }
  }

  private func isBelow(
    _ row: [Dataset.Value],
    _ value: Value,
    _ highlight: TemplateTable.Highlight
  ) -> Bool {
    guard case .result(let number, _) = value,
      let index = result.columns.firstIndex(where: { $0.name == highlight.below }),
      case .number(let target) = row[index]
    else { return false }
    return number.double < target
  }

  // MARK: Total

  /// 合计 in the column that names the rows, or over all before the first that has a total; then
  /// the totals.
  private mutating func total(_ columns: [Printed]) -> Table.TableRow {
    let totals = columns.map { total(of: $0) }
    let first = totals.firstIndex { $0 != nil } ?? totals.count
    var cells: [Table.Cell] = []
    if first > 0 {
      let label =
        table.totalLabel.map { pieces(of: $0) }
        ?? [Piece(text: composer.composition.convert("合　计"))]
      let header = columns[..<first].firstIndex { $0.column.isHeader }
      if let header, header > 0 { cells.append(Table.Cell(content: [], columns: header)) }
      cells.append(
        Table.Cell(
          content: [paragraph(label, style: style.totalLabel)],
          columns: first - (header ?? 0),
          alignment: header == nil ? .centre : nil,
          isRowHeader: true
        )
      )
    }
    for pieces in totals.dropFirst(first) {
      // A dash says that a total does not apply (look §7).
      cells.append(
        Table.Cell(content: [paragraph(pieces ?? [Piece(text: "—")], style: style.total)])
      )
    }
    return Table.TableRow(cells: cells, height: style.row, ruleAbove: style.ruleTotal)
  }

  private mutating func total(of column: Printed) -> [Piece]? {
    switch column.column.total {
    case .some(.none): return nil
    case .text(let text): return pieces(of: text)
    case .sum: return sum(column)
    case nil:
      // Sums of shares and ranks mean nothing: a column that is formatted says its own total.
      return column.isNumeric && column.column.filters.isEmpty ? sum(column) : nil
    }
  }

  private mutating func sum(_ column: Printed) -> [Piece]? {
    let numbers = result.rows.compactMap { row -> DecimalText? in
      if case .number(let number) = Value(row[column.index]) { return number }
      return nil
    }
    guard let first = numbers.first else { return nil }
    let place = ResultPlace(name: result.name, column: column.name)
    return printed(.result(numbers.dropFirst().reduce(first, +), place), column)
  }

  // MARK: Paragraphs

  private mutating func pieces(of text: LayoutString) -> [Piece] {
    composer.evaluator.pieces(of: text, in: scope, findings: &composer.findings)
  }

  private mutating func paragraph(of text: LayoutString, style: String) -> Paragraph {
    paragraph(pieces(of: text), style: style, span: text.span)
  }

  private mutating func paragraph(_ pieces: [Piece], style: String, span: Span? = nil) -> Paragraph
  {
    composer.paragraph(pieces, style: style, span: span)
  }
}

extension Inline {
  /// The inline with all its text in a weight.
  fileprivate func with(weight: FontWeight) -> Inline {
    switch self {
    case .text(var text):
      text.style.weight = weight
      return .text(text)
    case .figure(let id, let content): return .figure(id, content.map { $0.with(weight: weight) })
    case .kept(let content): return .kept(content.map { $0.with(weight: weight) })
    case .name(let content): return .name(content.map { $0.with(weight: weight) })
    case .link(let target, let content):
      return .link(target, content.map { $0.with(weight: weight) })
    case .marked(let role, let language, let content):
      return .marked(role, language, content.map { $0.with(weight: weight) })
    case .pageReference(let reference, var style):
      style.weight = weight
      return .pageReference(reference, style)
    case .ruby(let content, let reading):
      return .ruby(content.map { $0.with(weight: weight) }, reading)
    case .lineBreak, .fill, .leader: return self
    }
  }
}
