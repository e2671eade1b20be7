import Diagnostics
import Geometry
import PageModel
import Typography

/// One file on its way through Prepress.
struct Finishing {
  let drawn: DrawnPDF
  let document: PagedDocument
  let profile: OutputProfile
  let source: SourcePDF
  let inks: InkWriter?
  var update: PDFUpdate
  var findings = Findings()
  /// What pages and forms of a press file can name, besides what the drawing wrote.
  var pressResources = PressResources()
  /// The numbers of fonts, images and forms that were seen to.
  var visited: Set<Int> = []
  private var structure: StructureWriter
  private let pages: [PDFReference]

  init(
    _ drawn: DrawnPDF,
    of document: PagedDocument,
    for profile: OutputProfile
  ) throws(MachineFailure) {
    self.drawn = drawn
    self.document = document
    self.profile = profile
    let source = try SourcePDF(drawn.bytes)
    self.source = source
    inks = drawn.inks.map { InkWriter($0, palette: document.palette) }
    let pages = (0..<source.pageCount).compactMap { source.reference(of: source.page($0)) }
    try source.check()
    guard pages.count == document.pages.count,
      let update = PDFUpdate(after: drawn.bytes, size: source.size)
    else {
      let reason = "\(pages.count) pages, \(document.pages.count) expected"
      throw MachineFailure(.fileUnreadable, ["reason": .word(reason)])
    }
    self.pages = pages
    self.update = update
    structure = StructureWriter(document.structure, pages: pages)
    if let inks {
      pressResources = PressResources(inks, palette: document.palette, into: &self.update)
    }
  }

  /// Finishes page by page; findings gather, so that all of them are known at once.
  mutating func finishPages() throws(MachineFailure) {
    if document.info.date == nil, profile != .screen {
      let date = Metadata.dateOfTheUndated.isoDay
      findings.add(Finding(.undated, ["date": .word(String(date))]))
    }
    for index in pages.indices {
      try finishPage(index)
      source.release()
    }
  }

  /// The file with all that was added, still to be written anew.
  consuming func close() throws(MachineFailure) -> [UInt8] {
    let metadata = Metadata(
      document.info,
      profile: profile,
      drawn: drawn,
      libraries: Finisher.libraries
    )
    guard let root = source.reference(of: source.root) else {
      throw MachineFailure(.fileUnreadable, ["reason": .word("no catalog")])
    }
    let tree = structure.write(into: &update)
    let packet = update.write(
      stream: Array(metadata.packet.utf8),
      PDFDictionary([("Type", "/Metadata"), ("Subtype", "/XML")])
    )
    var catalog = source.entries(of: source.root)
    catalog["StructTreeRoot"] = tree.description
    catalog["MarkInfo"] = "<< /Marked true >>"
    catalog["Lang"] = PDFText.string(document.info.language.tag)
    catalog["ViewerPreferences"] = "<< /DisplayDocTitle true >>"
    catalog["Metadata"] = packet.description
    // Cairo writes an empty number tree when all labels are plain decimals.
    if let labels = catalog["PageLabels"], labels.contains("/Nums [ ]") {
      catalog["PageLabels"] = nil
    }
    if let intent = writeOutputIntent() { catalog["OutputIntents"] = "[\(intent)]" }
    update.write(catalog.description, as: root)
    let info = update.write(metadata.infoDictionary.description)
    return update.close(root: root, info: info)
  }

  private mutating func writeOutputIntent() -> PDFReference? {
    switch profile {
    case .screen: nil
    case .press(let condition): write(condition, subtype: "GTS_PDFX", components: 4)
    case .archive(let condition): write(condition, subtype: "GTS_PDFA1", components: 3)
    }
  }

  /// ISO 32000-1, 14.11.5.
  private mutating func write(
    _ condition: OutputCondition,
    subtype: String,
    components: Int
  ) -> PDFReference {
    let space = components == 4 ? "/DeviceCMYK" : "/DeviceRGB"
    let profile = update.write(
      stream: condition.profile,
      PDFDictionary([("N", String(components)), ("Alternate", space)])
    )
    var intent = PDFDictionary([
      ("Type", "/OutputIntent"), ("S", PDFText.name(subtype)),
      ("OutputConditionIdentifier", PDFText.string(condition.identifier)),
      ("OutputCondition", PDFText.string(condition.condition)),
      ("Info", PDFText.string(condition.info)), ("DestOutputProfile", profile.description),
    ])
    intent["RegistryName"] = condition.registry.map(PDFText.string)
    return update.write(intent.description)
  }
}

