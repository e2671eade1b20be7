/// SQL as it is printed: white space made one, a line for each clause.
///
/// Layouts write queries folded over lines of YAML, of which nothing is left when they are read.
enum SQLText {
  private static let clauses: Set<String> = [
    "select", "from", "where", "group", "having", "order", "limit", "union", "except",
    "intersect", "join", "window",
  ]

  /// From so many characters on, a list of columns goes on in a new line.
  private static let longLine = 40

  static func lines(of sql: String) -> [String] {
    guard !sql.contains("--"), !sql.contains("/*") else { return written(sql) }
    var lines: [String] = []
    var line = ""
    var depth = 0
    var last = ""
    for word in words(of: sql) {
      let lower = word.lowercased()
      let begins = clauses.contains(lower) || last == "," && line.count > longLine
      if depth == 0, begins, !line.isEmpty {
        lines.append(line)
        line = clauses.contains(lower) ? "" : "\u{3000}"
      }
      let isGlued =
        line.isEmpty || line == "\u{3000}" || line.hasSuffix("(") || [")", ",", ";"].contains(word)
        || word == "(" && !last.isEmpty && isName(last) && !clauses.contains(last)
          && !keywords.contains(last)
      line += isGlued ? word : " " + word
      if word == "(" { depth += 1 }
      if word == ")" { depth -= 1 }
      last = lower
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Comments end with their line, so the lines stay.
  private static func written(_ sql: String) -> [String] {
    sql.split(whereSeparator: \.isNewline).map { line in
      String(line.drop(while: \.isWhitespace))
    }
    .filter { !$0.isEmpty }
  }

  private static let keywords: Set<String> = [
    "as", "in", "over", "and", "or", "not", "by", "on", "with", "when", "then", "else", "filter",
    "values", "exists", "case",
  ]

  private static func isName(_ word: String) -> Bool {
    word.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
  }

  /// Words, quoted texts and names as they are, brackets and commas.
  private static func words(of sql: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isQuoteEnd = false
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in sql {
      // A quotation mark within a text is written twice.
      if isQuoteEnd, character != word.first {
        isQuoteEnd = false
        close()
      }
      if let open = quote {
        word.append(character)
        isQuoteEnd = character == open
        if isQuoteEnd { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
        isQuoteEnd = false
        word.append(character)
      } else if character.isWhitespace {
        close()
      } else if "(),;".contains(character) {
        close()
        words.append(String(character))
      } else {
        word.append(character)
      }
    }
    close()
    return words
  }
}
