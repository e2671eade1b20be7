import Diagnostics
import DocumentModel
import Foundation
import Geometry
import Settings
import Statistics
import Templates
import Testing
import Typography

/// The layouts of the project, read as the program reads them.
struct LayoutFolder {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "layouts")

  static func text(_ name: String) -> String? {
    try? String(contentsOf: root.appending(path: "\(name).yaml"), encoding: .utf8)
  }

  static func read(_ name: String) -> (template: Template?, bench: Workbench) {
    var bench = Workbench()
    for base in ["base/official", "base/bulletin"] { bench.layouts[base] = text(base) }
    return (bench.read(text(name) ?? ""), bench)
  }
}

@Suite("The layouts of the project")
struct ProjectLayoutTests {
  @Test(arguments: ["briefing", "base/official", "base/bulletin"])
  func areRightWithoutFindings(name: String) {
    let (template, bench) = LayoutFolder.read(name)
    #expect(bench.printed() == [])
    #expect(template?.name == name)
  }

  @Test func briefingNeedsNoParameter() throws {
    var (read, bench) = LayoutFolder.read("briefing")
    let template = try #require(read)
    #expect(template.parameters.allSatisfy { !$0.isRequired })
    let composition = Composition(reports: [Workbench.report], recognise: Workbench.recognise)
    let document = try #require(
      template.compose(composition, findings: &bench.findings),
      "\(bench.printed())"
    )
    #expect(
      DocumentTrace.trace(document) == """
        box 73.12 (extent 73.12 top)
          P xiaobiaosong 63 black ink1 distribute: 工作简报 (at 0,13.9)
          P fangsong 16 left: 安澜县委 (at 0,52.23)
          P fangsong 16 right: <2025>年<10>月<14>日 (at 0,52.23)
          rule 0.7 ink1 (at 0,61.87)
        P xiaobiaosong 22 centre: 安澜县推动两新党建 (keep)
        space 10.45
        P fangsong 16 justify: 建账<574家>，**原样**。
        H1 hei 16 justify: 一、组织到位 (keep)
        P fangsong 16 justify: [kai 16|一是攻坚。]新建<76个>，由<31.42%>升至<86.41%>。
        box (foot)
          box
            row
              cell 3.0fr
                P fangsong 14 left: 安澜县委
              cell 2.0fr
                P fangsong 14 right: <2025>年<10>月<14>日印发
        """
    )
  }

  @Test func briefingAsksNoIndicatorOfAReport() throws {
    let template = try #require(LayoutFolder.read("briefing").template)
    #expect(template.plan.indicators.count == 8)
    #expect(template.plan.indicators.allSatisfy { $0.isOptional })
  }

  @Test func briefingHasTheGridInksAndFoliosOfTheStandard() throws {
    var (read, bench) = LayoutFolder.read("briefing")
    let composition = Composition(reports: [Workbench.report])
    let document = try #require(read?.compose(composition, findings: &bench.findings))
    let grid = document.page.grid
    #expect((grid.characters, grid.lines) == (28, 22))
    #expect(grid.linePitch.description == "29.609")
    #expect(document.palette.inks.map(\.name) == ["black", "red"])
    #expect(document.palette.inks.last?.spot == "Red")
    let folio = try #require(document.page.masters.master(ofPage: 1).footer)
    #expect(DocumentTrace.text(of: folio.content) == "P song 14 right: — # —")
    #expect(document.page.masters.master(ofPage: 2).footer?.content.style.alignment == .left)
    #expect(folio.distance.millimetres == 7)
    #expect(document.info.author == "安澜县委")
    #expect(document.info.date == DocumentDate(year: 2025, month: 10, day: 14, hour: 9, minute: 30))
  }

  @Test func haveACurrentSchema() throws {
    let file = LayoutFolder.root.appending(path: "schema.json")
    if ProcessInfo.processInfo.environment["KANYIN_BLESS"] != nil {
      try LayoutDescription.schema.write(to: file, atomically: true, encoding: .utf8)
    }
    let current = try? String(contentsOf: file, encoding: .utf8)
    #expect(
      current == LayoutDescription.schema,
      "layouts/schema.json is not current; run: make bless"
    )
  }
}

@Suite("The findings of templates")
struct TemplateFindingTests {
  @Test func haveUniqueNamesAndWordsInBothLanguages() {
    let codes = FindingCode.templates
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(code.name.hasPrefix("layout.") || code.name.hasPrefix("parameter."))
      #expect(
        code.words.placeholders(in: .chinese) == code.words.placeholders(in: .english),
        "\(code.name)"
      )
      #expect(!code.words.english.hasSuffix("."))
    }
  }
}

@Suite("Layouts made to break the reader")
struct HostileLayoutTests {
  @Test(arguments: [
    "body: {}", "body: [[]]", "styles: []", "inks: { red: { cmyk: [1], screen: \"#000000\" } }",
    "body: [ { text: [] } ]", "body: [ { row: [] } ]", "body: [ { box: [] } ]",
    "body: [ { table: { rows: statistics, style: a } } ]", "body: [ { each: a, content: [] } ]",
    "parameters: { a: { type: list, default: [{}] } }", "body: [ { text: \"{{|}}\" } ]",
    "body: [ { text: \"[](){{a|b|c:}}\" } ]", "components: { a: { body: [ { use: a } ] } }",
    "page: { grid: { characters: 28, lines: 200, size: 初号 } }",
    "styles: { a: { size: 99999999999mm } }", "styles: { a: { size: 1e9mm } }",
  ])
  func neverTraps(source: String) {
    var bench = Workbench()
    let ground = Workbench.ground.split(separator: "\n").filter { line in
      !line.hasPrefix("inks") && !line.hasPrefix("  red")
    }
    let first = source.split(separator: ":").first.map(String.init) ?? ""
    let kept = ground.filter { !$0.hasPrefix(first + ":") }.joined(separator: "\n")
    let template = bench.read(kept + "\n" + source)
    if let template {
      _ = template.compose(Composition(reports: []), findings: &bench.findings)
    }
    #expect(template != nil || bench.findings.hasErrors)
  }

  @Test func refusesComponentsThatGrow() {
    var bench = Workbench()
    let components = (0..<40).map { level in
      "  c\(level): { body: [ { use: c\(level + 1) }, { use: c\(level + 1) } ] }\n"
    }
    let source =
      Workbench.ground + "components:\n" + components.joined()
      + "  c40: { body: [] }\nbody: [ { use: c0 } ]"
    #expect(bench.trace(source).hasSuffix("the body grows to more than 100000 blocks"))
  }

  @Test func refusesTenMegabytes() {
    var bench = Workbench()
    #expect(bench.read("a: " + String(repeating: "b", count: 10_000_000)) == nil)
    #expect(bench.findings.list.map(\.code.name) == ["setting.too-large"])
  }
}
