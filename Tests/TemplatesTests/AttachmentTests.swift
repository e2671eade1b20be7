import Diagnostics
import DocumentModel
import Reports
import Settings
import Templates
import Testing

@Suite("What is attached to a report")
struct AttachmentTests {
  private static let file = SourceFile.ID(index: 0)

  private static func text(_ string: String) -> SourcedText {
    SourcedText(string, span: Span(file: file, start: 0, end: string.utf8.count))
  }

  private static func paragraph(
    _ kind: Report.Paragraph.Kind,
    _ string: String
  ) -> Report.Paragraph {
    Report.Paragraph(kind: kind, text: text(string))
  }

  private static func report(_ paragraphs: [Report.Paragraph], attached: Int) -> Report {
    var report = Workbench.report
    report.sections = [.init(level: 0, paragraphs: paragraphs)]
    for number in 0..<attached {
      let title = ["清单", "分工"][number]
      let body = Report.Section(level: 0, paragraphs: [paragraph(.paragraph, "内容\(number + 1)。")])
      report.attach(
        Report(name: title, title: text(title), sections: [body]),
        from: file
      )
    }
    return report
  }

  private static let closed = [
    paragraph(.paragraph, "正文。"), paragraph(.signature, "某县政府"),
  ]

  /// What is set, a word for each block.
  private func words(_ report: Report, _ body: String) throws -> [String] {
    var bench = Workbench()
    let read = bench.read(Workbench.ground + body)
    let template = try #require(read, "\(bench.printed())")
    let composition = Composition(reports: [report], recognise: Workbench.recognise)
    guard let document = template.compose(composition, findings: &bench.findings) else {
      return bench.printed()
    }
    return DocumentTrace.blocks(document.body, indent: 0).map { line in
      if line.hasPrefix("page") { return "/" }
      if line.hasPrefix("rule") { return "?" }
      let start = line.firstRange(of: ": ")?.upperBound ?? line.startIndex
      let end = line.firstRange(of: " (")?.lowerBound ?? line.endIndex
      return line[start..<max(start, end)].filter { $0 != "<" && $0 != ">" }
    }
  }

  @Test("one is 附件, on a page of its own, and is listed before the signature")
  func one() throws {
    let words = try words(Self.report(Self.closed, attached: 1), "body: [ { report: body } ]")
    #expect(words == ["正文。", "附件：清单", "某县政府", "/", "附件", "清单", "内容1。"])
  }

  @Test("several are numbered; each begins a page")
  func several() throws {
    let words = try words(Self.report(Self.closed, attached: 2), "body: [ { report: body } ]")
    let list = ["附件：1. 清单", "\u{3000}\u{3000}\u{3000}2. 分工"]
    let pages = ["/", "附件1", "清单", "内容1。", "/", "附件2", "分工", "内容2。"]
    #expect(words == ["正文。"] + list + ["某县政府"] + pages)
  }

  @Test("a report that lists them itself, or has no signature, is respected")
  func ownList() throws {
    let own = [Self.paragraph(.paragraph, "正文。"), Self.paragraph(.attachment, "附件：我的清单")]
    let words = try words(Self.report(own, attached: 1), "body: [ { report: body } ]")
    #expect(words == ["正文。", "附件：我的清单", "/", "附件", "清单", "内容1。"])
    let plain = [Self.paragraph(.paragraph, "正文。")]
    let unsigned = try self.words(
      Self.report(plain, attached: 1),
      "body: [ { report: text }, { rule: 1mm }, { report: closing } ]"
    )
    #expect(unsigned == ["正文。", "?", "附件：清单", "/", "附件", "清单", "内容1。"])
  }

  @Test("a layout without a place for them is told so")
  func noPlace() throws {
    let words = try words(Self.report(Self.closed, attached: 2), "body: [ { report: text } ]")
    #expect(words == ["the layout has no place for the 2 attachments"])
  }
}
