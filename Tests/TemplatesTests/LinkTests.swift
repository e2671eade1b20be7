import DocumentModel
import Reports
import Templates
import Testing

@Suite("Links of a layout lead to a block of it or out of the file")
struct LinkTests {
  @Test(arguments: [
    (
      "body: [ { text: \"见[表](#t)\" }, { text: 表, id: t } ]",
      "P fangsong 16 justify: 见表→#t\nP fangsong 16 justify: 表"
    ),
    (
      "body: [ { text: \"见[网](https://example.org/#t)\" } ]",
      "P fangsong 16 justify: 见网→https://example.org/#t"
    ),
    (
      "body: [ { use: a }, { use: a } ]\n"
        + "components: { a: { body: [ { text: \"[下](#t)\" }, { text: 表, id: t } ] } }",
      "P fangsong 16 justify: 下→#a.1.t\nP fangsong 16 justify: 表\n"
        + "P fangsong 16 justify: 下→#a.2.t\nP fangsong 16 justify: 表"
    ),
    (
      // What is handed to a component keeps the meaning it has outside.
      "body: [ { use: a, with: { x: \"[外](#t)\" } }, { text: 外, id: t } ]\n"
        + "components: { a: { parameters: { x: {} }, body: [ { text: \"{{ x }}\", id: t } ] } }",
      "P fangsong 16 justify: 外→#t\nP fangsong 16 justify: 外"
    ),
  ])
  func areSet(source: String, expected: String) {
    var bench = Workbench()
    #expect(bench.trace(Workbench.ground + source, Composition(reports: [])) == expected)
  }

  @Test(arguments: [
    (
      "body: [ { text: \"见[表](#tabel)\" }, { text: 表, id: table } ]",
      "16:24 there is no link target \"tabel\" → table"
    ),
    (
      "body: [ { text: \"[表](#t)\" }, { use: a } ]\n"
        + "components: { a: { body: [ { text: 表, id: t } ] } }",
      "16:23 there is no link target \"t\""
    ),
    (
      "body: [ { text: \"[表](#t)\" }, { when: p, content: [ { text: 表, id: t } ] } ]\n"
        + "parameters: { p: { type: text, optional: true } }",
      "16:18 the block \"t\" that is linked to is left out this time"
    ),
    (
      "body: [ { text: 一, id: t }, { text: 二, id: t } ]",
      "16:37 the id \"t\" stands more than once"
    ),
  ])
  func thatLeadNowhereAreErrors(source: String, expected: String) {
    var bench = Workbench()
    #expect(bench.trace(Workbench.ground + source, Composition(reports: [])) == expected)
  }

  @Test func anIDOfManyBlocksIsThatOfTheFirst() throws {
    var bench = Workbench()
    let source = Workbench.ground + "body: [ { report: body, id: r }, { text: \"[上](#r)\" } ]"
    let document = bench.read(source)?
      .compose(Composition(reports: [Workbench.report]), findings: &bench.findings)
    #expect(bench.printed() == [])
    #expect(document?.body.map(\.id) == ["r", nil, nil, nil])
  }
}
