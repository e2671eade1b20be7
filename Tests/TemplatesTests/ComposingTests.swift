import Diagnostics
import DocumentModel
import Reports
import Settings
import Statistics
import Templates
import Testing
import WritingSystems

private let names = """
  parameters:
    issue: { type: integer, optional: true }
    issuer: { type: text, default: "{{ report.organisation }}", optional: true }
    to: { type: list, default: [] }
    day: { type: date, default: "{{ report.published }}" }
    draft: { type: flag, optional: true }
  indicators:
    coverage: { match: [总体覆盖率] }
    branches: { match: [新建支部] }
    missing: { match: [没有的说法, 另一个] }
  statistics:
    rise: { sql: select 1, unit: 个百分点 }
    empty: { sql: select 1 }
    ranking: { sql: select 1 }

  """

/// Composes one paragraph of a layout and gives its text, or what was wrong.
private func set(
  _ text: String,
  parameters: [String: String] = [:],
  convert: @escaping @Sendable (String) -> String = { $0 }
) -> String {
  var bench = Workbench()
  let composition = Composition(
    reports: [Workbench.report],
    dataset: Workbench.dataset,
    parameters: parameters.sorted { $0.key < $1.key }.map {
      ParameterSetting(name: $0.key, value: .text($0.value))
    },
    recognise: Workbench.recognise,
    convert: convert
  )
  let quoted = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  let trace = bench.trace(
    Workbench.ground + names + "body: [ { text: \"\(quoted)\" } ]",
    composition
  )
  return trace.replacing("P fangsong 16 justify: ", with: "")
}

@Suite("Placeholders are filled")
struct PlaceholderTests {
  @Test(arguments: [
    ("{{ report.title }}", "安澜县推动两新党建"),
    ("{{ issuer }}简报", "安澜县委简报"),
    ("{{ report.source }}", "安澜先锋网"),
    ("{{ report.published }}", "<2025>年<10>月<14>日"),
    ("{{ day | date: yyyy.MM.dd HH:mm }}", "<2025.10.14> <09>:<30>"),
    ("{{ day | hanzi-digits }}", "二〇二五年十月十四日"),
    ("{{ report.period | date: yyyy年M月 }}", "<2025>年<10>月"),
    ("{{ figures.branches }}个", "{1:76个}"),
    ("{{ figures.branches | unit }}", "{1:76个}"),
    ("{{ figures.branches.unit }}", "个"),
    ("{{ figures.branches | hanzi }}个", "{1:七十六}个"),
    ("{{ figures.coverage }}%", "{2:86.41%}"),
    ("{{ figures.coverage.from | percent: 1 }}", "{2:31.4%}"),
    ("{{ figures.coverage.to | percent }}", "{2:86.41%}"),
    ("{{ figures.coverage.quote }}", "由<31.42%>升至<86.41%>"),
    ("{{ statistics.rise | number: 2 }}", "<54.99>"),
    ("{{ statistics.rise | signed: 1 }}{{ statistics.rise.unit }}", "+<55.0个>百分点"),
    ("{{ statistics.rise | per-mille: 0 }}", "<55>‰"),
    ("{{ figures.branches | ordinal }}期", "{1:第76期}"),
    ("**{{ figures.branches }}**个", "{1:[fangsong 16 bold|76]个}"),
    ("[{{ report.title }}](https://a.cn)", "安澜县推动两新党建→https://a.cn"),
    ("一\n二", "一⏎二"),
    ("\\{{ a }} \\*\\* \\[b](c)", "{{ a }} ** [b](c)"),
    ("[甲]乙", "[甲]乙"),
  ])
  func inLayoutStrings(text: String, expected: String) {
    #expect(set(text) == expected)
  }

