import Diagnostics
import Proofreading
import Testing

@Suite("Lists of terms")
struct TermListTests {
  private func read(_ text: String) -> (list: TermList?, places: [String]) {
    var files = SourceFiles()
    var findings = Findings()
    let file = files.add(name: "terms.yaml", bytes: Array(text.utf8))
    let list = TermList.read(file, findings: &findings)
    let places = findings.list.map { finding in
      let place = finding.span.map { files.location(of: $0) }
      return "\(place?.line ?? 0):\(place?.column ?? 0) \(finding.code.name)"
    }
    return (list, places)
  }

  @Test(
    "what is wrong is found at its place, all at once",
    arguments: [
      ("wrong: 甲", ["1:8 setting.wrong-type"]),
      ("wrong:\n  - word: 甲\n", ["2:5 setting.missing-key"]),
      ("wrong:\n  - word: 甲\n    right: 甲\n", ["2:11 terms.right-is-wrong"]),
      (
        "wrong:\n  - word: 甲\n    rigth: 乙\nforbiden: []\n",
        ["2:5 setting.missing-key", "3:5 setting.unknown-key", "4:1 setting.unknown-key"]
      ),
      (
        "wrong:\n  - word: 甲\n    right: 乙\nforbidden:\n  - word: [丙, 甲]\n",
        ["5:15 terms.twice"]
      ),
      ("ignore: [doubled-wrod]\n", ["1:10 setting.not-a-choice"]),
      ("forbidden:\n  - word: \"\"\n", ["2:11 setting.wrong-type"]),
      ("wrong: [\n", ["2:1 setting.syntax"]),
    ]
  )
  func findsWhatIsWrong(text: String, expected: [String]) {
    let (list, places) = read(text)
    #expect(list == nil)
    #expect(places.sorted() == expected.sorted())
  }

  @Test("an empty file is a list of nothing")
  func readsNothing() {
    let (list, places) = read("# 空\n")
    #expect(list != nil && places.isEmpty)
  }

  private func found(_ text: String, in list: String) throws -> [String] {
    let terms = try #require(read(list).list)
    let made = HandmadeReport(text)
    return Proofreader(terms: terms).check(made.report).list.map { finding in
      "\(made.text(of: finding)) \(finding.message(in: .chinese))"
    }
  }

  @Test("of words that begin together the longest is found")
  func findsLongest() throws {
    let list = "wrong:\n  - {word: 两新, right: 双新}\n  - {word: 两新工委会, right: 两新工委}\n"
    let found = try found("县委两新工委会与两新组织。", in: list)
    #expect(found == ["两新工委会 “两新工委会” 应写作 “两新工委”", "两新 “两新” 应写作 “双新”"])
  }

  @Test("a word in traditional characters is found too, unless the list wants it exact")
  func findsTraditional() throws {
    #expect(try found("老百姓與羣眾、帳戶。", in: "prefer:\n  - {word: 帐户, right: 账户}\n").count == 1)
    let exact = "prefer:\n  - {word: 帐户, right: 账户, exact: true}\n"
    #expect(try found("老百姓與羣眾、帳戶。", in: exact).isEmpty)
  }

  @Test("the reason stands in the note")
  func saysWhy() throws {
    let list = "forbidden:\n  - {word: 盲流, reason: 含歧视意味。}\n"
    let terms = try #require(read(list).list)
    let finding = try #require(
      Proofreader(terms: terms).check(HandmadeReport("盲流。").report).list.first
    )
    #expect(finding.notes.map { $0.words[.chinese] } == ["含歧视意味。"])
  }
}
