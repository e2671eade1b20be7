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

/// Whose conventions for marks a text follows (clreq, Positions of punctuation marks).
///
/// A matter of the region and not of the script: a mainland text in traditional characters takes
/// the marks of GB/T 15834 (lower left); only one for Taiwan or Hong Kong takes centred ones.
package enum ChineseRegion: String, Sendable, Hashable, CaseIterable {
  case mainland
  case taiwan
  /// Hong Kong and Macau.
  case hongKong = "hong-kong"
}

extension LanguageTag {
  /// Whose marks text of the language takes; mainland ones where the tag names no region.
  package var chineseRegion: ChineseRegion {
    let parts = tag.split(separator: "-").dropFirst()
    if parts.contains("TW") { return .taiwan }
    return parts.contains("HK") || parts.contains("MO") ? .hongKong : .mainland
  }
}

/// Which marks are kept from a line's start or end.
///
/// clreq, Prohibition rules for line start and line end; each level forbids what the one before
/// it forbids.
package enum ProhibitionLevel: String, Sendable, Hashable, CaseIterable {
  /// 不处理: any mark stands anywhere, as in newspapers of Taiwan and Hong Kong.
  case none
  /// 基本处理: pause and stop marks, closing quotes and brackets, connectors, interpuncts and, for
  /// Chinese, the solidus begin no line; opening quotes and brackets end none.
  case basic
  /// GB 法: also the solidus ends no line (GB/T 15834-2011 5.1.9).
  case gb
  /// 严格: also —— and …… begin no line.
  case strict
}

/// How wide full-width marks are set (clreq, Punctuation width adjustment; xeCJK's names).
///
/// | style | neighbouring marks | opener at a line's start | mark at a line's end | elsewhere |
/// |---|---|---|---|---|
/// | full-width | narrowed | half | half | full, gives when a line is too long |
/// | kaiming | narrowed | half | half | 。．？！ full, others half |
/// | half-width | narrowed | half | half | half |
/// | line-end-half | full | half | half | full, gives when a line is too long |
/// | plain | full | full | full | full, never gives |
package enum PunctuationStyle: String, Sendable, Hashable, CaseIterable {
  /// 全角: only adjacent marks and marks at a line's ends are narrowed.
  case fullWidth = "full-width"
  /// 开明: sentence-end marks full, all others half.
  case kaiming
  /// 半角: all half.
  case halfWidth = "half-width"
  /// 行末半角: only marks at a line's ends are narrowed.
  case lineEndHalf = "line-end-half"
  /// 原样: every mark fills its em.
  case plain
}

/// The gap between Han and Western text (clreq, Mixed text composition).
package enum Autospace: String, Sendable, Hashable, CaseIterable {
  /// No gap, and none given on loose lines before others.
  case none
  /// ¼ em, which neither gives nor takes.
  case fixed
  /// ¼ em, from ⅛ to ⅓ (clreq's practical maximum).
  case third
  /// ¼ em, from ⅛ to ½ em; beyond ⅓ only where the line would else be looser.
  case half
  /// From ⅛ to ½ em, such that the Han behind a Western run stands on the pitch again.
  case grid
}

/// How firmly a group of characters holds together at a line's end.
package enum Cohesion: UInt8, Sendable, Hashable, CaseIterable {
  /// A figure, a date, a document number: never parted while narrower than six ems.
  case figure
  /// A name of two or three characters: parted rather than make a loose line.
  case name
}
