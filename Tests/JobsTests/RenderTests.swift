import Foundation
import Testing

/// What goes wrong: one clear sentence, the right status, nothing left behind.
@Suite("render, as the shell sees it")
struct RenderTests {
  private static let report = Repository.path("reports/anlan-2025-10.txt")

  @Test("a bulletin is written under the report's name, and a line says so")
  func writes() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["render", Self.report, "--layout", "briefing"], in: folder.path(""))
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.names == ["anlan-2025-10.pdf"])
    #expect(run.output.hasPrefix("anlan-2025-10.pdf: 3 pages, "))
  }

  @Test("- writes to standard output, and words only to standard error")
  func standardOutput() throws {
    let folder = try TemporaryFolder()
    let arguments = ["render", Self.report, "--layout", "briefing", "-o", "-", "--format", "svg"]
    let run = try Program.run(arguments + ["--pages", "1"], in: folder.path(""))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("<?xml"))
    #expect(folder.names == [])
  }

  @Test("a wrong layout name is answered with the right one")
  func wrongLayout() throws {
    let run = try failing(["render", Self.report, "--layout", "breifing"], status: 1)
    #expect(
      run.errors == """
        错误: 没有名为“breifing”的版式 [job.unknown-layout]
          办法: 是否想写“briefing”？现有版式：“briefing”、“coverage”

        """
    )
  }

  @Test("a wrong parameter is answered with the choices")
  func wrongParameter() throws {
    let arguments = ["render", Self.report, "--layout", "briefing", "--set", "isue=10"]
    let run = try failing(arguments, status: 1)
    #expect(run.errors.contains("“isue”"))
    #expect(run.errors.contains("是否想写“issue”？"))
  }

  @Test("a ledger that the layout does not declare is an error")
  func wrongLedger() throws {
    let arguments = ["render", Self.report, "--layout", "briefing", "--data", "township=x.csv"]
    let run = try failing(arguments, status: 1)
    #expect(run.errors.contains("没有声明台账“township”"))
    #expect(run.errors.contains("是否想写“townships”？"))
  }

  @Test("a report that is not there is the environment's")
  func absentReport() throws {
    let run = try failing(["render", "nowhere.txt", "--layout", "briefing"], status: 2)
    #expect(
      run.errors == "错误: 不能读取“nowhere.txt”：没有这个文件或文件夹 [job.unreadable-file]\n"
    )
  }

  @Test("what is no report is refused", arguments: ["", " \n\n", "%PDF-1.7 \u{1}"])
  func noReport(content: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("r.txt", content)
    let run = try Program.run(
      ["render", "r.txt", "--layout", "briefing", "--language", "zh"],
      in: folder.path("")
    )
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("错误: “r.txt”"))
    #expect(folder.names == ["r.txt"])
  }

  @Test(
    "what is wrong with a ledger is said alone, without what follows from it",
    arguments: [
      ("township,enterprises,organised\n甲镇,9,8\n", "ledger.missing-column"),
      ("township,enterprises,organised,target\n甲镇,九,8,80\n", "ledger.bad-cell"),
    ]
  )
  func wrongLedgerContent(ledger: String, code: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("t.csv", ledger)
    let run = try Program.run(
      ["render", Self.report, "--layout", "briefing", "--data", "townships=t.csv"],
      in: folder.path("")
    )
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("t.csv:"))
    #expect(run.errors.matches(of: #/(?:error|warning): /#).count == 1, "\(run.errors)")
    #expect(run.errors.contains(code))
    #expect(folder.names == ["t.csv"])
  }

  @Test(
    "a byte order mark is no part of a report",
    arguments: [String.Encoding.utf8, .utf16LittleEndian]
  )
  func byteOrderMark(encoding: String.Encoding) throws {
    let folder = try TemporaryFolder()
    let text = try "\u{FEFF}" + Repository.text("reports/anlan-2025-10.txt")
    let bytes = try #require(text.data(using: encoding))
    try bytes.write(to: URL(fileURLWithPath: folder.path("r.txt")))
    for form in [[], ["--json"]] {
      let run = try Program.run(["inspect", "r.txt"] + form, in: folder.path(""))
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("2025-10-14T09:30"))
    }
  }

  @Test("results that cannot be written are the environment's")
  func fullOutput() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let (process, _, errors) = try Program.start(["inspect", Self.report], output: full)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(try errors.text().contains("cannot write standard output: the disk is full"))
  }

  @Test("an output that cannot be written leaves nothing behind")
  func unwritable() throws {
    let arguments = ["render", Self.report, "--layout", "briefing", "-o", "nowhere/b.pdf"]
    let run = try failing(arguments, status: 2)
    #expect(run.errors.contains("不能写入“nowhere/b.pdf”：没有这个文件或文件夹"))
  }

  @Test("findings as JSON are one object")
  func jsonDiagnostics() throws {
    let arguments = ["render", Self.report, "--layout", "nix", "--diagnostics", "json"]
    let run = try failing(arguments, status: 1)
    let object = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any]
    let findings = object?["findings"] as? [[String: Any]]
    #expect(findings?.first?["code"] as? String == "job.unknown-layout")
    #expect(findings?.first?["span"] is NSNull)
  }

  @Test("Ctrl-C ends the program with status 130")
  func interrupt() throws {
    let pipe = Pipe()
    let (process, _, _) = try Program.start(
      ["inspect", "-"],
      environment: [:],
      input: pipe.fileHandleForReading
    )
    Thread.sleep(forTimeInterval: 0.5)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(process.terminationReason == .exit)
  }

  /// Runs a command that must fail in an empty folder, in Chinese, and leave it empty.
  private func failing(_ arguments: [String], status: Int32) throws -> Program.Run {
    let folder = try TemporaryFolder()
    let run = try Program.run(arguments + ["--language", "zh"], in: folder.path(""))
    #expect(run.status == status, "\(run.errors)")
    #expect(run.output == "")
    #expect(folder.names == [])
    return run
  }
}

