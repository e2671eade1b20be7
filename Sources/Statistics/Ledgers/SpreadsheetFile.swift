import Containers
import Diagnostics
import Reports
import WritingSystems

/// What kind of file a ledger comes in, told by how it begins.
enum LedgerForm: Hashable {
  case text
  /// An archive: a spreadsheet of Excel, WPS or LibreOffice.
  case spreadsheet
  /// Nothing that a ledger is read from; its kind in words.
  case foreign(Bilingual)

  init(_ file: SourceFile) {
    let bytes = file.bytes
    func begins(_ start: String) -> Bool { bytes.starts(with: start.utf8) }
    if begins("PK\u{3}\u{4}") || begins("PK\u{5}\u{6}") {
      self = .spreadsheet
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .foreign(Self.compound(bytes))
    } else if Self.isFlat(bytes) {
      self = .spreadsheet
    } else if begins("%PDF-") {
      self = .foreign(Bilingual("PDF", "a PDF"))
    } else if begins("GIF8") || Self.pictures.contains(where: bytes.starts) {
      self = .foreign(Bilingual("图片", "a picture"))
    } else {
      self = Self.isMarkup(bytes) ? .foreign(Self.page) : .text
    }
  }

  /// PNG and JPEG.
  private static let pictures: [[UInt8]] = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF]]

  /// Excel 97 and workbooks locked with a password share a container (MS-CFB).
  private static func compound(_ bytes: [UInt8]) -> Bilingual {
    let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let isLocked = bytes.prefix(1 << 20).indices.contains { index in
      bytes[index] == name[0] && bytes[index...].starts(with: name)
    }
    return isLocked
      ? Bilingual("有密码的工作簿", "a workbook locked with a password")
      : Bilingual("旧式 Excel 工作簿（.xls）", "a workbook of Excel 97 (.xls)")
  }

  /// A sheet of LibreOffice in one file of XML (`.fods`).
  static func isFlat(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "<") || bytes.first == 0xEF else { return false }
    let start = String(decoding: bytes.prefix(8_192), as: UTF8.self)
    return start.contains("<office:document") && start.contains("opendocument.spreadsheet")
  }

  private static let page = Bilingual("改了名的网页（.xls 其实是网页）", "a web page under another name")

  /// Systems export pages and call them .xls.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(512).filter { $0 != 0 }, as: UTF8.self)
      .lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return ["<!doctype", "<html", "<head", "<meta", "<table", "<?xml"]
      .contains { start.hasPrefix($0) }
  }
}

/// Opens a workbook of Office Open XML or OpenDocument and one of its sheets.
struct SpreadsheetFile {
  let file: SourceFile
  let ledger: String

