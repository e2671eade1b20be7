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
    guard let main = office.part("word/document.xml", in: &files, findings: &findings) else {
      return nil
    }
    let styles = WordStyles(office.part("word/styles.xml", in: &files, findings: &findings))
    let numbering = WordNumbering(
      office.part("word/numbering.xml", in: &files, findings: &findings)
    )
    var notes: [WordText.NoteKey: [Line]] = [:]
    var changes = 0
    for kind in WordText.NoteKind.allCases {
      let part = office.part("word/\(kind.rawValue)s.xml", in: &files, findings: &findings)
      guard let part else { continue }
      for (id, lines) in WordText.notes(of: kind, in: part, styles) {
        notes[WordText.NoteKey(kind: kind, id: id)] = lines
      }
    }
    var text = WordText(main, styles, numbering, notes: notes)
    text.targets = targets(in: &files, findings: &findings)
    text.readBody()
    var document = RawDocument(encoding: "UTF-8")
    document.lines = text.lines.titled().ranked()
    for dropped in text.dropped {
      document.drop(dropped.text, as: dropped.kind, by: dropped.rule)
      if dropped.kind == .trackedChange { changes += 1 }
    }
    dropFurniture(into: &document, in: &files, findings: &findings)
    if changes > 0 { findings.add(Finding(.acceptedChanges, ["count": .number(changes)])) }
    return document
  }

  /// The members that the relations of the main part name, by their ids.
  private func targets(
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> [String: String] {
    let name = "word/_rels/document.xml.rels"
    guard let part = office.part(name, in: &files, findings: &findings) else { return [:] }
    var targets: [String: String] = [:]
    for node in part.tree.nodes.indices where part.tree.nodes[node].name == "Relationship" {
      guard let id = part.tree.value("Id", of: node),
        let target = part.tree.value("Target", of: node)
      else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "word/" + target
    }
    return targets
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
      for paragraph in part.tree.nodes.indices where part.tree.nodes[paragraph].name == "w:p" {
        let text = WordText.plainText(of: paragraph, in: part)
        guard !text.isBlank else { continue }
        if isComment { comments += 1 }
        let kind: Report.Dropped.Kind =
          isComment ? .annotation : isHeader ? .pageHead : .footer
        document.drop(text, as: kind, by: nil)
      }
    }
    if comments > 0 { findings.add(Finding(.leftOutComments, ["count": .number(comments)])) }
  }
}
