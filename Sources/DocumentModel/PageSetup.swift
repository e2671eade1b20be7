package import Geometry

/// The page, its type area, its grid, and what stands outside the type area.
package struct PageSetup: Hashable, Sendable {
  package enum BindingSide: String, Hashable, Sendable, CaseIterable {
    case left
    case right
  }

  /// The trimmed size.
  package var size: Size
  package var bleed: Length
  package var bindingSide: BindingSide
  /// Even pages mirror odd ones.
  package var doubleSided: Bool
  package var typeArea: TypeArea
  package var grid: CharacterGrid
  package var masters: PageMasters
  /// By how many lines pages may differ from the grid so that the last one holds enough; 0 where
  /// the grid is strict.
  package var lastPageFit: Int

  package init(
    size: Size,
    bleed: Length,
    bindingSide: BindingSide = .left,
    doubleSided: Bool,
    typeArea: TypeArea,
    grid: CharacterGrid,
    masters: PageMasters,
    lastPageFit: Int = 0
  ) {
    self.size = size
    self.bleed = bleed
    self.bindingSide = bindingSide
    self.doubleSided = doubleSided
    self.typeArea = typeArea
    self.grid = grid
    self.masters = masters
    self.lastPageFit = lastPageFit
  }

  /// The type area of a page by its number, counted from 1.
  ///
  /// On an even page of a double-sided document the inside margin is at the other side.
  package func typeArea(ofPage number: Int) -> Rect {
    let mirrored = doubleSided && number % 2 == 0
    let insideAtLeft = (bindingSide == .left) != mirrored
    let left = insideAtLeft ? typeArea.inside : size.width - typeArea.inside - typeArea.width
    return Rect(x: left, y: typeArea.top, width: typeArea.width, height: typeArea.height)
  }
}

/// 版心, measured to character frames and not to line boxes (GB/T 9704-2012 5.1, 5.2).
package struct TypeArea: Hashable, Sendable {
  /// From the top of the page to the upper edge of the first line's character frame (天头).
  package var top: Length
  /// From the binding edge (订口).
  package var inside: Length
  package var width: Length
  package var height: Length

  package init(top: Length, inside: Length, width: Length, height: Length) {
    self.top = top
    self.inside = inside
    self.width = width
    self.height = height
  }
}

/// The lines and characters of a type area.
///
/// `lines` character frames of `characterSize` fill the height from the first frame's top to the
/// last frame's bottom, and `characters` of them fill the width from edge to edge (GB/T 9704-2012
/// 5.2.3, 撑满版心). Positions are reckoned from the whole each time and rounded once.
package struct CharacterGrid: Hashable, Sendable {
  package var characters: Int
  package var lines: Int
  /// The size of type that the grid is made for; its frames touch top and bottom.
  package var characterSize: Length
  /// The width of the type area.
  package var width: Length
  /// The height of the type area.
  package var height: Length

  package init(
    characters: Int,
    lines: Int,
    characterSize: Length,
    width: Length,
    height: Length
  ) {
    precondition(characters > 0 && lines > 1, "a grid has a character and two lines at least")
    self.characters = characters
    self.lines = lines
    self.characterSize = characterSize
    self.width = width
    self.height = height
  }

  /// The distance from one line to the next, 行 (29.61 pt for 22 lines of 16 pt in 225 mm).
  package var linePitch: Length {
    (height - characterSize).scaled(by: 1, over: Int64(lines - 1))
  }

  /// From one character to the next, 字 (15.785 pt for 28 of 16 pt in 156 mm).
  package var characterPitch: Length {
    guard characters > 1 else { return width }
    return (width - characterSize).scaled(by: 1, over: Int64(characters - 1))
  }

  /// The white space between the character frames of two lines.
  package var gap: Length { linePitch - characterSize }

  /// The upper edge of the character frame of a line, from the top of the type area; lines count
  /// from 0.
  package func top(ofLine index: Int) -> Length {
    (height - characterSize).scaled(by: Int64(index), over: Int64(lines - 1))
  }

  /// The left edge of a character frame, from the left of the type area; characters count from 0.
  package func left(ofCharacter index: Int) -> Length {
    guard characters > 1 else { return .zero }
    return (width - characterSize).scaled(by: Int64(index), over: Int64(characters - 1))
  }
}

/// What stands outside the type area, by kind of page.
package struct PageMasters: Hashable, Sendable {
  /// The master of page 1, or nil when page 1 is an odd page like others.
  package var first: PageMaster?
  package var odd: PageMaster
  package var even: PageMaster

  package init(first: PageMaster? = nil, odd: PageMaster, even: PageMaster) {
    self.first = first
    self.odd = odd
    self.even = even
  }

  /// The master of a page by its number, counted from 1.
  package func master(ofPage number: Int) -> PageMaster {
    if number == 1, let first { return first }
    return number % 2 == 0 ? even : odd
  }
}

/// The running head and foot of one kind of page.
package struct PageMaster: Hashable, Sendable {
  package var header: RunningElement?
  package var footer: RunningElement?

  package init(header: RunningElement? = nil, footer: RunningElement? = nil) {
    self.header = header
    self.footer = footer
  }
}

/// A line outside the type area: a folio, a running head.
package struct RunningElement: Hashable, Sendable {
  package var content: Paragraph
  /// White space at the side that the content is aligned to.
  package var inset: Length
  /// From the edge of the type area to the ink of the line: a header's lower, a footer's upper
  /// edge (GB/T 9704-2012 7.5: the folio's dash lies 7 mm below 版心).
  package var distance: Length

  package init(content: Paragraph, inset: Length, distance: Length) {
    self.content = content
    self.inset = inset
    self.distance = distance
  }
}
