import ArgumentParser
import Jobs

struct LayoutsCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "layouts",
      abstract: say(
        "现有的版式；一份版式的参数、台账和统计",
        "The layouts; one layout's parameters, data and statistics."
      ),
      discussion: example("kanyin layouts briefing")
    )
  }

  @Argument(help: ArgumentHelp(say("版式的名称或文件", "a layout's name or file")))
  var name: String?

  @OptionGroup(title: say("消息", "Messages")) var messages: MessageOptions

  func run(in session: Session) async -> ExitStatus {
    name.map { session.showLayout($0) } ?? session.listLayouts()
  }
}
