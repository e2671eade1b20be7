import Containers
import Diagnostics

/// Reads a document of Word or WPS (ECMA-376, WordprocessingML).
///
/// Tracked changes are accepted: what was inserted is text, what was deleted is dropped. Headers,
/// footers, comments and tables of contents are dropped too; notes stand below their paragraph.
struct WordReader {
  private let office: OfficeFile

  init(_ office: OfficeFile) {
    self.office = office
  }

  func read(in files: inout SourceFiles, findings: inout Findings) -> RawDocument? {
    guard let main = office.mainPart("word/document.xml", in: &files, findings: &findings) else {
      return nil
    }
    let styles = WordStyles(office.part("word/styles.xml", in: &files, findings: &findings))
    let numbering = WordNumbering(
      office.part("word/numbering.xml", in: &files, findings: &findings)
    )
    var notes: [WordText.NoteKey: [Line]] = [:]
    var droppedOfNotes: [RawDocument.Dropped] = []
    var found: [Report.Picture] = []
    for kind in WordText.NoteKind.allCases {
      let name = "word/\(kind.rawValue)s.xml"
      guard let part = office.part(name, in: &files, findings: &findings) else { continue }
      let pictures = WordPictures(
        office: office,
        targets: WordTargets(of: name, in: office, &files, &findings),
        found: found
      )
      let read = WordNotes(of: kind, in: part, styles, pictures)
      found = read.pictures
      for (id, lines) in read.notes {
        notes[WordText.NoteKey(kind: kind, id: id), default: []] += lines
      }
      droppedOfNotes += read.dropped
    }
    let pictures = WordPictures(
      office: office,
      targets: WordTargets(of: "word/document.xml", in: office, &files, &findings),
      found: found
    )
    var text = WordText(main, styles, numbering, notes: notes, pictures)
    text.readBody()
    var document = RawDocument(encoding: "UTF-8")
    document.lines = text.lines.titled().ranked()
    document.pictures = text.pictures.found
    document.archive = office.archive
    document.dropped = text.dropped + droppedOfNotes
    let changes = document.dropped.count { $0.kind == .trackedChange }
    dropFurniture(into: &document, in: &files, findings: &findings)
    if changes > 0 { findings.add(Finding(.acceptedChanges, ["count": .number(changes)])) }
    return document
  }

  /// Drops what stands around the text: headers, footers and comments.
  private func dropFurniture(
    into document: inout RawDocument,
    in files: inout SourceFiles,
    findings: inout Findings
  ) {
    var comments = 0
    for name in office.archive.names where name.hasPrefix("word/") && name.hasSuffix(".xml") {
      let local = name.dropFirst(5)
      let isHeader = local.hasPrefix("header")
      let isComment = local == "comments.xml"
      guard isHeader || isComment || local.hasPrefix("footer"),
        let part = office.part(name, in: &files, findings: &findings)
      else { continue }
      let kind: Report.Dropped.Kind = isComment ? .annotation : isHeader ? .pageHead : .footer
      for text in Self.paragraphs(of: part) {
        if isComment { comments += 1 }
        document.drop(text, as: kind, by: nil)
      }
    }
    if comments > 0 { findings.add(Finding(.leftOutComments, ["count": .number(comments)])) }
  }

  /// All words of a part, those of a paragraph together.
  private static func paragraphs(of part: MarkupPart) -> [Strand] {
    var found: [Strand] = []
    var text = Strand(file: part.file)
    for (index, node) in part.tree.nodes.enumerated() {
      if node.name == "w:p", !text.isBlank { found.append(text) }
      if node.name == "w:p" { text = Strand(file: part.file) }
      part.append(index, to: &text)
    }
    return text.isBlank ? found : found + [text]
  }
}

/// The footnotes or endnotes of a document.
struct WordNotes {
  private(set) var notes: [(id: String, lines: [Line])] = []
  private(set) var dropped: [RawDocument.Dropped] = []
  /// The pictures found so far, those of the notes among them.
  private(set) var pictures: [Report.Picture] = []

  init(
    of kind: WordText.NoteKind,
    in part: MarkupPart,
    _ styles: WordStyles,
    _ pictures: WordPictures
  ) {
    var pictures = pictures
    var node = 0
    while node < part.tree.nodes.count {
      guard part.tree.nodes[node].name == "w:\(kind.rawValue)" else {
        drop(node..<(node + 1), part)
        node += 1
        continue
      }
      // The rules above notes are given as notes too, of a type.
      if let id = part.tree.value("w:id", of: node), part.tree.value("w:type", of: node) == nil {
        var text = WordText(part, styles, WordNumbering(nil), notes: [:], pictures)
        text.readElement(node)
        pictures = text.pictures
        notes.append((id, text.lines))
        dropped += text.dropped
      } else {
        drop(part.nodes(of: node), part)
      }
      node = part.tree.nodes[node].end
    }
    self.pictures = pictures.found
  }

  private mutating func drop(_ nodes: Range<Int>, _ part: MarkupPart) {
    let text = part.text(of: nodes)
    if !text.isBlank { dropped.append(.init(text: text, kind: .control, rule: nil)) }
  }
}
