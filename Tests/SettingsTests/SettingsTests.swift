import Diagnostics
import Settings
import Testing

/// Reads a text and gives the node, the findings as printed, and the files.
func read(
  _ text: String,
  limits: SettingFile.Limits = SettingFile.Limits(),
  language: MessageLanguage = .english
) -> (node: SettingNode?, printed: String) {
  readBytes(Array(text.utf8), limits: limits, language: language)
}

func readBytes(
  _ bytes: [UInt8],
  limits: SettingFile.Limits = SettingFile.Limits(),
  language: MessageLanguage = .english
) -> (node: SettingNode?, printed: String) {
  var files = SourceFiles()
  let file = files.add(name: "a.yaml", bytes: bytes)
  var findings = Findings()
  let node = SettingFile.read(file, limits: limits, findings: &findings)
  return (node, FindingPrinter(language: language, files: files).print(findings))
}

@Suite("Scalars get their type from their text")
struct CoreValueTests {
  @Test(arguments: [
    ("010", CoreValue.text), ("12:30:00", .text), ("no", .text), ("yes", .text), ("1_000", .text),
    ("0x1F", .text), ("", .null), ("~", .null), ("null", .null), ("true", .flag(true)),
    ("False", .flag(false)), ("0", .integer(0)), ("-7", .integer(-7)), ("+7", .integer(7)),
    ("80.5", .number(80.5)), ("1e3", .number(1000)), ("1.", .text), (".5", .text), ("-", .text),
    ("1e", .text), ("2025-10-14", .text), ("99999999999999999999", .number(1e20)), ("三号", .text),
  ])
  func readsPlainText(text: String, expected: CoreValue) {
    #expect(CoreValue(plain: text) == expected)
  }

  @Test func takesQuotedTextForText() {
    let node = read("a: \"10\"\nb: '10'\nc: |\n  10\nd: 10\n").node
    #expect(node?["a"]?.core == .text)
    #expect(node?["b"]?.core == .text)
    #expect(node?["c"]?.core == .text)
    #expect(node?["d"]?.core == .integer(10))
  }
}

@Suite("Every character of a scalar knows its place")
struct PlaceTests {
  /// The value of `a` in a file, and what the file holds at each of its characters.
  @Test(arguments: [
    ("a: 工作简报", "工作简报"),
    ("a: \"工作 简报\"", "工作 简报"),
    ("a: 'it''s'", "it''s"),
    ("a: \"x\\ty\\u4e2d\\\"z\"", "x\\ty\\u4e2d\\\"z"),
    ("a: >\n  工作\n  简报\n", "工作⏎  简报⏎"),
    ("a: |-\n    工作\n    简报", "工作⏎简报"),
    ("a: |\n  x\n    y\n", "x⏎  y⏎"),
    ("# 说明\r\na: 工作\r\nb: 1", "工作"),
    ("a: 一\n  二", "一⏎  二"),
    ("a: &anchor 工作", "工作"),
    ("\u{FEFF}a: 工作", "工作"),
  ])
  func findsEachCharacter(source: String, expected: String) throws {
    let bytes = Array(source.utf8)
    let text = try #require(readBytes(bytes).node?["a"]?.text)
    var found = ""
    for index in 0..<text.count {
      let span = try #require(text.span(of: index..<index + 1))
      found += String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }
    #expect(found.replacing("\r\n", with: "⏎").replacing("\n", with: "⏎") == expected)
  }

  @Test func foldsLinesAsYAMLDoes() {
    let node = read("a: >\n  一\n  二\n\n  三\nb: |\n  一\n  二\n").node
    #expect(node?["a"]?.string == "一 二\n三\n")
    #expect(node?["b"]?.string == "一\n二\n")
  }
}

