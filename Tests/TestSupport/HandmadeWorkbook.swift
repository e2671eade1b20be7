/// Writes workbooks for tests, cell by cell, from a short notation.
///
/// A row is cells parted by `|`. `文字` is a shared string, `=30` a number; the other kinds begin with
/// a letter and a colon: `i:` inline, `p:` a number shown as 0.00%, `f:` as 0.00, `d:` as a date,
/// `m:` as yyyy年m月, `t:` a number stored as text, `b:` a truth value, `e:` an error, `c:` a formula with
/// its number, `n:` a formula without a value. An empty cell is left out.
package struct HandmadeWorkbook {
  package var sheets: [(name: String, rows: [String])]
  package var state = ""
  package var countsFrom1904 = false
  /// What stands before and after the rows of each sheet.
  package var before = ""
  package var after = ""
  /// Attributes of rows by their numbers.
  package var rowAttributes: [Int: String] = [:]

  package init(_ sheets: [(name: String, rows: [String])]) {
    self.sheets = sheets
  }

  package init(_ rows: [String]) {
    self.init([("Sheet1", rows)])
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  package func bytes() -> [UInt8] {
    var strings: [String] = []
    var archive = HandmadeArchive()
    func add(_ name: String, _ text: String) { archive.add(name, Array((Self.head + text).utf8)) }
    for (index, sheet) in sheets.enumerated() {
      add("xl/worksheets/sheet\(index + 1).xml", part(sheet.rows, &strings))
    }
    add("xl/workbook.xml", workbook)
    add("xl/_rels/workbook.xml.rels", links)
    add("xl/styles.xml", Self.styles)
    let list = strings.map { "<si><t xml:space=\"preserve\">\(Self.escaped($0))</t></si>" }
    add("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.namespace)\">\(list.joined())</sst>")
    return archive.finished()
  }

  private var workbook: String {
    let entries = sheets.enumerated().map { index, sheet in
      let hidden = index == 0 ? state : ""
      return
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(hidden) r:id=\"rId\(index + 1)\"/>"
    }
    let epoch = countsFrom1904 ? "<workbookPr date1904=\"1\"/>" : ""
    return """
      <workbook xmlns="\(Self.namespace)" xmlns:r="\(Self.relations)">\(epoch)<sheets>\
      \(entries.joined())</sheets></workbook>
      """
  }

  private var links: String {
    let sheetLinks = sheets.indices.map { index in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.relations)/worksheet\""
        + " Target=\"worksheets/sheet\(index + 1).xml\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(sheetLinks.joined())\
      <Relationship Id="s" Type="\(Self.relations)/sharedStrings" Target="sharedStrings.xml"/>\
      <Relationship Id="t" Type="\(Self.relations)/styles" Target="/xl/styles.xml"/>\
      </Relationships>
      """
  }

  private static let styles = """
    <styleSheet xmlns="\(namespace)"><numFmts count="1">\
    <numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>\
    <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>\
    <xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="2"/><xf numFmtId="14"/><xf numFmtId="176"/>\
    </cellXfs></styleSheet>
    """

  private func part(_ rows: [String], _ strings: inout [String]) -> String {
    var text = "<worksheet xmlns=\"\(Self.namespace)\">\(before)<sheetData>"
    for (index, row) in rows.enumerated() {
      text += "<row r=\"\(index + 1)\" \(rowAttributes[index + 1] ?? "")>"
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        text += self.cell(String(cell), "\(Self.letter(column))\(index + 1)", &strings)
      }
      text += "</row>"
    }
    return text + "</sheetData>\(after)</worksheet>"
  }

  private func cell(_ cell: String, _ name: String, _ strings: inout [String]) -> String {
    let parts = cell.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = parts.count == 2 && parts[0].count == 1 ? String(parts[0]) : ""
    let content = kind.isEmpty ? cell : String(parts[1])
    func number(_ style: Int) -> String { "<c r=\"\(name)\" s=\"\(style)\"><v>\(content)</v></c>" }
    switch kind {
    case "i": return "<c r=\"\(name)\" t=\"inlineStr\"><is>\(content)</is></c>"
    case "p": return number(1)
    case "f": return number(2)
    case "d": return number(3)
    case "m": return number(4)
    case "b": return "<c r=\"\(name)\" t=\"b\"><v>\(content)</v></c>"
    case "e": return "<c r=\"\(name)\" t=\"e\"><f>1/0</f><v>\(content)</v></c>"
    case "c": return "<c r=\"\(name)\"><f>A1+1</f><v>\(content)</v></c>"
    case "n": return "<c r=\"\(name)\"><f>A1+1</f></c>"
    default:
      if content.hasPrefix("=") { return "<c r=\"\(name)\"><v>\(content.dropFirst())</v></c>" }
      strings.append(content)
      return "<c r=\"\(name)\" t=\"s\"><v>\(strings.count - 1)</v></c>"
    }
  }

  private static func letter(_ column: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column)))
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
