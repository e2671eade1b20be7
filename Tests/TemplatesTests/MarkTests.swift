import Diagnostics
import Reports
import Templates
import Testing

/// The body that comes of one text of a layout.
private func set(_ text: String, ground: String = "", body: String? = nil) -> String {
  var bench = Workbench()
  let quoted = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  let source = ground + "body: " + (body ?? "[ { text: \"\(quoted)\" } ]")
  let composition = Composition(
    reports: [Workbench.report],
    dataset: Workbench.dataset,
    recognise: Workbench.recognise
  )
  return bench.trace(Workbench.ground + source, composition)
    .replacing("P fangsong 16 justify: ", with: "")
    .replacing("fangsong 16 ", with: "")
}

@Suite("Marks in text of layouts")
struct MarkTests {
  @Test(arguments: [
    ("一*二*三", "一[emphasis-dots 1|二]三"),
    ("*一**二**三*", "[emphasis-dots 1|一][bold emphasis-dots 1|二][emphasis-dots 1|三]"),
    ("***一***二", "[bold emphasis-dots 1|一]二"),
    ("一~~二~~三", "一[strike 1|二]三"),
    ("[甲]{.proper-name}[乙]{.proper-name}", "[proper-name 1|甲][proper-name 2|乙]"),
    ("[甲[乙]{.proper-name}]{.book-title}", "[book-title 1|甲][book-title 1 proper-name 2|乙]"),
    ("[甲]{.underline .emphasis-dots}", "[underline 1 emphasis-dots 2|甲]"),
    ("H[2]{.subscript}O", "H<[subscript|2]>O"),
    ("m[2]{.superscript}", "m<[superscript|2]>"),
    ("[甲]{.kai}乙", "[kai 16|甲]乙"),
    ("[a b]{lang=en}乙", "(span [en|a b])乙"),
    ("[甲]{lang=zh-Hant}乙", "(span [fangsong 16|甲])乙"),
    ("[[甲]{.underline}](https://a.cn)", "[underline 1|甲]→https://a.cn"),
    ("[甲{{ report.source }}]{.underline}", "[underline 1|甲][underline 1|安澜先锋网]"),
    // What is no mark is text.
    ("[甲][乙] [丙] {丁} [{{ report.source }}]", "[甲][乙] [丙] {丁} [安澜先锋网]"),
    ("\\*甲\\~~ \\^ \\[甲]{.kai}", "*甲~~ ^ [甲]{.kai}"),
    ("[甲[乙](https://a.cn)", "[甲乙→https://a.cn"),
    ("甲]{.kai}", "甲]{.kai}"),
  ])
  func areSet(text: String, expected: String) {
    #expect(set(text) == expected)
  }

  @Test func aStyleOfAMarksNameIsLaidOverIt() {
    let styles = """
      styles:
        body: { font: fangsong, size: 三号 }
        underline: { decoration: { mark: underline, ink: red, weight: 0.5mm }, font: kai }
        strike: { ink: red }
        quiet: { decoration: none }

      """
    var bench = Workbench()
    bench.layouts["base"] = Workbench.ground
    let source =
      "kanyin: 1\nname: trial\nextends: base\n" + styles
      + "body: [ { text: \"[甲]{.underline}~~乙[丙]{.quiet}~~\" } ]"
    let trace = bench.trace(source, Composition(reports: []))
    #expect(
      trace == "P fangsong 16 justify: [kai 16 underline ink1 0.5 1|甲]"
        + "[fangsong 16 ink1 strike 2|乙][fangsong 16 ink1|丙]"
    )
  }

  @Test func manyOpenBracketsAreReadInOnePass() {
    let text = String(repeating: "[", count: 20_000) + "甲" + String(repeating: "]", count: 20_000)
    #expect(set(text).contains("甲"))
  }
}

