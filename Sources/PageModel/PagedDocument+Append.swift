import Geometry

extension PagedDocument {
  /// Adds the pages of another document behind the last one: they get the numbers that follow, and
  /// their elements become those of this document.
  ///
  /// Both documents are of one palette and of one library of fonts.
  package mutating func append(_ other: PagedDocument) {
    precondition(palette == other.palette, "pages of two palettes would change their colours")
    let shift = structure.append(other.structure)
    let before = pages.count
    fonts = other.fonts.count > fonts.count ? other.fonts : fonts
    for var page in other.pages {
      page.number = PageNumber(before + page.number.value)
      page.frame = page.frame.shifted(by: shift)
      pages.append(page)
    }
    outline += other.outline.map { entry in
      OutlineEntry(
        title: entry.title,
        level: entry.level,
        page: PageNumber(before + entry.page.value),
        point: entry.point
      )
    }
    destinations += other.destinations.map { destination in
      Destination(
        name: destination.name,
        page: PageNumber(before + destination.page.value),
        point: destination.point
      )
    }
  }
}

extension Frame {
  /// The frame with the numbers of its elements so much higher; the document stays 0.
  fileprivate func shifted(by shift: Int32) -> Frame {
    var frame = self
    for index in frame.items.indices {
      if case .element(let id) = frame.items[index].tag, id != StructureTree.root {
        frame.items[index].tag = .element(ElementID(index: id.index + shift))
      }
      if case .group(var group) = frame.items[index].content {
        group.frame = group.frame.shifted(by: shift)
        frame.items[index].content = .group(group)
      }
    }
    return frame
  }
}
