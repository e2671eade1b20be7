import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  private static let commands = [
    "render", "batch", "inspect", "figures", "statistics", "check", "layouts", "fonts",
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
          (command.map { [$0] } ?? []) + ["--help", "--language", language]
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
      ["figures", "r.txt", "--json", "--csv"],
    ]
  )
  func usage(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(arguments, in: folder.path(""))
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: "))
    #expect(folder.names == [])
  }
}
