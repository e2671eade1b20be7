import Diagnostics
import Yams

/// Says in our words what the YAML library found wrong.
enum SyntaxProblem {
  static func finding(
    for error: any Error,
    in places: MarkedText,
    limits: SettingFile.Limits
  ) -> Finding {
    guard let error = error as? YamlError else {
      preconditionFailure("the YAML library throws errors of its own type only")
    }
    switch error {
    case .scanner(_, let problem, _, _) where problem.hasPrefix(nestingProblem),
      .parser(_, let problem, _, _) where problem.hasPrefix(nestingProblem):
      return tooDeep(in: places, limits: limits)
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return syntax(words(for: problem), at: places.offset(of: mark), in: places)
    case .reader(let problem, let offset, _, _):
      let index = places.string.index(places.string.startIndex, offsetBy: offset ?? 0)
      let start = places.string.utf8.distance(from: places.string.startIndex, to: index)
      return syntax(words(for: problem), at: start, in: places)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let start = places.offset(of: context.mark)
      let key = duplicates.first ?? ""
      return Finding(
        .settingDuplicateKey,
        at: places.span(from: start, to: start + key.utf8.count),
        ["key": .quote(key)]
      )
    default:
      // Out of memory is how the library reports that a stack of its own is full.
      return tooDeep(in: places, limits: limits)
    }
  }

  /// How the library begins to speak of its own limit of nesting.
  private static let nestingProblem = "Maximum nesting level"

  private static func tooDeep(in places: MarkedText, limits: SettingFile.Limits) -> Finding {
    Finding(.settingTooDeep, at: places.span(from: 0, to: 0), ["limit": .number(limits.depth)])
  }

  private static func syntax(_ words: Bilingual, at start: Int, in places: MarkedText) -> Finding {
    Finding(
      .settingSyntax,
      at: places.span(from: start, to: start + 1),
      ["problem": .words(words)]
    )
  }

  private static func words(for problem: String) -> Bilingual {
    table[problem] ?? Bilingual(problem, problem)
  }

  private static let table: [String: Bilingual] = [
    "mapping values are not allowed in this context": Bilingual(
      "这里不能再有“键: 值”；含有冒号的文字要加引号",
      "a \"key: value\" cannot stand here; put text with a colon in quotation marks"
    ),
    "could not find expected ':'": Bilingual("键后面缺少冒号", "a colon is missing behind the key"),
    "did not find expected key": Bilingual(
      "这里应是一个键；请检查缩进",
      "a key was expected here; check the indentation"
    ),
    "did not find expected '-' indicator": Bilingual(
      "这里应是以“- ”开头的一项；请检查缩进",
      "an item beginning with \"- \" was expected here; check the indentation"
    ),
    "found character that cannot start any token": Bilingual(
      "文字不能以这个字符开头；请加引号（缩进只能用空格）",
      "no text begins with this character; quote it (and indent by spaces only)"
    ),
    "found unexpected end of stream": Bilingual(
      "引号没有结束",
      "the quotation mark is never closed"
    ),
    "did not find expected ',' or ']'": Bilingual(
      "列表里缺少逗号或“]”",
      "a comma or \"]\" is missing in the list"
    ),
    "did not find expected ',' or '}'": Bilingual(
      "花括号里缺少逗号或“}”",
      "a comma or \"}\" is missing in the braces"
    ),
    "found undefined alias": Bilingual("引用的名称没有定义", "the alias stands for nothing"),
    "but found another document": Bilingual(
      "一个文件只能有一份内容（这里又有“---”）",
      "a file holds one document, and here begins another"
    ),
    "control characters are not allowed": Bilingual(
      "文件里有控制字符",
      "there is a control character in the file"
    ),
  ]
}
