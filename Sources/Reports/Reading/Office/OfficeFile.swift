package import Containers
package import Diagnostics
import WritingSystems

/// An office document: an archive with parts in XML, each of which is a source file of its own, so
/// that a place can be shown as `report.docx(word/document.xml):1:240`.
struct OfficeFile {
  /// The kinds of office document, told by the parts they have.
  enum Kind: Hashable {
    case word
    case spreadsheet
    case openText
    case other
  }

  let archive: Archive
  let file: SourceFile.ID
  let name: String
  private let prefixes: [String: String]

  /// Opens the archive of a file; nil, with a finding, when it is none.
  init?(_ file: SourceFile, findings: inout Findings) {
    do throws(ContainerFault) {
      archive = try Archive(file.bytes)
    } catch {
      findings.add(error.finding(path: file.name, part: nil))
      return nil
    }
    self.file = file.id
    name = file.name
    prefixes = OfficeNamespaces.prefixes
  }

  var kind: Kind {
    let names = Set(archive.names)
    if names.contains("word/document.xml") { return .word }
    if names.contains("xl/workbook.xml") { return .spreadsheet }
    if names.contains("content.xml"), names.contains("mimetype") || names.contains("styles.xml") {
      return mainTypeIsText ? .openText : .other
    }
    return archive.names.contains { $0.hasPrefix("word/") } ? .word : .other
  }

  private var mainTypeIsText: Bool {
    guard let type = try? archive.member("mimetype") else { return true }
    return String(decoding: type, as: UTF8.self).contains("opendocument.text")
  }

  /// Reads the part without which there is no document; nil, with a finding, when it is not there.
  func mainPart(
    _ part: String,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> MarkupPart? {
    guard archive.names.contains(part) else {
      findings.add(Finding(.damagedPart, ["path": .quote(name), "part": .quote(part)]))
      return nil
    }
    return self.part(part, in: &files, findings: &findings)
  }

  /// Reads a part; nil when the document has none of that name, or, with a finding, when it is
  /// damaged.
  func part(
    _ part: String,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> MarkupPart? {
    do throws(ContainerFault) {
      guard let bytes = try archive.member(part) else { return nil }
      let id = files.add(name: name, part: part, bytes: bytes).id
      guard TextDecoder().decode(id, in: &files, findings: &findings) != nil else { return nil }
      let tree = try XMLTree.read(files[id].text, prefixes: prefixes)
      return MarkupPart(tree, of: files[id])
    } catch {
      findings.add(error.finding(path: name, part: part))
      return nil
    }
  }
}

/// The namespaces of office documents and the prefixes by which they are known here.
enum OfficeNamespaces {
  static let prefixes: [String: String] = {
    let open = "urn:oasis:names:tc:opendocument:xmlns:"
    var table = [
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
      "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
      "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
      "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
      "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
      "urn:schemas-microsoft-com:vml": "v",
      "urn:schemas-microsoft-com:office:office": "o",
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "",
      "http://schemas.openxmlformats.org/package/2006/relationships": "",
      // The strict form of ISO/IEC 29500-1.
      "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
      "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
      "http://purl.oclc.org/ooxml/drawingml/main": "a",
      "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
      "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
      "http://purl.oclc.org/ooxml/officeDocument/math": "m",
      "http://purl.oclc.org/ooxml/spreadsheetml/main": "",
      "http://www.w3.org/1999/xlink": "xlink",
      "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    ]
    for (name, prefix) in [
      ("office", "office"), ("text", "text"), ("table", "table"), ("drawing", "draw"),
      ("style", "style"), ("xsl-fo-compatible", "fo"), ("svg-compatible", "svg"),
    ] {
      table["\(open)\(name):1.0"] = prefix
    }
    return table
  }()
}

extension ContainerFault {
  /// The fault as a finding on a file and, where it lies in one, a part of it.
  package func finding(path: String, part: String?) -> Finding {
    let arguments: [String: FindingArgument] = [
      "path": .quote(path), "part": .quote(part ?? path),
    ]
    switch self {
    case .damagedArchive: return Finding(.damagedArchive, arguments)
    case .encrypted: return Finding(.encryptedDocument, arguments)
    case .tooLarge(let limit):
      return Finding(
        .documentTooLarge,
        arguments.merging(["limit": .number(limit)]) { first, _ in first }
      )
    case .bomb(let member), .damagedMember(let member):
      let code: FindingCode = if case .bomb = self { .archiveBomb } else { .damagedPart }
      return Finding(code, ["path": .quote(path), "part": .quote(member)])
    case .malformed(let byte, let message):
      let place: [String: FindingArgument] = ["byte": .number(byte), "message": .word(message)]
      return Finding(.malformedPart, arguments.merging(place) { first, _ in first })
    case .declaresType: return Finding(.declaredType, arguments)
    case .tooDeep: return Finding(.nestedTooDeep, arguments)
    }
  }
}
