import Diagnostics
import DocumentModel
import Reports
import Settings
import Templates
import Testing

@Suite("Signatures of a report")
struct SignatureTests {
  @Test("a signature stays with its date, and holds nothing that follows it")
  func staysWithItsDate() throws {
    var report = Workbench.report
    let file = SourceFile.ID(index: 0)
    let paragraphs: [(Report.Paragraph.Kind, String)] = [
      (.paragraph, "正文。"), (.signature, "青竹县政务服务局"), (.signature, "2025年10月9日"),
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
    let source = Workbench.ground + "body: [ { report: body } ]"
    let read = bench.read(source)
    let template = try #require(read, "\(bench.printed())")
    let composition = Composition(reports: [report], recognise: Workbench.recognise)
    let composed = template.compose(composition, findings: &bench.findings)
    let document = try #require(composed)
    #expect(document.body.suffix(3).map(\.keepWithNext) == [false, true, false])
  }
}
