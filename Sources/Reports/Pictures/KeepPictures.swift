import Diagnostics

extension Report {
  /// Takes over the pictures that its paragraphs stand for, in reading order, and examines them.
  mutating func keepPictures(
    of document: RawDocument,
    _ bytes: PictureBytes,
    in files: SourceFiles,
    _ findings: inout Findings
  ) {
    var texts: [SourcedText] = []
    for section in sections.indices {
      for index in sections[section].paragraphs.indices {
        let paragraph = sections[section].paragraphs[index]
        guard let picture = paragraph.picture else { continue }
        sections[section].paragraphs[index].picture = pictures.count
        pictures.append(document.pictures[picture])
        texts.append(paragraph.text)
      }
    }
    PictureCheck.examine(&pictures, texts: texts, bytes, in: files, findings: &findings)
  }
}
