import ArgumentParser
import Jobs

struct CheckCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("检查版式、报告和台账，不印", "Check layouts, reports and ledgers without printing."),
      discussion: example("kanyin check layouts/briefing.yaml reports/anlan-2025-10.txt")
    )
  }

  @Argument(help: ArgumentHelp(say("要检查的文件", "the files to check")))
  var file: [String]

  @Flag(help: ArgumentHelp(say("警告也算错误", "warnings are errors")))
  var strict = false

  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    session.check(file, isStrict: strict)
  }
}