  @Test(arguments: [
    ("{{ issue }}", "30:21 issue has no value and cannot be printed"),
    ("{{ figures.missing }}", "30:21 figures.missing has no value and cannot be printed"),
    (
      "{{ figures.branches.from | percent }}",
      "30:21 figures.branches.from has no value and cannot be printed"
    ),
    ("{{ statistics.ranking }}", "30:21 statistics.ranking is a table and cannot stand in text"),
    (
      "{{ report.title | percent: 2 }}",
      "30:36 report.title is text, which the filter \"percent\" cannot print"
    ),
    (
      "{{ statistics.rise | hanzi }}",
      "30:39 statistics.rise is a number, which the filter \"hanzi\" cannot print"
    ),
    (
      "{{ report.period }}",
      "30:21 report.period is only \"2025-10\", too little for \"yyyy年M月d日\""
    ),
  ])
  func orAreErrors(text: String, expected: String) {
    #expect(
      set(text).replacing("\"\(text)\"", with: "").replacing("\"", with: "")
        == expected.replacing("\"", with: "")
    )
  }

  @Test func saysWhatWasLookedForInTheReport() {
    var bench = Workbench()
    _ = bench.trace(
      Workbench.ground + names + "body: [ { text: \"{{ figures.missing }}\" } ]",
      Composition(reports: [Workbench.report], dataset: Workbench.dataset)
    )
    let notes = bench.findings.list.flatMap(\.notes).map { $0.words[.chinese] }
    #expect(notes == ["在报告中找的是：没有的说法、另一个"])
  }

  @Test func takeValuesLiterally() {
    #expect(set("{{ issuer }}", parameters: ["issuer": "**甲** {{ day }}"]) == "**甲** {{ day }}")
  }

  @Test func setsTheLayoutsWordsInTheScriptOfTheReport() {
    let text = set("简报：{{ issuer }}") { $0.replacing("简报", with: "簡報") }
    #expect(text == "簡報：安澜县委")
  }
}

@Suite("Parameters are typed")
struct ParameterTests {
  private func compose(_ parameters: [ParameterSetting], _ definitions: String) -> [String] {
    var bench = Workbench()
    guard let template = bench.read(Workbench.ground + "parameters:\n" + definitions) else {
      return bench.printed()
    }
    let composition = Composition(reports: [], parameters: parameters)
    _ = template.compose(composition, findings: &bench.findings)
    return bench.printed()
  }

  @Test(arguments: [
    ("issue", "十", "\"issue\" should be a whole number, but is \"十\""),
    ("issue", "0", "\"issue\" should be from 1 to ∞, but is \"0\""),
    ("day", "2025-02-30", "\"day\" should be a date such as 2025-10-14, but is \"2025-02-30\""),
    ("draft", "yes", "\"draft\" should be true or false, but is \"yes\""),
    ("kind", "月报", "\"kind\" cannot be \"月报\" → 日报"),
    ("isue", "1", "the layout \"trial\" has no parameter \"isue\" → issue"),
  ])
  func refusesWhatIsNotOfItsType(name: String, value: String, expected: String) {
    let definitions = """
        issue: { type: integer, minimum: 1, optional: true }
        day: { type: date, optional: true }
        draft: { type: flag, optional: true }
        kind: { type: choice, choices: [日报, 周报], optional: true }
      """
    let setting = ParameterSetting(name: name, value: .text(value))
    #expect(compose([setting], definitions) == [expected])
  }

  @Test func asksForWhatIsMissing() {
    let found = compose([], "  issue: { type: integer, title: 期号 }")
    #expect(found == ["the parameter \"issue\" (期号) is missing"])
  }

  @Test func readsAParameterFile() {
    var bench = Workbench()
    let file = bench.files.add(
      name: "p.yaml",
      bytes: Array("issue: 10\nserial: \"000128\"\nto: [县委, 市委]\nday: 2025-10-14\n".utf8)
    )
    let root = SettingFile.read(file, findings: &bench.findings)
    let settings = root.map { ParameterSetting.settings(in: $0) } ?? []
    let text = bench.trace(
      Workbench.ground + """
        parameters:
          issue: { type: integer }
          serial: { type: text }
          to: { type: list }
          day: { type: date }
        body: [ { text: "{{ issue }} {{ serial }} {{ to }} {{ day }}" } ]
        """,
      Composition(reports: [], parameters: settings)
    )
    #expect(text == "P fangsong 16 justify: 10 000128 县委，市委 2025年10月14日")
  }

