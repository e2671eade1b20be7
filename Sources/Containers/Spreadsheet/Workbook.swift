/// What a workbook of Office Open XML says of its sheets (ECMA-376-1, 18.2), read from its parts.
///
/// Each door takes a part in UTF-8, so that a fault can be told with the part it lies in.
package struct Workbook: Sendable {
  package struct SheetEntry: Hashable, Sendable {
    package let name: String
    /// `xl/worksheets/sheet1.xml`; nil for a sheet that is no table, or that the file lacks.
    package let part: String?
    package let isHidden: Bool
  }

  package let sheets: [SheetEntry]
  /// Days are counted from 1904 and not from 1900 (18.17.4.1).
  package let countsFrom1904: Bool
  package let stringsPart: String?
  package let stylesPart: String?

  package static let part = "xl/workbook.xml"
  package static let relationsPart = "xl/_rels/workbook.xml.rels"

  /// Reads `xl/workbook.xml` with its relations.
  package init(_ bytes: [UInt8], relations: [UInt8]) throws(ContainerFault) {
    let targets = try Relations(relations)
    let walk = try XMLWalk(checking: bytes)
    var sheets: [SheetEntry] = []
    var countsFrom1904 = false
    try walk.walk { event throws(ContainerFault) in
      guard case .start(let name, let attributes, _) = event else { return }
      if name == "workbookPr" { countsFrom1904 = walk.flag("date1904", attributes) }
      guard name == "sheet" else { return }
      let target = walk.value("id", attributes).flatMap { targets.sheets[$0] }
      let state = walk.value("state", attributes)
      sheets.append(
        SheetEntry(
          name: walk.value("name", attributes) ?? "",
          part: target,
          isHidden: state == "hidden" || state == "veryHidden"
        )
      )
    }
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
    stringsPart = targets.strings
    stylesPart = targets.styles
  }

  /// The strings that cells share (`xl/sharedStrings.xml`, 18.4); readings above characters are
  /// left out.
  package static func strings(_ bytes: [UInt8]) throws(ContainerFault) -> TextList {
    let walk = try XMLWalk(checking: bytes)
    var list = TextList()
    var text: [UInt8] = []
    var run = TextRun()
    try walk.walk { event throws(ContainerFault) in
      switch event {
      case .start("si", _, let isClosed):
        text = []
        if isClosed { list.append(text) }
      case .end("si"): list.append(text)
      default: if run.takes(event) { walk.append(event, to: &text) }
      }
    }
    return list
  }

  /// For each format of cells (`xl/styles.xml`, 18.8.10) how it shows a number.
  package static func forms(_ bytes: [UInt8]) throws(ContainerFault) -> [NumberForm] {
    let walk = try XMLWalk(checking: bytes)
    var codes: [Int: NumberForm] = [:]
    var forms: [NumberForm] = []
    var isInside = false
    try walk.walk { event throws(ContainerFault) in
      switch event {
      case .start("numFmt", let attributes, _):
        guard let id = walk.number("numFmtId", attributes) else { return }
        codes[id] = walk.value("formatCode", attributes).map { NumberForm(code: $0) }
      case .start("cellXfs", _, let isClosed): isInside = !isClosed
      case .end("cellXfs"): isInside = false
      case .start("xf", let attributes, _) where isInside:
        let id = walk.number("numFmtId", attributes) ?? 0
        forms.append(codes[id] ?? NumberForm(builtIn: id) ?? .general)
      default: break
      }
    }
    return forms
  }
}

/// Tells the text of strings and inline strings from readings above it.
struct TextRun {
  private var isText = false
  private var isReading = false

  /// Whether an event is text that is shown.
  mutating func takes(_ event: XMLWalk.Event) -> Bool {
    switch event {
    case .start("t", _, let isClosed): isText = !isClosed
    case .end("t"): isText = false
    case .start("rPh", _, let isClosed): isReading = !isClosed
    case .end("rPh"): isReading = false
    case .text, .literal: return isText && !isReading
    default: break
    }
    return false
  }
}

/// The parts that a workbook's relations name (ECMA-376-2, 9.3).
private struct Relations {
  /// Worksheets by the ids of their relations.
  var sheets: [String: String] = [:]
  var strings: String?
  var styles: String?

  init(_ bytes: [UInt8]) throws(ContainerFault) {
    let walk = try XMLWalk(checking: bytes)
    try walk.walk { event throws(ContainerFault) in
      guard case .start("Relationship", let attributes, _) = event,
        let target = walk.value("Target", attributes), let type = walk.value("Type", attributes)
      else { return }
      let part = Self.part(target)
      switch type.split(separator: "/").last {
      case "worksheet": if let id = walk.value("Id", attributes) { sheets[id] = part }
      case "sharedStrings": strings = part
      case "styles": styles = part
      default: break
      }
    }
  }

  /// A target is absolute or stands beside the workbook.
  private static func part(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    return "xl/" + (target.hasPrefix("./") ? String(target.dropFirst(2)) : target)
  }
}
