import Containers
import Diagnostics
import WritingSystems

/// Reads a page as saved from a site, or a piece of HTML.
///
/// The text of the report is told from the page around it by structure and density (`MainText`);
/// everything else that the page says is listed as dropped. Scripts are not run, nothing is fetched.
struct HTMLReader {
  let encoding: String?

  func read(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> RawDocument? {
    let declared = encoding ?? HTMLEncoding.declared(in: files[id].bytes)
    guard
      var document = RawDocument(decoding: id, as: declared, in: &files, findings: &findings)
    else { return nil }
    let page = Page(files[id])
    let mainText = MainText(page)
    let title = PageTitle(page, mainText)
    PageDivision(page, mainText, title).divide(into: &document)
    let metadata = PageMetadata(page)
    document.source = metadata.source
    document.published = metadata.published
    return document
  }
}

/// The encoding that a page says it is in.
enum HTMLEncoding {
  /// Pages declare it in their first 1024 bytes (HTML Standard, 4.2.5.4); old ones later.
  private static let reach = 4096

  /// The declared encoding, where the bytes do not show another: a mark or valid UTF-8 is sure,
  /// while a declaration outlives the encoding when an editor saves the page anew.
  static func declared(in bytes: [UInt8]) -> String? {
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
    guard !marks.contains(where: bytes.starts(with:)),
      String(validating: bytes, as: UTF8.self) == nil
    else { return nil }
    let start = String(decoding: bytes.prefix(reach).filter { $0 < 0x80 && $0 != 0 }, as: UTF8.self)
      .lowercased()
    guard let found = start.firstRange(of: "charset=") else { return nil }
    let value = start[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    let name = String(value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    // Only names that mean something here: others are found out from the bytes.
    return TextEncoding(named: name) == nil ? nil : name
  }
}