  func open(
    _ choice: StatisticsPlan.LedgerDefinition.SheetChoice?,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> SheetTable? {
    if LedgerForm.isFlat(file.bytes) { return flat(choice, in: &files, findings: &findings) }
    do throws(ContainerFault) {
      let parts = Parts(archive: try Archive(file.bytes), path: file.name)
      let names = Set(parts.archive.names)
      if names.contains(Workbook.part) {
        return workbook(parts, choice, in: &files, findings: &findings)
      }
      let type = parts.read("mimetype", &findings).map { String(decoding: $0, as: UTF8.self) }
      if let type, type.contains("opendocument.spreadsheet") {
        return openDocument(parts, choice, in: &files, findings: &findings)
      }
      findings.add(Finding(.ledgerForeign, foreign(names)))
    } catch {
      findings.add(error.finding(path: file.name, part: nil))
    }
    return nil
  }

  private func foreign(_ names: Set<String>) -> [String: FindingArgument] {
    let form: Bilingual =
      if names.contains("xl/workbook.bin") {
        Bilingual("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)")
      } else if names.contains("word/document.xml") {
        Bilingual("Word 文档", "a document of Word")
      } else {
        Bilingual("ZIP 压缩文件", "a ZIP archive")
      }
    return ["path": .quote(file.name), "form": .words(form), "ledger": .quote(ledger)]
  }

  // MARK: Office Open XML

  private func workbook(
    _ parts: Parts,
    _ choice: StatisticsPlan.LedgerDefinition.SheetChoice?,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> SheetTable? {
    let relations = parts.read(Workbook.relationsPart, &findings) ?? Array("<none/>".utf8)
    guard let bytes = parts.read(Workbook.part, &findings),
      let workbook = parts.trying(
        Workbook.part,
        &findings,
        { () throws(ContainerFault) in
          try Workbook(bytes, relations: relations)
        }
      )
    else { return nil }
    let entries = workbook.sheets.filter { $0.part != nil }
    let listed = entries.map { (name: $0.name, isHidden: $0.isHidden) }
    guard let index = self.index(of: choice, listed, &findings),
      let part = entries[index].part,
      let strings = optional(workbook.stringsPart, parts, TextList(), &findings, Workbook.strings),
      let forms = optional(workbook.stylesPart, parts, [], &findings, Workbook.forms),
      let source = parts.source(part, in: &files, &findings),
      let sheet = parts.trying(
        part,
        &findings,
        { () throws(ContainerFault) in
          try Sheet.worksheet(source.text, strings: strings, forms: forms)
        }
      )
    else { return nil }
    return SheetTable(
      sheet,
      name: entries[index].name,
      file: source,
      countsFrom1904: workbook.countsFrom1904
    )
  }

  /// What a part holds that a workbook need not have; nil, with a finding, when it is damaged.
  private func optional<T>(
    _ part: String?,
    _ parts: Parts,
    _ none: T,
    _ findings: inout Findings,
    _ read: ([UInt8]) throws(ContainerFault) -> T
  ) -> T? {
    guard let part, parts.archive.names.contains(part) else { return none }
    guard let bytes = parts.read(part, &findings) else { return nil }
    return parts.trying(part, &findings) { () throws(ContainerFault) in try read(bytes) }
  }

  // MARK: OpenDocument

  private func openDocument(
    _ parts: Parts,
    _ choice: StatisticsPlan.LedgerDefinition.SheetChoice?,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> SheetTable? {
    let part = OpenDocumentSheets.part
    guard let source = parts.source(part, in: &files, &findings) else { return nil }
    return openDocument(source, part, choice, &findings)
  }

  private func flat(
    _ choice: StatisticsPlan.LedgerDefinition.SheetChoice?,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> SheetTable? {
    guard TextDecoder().decode(file.id, in: &files, findings: &findings) != nil else { return nil }
    return openDocument(files[file.id], nil, choice, &findings)
  }

  private func openDocument(
    _ source: SourceFile,
    _ part: String?,
    _ choice: StatisticsPlan.LedgerDefinition.SheetChoice?,
    _ findings: inout Findings
  ) -> SheetTable? {
    do throws(ContainerFault) {
      let names = try OpenDocumentSheets.names(source.text)
      let shown = names.map { (name: $0, isHidden: false) }
      guard let index = index(of: choice, shown, &findings) else { return nil }
      let sheet = try OpenDocumentSheets.sheet(index, of: source.text)
      return SheetTable(sheet, name: names[index], file: source, countsFrom1904: false)
    } catch {
      findings.add(error.finding(path: file.name, part: part))
      return nil
    }
  }

  // MARK: The sheet

  /// The sheet chosen, else the first that is shown; of several it is said which.
  private func index(
    of choice: StatisticsPlan.LedgerDefinition.SheetChoice?,
    _ sheets: [(name: String, isHidden: Bool)],
    _ findings: inout Findings
  ) -> Int? {
    let names = sheets.map(\.name)
    let arguments: [String: FindingArgument] = [
      "ledger": .quote(ledger), "path": .quote(file.name), "choices": .choices(names),
    ]
    guard let choice else {
      guard !sheets.isEmpty else {
        findings.add(Finding(.ledgerEmpty, arguments))
        return nil
      }
      let index = sheets.firstIndex { !$0.isHidden } ?? 0
      if sheets.count > 1 {
        findings.add(
          Finding(.ledgerFirstSheet, arguments.merging(["sheet": .quote(names[index])]) { $1 })
        )
      }
      return index
    }
    if let index = Self.place(of: choice, names) { return index }
    let wanted: String =
      switch choice {
      case .named(let name): name
      case .number(let number): String(number)
      }
    findings.add(
      Finding(
        .ledgerNoSheet,
        arguments.merging(["sheet": .quote(wanted)]) { $1 },
        suggestion: Suggestion.nearest(to: wanted, among: names)
      )
    )
    return nil
  }

  private static func place(
    of choice: StatisticsPlan.LedgerDefinition.SheetChoice,
    _ names: [String]
  ) -> Int? {
    switch choice {
    case .named(let name):
      let key = MatchingKey(name)
      return names.firstIndex(of: name) ?? names.firstIndex { MatchingKey($0) == key }
    case .number(let number):
      return names.firstIndex(of: String(number))
        ?? (names.indices.contains(number - 1) ? number - 1 : nil)
    }
  }
}

/// The parts of a workbook, decoded, with what is wrong with them.
private struct Parts {
  let archive: Archive
  let path: String

  /// The text of a part in UTF-8; nil, with a finding, when it is missing or damaged.
  func read(_ part: String, _ findings: inout Findings) -> [UInt8]? {
    var files = SourceFiles()
    return source(part, in: &files, &findings)?.text
  }

  func source(
    _ part: String,
    in files: inout SourceFiles,
    _ findings: inout Findings
  ) -> SourceFile? {
    do throws(ContainerFault) {
      guard let bytes = try archive.member(part) else {
        throw ContainerFault.damagedMember(part)
      }
      let id = files.add(name: path, part: part, bytes: bytes).id
      guard TextDecoder().decode(id, in: &files, findings: &findings) != nil else { return nil }
      return files[id]
    } catch {
      findings.add(error.finding(path: path, part: part))
      return nil
    }
  }

  func trying<T>(
    _ part: String,
    _ findings: inout Findings,
    _ work: () throws(ContainerFault) -> T
  ) -> T? {
    do throws(ContainerFault) {
      return try work()
    } catch {
      findings.add(error.finding(path: path, part: part))
      return nil
    }
  }
}