  @Test func takesTheDateOfTheCommandLine() {
    var bench = Workbench()
    let source =
      Workbench.ground
      + "parameters: { date: { type: date, default: \"{{ report.published }}\" } }\n"
      + "body: [ { text: \"{{ date }}\" } ]"
    let composition = Composition(
      reports: [Workbench.report],
      date: PartialDate(year: 2022, month: 11, day: 1)
    )
    #expect(bench.trace(source, composition) == "P fangsong 16 justify: 2022年11月1日")
  }
}

@Suite("A body becomes blocks")
struct BodyTests {
  private func trace(_ body: String) -> String {
    var bench = Workbench()
    let composition = Composition(
      reports: [Workbench.report],
      dataset: Workbench.dataset,
      parameters: [ParameterSetting(name: "to", value: .text("县委"))],
      recognise: Workbench.recognise
    )
    return bench.trace(Workbench.ground + names + body, composition)
  }

  @Test func setsTheReportPartByPartAndLiterally() {
    let text = trace(
      """
      body:
        - report: title
        - report: body
      """
    )
    #expect(
      text == """
        P xiaobiaosong 22 centre: 安澜县推动两新党建
        P fangsong 16 justify: 建账{0:574家}，**原样**。
        H1 hei 16 justify: 一、组织到位
        P fangsong 16 justify: [kai 16|一是攻坚。]新建{1:76个}，由{2:31.42%}升至{2:86.41%}。
        """
    )
  }

  @Test func setsBlocksOfEveryKind() {
    let text = trace(
      """
      body:
        - heading: 附表
          keep: with-next
        - text: [甲, { text: "{{ issue }}", when: issue }, { text: 乙, style: kai, keep: true }]
          space-before: 1行
        - box:
            - { text: 名, style: small, at: { left: 1字, top: 13.9mm } }
            - { rule: 0.7mm, ink: red 45%, at: { top: 60mm } }
          height: 70mm
          extent: 7行
          vertical: middle
        - row:
            - { width: 2fr, content: [ { text: 左, style: small } ] }
            - { width: 30mm, content: [ { text: 右, style: small } ] }
            - { when: issue, content: [ { text: 无, style: small } ] }
        - space: 1行
        - break: page
        - each: to
          content: [ { text: "送{{ item }}" } ]
        - each: statistics.ranking
          content: [ { text: "{{ row.名次 }} {{ row.单位 }}", style: small } ]
        - when: statistics.empty
          content: [ { text: 有 } ]
          otherwise: [ { text: 没有 } ]
        - box: [ { text: 脚 } ]
          at: bottom-of-last-page
      """
    )
    #expect(
      text == """
        H1 hei 16 justify: 附表 (keep)
        P fangsong 16 justify: <甲[kai 16|乙]> (before 10.45)
        box 70 (extent 73.12 middle)
          P song 10.5 left: 名 (at 5.57,13.9)
          rule 0.7 ink1·0.45 (at 0,60)
        row
          cell 2.0fr
            P song 10.5 left: 左
          cell 30
            P song 10.5 left: 右
        space 10.45
        page
        P fangsong 16 justify: 送县委
        P song 10.5 left: <1> 城关街道
        P song 10.5 left: <2> 凤形乡
        P fangsong 16 justify: 没有
        box (foot)
          P fangsong 16 justify: 脚
        """
    )
  }

  @Test func leavesOutFramesWithNothingIn() {
    let text = trace(
      """
      body:
        - box:
            - row:
                - content: [ { text: [ { text: "{{ issue }}", when: issue } ] } ]
                - content: [ { when: issue, content: [ { text: 一 } ] } ]
        - text: 完
      """
    )
    #expect(text == "P fangsong 16 justify: 完")
  }

  @Test func handsValuesOverToComponents() {
    let text = trace(
      """
      components:
        card:
          parameters: { label: {}, value: {}, note: { optional: true } }
          body:
            - text: "{{ label }}：{{ value }}"
            - when: note
              content: [ { text: "{{ note }}" } ]
      body:
        - use: card
          with: { label: "**覆盖率**", value: "{{ figures.coverage | percent: 1 }}", note: "{{ issue }}" }
        - use: card
          with:
            label: 名称
            value: 一
            note: [ 甲, { text: "\\n{{ figures.branches }}个", when: figures.branches } ]
      """
    )
    #expect(
      text == """
        P fangsong 16 justify: [fangsong 16 bold|覆盖率]：{2:86.4%}
        P fangsong 16 justify: 名称：一
        P fangsong 16 justify: 甲⏎{1:76个}
        """
    )
  }

  @Test func asksForWhatAComponentNeeds() {
    let text = trace(
      """
      components: { card: { parameters: { label: {} }, body: [] } }
      body: [ { use: card, with: { lable: 一 } } ]
      """
    )
    #expect(text.contains("there is no parameter of card \"lable\" → label"))
    #expect(text.contains("the component \"card\" needs \"label\""))
  }

  @Test func setsATableOfAResult() {
    let text = trace(
      """
      table-styles:
        ruled: { cell: small, rule-top: 0.5mm, row: 4mm }
      body:
        - table:
            rows: statistics.ranking
            style: ruled
            caption: 排名
            total: sum
            columns:
              名次: { align: centre, total: none }
              应建: { unit: 家, width: 1fr }
              覆盖率: { format: "number: 2", total: "{{ statistics.rise | number: 2 }}", highlight: { below: 目标, weight: bold } }
              目标: { show: false }
            notes: [注：加粗的低于目标。]
      """
    )
    #expect(
      text == """
        table
          caption: P song 10.5 left: 表<1>　排名
          again: P song 10.5 left: 续表<1>
          columns: centre natural | left natural | decimal 1.0fr | decimal natural
          head: 名次 | 单位 | 应建/（家） | 覆盖率
          body: <1> | 城关街道 | <98> | <92.86>
          body: <2> | 凤形乡 | <16> | <[song 10.5 bold|62.50]>
          foot: 合　计×2 | <114> | <54.99>
          note: P song 10.5 left: 注：加粗的低于目标。
        """
    )
  }

  @Test func aColumnMayNameTheRows() throws {
    var bench = Workbench()
    let source = """
      table-styles: { ruled: { cell: small } }
      body: [ { table: { rows: statistics.ranking, style: ruled, columns: { 单位: { header: true } } } } ]
      statistics: { ranking: { sql: select 1 } }
      """
    let document = bench.read(Workbench.ground + source)?
      .compose(Composition(reports: [], dataset: Workbench.dataset), findings: &bench.findings)
    guard case .table(let table) = document?.body.first?.content else {
      Issue.record("no table: \(bench.printed())")
      return
    }
    for row in table.body {
      #expect(row.cells.map(\.isRowHeader) == [false, true, false, false, false])
    }
  }

  @Test func refusesAnEmptyTableAndUnknownColumns() {
    let styles = "table-styles: { ruled: { cell: small } }\n"
    #expect(
      trace(styles + "body: [ { table: { rows: statistics.empty, style: ruled } } ]")
        .contains("\"statistics.empty\" has no value and cannot be printed")
    )
    let column = "columns: { 复盖率: { format: \"number: 2\" } }"
    #expect(
      trace(styles + "body: [ { table: { rows: statistics.ranking, style: ruled, \(column) } } ]")
        .contains("there is no column \"复盖率\" → 覆盖率")
    )
  }

  @Test func needsAReportToSetOne() {
    var bench = Workbench()
    let text = bench.trace(
      Workbench.ground + "body: [ { report: body } ]",
      Composition(reports: [])
    )
    #expect(text == "16:11 the layout sets a report, but none is given")
  }
}