/// Pages.
extension Finishing {
  private mutating func finishPage(_ index: Int) throws(MachineFailure) {
    let object = source.page(index)
    var page = source.entries(of: object)
    // Nothing is transparent; an isolated group would keep overprint from what lies under it.
    page["Group"] = nil
    page["StructParents"] = String(index)
    guard let content = try rewrite(contentOf: object, page: index) else { return }
    page["Contents"] = update.write(stream: content).description
    if let resources = source.value("Resources", of: object) {
      try finishResources(resources, page: index)
      if profile.isPress {
        page["Resources"] = pressResources.added(to: resources, of: source).description
      }
    }
    try finishAnnotations(of: object, page: index, entries: &page)
    if profile.isPress { setBoxes(&page, of: document.pages[index]) }
    update.write(page.description, as: pages[index])
  }

  private mutating func rewrite(
    contentOf object: SourcePDF.Object,
    page index: Int
  ) throws(MachineFailure) -> [UInt8]? {
    let rules = ContentRewriter.Rules(inks: inks, fragments: drawn.pages[index].fragments)
    let rewritten = try source.withContent(ofPage: object) { content in
      var rewriter = ContentRewriter(content, rules: rules)
      return Result { () throws(ContentRewriter.Refusal) in
        try rewriter.run()
        return (rewriter.output, rewriter.numbers)
      }
    }
    switch rewritten {
    case .failure(let refusal):
      findings.add(refusal.finding(onPage: index + 1))
      return nil
    case .success(let (content, numbers)):
      for (fragment, number) in zip(drawn.pages[index].fragments, numbers) {
        guard let number, case .element(let element) = fragment.tag else { continue }
        structure.add(content: number, of: element, on: index)
      }
      return framed(content, page: index)
    }
  }

  /// For the press the drawing stands in a state of its own, and marks come after it.
  private func framed(_ content: [UInt8], page index: Int) -> [UInt8] {
    guard profile.isPress else { return content }
    let boxes = boxes(of: document.pages[index])
    let marks = boxes.haveRoomForMarks ? PressMarks(boxes).content : ""
    return Array("q\n".utf8) + content + Array("\nQ\n\(marks)".utf8)
  }

  private func boxes(of page: Page) -> PressBoxes {
    PressBoxes(trim: page.trim, bleed: page.bleed, slug: drawn.slug)
  }

  private func setBoxes(_ entries: inout PDFDictionary, of page: Page) {
    let boxes = boxes(of: page)
    entries["MediaBox"] = PDFText.rectangle(boxes.media)
    entries["BleedBox"] = PDFText.rectangle(boxes.bleed)
    entries["TrimBox"] = PDFText.rectangle(boxes.trim)
  }

  /// Links of a page come in the order of their fragments; a press file has none.
  private mutating func finishAnnotations(
    of object: SourcePDF.Object,
    page index: Int,
    entries: inout PDFDictionary
  ) throws(MachineFailure) {
    let links = drawn.pages[index].fragments.filter(\.isLink)
    let annotations = source.value("Annots", of: object).map { source.items(of: $0) } ?? []
    guard annotations.count == links.count else {
      let refusal = ContentRewriter.Refusal.fragments(
        expected: links.count,
        found: annotations.count
      )
      findings.add(refusal.finding(onPage: index + 1))
      return
    }
    if profile.isPress { entries["Annots"] = nil }
    guard !annotations.isEmpty, !profile.isPress else { return }
    // The order of tabbing is that of the structure (ISO 32000-1, table 30).
    entries["Tabs"] = "/S"
    for (annotation, link) in zip(annotations, links) {
      guard let reference = source.reference(of: annotation) else { continue }
      var annotationEntries = source.entries(of: annotation)
      // Printed, neither hidden nor invisible (ISO 19005-2, 6.3.2).
      annotationEntries["F"] = "4"
      annotationEntries["StructParent"] = nil
      if case .element(let element) = link.tag {
        let key = structure.add(annotation: reference, of: element, on: index)
        annotationEntries["StructParent"] = String(key)
      }
      update.write(annotationEntries.description, as: reference)
    }
  }
}

extension ContentRewriter.Refusal {
  /// The refusal in a person's words; pages count from 1.
  func finding(onPage page: Int) -> Finding {
    let page = FindingArgument.number(page)
    switch self {
    case .unreadable(let offset):
      return Finding(.contentUnreadable, ["page": page, "offset": .number(offset)])
    case .unknown(let name):
      return Finding(.unknownOperator, ["page": page, "operator": .quote(name)])
    case .forbidden(let name):
      return Finding(.forbiddenOperator, ["page": page, "operator": .quote(name)])
    case .operands(let name):
      return Finding(.badOperands, ["page": page, "operator": .quote(name)])
    case .unmapped(let name, let colour):
      let parts = [colour.red, colour.green, colour.blue].map { part in
        PDFText.number(Ratio(millionths: Int64(part) * 1_000_000 / Int64(InkTriple.whole)))
      }
      let colour = FindingArgument.word(parts.joined(separator: " "))
      return Finding(.unmappedColour, ["page": page, "operator": .quote(name), "colour": colour])
    case .fragments(let expected, let found):
      return Finding(
        .fragmentsLost,
        ["page": page, "expected": .number(expected), "found": .number(found)]
      )
    }
  }
}
