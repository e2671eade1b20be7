import Diagnostics
import DocumentModel
import Geometry
import Templates
import Testing

@Suite("A layout is read strictly, all that is wrong at once")
struct LayoutReadingTests {
  @Test(arguments: [
    ("bdoy: []", "16:1 there is no key \"bdoy\" here → body"),
    (
      "body: []\ndata: { a: { columns: { 单位: text }, key: 单喂 } }",
      "17:42 there is no column \"单喂\" → 单位"
    ),
    (
      "body: []\ndata: { a: { columns: { 单位: text }, table: 2 } }",
      "17:44 \"table\" is said of tables of a report only"
    ),
    (
      "body: []\ndata: { a: { columns: { 单位: { type: txt } } } }",
      "17:37 \"type\" cannot be \"txt\" → text"
    ),
    ("body: [ { txt: 一 } ]", "16:11 there is no key \"txt\" here → text"),
    ("body: [ { chart: {} } ]", "16:11 there is no key \"chart\" here"),
    (
      "body: [ { text: 一, style: bodi } ]",
      "16:27 there is no style \"bodi\" → body"
    ),
    (
      "body: [ { text: 一, style: kai } ]",
      "16:27 the style \"kai\" names no size, so no paragraph can be set in it"
    ),
    ("body: [ { use: masthed } ]", "16:16 there is no component \"masthed\""),
    (
      "body: [ { text: \"第{{ isue }}期\" } ]\nparameters: { issue: { type: integer } }",
      "16:22 there is no name \"isue\" → issue"
    ),
    (
      "body: [ { text: \"{{ figures.coverge.to }}\" } ]\n"
        + "indicators: { coverage: { match: [覆盖率] } }",
      "16:21 there is no name \"figures.coverge.to\" → figures.coverage"
    ),
    (
      "body: [ { text: \"{{ figures.coverage.too }}\" } ]\n"
        + "indicators: { coverage: { match: [覆盖率] } }",
      "16:21 there is no name \"figures.coverage.too\" → figures.coverage.to"
    ),
    (
      "body: [ { text: \"{{ page.number }}\" } ]",
      "16:21 there is no name \"page.number\""
    ),
    (
      "body: [ { text: \"{{ report.titel }}\" } ]",
      "16:21 there is no name \"report.titel\" → report.title"
    ),
    ("body: [ { text: \"{{ }}\" } ]", "16:18 there is no name between the braces"),
    ("body: [ { text: \"一{{ report.title\" } ]", "16:19 \"{{\" is never closed"),
    ("body: [ { text: \"一**二\" } ]", "16:19 \"**\" is never closed"),
    ("body: [ { text: \"一^二\" } ]", "16:19 \"^\" is never closed"),
    ("body: [ { text: \"一*二\" } ]", "16:19 \"*\" is never closed"),
    ("body: [ { text: \"一~~二\" } ]", "16:19 \"~~\" is never closed"),
    ("body: [ { text: \"一^ ^二\" } ]", "16:19 the note says nothing"),
    (
      "body: [ { text: \"[甲]{.undreline}\" } ]",
      "16:23 there is no mark or style \"undreline\" → underline"
    ),
    ("body: [ { text: \"[甲]{.kia}\" } ]", "16:23 there is no mark or style \"kia\" → kai"),
    ("body: [ { text: \"一^注[甲]{.kia}^\" } ]", "16:26 there is no mark or style \"kia\" → kai"),
    ("body: [ { text: \"一^{{ issu }}^\" } ]", "16:23 there is no name \"issu\""),
    (
      "body: [ { text: \"[甲乙丙]{yī èr}\" } ]",
      "16:24 the readings are 2 in number, the characters 3"
    ),
    (
      "body: [ { text: \"[甲乙]{ㄧˇ}\" } ]",
      "16:23 the readings are 1 in number, the characters 2"
    ),
    (
      "body: [ { text: \"[甲|乙]{yī}\" } ]",
      "16:24 the readings are 1 in number, the characters 2"
    ),
    ("body: [ { text: \"一[]{yī}\" } ]", "16:20 the brackets before the reading hold no words"),
    ("body: [ { text: \"一[*甲*]{yī}\" } ]", "16:20 words with a reading cannot hold \"*\""),
    (
      "body: [ { text: \"[{{ report.title }}]{yī}\" } ]",
      "16:19 words with a reading cannot hold \"{\""
    ),
    ("body: [ { text: \"[甲]{}\" } ]", "16:21 the mark \"{}\" is not available"),
    ("body: [ { text: \"[甲]{lang:ug}\" } ]", "16:22 the mark \"{lang:ug}\" is not available"),
    (
      "body: [ { text: \"甲{{ fill | leader: 点 }}\" } ]",
      "16:29 the filter \"leader\" takes ……, ··· or ___"
    ),
    (
      "profiles: { press: { styles: { a: { combine: digit } } } }",
      "16:46 \"combine\" cannot be \"digit\" → digits"
    ),
    ("body: [ { text: \"[甲]{lang=u}\" } ]", "16:27 \"u\" is no language tag"),
    ("body: [ { text: \"[甲]{.underline 乙}\" } ]", "16:33 the mark \"{乙}\" is not available"),
    ("info: { title: \"甲^乙^\" }\nbody: []", "16:18 \"^…^\" has no effect here"),
    (
      "body: [ { box: [ { notes: here } ] } ]",
      "16:20 \"notes: here\" has no effect here"
    ),
    ("notes: { mark: circle }\nbody: []", "16:16 \"mark\" cannot be \"circle\" → circled"),
    (
      "profiles: { press: { styles: { a: { decoration: undreline } } } }",
      "16:49 \"decoration\" cannot be \"undreline\" → underline"
    ),
    (
      "body: [ { text: \"{{ report.title | persent: 2 }}\" } ]",
      "16:36 there is no filter \"persent\" → percent"
    ),
    (
      "body: [ { text: \"{{ report.title | number: 二 }}\" } ]",
      "16:36 the filter \"number\" takes a number of decimals from 0 to 9"
    ),
    ("body: [ { space: 1fr } ]", "16:18 \"space\" cannot be in fr"),
    ("body: [ { rule: 0.7mm, ink: rde } ]", "16:29 there is no ink \"rde\" → red"),
    (
      "body: [ { space: 三 } ]",
      "16:18 \"space\" should be a length such as 37mm, 三号, 2字 or 1行, but is \"三\""
    ),
    ("parameters: { report: { type: text } }", "16:15 \"report\" is a reserved name"),
    (
      "parameters: { a b: { type: text } }",
      "16:15 the name \"a b\" must hold no space, dot or brace"
    ),
    (
      "parameters: { a: { type: integr } }",
      "16:26 \"type\" cannot be \"integr\" → integer"
    ),
    ("profiles: { prss: {} }", "16:13 there is no profile \"prss\" → press"),
  ])
  func saysWhatIsWrong(source: String, expected: String) {
    var bench = Workbench()
    #expect(bench.read(Workbench.ground + source) == nil)
    #expect(bench.printed() == [expected])
  }

