import ArgumentParser
import Jobs

struct InspectCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: say("看看报告读懂了什么、删去了什么", "Show what was understood and what was dropped."),
      discussion: example("kanyin inspect reports/anlan-2025-10.txt --json")
    )
  }

  @Argument(help: ArgumentHelp(say("报告，- 为标准输入", "a report; - is standard input")))
  var report: String

  @Flag(help: ArgumentHelp(say("写成 JSON", "as JSON")))
  var json = false

  @Option(
    help: ArgumentHelp(
      say(
        "把报告里的图片写进这个文件夹：报告名-01.png ……",
        "write the report's pictures to this folder: NAME-01.png …"
      ),
      valueName: "folder"
    )
  )
  var pictures: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var attached: AttachmentOptions
  @OptionGroup var proofreading: ProofreadingOptions
  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    var job = Job(reports: [report], layout: "")
    job.script = reading.script
    job.encoding = reading.encoding
    job.attachments = attached.attachments
    proofreading.apply(to: &job)
    job.rulesOff = reading.rulesOff
    return session.inspect(job, form: json ? .json : .text, pictures: pictures)
  }
}
