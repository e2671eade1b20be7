package import Geometry

/// The part a font plays on the page: `fangsong`, `kai`, `hei`, `song`, `xiaobiaosong`, `latin` ….
///
/// The font map (`fonts/fonts.yaml`) says which fonts play it.
package struct FontRole: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package init(stringLiteral value: String) { self.init(value) }

  package static func < (a: FontRole, b: FontRole) -> Bool { a.name < b.name }
}

/// The weight of a typeface, by the class numbers of OpenType `OS/2.usWeightClass`.
package enum FontWeight: Int, Sendable, Hashable, CaseIterable, Comparable {
  case regular = 400
  case medium = 500
  case semibold = 600
  case bold = 700
  case black = 900

  package static func < (a: FontWeight, b: FontWeight) -> Bool { a.rawValue < b.rawValue }
}

/// A language and script as BCP 47 names them: `zh-Hans`, `zh-Hant-TW`, `en`.
package struct LanguageTag: Hashable, Sendable, ExpressibleByStringLiteral {
  package let tag: String

  package init(_ tag: String) {
    self.tag = tag
  }

  package init(stringLiteral value: String) { self.init(value) }

  package static let simplifiedChinese: LanguageTag = "zh-Hans"
  package static let traditionalChinese: LanguageTag = "zh-Hant"

  /// Whether text of this language is set by the rules of Chinese.
  package var isChinese: Bool { tag == "zh" || tag.hasPrefix("zh-") }
}

/// How glyphs follow each other.
package enum TextDirection: UInt8, Sendable, Hashable {
  /// In a horizontal line, in visual order from left to right.
  case horizontal
  /// In a vertical line, standing upright.
  case upright
  /// In a vertical line, turned a quarter clockwise.
  case sideways
}

/// The em box that every line is measured by: 0.88 em above the baseline and 0.12 em below.
///
/// GB/T 9704 measures 版心 to character frames; fonts state unlike line metrics (Fandol Song
/// Regular 0.80/0.20, its sisters 0.88/0.12), so ours are taken for all.
package enum CharacterFrame {
  /// From the top of the frame to the baseline.
  package static func ascent(of size: Length) -> Length { size.scaled(by: 88, over: 100) }
  /// From the baseline to the bottom of the frame.
  package static func descent(of size: Length) -> Length { size - ascent(of: size) }
}

/// What keeps a mark from a line's start or end (clreq, Prohibition rules).
package enum ProhibitionLevel: String, Sendable, Hashable, CaseIterable {
  case none
  case basic
  /// Basic, and the solidus at neither end (GB/T 15834-2011 5.1.9).
  case gb
  /// GB, and neither dash nor ellipsis at a line's start.
  case strict
}

/// How wide full-width marks are set (clreq, Punctuation width adjustment; xeCJK's names).
package enum PunctuationStyle: String, Sendable, Hashable, CaseIterable {
  /// 全角: only adjacent marks and marks at a line's ends are narrowed.
  case fullWidth = "full-width"
  /// 开明: sentence-end marks full, all others half.
  case kaiming
  /// 半角: all half.
  case halfWidth = "half-width"
}
