import Diagnostics

/// What kind of file a report comes in, told by how it begins, and by its name where that says more.
enum FileForm: Hashable {
  case text
  case html
  /// An archive: a document of Word, WPS or LibreOffice.
  case office
  case markdown
  /// A document of LibreOffice in one file of XML (`.fodt`).
  case flatOpenText
  /// Nothing that a report can be read from; its name as printed.
  case foreign(String)

  init(_ file: SourceFile) {
    self = Self.form(of: file.bytes, named: file.name)
  }

  private static func form(of bytes: [UInt8], named name: String) -> FileForm {
    let beginnings: [(String, String)] = [
      ("%PDF-", "PDF"), ("{\\rtf", "RTF"), ("\u{7F}ELF", "ELF"),
    ]
    if let found = beginnings.first(where: { bytes.starts(with: $0.0.utf8) }) {
      return .foreign(found.1)
    }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8) {
      return .office
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .foreign(compound(bytes, name)) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .foreign("PNG") }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .foreign("JPEG") }
    if [".md", ".markdown"].contains(where: name.lowercased().hasSuffix) { return .markdown }
    if isFlat(bytes, "opendocument.text") { return .flatOpenText }
    if isFlat(bytes, "opendocument.spreadsheet") { return .foreign("FODS") }
    return isHTML(bytes, named: name) ? .html : .text
  }

  /// Office programs of before 2007 share a container (MS-CFB); what is in it is told by the names of
  /// its streams.
  private static func compound(_ bytes: [UInt8], _ name: String) -> String {
    let kinds = [("Workbook", "XLS"), ("PowerPoint Document", "PPT"), ("WordDocument", "DOC")]
    let streams = kinds.map { kind in
      // The names are in UTF-16.
      (kind.0.utf8.flatMap { (letter: UInt8) -> [UInt8] in [letter, 0] }, kind.1)
    }
    // Directories stand at the start or at the end of a file.
    let most = 1 << 16
    let parts = [bytes.prefix(most), bytes.suffix(most)]
    let found = streams.first { stream in
      parts.contains { part in
        part.indices.contains { part[$0] == stream.0[0] && part[$0...].starts(with: stream.0) }
      }
    }
    let kind = found?.1 ?? "DOC"
    return kind == "DOC" && name.lowercased().hasSuffix(".wps") ? "WPS" : kind
  }

  /// By its first element; the namespaces that it declares come before its kind.
  private static func isFlat(_ bytes: [UInt8], _ type: String) -> Bool {
    guard bytes.prefix(200).contains(UInt8(ascii: "<")) else { return false }
    let start = String(decoding: bytes.prefix(8_192), as: UTF8.self)
    let shown = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return (shown.hasPrefix("<?xml") || shown.hasPrefix("<office:"))
      && shown.contains("<office:document") && shown.contains(type)
  }

  private static let htmlNames = [".html", ".htm", ".shtml", ".xhtml"]

  /// By name, by a document's first tags, or a piece of a page: a tag at the very beginning, closed
  /// somewhere.
  private static func isHTML(_ bytes: [UInt8], named name: String) -> Bool {
    let small = name.lowercased()
    if htmlNames.contains(where: small.hasSuffix) { return true }
    let beginning = bytes.prefix(1024)
    guard beginning.contains(UInt8(ascii: "<")) else { return false }
    let start = String(decoding: beginning.filter { $0 != 0 }, as: UTF8.self).lowercased()
    if ["<!doctype html", "<html", "<head>", "<body"].contains(where: start.contains) {
      return true
    }
    let shown = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let tags = [
      "<div", "<p>", "<p ", "<table", "<article", "<h1", "<h2", "<section", "<span", "<ul",
    ]
    return tags.contains(where: shown.hasPrefix) && start.contains(">")
  }
}
