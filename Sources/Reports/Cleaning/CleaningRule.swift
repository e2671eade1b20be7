/// One rule of cleaning; each has a name, a finding that says what it did, and can be switched off.
///
/// `Documentation/Reading.md` prints them as a table (`CleaningRule.table`).
package enum CleaningRule: String, Hashable, Sendable, CaseIterable {
  /// Text decoded in the wrong encoding, where it can be undone with certainty: 鏈湀 for 本月.
  case mojibake
  /// Control characters, byte order marks and zero-width characters.
  case controlCharacters = "control-characters"
  /// Characters of private use that the tables of GB 18030, HKSCS or Word's symbol fonts name.
  case privateUse = "private-use"
  /// Pinyin or zhuyin in brackets stuck to a Han character: 設(shè).
  case annotations
  /// Compatibility ideographs, radicals, small and vertical forms, half-width kana, ligatures.
  case compatibilityCharacters = "compatibility-characters"
  /// Tables drawn with tabulators, lines or spaces, which become tables.
  case drawnTables = "drawn-tables"
  /// Menus, breadcrumbs and page tools.
  case navigation
  /// 主办单位, 备案号, 技术支持, counters of visitors, notices of a page.
  case footers
  /// Advertisements, codes to scan, prompts to follow or share.
  case promotion
  /// Who wrote when in a chat, the heads of mail, and the marks of quoted mail.
  case messages
  /// Lists of links that have nothing to do with the report.
  case linkFarms = "link-farms"
  /// Folios and the heads that each printed page repeats.
  case pageHeads = "page-heads"
  /// A line that is nothing but a number or a row of marks.
  case strayLines = "stray-lines"
  /// A line, or a stretch of text, said again.
  case duplicateLines = "duplicate-lines"
  /// The line that says source and time of a page, and the masthead of an earlier bulletin; both
  /// are read, then left out.
  case bylines
  /// Two and more empty lines in a row.
  case blankLines = "blank-lines"
  /// White space that begins or ends a line.
  case indents
  /// Lines broken by the width of a page or mail.
  case hardWraps = "hard-wraps"
  /// Full-width digits and letters.
  case letterWidths = "letter-widths"
  /// Half-width brackets around or beside Chinese text.
  case brackets
  /// Straight quotation marks around Chinese text.
  case quotationMarks = "quotation-marks"
  /// Dashes made of hyphens or box lines.
  case dashes
  /// Ellipses made of dots or stops.
  case ellipses
  /// Half-width marks in Chinese text.
  case punctuationWidths = "punctuation-widths"
  /// Spaces inside Chinese text.
  case spaces
}
