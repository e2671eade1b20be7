import ArgumentParser
import Jobs

struct StatisticsCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "statistics",
      abstract: say("列出简报会用到的统计结果", "Show the dataset a bulletin would print."),
      discussion: example(
        "kanyin statistics reports/anlan-2025-10.txt --layout briefing",
        "--data townships=reports/anlan-2025-10.townships.csv --json"
      )
    )
  }

  @Argument(help: ArgumentHelp(say("报告，- 为标准输入", "reports; - is standard input")))
  var report: [String] = []

  @OptionGroup var form: FormOptions
  @OptionGroup var attached: AttachmentOptions
  @OptionGroup(title: say("内容", "Content")) var content: ContentOptions
  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    var job = content.job(reports: report)
    job.attachments = attached.attachments
    return session.statistics(job, form: form.form)
  }
}