  @Test func findsAllAtOnce() {
    var bench = Workbench()
    let body = """
      body:
        - { text: "{{ a }}" }
        - { text: 一, style: b }
        - { use: c }
        - { rule: 1mm, ink: d }
      """
    #expect(bench.read(Workbench.ground + body) == nil)
    #expect(bench.findings.list.count == 4)
  }

  @Test func printsPlaceCaretsAndWayOut() {
    var bench = Workbench()
    _ = bench.read(
      Workbench.ground + "parameters: { issue: { type: integer } }\nbody:\n  - text: 第{{ isue }}期\n"
    )
    let chinese = FindingPrinter(language: .chinese, files: bench.files).print(bench.findings)
    #expect(
      chinese.hasPrefix(
        """
        trial.yaml:18:15: 错误: 没有 “isue” 这个名称 [layout.unknown-name]
         18 |   - text: 第{{ isue }}期
            |                ^^^^
          办法: 是否想写“issue”？现有：“issue”、“report.title”
        """
      )
    )
  }

  @Test func tellsWhatAPageLacks() {
    var bench = Workbench()
    #expect(bench.read("kanyin: 1\nname: a\npage: { size: A4 }") == nil)
    #expect(
      bench.printed() == [
        "1:1 the key \"page.type-area\" is missing", "1:1 the key \"page.grid\" is missing",
      ]
    )
  }

  @Test func refusesATypeAreaThatLeavesThePage() {
    var bench = Workbench()
    let source = Workbench.ground.replacing("inside: 28mm", with: "inside: 58mm")
    #expect(bench.read(source) == nil)
    #expect(bench.printed() == ["5:14 the type area reaches beyond the page"])
  }
}

