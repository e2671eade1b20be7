package import Geometry
package import Typography

/// What accompanies characters: interlinear marks (行间标号), a line below, a line through.
///
/// A text may have several; the order says nothing, for where each stands follows from its kind.
package struct TextDecoration: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 着重号: a dot below each character (GB/T 15834-2011 4.12).
    case emphasisDots = "emphasis-dots"
    /// 专名号: a straight line below a proper name (GB/T 15834-2011 4.16).
    case properName = "proper-name"
    /// 书名号乙式: a wavy line below the title of a book (GB/T 15834-2011 A.13.6).
    case bookTitle = "book-title"
    case underline
    case strike
  }

  package var kind: Kind
  /// The ink, or nil for that of the text.
  package var ink: InkTint?
  /// The weight of a line, or nil for one that follows the type size.
  package var weight: Length?
  /// Which name or phrase the text is of: neighbours of one number share one line, and the lines
  /// of two names that touch are visibly apart (clreq, Proper noun mark).
  package var number: Int32

  package init(
    _ kind: Kind,
    ink: InkTint? = nil,
    weight: Length? = nil,
    number: Int32 = 0
  ) {
    self.kind = kind
    self.ink = ink
    self.weight = weight
    self.number = number
  }
}

/// Where characters stand to the line: small and raised, small and lowered, or as others do.
///
/// Raised and lowered text stays with what is before it: no line ends there and no space opens.
package enum TextPosition: String, Hashable, Sendable, CaseIterable {
  case baseline
  case superscript
  case `subscript`
}