@Suite("batch, as the shell sees it")
struct BatchCommandTests {
  @Test("a folder is printed, what fails is in the summary, and the rest is made")
  func folder() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("in"),
      withIntermediateDirectories: false
    )
    for name in ["anlan-2025-09.txt", "anlan-2025-09.yaml", "anlan-2025-09.townships.csv"] {
      try folder.write("in/\(name)", Repository.text("reports/\(name)"))
    }
    try folder.write("in/empty.txt", "")
    let arguments = ["batch", "in", "--layout", "briefing", "-o", "out", "--summary", "s.csv"]
    let first = try Program.run(arguments + ["--jobs", "2"], in: folder.path(""))
    #expect(first.status == 1)
    let summary = try folder.read("s.csv")
    let second = try Program.run(arguments + ["--jobs", "1"], in: folder.path(""))
    #expect(second.output == first.output)
    #expect(try Self.withoutSeconds(folder.read("s.csv")) == Self.withoutSeconds(summary))
    let rows = summary.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[1].hasPrefix("in/anlan-2025-09.txt,briefing,out/anlan-2025-09.pdf,made,"))
    #expect(rows[2].hasPrefix("in/empty.txt,briefing,out/empty.pdf,failed,,"))
    #expect(FileManager.default.fileExists(atPath: folder.path("out/anlan-2025-09.pdf")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out/empty.pdf")))
  }

  @Test("a manifest names layouts, outputs, ledgers and parameters")
  func manifest() throws {
    let folder = try TemporaryFolder()
    try folder.write("r.txt", Repository.text("reports/anlan-2025-09.txt"))
    try folder.write("t.csv", Repository.text("reports/anlan-2025-09.townships.csv"))
    let rows = "report,output,period,data.townships,set.issue\nr.txt,sep.pdf,2025-09,t.csv,9\n"
    try folder.write("m.csv", rows)
    let arguments = ["batch", "m.csv", "--layout", "briefing", "-o", "out"]
    let run = try Program.run(arguments, in: folder.path(""))
    #expect(run.status == 0, "\(run.errors)")
    #expect(FileManager.default.fileExists(atPath: folder.path("out/sep.pdf")))
    try folder.write("m.csv", "report,ouput\nr.txt,x.pdf\n")
    let wrong = try Program.run(arguments, in: folder.path(""))
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains(#"did you mean "output"?"#))
  }

  private static func withoutSeconds(_ csv: String) -> [[Substring]] {
    csv.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return cells.enumerated().filter { $0.offset != 5 }.map(\.element)
    }
  }
}