@Suite("Numbers and names that no page can be made of are refused, and never trap")
struct LayoutBoundsTests {
  @Test(arguments: [
    (
      "body: [ { row: [ { width: 9999999fr, content: [] } ] } ]",
      "16:27 \"width\" should be more than 0 and 10000fr at most, but is \"9999999fr\""
    ),
    (
      "body: [ { row: [ { width: -1fr, content: [] } ] } ]",
      "16:27 \"width\" should be more than 0 and 10000fr at most, but is \"-1fr\""
    ),
    (
      "body: [ { row: [ { width: 0mm, content: [] } ] } ]",
      "16:27 \"width\" should be from 0.1pt to 28800pt, but is \"0mm\""
    ),
    (
      "body: [ { space: 999999999.999999mm } ]",
      "16:18 \"space\" should be from 0 to 28800pt, but is \"999999999.999999mm\""
    ),
    (
      "body: [ { space: 999999999行 } ]",
      "16:18 \"space\" should be from 0 to 28800pt, but is \"999999999行\""
    ),
    ("body: [ { space: -1mm } ]", "16:18 \"space\" should be from 0 to 28800pt, but is \"-1mm\""),
    (
      "body: [ { box: [ { text: 一, at: { top: -999999mm } } ] } ]",
      "16:40 \"top\" should be 28800pt at most to either side, but is \"-999999mm\""
    ),
    (
      "inks: { paper: { cmyk: [0, 0, 0, 0], screen: \"#FFFFFF\" } }\nbody: []",
      "16:9 \"paper\" is a reserved name"
    ),
  ])
  func inTheBody(source: String, expected: String) {
    var bench = Workbench()
    let ground = Workbench.ground.replacing(
      source.hasPrefix("inks")
        ? "inks:\n  red: { cmyk: [0, 80, 80, 0], screen: \"#DA291C\" }" : "\u{0}",
      with: "\n"
    )
    #expect(bench.read(ground + source) == nil)
    #expect(bench.printed() == [expected])
  }

