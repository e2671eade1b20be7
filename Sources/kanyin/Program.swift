import ArgumentParser
import Dispatch
import Foundation
import Jobs

/// The program: options in, one command run, its status out.
@main
enum Program {
  /// Signals are blocked in the main thread before there is any other, so that all inherit it.
  static func main() {
    let temporaryFiles = TemporaryFiles()
    Interruption.watch(temporaryFiles)
    // Detached, for the main thread does nothing but wait.
    Task.detached { await run(temporaryFiles) }
    // Not dispatchMain(): it lets signals through while it waits.
    DispatchSemaphore(value: 0).wait()
  }

  private static func run(_ temporaryFiles: TemporaryFiles) async -> Never {
    refuseUnknownCommand()
    do {
      var command = try Kanyin.parseAsRoot()
      guard let own = command as? any SessionCommand else {
        try command.run()
        Kanyin.exit()
      }
      let status = await own.run(in: session(for: own.messages, temporaryFiles: temporaryFiles))
      exit(status.rawValue)
    } catch {
      refuse(error)
    }
  }

  /// A word that is no command is answered here: the parser would complain of the options after it.
  private static func refuseUnknownCommand() {
    let names = Kanyin.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
      word != "help", !names.contains(word)
    else { return }
    let console = Console(language: Console.language(asked: helpLanguage, environment: [:]))
    console.sayUnknownCommand(word, among: names)
    exit(ExitCode.validationFailure.rawValue)
  }

  private static func refuse(_ error: any Error) -> Never {
    guard helpLanguage == .zh, Kanyin.exitCode(for: error) == .validationFailure else {
      Kanyin.exit(withError: error)
    }
    let message = UsageMessage(Kanyin.fullMessage(for: error)).chinese
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(ExitCode.validationFailure.rawValue)
  }

  private static func session(
    for messages: MessageOptions,
    temporaryFiles: TemporaryFiles
  ) -> Session {
    let environment = ProcessInfo.processInfo.environment
    return Session(
      console: messages.console(environment: environment),
      installation: Installation.find(
        environment: environment,
        executable: Installation.executable
      ),
      temporaryFiles: temporaryFiles
    )
  }
}

/// The command without a subcommand: what `kanyin --help` shows.
struct Kanyin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kanyin",
    abstract: say("刊印：把一份报告印成一份简报", "Kanyin: a report becomes a printed bulletin"),
    discussion: example(
      "kanyin render reports/anlan-2025-10.txt --layout briefing",
      "--set issue=10 -o bulletin.pdf"
    ),
    subcommands: [
      RenderCommand.self, BatchCommand.self, InspectCommand.self, FiguresCommand.self,
      StatisticsCommand.self, CheckCommand.self, LayoutsCommand.self, FontsCommand.self,
      HistoryCommand.self,
    ]
  )

  // Not the parser's own: that one wants the words before an option is read, and asking all the
  // libraries takes time.
  @Flag(
    help: ArgumentHelp(
      say("程序和决定字节的各个库的版本", "the program, and the libraries that decide the bytes")
    )
  )
  var version = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    print(Session.versions, terminator: "")
  }
}

/// A command that says things in a language and ends with a status.
protocol SessionCommand: ParsableCommand {
  var messages: MessageOptions { get }

  func run(in session: Session) async -> ExitStatus
}
