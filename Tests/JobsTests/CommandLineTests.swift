import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  private static let commands = [
    "render", "batch", "inspect", "figures", "statistics", "check", "layouts", "fonts",
    "history", "history list", "history add", "history remove",
  ]

  @Test("Documentation/CommandLine.md is what --help says")
  func referenceIsCurrent() throws {
    var text = """
      # 命令 · Commands

      由 `make bless` 从 `--help` 写成，不要手改。Written by `make bless` from `--help`; not by hand.

      """
    for command in [nil] + Self.commands.map(Optional.some) {
      text += "\n## kanyin\(command.map { " \($0)" } ?? "")\n"
      for language in ["zh", "en"] {
        let run = try Program.run(
          (command?.split(separator: " ").map(String.init) ?? []) + [
            "--help", "--language", language,
          ]
        )
        #expect(run.status == 0)
        text += "\n```\n\(run.output.trimmingCharacters(in: .newlines))\n```\n"
      }
    }
    try Expected.compare(text, with: "Documentation/CommandLine.md", command: "make bless")
  }

  @Test(
    "what the parser refuses is status 64, and writes nothing",
    arguments: [
      ["render", "--set", "x"], ["render"], ["render", "r.txt", "--layout", "b", "--pages", "1"],
      ["render", "r.txt", "--layout", "b", "--format", "gif"], ["nonsense"],
      ["render", "r.txt", "--layout", "b", "--date", "2025-02-30"],
      ["batch", "x", "--layout", "b", "-o", "y", "--jobs", "0"],
      ["figures", "r.txt", "--json", "--csv"], ["render", "r.txt", "--layout", "b", "--record"],
      ["history", "remove", "h.sqlite", "2025-13", "--layout", "b"],
    ]
  )
  func usage(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(arguments, in: folder.path(""))
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.lowercased().hasPrefix("error: "))
    #expect(folder.names == [])
  }

  /// What a wrong command line is answered with in Chinese: the first line.
  private static let refusals = [
    (["rendr", "r.txt"], "错误: 没有命令“rendr” [job.unknown-command]"),
    (["render"], "错误: 缺少“--layout <name|file>”"),
    (["render", "--layout"], "错误: “--layout <name|file>”后面没有写值"),
    (["inspect", "a", "--jsn"], "错误: 没有选项“--jsn”，是否想写“--json”？"),
    (["inspect", "a", "--frobnicate"], "错误: 没有选项“--frobnicate”"),
    (["inspect", "a", "b"], "错误: 多出了“b”"),
    (["inspect", "a", "b", "c"], "错误: 多出了 2 项：“b”、“c”"),
    (["render", "--layout", "b", "--set", "x"], "错误: “x”不能用作“--set <key=value>”的值"),
    (
      ["render", "--layout", "b", "--format", "gif"],
      "错误: “gif”不能用作“--format <format>”的值，可用的是 “pdf”、“png”、“svg”"
    ),
  ]

  @Test("a wrong command line is answered in Chinese too", arguments: refusals)
  func usageInChinese(arguments: [String], expected: String) throws {
    let run = try Program.run(arguments, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(run.status == 64)
    #expect(run.errors.split(separator: "\n").first.map(String.init) == expected)
    #expect(!run.errors.contains("Usage"))
  }

  @Test("a misspelt command is answered with the right one")
  func unknownCommand() throws {
    let run = try Program.run(["rendr", "r.txt", "--language", "en"])
    #expect(run.status == 64)
    #expect(run.errors.contains(#"did you mean "render"?"#))
  }
}
