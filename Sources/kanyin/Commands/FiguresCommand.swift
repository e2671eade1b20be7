import ArgumentParser
import Jobs

struct FiguresCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "figures",
      abstract: say("列出报告里的数字，各带原文和位置", "List the figures, each with its quote and place."),
      discussion: example("kanyin figures reports/anlan-2025-10.txt --csv")
    )
  }

  @Argument(help: ArgumentHelp(say("报告，- 为标准输入", "a report; - is standard input")))
  var report: String

  @OptionGroup var form: FormOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var attached: AttachmentOptions
  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    var job = Job(reports: [report], layout: "")
    job.script = reading.script
    job.encoding = reading.encoding
    job.attachments = attached.attachments
    job.rulesOff = reading.rulesOff
    return session.figures(job, form: form.form)
  }
}

/// In which form a list is written.
struct FormOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(say("写成 JSON", "as JSON")))
  var json = false

  @Flag(help: ArgumentHelp(say("写成 CSV", "as CSV")))
  var csv = false

  func validate() throws {
    if json, csv {
      throw ValidationError(say("--json 和 --csv 只能用一个", "--json and --csv exclude each other"))
    }
  }

  var form: ListForm { json ? .json : csv ? .csv : .text }
}
