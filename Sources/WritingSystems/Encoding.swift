/// An encoding that a report or ledger may be written in.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case utf32LE = "UTF-32LE"
  case utf32BE = "UTF-32BE"
  /// Holds GBK and GB 2312 whole; the four-byte form is of GB 18030-2022 as ICU knows it.
  case gb18030 = "GB18030"
  case big5 = "Big5"
  case big5HKSCS = "Big5-HKSCS"

  /// The name as printed.
  package var name: String { rawValue }

  /// The encoding of a name as people write it: `utf8`, `GBK`, `cp936`.
  ///
  /// In any case, with or without `-` and `_`. Names are those of the IANA registry and of Windows' code pages.
  package init?(named name: String) {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    guard let found = Self.spellings.first(where: { $0.spelling == plain }) else { return nil }
    self = found.encoding
  }

  /// The names offered when a name is not known.
  package static let choices = allCases.map(\.name) + ["GBK", "UTF-16", "UTF-32"]

  private static let spellings: [(spelling: String, encoding: TextEncoding)] = [
    ("utf8", .utf8), ("utf8bom", .utf8), ("unicode11utf8", .utf8),
    ("utf16le", .utf16LE), ("unicode", .utf16LE), ("ucs2", .utf16LE), ("utf16", .utf16LE),
    ("utf16be", .utf16BE), ("unicodefffe", .utf16BE),
    ("utf32le", .utf32LE), ("ucs4", .utf32LE), ("utf32", .utf32LE),
    ("utf32be", .utf32BE),
    ("gb18030", .gb18030), ("gbk", .gb18030), ("gb2312", .gb18030), ("gb", .gb18030),
    ("cp936", .gb18030), ("ms936", .gb18030), ("windows936", .gb18030), ("euccn", .gb18030),
    ("big5", .big5), ("cp950", .big5), ("ms950", .big5), ("windows950", .big5),
    ("big5eten", .big5), ("big5hkscs", .big5HKSCS), ("hkscs", .big5HKSCS),
  ]

  /// The bytes of one code unit.
  var unitWidth: Int {
    switch self {
    case .utf8, .gb18030, .big5, .big5HKSCS: 1
    case .utf16LE, .utf16BE: 2
    case .utf32LE, .utf32BE: 4
    }
  }

  var isBigEndian: Bool { self == .utf16BE || self == .utf32BE }

  /// The same encoding with the other byte order, for the wide ones.
  var otherByteOrder: TextEncoding? {
    switch self {
    case .utf16LE: .utf16BE
    case .utf16BE: .utf16LE
    case .utf32LE: .utf32BE
    case .utf32BE: .utf32LE
    case .utf8, .gb18030, .big5, .big5HKSCS: nil
    }
  }

  /// ICU's name of the charset, for those that ICU decodes.
  var charset: String? {
    switch self {
    case .gb18030: "GB18030"
    case .big5: "Big5"
    case .big5HKSCS: "Big5-HKSCS"
    case .utf8, .utf16LE, .utf16BE, .utf32LE, .utf32BE: nil
    }
  }
}