  @Test(arguments: [
    (
      "kai: { font: kai }", "kai: { size: 0 }",
      "\"size\" should be from 1pt to 1000pt, but is \"0\""
    ),
    (
      "kai: { font: kai }", "kai: { size: -3pt }",
      "\"size\" should be from 1pt to 1000pt, but is \"-3pt\""
    ),
    (
      "kai: { font: kai }", "kai: { size: 999999999em }",
      "\"size\" should be from 1pt to 1000pt, but is \"999999999em\""
    ),
    ("line: 0.5行", "line: 0行", "\"line\" should be from 0.1pt to 28800pt, but is \"0行\""),
    ("line: 0.5行", "line: -5pt", "\"line\" should be from 0.1pt to 28800pt, but is \"-5pt\""),
    (
      "indent: 2字", "indent: 9999999字",
      "\"indent\" should be 28800pt at most to either side, but is \"9999999字\""
    ),
    (
      "size: A4", "size: 9999mm 297mm",
      "\"size\" should be from 3pt to 14400pt, some 5 metres, but is \"9999mm 297mm\""
    ),
    (
      "size: A4", "size: 1pt 297mm",
      "\"size\" should be from 3pt to 14400pt, some 5 metres, but is \"1pt 297mm\""
    ),
    (
      "size: A4", "size: A4\n  bleed: 200mm",
      "\"bleed\" should be from 0 to 100mm, but is \"200mm\""
    ),
    (
      "size: A4", "size: 0mm 297mm",
      "\"size\" should be a page size such as A4 or 210mm 297mm, but is \"0mm 297mm\""
    ),
    ("width: 156mm", "width: 0", "\"width\" should be from 0.1pt to 28800pt, but is \"0\""),
    ("width: 156mm", "width: 999mm", "the type area reaches beyond the page"),
    ("top: 37mm", "top: -37mm", "\"top\" should be from 0 to 28800pt, but is \"-37mm\""),
    (
      "characters: 28", "characters: 0",
      "\"characters\" should be between 1 and 200, but is \"0\""
    ),
    ("lines: 22", "lines: 1", "\"lines\" should be between 2 and 200, but is \"1\""),
    ("lines: 22, size: 三号", "lines: 200, size: 三号", "the type area is too small for the grid"),
    ("lines: 22, size: 三号", "lines: 2, size: 999pt", "the type area is too small for the grid"),
  ])
  func onThePage(old: String, new: String, expected: String) {
    var bench = Workbench()
    #expect(bench.read(Workbench.ground.replacing(old, with: new) + "body: []") == nil)
    #expect(bench.printed().map { $0.drop { $0 != " " }.dropFirst() } == [expected[...]])
  }

  @Test func inksWithoutEnd() {
    func inks(_ count: Int) -> String {
      let list = (0..<count).map { "  i\($0): { cmyk: [0, 0, 0, 9], screen: \"#DA291C\" }" }
      return Workbench.ground.replacing("inks:", with: "inks:\n\(list.joined(separator: "\n"))")
        + "body: []"
    }
    // Black and red are two more.
    var bench = Workbench()
    #expect(bench.read(inks(252)) != nil)
    #expect(bench.read(inks(300)) == nil)
    #expect(bench.printed() == ["261:3 there are more than 254 inks"])
  }
}

@Suite("What would have no effect where it stands is told")
struct PlaceTests {
  private static let frameWay = "move it out of the box or the row"

  @Test(arguments: [
    ("body: [ { box: [ { break: page } ] } ]", "16:20 \"break: page\" has no effect here"),
    (
      "body: [ { row: [ { content: [ { break: page } ] } ] } ]",
      "16:33 \"break: page\" has no effect here"
    ),
    (
      "body: [ { box: [ { use: a } ] }, { row: [ { content: [ { use: a } ] } ] }, { use: a } ]\n"
        + "components: { a: { body: [ { break: page } ] } }",
      "17:30 \"break: page\" has no effect here"
    ),
    (
      "body: [ { box: [ { text: 一, at: bottom-of-last-page } ] } ]",
      "16:20 \"at: bottom-of-last-page\" has no effect here"
    ),
    (
      "body: [ { text: 一, at: { left: 1mm, top: 1mm } } ]",
      "16:11 \"at: { left, top }\" has no effect here"
    ),
    (
      "body: [ { use: a } ]\ncomponents: { a: { body: [ { text: 一, at: { top: 1mm } } ] } }",
      "17:30 \"at: { left, top }\" has no effect here"
    ),
    (
      "body: [ { each: parameters, content: [ { break: page } ], at: bottom-of-last-page } ]\n"
        + "parameters: { parameters: { type: list } }",
      "16:42 \"break: page\" has no effect here"
    ),
  ])
  func atTheBlock(source: String, expected: String) {
    var bench = Workbench()
    #expect(bench.read(Workbench.ground + source) == nil)
    #expect(bench.printed() == [expected])
    #expect(bench.findings.list.allSatisfy { !($0.hint(in: .english) ?? "").isEmpty })
  }

