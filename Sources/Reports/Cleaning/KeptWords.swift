import WritingSystems

/// Addresses of the net and of mail, paths and names of files, pieces of code: what marks they hold
/// are theirs.
enum KeptWords {
  static func find(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      let range =
        switch scalars[index] {
        case ":": address(scalars, index)
        case "@": mail(scalars, index)
        case "w", "W": site(scalars, index)
        case ".": fileName(scalars, index)
        case "\"", "'": code(scalars, index)
        default: nil as Range<Int>?
        }
      if let range, range.upperBound > (found.last?.upperBound ?? 0) {
        found.append(range)
      }
      index = max(index + 1, range?.upperBound ?? 0)
    }
    return found
  }

  /// https://…, file:///…, up to a space or a character that no address has.
  private static func address(_ scalars: [Unicode.Scalar], _ colon: Int) -> Range<Int>? {
    guard colon + 2 < scalars.count, scalars[colon + 1] == "/", scalars[colon + 2] == "/" else {
      return nil
    }
    var start = colon
    while start > 0, scalars[start - 1].isASCIILetter { start -= 1 }
    return start < colon ? start..<end(of: scalars, from: colon) : nil
  }

  private static func site(_ scalars: [Unicode.Scalar], _ start: Int) -> Range<Int>? {
    let head = scalars[start...].prefix(4).map { Unicode.Scalar($0.value | 0x20) ?? $0 }
    guard head.elementsEqual("www.".unicodeScalars),
      start == 0 || !scalars[start - 1].isASCIIAlphanumeric
    else { return nil }
    return start..<end(of: scalars, from: start)
  }

  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while end < scalars.count, scalars[end].isASCII, scalars[end].value > 0x20,
      !"<>\"".unicodeScalars.contains(scalars[end])
    {
      end += 1
    }
    // A mark at the end belongs to the sentence.
    while end > start, ",.;:!?)'".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    return end
  }

  private static func mail(_ scalars: [Unicode.Scalar], _ at: Int) -> Range<Int>? {
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCIIAlphanumeric || "._-+".unicodeScalars.contains(scalar)
    }
    var start = at
    while start > 0, isPart(scalars[start - 1]) { start -= 1 }
    var end = at + 1
    while end < scalars.count, isPart(scalars[end]) { end += 1 }
    while end > at + 1, !scalars[end - 1].isASCIIAlphanumeric { end -= 1 }
    return start < at && end > at + 1 ? start..<end : nil
  }

  /// 报告(终稿).docx: back from the extension to a space or a mark that no name of a file has.
  private static func fileName(_ scalars: [Unicode.Scalar], _ dot: Int) -> Range<Int>? {
    var end = dot + 1
    while end < scalars.count, scalars[end].isASCIIAlphanumeric { end += 1 }
    let ending = String(scalars: scalars[(dot + 1)..<end]).lowercased()
    guard extensions.contains(ending) else { return nil }
    let longest = 60
    var start = dot
    var open = 0
    while start > 0, dot - start < longest {
      let scalar = scalars[start - 1]
      if scalar == ")" || scalar == "）" { open += 1 }
      if scalar == "(" || scalar == "（" {
        guard open > 0 else { break }
        open -= 1
      }
      if scalar.isSpace || scalar == "\t" || isBoundary(scalar) { break }
      start -= 1
    }
    return start < dot ? start..<end : nil
  }

  private static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", ":", "\"", "'", "/", "\\", "<", ">", "|", "?", "*", "!": true
    default:
      scalar.isChineseMark && scalar != "（" && scalar != "）" && scalar != "·" && scalar != "—"
    }
  }

  /// print("…"), {"name": "…"}, ["…", "…"] and name="…": a straight mark right behind a bracket or
  /// sign that no Chinese text has there.
  private static func code(_ scalars: [Unicode.Scalar], _ quote: Int) -> Range<Int>? {
    guard quote > 0 else { return nil }
    let mark = scalars[quote - 1]
    switch mark {
    case "{": return bracketed(scalars, quote - 1, by: "}", from: quote - 1)
    case "[": return bracketed(scalars, quote - 1, by: "]", from: quote - 1)
    case "(":
      let start = wordStart(scalars, before: quote - 1)
      return start < quote - 1 ? bracketed(scalars, quote - 1, by: ")", from: start) : nil
    case "=":
      let start = wordStart(scalars, before: quote - 1)
      let end = scalars[(quote + 1)...].prefix(longestCode).firstIndex(of: scalars[quote])
      return start < quote - 1 ? end.map { start..<($0 + 1) } : nil
    default: return nil
    }
  }

  private static let longestCode = 400

  private static func wordStart(_ scalars: [Unicode.Scalar], before end: Int) -> Int {
    var start = end
    while start > 0, end - start < 40, isName(scalars[start - 1]) { start -= 1 }
    return start
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIAlphanumeric || scalar == "_" || scalar == "."
  }

  private static func bracketed(
    _ scalars: [Unicode.Scalar],
    _ open: Int,
    by closer: Unicode.Scalar,
    from start: Int
  ) -> Range<Int>? {
    var depth = 0
    for index in open..<min(scalars.count, open + longestCode) {
      if scalars[index] == scalars[open] { depth += 1 }
      guard scalars[index] == closer else { continue }
      depth -= 1
      if depth == 0 { return start..<(index + 1) }
    }
    return nil
  }

  private static let extensions: Set<String> = [
    "doc", "docx", "pdf", "xls", "xlsx", "wps", "et", "dps", "ppt", "pptx", "txt", "csv", "jpg",
    "jpeg", "png", "gif", "zip", "rar", "ofd", "odt", "ods", "rtf", "html", "htm", "md", "xml",
    "json", "yaml", "mp3", "mp4", "exe", "apk", "com", "cn", "net", "org", "gov", "sqlite",
  ]
}
