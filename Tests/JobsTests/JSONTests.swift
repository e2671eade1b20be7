import Diagnostics
import Jobs
import Reports
import Statistics
import Testing
import WritingSystems

@Suite("JSON printing")
struct JSONTests {
  @Test(
    "strings are escaped as RFC 8259 asks",
    arguments: [
      ("plain 汉字 🀄", "\"plain 汉字 🀄\""),
      ("a\"b\\c", #""a\"b\\c""#),
      ("a\nb\tc\r", #""a\nb\tc\r""#),
      ("\u{0}\u{1F}\u{7F}\u{2028}", #""\u0000\u001f\u007f\u2028""#),
      ("</script>", "\"</script>\""),
    ]
  )
  func escapes(text: String, written: String) {
    #expect(JSONValue.string(text).onOneLine == written)
  }

  @Test(
    "numbers have the fewest digits and no locale",
    arguments: [
      (82.43, "82.43"), (2.0, "2"), (-18.5, "-18.5"), (4_120_000_000.0, "4120000000"),
      (0.666667, "0.666667"), (0.1 + 0.2, "0.30000000000000004"), (-0.0, "0"),
      (1e300, "1e+300"), (.infinity, "null"), (.nan, "null"),
    ]
  )
  func numbers(value: Double, written: String) {
    #expect(JSONValue.number(value).onOneLine == written)
  }

  @Test("no text and empty text are null")
  func emptyTextIsNull() {
    #expect(JSONValue.text(nil) == .null)
    #expect(JSONValue.text("") == .null)
    #expect(JSONValue.text(" ") == .string(" "))
  }

  @Test("keys keep their order, long values are broken over lines")
  func keepsOrder() {
    let long = JSONValue.string(String(repeating: "长", count: 40))
    let value: JSONValue = ["z": 1, "a": [1, 2], "m": long, "empty": [:], "none": []]
    #expect(
      value.printed == """
        {
          "z": 1,
          "a": [1, 2],
          "m": "\(String(repeating: "长", count: 40))",
          "empty": {},
          "none": []
        }

        """
    )
  }

  @Test("inspect has every key of the contract, unknown is null")
  func inspectKeys() throws {
    var files = SourceFiles()
    let file = files.add(name: "r.txt", bytes: Array("首行\n標題，\n".utf8))
    let span = Span(file: file.id, start: 7, end: 13)
    let report = Report(
      name: "r",
      title: SourcedText("標題", span: span),
      script: .traditional,
      sections: [
        Report.Section(level: 0, paragraphs: [.init(text: SourcedText("標題", span: span))])
      ],
      repaired: [.init(kind: .space, from: " ", to: "", places: [span])]
    )
    let json = ReportJSON(language: .english, files: files).document(report, findings: Findings())
    let place =
      #"{ "file": "r.txt", "part": null, "line": 2, "column": 1, "start": 7, "end": 13 }"#
    let section =
      #"{ "level": 0, "number": null, "heading": null, "runsOn": false, "attachment": null, "#
      + #""span": \#(place), "paragraphs": [{ "kind": "paragraph", "text": "標題", "rows": null, "#
      + #""picture": null, "span": \#(place) }] }"#
    #expect(
      json.onOneLine
        == #"{ "kanyin": 1, "title": "標題", "subtitle": [], "source": null, "published": null, "#
        + #""organisation": null, "author": null, "documentNumber": null, "script": "traditional", "#
        + #""encoding": "UTF-8", "period": null, "#
        + #""sections": [\#(section)], "dropped": [], "#
        + #""repaired": [{ "kind": "space", "from": " ", "to": null, "count": 1, "#
        + #""places": [\#(place)] }], "findings": [] }"#
    )
  }

  @Test("a finding says its place and both its words and its way out")
  func findings() {
    var files = SourceFiles()
    let file = files.add(name: "a.yaml", bytes: Array("layuot: x\n".utf8))
    var findings = Findings()
    findings.add(
      Finding(
        FindingCode("test.name", .warning, Bilingual("不认得{name}", "unknown {name}")),
        at: Span(file: file.id, start: 0, end: 6),
        ["name": .quote("layuot")],
        suggestion: "layout"
      )
    )
    let json = FindingsJSON(language: .english, places: SpanPlaces(files)).document(findings)
    #expect(
      json.onOneLine
        == #"{ "kanyin": 1, "findings": [{ "severity": "warning", "code": "test.name", "#
        + #""message": "unknown \"layuot\"", "notes": [], "hint": "did you mean \"layout\"?", "#
        + #""span": { "file": "a.yaml", "part": null, "line": 1, "column": 1, "start": 0, "#
        + #""end": 6 } }] }"#
    )
  }

  @Test("a figure has the keys of the contract in their order")
  func figure() {
    let figure = Figure(
      id: 2,
      quote: "从年初的28.57%提升至82.43%",
      indicator: "党组织覆盖率",
      kind: .percent,
      value: 82.43,
      unit: "%",
      from: 28.57,
      to: 82.43,
      change: .rise,
      comparison: .yearEnd,
      section: 1,
      paragraph: 2,
      range: 31..<47
    )
    #expect(
      FiguresJSON.document([figure]).onOneLine
        == #"{ "kanyin": 1, "figures": [{ "id": 2, "quote": "从年初的28.57%提升至82.43%", "#
        + #""indicator": "党组织覆盖率", "kind": "percent", "value": 82.43, "unit": "%", "#
        + #""from": 28.57, "to": 82.43, "low": null, "high": null, "base": null, "#
        + #""approximate": null, "change": "rise", "comparison": "year-end", "#
        + #""cumulative": false, "report": 0, "section": 1, "paragraph": 2, "start": 31, "#
        + #""end": 47 }] }"#
    )
  }

  @Test("a result of one cell is a value, others are tables; checks follow")
  func statistics() {
    let dataset = Dataset(
      results: [
        .init(
          name: "rise",
          title: "提升",
          unit: "百分点",
          columns: [.init(name: "x", type: "number")],
          rows: [[.number(53.86)]],
          sources: [.figure(3)],
          detail: "82.43 − 28.57 = 53.86"
        ),
        .init(
          name: "ranking",
          columns: [.init(name: "单位", type: "text"), .init(name: "率", type: "number", unit: "%")],
          rows: [[.text("城关"), .null]],
          sources: [.ledger("townships", row: 4, column: "organised")],
          rowSources: [[.ledger("townships", row: 4, column: "organised")]]
        ),
      ],
      checks: [.init(title: "和", severity: .warning, holds: true, detail: "26 + 62 = 88")]
    )
    #expect(
      StatisticsJSON.document(dataset).onOneLine
        == #"{ "kanyin": 1, "results": { "rise": { "title": "提升", "unit": "百分点", "#
        + #""value": 53.86, "detail": "82.43 − 28.57 = 53.86", "sources": [{ "figure": 3 }] }, "#
        + #""ranking": { "title": null, "unit": null, "columns": ["#
        + #"{ "name": "单位", "type": "text", "unit": null }, "#
        + #"{ "name": "率", "type": "number", "unit": "%" }], "rows": [["城关", null]], "#
        + #""sources": [{ "ledger": "townships", "row": 4, "column": "organised" }], "#
        + #""row-sources": [[{ "ledger": "townships", "row": 4, "column": "organised" }]] } }, "#
        + #""checks": [{ "title": "和", "severity": "warning", "holds": true, "#
        + #""detail": "26 + 62 = 88", "sources": [] }] }"#
    )
  }
}
