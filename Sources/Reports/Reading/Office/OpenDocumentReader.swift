import Containers
import Diagnostics
import WritingSystems

/// Reads a text document of LibreOffice (ODF 1.3, ISO/IEC 26300).
struct OpenDocumentReader {
  /// Reads a document that is an archive of parts.
  func read(
    _ office: OfficeFile,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> RawDocument? {
    guard let content = office.mainPart("content.xml", in: &files, findings: &findings) else {
      return nil
    }
    var styles = OpenStyles()
    styles.read(content)
    if let part = office.part("styles.xml", in: &files, findings: &findings) { styles.read(part) }
    var document = RawDocument(encoding: "UTF-8")
    document.archive = office.archive
    read(OpenText(content, styles, OpenPictures(office)), into: &document, &findings)
    return document
  }

  /// Reads a document that is one file (ODF 1.3, part 3, 3.1.2).
  func readFlat(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> RawDocument? {
    guard
      var document = RawDocument(decoding: id, as: nil, in: &files, findings: &findings)
    else { return nil }
    let tree: MarkupTree
    do throws(ContainerFault) {
      tree = try XMLTree.read(files[id].text, prefixes: OfficeNamespaces.prefixes)
    } catch {
      findings.add(error.finding(path: files[id].name, part: nil))
      return nil
    }
    let part = MarkupPart(tree, of: files[id])
    var styles = OpenStyles()
    styles.read(part)
    read(OpenText(part, styles, OpenPictures(id)), into: &document, &findings)
    return document
  }

  private func read(
    _ text: OpenText,
    into document: inout RawDocument,
    _ findings: inout Findings
  ) {
    var text = text
    text.readBody()
    document.lines = text.lines.titled().ranked()
    document.pictures = text.pictures.found
    let dropped = text.dropped + text.furniture
    for dropped in dropped { document.drop(dropped.text, as: dropped.kind, by: dropped.rule) }
    if text.comments > 0 {
      findings.add(Finding(.leftOutComments, ["count": .number(text.comments)]))
    }
    if text.deletions > 0 {
      findings.add(Finding(.acceptedChanges, ["count": .number(text.deletions)]))
    }
  }
}

extension Strand {
  /// The text with each run of white space made one space, none after a space.
  func withSingleSpaces(after last: Unicode.Scalar?) -> Strand {
    var result = Strand(file: file)
    var before = last ?? " "
    for index in indices {
      let isSpace = scalars[index].isPageSpace
      if isSpace, before.isPageSpace { continue }
      result.append(isSpace ? " " : scalars[index], at: span(of: index..<(index + 1)))
      before = isSpace ? " " : scalars[index]
    }
    return result
  }
}
