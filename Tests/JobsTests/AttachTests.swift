import Foundation
import TestSupport
import Testing

@Suite("--attach")
struct AttachTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("r.txt", "关于一月工作的通报\n\n本月工作全面完成，成效明显。\n\n某县政府\n2025年2月3日\n")
    try folder.write("a.txt", "附件1\n\n重点项目清单\n\n一、工业\n\n修路三条，架桥一座。\n")
    try folder.write("乡镇进度.csv", "乡镇,完成\n黄泥镇,12\n枫林乡,9\n")
    return folder
  }

  @Test("inspect shows attachments as sections with their numbers")
  func inspects() throws {
    let folder = try folder()
    let run = try Program.run(
      ["inspect", "r.txt", "--attach", "a.txt", "乡镇进度.csv", "--json"],
      in: folder.path("")
    )
    #expect(run.status == 0, "\(run.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let sections = try #require(json?["sections"] as? [[String: Any]])
    #expect(sections.map { $0["attachment"] as? Int } == [nil, 1, 1, 2])
    #expect(sections.map { $0["heading"] as? String } == [nil, "重点项目清单", "一、工业", "乡镇进度"])
    let table = (sections[3]["paragraphs"] as? [[String: Any]])?.first
    #expect(table?["rows"] as? [[String]] == [["乡镇", "完成"], ["黄泥镇", "12"], ["枫林乡", "9"]])
  }

  @Test("a sheet of a workbook is a table as it is shown", arguments: ["", "#九月"])
  func sheets(choice: String) throws {
    let folder = try folder()
    let workbook = HandmadeWorkbook([
      ("八月", ["乡镇|完成率|投资", "黄泥镇|p:0.8|f:12", "||", "枫林乡|p:0.755|c:9"]), ("九月", ["甲|=1"]),
    ])
    try folder.write("进度.xlsx", bytes: workbook.bytes())
    let run = try Program.run(
      ["inspect", "r.txt", "--attach", "进度.xlsx" + choice, "--json"],
      in: folder.path("")
    )
    #expect(run.status == 0, "\(run.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let section = try #require((json?["sections"] as? [[String: Any]])?.last)
    let table = (section["paragraphs"] as? [[String: Any]])?.first
    #expect(section["heading"] as? String == (choice.isEmpty ? "进度" : "九月"))
    #expect(
      table?["rows"] as? [[String]]
        == (choice.isEmpty
          ? [["乡镇", "完成率", "投资"], ["黄泥镇", "80.00%", "12.00"], ["枫林乡", "75.50%", "9"]]
          : [["甲", "1"]])
    )
  }

  @Test("a workbook without rows, or none at all, is an error")
  func emptySheets() throws {
    let folder = try folder()
    try folder.write("空.xlsx", bytes: HandmadeWorkbook([""]).bytes())
    try folder.write("坏.xlsx", "no workbook")
    for (name, code) in [("空.xlsx", "job.empty-attachment"), ("坏.xlsx", "report.damaged-archive")] {
      let run = try Program.run(["inspect", "r.txt", "--attach", name], in: folder.path(""))
      #expect(run.status == 1)
      #expect(run.errors.contains(code), "\(run.errors)")
    }
  }

  @Test("render sets each on a page of its own")
  func renders() throws {
    let folder = try folder()
    let arguments = ["render", "r.txt", "--attach", "a.txt", "乡镇进度.csv", "--layout", "briefing"]
    let run = try Program.run(arguments + ["--trace", "t.txt"], in: folder.path(""))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("r.pdf: 3 pages, "))
    let trace = try folder.read("t.txt")
    for words in ["附件：1. ", "附件1", "附件2", "重点项目清单", "枫林乡"] {
      #expect(trace.contains(words), "\(words)")
    }
  }

  @Test("a manifest names attachments in columns, statistics by the option")
  func manifest() throws {
    let folder = try folder()
    try folder.write("m.csv", "report,layout,attach,attach\nr.txt,briefing,a.txt,乡镇进度.csv\n")
    let batch = ["batch", "m.csv", "--layout", "briefing", "-o", "out", "--summary", "s.csv"]
    let run = try Program.run(batch, in: folder.path(""))
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.read("s.csv").contains("r.txt,briefing,out/r.pdf,made,3,"))
    let figures = ["statistics", "r.txt", "--attach", "a.txt", "--layout", "briefing", "--json"]
    #expect(try Program.run(figures, in: folder.path("")).status == 0)
  }

  @Test("what cannot be read, or attached to anything, is an error")
  func fails() throws {
    let folder = try folder()
    try folder.write("a.pdf", "%PDF-1.7\n")
    let pdf = try Program.run(["inspect", "r.txt", "--attach", "a.pdf"], in: folder.path(""))
    #expect(pdf.status == 1)
    #expect(pdf.errors.contains("PDF"))
    let lone = ["render", "--attach", "a.txt", "--layout", "briefing"]
    #expect(try Program.run(lone, in: folder.path("")).errors.contains("job.attached-to-nothing"))
  }
}
