extension Sheet {
  /// Reads a worksheet of Office Open XML (`xl/worksheets/sheet1.xml`, ECMA-376-1, 18.3).
  ///
  /// Cost is linear in the part.
  package static func worksheet(
    _ bytes: [UInt8],
    strings: TextList = TextList(),
    forms: [NumberForm] = []
  ) throws(ContainerFault) -> Sheet {
    let walk = try XMLWalk(checking: bytes)
    var reader = WorksheetReader(
      walk: walk,
      sheet: Sheet(bytes, strings: strings, forms: forms)
    )
    try walk.walk { event throws(ContainerFault) in try reader.take(event) }
    reader.sheet.close()
    return reader.sheet
  }
}

private struct WorksheetReader {
  let walk: XMLWalk
  var sheet: Sheet

  private struct OpenCell {
    var column: Int
    var type: String
    var form: Int
    var hasFormula = false
    var formula: Range<Int>?
    var value: Range<Int>?
    var text: [UInt8]?
  }

  private var row = 0
  private var column = -1
  private var cell: OpenCell?
  private var isValue = false
  private var isFormula = false
  private var run = TextRun()

  init(walk: XMLWalk, sheet: Sheet) {
    self.walk = walk
    self.sheet = sheet
  }

  mutating func take(_ event: XMLWalk.Event) throws(ContainerFault) {
    switch event {
    case .start("row", let attributes, _): openRow(attributes)
    case .start("c", let attributes, let isClosed):
      openCell(attributes)
      if isClosed { try closeCell() }
    case .end("c"): try closeCell()
    case .start("f", _, let isClosed):
      cell?.hasFormula = true
      isFormula = !isClosed
    case .end("f"): isFormula = false
    case .start("v", _, let isClosed): isValue = !isClosed
    case .end("v"): isValue = false
    case .start("col", let attributes, _): hideColumns(attributes)
    case .start("mergeCell", let attributes, _): merge(attributes)
    default: takeText(event)
    }
  }

  private mutating func takeText(_ event: XMLWalk.Event) {
    if run.takes(event), cell != nil {
      var text = cell?.text ?? []
      walk.append(event, to: &text)
      cell?.text = text
      if case .text(let range) = event, cell?.value == nil { cell?.value = range }
    } else if isFormula {
      if case .text(let range) = event { cell?.formula = range }
    } else if isValue, cell != nil {
      guard case .text(let range) = event else { return }
      cell?.value = range
    }
  }

  private mutating func openRow(_ attributes: [MarkupTree.Attribute]) {
    row = walk.number("r", attributes) ?? row + 1
    column = -1
    if walk.flag("hidden", attributes), (1...Sheet.mostRows).contains(row) {
      sheet.hiddenRows.insert(row)
    }
  }

  private mutating func openCell(_ attributes: [MarkupTree.Attribute]) {
    column += 1
    var type = "n"
    var form = 0
    for attribute in attributes {
      switch attribute.name {
      case "r":
        let name = walk.bytes[attribute.value]
        if let place = Sheet.place(String(decoding: name, as: UTF8.self)) { column = place.column }
      case "s": form = Int(String(decoding: walk.bytes[attribute.value], as: UTF8.self)) ?? 0
      case "t": type = String(decoding: walk.bytes[attribute.value], as: UTF8.self)
      default: break
      }
    }
    cell = OpenCell(column: column, type: type, form: form)
    run = TextRun()
  }

  /// The kind of a cell by its type (18.18.11); nil for one that is empty.
  private func kind(of cell: OpenCell) -> Sheet.Cell.Kind? {
    if cell.type == "inlineStr" { return cell.text == nil ? nil : .text }
    guard cell.value != nil else { return cell.hasFormula && cell.type != "str" ? .missing : nil }
    switch cell.type {
    case "s": return .shared
    case "str": return .text
    case "b": return .flag
    case "e": return .fault
    case "d": return .date
    default: return .number
    }
  }

  private mutating func closeCell() throws(ContainerFault) {
    guard let open = cell else { return }
    cell = nil
    guard let kind = kind(of: open) else { return }
    let range = open.value ?? open.formula ?? 0..<0
    var index = kind == .number ? open.form : Int(UInt32.max)
    var text: [UInt8]?
    if kind == .shared {
      index = Int(String(decoding: walk.bytes[range], as: UTF8.self)) ?? Int(UInt32.max)
    } else if kind == .text {
      var own = open.text ?? []
      if open.text == nil { walk.append(.text(range), to: &own) }
      text = own
    }
    try sheet.append(
      Sheet.Cell(
        kind,
        row: row,
        column: open.column,
        range: range,
        index: index,
        isFormula: open.hasFormula
      ),
      text: text
    )
  }

  private mutating func hideColumns(_ attributes: [MarkupTree.Attribute]) {
    guard walk.flag("hidden", attributes), let first = walk.number("min", attributes),
      let last = walk.number("max", attributes), 1 <= first, first <= last
    else { return }
    // A file may hide all columns beyond its table; those hold nothing.
    for column in first...min(last, first + 255) { sheet.hiddenColumns.insert(column - 1) }
  }

  private mutating func merge(_ attributes: [MarkupTree.Attribute]) {
    let corners = (walk.value("ref", attributes) ?? "").split(separator: ":").map(Sheet.place)
    guard corners.count == 2, let first = corners[0], let last = corners[1],
      first.row <= last.row, first.column <= last.column
    else { return }
    sheet.merges.append(
      Sheet.Merge(rows: first.row...last.row, columns: first.column...last.column)
    )
  }
}
