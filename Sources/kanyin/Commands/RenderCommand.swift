import ArgumentParser
import Jobs

struct RenderCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "render",
      abstract: say("印一份简报", "Print one bulletin."),
      discussion: example(
        "kanyin render reports/anlan-2025-10.txt --layout briefing",
        "--parameters reports/anlan-2025-10.yaml",
        "--data townships=reports/anlan-2025-10.townships.csv -o bulletin.pdf"
      )
    )
  }

  @Argument(help: ArgumentHelp(say("报告，- 为标准输入", "reports; - is standard input")))
  var report: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      say("写到哪里，- 为标准输出（默认：报告名.pdf）", "where to; - is standard output (default: NAME.pdf)"),
      valueName: "file"
    )
  )
  var output: String?

  @OptionGroup(title: say("内容", "Content")) var content: ContentOptions
  @OptionGroup var proofreading: ProofreadingOptions
  @OptionGroup var recording: RecordingOptions
  @OptionGroup var attached: AttachmentOptions
  @OptionGroup(title: say("印制", "Printing")) var printing: PrintingOptions

  @Option(
    help: ArgumentHelp(
      say("把排好的页面写成文字", "write the finished pages as text"),
      valueName: "file"
    )
  )
  var trace: String?

  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func validate() throws { try recording.check(content.history) }

  func run(in session: Session) async -> ExitStatus {
    var job = content.job(reports: report)
    printing.apply(to: &job)
    proofreading.apply(to: &job)
    job.records = recording.record
    job.attachments = attached.attachments
    return session.render(job, output: output, trace: trace)
  }
}
