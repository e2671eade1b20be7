package import Diagnostics
package import Geometry
package import Typography

/// What to set, in order, with styles resolved: the hinge between meaning and position.
///
/// All lengths that depend on the page or the type size are absolute by now; only shares of a
/// width that layout must still distribute (`ColumnWidth`) stay relative.
package struct Document: Hashable, Sendable {
  package var info: DocumentInfo
  package var palette: InkPalette
  package var page: PageSetup
  package var body: [Block]

  package init(info: DocumentInfo, palette: InkPalette, page: PageSetup, body: [Block]) {
    self.info = info
    self.palette = palette
    self.page = page
    self.body = body
  }
}

/// A piece of the flow, with what holds for pieces of every kind.
package struct Block: Hashable, Sendable {
  package indirect enum Content: Hashable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
    case row(Row)
    case box(Box)
    /// Blocks that belong together for readers that do not see the page: a list, a section. They
    /// stand in the flow as if there were no group, and may be parted over pages.
    case group(StructureRole, [Block])
    case rule(RuleBlock)
    /// White space of a height; nothing at the top of a page.
    case space(Length)
    case pageBreak
  }

  /// Where a block goes.
  package enum Placement: Hashable, Sendable {
    /// After the block before it.
    case flow
    /// At the foot of the last page's type area (版记).
    case bottomOfLastPage
    /// At a distance from the top left of the box that holds it, taking no room in its flow;
    /// `top` is where the character frame (for text) or the upper edge (for others) comes.
    case offset(left: Length, top: Length)
  }

  package var content: Content
  package var placement: Placement
  package var spaceBefore: Length
  package var spaceAfter: Length
  /// The height the block takes in the flow when that is not its own, as in “a block of five
  /// lines”; the content stands in it as `verticalAlignment` says.
  package var extent: Length?
  package var verticalAlignment: VerticalAlignment
  package var keepWithNext: Bool
  /// The block stands on one page with the end of the one before it, as a signature (署名) does
  /// with the last two lines of its text.
  package var keepWithPrevious: Bool
  /// The block is not parted over two pages.
  package var keepTogether: Bool
  /// A name other blocks and links refer to.
  package var id: String?
  package var span: Span?

  package init(
    _ content: Content,
    placement: Placement = .flow,
    spaceBefore: Length = .zero,
    spaceAfter: Length = .zero,
    extent: Length? = nil,
    verticalAlignment: VerticalAlignment = .top,
    keepWithNext: Bool = false,
    keepWithPrevious: Bool = false,
    keepTogether: Bool = false,
    id: String? = nil,
    span: Span? = nil
  ) {
    self.content = content
    self.placement = placement
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.extent = extent
    self.verticalAlignment = verticalAlignment
    self.keepWithNext = keepWithNext
    self.keepWithPrevious = keepWithPrevious
    self.keepTogether = keepTogether
    self.id = id
    self.span = span
  }
}

package enum VerticalAlignment: String, Hashable, Sendable, CaseIterable {
  case top
  case middle
  case bottom
}

/// A line of a weight and an ink.
package struct Stroke: Hashable, Sendable {
  package var weight: Length
  package var ink: InkTint

  package init(weight: Length, ink: InkTint = .black) {
    self.weight = weight
    self.ink = ink
  }
}

/// A rule across the measure.
package struct RuleBlock: Hashable, Sendable {
  package var stroke: Stroke
  /// The width, or nil for the whole measure.
  package var width: Length?

  package init(stroke: Stroke, width: Length? = nil) {
    self.stroke = stroke
    self.width = width
  }
}

/// Blocks in a frame of their own, with rules, a fill and padding.
package struct Box: Hashable, Sendable {
  package var content: [Block]
  package var padding: Sides
  package var borders: Borders
  package var fill: InkTint?
  /// A fixed height, or nil for that of the content.
  package var height: Length?
  package var verticalAlignment: VerticalAlignment
  package var role: StructureRole
  /// The words that stand for what the box shows, for readers that do not see it.
  package var alternative: String?

  package init(
    content: [Block],
    padding: Sides = .zero,
    borders: Borders = Borders(),
    fill: InkTint? = nil,
    height: Length? = nil,
    verticalAlignment: VerticalAlignment = .top,
    role: StructureRole = .division,
    alternative: String? = nil
  ) {
    self.content = content
    self.padding = padding
    self.borders = borders
    self.fill = fill
    self.height = height
    self.verticalAlignment = verticalAlignment
    self.role = role
    self.alternative = alternative
  }
}

/// The rules on the four sides of a box; a rule is centred on the edge.
package struct Borders: Hashable, Sendable {
  package var top: Stroke?
  package var right: Stroke?
  package var bottom: Stroke?
  package var left: Stroke?

  package init(
    top: Stroke? = nil,
    right: Stroke? = nil,
    bottom: Stroke? = nil,
    left: Stroke? = nil
  ) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }
}

/// Cells side by side over the measure.
package struct Row: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package var width: ColumnWidth
    package var content: [Block]
    package var verticalAlignment: VerticalAlignment

    package init(
      width: ColumnWidth = .share(.one),
      content: [Block],
      verticalAlignment: VerticalAlignment = .top
    ) {
      self.width = width
      self.content = content
      self.verticalAlignment = verticalAlignment
    }
  }

  package var cells: [Cell]
  /// The space between two cells.
  package var gutter: Length
  /// A rule in the middle of each gutter.
  package var divider: Stroke?
  /// How far the divider stays clear of the row's upper and lower edge.
  package var dividerClearance: Length
  /// A fixed height, or nil for that of the highest cell.
  package var height: Length?

  package init(
    cells: [Cell],
    gutter: Length = .zero,
    divider: Stroke? = nil,
    dividerClearance: Length = .zero,
    height: Length? = nil
  ) {
    self.cells = cells
    self.gutter = gutter
    self.divider = divider
    self.dividerClearance = dividerClearance
    self.height = height
  }
}

/// How wide a column is.
package enum ColumnWidth: Hashable, Sendable {
  /// As wide as its widest cell wants to be.
  case natural
  case fixed(Length)
  /// A share of what the others leave.
  case share(Ratio)
}
