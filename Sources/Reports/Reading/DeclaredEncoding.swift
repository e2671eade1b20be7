import WritingSystems

/// The encoding that a page or XML file says it is in.
enum DeclaredEncoding {
  /// Pages declare it in their first 1024 bytes (HTML Standard, 4.2.5.4); old ones later.
  private static let reach = 4096

  /// The name in `<?xml encoding="…"?>` or `<meta charset="…">`, in its older form too; nil without
  /// one that means something here.
  static func find(in bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(reach).filter { $0 < 0x80 && $0 != 0 }, as: UTF8.self)
      .lowercased()
    let tags = start.split(separator: "<")
    let found = tags.lazy.compactMap { tag -> String? in
      if tag.hasPrefix("?xml") { return value(of: "encoding", in: tag) }
      return tag.hasPrefix("meta") ? value(of: "charset", in: tag) : nil
    }
    return found.first { TextEncoding(named: $0) != nil }
  }

  private static func value(of name: String, in tag: Substring) -> String? {
    guard let place = tag.firstRange(of: name) else { return nil }
    let value = tag[place.upperBound...].drop { $0 == " " }
    guard value.first == "=" else { return nil }
    return String(
      value.dropFirst().drop { $0 == "\"" || $0 == "'" || $0 == " " }
        .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    )
  }
}
