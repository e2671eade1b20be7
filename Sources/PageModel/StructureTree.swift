package import Diagnostics
package import Typography

/// The number of an element in its structure tree.
@frozen
package struct ElementID: Hashable, Sendable, Comparable {
  package let index: Int32

  @inlinable
  package init(index: Int32) {
    self.index = index
  }

  @inlinable
  package static func < (a: ElementID, b: ElementID) -> Bool { a.index < b.index }
}

/// The logical structure of a document (ISO 32000-1, 14.7): what the page items are pieces of.
///
/// A paragraph over two pages, a table cell, a footnote are one element each, whatever the number
/// of items that show them. Element 0 is the document.
package struct StructureTree: Hashable, Sendable {
  package private(set) var elements: [StructureElement]

  /// Makes a tree of the document alone.
  package init() {
    elements = [StructureElement(role: .document, parent: nil)]
  }

  package static let root = ElementID(index: 0)

  /// Adds an element as the last child of its parent.
  package mutating func add(
    _ role: StructureRole,
    in parent: ElementID = StructureTree.root,
    attributes: StructureAttributes = StructureAttributes(),
    span: Span? = nil
  ) -> ElementID {
    let id = ElementID(index: Int32(elements.count))
    elements.append(
      StructureElement(role: role, parent: parent, attributes: attributes, span: span)
    )
    elements[Int(parent.index)].children.append(id)
    return id
  }

  /// Adds the elements of another tree, those below its document below this one's.
  ///
  /// - Returns: how much higher the numbers of its elements are now.
  mutating func append(_ other: StructureTree) -> Int32 {
    let shift = Int32(elements.count) - 1
    func moved(_ id: ElementID) -> ElementID {
      id == StructureTree.root ? id : ElementID(index: id.index + shift)
    }
    for element in other.elements.dropFirst() {
      var added = StructureElement(
        role: element.role,
        parent: element.parent.map(moved),
        attributes: element.attributes,
        span: element.span
      )
      added.children = element.children.map(moved)
      elements.append(added)
    }
    elements[0].children += other.elements[0].children.map(moved)
    return shift
  }

  package subscript(id: ElementID) -> StructureElement {
    get { elements[Int(id.index)] }
    set { elements[Int(id.index)] = newValue }
  }
}

/// One element of the structure tree.
package struct StructureElement: Hashable, Sendable {
  package let role: StructureRole
  package let parent: ElementID?
  /// In reading order.
  package var children: [ElementID] = []
  package var attributes: StructureAttributes
  package let span: Span?

  package init(
    role: StructureRole,
    parent: ElementID?,
    attributes: StructureAttributes = StructureAttributes(),
    span: Span? = nil
  ) {
    self.role = role
    self.parent = parent
    self.attributes = attributes
    self.span = span
  }
}

/// What an element says of itself beyond its role (ISO 32000-1, 14.8.5 and 14.9).
package struct StructureAttributes: Hashable, Sendable {
  /// What a header cell is the head of (ISO 32000-1, table 349).
  package enum HeaderScope: String, Hashable, Sendable {
    case row = "Row"
    case column = "Column"
  }

  package var language: LanguageTag?
  /// The words that stand for a picture (`/Alt`).
  package var alternative: String?
  /// The text that glyphs stand for when it is not what they show (`/ActualText`).
  package var actualText: String?
  package var title: String?
  package var headerScope: HeaderScope?
  package var columnSpan: Int
  package var rowSpan: Int

  package init(
    language: LanguageTag? = nil,
    alternative: String? = nil,
    actualText: String? = nil,
    title: String? = nil,
    headerScope: HeaderScope? = nil,
    columnSpan: Int = 1,
    rowSpan: Int = 1
  ) {
    self.language = language
    self.alternative = alternative
    self.actualText = actualText
    self.title = title
    self.headerScope = headerScope
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
  }
}
