/// Numbers of printed pages: — 3 —, 第3页 共8页, 3 / 8, Page 3 of 8.
enum Folio {
  /// Whether a line, in the form of `LineFacts.key`, is nothing but the number of a page.
  static func isFolio(_ key: [Unicode.Scalar]) -> Bool {
    guard key.count <= 24, key.contains(where: isDigit) else { return false }
    let form = shape(of: key)
    // 2022-10-14 is a date; 3/8 without spaces may be a ratio, and is taken for one.
    return forms.contains(form)
  }

  /// Whether a line has 第3页, 3/8页, 页3.
  static func numbersPage(_ key: [Unicode.Scalar]) -> Bool {
    let form = shape(of: key)
    return ["第#页", "#/#", "页#", "#页", "第#版", "#版"].contains { form.contains($0) }
      || hasDashes(key)
  }

  /// Whether a line begins or ends with — 3 —.
  static func hasDashes(_ key: [Unicode.Scalar]) -> Bool {
    let isEdge = [key.first, key.last].contains {
      $0.map { "-–—―─━－".unicodeScalars.contains($0) } ?? false
    }
    guard isEdge else { return false }
    let form = shape(of: key)
    return form.hasPrefix("-#-") || form.hasSuffix("-#-")
  }

  /// The line with each number as `#`; dashes and dots are one each.
  static func shape(of key: [Unicode.Scalar]) -> String {
    var shape = ""
    var index = 0
    while index < key.count {
      let scalar = key[index]
      if isDigit(scalar) {
        while index < key.count, isDigit(key[index]) { index += 1 }
        shape.append("#")
        continue
      }
      switch scalar {
      case "-", "–", "—", "―", "─", "━", "－": if shape.last != "-" { shape.append("-") }
      case "·", "•", "・", "∙", "*", "~": if shape.last != "·" { shape.append("·") }
      default: shape.unicodeScalars.append(scalar)
      }
      index += 1
    }
    return shape
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || chineseDigits.contains(scalar)
  }

  private static let chineseDigits = Set("〇零一二三四五六七八九十百".unicodeScalars)

  private static let forms: Set<String> = [
    "-#-", "·#·", "第#页", "第#页共#页", "第#页,共#页", "第#页/共#页", "共#页第#页", "共#页,第#页",
    "第#页(共#页)", "(第#页)", "(第#页共#页)", "[#]页", "第#頁", "page#of#", "page#", "p.#", "p#",
    "-第#页-", "-第#页共#页-", "第#页|共#页", "page#/#", "#页/共#页", "#/共#页", "第#版", "-#/#-",
    "第#页,总#页", "第#页总#页", "〔#〕", "共#页", "页#/#", "页码#", "页码:#", "页码,#/#", "页码:#/#", "[第#页]", "【第#页】",
  ]
}

/// Short English lines of programs: Accept all, Back to top.
enum ToolLine {
  /// Beginnings of the short English lines of programs.
  static func isLatinTools(_ words: [[Unicode.Scalar]]) -> Bool {
    guard let first = words.first, words.count <= 4,
      words.allSatisfy({ $0.allSatisfy { $0.isASCII } })
    else { return false }
    return latinTools.contains(first[...])
  }

  private static let latinTools = WordList([
    "accept", "reject", "manage", "cookie", "share", "back", "sign", "log", "login", "subscribe",
    "unsubscribe", "read", "view", "print", "download", "skip", "menu", "home", "search", "next",
    "previous", "prev", "contact", "about", "privacy", "terms", "follow", "like", "comment",
    "comments", "reply", "tweet", "pin", "close", "open", "show", "hide", "load", "more", "click",
    "top", "save", "copy", "edit", "ok", "cancel", "continue", "learn", "got",
  ])
}

/// Numbers and addresses of pages.
enum PageNumbers {
  /// 00:00/03:21, of a player of sound or pictures.
  static func isPlayer(_ key: [Unicode.Scalar]) -> Bool {
    guard key.count <= 24, key.contains("/") else { return false }
    let times = key.split(separator: "/")
    return times.count == 2
      && times.allSatisfy { time in
        time.contains(":")
          && time.allSatisfy { $0.isASCIIDigit || $0 == ":" || $0 == "." || $0 == "x" }
      }
  }

  /// 2018-03-02 08:58:39, 12-29 21:35: nothing but a day with its hour, or a day in digits.
  static func isClock(_ key: [Unicode.Scalar]) -> Bool {
    guard (6...24).contains(key.count), key.first?.isASCIIDigit ?? false,
      key.allSatisfy({ $0.isASCIIDigit || "-/:.年月日时分".unicodeScalars.contains($0) })
    else { return false }
    let isDay = key.count { $0 == "-" || $0 == "/" } == 2
    return isDay || key.contains(":") && key.contains { "-/月".unicodeScalars.contains($0) }
  }

  /// An address of the net that is a line of its own.
  static func isAddress(_ key: [Unicode.Scalar]) -> Bool {
    let starts = ["http://", "https://", "www."]
    return starts.contains { key.starts(with: $0.unicodeScalars) }
      && key.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
  }

  /// 2025-10-14 09:30 某某 某某: a day and hour in digits, then a few words.
  static func isStamped(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count <= 44, !scalars.contains(where: \.isTextMark) else { return false }
    let words = scalars.split(whereSeparator: \.isSpace)
    guard (3...7).contains(words.count) else { return false }
    let isDay =
      words[0].count { $0 == "-" || $0 == "/" || $0 == "." } == 2
      && words[0].allSatisfy { $0.isASCIIDigit || "-/.".unicodeScalars.contains($0) }
    let isHour =
      words[1].contains(":") && words[1].allSatisfy { $0.isASCIIDigit || $0 == ":" }
    return isDay && isHour && words.dropFirst(2).allSatisfy { $0.count <= 10 }
  }

  /// Where an address begins that fills the rest of a line.
  static func addressStart(_ key: [Unicode.Scalar]) -> Int? {
    let start = key.indices.first { index in
      key[index...].starts(with: "http".unicodeScalars)
        || key[index...].starts(with: "www.".unicodeScalars)
    }
    return start.flatMap { place in
      key[place...].allSatisfy { $0.value > 0x20 && $0.value < 0x7F } ? place : nil
    }
  }

  /// #乡村振兴# #基层治理.
  static func isTopicList(_ line: LineFacts) -> Bool {
    guard line.key.first == "#", line.key.count <= 80 else { return false }
    let words = line.words.filter { !$0.isEmpty }
    return words.allSatisfy { $0.first == "#" && $0.count > 1 && $0.count <= 20 }
      && !(words.count == 1 && words[0].prefix(4).allSatisfy { $0 == "#" })
  }
}
