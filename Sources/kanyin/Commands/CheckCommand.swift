import ArgumentParser
import Jobs

struct CheckCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("检查版式、报告和台账，不印", "Check layouts, reports and ledgers without printing."),
      discussion: example(
        "kanyin check reports/anlan-2025-10.txt reports/anlan-2025-10.townships.csv --layout briefing"
      )
    )
  }

  @Argument(help: ArgumentHelp(say("要检查的文件", "the files to check")))
  var file: [String]

  @Option(
    help: ArgumentHelp(
      say("台账按哪个版式检查", "the layout that ledgers are checked by"),
      valueName: "name"
    )
  )
  var layout: String?

  @Flag(help: ArgumentHelp(say("警告也算错误", "warnings are errors")))
  var strict = false

  @OptionGroup var proofreading: ProofreadingOptions
  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    var model = Job(reports: [], layout: layout ?? "")
    model.isStrict = strict
    proofreading.apply(to: &model)
    return session.check(file, as: model)
  }
}
