import ArgumentParser
import Jobs

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: say("查看、记入、移出以前各月的数据", "See, add and remove the months before."),
    discussion: example(
      "kanyin history add history.sqlite reports/anlan-2025-09.txt --layout briefing"
    ),
    subcommands: [HistoryListCommand.self, HistoryAddCommand.self, HistoryRemoveCommand.self]
  )
}

struct HistoryListCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出数据库里的各月", "List the months of a database."),
    discussion: example("kanyin history list history.sqlite --json")
  )

  @Argument(help: ArgumentHelp(say("历史数据库", "the history database")))
  var file: String

  @Flag(help: ArgumentHelp(say("更正过的、移出的也列出", "corrected and removed ones too")))
  var all = false

  @OptionGroup var form: FormOptions
  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    session.listHistory(file, all: all, form: form.form)
  }
}

struct HistoryAddCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say("把报告逐份记入，每份一个月", "Record reports, each as its month."),
    discussion: example(
      "kanyin history add history.sqlite reports/anlan-2025-09.txt --layout briefing"
    )
  )

  @Argument(help: ArgumentHelp(say("历史数据库，没有就新建", "the history database; made when missing")))
  var file: String

  @Argument(help: ArgumentHelp(say("报告", "reports")))
  var report: [String]

  @OptionGroup(title: say("内容", "Content")) var content: ContentOptions
  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    session.addHistory(file, jobs: report.map { content.job(reports: [$0]) })
  }
}

struct HistoryRemoveCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: say("移出一个月（数据库里仍保留）", "Take a month out (the database keeps it)."),
    discussion: example("kanyin history remove history.sqlite 2025-09 --layout briefing")
  )

  @Argument(help: ArgumentHelp(say("历史数据库", "the history database")))
  var file: String

  @Argument(help: ArgumentHelp(say("哪个月", "the month"), valueName: "yyyy-mm"))
  var period: PeriodArgument

  @Option(help: ArgumentHelp(say("哪个版式的", "of which layout"), valueName: "name"))
  var layout: String

  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    guard let period = Job.period(period.text) else { return .errors }
    return session.removeHistory(file, period: period, layout: layout)
  }
}
