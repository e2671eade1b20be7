import Diagnostics
import PageModel
import Typography

/// Writes the structure tree of a document (ISO 32000-1, 14.7) into an update of its file.
///
/// What Cairo wrote of structure is left behind: its tree follows the order of drawing, ours is the
/// document's, in which a paragraph over two pages is one element.
struct StructureWriter {
  /// A piece of an element: content on a page, or an annotation.
  private enum Piece {
    case content(page: Int, number: Int)
    case annotation(page: Int, PDFReference)
  }

  private let tree: StructureTree
  private let pages: [PDFReference]
  /// By element: its pieces, each with its place among all pieces of the document.
  private var pieces: [[(order: Int, piece: Piece)]]
  private var pieceCount = 0
  /// By page: the elements of its marked content, by number.
  private var contentParents: [[ElementID]]
  /// The elements of annotations, in the order of their keys.
  private var annotationParents: [ElementID] = []

  init(_ tree: StructureTree, pages: [PDFReference]) {
    self.tree = tree
    self.pages = pages
    pieces = Array(repeating: [], count: tree.elements.count)
    contentParents = Array(repeating: [], count: pages.count)
  }

  /// Notes a stretch of marked content; numbers of a page come in their order.
  mutating func add(content number: Int, of element: ElementID, on page: Int) {
    precondition(number == contentParents[page].count, "marked content is numbered without gaps")
    contentParents[page].append(element)
    append(.content(page: page, number: number), to: element)
  }

  /// Notes an annotation, and gives its key in the parent tree.
  mutating func add(
    annotation: PDFReference,
    of element: ElementID,
    on page: Int
  ) -> Int {
    annotationParents.append(element)
    append(.annotation(page: page, annotation), to: element)
    return pages.count + annotationParents.count - 1
  }

  /// Writes all elements and the parent tree.
  func write(into update: inout PDFUpdate) -> PDFReference {
    let root = update.reserve()
    let elements = update.reserve(tree.elements.count)
    let first = firstPieces()
    for index in tree.elements.indices {
      let kids = kids(of: index, first: first, elements: elements)
      let parent = tree.elements[index].parent.map { elements[Int($0.index)] } ?? root
      update.write(object(index, parent: parent, kids: kids), as: elements[index])
    }
    let parents = writeParents(elements, into: &update)
    var tree = PDFDictionary([
      ("Type", "/StructTreeRoot"), ("K", elements[0].description), ("ParentTree", parents),
      ("ParentTreeNextKey", String(pages.count + annotationParents.count)),
    ])
    tree["IDTree"] = writeNames(elements, into: &update)
    update.write(tree.description, as: root)
    return root
  }

  private mutating func append(_ piece: Piece, to element: ElementID) {
    pieces[Int(element.index)].append((pieceCount, piece))
    pieceCount += 1
  }
}

/// Elements and their kids.
extension StructureWriter {
  /// By element: the first piece of it or of what it holds.
  ///
  /// Children have higher numbers than their parents, so one walk backwards sees them first.
  private func firstPieces() -> [Int?] {
    var first = pieces.map { $0.first?.order }
    for index in tree.elements.indices.reversed() {
      guard let own = first[index], let parent = tree.elements[index].parent else { continue }
      let place = Int(parent.index)
      first[place] = min(first[place] ?? own, own)
    }
    return first
  }

  /// Children in the tree's order, own pieces between them where they were drawn.
  private func kids(of index: Int, first: [Int?], elements: [PDFReference]) -> [String] {
    let own = pieces[index]
    let home = homePage(of: index)
    var kids: [String] = []
    var next = 0
    for child in tree.elements[index].children {
      if let start = first[Int(child.index)] {
        while next < own.count, own[next].order < start {
          kids.append(kid(own[next].piece, home: home))
          next += 1
        }
      }
      kids.append(elements[Int(child.index)].description)
    }
    return kids + own[next...].map { kid($0.piece, home: home) }
  }

  /// The page that the element's own content numbers count on.
  private func homePage(of index: Int) -> Int? {
    pieces[index].first.map { first in
      switch first.piece {
      case .content(let page, _), .annotation(let page, _): page
      }
    }
  }

  private func kid(_ piece: Piece, home: Int?) -> String {
    switch piece {
    case .content(let page, let number) where page == home: String(number)
    case .content(let page, let number): "<< /Type /MCR /Pg \(pages[page]) /MCID \(number) >>"
    case .annotation(let page, let object):
      page == home
        ? "<< /Type /OBJR /Obj \(object) >>"
        : "<< /Type /OBJR /Pg \(pages[page]) /Obj \(object) >>"
    }
  }

  private func object(_ index: Int, parent: PDFReference, kids: [String]) -> String {
    let element = tree.elements[index]
    var object = PDFDictionary([
      ("S", PDFText.name(element.role.pdfName)), ("P", parent.description),
    ])
    if let home = homePage(of: index) { object["Pg"] = pages[home].description }
    if kids.count == 1 { object["K"] = kids[0] }
    if kids.count > 1 { object["K"] = "[\(kids.joined(separator: " "))]" }
    let attributes = element.attributes
    object["Lang"] = attributes.language.map { PDFText.string($0.tag) }
    object["Alt"] = attributes.alternative.map(PDFText.string)
    object["ActualText"] = attributes.actualText.map(PDFText.string)
    object["ID"] = name(of: index).map(PDFText.string)
    object["T"] = attributes.title.map(PDFText.string)
    object["A"] = tableAttributes(attributes)
    return object.description
  }

  /// ISO 32000-1, table 349.
  private func tableAttributes(_ attributes: StructureAttributes) -> String? {
    var table = PDFDictionary([("O", "/Table")])
    if let scope = attributes.headerScope { table["Scope"] = PDFText.name(scope.rawValue) }
    if attributes.columnSpan > 1 { table["ColSpan"] = String(attributes.columnSpan) }
    if attributes.rowSpan > 1 { table["RowSpan"] = String(attributes.rowSpan) }
    return table.entries.count > 1 ? table.description : nil
  }
}

/// Elements that have names: notes must (ISO 14289-1, 7.9).
extension StructureWriter {
  private func name(of index: Int) -> String? {
    guard tree.elements[index].role == .note else { return nil }
    // Of one length, so that their order as bytes is that of the numbers.
    return "note-" + String(index, digits: 8)
  }

  /// The name tree of identifiers (ISO 32000-1, 7.9.6 and 14.7.2); nil where there are none.
  private func writeNames(
    _ elements: [PDFReference],
    into update: inout PDFUpdate
  ) -> String? {
    let names = tree.elements.indices.compactMap { index in
      name(of: index).map { "\(PDFText.string($0)) \(elements[index])" }
    }
    guard !names.isEmpty else { return nil }
    return update.write("<< /Names [\(names.joined(separator: " "))] >>").description
  }
}

/// The way back from content to elements.
extension StructureWriter {
  /// The parent tree: a number tree of one node (ISO 32000-1, 14.7.4.4).
  private func writeParents(
    _ elements: [PDFReference],
    into update: inout PDFUpdate
  ) -> String {
    var entries: [String] = []
    for (page, parents) in contentParents.enumerated() {
      let list = parents.map { elements[Int($0.index)].description }.joined(separator: " ")
      entries.append("\(page) \(update.write("[\(list)]"))")
    }
    for (index, parent) in annotationParents.enumerated() {
      entries.append("\(pages.count + index) \(elements[Int(parent.index)])")
    }
    return update.write("<< /Nums [\(entries.joined(separator: " "))] >>").description
  }
}
