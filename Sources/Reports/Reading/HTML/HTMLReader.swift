import Containers
import Diagnostics

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
    let declared = DeclaredEncoding.find(in: files[id].bytes)
    guard
      var document = RawDocument(
        decoding: id,
        as: encoding,
        declared: declared,
        in: &files,
        findings: &findings
      )
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
