import Diagnostics
import DocumentModel
import Reports
import Settings
import Templates
import Testing

@Suite("Signatures of a report")
struct SignatureTests {
  /// The blocks of a report with a text, a signature and an attachment, by what a layout sets.
  private func blocks(of body: String) throws -> [Block] {
    var report = Workbench.report
    let file = SourceFile.ID(index: 0)
    let paragraphs: [(Report.Paragraph.Kind, String)] = [
      (.paragraph, "正文。"), (.signature, "青竹县政务服务局"), (.signature, "2025年10月9日"),
      (.attachment, "附件：名单"),
    ]
    report.sections = [
      .init(
        level: 0,
        paragraphs: paragraphs.map { kind, string in
          let span = Span(file: file, start: 0, end: string.utf8.count)
          return Report.Paragraph(kind: kind, text: SourcedText(string, span: span))
        }
      )
    ]
    var bench = Workbench()
    let source = Workbench.ground + body
    let read = bench.read(source)
    let template = try #require(read, "\(bench.printed())")
    let composition = Composition(reports: [report], recognise: Workbench.recognise)
    let composed = template.compose(composition, findings: &bench.findings)
    return try #require(composed).body
  }

  @Test("a signature stays with its date and with the text before it")
  func staysWithItsText() throws {
    let blocks = try blocks(of: "body: [ { report: body } ]")
    #expect(blocks.map(\.keepWithPrevious) == [false, true, true, false])
  }

  @Test("a layout can set something between the text and the signature")
  func standsBehindWhatTheLayoutAdds() throws {
    let blocks = try blocks(of: "body: [ { report: text }, { rule: 1mm }, { report: closing } ]")
    #expect(blocks.map(\.keepWithPrevious) == [false, false, true, true, false])
    guard case .rule = blocks[1].content else {
      Issue.record("the rule stands behind the text")
      return
    }
  }
}
