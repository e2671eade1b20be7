/// The sheets of a spreadsheet of OpenDocument (`content.xml`; ODF 1.3, part 3, 9).
package enum OpenDocumentSheets {
  package static let part = "content.xml"

  /// The names of its sheets, in their order.
  package static func names(_ bytes: [UInt8]) throws(ContainerFault) -> [String] {
    let walk = try XMLWalk(checking: bytes)
    var names: [String] = []
    var depth = 0
    try walk.walk { event throws(ContainerFault) in
      switch event {
      case .start("table", let attributes, let isClosed):
        if depth == 0 { names.append(walk.value("name", attributes) ?? "") }
        if !isClosed { depth += 1 }
      case .end("table"): depth -= 1
      default: break
      }
    }
    return names
  }

  /// One of its sheets, by its place from 0; cost is linear in the part.
  package static func sheet(
    _ index: Int,
    of bytes: [UInt8]
  ) throws(ContainerFault) -> Sheet {
    let walk = try XMLWalk(checking: bytes)
    var reader = TableReader(walk: walk, wanted: index)
    try walk.walk { event throws(ContainerFault) in try reader.take(event) }
    reader.sheet.close()
    return reader.sheet
  }
}

private struct TableReader {
  let walk: XMLWalk
  let wanted: Int
  var sheet: Sheet

  private struct OpenCell {
    var kind: Sheet.Cell.Kind
    var value: Range<Int>
    var repeats: Int
    var hasFormula: Bool
    var text: [UInt8] = []
    var paragraphs = 0
  }

  private struct Filled {
    var column: Int
    var cell: OpenCell
  }

  private var table = -1
  private var depth = 0
  /// How many elements are open whose text is no content of a cell: remarks, shapes.
  private var aside = 0
  private var row = 1
  private var rowRepeats = 1
  private var column = 0
  private var filled: [Filled] = []
  private var cell: OpenCell?
  private var isParagraph = false
  /// How many cells only repeat another.
  private var repeated = 0
  /// More of them are no table of an office: a few bytes would stand for gigabytes.
  private static let mostRepeated = 1 << 18

  init(walk: XMLWalk, wanted: Int) {
    self.walk = walk
    self.wanted = wanted
    sheet = Sheet(walk.bytes, forms: (0...Self.mostDecimals).map { .fixed($0) })
  }

  mutating func take(_ event: XMLWalk.Event) throws(ContainerFault) {
    switch event {
    case .start("table", _, let isClosed):
      if depth == 0 { table += 1 }
      if !isClosed { depth += 1 }
    case .end("table"): depth -= 1
    default:
      guard table == wanted, depth == 1 else { return }
      try takeInside(event)
    }
  }

  private mutating func takeInside(_ event: XMLWalk.Event) throws(ContainerFault) {
    switch event {
    case .start("annotation", _, false), .start("shapes", _, false): aside += 1
    case .end("annotation"), .end("shapes"): aside -= 1
    case _ where aside > 0: break
    case .start("table-row", let attributes, let isClosed):
      openRow(attributes)
      if isClosed { try closeRow() }
    case .end("table-row"): try closeRow()
    case .start("table-cell", let attributes, let isClosed),
      .start("covered-table-cell", let attributes, let isClosed):
      openCell(attributes)
      if isClosed { closeCell() }
    case .end("table-cell"), .end("covered-table-cell"): closeCell()
    default: takeText(event)
    }
  }

  private mutating func takeText(_ event: XMLWalk.Event) {
    switch event {
    case .start("p", _, let isClosed):
      if let open = cell, open.paragraphs > 0 { cell?.text.append(0x0A) }
      cell?.paragraphs += 1
      isParagraph = !isClosed
    case .end("p"): isParagraph = false
    case .start("s", let attributes, _):
      let count = min(walk.number("c", attributes) ?? 1, 64)
      cell?.text += [UInt8](repeating: 0x20, count: max(0, count))
    case .start("tab", _, _): cell?.text.append(0x09)
    case .start("line-break", _, _): cell?.text.append(0x0A)
    case .text, .literal:
      guard isParagraph, var text = cell?.text else { return }
      if case .text(let range) = event, text.isEmpty, cell?.kind == .text { cell?.value = range }
      cell?.text = []
      walk.append(event, to: &text)
      cell?.text = text
    default: break
    }
  }

