import Diagnostics
import DocumentModel
import Geometry
import Reports
import Settings
import Templates
import Testing

@Suite("Signatures of a report")
struct SignatureTests {
  /// The blocks of a report with a text, a note, a signature and a remark, by what a layout sets.
  private func blocks(of body: String) throws -> [Block] {
    var report = Workbench.report
    let file = SourceFile.ID(index: 0)
    let paragraphs: [(Report.Paragraph.Kind, String)] = [
      (.paragraph, "正文。"), (.note, "注：数字为初步数。"), (.signature, "青竹县政务服务局"),
      (.signature, "2025年10月9日"), (.note, "（此件公开发布）"),
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
    let source =
      Workbench.ground.replacing("lead-in: kai }", with: "lead-in: kai, note: small }") + body
    let read = bench.read(source)
    let template = try #require(read, "\(bench.printed())")
    let composition = Composition(reports: [report], recognise: Workbench.recognise)
    let composed = template.compose(composition, findings: &bench.findings)
    return try #require(composed).body
  }

  @Test("a signature stays with its date and with the text before it")
  func staysWithItsText() throws {
    let blocks = try blocks(of: "body: [ { report: body } ]")
    #expect(blocks.map(\.keepWithPrevious) == [false, false, true, true, false])
  }

  @Test("a remark behind the signature is set as text, one before it as a note")
  func remarksAreText() throws {
    let sizes = try blocks(of: "body: [ { report: body } ]").compactMap { block -> Double? in
      guard case .paragraph(let paragraph) = block.content else { return nil }
      return paragraph.style.text.size.points
    }
    #expect(sizes == [16, 10.5, 16, 16, 16])
  }

  @Test("a layout can set something between the text and the signature")
  func standsBehindWhatTheLayoutAdds() throws {
    let blocks = try blocks(of: "body: [ { report: text }, { rule: 1mm }, { report: closing } ]")
    #expect(blocks.map(\.keepWithPrevious) == [false, false, false, true, true, false])
    guard case .rule = blocks[2].content else {
      Issue.record("the rule stands behind the text")
      return
    }
  }
}