@Suite("Notes")
struct NoteTests {
  @Test func areNumberedAndPrintedWhereTheLayoutSays() {
    let body = """

        - text: 一^甲^二^乙{{ report.source }}^
        - text: 三
        - notes: here
        - notes: here
        - text: 四^*丙*^

      """
    // Each list begins with ① again; what the layout gives no place comes last.
    #expect(
      set("", body: body) == """
        一(reference [superscript|①]→#note.1)二(reference [superscript|②]→#note.2)
        三
        group note
          (listLabel ①) 甲
        group note
          (listLabel ②) 乙安澜先锋网
        四(reference [superscript|①]→#note.3)
        group note
          (listLabel ①) [emphasis-dots 1|丙]
        """
    )
  }

  @Test(arguments: [
    ("circled", 1, "①"), ("circled", 20, "⑳"), ("circled", 21, "㉑"), ("circled", 35, "㉟"),
    ("circled", 36, "㊱"), ("circled", 50, "㊿"), ("circled", 51, "〔51〕"),
    ("bracketed", 1, "〔1〕"), ("square", 12, "[12]"),
  ])
  func haveMarks(form: String, number: Int, mark: String) {
    let texts = String(repeating: "一^注^", count: number)
    let trace = set(texts, ground: "notes: { mark: \(form), style: small }\n")
    #expect(trace.contains("(reference [superscript|\(mark)]→#note.\(number))"))
    #expect(trace.contains("P song 10.5 left: (listLabel \(mark)) 注"))
  }

  @Test func standInTablesAndComponentsToo() {
    let body = """

        - use: card
          with: { label: "甲^乙^" }

      """
    let ground = """
      components:
        card:
          parameters: { label: {} }
          body: [ { text: "{{ label }}、{{ label }}" } ]

      """
    #expect(
      set("", ground: ground, body: body) == """
        甲(reference [superscript|①]→#note.1)、甲(reference [superscript|②]→#note.2)
        group note
          (listLabel ①) 乙
        group note
          (listLabel ②) 乙
        """
    )
  }

  @Test func aMarkIsNotReadAsAFigure() {
    let trace = set("共76个^注^", ground: "notes: { mark: square }\n")
    #expect(trace.hasPrefix("共<76个>(reference [superscript|[1]]→#note.1)"))
  }
}

@Suite("Headings that run in")
struct RunInTests {
  private func trace(_ section: String) -> String {
    var bench = Workbench()
    let ground = Workbench.ground.replacing("section: section,", with: "section: \(section),")
    return bench.trace(ground + "body: [ { report: body } ]")
  }

  private let first = "P fangsong 16 justify: 建账<574家>，**原样**。\n"
  private let text = "[kai 16|一是攻坚。]新建<76个>，由<31.42%>升至<86.41%>。"

  @Test(arguments: ["kai", "section"])
  func standBeforeTheirTextInALookOfTheirOwn(style: String) {
    let font = style == "kai" ? "kai" : "hei"
    #expect(
      trace("{ style: \(style), run-in: true }") == first
        + "P fangsong 16 justify: (heading(1) [\(font) 16|一、组织到位])　\(text)"
    )
  }

  @Test func standAboveItWhereTheLayoutDoesNotSaySo() {
    let above = first + "H1 hei 16 justify: 一、组织到位\nP fangsong 16 justify: \(text)"
    #expect(trace("section") == above)
    #expect(trace("{ style: section, run-in: false }") == above)
  }

  @Test func areSetAsTextIsWhereNoneFollows() {
    var bench = Workbench()
    var report = Workbench.report
    report.sections[1].paragraphs = []
    let ground = Workbench.ground.replacing(
      "section: section,",
      with: "section: { style: kai, run-in: true },"
    )
    let trace = bench.trace(
      ground + "body: [ { report: body } ]",
      Composition(reports: [report], recognise: Workbench.recognise)
    )
    #expect(trace == first + "H1 fangsong 16 justify: [kai 16|一、组织到位] (keep)")
  }

  @Test(arguments: [
    ("{ style: section, runin: true }", "there is no key \"runin\" here → run-in"),
    ("{ style: kai }", "the style \"kai\" names no size, so no paragraph can be set in it"),
    ("{ style: kia, run-in: true }", "there is no style \"kia\" → kai"),
  ])
  func areReadStrictly(section: String, expected: String) {
    #expect(trace(section).hasSuffix(expected))
  }
}