  private mutating func openRow(_ attributes: [MarkupTree.Attribute]) {
    rowRepeats = max(1, walk.number("number-rows-repeated", attributes) ?? 1)
    column = 0
    filled = []
    let visibility = walk.value("visibility", attributes)
    if visibility == "collapse" || visibility == "filter", row <= Sheet.mostRows {
      for hidden in row..<min(row + min(rowRepeats, 1 << 12), Sheet.mostRows) {
        sheet.hiddenRows.insert(hidden)
      }
    }
  }

  /// A row that says it is repeated stands that many times; empty ones only count.
  private mutating func closeRow() throws(ContainerFault) {
    if !filled.isEmpty {
      for number in row..<(row + min(rowRepeats, Sheet.mostRows)) {
        for one in filled { try append(one, row: number) }
      }
    }
    row = min(row + min(rowRepeats, Sheet.mostRows), Sheet.mostRows + 1)
  }

  private static let mostDecimals = 15

  /// The digits after the point that a number is shown with: the text of its cell says it without
  /// its style having to be looked up.
  private static func decimals(shownBy cell: OpenCell) -> Int? {
    guard cell.kind == .number || cell.kind == .percent, !cell.text.isEmpty,
      !cell.text.contains(UInt8(ascii: "E"))
    else { return nil }
    guard let point = cell.text.lastIndex(of: UInt8(ascii: ".")) else { return 0 }
    let rest = cell.text[(point + 1)...]
    // A comma behind it is the point of another country.
    guard !rest.contains(UInt8(ascii: ",")) else { return nil }
    return min(mostDecimals, rest.prefix { (48...57).contains($0) }.count)
  }

  private mutating func append(_ one: Filled, row: Int) throws(ContainerFault) {
    for column in one.column..<(one.column + one.cell.repeats) {
      if row > self.row || column > one.column { repeated += 1 }
      guard repeated <= Self.mostRepeated else { throw .tooLarge(limit: Self.mostRepeated) }
      try sheet.append(
        Sheet.Cell(
          one.cell.kind,
          row: row,
          column: column,
          range: one.cell.value,
          index: Self.decimals(shownBy: one.cell) ?? Int(UInt32.max),
          isFormula: one.cell.hasFormula
        ),
        text: one.cell.kind == .text || one.cell.kind == .fault ? one.cell.text : nil
      )
    }
  }

  private mutating func openCell(_ attributes: [MarkupTree.Attribute]) {
    func range(_ name: String) -> Range<Int>? {
      attributes.first { XMLWalk.local($0.name) == name }?.value
    }
    let (kind, value): (Sheet.Cell.Kind, Range<Int>?) =
      switch walk.value("value-type", attributes) {
      case "float", "currency": (.number, range("value"))
      case "percentage": (.percent, range("value"))
      case "date": (.date, range("date-value"))
      case "boolean": (.flag, range("boolean-value"))
      default: (.text, nil)
      }
    let repeats = walk.number("number-columns-repeated", attributes) ?? 1
    cell = OpenCell(
      kind: kind,
      value: value ?? range("style-name") ?? 0..<0,
      repeats: min(max(1, repeats), Sheet.mostColumns),
      hasFormula: range("formula") != nil
    )
    merge(attributes)
  }

  private mutating func merge(_ attributes: [MarkupTree.Attribute]) {
    let columns = min(walk.number("number-columns-spanned", attributes) ?? 1, Sheet.mostColumns)
    let rows = min(walk.number("number-rows-spanned", attributes) ?? 1, Sheet.mostRows)
    guard columns > 1 || rows > 1, columns >= 1, rows >= 1 else { return }
    sheet.merges.append(
      Sheet.Merge(rows: row...(row + rows - 1), columns: column...(column + columns - 1))
    )
  }

  private mutating func closeCell() {
    guard var open = cell else { return }
    cell = nil
    isParagraph = false
    let isEmpty = open.kind == .text && open.text.isEmpty
    if open.hasFormula, open.kind == .text {
      let faults = ["#", "Err:"]
      let text = String(decoding: open.text.prefix(8), as: UTF8.self)
      if isEmpty { open.kind = .missing }
      if faults.contains(where: text.hasPrefix) { open.kind = .fault }
    }
    if !isEmpty || open.kind == .missing { filled.append(Filled(column: column, cell: open)) }
    column = min(column + open.repeats, Sheet.mostColumns)
  }
}