@Suite("What YAML forbids is told with its place")
struct SyntaxTests {
  @Test(arguments: [
    (
      "name: 工作: 简报\n",
      """
      a.yaml:1:9: error: not valid YAML: a "key: value" cannot stand here; put text with a colon \
      in quotation marks [setting.syntax]
       1 | name: 工作: 简报
         |           ^

      """
    ),
    (
      "a: 1\nb: 2\na: 3\n",
      """
      a.yaml:1:1: error: the key "a" stands here twice [setting.duplicate-key]
       1 | a: 1
         | ^
        help: keep one of them

      """
    ),
    (
      "issue: {{ issue }}\n",
      """
      a.yaml:1:9: error: text that begins with {{ must stand in quotation marks \
      [setting.unquoted-braces]
       1 | issue: {{ issue }}
         |         ^^^^^^^^

      """
    ),
    (
      "a: !!int \"3\"\n",
      """
      a.yaml:1:4: error: YAML tags such as "!!int" are not used here [setting.tag]
       1 | a: !!int "3"
         |    ^^^^^

      """
    ),
    (
      "a: [1, 2\nb: 3\n",
      """
      a.yaml:2:2: error: not valid YAML: a comma or "]" is missing in the list [setting.syntax]
       2 | b: 3
         |  ^

      """
    ),
    (
      "a: 1\n---\nb: 2\n",
      """
      a.yaml:2:1: error: not valid YAML: a file holds one document, and here begins another \
      [setting.syntax]
       2 | ---
         | ^

      """
    ),
  ])
  func saysWhatIsWrong(source: String, expected: String) {
    let (node, printed) = read(source)
    #expect(node == nil)
    #expect(printed == expected)
  }

  @Test func speaksChineseToo() {
    let printed = read("a: \"从不结束\n", language: .chinese).printed
    #expect(printed.hasPrefix("a.yaml:2:1: 错误: YAML 格式不对：引号没有结束 [setting.syntax]\n"))
  }

  @Test func takesAnEmptyFileForAnEmptyMapping() {
    #expect(read("").node?.entries.isEmpty == true)
    #expect(read("# nothing\n").node?.entries.isEmpty == true)
  }
}

@Suite("Files made to exhaust the reader are refused")
struct HostileTests {
  @Test func refusesTenMegabytes() {
    var files = SourceFiles()
    let file = files.add(name: "a.yaml", bytes: Array(repeating: 0x61, count: 10_000_000))
    var findings = Findings()
    #expect(SettingFile.read(file, findings: &findings) == nil)
    #expect(findings.list.map(\.code) == [.settingTooLarge])
  }

  @Test func refusesAliasesThatGrow() {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1...9 {
      let inner = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(inner)]")
    }
    #expect(read(lines.joined(separator: "\n")).printed.contains("[setting.too-many-aliases]"))
  }

  @Test func refusesFewAliasesThatGrowToo() {
    var lines = ["a0: &a0 [\(Array(repeating: "x", count: 100).joined(separator: ", "))]"]
    for level in 1...10 {
      lines.append("a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]")
    }
    #expect(read(lines.joined(separator: "\n")).printed.contains("[setting.too-many-aliases]"))
  }

  @Test func letsAFewAliasesBe() {
    let node = read("a: &a [1, 2]\nb: *a\n").node
    #expect(node?["b"]?.items.count == 2)
  }

  @Test(arguments: [70, 900, 2000, 20_000])
  func refusesDeepNesting(depth: Int) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let (node, printed) = read("a: \(text)")
    #expect(node == nil)
    #expect(printed.contains("[setting.too-deep]"))
  }

  @Test func refusesWhatIsNotUTF8() {
    #expect(readBytes([0x61, 0x3A, 0x20, 0xB9, 0xA4]).printed.contains("[setting.not-utf-8]"))
  }

  @Test func refusesControlCharacters() {
    #expect(read("a: \u{1}b").printed.contains("[setting.syntax]"))
  }

  @Test(arguments: [
    "\0", "{", "? *a", "*a", "&a", "&a *a", "!", "%", "- - -", "a:\n\t- b", "'", "\u{85}a: ]",
  ])
  func neverTraps(source: String) {
    let (node, printed) = read(source)
    #expect(node != nil || !printed.isEmpty)
  }
}

@Suite("The findings of settings")
struct SettingFindingTests {
  @Test func haveUniqueNamesAndWordsInBothLanguages() {
    #expect(Set(FindingCode.settings.map(\.name)).count == FindingCode.settings.count)
    for code in FindingCode.settings {
      #expect(code.name.hasPrefix("setting."))
      #expect(
        code.words.placeholders(in: .chinese) == code.words.placeholders(in: .english),
        "\(code.name)"
      )
      #expect(!code.words.chinese.isEmpty && !code.words.english.hasSuffix("."))
    }
  }
}
