import ArgumentParser
import Jobs

struct FontsCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "fonts",
      abstract: say(
        "字体表；给出报告时：够不够用、用谁代替、缺哪些字",
        "The font map; with a report: coverage, substitutions, missing characters."
      ),
      discussion: example("kanyin fonts reports/anlan-2025-10.txt")
    )
  }

  @Argument(help: ArgumentHelp(say("报告，- 为标准输入", "a report; - is standard input")))
  var report: String?

  @Option(help: ArgumentHelp(say("另一份字体表", "another font map"), valueName: "file"))
  var fonts: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    var job = Job(reports: report.map { [$0] } ?? [], layout: "")
    job.script = reading.script
    job.encoding = reading.encoding
    job.rulesOff = reading.rulesOff
    job.fontMap = fonts
    return session.fonts(job)
  }
}