  @Test(arguments: [
    "body: [ { break: page }, { text: 一, at: bottom-of-last-page } ]",
    "body: [ { box: [ { text: 一, at: { top: 1mm } } ], at: bottom-of-last-page } ]",
    "body: [ { use: a } ]\ncomponents: { a: { body: [ { break: page } ] } }",
  ])
  func butNotWhereItBelongs(source: String) {
    var bench = Workbench()
    #expect(bench.read(Workbench.ground + source) != nil)
  }
}

@Suite("A layout extends another: mappings merge, lists replace")
struct MergingTests {
  @Test func mergesMappingsAndReplacesLists() {
    var bench = Workbench()
    bench.layouts["base/a"] =
      Workbench.ground + "body: [ { text: 旧 } ]\nparameters: { issue: { type: integer } }\n"
    let document = bench.trace(
      """
      kanyin: 1
      name: b
      extends: base/a
      styles: { body: { font: song } }
      parameters: { copies: { type: integer, optional: true }, issue: { optional: true } }
      body: [ { text: 新 } ]
      """
    )
    #expect(document == "P song 16 justify: 新")
    let template = bench.read("kanyin: 1\nname: b\nextends: base/a")
    #expect(template?.parameters.map(\.name) == ["issue"])
  }

  @Test func laysAProfileOver() {
    var bench = Workbench()
    let source =
      Workbench.ground
      + "body: [ { text: 一 } ]\nprofiles: { meeting: { styles: { body: { size: 小二 } } } }"
    let plain = bench.read(source)?.compose(Composition(reports: []), findings: &bench.findings)
    let large = bench.read(source, profile: "meeting")?
      .compose(Composition(reports: []), findings: &bench.findings)
    #expect(plain.map(DocumentTrace.trace) == "P fangsong 16 justify: 一")
    #expect(large.map(DocumentTrace.trace) == "P fangsong 18 justify: 一")
  }

  @Test func tellsThePlaceInTheFileThatIsWrong() {
    var bench = Workbench()
    bench.layouts["base/a"] = Workbench.ground + "stiles: {}"
    #expect(bench.read("kanyin: 1\nname: b\nextends: base/a") == nil)
    let place = bench.findings.list.first?.span.map { bench.files.location(of: $0) }
    #expect(place?.file == "base/a.yaml" && place?.line == 16)
  }

  @Test func namesTheLayoutsThereAre() {
    var bench = Workbench()
    bench.layouts["base/official"] = Workbench.ground
    #expect(bench.read("kanyin: 1\nname: b\nextends: base/offical") == nil)
    #expect(bench.printed() == ["3:10 there is no layout \"base/offical\" → base/official"])
  }
}

@Suite("What leads back to itself is told, not followed")
struct CycleTests {
  @Test func inExtends() {
    var bench = Workbench()
    bench.layouts["a"] = "kanyin: 1\nname: a\nextends: b"
    bench.layouts["b"] = "kanyin: 1\nname: b\nextends: a"
    #expect(bench.read("kanyin: 1\nname: c\nextends: a") == nil)
    #expect(
      bench.printed().first
        == "3:10 extends leads back to itself: trial.yaml → a.yaml → b.yaml → a.yaml"
    )
  }

  @Test func inStyles() {
    var bench = Workbench()
    let source = Workbench.ground.replacing(
      "  kai: { font: kai }",
      with: "  kai: { extends: ming }\n  ming: { extends: kai }"
    )
    #expect(bench.read(source + "body: []") == nil)
    #expect(
      bench.printed() == [
        "13:19 the style leads back to itself: kai → ming → kai",
        "14:20 the style leads back to itself: ming → kai → ming",
      ]
    )
  }

  @Test func inComponents() {
    var bench = Workbench()
    let source =
      Workbench.ground
        + """
        components:
          a: { body: [ { box: [ { use: b } ] } ] }
          b: { body: [ { use: a } ] }
        body: [ { use: a } ]
        """
    #expect(bench.read(source) == nil)
    #expect(bench.printed().first == "18:23 the component leads back to itself: a → b → a")
  }
}
