import Diagnostics
import Settings
import Testing

private let colour = Word(Bilingual("颜色", "a colour")) { $0.hasPrefix("#") }

private let description = SettingDescription(
  title: Bilingual("试验", "a trial"),
  root: [
    SettingKey("name", .text, required: true, Bilingual("名称", "the name")),
    SettingKey("copies", .integer(1...Int.max), Bilingual("份数", "copies")),
    SettingKey("share", .number(0...1), Bilingual("比例", "a share")),
    SettingKey("tagged", .flag, Bilingual("标签", "tagged")),
    SettingKey("align", .choice(["left", "centre", "right"]), Bilingual("对齐", "alignment")),
    SettingKey("colour", .word(colour), Bilingual("颜色", "colour")),
    SettingKey("send-to", .list(.text), Bilingual("送", "send to")),
    SettingKey("inks", .names(.word(colour)), Bilingual("墨", "inks")),
    SettingKey("body", .list(.reference("block")), Bilingual("正文", "body")),
    SettingKey("width", .either([.integer(), .list(.integer())]), Bilingual("宽", "width")),
  ],
  definitions: [
    (
      "block",
      .variants(
        [
          Variant(SettingKey("text", .text, Bilingual("文字", "text"))),
          Variant(
            SettingKey("box", .list(.reference("block")), Bilingual("框", "box")),
            [SettingKey("height", .integer(), Bilingual("高", "height"))]
          ),
        ],
        shared: [SettingKey("id", .text, Bilingual("标识", "id"))]
      )
    )
  ]
)

@Suite("A file is checked against its description")
struct SettingCheckTests {
  private func check(_ source: String, in language: MessageLanguage = .english) -> [String] {
    var files = SourceFiles()
    let file = files.add(name: "a.yaml", bytes: Array(source.utf8))
    var findings = Findings()
    guard let root = SettingFile.read(file, findings: &findings) else { return ["unreadable"] }
    description.check(root, findings: &findings)
    return findings.list.map { finding in
      let place = finding.span.map { files.location(of: $0) }
      let hint = finding.suggestion.map { " → \($0)" } ?? ""
      return "\(place?.line ?? 0):\(place?.column ?? 0) \(finding.message(in: language))\(hint)"
    }
  }

  @Test func acceptsWhatTheDescriptionAllows() {
    let source = """
      name: 010
      copies: 3
      share: 0.5
      tagged: true
      align: centre
      colour: "#fff"
      send-to: [县委, 12]
      inks: { red: "#f00" }
      width: [1, 2]
      body:
        - text: 一
          id: a
        - box: [ { text: 二 } ]
          height: 2
      """
    #expect(check(source) == [])
  }

  @Test(arguments: [
    ("name: 一\nalgin: left", "2:1 there is no key \"algin\" here → align"),
    ("copies: 1", "1:1 the key \"name\" is missing"),
    ("name: 一\ncopies: 三", "2:9 \"copies\" should be a whole number, but is \"三\""),
    ("name: 一\ncopies: 0", "2:9 \"copies\" should be at least 1, but is \"0\""),
    ("name: 一\nshare: 2", "2:8 \"share\" should be between 0 and 1, but is \"2\""),
    ("name: 一\ntagged: no", "2:9 \"tagged\" should be true or false, but is \"no\""),
    ("name: 一\nalign: center", "2:8 \"align\" cannot be \"center\" → centre"),
    ("name: 一\ncolour: red", "2:9 \"colour\" should be a colour, but is \"red\""),
    ("name: 一\nsend-to: 县委", "2:10 \"send-to\" should be a list, but is \"县委\""),
    ("name: [一]", "1:7 \"name\" should be text, but is a list"),
    ("name:", "1:6 \"name\" should be text, but is empty"),
    (
      "name: 一\nwidth: a",
      "2:8 \"width\" should be a whole number, but is \"a\""
    ),
    ("name: 一\nbody:\n  - tetx: 二", "3:5 there is no key \"tetx\" here → text"),
    ("name: 一\nbody:\n  - id: 二", "3:5 nothing here says which kind this is"),
    (
      "name: 一\nbody:\n  - box: [ { text: 一, height: 2 } ]",
      "3:23 there is no key \"height\" here"
    ),
  ])
  func saysWhatIsWrong(source: String, expected: String) {
    #expect(check(source) == [expected])
  }

  @Test func findsAllThatIsWrongAtOnce() {
    #expect(check("copies: 0\nalign: up\nbody: 1").count == 4)
  }

  @Test func speaksChinese() {
    #expect(check("name: 一\ncopies: 三", in: .chinese) == ["2:9 “copies” 应是整数，这里是“三”"])
  }

  @Test func leavesOutRequiredKeysOfAPart() {
    var files = SourceFiles()
    let file = files.add(name: "a.yaml", bytes: Array("copies: 1".utf8))
    var findings = Findings()
    if let root = SettingFile.read(file, findings: &findings) {
      description.check(root, requiresKeys: false, findings: &findings)
      #expect(findings.list.isEmpty)
      description.check(root, findings: &findings)
    }
    #expect(findings.list.map(\.code) == [.settingMissingKey])
  }

  @Test func writesTheSameDescriptionAsASchema() {
    let schema = description.jsonSchema(language: .english)
    #expect(schema.hasPrefix("{\n \"$schema\": \"https://json-schema.org/draft/2020-12/schema\""))
    #expect(schema.contains("\"enum\": [\"left\", \"centre\", \"right\"]"))
    #expect(schema.contains("\"$ref\": \"#/$defs/block\""))
    #expect(schema.contains("\"required\": [\"name\"]"))
    #expect(schema.contains("\"additionalProperties\": false"))
  }
}
