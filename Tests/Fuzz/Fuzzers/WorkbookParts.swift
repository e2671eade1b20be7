import TestSupport

/// The parts of a workbook in one file, parted by form feeds, which XML cannot hold.
///
/// They are the sheet, shared strings, styles, the list of sheets, the relations; those that are left
/// out are plain.
enum WorkbookParts {
  private static let names = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
  ]

  private static let plain = [
    "<worksheet/>",
    "<sst><si><t>单位</t></si><si><t>应建</t></si><si><t>覆盖率</t></si><si><t>双桥镇</t></si></sst>",
    """
    <styleSheet><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m"/></numFmts>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>\
    </styleSheet>
    """,
    """
    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
    <sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>
    """,
    """
    <Relationships>\(link("a", "worksheet", "worksheets/sheet1.xml"))\
    \(link("s", "sharedStrings", "sharedStrings.xml"))\(link("t", "styles", "styles.xml"))\
    </Relationships>
    """,
  ]

  private static func link(_ id: String, _ type: String, _ target: String) -> String {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return "<Relationship Id=\"\(id)\" Type=\"\(types)/\(type)\" Target=\"\(target)\"/>"
  }

  static func archive(of bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
    var archive = HandmadeArchive()
    for (index, name) in names.enumerated() {
      let given = index < parts.count ? Array(parts[index]) : []
      archive.add(name, given.isEmpty ? Array(plain[index].utf8) : given)
    }
    return archive.finished()
  }
}
