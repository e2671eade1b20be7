import ArgumentParser
import Jobs

struct BatchCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "batch",
      abstract: say("一次印许多份简报", "Print many bulletins."),
      discussion: say(
        """
        报告旁的“报告名.yaml”是它的参数，“报告名.台账名.csv”是它的台账。
        清单（CSV）的列：
          report, layout, output, period, profile, data.台账名, set.参数名, attach（附件，每列一个）
        """,
        """
        Beside a report, NAME.yaml holds its parameters and NAME.LEDGER.csv or .xlsx is its ledger.
        The columns of a manifest (CSV):
          report, layout, output, period, profile, data.NAME, set.KEY,
          attach (an attachment; a column each)
        """
      ) + "\n" + example("kanyin batch reports --layout briefing -o output --summary summary.csv")
    )
  }

  @Argument(help: ArgumentHelp(say("报告所在的文件夹，或清单", "a folder of reports, or a manifest")))
  var input: String

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(say("写到哪个文件夹", "the folder to write into"), valueName: "folder")
  )
  var output: String

  @OptionGroup(title: say("内容", "Content")) var content: ContentOptions
  @OptionGroup var proofreading: ProofreadingOptions
  @OptionGroup var recording: RecordingOptions
  @OptionGroup(title: say("印制", "Printing")) var printing: PrintingOptions

  @Option(
    help: ArgumentHelp(
      say("同时印几份（默认：处理器的个数）", "how many at a time (default: one a processor)"),
      valueName: "number"
    )
  )
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      say("汇总写到哪里（.csv 或 .json）", "where to write the summary (.csv or .json)"),
      valueName: "file"
    )
  )
  var summary: String?

  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(say("一份失败后怎样", "what to do when one fails"))
  )
  var afterFailure: AfterFailure = .keepGoing

  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  enum AfterFailure: String, EnumerableFlag {
    case keepGoing, failFast
  }

  func validate() throws {
    try recording.check(content.history)
    if let jobs, jobs < 1 {
      throw ValidationError(say("--jobs 至少为 1", "--jobs is 1 at least"))
    }
    if let summary, !summary.hasSuffix(".csv"), !summary.hasSuffix(".json") {
      throw ValidationError(say("--summary 应以 .csv 或 .json 结尾", "--summary ends in .csv or .json"))
    }
  }

  func run(in session: Session) async -> ExitStatus {
    var job = content.job(reports: [])
    printing.apply(to: &job)
    proofreading.apply(to: &job)
    job.records = recording.record
    var batch = Batch(input: input, output: output, model: job)
    batch.workers = jobs
    batch.summary = summary
    batch.stopsAtFailure = afterFailure == .failFast
    return await session.run(batch)
  }
}
